"""What the commands say of themselves: their help, and lines on standard error. The texts stand where they are said, in
English; each module here, called by the code of its language, has them in that language. No list names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

__all__ = ["Word", "counted", "spoken", "translated", "worded"]

Word = Callable[[str], str]
"""What gives a text in the language of the interface."""


@cache
def _texts(ui: str) -> Mapping[str, str]:
    """The texts of a language by their English; empty for English itself."""
    if ui not in {module.name for module in iter_modules(__path__)}:
        return {}
    texts: Mapping[str, str] = import_module(f"{__name__}.{ui}").TEXTS
    return texts


def spoken(text: str, ui: str, /, **values: object) -> str:
    """A text in the language of the interface, with its placeholders filled; what has no translation stays English."""
    return worded(text, ui).format_map(values)


def worded(text: str, ui: str) -> str:
    """A text in the language of the interface as it stands, placeholders and all."""
    return _texts(ui).get(text, text)


def counted(count: int, what: str, ui: str) -> str:
    """``no correction``, ``1 correction``, ``3 corrections``; ``what`` is the noun, which forms its plural with s."""
    key = f"no {what}s" if count == 0 else f"1 {what}" if count == 1 else f"{{count}} {what}s"
    return spoken(key, ui, count=count)


def translated(command: Any, ui: str) -> Any:
    """A copy of a command (and of those below it) whose help is in the language of the interface."""
    texts = _texts(ui)
    if not texts:
        return command
    made = _translated(command, texts)
    if hasattr(made, "commands"):
        made.commands = {name: _translated(one, texts) for name, one in made.commands.items()}
    return made


def _translated(command: Any, texts: Mapping[str, str]) -> Any:
    made = copy(command)
    made.params = [copy(one) for one in command.params]
    for thing in (made, *made.params):
        if getattr(thing, "help", None):
            thing.help = texts.get(thing.help, thing.help)
    written = type(made).get_help
    made.get_help = lambda context: _framed(written(made, context), texts)
    return made


FRAME: Sequence[str] = (
    *("Usage: ", "\nOptions:\n", "\nArguments:\n", "\nCommands:\n", "Show this message and exit.", "[default:"),
    *("[required]", "[OPTIONS]", " COMMAND [ARGS]..."),
)
"""What the library writes around the texts."""


def _framed(help: str, texts: Mapping[str, str]) -> str:
    for written in FRAME:
        help = help.replace(written, texts.get(written, written))
    return help
