"""The front matter names the bibliography files, and citecheck reads those that lie beside the text."""

from __future__ import annotations

from pathlib import Path

from citecheck import audit

TEXT = "---\nbibliography:\n  - elms.bib\n  - lists/oaks.json\n  - firs.bib\n---\n\nElms fall [@doe; @roe; @low]."


def test_all_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    (tmp_path / "elms.bib").write_text("@book{doe, title={Elms}}\n@book{low, title={Firs}}\n", "utf-8")
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "oaks.json").write_text('[{"id": "roe", "title": "Oaks"}, {"id": "low"}]', "utf-8")
    made = audit([str(tmp_path / "a.md")])
    [version] = made.versions
    assert [(one.entry_id, Path(one.span.source.path).name) for one in version.document.entries] == [
        ("doe", "elms.bib"),
        ("low", "elms.bib"),
        ("roe", "oaks.json"),
    ]
    assert all(one.work is not None for one in version.resolved)
