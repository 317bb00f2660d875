r"""What a document's class and packages say of what is printed: languages, how notes and citations are printed."""

from __future__ import annotations

import re

from citecheck.read.tex.babel import code_of

__all__ = ["Settings", "options"]

WITH_CHAPTERS = re.compile(r"book|report|memoir|thesis|scrbook|scrreprt|these|ulthese|mémoire|memoire|yathesis|bredele")
IN_NOTES = re.compile(
    r"verbose|authortitle|footnote|notes|oscola|oxnotes|humanities|jura|historia|inote|philosophy-verbose|bath-notes"
)
"""Styles of biblatex whose ``\\autocite`` is a note."""
LONGEST = 500
OPTION = re.compile(r"\s*([^=,{}\s]+)\s*(?:=\s*(?:\{([^{}]*)\}|([^,{}]*)))?\s*(?:,|\Z)")


def options(written: str) -> dict[str, str]:
    """The options of a package, in order, each with its value."""
    return {match[1]: (match[2] or match[3] or "").strip() for match in OPTION.finditer(written[:5000])}


class Settings:
    """What the class and the packages say so far."""

    def __init__(self) -> None:
        self.chapters = False
        self.lang: str | None = None
        self.biblatex = False
        self.natbib = False
        self.bibtex = True
        self.autocite = ""
        self.style = ""
        self.autopunct = True
        self.by_page = False
        self.depth: int | None = None
        self.global_language: str | None = None

    @property
    def autocite_is_note(self) -> bool:
        r"""Whether ``\autocite`` prints a note."""
        if self.autocite:
            return self.autocite.startswith("foot")
        return self.biblatex and IN_NOTES.search(self.style) is not None

    def document_class(self, name: str, written: str) -> None:
        """The class of the document."""
        self.chapters = WITH_CHAPTERS.search(name.lower()) is not None
        codes = [code for code in map(code_of, options(written)) if code]
        self.global_language = codes[-1] if codes else None

    def package(self, name: str, written: str) -> None:
        """A package that is loaded, or told how to work."""
        given = options(written)
        match name:
            case "babel":
                self.languages(given)
            case "biblatex" | "biblatex-chicago":
                self.bibtex = self.bibtex and self.biblatex
                self.biblatex = True
                self.bibliography(given)
                if name == "biblatex-chicago" and "authordate" not in given:
                    self.style += " notes"
            case "natbib":
                self.natbib = True
            case "footmisc" if "perpage" in given:
                self.by_page = True

    def languages(self, given: dict[str, str]) -> None:
        """The languages that are named, the main one last."""
        codes = [code for code in map(code_of, given) if code]
        main = code_of(given.get("main", ""))
        self.lang = main or (codes[-1] if codes else self.global_language) or self.lang

    def bibliography(self, given: dict[str, str]) -> None:
        """Options of biblatex."""
        if "backend" in given:
            self.bibtex = given["backend"].startswith("bibtex")
        self.autocite = given.get("autocite", self.autocite)
        named = (self.style[-LONGEST:], given.get("style", ""), given.get("citestyle", ""))
        self.style = " ".join(filter(None, named))
        if given.get("autopunct") == "false":
            self.autopunct = False
        if "notes" in given and given["notes"] != "false":
            self.style += " notes"
