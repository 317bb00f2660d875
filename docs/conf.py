"""How Sphinx builds the manual; ``docs/build.py`` runs it.

The pages are plain Markdown, so that they read well without being built too. What Sphinx needs beside them, the order of
the pages, is taken from the links of the index pages.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

project = "citecheck"
extensions = ["myst_parser"]
exclude_patterns = ["example/*"]

# Deep enough for links to any heading, with the names that Git services give them.
myst_heading_anchors = 4

html_title = "citecheck"
html_theme = "alabaster"
html_theme_options = {"page_width": "74em", "show_powered_by": False, "fixed_sidebar": False}
html_sidebars = {"**": ["about.html", "searchfield.html", "navigation.html"]}
html_copy_source = False
# Its colours can be told from the ground by everybody; those of the theme cannot.
pygments_style = "xcode"
html_permalinks = False
html_show_copyright = False

INDEXES = ("index", "rules/index", "decisions/README")
"""The pages whose links are the table of contents."""

_HEADING = re.compile(r"(?m)^## (.+)$")
_PAGE = re.compile(r"(?m)^(?:- |\| )\[[^\]\n]*\]\(([\w./-]+)\.md(?:#[^)\n]*)?\)")
"""The link that begins an item of a list or a row of a table."""
_EXAMPLE = re.compile(r"\]\((example/[\w.-]+)\)")
"""A link to an example document, which is no page of the manual but a file to be kept."""


def with_contents(text: str) -> str:
    """The text of an index page, with a hidden table of contents for each of its sections."""
    first, *rest = _HEADING.split(text)
    made = [text]
    for caption, section in [("", first), *zip(rest[::2], rest[1::2], strict=True)]:
        if pages := list(dict.fromkeys(_PAGE.findall(section))):
            named = f":caption: {caption}\n" if caption else ""
            made.append("```{toctree}\n:hidden:\n" + named + "\n" + "\n".join(pages) + "\n```\n")
    return "\n".join(made)


def _read(app: Any, page: str, source: list[str]) -> None:
    if page in INDEXES:
        source[0] = with_contents(source[0])
    source[0] = _EXAMPLE.sub(r"](<path:\1>)", source[0])


def _finished(app: Any, failure: Exception | None) -> None:
    """Puts the schema where the first line of a configuration says that it is."""
    if failure is None:
        shutil.copytree(Path(app.srcdir) / "schema", Path(app.outdir) / "schema", dirs_exist_ok=True)


def setup(app: Any) -> None:
    """Called by Sphinx."""
    app.connect("source-read", _read)
    app.connect("build-finished", _finished)
