"""French as a printer sets it: no line is broken before high punctuation, and quotation marks keep their spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from citecheck.checks import load_rules
from citecheck.cli.speech.fr import TEXTS
from citecheck.report.voices import voice

BREAKABLE = re.compile(r"(?<=\S) [;:!?»](?!\w)|« ")
UNSPACED = re.compile(r"[^\s\W][?!;»](?!\w)|«[^\u00a0…]")
CODE = re.compile(r"`[^`]*`|(?m:^.*#:schema.*$)|<!--.*?-->|https?:\S*|[\w-]+: 0 en|Ctrl-\S*")
FOREIGN = ("excus", "URL ", "l'URL", "L'URL", "…:", "etc...", "...")
"""What another word is used for, or nobody prints."""


def french() -> Iterator[tuple[str, str]]:
    """Every text in French, with where it is from."""
    spoken = voice("fr")
    yield from ((f"texts.{key}", text) for key, text in spoken.texts.items())
    yield from ((f"counts.{key}", form) for key, forms in spoken.counts.items() for form in forms)
    yield from ((f"finds.{key}", text) for key, text in spoken.finds.items())
    yield from ((f"explained.{key}", text) for key, text in spoken.explained.items())
    yield from ((f"forms.{key}", text) for key, text in spoken.forms.items())
    yield from ((f"rules.{key}", text) for key, text in spoken.rules.items())
    yield from ((f"errors.{key}", text) for key, text in spoken.errors.items())
    yield from ((f"speech.{key}", text) for key, text in TEXTS.items())


@pytest.mark.parametrize(("where", "text"), [pytest.param(*one, id=one[0][:60]) for one in french()])
def test_french_is_set_as_printed(where: str, text: str) -> None:
    shown = CODE.sub("", text)
    assert BREAKABLE.findall(shown) == []
    assert UNSPACED.findall(shown) == []
    assert "\u2019" not in shown  # All apostrophes are those that are typed.
    assert [word for word in FOREIGN if word in shown] == []


def messages() -> Iterator[tuple[str, str]]:
    for module in load_rules():
        for key, texts in module.rule.messages.items():
            yield f"{module.code}.{key}", f"{texts['fr'].message} {texts['fr'].hint}"


@pytest.mark.parametrize(("where", "text"), [*messages()])
def test_the_messages_of_rules_are_set_as_printed(where: str, text: str) -> None:
    """Their spaces are made unbreakable when they are shown."""
    shown = CODE.sub("", text)
    assert UNSPACED.findall(shown.replace(" :", "\u00a0:").replace("« ", "«\u00a0")) == []
    assert [word for word in FOREIGN if word in shown] == []
