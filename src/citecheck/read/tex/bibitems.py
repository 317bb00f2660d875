r"""The sources that stand in the text itself (``\bibitem``), known before it is read, since it cites them before they come."""

from __future__ import annotations

import re
from pathlib import Path

from citecheck.read.tex.files import Files
from citecheck.read.tex.names import LIGATURES, SIGNS
from citecheck.read.tex.state import Bibitem
from citecheck.read.tex.tokens import Kind, Slice, Token, Tokens, written

__all__ = ["bibitems"]

INCLUDING = frozenset(("input", "include", "subfile"))
LISTED = frozenset(("bibliography", "printbibliography"))
AUTHOR_YEAR = re.compile(r"(?P<author>[^()]{1,200}?)\s*\((?P<year>[^()]{1,40})\)")
KEY = re.compile(r"@[A-Za-z]{1,30}\s{0,9}[{(]\s{0,9}([^\s,{}()=]{1,200})\s{0,9},")
MOST = 2000


def bibitems(files: Files, main: Tokens) -> dict[str, Bibitem]:
    """What is printed for each key of a source that stands in the document, or in what BibTeX made beside it."""
    made: dict[str, Bibitem] = {}
    todo, seen = [(files.main, main)], {files.main}
    while todo and len(seen) < MOST:
        path, tokens = todo.pop(0)
        _read(tokens, made)
        for name, endings in _included(files, tokens):
            found = files.find(name, endings, [], path)
            if found.path and found.path not in seen:
                seen.add(found.path)
                todo.append((found.path, files.tokens(found.path)))
    return made


def _included(files: Files, tokens: Tokens) -> list[tuple[str, tuple[str, ...]]]:
    """The files that a file includes, of those that may hold sources; what BibTeX made only where it is read at all."""
    named: list[tuple[str, tuple[str, ...]]] = []
    for at, token in enumerate(tokens.items):
        if token.kind is not Kind.COMMAND:
            continue
        if token.text in INCLUDING:
            end = tokens.partner.get(at + 1)
            name = written(Slice(tokens, at + 2, end)) if end is not None else ""
            named += [(name, (".tex", "", ".bbl"))] if name and "\\" not in name else []
        elif token.text == "bibliography" and not _databases(files, tokens, at):
            named.append((Path(files.main).stem, (".bbl",)))
    return named


def _databases(files: Files, tokens: Tokens, at: int) -> list[str]:
    r"""The bibliography files that the ``\bibliography`` at a place names, of those that are there."""
    end = tokens.partner.get(at + 1)
    job = Path(files.main).stem
    names = written(Slice(tokens, at + 2, end)).replace("\\jobname", job).split(",") if end is not None else []
    paths = (files.find(f"{name.strip().removesuffix('.bib')}.bib", ("",), ()).path for name in names)
    return [path for path in paths if path]


def bibtex_keys(files: Files) -> dict[str, str]:
    """The keys of the bibliography files that BibTeX reads, in small letters, each as it is written there: capitals are the same
    to BibTeX."""
    keys: dict[str, str] = {}
    for tokens in files.read:
        for at, token in enumerate(tokens.items):
            if token.kind is Kind.COMMAND and token.text in ("bibliography", "addbibresource"):
                for path in _databases(files, tokens, at):
                    for key in KEY.findall(files.text(path)):
                        keys.setdefault(key.casefold(), key)
                        keys[key] = key
    return keys


def _read(tokens: Tokens, made: dict[str, Bibitem]) -> None:
    for at, token in enumerate(tokens.items):
        if token.kind is not Kind.COMMAND or token.text != "bibitem":
            continue
        label = ""
        at += 1
        if tokens.items[at : at + 1] and tokens.items[at].kind is Kind.BRACKET and at in tokens.partner:
            label = _printed(Slice(tokens, at + 1, tokens.partner[at]))
            at = tokens.partner[at] + 1
        while at < len(tokens.items) and tokens.items[at].kind is Kind.SPACE:
            at += 1
        if at in tokens.partner:
            key = written(Slice(tokens, at + 1, tokens.partner[at]))
            made.setdefault(key, _item(label, len(made) + 1))


def _item(label: str, number: int) -> Bibitem:
    dated = AUTHOR_YEAR.match(label)
    if dated is not None:
        return Bibitem("", dated["author"].strip(), dated["year"].strip())
    return Bibitem(label or str(number))


def _printed(piece: Slice) -> str:
    """A label as it is printed."""
    return " ".join("".join(map(_text, piece)).split())


def _text(token: Token) -> str:
    match token.kind:
        case Kind.TEXT | Kind.BRACKET | Kind.CLOSING_BRACKET:
            return token.text
        case Kind.COMMAND:
            return SIGNS.get(token.text, "")
        case Kind.LIGATURE:
            return LIGATURES.get(token.text, "")
        case Kind.SPACE | Kind.TIE:
            return " "
    return ""
