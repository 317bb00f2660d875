"""The interface's voice: texts, plurals, lists and the messages of rules, worded in the language of the interface."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from string import Formatter

from citecheck.model.finding import Finding, Value
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Rule, Wording
from citecheck.report.errors import error_text
from citecheck.report.voices import voice

__all__ = [
    "apart",
    "counted",
    "day",
    "decimal",
    "form_title",
    "in_version",
    "joined",
    "language_name",
    "name_of",
    "phrase",
    "plain",
    "reason",
    "render",
    "rule_explained",
    "rule_finds",
    "rule_name",
    "say",
    "titled",
]

_FIRST = re.compile(r"(?<=\w)(?:, | & |…)")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
# Marks of emphasis around words of a value, and never a single asterisk or what stands in an address.
_EMPHASIS = re.compile(r"(?<![\w*\\/])(\*{1,3})(?=[^\s*])([^*\n]*?)(?<=[^\s*\\])\1(?![\w*])")
_STYLED = re.compile(r"(?i)</?(?:i|em|b|strong)>")
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


def form_title(title: str, ui: str) -> str:
    """What a form is, in one line: its own title in English, of which all but the examples (``in marks``) is translated."""
    known = voice(ui).forms
    parts = re.split(r"(``.*?``)", title)
    between = (part.strip(" ,.") for part in parts[::2])
    for number, words in enumerate(between):
        parts[2 * number] = parts[2 * number].replace(words, known.get(words, words))
    return "".join(parts)


def rule_explained(code: str, ui: str) -> str:
    """Why it matters what a rule finds, and what is right, in Markdown; empty where only its explanation in English says so."""
    return voice(ui).explained.get(code, "")


def reason(key: str, ui: str) -> str:
    """Why a rule was skipped or something was not judged; a reason that is no key is shown as it is."""
    return name_of("reason", key, ui)


def counted_reason(key: str, n: int, ui: str, *, alone: bool = False) -> str:
    """How many rules were skipped for a reason: ``58 not selected``; in some languages such words have a plural. Where it is the
    reason of all, and ``alone``, their number stands before it already."""
    if f"reason.{key}" in voice(ui).counts:
        said = counted(f"reason.{key}", n, ui)
        return said.removeprefix(f"{n} ") if alone else said
    return reason(key, ui) if alone else say("so-many-because", ui, n=n, why=reason(key, ui))


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
    """A name as a heading or a column begins with it; that of a file is written as it is."""
    if "." in name:
        return name
    return name[:1].upper() + name[1:]


def render(finding: Finding, rule: Rule, ui: str) -> tuple[str, str]:
    """The message and the hint of a finding in the interface language; the hint may be empty."""
    texts = rule.messages.get(finding.message, {})
    wording = texts.get(ui) or texts.get("en") or Wording(finding.message)
    values = _Filled({name: _written(value, ui) for name, value in finding.values})
    told, advised = (re.sub(voice(ui).unbreakable, "\u00a0", text) for text in (wording.message, wording.hint))
    message = told.format_map(values)
    if finding.source is not None and not _names(message, finding.source):
        what = told[:1].lower() + message[1:] if voice(ui).lowered and told[:1].isalpha() else message
        message = say("of-source", ui, source=_written(finding.source, ui), what=what)
    return message, advised.format_map(values)


def _names(message: str, source: str) -> bool:
    """Whether a message names a source already, by its first author or the beginning of its title."""
    return _FIRST.split(source, maxsplit=1)[0].casefold() in message.casefold()


def apart(finding: Finding, other: Finding, rule: Rule, ui: str) -> str:
    """What a finding's message says otherwise than that of an ``other`` finding worded alike: the source, say."""
    texts = rule.messages.get(finding.message, {})
    wording = texts.get(ui) or texts.get("en") or Wording("")
    told = [name for _, name, _, _ in Formatter().parse(wording.message) if name]
    values, others = dict(finding.values), dict(other.values)
    return ", ".join(_written(values[name], ui) for name in told if name in values and values[name] != others.get(name))


def phrase(said: Phrase, ui: str) -> str:
    """A phrase in the interface language; an unknown key is shown as it is. ``error`` is what keeps something from being
    read, with its English as ``text``."""
    if said.key == "error":
        return error_text(str(dict(said.values)["text"]).rstrip("."), ui)
    written = voice(ui).texts.get(f"phrase.{said.key}")
    if written is None:
        return said.key
    if said.key == "notes-of":
        return _notes_of(dict(said.values), ui)
    values = _Filled({name: _written(value, ui) for name, value in said.values})
    tried = dict(said.values).get("times")
    if isinstance(tried, int):
        values["times"] = _times(tried, ui)
    return written.format_map(values)


def plain(text: str) -> str:
    """A text as it is printed, without the marks of italics and bold type around words."""
    return _EMPHASIS.sub(r"\2", _STYLED.sub("", text))


def decimal(value: float, ui: str) -> str:
    """A number with two decimals: ``0.87``."""
    return f"{value:.2f}".replace(".", voice(ui).point)


def day(when: date, ui: str) -> str:
    """A day in a sentence: ``26 February 2023``; the first of a month has a form of its own in some languages."""
    spoken = voice(ui)
    key = "day-first" if when.day == 1 else "day"
    return say(key, ui, day=when.day, month=spoken.months[when.month - 1], year=when.year)


def _notes_of(values: Mapping[str, Value], ui: str) -> str:
    """Notes of a version, behind a preposition or as what a sentence is about: ``French notes 2 and 3``."""
    notes, lang = values["notes"], str(values["lang"])
    version = voice(ui).texts.get(f"of-version.{lang}") or f"({language_name(lang, ui)})"
    key = "phrase.note-of" if isinstance(notes, tuple) and len(notes) == 1 else "phrase.notes-of"
    return say(key, ui, version=version, notes=_written(notes, ui))


def _times(count: int, ui: str) -> str:
    """How often something was seen: ``twice``."""
    words = voice(ui).times
    return words[count - 1] if 1 <= count <= len(words) else say("times", ui, count=count)


def _written(value: Value, ui: str) -> str:
    """A placeholder's value as text on one line, as it is printed: without Markdown's escapes and marks of emphasis."""
    if isinstance(value, Phrase):
        return phrase(value, ui)
    if isinstance(value, tuple):
        return joined([_written(item, ui) for item in value], ui)
    if isinstance(value, date):
        return day(value, ui)
    return _ESCAPED.sub(r"\1", plain(_BLANKS.sub(" ", str(value)).strip(" ")))
