"""The errors that the program raises, each as a text that it may have: found in the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.sourcefiles import FILES, SOURCE

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
    ("read/files.py", "meaning"): "a PDF; name it so that it ends in .pdf, and it is read as that",
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
