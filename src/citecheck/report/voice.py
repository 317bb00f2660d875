"""The interface's voice: texts, plurals, lists and the messages of rules, worded in the language of the interface."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import Formatter

from citecheck.model.finding import Finding, Value
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Rule, Wording
from citecheck.report.voices import voice

__all__ = [
    "apart",
    "counted",
    "in_version",
    "joined",
    "language_name",
    "name_of",
    "phrase",
    "reason",
    "render",
    "rule_finds",
    "rule_name",
    "say",
    "titled",
]

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
# The escapes of a Markdown file, doubled by some converters: what stands behind them is what is printed.
_ESCAPED = re.compile(r"(?<!\\)\\+([$_*\[\]~])")


class _Filled(dict[str, str]):
    """Placeholders and their texts; one that is not there stays visible instead of hiding the finding."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def say(key: str, ui: str, /, **values: str | int) -> str:
    """A text with its placeholders filled; without values it stays as it is, for a page's script to fill.

    Raises KeyError where there is no such text, or no value for a placeholder.
    """
    written = voice(ui).texts[key]
    return written.format_map(values) if values else written


def counted(key: str, n: int, ui: str) -> str:
    """A number with its noun in the right form: ``1 note``, ``2 notes``; French has the singular for 0, too."""
    spoken = voice(ui)
    one, more = spoken.counts[key]
    return (one if n in spoken.singular else more).format(n=n)


def name_of(kind: str, key: str, ui: str) -> str:
    """What a thing of that kind is called (``family``, ``reason`` …); its key as it is, where it has no name."""
    return voice(ui).texts.get(f"{kind}.{key}", key)


def rule_name(rule: Rule, ui: str) -> str:
    """What a rule is called in the language of the interface: in English as its own name says, in words."""
    return voice(ui).rules.get(rule.code) or titled(rule.name.replace("-", " "))


def rule_finds(sentence: str, ui: str) -> str:
    """What a rule finds, which its explanation says in English first; English where there is no translation."""
    return voice(ui).finds.get(sentence, sentence)


def reason(key: str, ui: str) -> str:
    """Why a rule was skipped or something was not judged; a reason that is no key is shown as it is."""
    return name_of("reason", key, ui)


def counted_reason(key: str, n: int, ui: str) -> str:
    """How many rules were skipped for a reason: ``58 not selected``; in some languages such words have a plural."""
    return counted(f"reason.{key}", n, ui) if f"reason.{key}" in voice(ui).counts else f"{n} {reason(key, ui)}"


def language_name(code: str, ui: str) -> str:
    """What a document's language is called, with what tells it from another version in that language; its code, where
    no name for it is known."""
    language, _, rest = code.partition("-")
    name = voice(ui).texts.get(f"language.{language}")
    if name is None:
        return code
    return f"{name} ({rest.removeprefix('x-')})" if rest else name


def language_in_prose(code: str, ui: str) -> str:
    """The same behind a preposition, with the article that some languages have there."""
    language, hyphen, _ = code.partition("-")
    name = voice(ui).texts.get(f"in-prose.{language}")
    return language_name(code, ui) if name is None or hyphen else name


def in_version(what: str, code: str, ui: str) -> str:
    """Something of the version in a language: ``English notes 2 and 3``."""
    version = voice(ui).texts.get(f"of-version.{code}")
    return say("in-version", ui, what=what, version=version) if version else f"{what} ({language_name(code, ui)})"


def joined(items: Sequence[str], ui: str) -> str:
    """The items as a list in prose: ``3, 4 and 5``."""
    if len(items) < 2:
        return "".join(items)
    return say("list", ui, items=", ".join(items[:-1]), last=items[-1])


def titled(name: str) -> str:
    """A name as a heading or a column begins with it."""
    return name[:1].upper() + name[1:]


def render(finding: Finding, rule: Rule, ui: str) -> tuple[str, str]:
    """The message and the hint of a finding in the interface language; the hint may be empty."""
    texts = rule.messages.get(finding.message, {})
    wording = texts.get(ui) or texts.get("en") or Wording(finding.message)
    values = _Filled({name: _written(value, ui) for name, value in finding.values})
    return wording.message.format_map(values), wording.hint.format_map(values)


def apart(finding: Finding, other: Finding, rule: Rule, ui: str) -> str:
    """What a finding's message says otherwise than that of an ``other`` finding worded alike: the source, say."""
    texts = rule.messages.get(finding.message, {})
    wording = texts.get(ui) or texts.get("en") or Wording("")
    told = [name for _, name, _, _ in Formatter().parse(wording.message) if name]
    values, others = dict(finding.values), dict(other.values)
    return ", ".join(_written(values[name], ui) for name in told if name in values and values[name] != others.get(name))


def phrase(said: Phrase, ui: str) -> str:
    """A phrase in the interface language; an unknown key is shown as it is."""
    written = voice(ui).texts.get(f"phrase.{said.key}")
    if written is None:
        return said.key
    values = _Filled({name: _written(value, ui) for name, value in said.values})
    tried = dict(said.values).get("times")
    if isinstance(tried, int):
        values["times"] = _times(tried, ui)
    return written.format_map(values)


def _times(count: int, ui: str) -> str:
    """How often something was seen: ``twice``."""
    words = voice(ui).times
    return words[count - 1] if 1 <= count <= len(words) else say("times", ui, count=count)


def _written(value: Value, ui: str) -> str:
    """A placeholder's value as text on one line, as it is printed: without Markdown's escapes."""
    if isinstance(value, Phrase):
        return phrase(value, ui)
    if isinstance(value, tuple):
        return joined([_written(item, ui) for item in value], ui)
    return _ESCAPED.sub(r"\1", _BLANKS.sub(" ", str(value)).strip(" "))
