r"""Notes in all their commands, with the numbers that are printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from citecheck.model.layout import NoteKind
from citecheck.read.tex.flow import Flow, Mark
from citecheck.read.tex.preamble import number_of
from citecheck.read.tex.state import NoteDraft, State
from citecheck.read.tex.tokens import Token

__all__ = ["NOTES", "begin_note"]

Handler = Callable[[State, Token], None]
COUNTERS = {
    "footnote": "footnote", "tablefootnote": "footnote", "ftnote": "footnote", "sidenote": "sidenote",
    "endnote": "endnote", "pagenote": "endnote", "chapterendnote": "endnote", "thanks": "thanks",
    "footnoteA": "footnoteA", "footnoteB": "footnoteB", "footnoteC": "footnoteC", "parnote": "parnote",
    "footnotetext": "footnote", "endnotetext": "endnote", "footnotemark": "footnote", "endnotemark": "endnote",
    "sidenotetext": "sidenote", "sidenotemark": "sidenote",
}  # fmt: skip
"""The counter of the notes that each command prints."""
APART = {"endnote": "e", "sidenote": "s", "footnoteA": "A", "footnoteB": "B", "footnoteC": "C", "parnote": "p"}
"""What the identifiers of notes begin with that are counted beside the footnotes."""


def begin_note(
    state: State, token: Token, counter: str, number: int | None = None, *, marked: bool = True
) -> NoteDraft:
    """A note with the next number of its counter, or with one that is said, and its mark here."""
    if counter == "footnote" and state.open["env minipage"]:
        counter = "mpfootnote"
    if number is None:
        state.counters.step(counter)
        printed = state.counters.printed(counter)
    else:
        before = state.counters.values.get(counter, 0)
        state.counters.values[counter] = number
        printed = state.counters.printed(counter)
        state.counters.values[counter] = before
    note = draft(state, counter, printed)
    note.flow = Flow(f"{note.kind.value}s", token)
    note.marked = marked
    if marked:
        state.flow.add(Mark(note.key, token))
    return note


def draft(state: State, counter: str, printed: str) -> NoteDraft:
    """A note without text as yet."""
    custom = counter in ("thanks", "mpfootnote")
    kind = NoteKind.ENDNOTE if counter == "endnote" else NoteKind.FOOTNOTE
    outer = state.counters.within.get(counter, "")
    prefix = state.counters.printed(outer) if state.counters.values.get(outer) else ""
    note = NoteDraft(len(state.notes), counter, kind, printed, prefix, custom)
    state.notes.append(note)
    state.latest[counter, printed] = note
    return note


def _note(state: State, token: Token) -> None:
    r"""``\footnote[…]{…}`` and its kin."""
    counter = COUNTERS[token.text.rstrip("*")]
    given = state.stream.optional()
    number = number_of(state, given) if given is not None else None
    if not state.stream.opens():
        return
    outer = state.current
    note = begin_note(state, token, counter, number)
    _read(state, note, outer)


def _read(state: State, note: NoteDraft, outer: str) -> None:
    """Reads the group that comes next as the text of a note."""
    flow = note.flow
    if flow is None:
        return

    def done() -> None:
        state.leave_note(flow)
        state.current = outer
        state.shape, state.quotes = shape, quotes

    shape, quotes = state.shape, state.quotes
    if state.opens(done):
        state.enter_note(flow)
        state.current = note.printed
        state.shape, state.quotes = type(shape)(), 0


def _mark(state: State, token: Token) -> None:
    r"""``\footnotemark[…]``: the mark of a note whose text stands elsewhere; with a number, of one that may have its mark already."""
    counter = COUNTERS[token.text.rstrip("*")]
    given = state.stream.optional()
    if given is not None:
        number = number_of(state, given)
        if number is None:
            return
        printed = _shown(state, counter, number)
        known = state.latest.get((counter, printed))
        if known is None:
            known = draft(state, counter, printed)
        elif known.marked:
            return
    else:
        state.counters.step(counter)
        known = draft(state, counter, state.counters.printed(counter))
    known.marked = True
    state.flow.add(Mark(known.key, token))


def _shown(state: State, counter: str, number: int) -> str:
    before = state.counters.values.get(counter, 0)
    state.counters.values[counter] = number
    printed = state.counters.printed(counter)
    state.counters.values[counter] = before
    return printed


def _text(state: State, token: Token) -> None:
    r"""``\footnotetext[…]{…}``: the text of a note whose mark stands elsewhere."""
    counter = COUNTERS[token.text.rstrip("*")]
    given = state.stream.optional()
    number = number_of(state, given) if given is not None else state.counters.values.get(counter, 0)
    if not state.stream.opens() or number is None:
        return
    printed = _shown(state, counter, number)
    note = state.latest.get((counter, printed))
    if note is None or note.flow is not None:
        note = draft(state, counter, printed)
    note.flow = Flow(f"{note.kind.value}s", token)
    _read(state, note, state.current)


NOTES: Mapping[str, Handler] = {
    **dict.fromkeys(
        ("footnote", "tablefootnote", "ftnote", "sidenote", "endnote", "pagenote", "chapterendnote", "thanks"), _note
    ),
    **dict.fromkeys(("footnoteA", "footnoteB", "footnoteC", "parnote"), _note),
    **dict.fromkeys(("footnotemark", "endnotemark", "sidenotemark"), _mark),
    **dict.fromkeys(("footnotetext", "endnotetext", "sidenotetext"), _text),
}
