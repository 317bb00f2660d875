"""Triage: which rules run, what is explained by what, the order, and the fingerprints."""

from __future__ import annotations

import random
import re

import pytest
from msgspec import Struct
from msgspec.structs import replace

from citecheck.errors import UsageError
from citecheck.model.citations import Citations
from citecheck.model.document import Document
from citecheck.model.evidence import Crash, Skipped, Verdict
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.rule import Rule
from citecheck.model.source import Source, Span
from citecheck.triage import choose, nearest_rule, triage

LOST = Rule("NUM001", "note-without-marker", Severity.ERROR, explains=("NUM005", "BIL001"))
GAP = Rule("NUM005", "note-number-gap", Severity.ERROR, explains=("NUM006",))
ORDER = Rule("NUM006", "marker-out-of-order", Severity.ERROR)
LONE = Rule("BIL001", "note-without-counterpart", Severity.WARNING)
STYLE = Rule("STY001", "mixed-ibid", Severity.INFO)
RULES = {rule.code: rule for rule in (LOST, GAP, ORDER, LONE, STYLE)}

A = Source("a.md", "x" * 100)
B = Source("b.md", "y" * 100)


class Module(Struct, frozen=True):
    """As much of a rule module as triage looks at."""

    rule: Rule


def version(lang: str, *sources: Source) -> Citations:
    return Citations(Document(lang, sources))


def at(rule: Rule, start: int, *about: str, lang: str = "fr", source: Source = A, subject: str = "s") -> Finding:
    return rule.finding(Place(Span(source, start, start + 1), lang), "m", subject=subject, about=about)


def judged(*findings: Finding, **options: object) -> tuple[Finding, ...]:
    return triage(Verdict(findings), rules=RULES, **options).findings  # type: ignore[arg-type]


def codes(*findings: Finding, **options: object) -> list[str]:
    return [found.code for found in judged(*findings, **options)]


# What is explained.


def test_a_consequence_stays_silent_where_its_cause_is_found() -> None:
    assert codes(at(GAP, 1, "fr:note:12"), at(LOST, 5, "fr:note:12", "fr:note:13")) == ["NUM001"]


def test_what_would_explain_a_finding_is_not_explained_by_it() -> None:
    caused = replace(at(GAP, 5, "fr:note:13"), because=frozenset({"fr:near:12"}))
    assert codes(at(LOST, 1, "fr:near:12"), caused) == ["NUM001"]
    assert codes(caused, at(ORDER, 9, "fr:near:12")) == ["NUM005", "NUM006"]
    assert codes(caused, at(ORDER, 9, "fr:note:13")) == ["NUM005"]


def test_a_finding_about_something_else_stays() -> None:
    assert codes(at(GAP, 1, "fr:note:12"), at(LOST, 5, "en:note:12")) == ["NUM005", "NUM001"]
    assert codes(at(GAP, 1), at(LOST, 5)) == ["NUM005", "NUM001"]


def test_what_is_explained_explains_nothing_itself() -> None:
    lost, gap, order = at(LOST, 1, "a"), at(GAP, 2, "a", "b"), at(ORDER, 3, "b")
    assert codes(lost, gap, order) == ["NUM001", "NUM006"]
    assert codes(gap, order) == ["NUM005"]


def test_a_cause_explains_the_consequences_of_what_it_caused() -> None:
    lost, gap, order = at(LOST, 1, "a"), replace(at(GAP, 2, "b"), because=frozenset({"a"})), at(ORDER, 3, "b")
    assert codes(lost, gap, order) == ["NUM001"]
    assert codes(lost, order) == ["NUM001", "NUM006"]


def test_a_finding_stands_for_another_only_where_it_is_reported() -> None:
    lost = Rule("AAA001", "lost", Severity.ERROR, explains=("AAA002",))
    differs = Rule("AAA002", "differs", Severity.WARNING, replaces=("AAA003",))
    lacks = Rule("AAA003", "lacks", Severity.INFO)
    rules = {one.code: one for one in (lost, differs, lacks)}
    cause, difference, lack = (
        at(lost, 1, "a"),
        replace(at(differs, 2, "b"), because=frozenset({"a"})),
        at(lacks, 3, "b"),
    )

    def reported(*findings: Finding) -> list[str]:
        return [one.code for one in triage(Verdict(findings), rules=rules).findings]

    assert reported(difference, lack) == ["AAA002"]
    assert reported(cause, difference, lack) == ["AAA001", "AAA003"]


def test_rules_that_explain_each_other_do_not_silence_both() -> None:
    one = Rule("AAA001", "one", Severity.WARNING, explains=("AAA002",))
    two = Rule("AAA002", "two", Severity.ERROR, explains=("AAA001",))
    verdict = Verdict((at(one, 1, "k"), at(two, 2, "k")))
    assert len(triage(verdict, rules={"AAA001": one, "AAA002": two}).findings) == 1


def test_a_rule_does_not_explain_itself() -> None:
    own = Rule("AAA001", "one", Severity.WARNING, explains=("AAA001",))
    verdict = Verdict((at(own, 1, "k"), at(own, 2, "k")))
    assert len(triage(verdict, rules={"AAA001": own}).findings) == 2


def test_an_ignored_cause_still_explains() -> None:
    findings = at(GAP, 1, "k"), at(LOST, 5, "k")
    assert codes(*findings, ignore=("NUM001",)) == []
    assert codes(*findings, select=("NUM005",)) == []


# The order.


def test_findings_come_in_reading_order_whatever_order_they_were_found_in() -> None:
    wanted = [
        at(STYLE, 50, lang="fr", source=B),
        at(GAP, 2, lang="fr", source=A),
        at(STYLE, 2, lang="fr", source=A),
        at(STYLE, 9, lang="fr", source=A),
        at(STYLE, 1, lang="en", source=A),
        at(STYLE, 0, lang="", source=A),
    ]
    versions = (version("fr", B, A), version("en", A))
    for seed in range(5):
        mixed = wanted.copy()
        random.Random(seed).shuffle(mixed)
        found = judged(*mixed, versions=versions)
        assert [(one.code, one.place) for one in found] == [(one.code, one.place) for one in wanted]


def test_without_versions_files_are_sorted_by_path() -> None:
    assert [one.place.span.source.path for one in judged(at(STYLE, 1, source=B), at(STYLE, 2))] == ["a.md", "b.md"]


# Fingerprints.


def test_a_fingerprint_has_its_version_and_sixteen_digits() -> None:
    [found] = judged(at(GAP, 1))
    assert re.fullmatch("v1:[0-9a-f]{16}", found.fingerprint)
    assert found.fingerprint == "v1:5b613dbcb0657e96"


def test_a_fingerprint_survives_moved_text_renumbering_and_other_files() -> None:
    [here] = judged(at(GAP, 1, subject="Kania  2017"))
    moved = replace(at(GAP, 77, source=B, subject="kania\n2017"), message="other", values=(("n", 3),))
    moved = replace(moved, place=replace(moved.place, note="40", note_id="40"), severity=Severity.INFO)
    assert judged(moved)[0].fingerprint == here.fingerprint


@pytest.mark.parametrize(
    "other", [at(ORDER, 1), at(GAP, 1, lang="en"), at(GAP, 1, subject="another")], ids=["code", "language", "subject"]
)
def test_a_fingerprint_tells_apart(other: Finding) -> None:
    assert judged(at(GAP, 1))[0].fingerprint != judged(other)[0].fingerprint


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    one = judged(at(GAP, 1))
    three = judged(at(GAP, 1), at(GAP, 5), at(GAP, 9))
    assert len({found.fingerprint for found in three}) == 3
    assert one[0].fingerprint == three[0].fingerprint


def test_a_new_occurrence_has_a_new_fingerprint_and_the_old_ones_stay() -> None:
    found = at(GAP, 1)
    places = [Place(Span(A, start, start + 1), "fr") for start in (10, 20, 30)]
    two = judged(replace(found, related=tuple(places[:1])))[0]
    four = judged(replace(found, related=tuple(places)))[0]
    assert len(two.occurrences) == 2
    assert len(set(four.occurrences)) == 4
    assert set(two.occurrences) < set(four.occurrences)
    assert two.fingerprint == four.fingerprint
    assert judged(found)[0].occurrences == ()


def test_parts_of_a_fingerprint_do_not_run_into_each_other() -> None:
    one = Rule("AAA1", "one", Severity.INFO)
    two = Rule("AAA", "two", Severity.INFO)
    rules = {"AAA1": one, "AAA": two}
    found = triage(Verdict((at(one, 1, lang="fr"), at(two, 2, lang="1fr"))), rules=rules).findings
    assert len({each.fingerprint for each in found}) == 2


# What is selected.

MODULES = tuple(Module(rule) for rule in RULES.values())


def chosen(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    return [module.rule.code for module in choose(MODULES, select, ignore)]


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ((), (), list(RULES)),
        (("STY001",), (), ["STY001"]),
        (("sty",), (), ["STY001"]),
        (("mixed-ibid",), (), ["STY001"]),
        (("NUM", "STY"), ("NUM",), ["STY001"]),
        (("NUM001",), (), ["NUM001"]),
        # The rules that explain those selected run with them.
        (("NUM006",), (), ["NUM001", "NUM005", "NUM006"]),
        ((), ("NUM001",), list(RULES)),
        ((), ("NUM", "BIL"), ["STY001"]),
    ],
)
def test_choose(select: tuple[str, ...], ignore: tuple[str, ...], wanted: list[str]) -> None:
    assert chosen(select, ignore) == wanted


def test_only_what_is_selected_explains_where_that_is_wanted() -> None:
    assert [one.rule.code for one in choose(MODULES, ["BIL"], apart=True)] == ["BIL001"]


def test_what_is_explained_is_kept_apart() -> None:
    taken, cause = at(GAP, 1, "fr:note:12"), at(LOST, 5, "fr:note:12")
    assert triage(Verdict((taken, cause)), rules=RULES).explained == (taken,)
    assert triage(Verdict((taken, cause)), rules=RULES, ignore=["NUM005"]).explained == ()


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        ("NUM01", "did you mean NUM001?"),
        ("note-without-maker", "did you mean note-without-marker?"),
        ("num 001", "did you mean NUM001?"),
        ("", "a rule has a code"),
        ("zzzzzz", "a rule has a code"),
    ],
)
def test_an_unknown_rule_is_refused_with_the_nearest(item: str, hint: str) -> None:
    for options in ({"select": (item,)}, {"ignore": (item,)}):
        with pytest.raises(UsageError, match=re.escape(hint)):
            choose(MODULES, **options)


def test_nearest_rule_is_none_where_nothing_is_near() -> None:
    assert nearest_rule("qqqqqqqqq", RULES.values()) is None


def test_what_is_left_out_is_said() -> None:
    verdict = Verdict(
        run=tuple(RULES),
        skipped=(Skipped("ZZZ001", "offline"),),
        abstained=(Abstention("NUM001", "fr", "no-notes"), Abstention("STY001", "fr", "no-notes")),
        crashes=(Crash("NUM005", "E", "a:1"), Crash("STY001", "E", "a:1")),
    )
    after = triage(verdict, rules=RULES, select=("NUM", "STY"), ignore=("NUM001", "NUM005"))
    assert after.run == ("NUM006", "STY001")
    assert after.skipped == (
        Skipped("BIL001", "not-selected"),
        Skipped("NUM001", "ignored"),
        Skipped("NUM005", "ignored"),
        Skipped("ZZZ001", "offline"),
    )
    assert [one.code for one in after.abstained] == ["STY001"]
    assert [one.code for one in after.crashes] == ["STY001"]


def test_rules_may_come_as_modules() -> None:
    modules = {code: Module(rule) for code, rule in RULES.items()}
    assert triage(Verdict((at(GAP, 1),)), rules=modules) == triage(Verdict((at(GAP, 1),)), rules=RULES)
