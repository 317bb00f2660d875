"""Finding: one defect, where it is, and what to do about it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.citations import Resolved, Work
from citecheck.model.credentials import MASK, has_credentials
from citecheck.model.document import Bracket, Entry, Marker, Note
from citecheck.model.phrase import Phrase
from citecheck.model.source import Span

Value = str | int | date | tuple[str, ...] | Phrase
"""What a message's placeholder can hold; a tuple is written as a list ("3, 4 and 5") in the reader's language, and so
are a day and a phrase."""


class Severity(StrEnum):
    """How much a finding matters to the reader of the report."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for information."""
        return list(Severity).index(self)


class Confidence(StrEnum):
    """How sure a rule is of one finding; only certain ones are errors."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class State(StrEnum):
    """What is known of a finding from elsewhere."""

    NEW = "new"
    BASELINED = "baselined"
    WAIVED = "waived"


class Place(Struct, frozen=True):
    """Where something stands: its span, its language, and the note or entry as the reader sees it printed."""

    span: Span
    lang: str | None = None
    note: str | None = None
    note_id: str | None = None
    note_label: str | None = None
    entry: str | None = None
    entry_id: str | None = None

    @staticmethod
    def of(thing: Note | Marker | Entry | Resolved | Bracket | Work, lang: str, span: Span | None = None) -> Place:
        """The place of a note, marker, entry, citation, bracket or reference; ``span`` narrows it to a part of it."""
        match thing:
            case Note() | Marker():
                label = thing.label if thing.label != thing.number else None
                return Place(span or thing.span, lang, thing.number, thing.note_id, label)
            case Entry():
                return Place(span or thing.span, lang, entry=thing.number, entry_id=thing.entry_id)
            case Resolved():
                at = span or thing.citation.span
                return Place.of(thing.note, lang, at) if thing.note is not None else Place(at, lang)
            case Work():
                at, holder = span or thing.reference.span, thing.entry or thing.note
                return Place.of(holder, lang, at) if holder is not None else Place(at, lang)
            case Bracket():
                return Place(span or thing.span, lang)

    def within(self, span: Span) -> Place:
        """The same place, narrowed to ``span``."""
        return replace(self, span=span)


class Edit(Struct, frozen=True):
    """Replace the text of ``span`` by ``replacement``."""

    span: Span
    replacement: str

    @property
    def lean(self) -> Edit | None:
        """The edit without the beginning and the end that it leaves as they are; None where that is all of it."""
        old, new = self.span.text, self.replacement
        if old == new:
            return None
        shorter = min(len(old), len(new))
        head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
        tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
        return Edit(self.span.part(head, len(old) - tail), new[head : len(new) - tail])


class Fix(Struct, frozen=True):
    """The edits that mend a finding; ``safe`` where no person needs to look first."""

    edits: tuple[Edit, ...]
    safe: bool = True

    @property
    def writable(self) -> Fix | None:
        """The fix with edits that put nothing into a file that is masked in its text; None where there are none
        such."""
        if not any(has_credentials(edit.replacement) for edit in self.edits):
            return self
        edits = tuple(lean for edit in self.edits if (lean := edit.lean) is not None)
        return replace(self, edits=edits) if edits and not any(MASK in edit.replacement for edit in edits) else None


class Finding(Struct, frozen=True, kw_only=True):
    """One defect. ``message`` is a key of its rule's messages and ``values`` fill its placeholders.

    ``subject`` says what is wrong, not where, and goes into the fingerprint. ``about`` are keys of the things that the
    finding concerns (``fr:note:12``): findings of the rules that its rule explains stay silent where they share one.
    ``because`` are keys of further things whose defect would explain this one, and that it says nothing about itself.
    ``source`` is what the source is called that all its places are about; None where that is none, or several.
    ``twin`` is the fingerprint of the first finding that says the same of another version; None where none does.
    """

    code: str
    place: Place
    message: str
    values: tuple[tuple[str, Value], ...] = ()
    severity: Severity
    confidence: Confidence = Confidence.CERTAIN
    subject: str
    about: frozenset[str] = frozenset()
    because: frozenset[str] = frozenset()
    counterparts: tuple[Place, ...] = ()
    related: tuple[Place, ...] = ()
    fix: Fix | None = None
    state: State = State.NEW
    waiver: str | None = None
    fingerprint: str = ""
    occurrences: tuple[str, ...] = ()
    source: str | None = None
    twin: str | None = None

    @property
    def lang(self) -> str | None:
        """The language of the version that the finding is in."""
        return self.place.lang


class Abstention(Struct, frozen=True):
    """A rule that did not judge a version, and why (a ``reason.…`` of ``citecheck.report.voices``, by its key)."""

    code: str
    lang: str | None
    reason: str
