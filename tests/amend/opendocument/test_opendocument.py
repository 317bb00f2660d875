"""Corrections of OpenDocument texts: tracked changes that can be accepted and taken back, and nothing else."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.amend import amended
from citecheck.errors import InputError
from citecheck.model.finding import Edit
from citecheck.model.source import Span
from citecheck.read.documents import read_document
from tests.amend.samples import corrected, refusal
from tests.read.opendocument.samples import content, note, p
from tests.read.word.samples import zipped


def document(body: str) -> bytes:
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content(body)})


def part(raw: bytes) -> str:
    return zipfile.ZipFile(BytesIO(raw)).read("content.xml").decode()


def texts(raw: bytes) -> tuple[str, str]:
    """The text with all changes accepted, and with all rejected."""
    return read_document("a.odt", raw).text, read_document("a.odt", raw, rejected=True).text


def test_a_word_goes_and_one_comes_in_its_shape() -> None:
    raw = document(p('Le <text:span text:style-name="I">Gof, 2018</text:span>.'))
    made = corrected("a.odt", raw, ("Gof", "xyz"), ("2018", "2019"))
    assert texts(made) == ("Le *xyz, 2019*.\n\n", "Le *Gof, 2018*.\n\n")
    assert (
        '<text:change text:change-id="ct3"/><text:change-start text:change-id="ct4"/>xyz<text:change-end text:change-id="ct4"/>'
        in part(made)
    )
    assert part(made).count("<dc:creator>citecheck</dc:creator><dc:date>2026-11-24T00:00:00</dc:date>") == 4
    assert 'text:track-changes="false"' in part(made)


def test_a_change_over_spans_and_signs_is_one() -> None:
    raw = document(p("Le G<text:span>o</text:span><text:s/>f<text:line-break/>in."))
    made = corrected("a.odt", raw, ("Go f\nin", "xyz"))
    assert texts(made) == ("Le xyz.\n\n", "Le Go f\nin.\n\n")
    assert part(made).count("<text:changed-region") == 2


def test_a_note_is_corrected() -> None:
    raw = document(p(f"Ports{note('1', 'Doe, p.4.')} grew."))
    made = corrected("a.odt", raw, ("p.4", "p. 4"), ("Ports[^1] grew", "Port[^1] grew"))
    assert "Doe, p. 4." in texts(made)[0]
    assert texts(made)[1] == texts(raw)[0]


def test_blanks_that_would_be_passed_over_are_signs() -> None:
    raw = document(p("one two three"))
    made = corrected("a.odt", raw, ("one two", "one"))
    assert "ct1" in part(made)
    assert '<text:change text:change-id="ct1"/><text:s/>three' in part(made)


def test_changes_are_added_to_those_of_others() -> None:
    listed = (
        '<text:tracked-changes><text:changed-region text:id="ct1"><text:insertion><office:change-info/></text:insertion>'
        "</text:changed-region></text:tracked-changes>"
    )
    body = listed + p(
        'Ports <text:change-start text:change-id="ct1"/>of teh north<text:change-end text:change-id="ct1"/>.'
    )
    made = corrected("a.odt", document(body), ("Ports", "Port"))
    assert texts(made) == ("Port of teh north.\n\n", "Ports .\n\n")
    assert refusal("a.odt", document(body), "teh", "the") == "change"
    assert refusal("a.odt", document(body), "Ports of", "Ports and") == "change"
    assert part(made).count("<text:tracked-changes") == 1
    assert 'text:id="ct2"' in part(made)


def test_a_flat_file_is_corrected() -> None:
    raw = content(p("Le Gof")).encode()
    made = corrected("a.fodt", raw, ("Gof", "Goff"))
    assert read_document("a.fodt", made).text == "Le Goff\n\n"


@pytest.mark.parametrize(
    ("run", "why"),
    [
        ("<text:date>Gof</text:date>", "field"),
        ('<text:bookmark-ref text:ref-name="x">Gof</text:bookmark-ref>', "field"),
        ('<text:span text:style-name="I">Gof</text:span>', ""),
        ('<text:a xlink:href="https://example.org">Gof</text:a>', ""),
    ],
)
def test_what_a_program_prints_itself_is_refused(run: str, why: str) -> None:
    assert refusal("a.odt", document(p(f"Le {run} said.")), "Gof", "Goff") == why


def test_what_a_reference_manager_prints_is_refused() -> None:
    mark = (
        'ZOTERO_ITEM CSL_CITATION {"citationID":"a","properties":{"plainCitation":"(Gof)"},"citationItems":[]} RNDabc'
    ).replace('"', "&quot;")
    body = f'<text:reference-mark-start text:name="{mark}"/>(Gof)<text:reference-mark-end text:name="{mark}"/>'
    assert refusal("a.odt", document(p(f"Le {body} said.")), "Gof", "Goff") == "field"


def test_an_address_that_a_link_prints_is_corrected_with_the_link() -> None:
    old, new = "https://example.org/a?utm_source=x", "https://example.org/a"
    shown = f'<text:a xlink:href="{old}"><text:span>https://example.org/</text:span>a?utm_source=x</text:a>'
    raw = document(p(f"See {shown} and more."))
    made = corrected("a.odt", raw, ("?utm_source=x", ""), ("more", "end"))
    assert texts(made) == (f"See {new} and end.\n\n", f"See {old} and more.\n\n")
    assert f'<text:a xlink:href="{new}">{new}</text:a>' in part(made)


def test_marks_are_refused() -> None:
    raw = document(p(f"Ports{note('1', 'Doe')} grew."))
    assert refusal("a.odt", raw, "Ports[^1]", "Ports[^2]") == "markup"


@given(
    st.lists(
        st.sampled_from(["a", "b c", " ", "de", "\u00a0f", "<text:s/>", "<text:span>g.</text:span>"]),
        min_size=2,
        max_size=6,
    ),
    st.integers(0, 20),
    st.integers(0, 4),
    st.text("xyz\u00a0", max_size=3),
)
def test_whatever_is_changed_can_be_taken_back(pieces: list[str], start: int, length: int, new: str) -> None:
    raw = document(p("Q" + "".join(pieces) + "Q"))
    source = read_document("a.odt", raw)
    begin = 1 + start % (len(source.text) - 3)
    edit = Edit(Span(source, begin, min(begin + length, len(source.text) - 3)), new).lean
    if edit is None:
        return
    try:
        made = amended("a.odt", [edit], lambda _: raw)["a.odt"]
    except InputError:
        # Where a blank is left beside another one, or goes that others stand behind, one of them is printed.
        assert " " in source.text
        return
    assert texts(made) == (
        source.text[: edit.span.start] + edit.replacement + source.text[edit.span.end :],
        source.text,
    )
