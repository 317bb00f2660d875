"""Reports with findings of which every text is made to break or forge something."""

from __future__ import annotations

from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.model.document import Unreadable
from citecheck.model.evidence import Crash
from citecheck.model.finding import Confidence, Edit, Finding, Fix, Place, Severity, State
from citecheck.model.report import Report
from citecheck.model.rule import Rule, Wording
from citecheck.model.source import Source, Span
from tests.report.samples import RULES, report

PIECES = [
    *("::error file=a.md::forged", "\n::warning::forged\n", "\r", "%0A", "%", "::", "##[error]forged", ",title=x"),
    *(
        "]]>",
        "<![CDATA[",
        "<script>alert(1)</script>",
        "</script>",
        "<!-- x -->",
        "&lt;",
        "&",
        "\x00",
        "\x1b[31m",
        "\x07",
    ),
    *("\u202ea\u202c", "\u2066", "\u2028", "\x85", "\ud800", "\uffff", "\ufeff", "\u200b"),
    *("|", "\n| a | b |\n", "`", "```", "\\", "**b**", "_i_", "~~s~~", "@somebody", "#12", "!34", "$x$", ":smile:"),
    *(
        "![x](http://example.org/a.png)",
        "[x](javascript:x)",
        "[x](1)",
        "[x]: http://example.org",
        "https://example.org/a",
    ),
    *(
        "www.example.org",
        "a@example.org",
        "{0}",
        "{word}",
        "1. x",
        "- x",
        "# x",
        "    code",
        "> q",
        "\n---\n",
        "=cmd()",
    ),
    *("é", "漢", "p. 4", " ", "\t", "Doe"),
]

ANY = Rule(
    "NUM001",
    "note-without-marker",
    Severity.ERROR,
    {"any": {"en": Wording("Said: {word}", "Do {word}"), "fr": Wording("Dit\u00a0: {word}", "Faites {word}")}},
)

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=6).map("".join)
labels = st.none() | st.sampled_from(["1", "3/12", "007", "9" * 5000]) | texts
# A path is not empty and has no line break or NUL: no file can be read under such a name.
paths = st.sampled_from(["a.md", "./b/a.md", "../a.md", "/a/b.md", "-", "1. a.md"]) | texts.map(
    lambda text: text.replace("\x00", "") or "x"
)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    source = Source(draw(paths), draw(texts), "ab" * 32, sparse=draw(st.booleans()))
    start, end = sorted((draw(st.integers(0, len(source.text))), draw(st.integers(0, len(source.text)))))
    return Span(source, start, end)


@st.composite
def places(draw: st.DrawFn) -> Place:
    lang = draw(st.sampled_from(["fr", "en", "de", None]))
    return Place(draw(spans()), lang, draw(labels), draw(labels), draw(labels), draw(labels), draw(labels))


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    place = draw(places())
    edits = draw(st.lists(st.builds(Edit, st.just(place.span), texts), max_size=2))
    found = ANY.finding(
        place,
        "any",
        subject="",
        word=draw(texts),
        related=draw(st.lists(places(), max_size=1)),
        counterparts=draw(st.lists(places(), max_size=1)),
        confidence=draw(st.sampled_from(Confidence)),
        severity=draw(st.sampled_from(Severity)),
        fix=Fix(tuple(edits), draw(st.booleans())) if edits else None,
    )
    return replace(
        found,
        state=draw(st.sampled_from(State)),
        waiver=draw(st.none() | texts),
        fingerprint=draw(st.sampled_from(["", "v1:0", "v1:1"])),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Reports that hold together as those of an audit do, whatever their texts are."""
    return replace(
        report(),
        findings=tuple(draw(st.lists(findings(), max_size=3))),
        rules={**RULES, ANY.code: ANY},
        crashes=tuple(draw(st.lists(st.builds(Crash, st.just("CIT011"), texts, texts), max_size=1))),
        unreadable=tuple(draw(st.lists(st.builds(Unreadable, spans(), texts), max_size=1))),
        docs={ANY.code: draw(texts)},
    )


def large(count: int, text: str) -> Report:
    """A report with many findings that all quote the same text."""
    source = Source("a.md", f"{text}\n")
    found = ANY.finding(
        Place(Span(source, 0, len(text)), "fr", "1", "1"), "any", subject="", word=text, severity=Severity.ERROR
    )
    return replace(
        report(),
        findings=tuple(replace(found, fingerprint=f"v1:{number}") for number in range(count)),
        rules={**RULES, ANY.code: ANY},
    )
