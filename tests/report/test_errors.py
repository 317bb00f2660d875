"""The errors in the language of the interface: each that is raised anywhere has its words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from string import Formatter

import pytest

from citecheck.report.errors import NESTED, error_text, recognised
from citecheck.report.voices import ui_languages, voice
from tests.sources import FILES, SOURCE

ERRORS = frozenset(
    ("InputError", "MissingFileError", "UsageError", "ConfigError", "NetworkError", "GitError", "TomlError")
)
HELPERS = {"config": "error", "read": "_error", "cli": "complain"}
"""What makes an error of a place and a problem, by the part of the program that has it."""

COMPOSED = {
    ("cli/common.py", "otherwise"): ", or run it in a folder with a and b",
    ("cli/endings.py", "what"): "the name has no ending",
    ("cli/outputs.py", "error"): "--output: unknown format 'a': did you mean b?",
    ("cli/reconcile.py", "files"): ", as all files of one language are one version",
    ("cli/reconcile.py", "drafts"): "; two drafts in one language are --lang fr-x-old=FILE --lang fr-x-new=FILE",
    ("cli/reconcile.py", "own"): "fr",
    ("cli/shells.py", "said"): "your shell is a",
    ("cli/writing.py", "called"): ", as b",
    ("config/__init__.py", "error"): "unknown rule 'a': did you mean b? ('citecheck rules' lists them)",
    ("config/__init__.py", "_NEEDED[key]"): "why",
    ("config/links.py", "error"): "'a' is no duration: write one such as 12h or 7d",
    ("config/table.py", "error.problem"): "is not valid TOML: invalid value",
    ("config/table.py", "problem"): "'links' must be a table, such as [links]",
    ("read/__init__.py", "also"): " (also as b)",
    ("read/decisions.py", "problem"): "'notes' names no note",
    ("read/files.py", "meaning"): "a PDF; convert it to Markdown first",
    ("read/history.py", "NO_COMMIT"): "the repository has no such commit, branch or tag ('git log' lists commits)",
    ("read/xliff.py", "problem"): "is XLIFF 1: save it as XLIFF 2",
    ("triage/baseline.py", "what"): "not one",
}
"""What values can be that are texts themselves, by where they are put in."""


def called(node: ast.Call) -> str:
    return (
        node.func.id
        if isinstance(node.func, ast.Name)
        else node.func.attr
        if isinstance(node.func, ast.Attribute)
        else ""
    )


def _like(expression: str) -> str:
    """What stands for a number of a line, and for a place."""
    name = expression.lower()
    return "7" if "line" in name or "column" in name or name == "at + 1" else "a.md:7" if name == "place" else ""


def sample(node: ast.expr, place: str) -> str:
    """A text as the expression makes them; empty where it is all made elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr) or not any(isinstance(one, ast.Constant) for one in node.values):
        return ""
    texts = []
    for number, one in enumerate(node.values):
        if isinstance(one, ast.FormattedValue):
            value = COMPOSED.get((place, ast.unparse(one.value))) or _like(ast.unparse(one.value)) or f"value{number}"
            texts.append(f"'{value}'" if one.conversion == ord("r") else value)
        elif isinstance(one, ast.Constant):
            texts.append(str(one.value))
    return "".join(texts)


def raised() -> Iterator[tuple[str, str]]:
    """Where an error is made, and a text that it may have."""
    for file in FILES:
        inside = file.relative_to(SOURCE)
        helper = HELPERS.get(inside.parts[0], "")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in (*ERRORS, helper):
                for text in filter(None, (sample(one, str(inside)) for one in node.args)):
                    if " " in text:
                        yield f"{inside}:{node.lineno}", text


RAISED = sorted(raised())


def test_errors_are_found_in_the_program() -> None:
    assert len(RAISED) > 150


@pytest.mark.parametrize(("place", "text"), RAISED)
@pytest.mark.parametrize("ui", [ui for ui in ui_languages() if ui != "en"])
def test_every_error_has_its_words(ui: str, place: str, text: str) -> None:
    assert recognised(text, ui) is not None, f"{place}: {text}"


@pytest.mark.parametrize("ui", ui_languages())
def test_translations_have_the_fields_of_the_english(ui: str) -> None:
    for english, told in voice(ui).errors.items():
        assert _fields(told) <= _fields(english), english
        assert (NESTED - {"kind"}) & _fields(english) <= _fields(told), english


@pytest.mark.parametrize("ui", ui_languages())
def test_no_two_fields_stand_side_by_side(ui: str) -> None:
    for english in voice(ui).errors:
        pieces = [piece for piece, _, _, _ in Formatter().parse(english)]
        assert all(pieces[1:]), english


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_an_error_is_told_in_the_language_of_the_interface() -> None:
    english = "a.md does not exist: check the path"
    assert error_text(english, "en") == english
    assert error_text(english, "fr") == "a.md n'existe pas\u00a0: vérifier le chemin"
    assert error_text("nobody says this", "fr") == "nobody says this"
    assert recognised("nobody says this", "fr") is None


def test_what_an_error_says_in_another_is_told_too() -> None:
    assert error_text("a.md cannot be read (Permission denied): check its permissions", "fr") == (
        "a.md ne peut être lu (accès refusé)\u00a0: vérifier les droits d'accès"
    )
    assert error_text("a.md cannot be read (Something else): check its permissions", "fr") == (
        "a.md ne peut être lu (Something else)\u00a0: vérifier les droits d'accès"
    )


def test_the_place_in_a_file_stays_as_it_is() -> None:
    assert error_text("c/citecheck.toml:3:1: unknown key 'foo': did you mean 'ui'?", "fr") == (
        "c/citecheck.toml:3:1: clé inconnue «\u00a0foo\u00a0»\u00a0: peut-être «\u00a0ui\u00a0»\u00a0?"
    )
    assert error_text("C:/c.toml:3:1: unknown key 'foo': did you mean 'ui'?", "fr").startswith("C:/c.toml:3:1: clé")


def test_words_in_quotation_marks_get_those_of_the_language() -> None:
    assert error_text("Invalid value for '--ui': 'xx' is not one of 'en', 'fr'.", "fr") == (
        "valeur inadmissible de «\u00a0--ui\u00a0»\u00a0: «\u00a0xx\u00a0» n'est pas l'une des valeurs «\u00a0en\u00a0», «\u00a0fr\u00a0»"
    )


def test_a_field_that_is_given_twice_has_one_value() -> None:
    assert recognised("--since x: git is not installed; all findings count as new", "fr") == (
        "--since x\u00a0: Git n'est pas installé\u00a0; tous les constats comptent comme nouveaux"
    )
    assert recognised("a does not exist: make it with --baseline a --update-baseline", "fr") == (
        "a n'existe pas\u00a0: le créer avec --baseline a --update-baseline"
    )


def test_a_long_text_is_no_trouble() -> None:
    for piece in ("a: ", "a:1: ", "Invalid value: "):
        assert error_text(piece * 50_000, "fr").endswith(piece[-3:])
