"""What the user sets for findings: severities of rules, and what holds in some files only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.gate import FileSettings, Gate, Severities
from citecheck.model.rule import Rule
from citecheck.triage.patterns import matches
from citecheck.triage.select import codes_named

__all__ = ["IGNORED_HERE", "adjusted"]

IGNORED_HERE = "ignored-in-files"
"""The reason for which a rule that is ignored in some of the files did not judge them."""

Named = Mapping[str, Collection[str]]
"""What every item of a setting means: the codes of the rules."""


def adjusted(
    findings: Iterable[Finding], gate: Gate, rules: Mapping[str, Rule], paths: Iterable[str]
) -> tuple[tuple[Finding, ...], tuple[Abstention, ...]]:
    """The findings with the severities that were set, without those of rules that are ignored in their file.

    ``paths`` are the files that were read: for each rule that is ignored in one of them there is an abstention, since
    what was not judged must be said. A finding stays where one of its places is in a file where the rule counts.
    """
    if not gate.severity and not gate.files:
        return tuple(findings), ()
    named = _named_rules(gate, rules)
    settings = {path: [one for one in gate.files if matches(one.path, path)] for path in dict.fromkeys(paths)}
    ignored = {path: _ignored(own, named) for path, own in settings.items()}
    general = _levels(gate.severity, named)
    levels = {path: general | _joined(own, named) for path, own in settings.items()}
    kept = (found for found in findings if not _is_ignored(found, ignored))
    judged = tuple(_levelled(found, levels.get(found.place.span.source.path, general)) for found in kept)
    codes = sorted({code for own in ignored.values() for code in own})
    return judged, tuple(Abstention(code, None, IGNORED_HERE) for code in codes)


def _is_ignored(found: Finding, ignored: Mapping[str, Collection[str]]) -> bool:
    """Whether the rule of a finding is ignored in the files of all its places."""
    places = (found.place, *found.related)
    return all(found.code in ignored.get(place.span.source.path, ()) for place in places)


def _levelled(found: Finding, levels: Mapping[str, Severity]) -> Finding:
    """A finding with the severity that is set for its rule, if any."""
    level = levels.get(found.code)
    return found if level is None else replace(found, severity=_allowed(level, found))


def _named_rules(gate: Gate, rules: Mapping[str, Rule]) -> Named:
    """The codes that every rule named in the settings stands for; none where no rule is called so."""
    items = [item for item, _ in gate.severity]
    for settings in gate.files:
        items += [*settings.ignore, *(item for item, _ in settings.severity)]
    return {item: codes_named(item, rules) for item in dict.fromkeys(items)}


def _ignored(settings: Iterable[FileSettings], named: Named) -> set[str]:
    return {code for one in settings for item in one.ignore for code in named[item]}


def _joined(settings: Iterable[FileSettings], named: Named) -> dict[str, Severity]:
    """The severities of one file; what stands further down in the configuration goes before."""
    found: dict[str, Severity] = {}
    for one in settings:
        found |= _levels(one.severity, named)
    return found


def _levels(severities: Severities, named: Named) -> dict[str, Severity]:
    """The severity of every rule that has one; what names fewer rules goes before what names more."""
    found: dict[str, Severity] = {}
    for item, level in sorted(severities, key=lambda one: -len(named[one[0]])):
        found |= dict.fromkeys(named[item], level)
    return found


def _allowed(level: Severity, found: Finding) -> Severity:
    """Only what is certain is an error, whoever says so."""
    uncertain = level is Severity.ERROR and found.confidence is not Confidence.CERTAIN
    return Severity.WARNING if uncertain else level
