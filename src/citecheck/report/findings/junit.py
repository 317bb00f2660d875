"""A report as JUnit XML, which most CI services show as test results: each rule is a test of each language version."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from citecheck.model.finding import Finding, Severity, State
from citecheck.model.report import Report
from citecheck.report.brief import Named, brief, cut, label_with_words, lines_of, position, posix, remarks
from citecheck.report.unchecked import unchecked
from citecheck.report.visible import visible
from citecheck.report.voice import say

__all__ = ["junit_report"]

_LONGEST = 1000


def junit_report(report: Report, *, ui: str = "en", named: Named = posix, fail_on: str = "error") -> str:
    """One suite for each language version, with a case for each rule, and one for all that was not checked.

    A case fails where the run does: for new findings at least as severe as ``fail_on`` says. The others are in the
    case's output.
    """
    root = Element("testsuites", name="citecheck")
    writer = _Writer(report, ui, named, None if fail_on == "never" else Severity(fail_on))
    for lang in writer.langs:
        writer.version(root, lang)
    writer.not_checked(root)
    for suite in root:
        _count(suite, [suite])
    _count(root, list(root))
    ElementTree.indent(root)
    # A reference is the same sign to a reader of XML, and none to a service that looks for commands in a log.
    written = re.sub("#(?=#)|:(?=:)", lambda sign: f"&#{ord(sign[0])};", ElementTree.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


class _Writer:
    """Writes the suites of one report."""

    def __init__(self, report: Report, ui: str, named: Named, fail_on: Severity | None) -> None:
        self.report = report
        self.ui = ui
        self.named = named
        self.fail_on = fail_on
        self.gaps = list(unchecked(report, ui))
        self.findings: dict[str, dict[str, list[Finding]]] = {version.lang: {} for version in report.versions}
        for found in report.findings:
            self.findings.setdefault(found.lang or "", {}).setdefault(found.code, []).append(found)
        self.langs = list(self.findings)

    def version(self, root: Element, lang: str) -> None:
        """The suite of one language version."""
        passed = {gap.code: gap.why for gap in self.gaps if gap.kind == "not-judged" and gap.lang in (lang, None)}
        suite = SubElement(root, "testsuite", name=f"citecheck.{visible(lang)}" if lang else "citecheck.other")
        for code in sorted({*self.report.run, *passed, *self.findings[lang]}):
            self._test(self._case(suite, code), self.findings[lang].get(code, []), passed.get(code))

    def _test(self, case: Element, findings: list[Finding], passed: str | None) -> None:
        """What came of one rule in one version: what it found, or why it did not judge."""
        failing = [found for found in findings if self._fails(found)]
        if failing:
            self._fail(case, failing)
        elif passed is not None and not findings:
            SubElement(case, "skipped", message=_line(passed))
        others = [found for found in findings if not self._fails(found)]
        if others:
            SubElement(case, "system-out").text = self._listed(others)

    def _fail(self, case: Element, failing: list[Finding]) -> None:
        """Lets a case fail for findings; a service shows the message and the place of the first."""
        first = failing[0]
        path, line, _ = lines_of(first.place.span)
        case.set("file", visible(self.named(path)))
        case.set("line", str(line))
        failure = SubElement(case, "failure", type=first.severity.value)
        more = f" ({say('more', self.ui, count=len(failing) - 1)})" if len(failing) > 1 else ""
        failure.set("message", _line(brief(first, self.report, self.ui)[0]) + more)
        failure.text = self._listed(failing)

    def not_checked(self, root: Element) -> None:
        """The suite of rules that failed or did not run, and of passages that could not be read."""
        suite = Element("testsuite", name="citecheck")
        for gap in self.gaps:
            if gap.kind == "rule-failed":
                error = SubElement(self._case(suite, gap.code), "error", type="crash", message=_line(gap.said))
                error.text = _line(gap.said)
        for gap in self.gaps:
            if gap.kind == "rule-skipped":
                SubElement(self._case(suite, gap.code), "skipped", message=_line(gap.why))
        for gap in self.gaps:
            if gap.span is not None:
                where = _line(position(gap.span, self.named))
                case = SubElement(suite, "testcase", classname="citecheck.unreadable", name=where, time="0")
                SubElement(case, "skipped", message=_line(gap.said))
        if len(suite):
            root.append(suite)

    def _case(self, suite: Element, code: str) -> Element:
        rule = self.report.rules.get(code)
        name = f"{code} {rule.name}" if rule else code
        return SubElement(suite, "testcase", classname=suite.get("name", ""), name=name, time="0")

    def _fails(self, found: Finding) -> bool:
        level = self.fail_on
        return found.state is State.NEW and level is not None and found.severity.rank <= level.rank

    def _listed(self, findings: list[Finding]) -> str:
        """The findings, one a line."""
        return "\n".join(self._said(found) for found in findings)

    def _said(self, found: Finding) -> str:
        message, hint = brief(found, self.report, self.ui)
        qualified = remarks(found, self.ui)
        where = label_with_words(found, self.report, self.ui)
        parts = (
            f"{position(found.place.span, self.named)}: {say(f'severity.{found.severity.value}', self.ui)}:",
            f"{where}:" if where else "",
            message,
            f"→ {hint}" if hint else "",
            f"({', '.join(qualified)})" if qualified else "",
        )
        return " ".join(filter(None, parts))


def _line(written: str) -> str:
    return cut(written, _LONGEST)


def _count(element: Element, suites: list[Element]) -> None:
    """Sets the numbers of tests that an element holds."""
    cases = [case for suite in suites for case in suite]
    element.set("tests", str(len(cases)))
    for plural, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(plural, str(sum(case.find(tag) is not None for case in cases)))
    element.set("time", "0")
