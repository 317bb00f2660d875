"""Selection: which rules are wanted, and which must run for them."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from citecheck.errors import UsageError
from citecheck.model.citations import Citations
from citecheck.model.evidence import Skipped
from citecheck.model.job import Job
from citecheck.model.rule import Rule

__all__ = ["Selection", "choose", "codes_named", "left_out", "nearest_rule", "selected_codes"]

NOT_SELECTED = "not-selected"
IGNORED = "ignored"


class Selection(Struct, frozen=True):
    """The codes of rules: those ``wanted``, whose findings are told; those ``judged``, whose findings can be waived
    too; those ``needed``, which must run."""

    wanted: frozenset[str]
    judged: frozenset[str]
    needed: frozenset[str]


def choose(
    rules: Mapping[str, Rule], job: Job, versions: Sequence[Citations] = (), about_waivers: Collection[str] = ()
) -> Selection:
    """The rules that must run: those selected and not ignored, and those that explain one of them.

    An explaining rule runs even where it is not wanted itself, because without it its consequences would come to light
    as findings of their own. With ``apart`` it does not: only the selected rules explain each other. Where one of the
    rules ``about_waivers`` is selected, those that the waivers name run too: what a waiver does shows only when all
    findings are there. Raises UsageError where an item names no rule.
    """
    wanted = selected_codes(rules, job.select, job.ignore)
    judged = wanted
    if job.select and not wanted.isdisjoint(about_waivers):
        waivers = [*(waiver for version in versions for waiver in version.document.waivers), *job.gate.waivers]
        asked = {code for waiver in waivers for code in codes_named(waiver.rule, rules)}
        judged = selected_codes(rules, (*job.select, *sorted(asked)), job.ignore)
    return Selection(wanted, judged, judged if job.apart else _with_explaining(judged, rules))


def _with_explaining(codes: Iterable[str], rules: Mapping[str, Rule]) -> frozenset[str]:
    """The codes with those of the rules that explain one of them, directly or not."""
    explained_by: dict[str, list[str]] = {}
    for rule in rules.values():
        for code in (*rule.explains, *rule.replaces):
            explained_by.setdefault(code, []).append(rule.code)
    needed: set[str] = set()
    todo = list(codes)
    while todo:
        code = todo.pop()
        if code not in needed:
            needed.add(code)
            todo += explained_by.get(code, [])
    return frozenset(needed)


def left_out(rules: Mapping[str, Rule], job: Job, wanted: Collection[str]) -> tuple[Skipped, ...]:
    """The rules that are not wanted, each with the reason: it was left out of the selection, or it was ignored."""
    selected = selected_codes(rules, job.select)
    return tuple(Skipped(code, IGNORED if code in selected else NOT_SELECTED) for code in rules if code not in wanted)


def selected_codes(rules: Mapping[str, Rule], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> frozenset[str]:
    """The codes that ``select`` (all, where it is empty) and ``ignore`` leave; what is ignored stays ignored.

    An item is a code (``NUM001``), the beginning of codes (``NUM``) or a rule's name (``note-without-marker``). Raises
    UsageError where it is none of these.
    """
    chosen = set(rules) if not select else {code for item in select for code in _matching(item, rules)}
    return frozenset(chosen - {code for item in ignore for code in _matching(item, rules)})


def codes_named(item: str, rules: Mapping[str, Rule]) -> frozenset[str]:
    """The codes that a code, the beginning of codes or a name stands for; none where no rule is called so."""
    try:
        return frozenset(_matching(item, rules))
    except UsageError:
        return frozenset()


def _matching(item: str, rules: Mapping[str, Rule]) -> list[str]:
    """The codes that one item of ``select`` or ``ignore`` means."""
    wanted = item.strip()
    codes = [code for code in rules if wanted and code.startswith(wanted.upper())]
    codes = codes or [code for code, rule in rules.items() if rule.name == wanted.lower()]
    if not codes:
        near = nearest_rule(wanted, rules.values())
        hint = f"did you mean {near}?" if near else "a rule has a code (NUM001), a family (NUM) or a name"
        raise UsageError(f"unknown rule {wanted!r}: {hint} ('citecheck rules' lists them)")
    return codes


def nearest_rule(wanted: str, rules: Iterable[Rule]) -> str | None:
    """The code, family or name of a rule that looks most like ``wanted``; None where none does."""
    names: dict[str, str] = {}
    for rule in rules:
        family = rule.code.rstrip("0123456789")
        names |= {rule.code.lower(): rule.code, family.lower(): family, rule.name: rule.name}
    near = difflib.get_close_matches(wanted.lower(), names, n=1, cutoff=0.5)
    return names[near[0]] if near else None
