"""Parsing whole documents: what never happens whatever the text, and notes in every form that people write."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from citecheck.model.document import BlockKind, Document, NoteForm
from citecheck.model.reference import Citation
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from tests.parse.texts import ANY_TEXT, QUICK, document

LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def spans(value: Any) -> list[Span]:
    """Every span in a value, wherever it stands."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, Source):
        return []
    if isinstance(value, Struct):
        return [span for name in value.__struct_fields__ for span in spans(getattr(value, name))]
    if isinstance(value, (tuple, list)):
        return [span for one in value for span in spans(one)]
    return []


def citations(made: Document) -> list[tuple[Span, Citation]]:
    """Every citation, with the span that it must lie in."""
    found = [(note.body, one) for note in made.notes for one in note.citations]
    return found + [(bracket.span, one) for bracket in made.brackets for one in bracket.citations]


# Whatever the text.


@QUICK
@given(texts=st.lists(ANY_TEXT, min_size=1, max_size=3), lang=st.sampled_from(["en", "fr"]))
def test_any_text_is_read_and_every_span_lies_in_it(texts: list[str], lang: str) -> None:
    made = document(*texts, lang=lang)
    assert [source.text for source in made.sources] == texts
    for span in spans(made):
        assert any(span.source is source for source in made.sources)
        assert 0 <= span.start <= span.end <= len(span.source.text)


@QUICK
@given(text=ANY_TEXT)
def test_the_text_of_a_span_is_what_the_value_says(text: str) -> None:
    made = document(text)
    for marker in made.markers:
        printed = marker.span.text
        if marker.form is NoteForm.SUPERSCRIPT:
            numbers = [int(number) for number in re.findall(r"\d+", printed.translate(LOWERED))]
            # Of a range such as 5-7 only the ends are printed.
            assert int(marker.label) in numbers or any(number < int(marker.label) for number in numbers)
        elif marker.form is NoteForm.LABEL:
            assert printed == f"[^{marker.label}]"
        else:
            assert printed.startswith("^[")
            assert printed.endswith("]")
    for note in made.notes:
        assert note.span.holds(note.body)
        assert note.span.holds(note.label_span)
        assert note.label_span.end <= note.body.start
    for entry in made.entries:
        assert entry.span.holds(entry.body)
        assert entry.number is None or entry.number in entry.span.text
        assert all(entry.body.holds(reference.span) for reference in entry.references)
    for heading in made.headings:
        assert heading.span.holds(heading.title_span)
        assert heading.number is None or heading.number in re.sub("[*_`]|<[^<>]*>", "", heading.span.text)
    for url in made.urls:
        assert "\n\n" not in url.span.text
    for name in made.names:
        assert name.span.text[:1].isalpha()


@QUICK
@given(text=ANY_TEXT)
def test_a_citation_prints_what_it_says(text: str) -> None:
    for around, one in citations(document(text)):
        assert around.start <= one.span.start <= one.span.end <= around.end + 1
        if one.author_span is not None:
            printed = re.sub(r"[\s*_]+", " ", re.sub(r"<[^<>]*>", " ", one.author_span.text.replace("&amp;", "&")))
            for author in one.authors:
                assert all(word.strip("_*") in printed for word in author.family.split())
        if one.year_span is not None:
            if one.year == "n.d.":
                assert not any(char.isdigit() for char in one.year_span.text)
            else:
                assert one.year_span.text.casefold() == f"{one.year}{one.suffix}"
        if one.locator is not None:
            assert " ".join(one.locator.text.split()) in " ".join(re.sub("[*_]", " ", one.locator.span.text).split())
            assert one.locator.label is None or one.locator.span.text.startswith(one.locator.label)
            assert all(low > 0 or high >= low for low, high in one.locator.ranges)


@QUICK
@given(text=ANY_TEXT)
def test_headings_notes_entries_and_running_text_do_not_overlap(text: str) -> None:
    made = document(text)
    held = [heading.span for heading in made.headings]
    held += [note.span for note in made.notes if note.form is not NoteForm.INLINE]
    held += [entry.span for entry in made.entries]
    held += [piece for paragraph in made.paragraphs for piece in paragraph.pieces]
    for one, other in pairwise(sorted(held, key=lambda span: (span.start, span.end))):
        assert one.end <= other.start, (one.text, other.text)


@QUICK
@given(text=ANY_TEXT)
def test_identifiers_are_unique_and_markers_point_to_paragraphs(text: str) -> None:
    made = document(text)
    assert len({entry.entry_id for entry in made.entries}) == len(made.entries)
    assert [paragraph.index for paragraph in made.paragraphs] == list(range(len(made.paragraphs)))
    for marker in made.markers:
        if marker.paragraph < len(made.paragraphs):
            pieces = made.paragraphs[marker.paragraph].pieces
            assert marker.offset <= sum(piece.end - piece.start for piece in pieces)
    starts = [marker.span.start for marker in made.markers]
    assert starts == sorted(starts)


@QUICK
@given(text=ANY_TEXT)
def test_reading_twice_gives_the_same(text: str) -> None:
    version = Version("en", (Span(Source("a.md", text), 0, len(text)),))
    assert parse(version) == parse(version)


@QUICK
@given(text=ANY_TEXT, blank=st.sampled_from(["\n", "\n\n\n", " \n"]))
def test_blank_lines_at_the_end_change_nothing(text: str, blank: str) -> None:
    one, other = document(text.rstrip() + "\n"), document(text.rstrip() + "\n\n" + blank)
    assert [note.body.text for note in one.notes] == [note.body.text for note in other.notes]
    assert [marker.note_id for marker in one.markers] == [marker.note_id for marker in other.markers]
    assert [entry.body.text for entry in one.entries] == [entry.body.text for entry in other.entries]


CHAPTER = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["Doe, 2019, p. 4", "Ibid.", "“A title”, 2020", "Only a remark."])),
    min_size=1,
    max_size=6,
)


@QUICK
@given(plan=st.lists(CHAPTER, min_size=2, max_size=4))
def test_chapters_in_one_file_or_in_several_are_the_same(plan: list[list[tuple[int, str]]]) -> None:
    label, texts = 0, []
    for number, chapter in enumerate(plan, 1):
        lines = [f"## {number}. Chapter", ""]
        for words, body in chapter:
            label += 1
            lines += [
                f"{'Some words come first. ' * words}This is said<sup>{label}</sup>.",
                "",
                f"<sup>{label}</sup> {body}",
                "",
            ]
        texts.append("\n".join(lines))
    one, several = document("\n".join(texts)), document(*texts)
    assert [note.note_id for note in one.notes] == [note.note_id for note in several.notes]
    assert [marker.note_id for marker in one.markers] == [marker.note_id for marker in several.markers]
    assert [note.body.text for note in one.notes] == [note.body.text for note in several.notes]
    assert [marker.section for marker in one.markers] == [marker.section for marker in several.markers]
    assert [len(note.citations) for note in one.notes] == [len(note.citations) for note in several.notes]


# Markers.


MARKERS = [
    ("Said<sup>1</sup>.", ["1"]),
    ("Said<sup> 1 </sup>.", ["1"]),
    ("Said<sup>[1]</sup>.", ["1"]),
    (r"Said<sup>\[1\]</sup>.", ["1"]),
    ("Said<sup>001</sup>.", ["1"]),
    ("Said<SUP>1</SUP>.", ["1"]),
    ("Said<sup>1, 2</sup>.", ["1", "2"]),
    ("Said<sup>1;2</sup>.", ["1", "2"]),
    ("Said<sup>1-3</sup>.", ["1", "2", "3"]),
    ("Said<sup>1–3</sup>.", ["1", "2", "3"]),
    ("Said<sup>1</sup><sup>2</sup>.", ["1", "2"]),
    ("Said<sup>1</sup>,<sup>2</sup>.", ["1", "2"]),
    ("Said¹.", ["1"]),
    ("Said¹².", ["12"]),
    ("Said[^1].", ["1"]),
    ("Said[^long-name].", ["long-name"]),
    ("Said^[in a note].", [""]),
    ("Said^[in a [bracketed] note].", [""]),
    ("In **bold<sup>1</sup>** and *italics<sup>2</sup>*.", ["1", "2"]),
    ("> A quotation<sup>1</sup>.", ["1"]),
    ("- An item<sup>1</sup>", ["1"]),
    ("## A heading<sup>1</sup>", ["1"]),
    ("| A | B |\n|---|---|\n| one<sup>1</sup> | two<sup>2</sup> |", ["1", "2"]),
    ("<table><tr><td>x<sup>1</sup></td></tr></table>", ["1"]),
    ("The year 1999<sup>1</sup>.", ["1"]),
    # No markers.
    ("The 13<sup>e</sup> century, the 13<sup>th</sup>, the XXI<sup>e</sup>, the 1<sup>er</sup>.", []),
    ("The 1<sup>re</sup>, 2<sup>nd</sup>, 3<sup>rd</sup> and M<sup>me</sup> Doe.", []),
    ("Over 5 km<sup>2</sup> and 3 m<sup>3</sup>.", []),
    ("Some 10<sup>6</sup> grains.", []),
    ("Said<sup>0</sup>.", []),
    ("Said<sup>1</sup", []),
    ("Said<sup>1", []),
    ("Said<sup>" + "1" * 1000 + "</sup>.", []),
    ("Said<sup>a</sup>.", []),
    (r"Said\^[no note].", []),
    ("```\ncode<sup>1</sup>\n```", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "labels"), MARKERS, ids=[text[:40] for text, _ in MARKERS])
def test_markers(text: str, labels: list[str]) -> None:
    made = document(text)
    assert [marker.label if marker.form is not NoteForm.INLINE else "" for marker in made.markers] == labels


@pytest.mark.parametrize(
    ("text", "before", "after", "spaced", "glued"),
    [
        ("The word<sup>1</sup>.", "word", ".", False, True),
        ("The word.<sup>1</sup> Next", ".", "Next", False, False),
        ("The word <sup>1</sup>, next", "word", ",", True, True),
        ("The word<sup>1</sup>next", "word", "next", False, True),
        ("The *word*<sup>1</sup>", "word", "", False, False),
        ("<sup>1</sup>, as said", "", ",", False, True),
        ("A word<sup>1</sup><sup>2</sup>.", "word", ".", False, True),
    ],
)
def test_what_stands_around_a_marker(text: str, before: str, after: str, spaced: bool, glued: bool) -> None:
    marker = document(f"{text}\n\nMore.").markers[0]
    assert (marker.before, marker.after, marker.spaced, marker.glued) == (before, after, spaced, glued)


def test_the_offset_counts_the_characters_of_the_paragraph() -> None:
    made = document("The first half of it<sup>1</sup>,\n\n---\n\nand the second half<sup>2</sup>.")
    assert len(made.paragraphs) == 1
    assert [marker.offset for marker in made.markers] == [20, 33 + 19]
    assert [marker.before for marker in made.markers] == ["it", "half"]


# Notes.


def test_notes_below_the_text() -> None:
    made = document("Said<sup>1</sup>. Again<sup>2</sup>.\n\n<sup>1</sup> Doe, 2019, p. 4\n\n<sup>2</sup> *Ibid*.\n")
    assert [(note.label, note.body.text) for note in made.notes] == [("1", "Doe, 2019, p. 4"), ("2", "*Ibid*.")]
    assert made.notes[0].label_span.text == "<sup>1</sup>"
    assert [note.span.line for note in made.notes] == [3, 5]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("S<sup>1</sup>. T<sup>2</sup>.\n\n<sup>1</sup> One.\n<sup>2</sup> Two.", ["One.", "Two."]),
        ("S<sup>1</sup>. T<sup>2</sup>.\n<sup>1</sup> One.\n<sup>2</sup> Two.", ["One.", "Two."]),
        ("S<sup>1</sup>.\n\n<sup>1</sup>One.", ["One."]),
        ("S<sup>1</sup>.\n\n<sup>1</sup>\tOne.", ["One."]),
        ("S<sup>1</sup>.\n\n- <sup>1</sup> One.", ["One."]),
        ('S<sup>1</sup>.\n\n<span id="x"></span><sup>1</sup> One.', ["One."]),
        ("S<sup>1</sup>.\n\n<sup>1</sup> One,\ntwo.", ["One,\ntwo."]),
        ("S<sup>1</sup>.\n\n<sup>1</sup> Read at:\n\nhttps://x.org/a\n\nText.", ["Read at:\n\nhttps://x.org/a"]),
        ("S<sup>1</sup>.\n\n<sup>1</sup> One,\n\ntwo.\n\nText.", ["One,\n\ntwo."]),
        ("S[^1].\n\n[^1]: One.", ["One."]),
        ("S[^a].\n\n[^a]: One.\n\n    Two.\n\nText.", ["One.\n\n    Two."]),
        ("S[^a].\n\n[^a]: One.\n\n    Two.\n\n    Three.\n\nText.", ["One.\n\n    Two.\n\n    Three."]),
        ("S[^a] t[^b].\n\n[^a]: One.\n[^b]: Two.", ["One.", "Two."]),
        ("S^[one] t^[two].", ["one", "two"]),
        ("S^[see [Doe](https://x.org), p. 4].", ["see [Doe](https://x.org), p. 4"]),
        ("S¹.\n\n¹ One.", ["One."]),
        ("S<sup>1</sup>.\n\n---\n\n<sup>1</sup> One.", ["One."]),
    ],
)  # fmt: skip
def test_the_bodies_of_notes(text: str, bodies: list[str]) -> None:
    assert [note.body.text for note in document(text).notes] == bodies


def test_running_text_after_a_page_break_is_no_note() -> None:
    made = document(
        "The text goes on to the next page\n\n---\n\n<sup>1</sup>, where it ends.\n\n<sup>1</sup> Doe, 2019."
    )
    assert [note.body.text for note in made.notes] == ["Doe, 2019."]
    assert [marker.label for marker in made.markers] == ["1"]


def test_the_notes_of_a_page_stand_within_the_paragraph_that_it_cuts() -> None:
    made = document(
        "The sentence is cut by the end of\n\n<sup>1</sup> Doe, 2019.\n\nthe page and goes on<sup>2</sup>.\n\n"
        "<sup>2</sup> Roe, 2020.\n\nA new one."
    )
    assert [len(paragraph.pieces) for paragraph in made.paragraphs] == [2, 1]
    assert [note.label for note in made.notes] == ["1", "2"]


def test_an_open_inline_note_is_said_to_be_unreadable() -> None:
    made = document("Said ^[and never closed.")
    assert (made.notes, made.markers) == ((), ())
    assert [(one.span.text, one.reason) for one in made.unreadable] == [("^[", "inline-note-unclosed")]


def test_endnotes_stand_behind_all_text() -> None:
    made = document(
        "# T\n\nS<sup>1</sup>. T<sup>2</sup>.\n\n## Notes\n\n<sup>1</sup> Doe, 2019.\n\n<sup>2</sup> Roe, 2020.\n\n## Bibliography\n\nDoe, J. (2019). A title.\n"
    )
    assert [note.note_id for note in made.notes] == ["1", "2"]
    assert len(made.entries) == 1


def test_endnotes_may_be_a_numbered_list() -> None:
    made = document("# T\n\nS<sup>1</sup>. T<sup>2</sup>.\n\n## Notes\n\n1. Doe, 2019, p. 4.\n2. Roe, 2020.\n")
    assert [(note.label, note.body.text) for note in made.notes] == [("1", "Doe, 2019, p. 4."), ("2", "Roe, 2020.")]


# Running text.


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Prose.", [BlockKind.PROSE]),
        ("- One\n- Two", [BlockKind.LIST, BlockKind.LIST]),
        ("> Quoted.", [BlockKind.QUOTE]),
        ("Figure 1: The map.", [BlockKind.CAPTION]),
        ("**Tableau 2** : Les ports.", [BlockKind.CAPTION]),
        ("| A | B |\n|---|---|\n| x | y |", [BlockKind.TABLE]),
    ],
)
def test_kinds_of_paragraphs(text: str, kinds: list[BlockKind]) -> None:
    assert [paragraph.kind for paragraph in document(text).paragraphs] == kinds


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("As said (Doe, 2019).", ["(Doe, 2019)"]),
        ("As said (Doe, 2019; Roe, 2020, p. 4).", ["(Doe, 2019; Roe, 2020, p. 4)"]),
        ("That is what Doe (2019) says.", ["Doe (2019)"]),
        ("As Doe and Roe (2019) say.", ["Doe and Roe (2019)"]),
        ("As said [3].", ["[3]"]),
        ("As said [3, 5-7].", ["[3, 5-7]"]),
        ("As said [@doe2019, p. 4].", ["[@doe2019, p. 4]"]),
        ("As @doe2019 says.", ["@doe2019"]),
        ("As said (see also Doe et al., 2019).", ["(see also Doe et al., 2019)"]),
        ("As said (which was in 2019).", []),
        ("As said (in the years 2019 to 2021).", []),
        ("An image ![3](x.png) and a link [3](https://x.org).", []),
        ("In 2019 (n.d.) nothing.", []),
    ],
)
def test_citations_in_running_text(text: str, cited: list[str]) -> None:
    assert [bracket.span.text for bracket in document(text).brackets] == cited


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Only text.", ["bibliography", "notes", "markers"]),
        ("S<sup>1</sup>.\n\n<sup>1</sup> Doe, 2019.", ["bibliography"]),
        ("Text.\n\n## Bibliography\n\nDoe, J. (2019). A title.", ["notes", "markers"]),
        ("", ["bibliography", "notes", "markers"]),
    ],
)
def test_what_a_document_lacks_is_said(text: str, missing: list[str]) -> None:
    assert [one.what for one in document(text).missing] == missing
