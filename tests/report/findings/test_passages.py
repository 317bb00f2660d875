"""Passages: how a text is cut around a spot, and what stands against it in the other version."""

from __future__ import annotations

from citecheck import audit
from citecheck.model.finding import Place
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.report.findings.passages import Block, Counterparts, Look, Passages
from tests.report.audited import TEXT, audited


def sides(of: Report) -> tuple[Passages, Passages, Counterparts]:
    both = {version.lang: Passages(version) for version in of.versions}
    return both["fr"], both["en"], Counterparts(of.alignments[0], both)


def spot(of: Report, text: str, nth: int = 1) -> Span:
    source = of.versions[0].document.sources[0]
    start = -1
    for _ in range(nth):
        start = source.text.index(text, start + 1)
    return Span(source, start, start + len(text))


def said(block: Block) -> str:
    """A block with its spot in brackets and markers as ``^2``."""
    parts = []
    for piece in block.pieces:
        text = f"^{piece.text}" if piece.look & Look.CALL else piece.text
        parts.append(f"[{text}]" if piece.look & Look.MARKED else text)
    return "".join(parts)


def test_running_text_is_cut_within_its_paragraph_with_markers_as_numbers() -> None:
    french, _, _ = sides(audited())
    [block] = french.around(Place(spot(audited(), "40 bateaux"), "fr"))
    assert said(block) == (
        "Le port de Lannec a perdu [40 bateaux] depuis 2005^5. La criée a fermé^6. Rien ne la remplace^7."
    )


def test_a_marker_can_be_the_spot() -> None:
    french, _, _ = sides(audited())
    marker = french.calls["6"]
    blocks = french.around(Place.of(marker, "fr"))
    assert "La criée a fermé[^6]. Rien" in said(blocks[0])
    assert (blocks[1].number, said(blocks[1])) == ("6", "Kerbrat, 2021, p. 9")


def test_the_call_of_a_note_is_told_from_its_neighbours() -> None:
    french, _, _ = sides(audited())
    calls = [piece for piece in french.of_note(french.notes["6"])[0].pieces if piece.look & Look.CALL]
    assert [(piece.text, bool(piece.look & Look.OWN)) for piece in calls] == [("5", False), ("6", True), ("7", False)]


def test_an_entry_is_shown_with_its_number() -> None:
    french, _, _ = sides(audited())
    [block] = french.around(Place.of(french.entries["2"], "fr", spot(audited(), "Revue des mers")))
    assert (block.kind, block.number) == ("entry", "2")
    assert said(block) == "Le Goff, Y. et Tanguy, M. (2018). La fin d'un port. [Revue des mers], 12(3), 40-62."


def test_a_long_note_that_is_the_spot_is_pointed_at() -> None:
    long = TEXT.replace("Kerbrat, 2021, p. 9", f"Kerbrat, 2021, p. 9. {'Un long commentaire. ' * 20}", 1)
    report = audit(["-"], stdin=long.encode())
    french, _, _ = sides(report)
    block = french.around(Place.of(french.notes["6"], "fr"))[-1]
    assert block.whole
    assert "[" not in said(block)


def test_a_paragraph_that_a_page_break_cuts_is_whole() -> None:
    cut = TEXT.replace(
        "La criée a fermé<sup>6</sup>. Rien",
        "La criée de\n\n<sup>6</sup> Kerbrat, 2021, p. 9\n\nla ville a fermé<sup>6</sup>. Rien",
    ).replace("<sup>6</sup> Kerbrat, 2021, p. 9\n\n<sup>7</sup>", "<sup>7</sup>")
    report = audit(["-"], stdin=cut.encode())
    french, _, _ = sides(report)
    paragraph = next(one for one in report.versions[0].document.paragraphs if len(one.pieces) > 1)
    [block] = french.around(Place(paragraph.pieces[1].part(0, 8), "fr"))
    assert "La criée de [la ville] a fermé^6." in said(block)


def test_notes_and_entries_stand_against_those_of_the_alignment() -> None:
    french, english, counterparts = sides(audited())
    [(place, blocks)] = counterparts.of(Place.of(french.notes["2"], "fr"))
    assert (place.lang, place.note, said(blocks[-1])) == ("en", "2", "Le Goff & Tanguy, 2018, p. 44-47")
    [(place, blocks)] = counterparts.of(Place.of(english.entries["1"], "en"))
    assert (place.lang, said(blocks[0]).split(" (")[0]) == ("fr", "Kerbrat, A.")


def test_running_text_stands_against_the_note_that_is_called_next_to_it() -> None:
    _, _, counterparts = sides(audited())
    [(place, blocks)] = counterparts.of(Place(spot(audited(), "40 bateaux"), "fr"))
    assert (place.note, said(blocks[0]).split(" since")[0]) == ("5", "The port of Lannec has lost 40 boats")


def test_what_is_in_no_known_language_has_no_counterpart() -> None:
    _, _, counterparts = sides(audited())
    assert counterparts.of(Place(spot(audited(), "40 bateaux"))) == []
