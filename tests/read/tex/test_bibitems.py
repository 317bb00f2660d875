"""Sources that stand in the text."""

from __future__ import annotations

from pathlib import Path

from citecheck.read.tex.bibitems import bibitems, bibtex_keys
from citecheck.read.tex.files import Files
from citecheck.read.tex.tokens import tokens
from tests.read.tex.samples import document, laid


def listed(text: str, folder: Path) -> dict[str, tuple[str, str, str]]:
    made = bibitems(Files(str(folder / "main.tex"), text.encode(), {}), tokens(text, ""))
    return {key: (one.label, one.author, one.year) for key, one in made.items()}


def test_labels_are_numbers_signs_or_authors_and_years(tmp_path: Path) -> None:
    text = r"\bibitem{a} \bibitem[DR20]{b} \bibitem[{Doe and Roe(2020)}]{c} \bibitem [D\&R~20] {d} \bibitem"
    assert listed(text, tmp_path) == {
        "a": ("1", "", ""),
        "b": ("DR20", "", ""),
        "c": ("", "Doe and Roe", "2020"),
        "d": ("D&R 20", "", ""),
    }


def test_included_files_may_hold_them(tmp_path: Path) -> None:
    (tmp_path / "sources.tex").write_text(r"\bibitem{a} A \input{main}")
    (tmp_path / "main.bbl").write_text(r"\bibitem{b} B")
    (tmp_path / "main.tex").write_text("")
    assert set(listed(r"\input{sources}\bibliography{lost}", tmp_path)) == {"a", "b"}
    (tmp_path / "there.bib").write_text("")
    assert set(listed(r"\bibliography{there}", tmp_path)) == set()


def test_to_bibtex_capitals_of_keys_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{Doe2020, title={A}}\n@article( roe , year=2020)\n@string{x = {y}}")
    files = Files(str(tmp_path / "main.tex"), rb"\bibliography{a,lost}", {})
    files.tokens(str(tmp_path / "main.tex"))
    assert bibtex_keys(files) == {"Doe2020": "Doe2020", "doe2020": "Doe2020", "roe": "roe"}
    main = tmp_path / "main.tex"
    main.write_text(document(r"\cite{DOE2020}, \cite{doe2020}, \cite{lost}\bibliography{a}"))
    assert [block.text for block in laid(main.read_text(), main).blocks] == ["[@Doe2020], [@Doe2020], [@lost]"]
    for backend, text in (("bibtex", "[@Doe2020]"), ("biber", "[@doe2020]")):
        main.write_text(
            document(r"\cite{doe2020}", rf"\usepackage[backend={backend}]{{biblatex}}\addbibresource{{a.bib}}")
        )
        assert [block.text for block in laid(main.read_text(), main).blocks] == [text]
