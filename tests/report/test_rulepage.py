"""The pages of the rules, made from the rules."""

from __future__ import annotations

import json

from msgspec import Struct

from citecheck.model.finding import Severity
from citecheck.model.links import Link, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Example, Rule, Wording
from citecheck.report.rulepage import rule_page, rules_index, rules_json, rules_text, summary


class Module(Struct, frozen=True):
    rule: Rule
    examples: tuple[Example, ...] = ()
    scope: str = "document"
    doc: str = "Finds | what\nis wrong.\n\nAnd why."


RULE = Rule(
    "LNK001",
    "dead-link",
    Severity.ERROR,
    {"gone": {"en": Wording("<b> is gone.", "Mend it."), "fr": Wording("<b> a disparu.")}},
    explains=("LNK007",),
    replaces=("LNK002",),
)


def test_a_page_has_what_the_rule_says_and_shows() -> None:
    link = Link("https://a.example", LinkStatus.DEAD, Phrase.of("gone"))
    flagged = Example("See `https://a.example`.", ("`https://a.example`",), links=(link,))
    page = rule_page(Module(RULE, (flagged, Example("````\nx\n````")), "links"))
    assert page.startswith("# LNK001 dead-link\n\nSeverity: **error** · reads what became of every URL")
    assert "needs the network" in page
    assert "- en: \\<b> is gone. *Mend it.*\n- fr: \\<b> a disparu.\n" in page
    assert "because it is their cause: LNK007." in page
    assert "because they would say no more: LNK002." in page
    assert "The verdict on https://a.example: dead\n" in page
    assert "Flagged: `` `https://a.example` ``\n" in page
    assert "`````markdown\n````\nx\n````\n`````\n" in page


def test_a_rule_without_examples_has_no_headings_for_them() -> None:
    page = rule_page(Module(Rule("STY001", "mixed-ibid", Severity.INFO)))
    assert "works offline" in page
    assert "Flagged" not in page


def test_the_catalogue_as_page_as_text_and_as_data() -> None:
    module = Module(RULE)
    assert summary(module) == "Finds | what is wrong."
    assert "| [LNK001](LNK001.md) | dead-link | error | Finds \\| what is wrong. |\n" in rules_index([module])
    assert rules_text([module]) == "LNK001  error    dead-link  Finds | what is wrong.\n"
    assert rules_text([]) == ""
    (row,) = json.loads(rules_json([module]))["rules"]
    assert (row["code"], row["explains"], row["reads"]) == ("LNK001", ["LNK007", "LNK002"], "document")
