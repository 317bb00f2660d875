"""NUM003: by what a note that is called twice is known again."""

from __future__ import annotations

from pathlib import Path

from citecheck import audit

TEXT = "The port is old.<sup>1</sup>\n\nThe quay is new.<sup>2</sup>\n\nThe crane is lost.<sup>3</sup>\n\nIt was seen again.<sup>3</sup>\n\n"
NOTES = "<sup>1</sup> Doe, 2020\n\n<sup>2</sup> Roe, 2019\n\n<sup>3</sup> Poe, 2018\n"


def fingerprints(folder: Path, text: str) -> dict[str, str]:
    """The fingerprint of each finding of NUM003, by the number of the note."""
    path = folder / "report.md"
    path.write_text(text, encoding="utf-8")
    found = audit([str(path)], select=["NUM003"]).findings
    return {str(one.place.note): one.fingerprint for one in found}


def test_a_further_defect_does_not_take_the_name_of_one_that_is_known(tmp_path: Path) -> None:
    known = fingerprints(tmp_path, TEXT + NOTES)
    both = fingerprints(tmp_path, TEXT.replace("new.<sup>2</sup>", "new.<sup>2</sup>\n\nSo it is.<sup>2</sup>") + NOTES)
    assert both.keys() == {"2", "3"}
    assert both["3"] == known["3"] != both["2"]


def test_renumbering_keeps_the_name(tmp_path: Path) -> None:
    text = TEXT + NOTES
    for number in "321":
        text = text.replace(f"<sup>{number}</sup>", f"<sup>{int(number) + 1}</sup>")
    first = "The town is small.<sup>1</sup>\n\n"
    moved = first + text.replace("<sup>2</sup> Doe", "<sup>1</sup> Moe, 2017\n\n<sup>2</sup> Doe")
    assert fingerprints(tmp_path, moved)["4"] == fingerprints(tmp_path, TEXT + NOTES)["3"]


def severities(folder: Path, text: str) -> list[str]:
    path = folder / "report.md"
    path.write_text(text, encoding="utf-8")
    return [one.severity.value for one in audit([str(path)], select=["NUM003"]).findings]


def test_a_label_is_used_again_on_purpose(tmp_path: Path) -> None:
    labels = ["tide", "ebb", "flow", "quay", "bell", "boat"]
    text = " ".join(f"It is the {label}.[^{label}]" for label in labels) + "\n\nAgain.[^ebb]\n\n"
    notes = "\n\n".join(f"[^{label}]: Doe, 2020, p. {at}." for at, label in enumerate(labels, 1))
    assert severities(tmp_path, text + notes + "\n") == ["info"]
    assert severities(tmp_path, text + notes + "\n\n[^ebb]: Roe, 2019.\n") == ["info"]
    assert severities(tmp_path, "Low.[^ebb] High.[^flow]\n\nAgain.[^ebb]\n\n[^ebb]: A.\n\n[^flow]: B.\n") == ["warning"]
