"""Comments of OpenDocument texts."""

from __future__ import annotations

from citecheck.read.archive import xml_root
from citecheck.read.opendocument.comments import comments_of
from tests.read.opendocument.samples import NAMES

ONE = (
    "<office:annotation{}><creator>{}</creator><date>2026-11-30T09:00:00</date><text:p>Why <text:span>so</text:span>?</text:p>"
    "<text:p>Really.</text:p></office:annotation>"
)


def found(body: str) -> list[tuple[str, str, str, tuple[str, ...], str, bool]]:
    root = xml_root(f"<a {NAMES}><text:p>{body}</text:p></a>".encode(), "a")
    return [(one.key, one.author, one.day, one.paragraphs, one.answers, one.resolved) for one in comments_of(root)]


def test_author_day_and_words_are_read() -> None:
    assert found(ONE.format(' office:name="x" resolved="true"', "Ann")) == [
        ("x", "Ann", "2026-11-30", ("Why so?", "Really."), "", True)
    ]
    assert found(ONE.format("", "Ann"))[0][0] == "#0"


def test_an_answer_stands_right_behind_or_names_what_it_answers() -> None:
    own, ann, ben = (
        ONE.format(f' office:name="{key}"', author) for key, author in (("x", "citecheck"), ("y", "Ann"), ("z", "Ben"))
    )
    assert [one[4] for one in found(own + ann + ben)] == ["", "x", "x"]
    assert [one[4] for one in found(own + " words " + ann)] == ["", ""]
    assert [one[4] for one in found(ann + own)] == ["", ""]
    assert [one[4] for one in found(own + ONE.format(' office:name="y" office:parent-name="q"', "Ann"))] == ["", "q"]
