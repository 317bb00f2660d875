"""What the page of an audit says in English."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["COUNTS", "PAGE"]

PAGE: Mapping[str, str] = {
    # Whether the report is ready.
    "page.clean": "Ready: nothing found",
    "page.nothing-open": "Ready: nothing is left to do",
    "page.nothing-read": "Nothing to judge: no note, citation or entry was found in this text",
    "page.done-of": "{n} of {all} done",
    "page.all-done": "All of them are done or may stay. Another audit will tell.",
    "page.in-the-document": "In the document itself:",
    "page.listed-below": "{count} more in the list below",
    # How the list is filtered and ordered.
    "page.filters": "Severity",
    "page.search": "Search problems",
    "page.group": "List by",
    "page.by-severity": "by severity",
    "page.by-rule": "by rule",
    "page.by-section": "by section",
    "page.by-source": "by source",
    "page.all-rules": "All rules",
    "page.source": "Source",
    "page.all-sources": "All sources",
    "page.no-source": "No source concerned",
    "page.several-sources": "Several sources",
    "page.language": "Language",
    "page.all-languages": "All languages",
    "page.state": "State",
    "page.all-states": "All states",
    "page.state-open": "To do",
    "page.state-done": "Done or may stay",
    "page.state-waived": "Waived",
    "page.state-baselined": "Known",
    "page.reset": "Reset",
    "page.filters-more": "More filters",
    "page.outline": "Contents of the list",
    "page.throughout": "Throughout the document",
    "page.shown": "{n} of {all}",
    "page.nothing": "No such problems.",
    # One problem.
    "page.done": "Done",
    "page.stay": "May stay, because …",
    "page.stay-not": "Must not stay",
    "page.reason": "It may stay, because",
    "page.reason-like": "for example: so in the printed original",
    "page.about": "What {rule} checks",
    "page.times": "{n} times",
    "page.link": "Link to this problem",
    "page.no-counterpart": "No counterpart is known.",
    "page.fix": "Correction",
    "page.possible-fix": "Possible correction",
    # Waivers.
    "page.export": "Export waivers",
    "page.exported": "{n} exported to {file}",
    "page.not-kept": "This browser keeps nothing for this page: ticks will be gone when it is closed.",
    "page.file-head": "What may stay, as said on the audit's page. Add these lines at the end of citecheck.toml; in "
    "pyproject.toml, write [[tool.citecheck.waivers]].",
    # What stands behind the list, and on paper.
    "page.about-rules": "What the rules check",
    "page.explanation": "Explanation",
    "page.not-checked": "What was not checked",
    "page.untried": "Not tried:",
    "page.waived-findings": "Waived findings:",
    "page.all-checked": "Every rule ran and judged every version, and everything could be read.",
    "page.counted-only": "{counts}, in the page on the screen and in the other formats.",
    "page.keys": "Keys:",
    "page.key-next": "next problem",
    "page.key-previous": "previous problem",
    "page.key-open": "open or close it",
    "page.key-stay": "may stay, because",
    "page.key-search": "search",
    "page.key-escape": "leave the search, close the problem",
    "page.key-enter": "Enter",
    "page.key-esc": "Esc",
    "page.made-by": "Made by citecheck {version}.",
    "page.kept": "Ticks and reasons stay in this browser; only waivers are exported.",
    "page.without-script": "Without JavaScript the problems are listed, but not shown in their passages.",
}

COUNTS: Mapping[str, tuple[str, str]] = {
    "sources-all": ("{n} work", "{n} works"),
    "page.errors": (
        "Not ready: {n} problem that misleads the reader",
        "Not ready: {n} problems that mislead the reader",
    ),
    "page.warnings": ("Nearly ready: {n} likely defect", "Nearly ready: {n} likely defects"),
    "page.infos": (
        "Ready, but for {n} remark on consistency and style",
        "Ready, but for {n} remarks on consistency and style",
    ),
    "page.baselined": ("{n} known before", "{n} known before"),
    "page.waived": ("{n} waived", "{n} waived"),
    "page.findings": ("{n} finding", "{n} findings"),
    "page.passed": ("{n} rule judged everything and found nothing", "{n} rules judged everything and found nothing"),
    "page.places": ("{n} place", "{n} places"),
}
"""What is counted, in the forms behind one and behind several."""
