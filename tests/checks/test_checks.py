"""The rule machinery: a rule is one file, and one that fails takes nothing with it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType

import pytest

from citecheck.checks import RuleModule, Scope, load_rules, run_rules
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Document
from citecheck.model.evidence import Evidence, Skipped
from citecheck.model.finding import Severity
from citecheck.report.rulepage import rule_page, rules_index
from tests.triage.samples import settled

RULE = '''"""Every document is flagged.

It only serves as an example.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.{module} import {kind}
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Source, Span

RULE = Rule("{code}", "{name}", Severity.INFO, {{"m": {{"en": Wording("Found."), "fr": Wording("Trouvé.")}}}})

EXAMPLES = (Example("Text.", ("T",)),)


def check(x: {kind}) -> Iterator[Finding | Abstention]:
    """Flags the first letter."""
    {body}
'''
FINDS = 'yield RULE.finding(Place(Span(Source("a.md", "Text"), 0, 1), "en"), "m", subject="x")'
ABSTAINS = 'yield RULE.abstains({lang}, "needs-source")'

Write = Callable[..., ModuleType]


def rule(code: str = "ZZZ001", name: str = "", kind: str = "Document", body: str = FINDS) -> str:
    modules = {"Document": "document", "Citations": "citations", "Alignment": "alignment", "Evidence": "evidence"}
    return RULE.format(code=code, name=name or f"rule-{code.lower()}", kind=kind, module=modules[kind], body=body)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Write:
    """Makes a package of the given files (path → text) and imports it."""
    name = "rules_" + re.sub(r"\W", "_", request.node.name)

    def write(files: dict[str, str]) -> ModuleType:
        for path, text in {"__init__.py": "", **files}.items():
            file = tmp_path / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
        invalidate_caches()
        return import_module(name)

    return write


def evidence(*langs: str) -> Evidence:
    return Evidence(tuple(Citations(Document(lang, ())) for lang in langs))


def test_a_rule_is_one_file_that_is_found_run_and_explained(package: Write) -> None:
    rules = load_rules(package({"family/one.py": rule()}))
    assert [module.code for module in rules] == ["ZZZ001"]
    verdict = run_rules(evidence("fr", "en"), rules)
    assert [found.code for found in verdict.findings] == ["ZZZ001", "ZZZ001"]
    assert verdict.run == ("ZZZ001",)
    judged = settled(verdict, {module.code: module.rule for module in rules})
    assert len({found.fingerprint for found in judged.findings}) == 2
    page = rule_page(rules[0])
    assert "It only serves as an example." in page
    assert "Trouvé." in page
    assert "| [ZZZ001](ZZZ001.md) | rule-zzz001 | info | Every document is flagged. |" in rules_index(rules)


def test_rules_are_sorted_by_code_and_helpers_passed_over(package: Write) -> None:
    made = package(
        {
            "b/__init__.py": "",
            "b/two.py": rule("ZZZ002"),
            "b/words.py": "WORDS = ()\n",
            "a/three.py": rule("ZZZ003"),
            "one.py": rule("ZZZ001"),
            "notes/readme.txt": "",
        }
    )
    assert [module.code for module in load_rules(made)] == ["ZZZ001", "ZZZ002", "ZZZ003"]


def test_what_was_loaded_is_kept(package: Write) -> None:
    made = package({"one.py": rule()})
    assert load_rules(made) is load_rules(made)
    assert load_rules() is load_rules(sys.modules["citecheck.checks"])


@pytest.mark.parametrize(
    ("kind", "scope", "calls"),
    [("Document", Scope.DOCUMENT, 2), ("Citations", Scope.CITATIONS, 2), ("Evidence", Scope.EVIDENCE, 1)],
)
def test_the_annotation_says_what_a_rule_reads(package: Write, kind: str, scope: Scope, calls: int) -> None:
    [module] = load_rules(package({"one.py": rule(kind=kind)}))
    assert module.scope is scope
    assert len(run_rules(evidence("fr", "en"), [module]).findings) == calls


@pytest.mark.parametrize(
    ("files", "error", "said"),
    [
        ({"a.py": rule(name="a"), "b.py": rule(name="b")}, ValueError, "the code ZZZ001 is already that of"),
        ({"a.py": rule("ZZZ001", "a"), "b.py": rule("ZZZ002", "a")}, ValueError, "the name a is already that of"),
        ({"a.py": rule().replace("EXAMPLES", "SAMPLES")}, TypeError, "EXAMPLES must be"),
        ({"a.py": rule().replace("def check", "def look")}, TypeError, r"check\(x\) is missing"),
        (
            {"a.py": rule().replace("x: Document", "x")},
            TypeError,
            "one of Document, Citations, Alignment, Compared, Collation, LinkReport, SourceReport, Evidence",
        ),
        (
            {"a.py": rule().replace("x: Document", "x: str")},
            TypeError,
            "one of Document, Citations, Alignment, Compared, Collation, LinkReport, SourceReport, Evidence",
        ),
        ({"a.py": rule().replace("x: Document", "x: Document, y: Document")}, TypeError, "take one argument"),
        ({"a.py": rule().split('"""\n', 1)[1]}, TypeError, "docstring"),
        ({"a.py": '"""Doc."""\nRULE = 3\n'}, TypeError, "RULE must be"),
        ({"a/b.py": "import no_such_module_anywhere\n"}, ImportError, "no_such_module_anywhere"),
    ],
)
def test_an_incomplete_rule_is_an_error_and_not_passed_over(
    package: Write, files: dict[str, str], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        load_rules(package(files))


def test_a_rule_that_fails_is_reported_and_the_others_run(package: Write) -> None:
    body = f'{FINDS}\n    raise ValueError("no\\n  way")'
    made = package({"one.py": rule(body=body), "two.py": rule("ZZZ002")})
    verdict = run_rules(evidence("fr", "en"), load_rules(made))
    [crash] = verdict.crashes
    assert (crash.code, crash.error) == ("ZZZ001", "ValueError: no way")
    assert crash.where == f"{made.__name__}/one.py:23"
    assert verdict.run == ("ZZZ002",)
    assert [found.code for found in verdict.findings] == ["ZZZ001", "ZZZ001", "ZZZ002", "ZZZ002"]


def test_a_failure_in_a_library_is_placed_where_the_rule_calls_it(package: Write) -> None:
    made = package({"one.py": rule(body='__import__("json").loads("{")\n    yield from ()')})
    [crash] = run_rules(evidence("fr"), load_rules(made)).crashes
    assert crash.error.startswith("JSONDecodeError: ")
    assert crash.where == f"{made.__name__}/one.py:22"


def test_an_interruption_is_no_crash(package: Write) -> None:
    made = package({"one.py": rule(body="raise KeyboardInterrupt")})
    with pytest.raises(KeyboardInterrupt):
        run_rules(evidence("fr"), load_rules(made))


@pytest.mark.parametrize(
    ("unrelated", "found", "reasons"), [(None, 1, []), ("unrelated-versions", 0, ["unrelated-versions"])]
)
def test_no_rule_compares_texts_that_are_no_versions_of_one_report(
    package: Write, unrelated: str | None, found: int, reasons: list[str]
) -> None:
    rules = load_rules(package({"one.py": rule(kind="Alignment")}))
    versions = evidence("fr", "en").versions
    verdict = run_rules(Evidence(versions, (Alignment(*versions, unrelated=unrelated),)), rules)
    assert len(verdict.findings) == found
    assert [one.reason for one in verdict.abstained] == reasons
    assert verdict.run == ("ZZZ001",)


def test_abstentions_are_gathered(package: Write) -> None:
    made = package({"one.py": rule(body='yield RULE.abstains(x.lang, "no-notes")')})
    verdict = run_rules(evidence("fr", "en"), load_rules(made))
    assert [(one.code, one.lang, one.reason) for one in verdict.abstained] == [
        ("ZZZ001", "fr", "no-notes"),
        ("ZZZ001", "en", "no-notes"),
    ]
    assert verdict.run == ("ZZZ001",)


@pytest.mark.parametrize(
    ("kind", "lang", "skipped"),
    [("Document", "x.lang", True), ("Evidence", "None", True), ("Evidence", "'fr'", False)],
)
def test_a_rule_that_needs_the_source_is_skipped(package: Write, kind: str, lang: str, skipped: bool) -> None:
    made = package({"one.py": rule(kind=kind, body=ABSTAINS.format(lang=lang))})
    verdict = run_rules(evidence("fr", "en"), load_rules(made), [Skipped("AAA001", "offline")])
    mine = (Skipped("ZZZ001", "needs-source"),) if skipped else ()
    assert verdict.skipped == (Skipped("AAA001", "offline"), *mine)
    assert (verdict.run, bool(verdict.abstained)) == (() if skipped else ("ZZZ001",), not skipped)


def test_a_rule_module_knows_its_code() -> None:
    from citecheck.model.rule import Rule

    module = RuleModule(Rule("ZZZ001", "z", Severity.INFO), (), lambda x: iter(()), Scope.DOCUMENT, "Doc.")
    assert module.code == "ZZZ001"
