"""Addresses of what is cited from a bibliography file."""

from __future__ import annotations

from pathlib import Path

from citecheck import audit

BIB = """@book{doe2020, author={Doe, Jane}, title={The harbour}, year={2020}, url={http://dx.doi.org/10.1000/18\\_2}}
@book{roe2021, author={Roe, Richard}, title={The boats}, year={2021}, url={http://dx.doi.org/10.1000/183}}
@book{poe2022, author={Poe, Anna}, title={The ice}, year={2022}, url={http://dx.doi.org/10.1000/184 http://a.example/}}
"""


def test_the_address_of_a_cited_entry_is_one_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "a.md").write_text("A claim [@doe2020, p. 3] and a second one [@poe2022].\n")
    report = audit([str(tmp_path / "a.md")], bibliography=str(tmp_path / "refs.bib"))
    [url] = report.versions[0].document.urls
    assert (url.span.text, url.target) == ("http://dx.doi.org/10.1000/18\\_2", "http://dx.doi.org/10.1000/18_2")
    assert url.span.source.path.endswith("refs.bib")
    [found] = report.findings
    assert (found.code, found.place.span) == ("URL004", url.span)


def test_printed_addresses_are_told_once(tmp_path: Path) -> None:
    text = "A claim (Doe, 2020).\n\n## References\n\nDoe, J. (2020). *The harbour*. Quai. http://a.example/b\n"
    (tmp_path / "a.md").write_text(text)
    assert len(audit([str(tmp_path / "a.md")]).versions[0].document.urls) == 1
