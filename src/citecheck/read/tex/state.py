r"""What is known of a document while it is read, and the text as far as it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from citecheck.languages import all_languages, language
from citecheck.model.layout import NoteKind, Role
from citecheck.read.tex.counters import Counters
from citecheck.read.tex.files import Files
from citecheck.read.tex.flow import PLAIN, Flow, Shape
from citecheck.read.tex.macros import Macros
from citecheck.read.tex.settings import Settings
from citecheck.read.tex.stream import Stream
from citecheck.read.tex.tokens import EMPTY, Kind, Slice, Token

__all__ = ["Bibitem", "Frame", "NoteDraft", "State"]

OTHER_QUOTES = (("“", "”"), ("‘", "’"))
"""The quotation marks of languages that citecheck does not know."""
Done = Callable[[], None]


class Frame:
    """What is open: a group in braces, or the environment ``name``, with what was in force before."""

    __slots__ = ("done", "lang", "name", "role", "shape")

    def __init__(self, name: str, shape: Shape, role: Role, lang: str | None, done: Done | None) -> None:
        self.name = name
        self.shape = shape
        self.role = role
        self.lang = lang
        self.done = done


class NoteDraft:
    """A note before the end: ``prefix`` tells it from those of the same number in other chapters."""

    __slots__ = ("counter", "custom", "flow", "key", "kind", "marked", "prefix", "printed")

    def __init__(self, key: int, counter: str, kind: NoteKind, printed: str, prefix: str, custom: bool) -> None:
        self.key = key
        self.counter = counter
        self.kind = kind
        self.printed = printed
        self.prefix = prefix
        self.custom = custom
        self.flow: Flow | None = None
        self.marked = False


class Bibitem:
    """What is printed for an entry that stands in the text: a number or a sign, or the author and the year."""

    __slots__ = ("author", "label", "year")

    def __init__(self, label: str, author: str = "", year: str = "") -> None:
        self.label = label
        self.author = author
        self.year = year


class State:
    """The document at the place that is being read."""

    def __init__(self, files: Files, bibitems: dict[str, Bibitem]) -> None:
        self.files = files
        self.stream = Stream()
        self.macros = Macros()
        self.counters = Counters()
        self.settings = Settings()
        self.bibitems = bibitems
        self.keys: dict[str, str] | None = None
        """The keys of the bibliography files as they are written there, once they are asked for."""
        self.begun = False
        self.text = Flow("text")
        self.flows = [self.text]
        self.open_notes = 0
        self.frames: list[Frame] = []
        self.open = Counter[str]()
        self.shape = PLAIN
        self.lang: str | None = None
        self.quotes = 0
        self.notes: list[NoteDraft] = []
        self.latest: dict[tuple[str, str], NoteDraft] = {}
        """The last note of each counter with each number."""
        self.unnumbered_chapters = False
        self.lists = 0
        self.enumerated = False
        self.outer_lists: list[bool] = []
        self.labels: dict[str, str] = {}
        self.current = ""
        """What a label here would be the name of."""
        self.title: Slice = EMPTY
        self.here = Token(Kind.CLOSE, "", "", 1, 1)
        """Where a group closed last."""
        self.float = ""
        self.flags: dict[str, bool] = {}
        self.remarks: list[tuple[str, Token]] = []
        self.bibliographies: list[str] = []

    @property
    def flow(self) -> Flow:
        """The text that is being read: the running text, or that of a note."""
        return self.flows[-1]

    @property
    def in_note(self) -> bool:
        """Whether a note is being read."""
        return self.open_notes > 0

    def enter_note(self, flow: Flow) -> None:
        """The text of a note begins."""
        self.flows.append(flow)
        self.open_notes += 1

    def leave_note(self, flow: Flow) -> None:
        """The text of a note ends."""
        flow.end()
        self.flows.pop()
        self.open_notes -= 1

    @property
    def ends_cell(self) -> bool:
        """Whether the end of a line is the end of a cell here."""
        return self.flow.role is Role.CELL

    def pass_group(self) -> None:
        """Passes over the group in braces that comes next."""
        self.stream.group()

    def push(self, name: str, done: Done | None = None) -> None:
        """Something opens; ``done`` is called when it closes."""
        self.frames.append(Frame(name, self.shape, self.flow.role, self.lang, done))
        self.open[name] += 1

    def pop(self, name: str) -> None:
        """The last that has that name closes, with all that is open within it; nothing where there is none."""
        while self.open[name]:
            frame = self.frames.pop()
            self.open[frame.name] -= 1
            self.shape = frame.shape
            self.lang = frame.lang
            if frame.done is not None:
                frame.done()
            self.flow.role = frame.role
            if frame.name == name:
                return

    def close_all(self) -> None:
        """Closes all that is open: the end was reached."""
        while self.frames:
            self.pop(self.frames[-1].name)
        self.flow.end()

    def opens(self, done: Done | None = None) -> bool:
        """Opens the group in braces that comes next, if one does."""
        if not self.stream.opens():
            return False
        self.stream.next()
        self.push("", done)
        return True

    def read(self, piece: Slice, place: Token, done: Done) -> None:
        """Reads some tokens next, as if they stood in braces here."""
        self.stream.push_items([Token(Kind.CLOSE, "}", place.file, place.line, place.column)])
        self.stream.push(piece)
        self.push("", done)

    def words(self, text: str, token: Token) -> None:
        """Text as it is printed."""
        self.flow.words(text, token, self.shape)

    @property
    def marks(self) -> tuple[tuple[str, str], ...]:
        """The quotation marks of the language here, from outside to inside."""
        if self.lang is not None and any(one.code == self.lang for one in all_languages()):
            return language(self.lang).quotes[:2]
        return OTHER_QUOTES

    def remark(self, key: str, token: Token) -> None:
        """Something of the document could not be read."""
        if (key, token) not in self.remarks[-20:]:
            self.remarks.append((key, token))
