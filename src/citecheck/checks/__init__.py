"""The rules: one file each, in a folder per family. Nothing lists them; they are found by looking.

A rule module defines

- its docstring, which is the rule's page of documentation,
- ``RULE``, its code, name, severity and messages,
- ``EXAMPLES``, what it must and must not flag,
- ``check(x)``, a generator of findings and abstentions, which it may say several times. The annotation of ``x`` says what the rule reads and so how
  often it is called: `Document` and `Citations` once per language version, `Alignment` once for each pair of them
  that are versions of one report (of others, the rule abstains by itself), `Compared` once for each version beside a database,
  `Collation` once where two copies of one text are compared,
  `LinkReport` once where the URLs were asked for, `SourceReport` once where the registries were, `Evidence` once for all versions together, `Waivers` once when all
  findings are there.

A module without ``RULE`` is a helper that rules share, and is passed over.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from inspect import signature
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType, TracebackType
from typing import Any, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from citecheck.checks.trust import trusted
from citecheck.languages import is_unknown
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.collation import Collation
from citecheck.model.compared import Compared
from citecheck.model.document import Document
from citecheck.model.evidence import Crash, Evidence, Skipped, Verdict
from citecheck.model.finding import Abstention, Finding
from citecheck.model.gate import Waivers
from citecheck.model.links import LinkReport
from citecheck.model.rule import Example, Rule
from citecheck.model.source import LETTERS_LOST
from citecheck.model.sources import SourceReport

__all__ = ["NEEDS_SOURCE", "RuleModule", "Scope", "load_rules", "run_rules"]

NEEDS_SOURCE = "needs-source"
"""The reason for which a rule about running prose abstains where only the extracted data are there."""

OFFLINE = "offline"
"""The reason for which a rule about what the network says is skipped where nobody asked it."""

UNKNOWN_LANGUAGE = "unknown-language"
"""The reason for which a rule that needs words does not judge a text in a language that citecheck does not know."""

ONE_LANGUAGE = "one-language"
"""The reason for which a rule that compares two languages is skipped where only one was read."""

NO_DATABASE = "no-database"
"""The reason for which a rule that compares a bibliography with a database is skipped where none was given."""

NO_COPY = "no-copy"
"""The reason for which a rule that compares two copies of one text is skipped where there is one."""

Check = Callable[[Any], Iterator[Finding | Abstention]]


class Scope(StrEnum):
    """What a rule reads, as the annotation of its ``check`` says."""

    DOCUMENT = "document"
    """One language version, taken apart."""
    CITATIONS = "citations"
    """One language version with its citations resolved."""
    ALIGNMENT = "alignment"
    """Two language versions side by side."""
    DATABASE = "database"
    """The printed bibliography of one language version beside a database."""
    COPIES = "copies"
    """Two copies of one text, in one language."""
    LINKS = "links"
    """What became of every URL when it was asked for."""
    SOURCES = "sources"
    """What registries know of every work."""
    EVIDENCE = "evidence"
    """All language versions together."""
    WAIVERS = "waivers"
    """The waivers of the report, with what came of them."""


_SCOPES: dict[type, Scope] = {
    Document: Scope.DOCUMENT,
    Citations: Scope.CITATIONS,
    Alignment: Scope.ALIGNMENT,
    Compared: Scope.DATABASE,
    Collation: Scope.COPIES,
    LinkReport: Scope.LINKS,
    SourceReport: Scope.SOURCES,
    Evidence: Scope.EVIDENCE,
    Waivers: Scope.WAIVERS,
}


class RuleModule(Struct, frozen=True):
    """A rule as its file defines it: ``doc`` is the module's docstring, ``scope`` what ``check`` reads."""

    rule: Rule
    examples: tuple[Example, ...]
    check: Check
    scope: Scope
    doc: str

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule.code

    def subjects(
        self, evidence: Evidence
    ) -> Iterable[
        Document | Citations | Alignment | Compared | Collation | LinkReport | SourceReport | Evidence | Waivers
    ]:
        """What ``check`` is called with, in reading order."""
        match self.scope:
            case Scope.DOCUMENT:
                return [version.document for version in evidence.versions]
            case Scope.CITATIONS:
                return evidence.versions
            case Scope.ALIGNMENT:
                return evidence.alignments
            case Scope.DATABASE:
                return evidence.compared
            case Scope.COPIES:
                return [evidence.collation] if evidence.collation is not None else []
            case Scope.LINKS:
                return [evidence.links] if evidence.links is not None else []
            case Scope.SOURCES:
                return [evidence.sources] if evidence.sources is not None else []
            case Scope.EVIDENCE:
                return [evidence]
            case Scope.WAIVERS:
                return [evidence.waivers] if evidence.waivers is not None else []


def load_rules(package: ModuleType | None = None) -> tuple[RuleModule, ...]:
    """Every rule of ``package`` (this one unless told) and its sub-packages, sorted by code.

    Raises TypeError where a rule module is incomplete and ValueError where two rules share a code or a name.
    """
    return _load(package or sys.modules[__name__])


@cache
def _load(package: ModuleType) -> tuple[RuleModule, ...]:
    found: dict[str, tuple[RuleModule, str]] = {}
    names: dict[str, str] = {}
    for name in _module_names(package.__path__, package.__name__):
        module = import_module(name)
        if not hasattr(module, "RULE"):
            continue
        made = _rule_module(module)
        if made.code in found:
            raise ValueError(f"{name}: the code {made.code} is already that of {found[made.code][1]}")
        if made.rule.name in names:
            raise ValueError(f"{name}: the name {made.rule.name} is already that of {names[made.rule.name]}")
        found[made.code] = made, name
        names[made.rule.name] = name
    return tuple(found[code][0] for code in sorted(found))


def _module_names(path: Iterable[str], prefix: str) -> Iterator[str]:
    """The names of all modules below a package, in a fixed order; a folder counts without ``__init__.py`` too."""
    path = list(path)
    packages = set()
    for info in sorted(iter_modules(path), key=lambda one: one.name):
        name = f"{prefix}.{info.name}"
        yield name
        if info.ispkg:
            packages.add(info.name)
            spec = find_spec(name)
            yield from _module_names((spec and spec.submodule_search_locations) or (), name)
    # iter_modules passes over such folders without a word; a family that is not found would be a rule that never runs.
    for folder in sorted(child for part in path if Path(part).is_dir() for child in Path(part).iterdir()):
        bare = folder.name.isidentifier() and folder.name not in packages and folder.is_dir()
        if bare and folder.name != "__pycache__" and any(folder.glob("*.py")):
            yield from _module_names([str(folder)], f"{prefix}.{folder.name}")


def _rule_module(module: ModuleType) -> RuleModule:
    """The rule that a module defines. Raises TypeError where something of it is missing."""
    parts: Iterable[Any] = (getattr(module, part, None) for part in ("RULE", "EXAMPLES", "check"))
    rule, examples, check = parts
    doc = (module.__doc__ or "").strip()
    samples = isinstance(examples, tuple) and all(isinstance(one, Example) for one in examples)
    parameters = list(signature(check).parameters) if callable(check) else []
    annotation: Any = get_type_hints(check).get(parameters[0]) if len(parameters) == 1 else None
    known = ", ".join(kind.__name__ for kind in _SCOPES)
    for holds, lack in (
        (isinstance(rule, Rule), "RULE must be a citecheck.model.rule.Rule"),
        (samples, "EXAMPLES must be a tuple of citecheck.model.rule.Example"),
        (callable(check), "check(x) is missing"),
        (doc, "the module's docstring, which is the rule's documentation, is missing"),
        (annotation in _SCOPES, f"check must take one argument that is annotated as one of {known}"),
    ):
        if not holds:
            raise TypeError(f"{module.__name__}: {lack}")
    return RuleModule(rule, examples, check, _SCOPES[annotation], doc)


def run_rules(evidence: Evidence, rules: Sequence[RuleModule], skipped: Sequence[Skipped] = ()) -> Verdict:
    """Calls every rule and gathers what it finds; ``skipped`` are rules that the caller left out, with the reasons.

    A rule that raises becomes a `Crash`, with what it found before kept, and the others run on. A rule that abstains
    from every version for want of the source file is reported as skipped.
    """
    findings: list[Finding] = []
    abstained: list[Abstention] = []
    crashes: list[Crash] = []
    run: list[str] = []
    left_out = list(skipped)
    for rule in rules:
        reason = _unjudgeable(rule, evidence)
        if reason is not None:
            left_out.append(Skipped(rule.code, reason))
            continue
        made, passed, crash = _judged(rule, evidence)
        made, untrusted = trusted(rule.rule, made, evidence)
        passed += untrusted
        findings += made
        if crash is None and not made and _lacks_source(passed, evidence):
            left_out.append(Skipped(rule.code, NEEDS_SOURCE))
            continue
        abstained += passed
        if crash is not None:
            crashes.append(crash)
        else:
            run.append(rule.code)
    left_out.sort(key=lambda one: one.code)
    return Verdict(tuple(findings), tuple(run), tuple(left_out), tuple(abstained), tuple(crashes))


def _unjudgeable(rule: RuleModule, evidence: Evidence) -> str | None:
    """Why there is nothing that a rule could judge; None where there is."""
    if rule.scope is Scope.ALIGNMENT and not evidence.alignments:
        return ONE_LANGUAGE
    if rule.scope is Scope.DATABASE and not evidence.compared:
        return NO_DATABASE
    if rule.scope is Scope.COPIES and evidence.collation is None:
        return NO_COPY
    if rule.scope is Scope.SOURCES and evidence.sources is None:
        return OFFLINE
    return OFFLINE if rule.scope is Scope.LINKS and evidence.links is None else None


def _judged(rule: RuleModule, evidence: Evidence) -> tuple[list[Finding], list[Abstention], Crash | None]:
    """What a rule finds, what it does not judge, and its first crash."""
    made: list[Finding] = []
    passed: list[Abstention] = []
    crash: Crash | None = None
    for subject in rule.subjects(evidence):
        if isinstance(subject, Alignment) and subject.unrelated:
            passed.append(rule.rule.abstains(None, subject.unrelated))
            continue
        if _garbled(subject):
            passed.append(rule.rule.abstains(getattr(subject, "lang", None), LETTERS_LOST))
            continue
        judged, unknown = _taught(subject, rule.rule)
        passed += [rule.rule.abstains(lang, UNKNOWN_LANGUAGE) for lang in unknown]
        try:
            for one in rule.check(judged) if judged is not None else ():
                if not isinstance(one, Abstention):
                    made.append(one)
                elif one not in passed:
                    passed.append(one)
        except Exception as error:
            crash = crash or Crash(rule.code, _described(error), _where(error.__traceback__, rule))
    return made, passed, crash


def _garbled(subject: Any) -> bool:
    """Whether letters are lost all over a text that a rule would judge: what it lacks may be among them."""
    match subject:
        case Document():
            return subject.garbled
        case Citations(document=document):
            return document.garbled
        case Alignment(left=left, right=right) | Collation(left=left, right=right):
            return left.document.garbled or right.document.garbled
    return False


def _taught(subject: Any, rule: Rule) -> tuple[Any, tuple[str | None, ...]]:
    """What a rule can judge of its subject, None where that is nothing, and the languages of the versions that it cannot judge,
    because it needs words of a language that citecheck does not know; None for a pair of versions with one."""
    if rule.wordless:
        return subject, ()
    match subject:
        case Document(lang=lang) | Citations(document=Document(lang=lang)) if is_unknown(lang):
            return None, (lang,)
        case Alignment(left=left, right=right) if is_unknown(left.lang) or is_unknown(right.lang):
            return None, (None,)
        case Evidence(versions=versions, alignments=alignments):
            known = tuple(version for version in versions if not is_unknown(version.lang))
            pairs = tuple(
                pair for pair in alignments if {pair.left.lang, pair.right.lang} <= {one.lang for one in known}
            )
            unknown = tuple(version.lang for version in versions if is_unknown(version.lang))
            return (replace(subject, versions=known, alignments=pairs) if unknown else subject), unknown
    return subject, ()


def _lacks_source(abstained: Sequence[Abstention], evidence: Evidence) -> bool:
    """Whether a rule judged no version at all because it needs the source files."""
    if not abstained or any(one.reason != NEEDS_SOURCE for one in abstained):
        return False
    langs = {one.lang for one in abstained}
    return None in langs or langs >= {version.lang for version in evidence.versions}


def _described(error: Exception) -> str:
    """``Type: message`` on one line."""
    message = " ".join(str(error).split())
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def _where(trace: TracebackType | None, rule: RuleModule) -> str:
    """``file:line`` of the innermost line that is citecheck's or the rule's own, not a library's."""
    roots = {"citecheck", rule.check.__module__.partition(".")[0]}
    place = "?"
    for frame, line in traceback.walk_tb(trace):
        module = str(frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] in roots:
            file = Path(frame.f_code.co_filename)
            # As deep as the module is: the folders above the package differ between machines.
            depth = module.count(".") + 1 + (file.name == "__init__.py")
            place = f"{'/'.join(file.parts[-depth:])}:{line}"
    return place
