"""What of a Markdown file is no text of the report: comments, code, mathematics, front matter, the marks of affiliations and of
the pages of a PDF.

It is blank in the text that is audited, with every other character in its place, so that nothing in it calls a note, cites or
opens a quotation. Of code within a line only the signs go that could mean something; an address in it is still one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citecheck.read.affiliations import author_marks

__all__ = ["without_unprinted"]

FRONT = re.compile(r"\A(?:---|\+\+\+)[ \t]*\n(?:[^\n]*\n){0,400}?(?:---|\+\+\+|\.\.\.)[ \t]*(?=\n|\Z)")
KEY = re.compile(r"^[\w-]{1,60}[ \t]*[:=]", re.MULTILINE)
"""A field of front matter: ``title:``."""
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*$", re.MULTILINE)
HEAD = re.compile(r" {0,3}`{3,}[ \t]*\{[^`\n]*`")
"""A fence with attributes in which a backtick stands."""
DIRECTIVE = re.compile(
    r"(?:`|~)[ \t]*\{(?!r\b|python|code|math|mermaid|raw|eval|bash|sh\b|sql|js\b|css|=)[a-z-]{4,30}\}"
)
"""A box of text between fences, as MyST has them: ``{admonition}``."""
ELEMENT = re.compile(
    r"(?:<(?=pre|code)|^[ \t]{0,8}<(?=script|style))(pre|script|style|code)\b[^<>]{0,200}>", re.I | re.M
)
CODE_BEGUN = ("<pre", "<code", "<script", "<style")
SPAN = re.compile(r"(?<![`\\])(`{1,3})(?!`)((?:[^`\n]|\n(?!\s*\n)|(?!(?<!`)\1(?!`))`){1,300}?)(?<!`)\1(?!`)")
DISPLAYED = re.compile(r"\$\$(?!\$)([^$]{1,2000})\$\$")
INLINE = re.compile(r"\$(?<![\\$\w]\$)(?=[^\s$])([^$\n]{1,200})(?<=\S)\$(?![\d$])")
BRACKETED = re.compile(r"\\\(([^\n]{1,400}?)\\\)|\\\[([^$]{1,1000}?)\\\]")
FORMULA = re.compile(r"\\[A-Za-z]{2,}|[_^]\{|[\w)][_^]\w(?!\w)|\s=\s|=\\|\A[=<>]|[=<>]\Z")
"""What a formula has, and no sum of money."""
COMMAND = re.compile(r"\\[A-Za-z]{2,}|[_^]\{")
WORDS = re.compile(r"(?<!\\)\b[^\W\d_]{3,}\s+[^\W\d_]{3,}")
SIGN = re.compile(r"[^\w\s.,;:!?%'’/+-]|_")
LINE_BEGUN = re.compile(r"(?:(?<!.)|\n) {0,3}\Z", re.DOTALL)
NOT_BLANK = re.compile(r"[^\n]")
ADDRESS = re.compile(r"://|www\.|10\.\d{4}/")

PAGE = re.compile(
    r"^[ \t]{0,3}(?:<-{2,3}[^<>\n]{0,60}-{1,3}>|\{\d{1,4}\}-{8,}|\\(?:newpage|pagebreak|clearpage)\b(?:\{\}|\[\d\])?"
    r"|([-=])\1{1,9}[ \t]{1,3}[^\W\d_]{0,12}[ \t]?\d{1,4}(?:[ \t]?/[ \t]?\d{1,4})?[ \t]{1,3}\1{2,10})[ \t]{0,9}$|\f",
    re.MULTILINE,
)
"""What converters write where a page ends: ``<--- Page Split --->``, ``{12}--------``, ``--- Page 12 ---``, a form feed."""
_ATTRIBUTE = r"(?:[.#][\w:-]{1,60}|[\w:-]{1,40}=(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[\w%./-]{1,60}))"
ATTRIBUTES = re.compile(
    rf"(?<=[)\]>*])\{{:?[ \t]{{0,3}}{_ATTRIBUTE}(?:[ \t]{{1,3}}{_ATTRIBUTE}){{0,9}}[ \t]{{0,3}}\}}"
    rf"|(?<=[ \t])\{{(?=[^{{}}\n]{{1,400}}=)#[\w:-]{{1,60}}(?:[ \t]{{1,3}}{_ATTRIBUTE}){{1,9}}[ \t]{{0,3}}\}}"
)
"""Attributes behind a link, emphasis or a caption: ``{:target="_blank"}``, ``{.smallcaps}``, ``{#tbl-ice tbl-colwidths="[20,80]"}``."""
Place = tuple[int, int]


def without_unprinted(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text with blanks for what is not printed, and what stood there with its offsets, in order."""
    shown, whole = _replaced(text, _blocks(text))
    # What blocks hold begins and ends nothing.
    shown, within = _replaced(shown, _within(shown))
    return shown, tuple((start, text[start:end]) for start, end in _joined(sorted((*whole, *within))))


def _replaced(text: str, places: Iterable[tuple[int, int, str]]) -> tuple[str, list[Place]]:
    """The text with something else at places, and the places; of those that overlap the first."""
    parts: list[str] = []
    taken: list[Place] = []
    reached = 0
    for start, end, blank in sorted(places):
        if start >= reached:
            parts += [text[reached:start], blank]
            taken.append((start, end))
            reached = end
    return "".join(parts) + text[reached:], taken


def _joined(places: Iterable[Place]) -> Iterator[Place]:
    """Places in order, those that overlap as one."""
    start = reached = -1
    for first, end in places:
        if first >= reached:
            if reached > start:
                yield start, reached
            start = first
        reached = max(reached, end)
    if reached > start:
        yield start, reached


def _blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """The front matter and the blocks of code, with what stands for them."""
    front = FRONT.match(text) if text[:3] in ("---", "+++") else None
    if front is not None and KEY.search(front.group()):
        yield _blank(text, *front.span())
    if "```" in text or "~~~" in text:
        yield from (_blank(text, *place) for place in _fences(text))


def _within(text: str) -> Iterator[tuple[int, int, str]]:
    """What else is not printed, with what stands for it; one may lie in another."""
    if "<!--" in text:
        yield from (_blank(text, *place) for place in _comments(text))
    yield from (_blank(text, *match.span()) for match in PAGE.finditer(text))
    if "{" in text:
        yield from (_blank(text, *match.span()) for match in ATTRIBUTES.finditer(text))
    if "</" in text:
        yield from _elements(text)
    if "`" in text:
        yield from (_neutral(text, *match.span(2)) for match in SPAN.finditer(text) if _is_code(match))
    yield from (_blank(text, *place) for place in author_marks(text))
    if "$" in text or "\\(" in text or "\\[" in text:
        yield from (_blank(text, *match.span()) for match in _formulas(text))


def _blank(text: str, start: int, end: int) -> tuple[int, int, str]:
    return start, end, NOT_BLANK.sub(" ", text[start:end])


def _neutral(text: str, start: int, end: int) -> tuple[int, int, str]:
    """The words of code, without the signs between them."""
    return start, end, SIGN.sub(" ", text[start:end])


def _fences(text: str) -> Iterator[Place]:
    """What stands between the fences of code that is closed; with what the first one says in braces, where a backtick stands in
    it: pandoc and knitr read such a caption, and for others it were no fence."""
    opened: re.Match[str] | None = None
    for match in FENCE.finditer(text):
        if opened is None:
            opened = match
        elif match.group(1).startswith(opened.group(1)) and not match.group().strip(" `~"):
            if DIRECTIVE.search(opened.group()) is None:
                yield opened.end(1) if HEAD.match(opened.group()) else opened.end(), match.start()
            opened = None


def _comments(text: str) -> Iterator[Place]:
    """The comments: one that begins a line ends where any does, as in HTML, others are closed before another one begins."""
    start, close = text.find("<!--"), 0
    while start != -1:
        if close < start + 4:
            close = text.find("-->", start + 4)
        if close == -1:
            return
        other = text.find("<!--", start + 4)
        if other == -1 or close < other or LINE_BEGUN.search(text, max(0, start - 4), start):
            yield start, close + 3
            start = text.find("<!--", close + 3)
        else:
            start = other


def _elements(text: str) -> Iterator[tuple[int, int, str]]:
    """The contents of elements that hold code."""
    lower, lost = text.lower(), set[str]()
    if not any(begun in lower for begun in CODE_BEGUN):
        return
    for match in ELEMENT.finditer(text):
        name = match.group(1).lower()
        close = lower.find(f"</{name}", match.end()) if name not in lost else -1
        if close == -1:
            lost.add(name)
        elif name != "code":
            yield _blank(text, match.end(), close)
        elif not ADDRESS.search(text, match.end(), close):
            yield _neutral(text, match.end(), close)


def _is_code(match: re.Match[str]) -> bool:
    """Whether backticks enclose code: no address, no apostrophes within words, no quotation marks of TeX."""
    text, start, end = match.string, match.start(), match.end()
    apostrophes = text[max(0, start - 1) : start].isalnum() and text[end : end + 1].isalnum()
    return not apostrophes and "''" not in match.group(2) and not ADDRESS.search(match.group(2))


def _formulas(text: str) -> Iterator[re.Match[str]]:
    """The formulas between dollars or escaped brackets."""
    in_dollars = (DISPLAYED, INLINE) if "$" in text else ()
    in_brackets = (BRACKETED,) if "\\(" in text or "\\[" in text else ()
    for pattern in (*in_dollars, *in_brackets):
        for match in pattern.finditer(text):
            inner = match.group(match.lastindex or 1)
            # "[^1]" between two sums of dollars calls a note.
            sign = COMMAND if "[^" in inner and pattern is INLINE else FORMULA
            if sign.search(inner) and not WORDS.search(inner):
                yield match
