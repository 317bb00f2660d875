"""What the commands say of themselves and of the rules, in French."""

from __future__ import annotations

from collections.abc import Mapping

from citecheck.cli.speech.fr.commands import COMMANDS
from citecheck.cli.speech.fr.copies import COPIES
from citecheck.cli.speech.fr.rules import RULES
from citecheck.cli.speech.fr.sources import SOURCES
from citecheck.cli.speech.fr.talk import TALK
from citecheck.cli.speech.fr.template import TEMPLATE

__all__ = ["TEXTS"]

TEXTS: Mapping[str, str] = {**COMMANDS, **COPIES, **SOURCES, **TALK, **RULES, **TEMPLATE}
