"""What the user sets for findings: severities of rules, and what holds in some files only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.gate import Gate, Severities
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
    everywhere = _InFile(_levels(gate.severity, named))
    files = {path: _in_file(path, gate, named, everywhere) for path in dict.fromkeys(paths)}
    kept = (found for found in findings if not _is_ignored(found, files))
    judged = tuple(_levelled(found, files.get(found.place.span.path, everywhere).levels) for found in kept)
    codes = sorted({code for settings in files.values() for code in settings.ignored})
    return judged, tuple(Abstention(code, None, IGNORED_HERE) for code in codes)


class _InFile(Struct, frozen=True):
    """What is set for the findings in one file: their severities, and the rules that are ignored there."""

    levels: Mapping[str, Severity]
    ignored: frozenset[str] = frozenset()


def _in_file(path: str, gate: Gate, named: Named, everywhere: _InFile) -> _InFile:
    """What is set for one file; what stands further down in the configuration goes before."""
    levels, ignored = dict(everywhere.levels), set()
    for settings in gate.files:
        if matches(settings.path, path):
            levels |= _levels(settings.severity, named)
            ignored |= {code for item in settings.ignore for code in named[item]}
    return _InFile(levels, frozenset(ignored))


def _is_ignored(found: Finding, files: Mapping[str, _InFile]) -> bool:
    """Whether the rule of a finding is ignored in the files of all its places."""
    paths = {place.span.path for place in (found.place, *found.related)}
    return all(path in files and found.code in files[path].ignored for path in paths)


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
