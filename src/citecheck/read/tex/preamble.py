r"""What stands before the text, or between: packages, definitions, counters, and the files that a document consists of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from citecheck.model.layout import Role
from citecheck.read.inclusion import MISSING
from citecheck.read.tex.babel import code_of
from citecheck.read.tex.macros import DEFINING
from citecheck.read.tex.names import COUNTED_DROPS, NOTHING
from citecheck.read.tex.settings import options
from citecheck.read.tex.state import State
from citecheck.read.tex.tokens import EMPTY, Kind, Slice, Token, written

__all__ = ["PREAMBLE", "find_bibliography"]

KNOWN = NOTHING | frozenset(COUNTED_DROPS)
"""What packages define anew prints no more than before."""
Handler = Callable[[State, Token], None]
NUMBER_SIGNS = 9
"""Digits of a number that counts."""
UNNUMBERED = -9
"""A level above all that are counted."""
BIBLIOGRAPHY_MISSING = "bibliography-missing"


def _class(state: State, token: Token) -> None:
    r"""``\documentclass[…]{…}``. That of a file within another one is passed over up to its text."""
    del token
    given = state.stream.optional()
    name = written(state.stream.argument())
    if state.begun or len(state.stream.files) > 1:
        _to_document(state)
        return
    state.settings.document_class(name, written(given) if given is not None else "")
    if state.settings.chapters:
        state.counters.with_chapters()
    _local(state, name, ".cls")


def _to_document(state: State) -> None:
    """Passes over the preamble of a file within another one."""
    while (token := state.stream.next()) is not None:
        if token.kind is Kind.COMMAND and token.text == "begin" and state.stream.opens():
            group = state.stream.group()
            if group is not None and written(group) == "document":
                return


def _packages(state: State, token: Token) -> None:
    r"""``\usepackage[…]{…}``, also of packages that stand beside the document."""
    del token
    given = state.stream.optional()
    names = written(state.stream.argument()).split(",")
    state.stream.optional()
    for name in names:
        state.settings.package(name.strip(), written(given) if given is not None else "")
        _local(state, name.strip(), ".sty")


def _passed(state: State, token: Token) -> None:
    r"""``\PassOptionsToPackage{…}{…}``."""
    del token
    given = written(state.stream.argument())
    state.settings.package(written(state.stream.argument()), given)


def _biblatex(state: State, token: Token) -> None:
    r"""``\ExecuteBibliographyOptions[…]{…}``."""
    del token
    state.stream.optional()
    state.settings.bibliography(options(written(state.stream.argument())))


def _local(state: State, name: str, ending: str) -> None:
    """Reads a class or a package of the document's own for the commands that it defines."""
    if state.begun or not name or len(state.stream.files) > 3:
        return
    found = state.files.find(name, (ending,), state.stream.files)
    if found.path:
        made = state.files.tokens(found.path)
        state.stream.push(Slice(made, 0, len(made.items)), found.path)


def _language(state: State, token: Token) -> None:
    r"""``\setmainlanguage{…}`` of polyglossia, ``\selectlanguage{…}`` of both."""
    state.stream.optional()
    code = code_of(written(state.stream.argument()))
    if token.text == "selectlanguage":
        state.lang = code or state.lang
    else:
        state.settings.lang = state.lang = code or state.settings.lang


def _define(state: State, token: Token) -> None:
    """A command that defines another one; what is printed for a counter is one, too."""
    package = Path(state.stream.files[-1]).suffix in (".sty", ".cls") if state.stream.files else False
    made = state.macros.define(token.text.rstrip("*"), state.stream, KNOWN if package else frozenset())
    if made is not None and made[0].startswith("the") and len(made[0]) > 3:
        state.counters.format(made[0][3:], made[1])
        state.macros.known.pop(made[0], None)


def number_of(state: State, piece: Slice) -> int | None:
    """The number that an argument gives; None where it gives none that is known here."""
    said = written(piece)
    sign = -1 if said.startswith("-") else 1
    digits = said.lstrip("-+").strip()
    if digits.isdecimal() and digits.isascii() and len(digits) <= NUMBER_SIGNS:
        return sign * int(digits)
    if said.startswith("\\value"):
        return state.counters.values.get(said.removeprefix("\\value").strip(" {}"), 0)
    return None


def _counter(state: State, token: Token) -> None:
    r"""``\setcounter{…}{…}``, ``\addtocounter{…}{…}``, ``\stepcounter{…}``."""
    name = written(state.stream.argument())
    if token.text in ("stepcounter", "refstepcounter"):
        state.counters.step(name)
        return
    argument = state.stream.argument()
    value = number_of(state, argument)
    if name in ("secnumdepth", "maxsecnumdepth"):
        # Below all levels stands for no numbers, as in -\maxdimen.
        none = written(argument).lstrip().startswith("-")
        state.settings.depth = UNNUMBERED if none else state.settings.depth if value is None else value
    elif value is None:
        return
    elif token.text == "setcounter":
        state.counters.set(name, value)
    else:
        state.counters.set(name, state.counters.values.get(name, 0) + value)


def _within(state: State, token: Token) -> None:
    r"""``\counterwithin{footnote}{chapter}`` and its kin."""
    state.stream.optional()
    inner, outer = written(state.stream.argument()), written(state.stream.argument())
    if "without" in token.text or token.text == "@removefromreset":
        state.counters.within.pop(inner, None)
        if not token.text.endswith("*") and token.text != "@removefromreset":
            state.counters.format(inner, rf"\arabic{{{inner}}}")
    elif len(state.counters.within) < NUMBER_SIGNS * NUMBER_SIGNS:
        state.counters.within[inner] = outer
        if not token.text.endswith("*") and token.text != "@addtoreset":
            state.counters.format(inner, rf"\the{outer}.\arabic{{{inner}}}")


def _by_page(state: State, token: Token) -> None:
    r"""``\MakePerPage{footnote}``."""
    del token
    state.stream.optional()
    state.settings.by_page |= written(state.stream.argument()) == "footnote"


def _title(state: State, token: Token) -> None:
    del token
    state.stream.optional()
    state.title = state.stream.argument()


def _print_title(state: State, token: Token) -> None:
    r"""``\maketitle`` prints the title, here without what it prints below."""
    if len(state.title) and state.begun:
        state.flow.begin(Role.TITLE, place=token)
        title, state.title = state.title, EMPTY
        state.read(title, token, state.flow.end)


def _include(state: State, token: Token) -> None:
    r"""``\input{…}``, ``\include{…}``, ``\subfile{…}``, ``\import{…}{…}``."""
    folder = written(state.stream.argument()) if "import" in token.text or token.text.endswith("from") else ""
    if state.stream.opens():
        name = written(state.stream.argument())
    else:
        following = state.stream.next()
        name = following.text.split(" ")[0] if following is not None else ""
        rest = following.text[len(name) :] if following is not None and following.kind is Kind.TEXT else ""
        if following is not None and rest:
            at = following.column + len(name)
            state.stream.push_items([Token(Kind.TEXT, rest, following.file, following.line, at)])
    name = "/".join(filter(None, (folder.rstrip("/"), name.strip('"'))))
    read_file(state, token, name, (".tex", "", ".ltx"))


def read_file(state: State, token: Token, name: str, endings: tuple[str, ...]) -> None:
    """Reads next the file that a command names, or remarks that it is not read."""
    if name.startswith("\\") or "#" in name:
        return
    if Path(name).suffix and Path(name).suffix in (*endings, ".sty", ".cls", ".tikz", ".pgf", ".bbl", ".def", ".txt"):
        endings = ("", *endings)
    found = state.files.find(name, endings, state.stream.files, token.file)
    if found.remark:
        if state.begun or found.remark != MISSING:
            state.remark(found.remark, token)
        return
    if Path(found.path).suffix in (".tikz", ".pgf"):
        return
    made = state.files.tokens(found.path)
    if token.text.rstrip("*") in ("include", "subfile", "subfileinclude") and state.begun:
        state.flow.end()
    state.stream.push(Slice(made, 0, len(made.items)), found.path)


def find_bibliography(state: State, token: Token) -> None:
    r"""``\addbibresource{…}``, ``\bibliography{…}``: the files that hold the sources. Where there is none, what BibTeX made of them
    stands beside the document."""
    state.stream.optional()
    job = Path(state.files.main).stem
    names = [name.strip().replace("\\jobname", job) for name in written(state.stream.argument()).split(",")]
    printing = token.text == "bibliography" and state.begun
    missing = False
    for name in names:
        path = name if name.endswith((".bib", ".json")) else f"{name}.bib"
        if state.files.find(path, ("",), ()).path:
            if path not in state.bibliographies:
                state.bibliographies.append(path)
        else:
            missing = True
    instead = printing and (state.bibliographies or not missing or _made(state, token))
    if missing and not instead:
        state.remark(BIBLIOGRAPHY_MISSING, token)


def _made(state: State, token: Token) -> bool:
    """Reads next the list of sources that BibTeX made; tells whether there is one."""
    found = state.files.find(Path(state.files.main).stem, (".bbl",), state.stream.files)
    if not found.path:
        return False
    made = state.files.tokens(found.path)
    if not any(one.kind is Kind.COMMAND and one.text == "bibitem" for one in made.items):
        return False
    state.stream.push(Slice(made, 0, len(made.items)), found.path)
    return True


PREAMBLE: Mapping[str, Handler] = {
    "documentclass": _class,
    "documentstyle": _class,
    "LoadClass": _packages,
    "usepackage": _packages,
    "RequirePackage": _packages,
    "PassOptionsToPackage": _passed,
    "PassOptionsToClass": _passed,
    "ExecuteBibliographyOptions": _biblatex,
    "setmainlanguage": _language,
    "setdefaultlanguage": _language,
    "selectlanguage": _language,
    **dict.fromkeys(DEFINING, _define),
    "setcounter": _counter,
    "addtocounter": _counter,
    "stepcounter": _counter,
    "refstepcounter": _counter,
    **dict.fromkeys(
        ("counterwithin", "counterwithout", "@addtoreset", "@removefromreset", "numberwithin", "counterwithin*"),
        _within,
    ),
    "MakePerPage": _by_page,
    "title": _title,
    "maketitle": _print_title,
    **dict.fromkeys(("input", "include", "subfile", "subfileinclude", "import", "subimport"), _include),
    **dict.fromkeys(("includefrom", "inputfrom", "subincludefrom", "subinputfrom"), _include),
    "addbibresource": find_bibliography,
    "addglobalbib": find_bibliography,
    "bibliography": find_bibliography,
}
"""What is read before the text begins as well."""
