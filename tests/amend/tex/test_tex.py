r"""Corrections of LaTeX documents: where the words stand as they are read, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.amend import amended, is_tracked
from citecheck.errors import InputError
from citecheck.read.documents import read_document
from tests.amend.samples import corrected, edit, refusal


def whole(text: str) -> bytes:
    return ("\\documentclass{article}\n\\begin{document}\n" + text + "\n\\end{document}\n").encode()


@pytest.mark.parametrize(
    ("text", "old", "new", "wanted"),
    [
        ("Le Gof, 2018.", "Gof", "Goff", "Le Goff, 2018."),
        (r"Le \emph{Gof}, 2018.", "*Gof*, 2018", "*Goff*, 2019", r"Le \emph{Goff}, 2019."),
        ("p. 3", "p. 3", "p.\u00a03", "p.~3"),
        ("p.~3", "p.\u00a03", "p. 3", "p. 3"),
        ("a\n  b", "a b", "a\u00a0b", "a~b"),
        ("a b", "a b", "a 50 % & c#d b", r"a 50 \% \& c\#d b"),
        (r"50\% of it", "50% of", "40%, of", r"40\%, of it"),
        ("1--4", "1–4", "1, 4", "1, 4"),
        (r"Ports\footnote{Doe, p.4.}.", "p.4", "p. 4", r"Ports\footnote{Doe, p. 4.}."),
        (r"there\footnote{Doe}. Still", "there[^1].", "there.[^1]", r"there.\footnote{Doe} Still"),
        ("one % said\n two", "one two", "one 2", "one % said\n 2"),
        (r"\url{https://example.org/a%20b?utm_source=x}", "?utm_source=x", "", r"\url{https://example.org/a%20b}"),
        (r"Caf\'e Gof", "Café Gof", "Café Goff", r"Caf\'e Goff"),
    ],
)
def test_words_are_changed_where_they_stand(text: str, old: str, new: str, wanted: str) -> None:
    raw = whole(text)
    assert corrected("a.tex", raw, (old, new)) == whole(wanted)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (r"a \emph{b} c", "a *b*", "ab"),
        (r"a{\bf b} c", "ab c", "xy c"),
        (r"\newcommand{\x}{Gof}\x, 2018", "Gof", "Goff"),
        (r"Caf\'e", "Café", "Cafe"),
        (r"Ports\footnote{Doe}", "[^1]:", "[^2]:"),
    ],
)
def test_what_is_no_word_there_is_left(text: str, old: str, new: str) -> None:
    raw = whole(text)
    if refusal("a.tex", raw, old, new) != "markup":
        with pytest.raises(InputError):
            corrected("a.tex", raw, (old, new))


def test_what_two_places_print_is_left() -> None:
    raw = whole(r"\newcommand{\x}{Gof}\x, 2018, and \x, 2019")
    with pytest.raises(InputError):
        corrected("a.tex", raw, ("Gof, 2018", "Goff, 2018"))


def test_the_file_that_holds_the_words_is_changed(tmp_path: Path) -> None:
    main, part = tmp_path / "main.tex", tmp_path / "part.tex"
    main.write_bytes(whole("\\input{part}\nAnd here."))
    part.write_bytes("Le Gof, caf\u00e9.\r\nEnd\r\n".encode("latin-1"))
    source = read_document(str(main))
    made = amended(str(main), [edit(source, "Gof", "Goff")], lambda path: Path(path).read_bytes())
    assert made == {str(part): "Le Goff, caf\u00e9.\r\nEnd\r\n".encode("latin-1")}


def test_an_encoding_may_lack_a_character() -> None:
    raw = whole("caf\u00e9 Gof").decode().encode("latin-1")
    assert refusal("a.tex", raw, "Gof", "\u0142") == "encoding"
    assert not is_tracked("a.tex")
