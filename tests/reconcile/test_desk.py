"""What a page needs to decide, made from the report and from the file of decisions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from citecheck.model.report import Report
from citecheck.read.decisions import FILE, read_decisions
from citecheck.reconcile.deciding import Signature, acceptances, with_decisions
from citecheck.reconcile.decisions import comments
from citecheck.triage.decisions import apply
from tests.reconcile.samples import accept, alignment, desked, findings, pair

SIGNED = Signature("on purpose", "Yann", date(2026, 11, 24))


def test_a_row_accepts_what_the_command_accepts() -> None:
    aligned = alignment()
    report = Report(findings=findings(aligned), versions=(), rules={})
    for at, said in ((1, "fr:2"), (3, "fr:5"), (5, "en:6")):
        row = desked().rows[at]
        made = acceptances(report, apply(aligned, ()), said, SIGNED)
        assert [(one.notes, one.codes, one.about, one.above) for one in row.acceptances] == [
            (decision.notes, decision.codes, decision.about, above) for decision, above in made
        ]
    assert [len(row.acceptances) for row in desked().rows] == [0, 1, 0, 1, 0, 1]


def test_every_note_can_be_paired() -> None:
    desk = desked().desk
    assert desk is not None
    assert [[note.note_id for note in side] for side in desk.notes] == [list("123456"), list("123456")]
    assert desk.notes[0][2].text == "Ibid., p. 12"
    assert desk.notes[0][2].above == "# fr 2"
    assert desk.order == comments(alignment())


def test_the_file_is_known_line_by_line(tmp_path: Path) -> None:
    order = comments(alignment())
    text = with_decisions("", (), [(accept(1, "BIL003"), "# fr 2"), (pair(("6",), ("6",)), "# fr 6")], order)
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    desk = desked(read_decisions(tmp_path / FILE), text).desk
    assert desk is not None
    lines = text.splitlines()
    assert [(one.kind, lines[one.start].split(".")[0], one.end - one.start) for one in desk.kept] == [
        ("accept", "accept", 1),
        ("pair", "pair", 1),
    ]
