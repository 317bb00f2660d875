"""Notes in brackets, links, HTML and tables; numbers in brackets that call no note."""

from __future__ import annotations

import pytest

from citecheck.model.document import NoteForm
from tests.parse.texts import document as read

NOTES = ("Doe, 2019, p. 4.", "*Ibid.*, p. 5.", "Roe, 2020, p. 6.")
BIBLIOGRAPHY = "\n## References\n\nDoe, J. (2019). *Ships*. London: Quay.\n\nRoe, R. (2020). *Tides*. London: Quay.\n"


def document(call: str, note: str, gap: str = "\n\n") -> str:
    calls = " ".join("A sentence" + call.format(number) + "." for number in (1, 2, 3))
    notes = gap.join(note.format(number, text) for number, text in enumerate(NOTES, 1))
    return f"# A\n\n{calls}\n\n## Notes\n\n{notes}\n{BIBLIOGRAPHY}"


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ("[{}]", "[{}] {}"),
        ("\\[{}\\]", "\\[{}\\] {}"),
        (" [{}]", "{}. {}"),
        (" ({})", "({}) {}"),
        ("^{}^", "{}. {}"),
        ("^{}", "^{} {}"),
        ("<sup>{}</sup>", "**{}** {}"),
        ("[{0}](#fn{0})", "[{0}](#fnref{0}) {1}"),
        ("[[{0}]](#_ftn{0})", "[[{0}]](#_ftnref{0}) {1}"),
        ("<sup>[{0}](#oak-{0}-bark)</sup>", '<a name="oak-{0}-bark">{0}</a>: {1}'),
        ("<sup>[[{0}]](#oak-{0}-bark)</sup>", '<a id="oak-{0}-bark">[{0}]</a>\n    {1}'),
        ("[{0}](#oak-{0}-bark)", "- <a name=oak-{0}-bark>{0}</a> {1}"),
        ("[\\[{0}\\]](#oak-{0}-bark)", "<a id='oak-{0}-bark'></a>[{0}] {1}"),
        ('<a href="#oak-{0}-bark">{0}</a>', '<small>\n<a name="oak-{0}-bark">{0}</a>. {1}\n</small>'),
        ("<sup>[{0}](#oak-{0}-bark)</sup>", '{0}. <a id="oak-{0}-bark"></a>{1}'),
        ('<a href="#_ftn{0}">[{0}]</a>', '<p><a href="#_ftnref{0}">[{0}]</a> {1}</p>'),
        ('<sup id="r{0}"><a href="#fn{0}">{0}</a></sup>', '<p id="fn{0}">{1} <a href="#r{0}">↩</a></p>'),
    ],
)
def test_notes_of_any_form_are_read(call: str, note: str) -> None:
    found = read(document(call, note))
    assert [(one.label, one.form) for one in found.markers] == [(str(at), NoteForm.SUPERSCRIPT) for at in (1, 2, 3)]
    assert [(one.label, one.body.text) for one in found.notes] == [(str(at), text) for at, text in enumerate(NOTES, 1)]
    assert found.brackets == ()
    assert len(found.entries) == 2


CONVERTED = [
    ('<a id="footnote-ref-{0}"></a>[\\[{0}\\]](#footnote-{0})', '{0}. <a id="footnote-{0}"></a> {1} [↑](#footnote-ref-{0})'),
    ('<a id="_footnote-ref-{0}"></a>[\\[{0}\\]](#_footnote-{0})', '{0}. <a id="_footnote-{0}"></a> {1} [↑](#_footnote-ref-{0})'),
    ('<sup>[\\[{0}\\]](#a-endnote-{0})</sup>', '{0}. <a id="a-endnote-{0}"></a> {1} [↑](#a-endnote-ref-{0})'),
    ("<sup>[[{0}]](#footnote-{0})</sup>", "{0}. {1} [↑](#footnote-ref-{0})"),
    ("[[{0}]](#footnote-1{0})", "{0}. {1} [↑](#footnote-ref-1{0})"),
    ("[\\[{0}\\]](\\#doc\\-footnote\\-{0})", '{0}. <a id="doc-footnote-{0}"></a> {1} [↑](\\#doc\\-footnote\\-ref\\-{0})'),
    ('<a id="footnote-ref-{0}"></a>[\\[{0}\\]](#footnote-{0})', '{0}. <a id="footnote-{0}"></a> {1}'),
]  # fmt: skip
"""Calls and notes as converters of Word's files write them."""


@pytest.mark.parametrize("heading", ["## Notes\n\n", ""])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize(("call", "note"), CONVERTED)
def test_a_list_whose_links_lead_back_to_the_text_holds_notes(call: str, note: str, gap: str, heading: str) -> None:
    calls = " ".join("A sentence." + call.format(number) for number in (1, 2, 3))
    notes = gap.join(note.format(number, text) for number, text in enumerate(NOTES, 1))
    found = read(f"# A\n\n{calls}\n{BIBLIOGRAPHY}\n{heading}{notes}\n")
    assert [one.label for one in found.markers] == ["1", "2", "3"]
    assert [one.span.text for one in found.markers] == [call.format(number).split("</a>")[-1] for number in (1, 2, 3)]
    assert [(one.label, one.body.text) for one in found.notes] == [(str(at), text) for at, text in enumerate(NOTES, 1)]
    assert [one.label_span.text for one in found.notes] == ["1.", "2.", "3."]
    assert len(found.entries) == 2
    assert found.brackets == ()


def test_linked_notes_need_no_bibliography() -> None:
    call, note = CONVERTED[0]
    found = read(f"# A\n\nA sentence.{call.format(1)}\n\n\n{note.format(1, NOTES[0])}\n")
    assert [one.body.text for one in found.notes] == [NOTES[0]]
    assert found.entries == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [('2. <a id="footnote-2"></a> Doe, 2019.', "See Roe, 2020."), ("2. Doe, 2019.", "   See Roe, 2020.")],
)
def test_a_linked_note_may_have_two_paragraphs(first: str, second: str) -> None:
    notes = f"1. Roe, 2020. [↑](#footnote-ref-1)\n{first}\n\n{second} [↑](#footnote-ref-2)\n\n3. Doe, 2019, p. 6. [↑](#footnote-ref-3)"
    calls = " ".join(f"A sentence.[[{number}]](#footnote-{number})" for number in (1, 2, 3))
    found = read(f"# A\n\n{calls}\n{BIBLIOGRAPHY}\n{notes}\n")
    assert [one.body.text for one in found.notes] == ["Roe, 2020.", f"Doe, 2019.\n\n{second}", "Doe, 2019, p. 6."]
    assert len(found.entries) == 2


def test_a_numbered_bibliography_before_linked_notes_stays_one() -> None:
    entries = "1. Doe, J. (2019). *Ships*. London: Quay.\n2. Roe, R. (2020). *Tides*. London: Quay."
    notes = "1. Doe, 2019. [↑](#footnote-ref-1)\n2. Roe, 2020. [↑](#footnote-ref-2)"
    found = read(f"# A\n\nOne.[[1]](#footnote-1) Two.[[2]](#footnote-2)\n\n## References\n\n{entries}\n\n{notes}\n")
    assert [one.number for one in found.entries] == ["1", "2"]
    assert [one.body.text for one in found.notes] == ["Doe, 2019.", "Roe, 2020."]


@pytest.mark.parametrize("link", ["[↑](#cite_ref-1)", "[↑](#top)", "[the figure](#footnote-1)"])
def test_a_list_with_other_links_holds_no_notes(link: str) -> None:
    assert read(f"# A\n\nA sentence.\n\n1. One thing. {link}\n2. Another thing. {link}\n").notes == ()


def test_linked_calls_are_read_once_where_the_notes_below_are_only_numbered() -> None:
    found = read(document("[\\[{0}\\]](#footnote-{0})", "{}. {}"))
    assert [one.label for one in found.markers] == ["1", "2", "3"]


def test_notes_in_the_rows_of_a_table_are_read() -> None:
    found = read(document("^{}^", "| {} | {} |", "\n").replace("| 1 |", "| No. | Note |\n|---|---|\n| 1 |"))
    assert [one.body.text for one in found.notes] == list(NOTES)
    assert [one.label for one in found.markers] == ["1", "2", "3"]


def test_a_slip_among_bracketed_notes_stays_a_slip() -> None:
    found = read(document("[{}]", "[{}] {}").replace("sentence[2]", "sentence[9]"))
    assert [one.label for one in found.markers] == ["1", "9", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "[1] The appellant sold a horse.\n\n[2] It died, as said at [1].\n\n[3] The buyer sued.\n",
        "(1) Member States shall.\n\n(2) Paragraph (1) applies.\n\n(3) Paragraph (2) does not.\n",
    ],
)
def test_numbered_paragraphs_are_no_notes(text: str) -> None:
    found = read(text)
    assert found.notes == ()
    assert found.markers == ()


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("(", ")")])
def test_numbers_cite_a_numbered_bibliography(opening: str, closing: str) -> None:
    cited = " ".join(f"A {opening}{numbers}{closing}." for numbers in ("1", "2,3", "3–5"))
    entries = "".join(f"\n{at}. Doe J. Title {at}. Quay J. 2019;4(1):{at}-9.\n" for at in range(1, 6))
    found = read(f"# A\n\n{cited}\n\n## References\n{entries}")
    assert [one.target for bracket in found.brackets for one in bracket.citations] == ["1", "2", "3", "3", "4", "5"]
    assert found.markers == ()


def test_entries_in_a_list_of_html_and_in_a_table_are_read() -> None:
    entry = "Doe, J. (2019). {}Ships{}. London: Quay."
    html = "## References\n\n<ul>\n<li>" + entry.format("<em>", "</em>") + "</li>\n</ul>\n"
    table = "## References\n\n| Source | Mark |\n|---|---|\n| " + entry.format("*", "*") + " | A 1 |\n"
    for text in (html, table):
        [made] = read(text).entries
        assert [(one.authors[0].family, one.year, one.title) for one in made.references] == [("Doe", "2019", "Ships")]


def test_the_head_of_a_page_is_neither_text_nor_entry() -> None:
    head = "The Tides of the North {}\n\n"
    text = "# A\n\nText.\n\n" + head.format(3) + "More text.\n\n" + head.format(4) + "## References\n\n"
    found = read(text + "Doe, J. (2019). *Ships*. London: Quay.\n\n" + head.format(5))
    assert len(found.entries) == 1
    assert [one.span.text for one in found.paragraphs] == ["Text.", "More text."]


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ("<sup>{}</sup>", "<sup>{}</sup> {}"),
        ("¹²³", "<sup>{}</sup> {}"),
        ("[^{}]", "[^{}]: {}"),
        ("[{0}](#fn{0})", "[{0}](#fnref{0}) {1}"),
        ("<sup>[{0}](#oak-{0}-bark)</sup>", '<a name="oak-{0}-bark">{0}</a>: {1}'),
        ("<sup>[[{0}]](#oak-{0}-bark)</sup>", '<a id="oak-{0}-bark">[{0}]</a>\n    {1}'),
        ("[{0}](#oak-{0}-bark)", "- <a name=oak-{0}-bark>{0}</a> {1}"),
        ("[\\[{0}\\]](#oak-{0}-bark)", "<a id='oak-{0}-bark'></a>[{0}] {1}"),
        ('<a href="#_ftn{0}">[{0}]</a>', '<a href="#_ftnref{0}">[{0}]</a> {1}'),
        (" [{}]", "[{}] {}"),
        ("^{}^", "^{}^ {}"),
    ],
)
def test_notes_right_below_the_lines_that_call_them_are_notes(call: str, note: str) -> None:
    def called(number: int) -> str:
        return call[number - 1] if call == "¹²³" else call.format(number)

    lines = [f"A sentence{called(number)}.\n{note.format(number, text)}" for number, text in enumerate(NOTES, 1)]
    found = read("# A\n\n" + "\n\n".join(lines) + "\n")
    assert [(one.label, one.body.text) for one in found.notes] == [(str(at), text) for at, text in enumerate(NOTES, 1)]
    assert [one.label for one in found.markers] == ["1", "2", "3"]


def test_one_note_at_an_anchor_of_any_name_is_read_where_its_number_leads_to_it() -> None:
    found = read('A claim.<sup>[1](#oaks)</sup>\n\n<a name="oaks">1</a> Doe, 2019, p. 4.\n')
    assert [note.body.text for note in found.notes] == ["Doe, 2019, p. 4."]


def test_a_number_that_leads_elsewhere_calls_no_note() -> None:
    text = 'A claim[1](#oaks), see [2](#plate2).[2](#elms)\n\n<a name="oaks">1</a> Doe, 2019.\n\n<a name="elms">2</a> Roe, 2020.\n'
    assert [(marker.label, marker.span.text) for marker in read(text).markers] == [
        ("1", "[1](#oaks)"),
        ("2", "[2](#elms)"),
    ]


def test_anchors_that_no_number_leads_to_are_no_notes() -> None:
    text = 'Steps[^1] as [said](#cut).\n\n<a name="cut"></a>1. Cut.\n\n<a name="dry"></a>2. Dry.\n\n[^1]: Doe, 2019.\n'
    assert [note.label for note in read(text).notes] == ["1"]


def test_entries_with_anchors_are_no_notes() -> None:
    text = (
        "As shown [1](#doe) and [2](#roe).\n\n## References\n\n"
        '<a name="doe">1</a>. Doe, J. (2019). *Ships*. London: Quay.\n\n<a name="roe">2</a>. Roe, R. (2020). *Tides*. London: Quay.\n'
    )
    found = read(text)
    assert found.notes == ()
    assert len(found.entries) == 2
