"""What a report is called on its page."""

from __future__ import annotations

import pytest

from citecheck import audit
from citecheck.report.title import document_title

TEXT = "The nets were mended at night.[^1]\n\n[^1]: Doe, 2020, p. 4.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f'---\ntitle: "The nets"\n---\n\n# Chapter one\n\n{TEXT}', "The nets"),
        (f"# The *nets* of the north\n\n{TEXT}", "The nets of the north"),
        (f"# The nets[^1] [of the north](https://example.org/a) {{#sec:nets}}\n\n{TEXT}", "The nets of the north"),
        (f"# The `nets`<sup>1</sup>, <em>mended</em>\n\n{TEXT}", "The nets, mended"),
        # Lists behind a text say nothing of it.
        (f"{TEXT}\n## References\n\nDoe, J. (2020). *Nets*. Leeds: Harrow.\n", "-"),
        (f"# Bibliographie\n\nDoe, J. (2020). *Nets*. Leeds: Harrow.\n\n# Les filets\n\n{TEXT}", "Les filets"),
        (f"## Further Reading:\n\nDoe, J. (2020). *Nets*. Leeds: Harrow.\n\n## The nets\n\n{TEXT}", "The nets"),
        (f"# Notes\n\n# The nets\n\n{TEXT}", "The nets"),
    ],
)
def test_a_report_is_called_by_its_front_matter_or_its_first_heading(text: str, title: str) -> None:
    assert document_title(audit(["-"], stdin=text.encode())) == title


def test_of_two_files_the_first_that_has_a_title_gives_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("files")
    first, second = folder / "a.md", folder / "b.md"
    first.write_text(TEXT, encoding="utf-8")
    second.write_text(f"# The nets\n\n{TEXT}".replace("1]", "2]"), encoding="utf-8")
    assert document_title(audit([str(first), str(second)])) == "The nets"
    second.write_text(TEXT.replace("1]", "2]"), encoding="utf-8")
    assert document_title(audit([str(first), str(second)])) == "a.md, b.md"
