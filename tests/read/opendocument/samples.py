"""OpenDocument texts to try the reader on, written as XML by the tests."""

from __future__ import annotations

from citecheck.model.layout import Call, Layout
from citecheck.read.opendocument import layout
from tests.read.word.samples import zipped

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"), ("fo", "xsl-fo"),
    )
)  # fmt: skip
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
STYLES = (
    '<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T1" style:family="text" style:parent-style-name="I"/>'
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="Quotations" style:family="paragraph"/>'
)


def p(text: str, style: str = "") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int = 1) -> str:
    """A heading."""
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def note(printed: str, *paragraphs: str, kind: str = "footnote", label: str = "") -> str:
    """A note where it is called."""
    custom = f' text:label="{label}"' if label else ""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation{custom}>{printed}</text:note-citation>'
        f"<text:note-body>{''.join(map(p, paragraphs))}</text:note-body></text:note>"
    )


def content(body: str, styles: str = STYLES) -> str:
    """The part with the text."""
    return (
        f"<office:document-content {NAMES} {LINK}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def laid(body: str, *, rejected: bool = False, styles: str = STYLES) -> Layout:
    """The layout of a text with this body."""
    return layout("a.odt", zipped({"content.xml": content(body, styles)}), rejected=rejected)


def texts(made: Layout) -> list[str]:
    """What each block prints, marks in brackets."""
    return [
        "".join(f"[{one.note_id}]" if isinstance(one, Call) else one.text for one in block.inlines)
        for block in made.blocks
    ]
