"""A report as one HTML page that works from disk: whether it is ready, the problems in their passages, and what was not
checked.

The page holds all it needs and fetches nothing. Its script makes the list from values that stand in the page as JSON;
every text goes into the page as text, never as markup. On paper the page is another one: what misleads the reader in
full, a line for each warning, and a count of the rest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from citecheck import __version__
from citecheck.model.finding import Severity, State
from citecheck.model.report import Report
from citecheck.page import data, render
from citecheck.report.coverage import coverage_line
from citecheck.report.findings.cards import SHORT, THROUGHOUT, Cards, clipped
from citecheck.report.findings.passages import Look
from citecheck.report.problems import Problem, problems
from citecheck.report.rulepage import sentence
from citecheck.report.title import document_title
from citecheck.report.unchecked import not_checked, untried, waived
from citecheck.report.visible import visible
from citecheck.report.voice import counted, language_name, name_of, rule_explained, rule_finds, rule_name, say, titled

__all__ = ["html_report"]

PAGE = Path(__file__).parent / "page"

NAMED = 20
"""How many errors the verdict names at most; the list below has them all."""

SCRIPT_TEXTS = {
    **{key: key for key in ("open-all", "close-all")},
    **{key: f"page.{key}" for key in ("shown", "done", "done-of", "all-done", "reason", "reason-like", "exported")},
    **{key: f"page.{key}" for key in ("stay", "stay-not", "link", "no-counterpart", "throughout", "times", "about")},
    "more": "also",
    **{key: f"page.{key}" for key in ("fix", "possible-fix")},
    **{severity.value: f"{severity.value}s" for severity in Severity},
    **{key: f"page.{key}" for key in ("no-source", "several-sources", "file-head")},
}
"""The texts that the page's script needs, by what it calls them."""


def html_report(report: Report, *, ui: str = "en", offered: Sequence[str] = ()) -> str:
    """The whole page; the same report gives the same bytes. ``offered`` are commands that write the findings into the documents
    themselves."""
    told = problems(report.findings)
    cards = Cards(report, ui)
    shown = [cards.card(problem) for problem in told]
    languages = [(version.lang, titled(language_name(version.lang, ui))) for version in report.versions]
    return render(
        PAGE,
        ui=ui,
        t=lambda key, **values: say(key, ui, **values),
        version=__version__,
        title=clipped(document_title(report), SHORT),
        paths=_paths(report),
        verdict=_verdict(report, told, ui),
        named=NAMED,
        coverage=coverage_line(report, ui),
        offered=offered if told else (),
        filters=list(_severities(told)),
        languages=languages,
        states=_states(told),
        sections=_sections(cards, shown),
        sources=_sources(cards, shown),
        rules=_families(report, ui),
        about=list(_about(report, ui)),
        passed=_passed(report, ui),
        not_checked=list(_not_checked(report, ui)),
        cards=shown,
        quotes=_quotes,
        counted=lambda key, n: counted(key, n, ui),
        data=data(_script(report, cards, shown, ui)),
    )


# Whether it is ready.


def _verdict(report: Report, told: Sequence[Problem], ui: str) -> dict[str, str]:
    """What an editor wants to know first: whether the report is ready, and what keeps it from being so."""
    counts = {level: sum(one.severity is level and one.state is State.NEW for one in told) for level in Severity}
    worst = next((level for level in Severity if counts[level]), None)
    if worst is not None:
        look, said = worst.value, counted(f"page.{worst.value}s", counts[worst], ui)
    elif told:
        look, said = "good", say("page.nothing-open", ui)
    elif _is_empty(report):
        look, said = "empty", say("page.nothing-read", ui)
    else:
        look, said = "good", say("page.clean", ui)
    further = [counted(level.value, counts[level], ui) for level in Severity if counts[level] and level is not worst]
    for state in (State.BASELINED, State.WAIVED):
        if count := sum(one.state is state for one in told):
            further.append(counted(f"page.{state.value}", count, ui))
    findings = counted("page.findings", len(report.findings), ui) if len(report.findings) > len(told) else ""
    return {"look": look, "said": said, "further": ", ".join(further), "findings": findings}


def _is_empty(report: Report) -> bool:
    """Whether nothing was read that a rule could judge."""
    documents = [version.document for version in report.versions]
    things = (one for read in documents for one in (read.notes, read.markers, read.entries, read.urls, read.amounts))
    return not any(things) and not any(version.resolved for version in report.versions)


def _severities(told: Sequence[Problem]) -> Iterator[tuple[str, int, int]]:
    """Each severity, and all of them together: how many problems are to be dealt with, and how many are waived."""
    for severity in (None, *Severity):
        alike = [problem.state is State.WAIVED for problem in told if severity in (None, problem.severity)]
        yield severity.value if severity else "all", alike.count(False), alike.count(True)


def _states(told: Sequence[Problem]) -> list[str]:
    """The states, other than new, that there are problems in."""
    known = {problem.state for problem in told}
    return [state.value for state in (State.WAIVED, State.BASELINED) if state in known]


# What the list can show only.


def _sections(cards: Cards, shown: Sequence[Mapping[str, Any]]) -> list[tuple[int, str]]:
    """The sections that problems are in, as they follow."""
    names = cards.sections.all()
    return [(at, names[at].title) for at in sorted({at for one in shown for at in one["sections"]})]


def _sources(cards: Cards, shown: Sequence[Mapping[str, Any]]) -> list[tuple[int, str]]:
    """The sources that problems are about, by name."""
    listed = [(at, cards.sources.names[at]) for at in {at for one in shown for at in one["sources"]}]
    return sorted(listed, key=lambda source: (source[1].casefold(), source))


def _families(report: Report, ui: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The families of the rules that found something, each with its name and with these rules."""
    families: dict[str, list[tuple[str, str]]] = {}
    for code in sorted({found.code for found in report.findings}):
        families.setdefault(code.rstrip("0123456789"), []).append((code, rule_name(report.rules[code], ui)))
    return [(family, name_of("family", family, ui), rules) for family, rules in families.items()]


# What stands beside the list.


def _about(report: Report, ui: str) -> Iterator[dict[str, object]]:
    """The rules that found something: what each is called, what it finds, and its explanation: in the language of the
    page, where there is one, else in English."""
    reader = MarkdownIt("commonmark", {"html": False}).disable(
        ["link", "image", "autolink", "html_inline", "html_block"]
    )
    for code in sorted({found.code for found in report.findings}):
        finds, _, further = report.docs.get(code, "").strip().partition("\n\n")
        explained = rule_explained(code, ui)
        yield {
            "code": code,
            "name": rule_name(report.rules[code], ui),
            "finds": visible(rule_finds(sentence(finds), ui)),
            "explained": bool(explained),
            "further": Markup(reader.render(explained or further)),
        }


def _passed(report: Report, ui: str) -> list[tuple[str, str]]:
    """The rules that judged every version and found nothing, each with its name."""
    others = {found.code for found in report.findings} | {passed.code for passed in report.abstained}
    others |= {crash.code for crash in report.crashes}
    return [
        (code, rule_name(report.rules[code], ui)) for code in sorted(set(report.run) - others) if code in report.rules
    ]


def _quotes(card: Mapping[str, Any]) -> Iterator[tuple[str, str, Sequence[tuple[str, int]]]]:
    """What paper shows of a problem: in each version the first passage with a marked spot, with its language and number."""
    for column in card["cases"][0]["columns"]:
        blocks = (block for item in column["items"] for block in item["blocks"])
        spot = next((block for block in blocks if block[3] or any(look & Look.MARKED for _, look in block[2])), None)
        if spot is not None:
            yield column["lang"], spot[1], spot[2]


def _not_checked(report: Report, ui: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """All that was not checked, and why: a heading with its lines, each with the finding that it leads to, if any."""
    for key, lines in not_checked(report, ui, verbose=True):
        if lines:
            yield say(key, ui), [(line, "") for line in lines]
    if links := untried(report, ui):
        yield say("page.untried", ui), [(links, "")]
    if aside := waived(report, ui):
        yield say("page.waived-findings", ui), aside


def _paths(report: Report) -> list[str]:
    """The files that were read."""
    sources = (source for version in report.versions for source in version.document.sources)
    return [clipped(path, SHORT) for path in dict.fromkeys(source.path for source in sources)]


def _identity(report: Report) -> str:
    """By what the browser knows ticks of this report from those of another: its files and first headings."""
    parts = [source.path for version in report.versions for source in version.document.sources]
    parts += [version.document.headings[0].title for version in report.versions if version.document.headings]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _script(report: Report, cards: Cards, shown: Sequence[Mapping[str, Any]], ui: str) -> dict[str, Any]:
    """What the page's script makes the list of problems from."""
    codes = sorted({one["code"] for one in shown})
    return {
        "document": _identity(report),
        "texts": {name: say(key, ui) for name, key in SCRIPT_TEXTS.items()},
        "severities": {severity.value: say(f"severity.{severity.value}", ui) for severity in Severity},
        "places": {n: counted("page.places", n, ui) for n in sorted({one["places"] for one in shown})},
        "rules": {code: rule_name(report.rules[code], ui) for code in codes},
        "sections": [[section.title, *section.others] for section in cards.sections.all()],
        "throughout": THROUGHOUT,
        "sources": [visible(name) for name in cards.sources.names],
        "cards": shown,
    }
