"""The pages of the rules, made from the rules themselves: one page each, and the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Protocol

from citecheck.model.rule import Example, Rule
from citecheck.report.json import HELP, json_text
from citecheck.report.voice import rule_explained, rule_name

__all__ = ["Documented", "rule_page", "rules_index", "rules_json", "rules_text", "sentence", "summary"]

_READS = {
    "document": "each language version by itself",
    "citations": "each language version by itself, with its citations resolved",
    "alignment": "two language versions side by side",
    "copies": "two copies of one text side by side",
    "links": "what became of every URL when it was asked for",
    "sources": "what the registries know of every work",
    "evidence": "all language versions together",
    "waivers": "the waivers of the report, once all findings are there",
}
_ONLINE = frozenset(("links", "sources"))
"""What can only be read with the network."""


Word = Callable[[str], str]
"""What gives a text in the language of the interface."""


class Documented(Protocol):
    """What a page is made from: a rule module, or anything like it."""

    @property
    def rule(self) -> Rule:
        """Code, name, severity and messages."""

    @property
    def examples(self) -> tuple[Example, ...]:
        """What the rule must and must not flag."""

    @property
    def scope(self) -> str:
        """What the rule reads."""

    @property
    def doc(self) -> str:
        """The rule's explanation, in Markdown."""


def sentence(doc: str) -> str:
    """The first sentence of an explanation, on one line."""
    return " ".join(doc.split("\n\n", 1)[0].split())


def summary(module: Documented) -> str:
    """The first sentence of a rule's explanation, on one line."""
    return sentence(module.doc)


def rule_page(module: Documented, ui: str | None = None, word: Word = str) -> str:
    """The page of one rule, in Markdown. ``word`` gives texts in the language ``ui`` of the interface; where it knows the
    rule's summary, the page has the messages in that language only, and the explanation, which is in English, comes last."""
    rule = module.rule
    needs = "needs the network" if module.scope in _ONLINE else "works offline"
    said = {"severity": word(rule.severity.value), "what": word(_READS.get(module.scope, module.scope))}
    parts = [
        f"# {rule.code} {rule.name}",
        word("Severity: **{severity}** · reads {what} · {needs}").format(**said, needs=word(needs)),
    ]
    first = summary(module)
    spoken = word(first) != first
    if spoken and ui:
        parts[0] += f" · {rule_name(rule, ui)}"
    parts.append(word(first) if spoken else module.doc.strip())
    parts += [rule_explained(rule.code, ui)] if spoken and ui and rule_explained(rule.code, ui) else []
    for silenced, why in ((rule.explains, "it is their cause"), (rule.replaces, "they would say no more")):
        if silenced:
            told = "Where this rule finds something, these stay silent about it, because {why}: {codes}."
            parts.append(word(told).format(why=word(why), codes=", ".join(silenced)))
    parts += [word("## Messages"), *_messages(rule, ui if spoken else None)]
    for heading, flagged in (("## Flagged", True), ("## Not flagged", False)):
        examples = [example for example in module.examples if bool(example.finds) is flagged]
        parts += [word(heading)] if examples else []
        parts += [part for example in examples for part in _example(example, word)]
    parts += [word("## Explanation"), module.doc.strip()] if spoken else []
    return _joined(parts)


def _messages(rule: Rule, ui: str | None) -> Iterable[str]:
    """The wordings of a rule in each language, or in that of the interface, as items of a list."""
    for texts in rule.messages.values():
        for lang, wording in texts.items():
            if ui is None or ui not in texts or lang == ui:
                hint = f" *{_unmarked(wording.hint)}*" if wording.hint else ""
                yield f"- {lang}: {_unmarked(wording.message)}{hint}"


def _unmarked(text: str) -> str:
    """A text as it is written where ``<`` would begin HTML, which nobody gets to see."""
    return text.replace("<", "\\<")


def _example(example: Example, word: Word) -> Iterable[str]:
    """An example's text as a code block, and what is flagged in it."""
    text = example.text.strip("\n")
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    yield f"{fence}markdown\n{text}\n{fence}"
    for link in example.links or ():
        yield word("The verdict on {url}: {status}").format(url=link.url, status=link.status.value)
    if example.finds:
        yield word("Flagged: {what}").format(what=", ".join(_code(found) for found in example.finds))


def _code(text: str) -> str:
    """A text as inline code on one line."""
    shown = " ".join(text.split())
    fence = "``" if "`" in shown else "`"
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _joined(parts: Sequence[str]) -> str:
    """The parts with a blank line between them, but none between the items of a list."""
    text = parts[0]
    for before, part in pairwise(parts):
        text += ("\n" if before.startswith("- ") and part.startswith("- ") else "\n\n") + part
    return text + "\n"


def rules_index(modules: Sequence[Documented]) -> str:
    """The catalogue as a Markdown page."""
    rows = [
        f"| [{one.rule.code}]({one.rule.code}.md) | {one.rule.name} | {one.rule.severity.value} "
        f"| {summary(one).replace('|', chr(92) + '|')} |"
        for one in modules
    ]
    head = ["# Rules", "", "| code | name | severity | finds |", "|---|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


def rules_text(modules: Sequence[Documented], word: Word = str) -> str:
    """The catalogue as lines of text; ``word`` gives texts in the language of the interface."""
    names = max((len(one.rule.name) for one in modules), default=0)
    widest = max((len(word(one.rule.severity.value)) for one in modules), default=0)
    widest = max(widest, len("warning"))
    return "".join(
        f"{one.rule.code}  {word(one.rule.severity.value):<{widest}}  {one.rule.name:<{names}}  {word(summary(one))}\n"
        for one in modules
    )


def rules_json(modules: Sequence[Documented], word: Word = str) -> str:
    """The catalogue as JSON: the schema ``citecheck/rules/1``."""
    return json_text(
        {
            "schema": "citecheck/rules/1",
            "rules": [
                {
                    "code": one.rule.code,
                    "name": one.rule.name,
                    "severity": one.rule.severity.value,
                    "reads": str(one.scope),
                    "summary": word(summary(one)),
                    "explains": [*one.rule.explains, *one.rule.replaces],
                    "help_uri": HELP + one.rule.code,
                }
                for one in modules
            ],
        }
    )
