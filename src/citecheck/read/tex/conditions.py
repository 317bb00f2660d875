r"""Conditions: ``\iffalse`` … ``\fi``, and those that a document makes itself (``\newif``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from citecheck.read.tex.state import State
from citecheck.read.tex.tokens import Token, written

__all__ = ["CONDITIONS", "condition"]

PRIMITIVES = frozenset(
    (
        "if", "ifx", "ifnum", "ifdim", "ifodd", "ifcase", "ifcat", "ifmmode", "ifhmode", "ifvmode", "ifinner", "ifdefined",
        "ifcsname", "ifeof", "ifpdf", "ifxetex", "ifluatex", "ifvoid", "ifhbox", "ifvbox", "ifPDFTeX", "ifXeTeX",
        "ifLuaTeX",
    )
)  # fmt: skip
"""Conditions of which nothing tells here whether they hold."""


def condition(state: State, name: str) -> bool:
    """Reads a condition of the document itself, or what sets it; tells whether the command is that."""
    if name.startswith("if") and name[2:] in state.flags:
        if not state.flags[name[2:]]:
            _pass(state, to_else=True)
        return True
    if name in PRIMITIVES:
        _pass(state, to_else=True)
        return True
    for ending, value in (("true", True), ("false", False)):
        if name.endswith(ending) and name.removesuffix(ending) in state.flags:
            state.flags[name.removesuffix(ending)] = value
            return True
    return False


def _pass(state: State, *, to_else: bool) -> None:
    """Passes over all up to the end of the condition, or its other branch."""

    def opens(name: str) -> bool:
        return name in PRIMITIVES or name in ("iffalse", "iftrue") or (name[:2] == "if" and name[2:] in state.flags)

    state.stream.pass_condition(opens, to_else=to_else)


def _false(state: State, token: Token) -> None:
    del token
    _pass(state, to_else=True)


def _other(state: State, token: Token) -> None:
    """The other branch of a condition that held."""
    del token
    _pass(state, to_else=False)


def _nothing(state: State, token: Token) -> None:
    del state, token


def _new(state: State, token: Token) -> None:
    del token
    name = written(state.stream.argument()).lstrip("\\").strip()
    if name.startswith("if"):
        state.flags[name[2:]] = False


def _set(state: State, token: Token) -> None:
    r"""``\setboolean{draft}{true}``, ``\booltrue{draft}`` set what only ``\ifthenelse`` asks: it is not followed."""
    del token
    state.stream.argument()
    state.stream.argument()


def _either(state: State, token: Token) -> None:
    r"""``\ifthenelse{…}{…}{…}``: nothing tells which holds, and the last is mostly what is printed otherwise."""
    del token
    state.stream.argument()
    state.stream.argument()


CONDITIONS: Mapping[str, Callable[[State, Token], None]] = {
    "iffalse": _false,
    "iftrue": _nothing,
    "else": _other,
    "fi": _nothing,
    "newif": _new,
    "setboolean": _set,
    "ifthenelse": _either,
}
