r"""What a document is made of: headings, lists, tables, captions, and the list of sources that stands in the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from citecheck.languages import language
from citecheck.model.layout import Role, Words
from citecheck.read.tex.babel import code_of
from citecheck.read.tex.flow import Flow
from citecheck.read.tex.names import FORMULAS, SKIPPED_ENVIRONMENTS
from citecheck.read.tex.state import State
from citecheck.read.tex.tokens import EMPTY, Kind, Token, written

__all__ = ["STRUCTURE", "document"]

Handler = Callable[[State, Token], None]
DEPTHS = {
    "part": -1,
    "chapter": 0,
    "section": 1,
    "subsection": 2,
    "subsubsection": 3,
    "paragraph": 4,
    "subparagraph": 5,
}
"""The headings by how deep they are counted."""
UNNUMBERED = {"addpart": "part", "addchap": "chapter", "addsec": "section", "minisec": "subsection"}
FLOATS = frozenset(
    ("figure", "table", "wrapfigure", "wraptable", "sidewaysfigure", "sidewaystable", "longtable", "algorithm")
)
TABLES = frozenset(
    (
        "tabular",
        "tabularx",
        "tabulary",
        "longtable",
        "supertabular",
        "xltabular",
        "xtabular",
        "tblr",
        "longtblr",
        "array",
    )
)
QUOTES = frozenset(("quote", "quotation", "verse", "displayquote", "foreigndisplayquote", "citation", "quoting"))
LISTS = frozenset(("itemize", "enumerate", "description", "compactitem", "compactenum", "inparaenum", "easylist"))


def document(state: State, token: Token) -> None:
    r"""``\begin{document}``: the text begins, in the main language."""
    group = state.stream.group()
    if group is not None and written(group) == "document":
        state.begun = True
        state.lang = state.settings.lang or state.settings.global_language
    del token


def _heading(state: State, token: Token) -> None:
    """A heading with the number that is printed before it."""
    name = token.text.rstrip("*")
    counted = not token.text.endswith("*") and name not in UNNUMBERED
    name = UNNUMBERED.get(name, name)
    while state.stream.optional() is not None:
        pass
    settings = state.settings
    if name == "chapter" and not settings.chapters:
        settings.chapters = True
        state.counters.with_chapters()
    deepest = settings.depth if settings.depth is not None else 2 if settings.chapters else 3
    counted = counted and DEPTHS[name] <= deepest and not (name == "chapter" and state.unnumbered_chapters)
    number = ""
    if counted:
        state.counters.step(name)
        number = state.current = state.counters.printed(name)
    if not state.stream.opens():
        return
    level = 1 if name == "part" else DEPTHS[name] + (2 if settings.chapters else 1)
    state.flow.begin(Role.HEADING, level, number, token)
    state.opens(state.flow.end)


def _begin(state: State, token: Token) -> None:
    """An environment begins."""
    following = state.stream.peek()
    if following is not None and following.kind is Kind.RAW:
        state.stream.next()  # A listing: its text was passed over.
        state.flow.end()
        state.push("env " + following.text)
        return
    group = state.stream.group()
    name = written(group) if group is not None else ""
    plain = name.rstrip("*")
    if name == "document":
        return
    if f"begin {name}" in state.macros.known:
        state.push("env " + name)
        state.macros.expand(f"begin {name}", token, state.stream)
    elif plain in FORMULAS:
        _formula(state, token, name)
    else:
        _environment(state, token, name, plain)


def _formula(state: State, token: Token, name: str) -> None:
    """A formula, which is read as all else, for what ends it may be a command of the document's own, and is no text."""
    outer = state.current
    state.words(" ", token)

    def done() -> None:
        state.flows.pop()
        state.current = outer

    state.push("env " + name, done)
    state.flows.append(Flow("formula"))
    state.counters.step("equation")
    state.current = state.counters.printed("equation")


def _environment(state: State, token: Token, name: str, plain: str) -> None:
    """An environment that is text."""
    enclosing = state.float
    source = EMPTY
    if plain != "inparaenum":
        state.flow.end()

    def done() -> None:
        state.float = enclosing
        if len(source):
            state.words(" ", state.here)
            state.stream.push(source)
        else:
            state.flow.end()

    while (given := state.stream.optional()) is not None:
        source = given if plain in ("displayquote", "foreigndisplayquote") and not len(source) else source
    state.push("env " + name, done)
    count = SKIPPED_ENVIRONMENTS.get(name, SKIPPED_ENVIRONMENTS.get(plain, 0))
    skipped = [state.stream.argument() for _ in range(count)]
    if plain in FLOATS:
        state.float = "table" if "table" in plain else "figure"
    if plain in LISTS:
        state.frames[-1].done = _entering_list(state, done, plain)
    elif plain == "thebibliography":
        _bibliography_heading(state, token)
    else:
        state.flow.role = _role(plain) or state.flow.role
        state.lang = code_of(written(skipped[0]) if plain == "otherlanguage" and skipped else plain) or state.lang


def _role(plain: str) -> Role | None:
    """What a paragraph is in an environment; None where it is what it is around it."""
    if plain in TABLES:
        return Role.CELL
    return Role.QUOTE if plain in QUOTES else None


def _entering_list(state: State, done: Callable[[], None], plain: str) -> Callable[[], None]:
    """Begins a list; gives what is to be done at its end."""

    def left() -> None:
        state.lists -= 1
        state.enumerated = state.outer_lists.pop()
        done()

    state.outer_lists.append(state.enumerated)
    state.enumerated = "enum" in plain
    state.lists += 1
    state.counters.set(_enumeration(state), 0)
    return left


def _enumeration(state: State) -> str:
    """The counter of the items of a list at this depth."""
    return "enum" + ("i", "ii", "iii", "iv")[min(max(state.lists, 1), 4) - 1]


def _end(state: State, token: Token) -> None:
    """An environment ends."""
    group = state.stream.group()
    name = written(group) if group is not None else ""
    if name == "document":
        state.stream.leave_file()
        return
    state.here = token
    if name in state.macros.ends and state.open["env " + name]:
        # What its end stands for is still within it.
        closing = [Token(kind, text, token.file, token.line, token.column) for kind, text in _ending(name)]
        state.stream.push_items(closing)
        state.macros.end(name, token, state.stream)
        return
    state.pop("env " + name)


def _ending(name: str) -> list[tuple[Kind, str]]:
    return [(Kind.COMMAND, "citecheck@end"), (Kind.OPEN, "{"), (Kind.TEXT, name), (Kind.CLOSE, "}")]


def _ended(state: State, token: Token) -> None:
    """The end of a document's own environment."""
    del token
    state.pop("env " + written(state.stream.argument()))


def _item(state: State, token: Token) -> None:
    """An item of a list, with the number or the words that are printed before it."""
    label = state.stream.optional()
    number = ""
    if label is None and state.enumerated:
        counter = _enumeration(state)
        state.counters.step(counter)
        number = state.counters.printed(counter)
        state.current = number.strip(".()")
    state.flow.begin(Role.ITEM, max(state.lists, 1), number, token)
    if label is not None:
        state.stream.push_items([Token(Kind.SPACE, " ", token.file, token.line, token.column)])
        state.stream.push(label)


def _caption(state: State, token: Token) -> None:
    r"""``\caption[…]{…}``, ``\captionof{…}[…]{…}``: a block of its own."""
    name = state.float or "figure"
    if token.text.startswith("captionof"):
        name = written(state.stream.argument())
    if not token.text.endswith("*"):
        state.counters.step(name)
        state.current = state.counters.printed(name)
    state.stream.optional()
    if not state.stream.opens():
        return
    state.flow.begin(Role.CAPTION, place=token)
    state.opens(state.flow.end)


def _appendix(state: State, token: Token) -> None:
    """The chapters, or sections, are counted in letters from here on."""
    del token
    name = "chapter" if state.settings.chapters else "section"
    state.counters.set(name, 0)
    state.counters.format(name, rf"\Alph{{{name}}}")
    state.unnumbered_chapters = False


def _front(state: State, token: Token) -> None:
    state.flow.end()
    state.unnumbered_chapters = token.text != "mainmatter"


def _bibliography_heading(state: State, token: Token) -> None:
    """The heading that is printed above a list of sources; none where the document has just printed its own."""
    drafts = state.text.drafts
    if drafts and drafts[-1].role is Role.HEADING:
        return
    with suppress(KeyError):
        heading = language(state.lang or "").bibliography_headings[0].capitalize()
        state.flow.begin(Role.HEADING, 2 if state.settings.chapters else 1, place=token)
        state.words(heading, token)
        state.flow.end()


def _bibitem(state: State, token: Token) -> None:
    r"""``\bibitem[…]{…}``: an entry of a list of sources, with its number where one is printed."""
    state.stream.optional()
    item = state.bibitems.get(written(state.stream.argument()))
    number = f"[{item.label}]" if item is not None and item.label else ""
    state.flow.begin(Role.ITEM if number else Role.PARAGRAPH, 1, number, token)


def _print_bibliography(state: State, token: Token) -> None:
    """The place where a list of sources is printed that stands in another file."""
    del token
    while state.stream.optional() is not None:
        pass
    state.flow.end()


def _block(state: State, token: Token) -> None:
    state.flow.end()
    del token


def _part_of_entry(state: State, token: Token) -> None:
    r"""``\newblock``: a blank between the parts of an entry."""
    pieces = state.flow.pieces
    if pieces and isinstance(pieces[-1], Words):
        state.words(" ", token)


STRUCTURE: Mapping[str, Handler] = {
    "begin": _begin,
    "end": _end,
    "citecheck@end": _ended,
    **dict.fromkeys((*DEPTHS, *UNNUMBERED), _heading),
    "item": _item,
    "caption": _caption,
    "captionof": _caption,
    "appendix": _appendix,
    **dict.fromkeys(("frontmatter", "mainmatter", "backmatter"), _front),
    "bibitem": _bibitem,
    "newblock": _part_of_entry,
    **dict.fromkeys(("printbibliography", "printbibheading"), _print_bibliography),
    **dict.fromkeys(("newpage", "clearpage", "cleardoublepage", "bigskip", "medskip"), _block),
}
