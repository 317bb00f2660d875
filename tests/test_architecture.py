"""The laws of the program's shape, each as a test."""

from __future__ import annotations

import ast
import json
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from msgspec import Struct
from radon.complexity import cc_visit
from radon.visitors import Class

import citecheck
from citecheck.checks import RuleModule, load_rules
from citecheck.languages import all_languages
from citecheck.report.errors import recognised
from citecheck.report.voices import ui_languages, voice
from tests.raised import raised
from tests.skips import REPORT, SHARED, needs_report
from tests.sourcefiles import FILES, SOURCE, nodes, within

ROOT = Path(__file__).parents[1]
MODULES = sorted(info.name for info in walk_packages(citecheck.__path__, "citecheck."))
RULES = [pytest.param(module, id=module.code) for module in load_rules()]


def python(code: str, *, cwd: Path = ROOT) -> str:
    """What a fresh interpreter prints; it must succeed."""
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=cwd, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


# Arrows only point forward.


def test_the_import_contracts_hold() -> None:
    python("import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))")


def imported(file: Path) -> set[str]:
    """The modules of the program that a file imports, inside functions too; not what only type checkers read."""
    made = set()
    todo: list[ast.AST] = [ast.parse(file.read_text(encoding="utf-8"))]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{name.name}" for name in node.names}
            made |= {name if name in MODULES else node.module for name in names}
        elif isinstance(node, ast.Import):
            made |= {name.name for name in node.names}
        checked = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        todo += node.orelse if isinstance(node, ast.If) and checked else ast.iter_child_nodes(node)
    return {name for name in made if name.partition(".")[0] == "citecheck"}


def test_no_modules_import_each_other_in_a_circle() -> None:
    names = {file: ".".join(("citecheck", *file.relative_to(SOURCE).with_suffix("").parts)) for file in FILES}
    TopologicalSorter({name.removesuffix(".__init__"): imported(file) for file, name in names.items()}).prepare()


def test_an_import_inside_a_function_counts(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text(
        "if TYPE_CHECKING:\n    import citecheck.fix\nelse:\n    import citecheck.page\n"
        "def f():\n    from citecheck import pipeline, audit\n",
        encoding="utf-8",
    )
    assert imported(file) == {"citecheck", "citecheck.page", "citecheck.pipeline"}


# Every value is frozen.


# What a parser keeps while it reads is its own affair; what a stage hands on is of these.
@pytest.mark.parametrize("name", [name for name in MODULES if name.split(".")[1] in ("model", "languages", "checks")])
def test_every_value_is_frozen(name: str) -> None:
    module = import_module(name)
    for value in vars(module).values():
        public = isinstance(value, type) and not value.__name__.startswith("_")
        if public and value.__module__ == name and issubclass(value, Struct):
            assert value.__struct_config__.frozen, f"{value.__qualname__} can be changed"


# A rule is one file.


# An example is one text; what these flag stands in a bibliography file, in a field of a Word document or the type of a PDF, or
# differs from a database, and their own tests show it.
BESIDE_THE_TEXT = {f"CMP00{at}" for at in range(1, 8)} | {"CIT013", "DBS001", "DBS002", "FLD001", "FLD002", "FMT001"}


@pytest.mark.parametrize("module", RULES)
def test_every_rule_has_examples_of_both_sorts(module: RuleModule) -> None:
    flagged = any(example.finds for example in module.examples)
    assert flagged or module.code in BESIDE_THE_TEXT, "nothing shows what it flags"
    assert any(not example.finds for example in module.examples), "nothing shows what it lets pass"
    languages = {one.code for one in all_languages()}
    assert {example.lang for example in module.examples if example.lang is not None} <= languages


@pytest.mark.parametrize("module", RULES)
def test_every_rule_words_its_findings_in_both_languages(module: RuleModule) -> None:
    assert module.rule.messages
    for key, texts in module.rule.messages.items():
        assert set(texts) == {"en", "fr"}, key
        fields = {
            lang: {name for _, name, _, _ in string.Formatter().parse(wording.message) if name}
            for lang, wording in texts.items()
        }
        assert fields["en"] == fields["fr"], key
        assert bool(texts["en"].hint) == bool(texts["fr"].hint), key


def test_every_reason_to_abstain_has_words() -> None:
    given = {
        node.args[1].value: within(file)
        for file in FILES
        if "checks" in file.parts
        for node in nodes(file, r"\babstains\b")
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "abstains"
        and isinstance(node.args[1], ast.Constant)
    }
    assert {key: file for key, file in given.items() if f"reason.{key}" not in voice("en").texts} == {}


@pytest.mark.parametrize("module", RULES)
def test_every_rule_has_a_code_a_name_and_its_file(module: RuleModule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", module.code)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", module.rule.name)
    assert module.check.__module__.rpartition(".")[2] == module.rule.name.replace("-", "_")
    assert module.code not in module.rule.explains


def test_no_rules_explain_each_other_in_a_circle() -> None:
    explains = {module.code: module.rule.explains for module in load_rules()}

    def reached(code: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
        for other in explains.get(code, ()):
            if other not in seen:
                yield other
                yield from reached(other, seen | {other})

    assert [code for code in explains if code in reached(code)] == []


@pytest.mark.skipif(not (SHARED / "RULES.md").is_file(), reason="shared report absent")
@pytest.mark.parametrize("module", RULES)
def test_every_rule_is_as_in_the_catalogue(module: RuleModule) -> None:
    text = (SHARED / "RULES.md").read_text(encoding="utf-8")
    rows = {code: (name, severity) for code, name, severity in re.findall(r"(?m)^\| (\w+) \| ([\w-]+) \| (\w+) ", text)}
    # A rule that the catalogue does not know yet takes a free number, and a name that no other rule has.
    known = (module.rule.name, module.rule.severity.value)
    assert rows.get(module.code, known) == known
    assert {code for code, (name, _) in rows.items() if name == module.rule.name} <= {module.code}


# What is offline imports nothing that could use the network, and what is quick nothing that is slow.


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        (["--version"], ["httpx", "typer", "rich"]),
        (["--help"], ["httpx", "rich", "rapidfuzz", "bibtexparser", "citecheck.pipeline"]),
        (["audit", "--help"], ["httpx", "rich", "rapidfuzz", "bibtexparser", "citecheck.pipeline"]),
        (["rules"], ["httpx", "rich"]),
        (["audit", "a.md"], ["httpx", "asyncio", "sqlite3", "citecheck.net", "citecheck.links"]),
        (["fix", "--help"], ["httpx", "rich", "rapidfuzz", "bibtexparser", "citecheck.pipeline"]),
        (["fix", "a.md"], ["httpx"]),
        (["links", "--help"], ["httpx", "asyncio", "rich", "sqlite3", "citecheck.pipeline"]),
        (["show", "citations", "a.md"], ["httpx"]),
    ],
)
def test_offline_commands_import_little(tmp_path: Path, words: list[str], unwanted: list[str]) -> None:
    (tmp_path / "a.md").write_text("# T\n\nText<sup>1</sup>.\n\n<sup>1</sup> Doe, 2020, p. 4\n", encoding="utf-8")
    code = (
        "import sys, json\n"
        f"sys.argv = ['citecheck', *{words!r}]\n"
        "from citecheck.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit as leaving:\n    assert leaving.code in (0, 1, None), leaving.code\n"
        "print()\nprint(json.dumps(sorted(sys.modules)))\n"
    )
    loaded = set(json.loads(python(code, cwd=tmp_path).splitlines()[-1]))
    assert not loaded & set(unwanted)


def test_one_module_imports_httpx_and_one_the_layer_beneath() -> None:
    importers: dict[str, set[str]] = {"httpx": set(), "httpcore": set()}
    for file in FILES:
        for node in nodes(file, r"\bhttp(?:x|core)\b"):
            found = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in found:
                if name.partition(".")[0] in importers:
                    importers[name.partition(".")[0]].add(within(file))
    assert importers == {"httpx": {"net/client.py"}, "httpcore": {"net/guard.py"}}


# Only the command line prints.


def names(of: Iterator[ast.AST]) -> Iterator[tuple[int, str]]:
    """The dotted names and the bare ones that a file uses, with their lines."""
    for node in of:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield node.lineno, f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id


def test_only_the_command_line_prints() -> None:
    printing = {"print", "sys.stdout", "sys.stderr", "sys.exit", "typer.echo", "os._exit"}
    used = [
        f"{within(file)}:{line}: {name}"
        for file in FILES
        if file.parent.name != "cli" and file.name != "__main__.py"
        for line, name in names(nodes(file, r"\b(?:print|std(?:out|err)|exit|echo|_exit)\b"))
        if name in printing
    ]
    assert used == []


# What differs between languages is data.


def test_no_language_is_treated_on_its_own() -> None:
    codes = {one.code for one in all_languages()}
    compared = [
        f"{within(file)}:{node.lineno}"
        for file in FILES
        if file.parent.name != "languages"
        for node in nodes(file, rf"[\"'](?:{'|'.join(codes)})[\"']")
        if isinstance(node, ast.Compare)
        for side in (node.left, *node.comparators)
        if isinstance(side, ast.Constant) and side.value in codes
    ]
    assert compared == []


# Words of a language stand in its module only.

FUNCTION_FIELDS = (
    *(
        "stop_words",
        "function_words",
        "connectors",
        "conjunctions",
        "months",
        "number_words",
        "et_al",
        "no_date",
        "ibid",
    ),
    *("loc_cit", "op_cit", "note_words", "back_words", "ahead_words", "lead_ins", "cited_in", "page_labels"),
    *("locator_labels", "editors", "in_words", "caption_words", "before_years", "about", "acts"),
)
"""The fields whose words tell a language, or are asked for wherever a source is cited."""

NO_WORDS = {
    "sources/plan.py": {"org"},
    "checks/addresses/deprecated_resolver.py": {"org"},
    "checks/addresses/link_text_differs.py": {"org", "is", "and", "example", "see"},
    "checks/addresses/malformed_url.py": {"org"},
    "checks/addresses/session_bound_url.py": {"org"},
    "checks/identifiers/invalid_identifier.py": {"org"},
    "checks/style/mixed_conjunction.py": {"et", "al"},
    "likeness/addresses.py": {"at", "source"},
    "links/doi.py": {"org"},
    "read/pdf/joining.py": {"org"},
    "read/pdf/paragraphs.py": {"org"},
    "read/pdf/runs.py": {"it"},
    "links/fragments.py": {"page"},
    "links/page.py": {"id"},
    "links/telling.py": {"id"},
    "links/walls.py": {"id"},
    "parse/currencies.py": {"au", "ca", "can"},
    "parse/forms/note_parts.py": {"id", "in", "section"},
    "parse/forms/notes/element.py": {"section"},
    "parse/forms/notes/inline.py": {"an"},
    "parse/lost.py": {"note"},
    "parse/markup.py": {"id", "note", "section"},
    "parse/waivers.py": {"until"},
    "read/databases/bibtex.py": {"and"},
    "read/managers.py": {"en"},
    "read/tex/body.py": {"in", "plus", "ex"},
    "read/tex/counters.py": {"chapter", "section"},
    "read/tex/preamble.py": {"he"},
    "read/tex/settings.py": {"these"},
    "read/toml.py": {"at", "of", "line"},
    "report/findings/passages.py": {"table"},
}
"""What is no word of a language where it stands: parts of addresses, of HTML, of LaTeX and of BibTeX, of the messages of a library, of
citecheck's own comments, letters beside a dollar sign; and "et al", which is what a rule is about."""


def patterns(file: Path) -> Iterator[tuple[int, str]]:
    """The regular expressions of a file, with their lines: raw strings, without what is put into them."""
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text)
    known = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    known |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    lines = [line.encode("utf-8") for line in text.splitlines(keepends=True)]
    for node in ast.walk(tree):
        if id(node) in known:
            continue
        is_text = isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
        if is_text and re.match(rb"[fF]?[rR][fF]?[\"']", lines[node.lineno - 1][node.col_offset :]):
            held = node.values if isinstance(node, ast.JoinedStr) else [node]
            yield node.lineno, "{}".join(str(one.value) for one in held if isinstance(one, ast.Constant))


def words_in(pattern: str) -> set[str]:
    """The whole words of two letters and more that a regular expression asks for, without classes and names of groups."""
    pattern = re.sub(r"(?m)^\s*#.*$", "", pattern)  # The comments of a verbose one.
    plain = re.sub(r"\\\\|\\[A-Za-z]|\\.", lambda escape: " " if escape.group()[1].isalpha() else "-", pattern)
    plain = re.sub(r"\(\?(?:P[<=]\w+[>)]|[<!=:]+|[a-z-]+[:)])|\[\^?\]?[^\]]*\]", " ", plain)
    asked = re.findall(r"(?<!\w)([^\W\d_]{2,})(\??)", plain)
    return {
        form.casefold() for word, maybe in asked for form in ((word, word[:-1]) if maybe else (word,)) if len(form) > 1
    }


CHECKED = [file for file in FILES if within(file).split("/")[0] not in ("languages", "cli")]


def test_no_pattern_holds_words_of_a_language() -> None:
    listed = {
        word
        for lang in all_languages()
        for name in FUNCTION_FIELDS
        for phrase in getattr(lang, name)
        for word in re.findall(r"[^\W\d_]{2,}", phrase.casefold())
    }
    held = {
        f"{within(file)}:{line}": words_in(pattern) & listed - NO_WORDS.get(within(file), set())
        for file in CHECKED
        for line, pattern in patterns(file)
    }
    assert {place: words for place, words in held.items() if words} == {}


GREEDY_GROUP = re.compile(r"\)(?:[?*+]|\{+[0-9]*,?[0-9]*\}+)\+|\(\?>")


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python 3.11 before 3.11.5 forgets what follows such a group (python/cpython#106052)."""
    lines = [
        f"{within(file)}:{number}"
        for file in FILES
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1)
        if GREEDY_GROUP.search(line)
    ]
    assert lines == []
    assert GREEDY_GROUP.search(r"(?:a|b){1,3}+")
    assert GREEDY_GROUP.search(r"(?>ab)")
    assert not GREEDY_GROUP.search(r"(?:a++|[bc]{1,3}+)+")


def test_words_are_found_in_patterns() -> None:
    assert words_in(r"\s(?:et|and|&)\s+(?P<page>[at])pages?(?!of)(?-i:in)\bdes\\b") >= {
        "et",
        "and",
        "page",
        "pages",
        "of",
    }
    assert words_in(r"[et and](?P<note>x)\sat\d") == {"at"}


# Everything can be read at once.

SIMPLE, MOST = 10, 25
"""How many ways through a function are few, and how many are the most that one may have."""

SHARE = 0.07
"""How many functions may have more than few ways."""

LONG = 400
"""Lines of a module."""


@pytest.fixture(scope="module")
def ways() -> dict[str, int]:
    """The number of ways through every function and method, as radon counts them (McCabe's, and one for each condition)."""
    return {
        f"{within(file)}: {block.fullname}": block.complexity
        for file in FILES
        for block in cc_visit(file.read_text(encoding="utf-8"))
        if not isinstance(block, Class)
    }


def test_no_function_has_too_many_ways_through_it(ways: dict[str, int]) -> None:
    assert {name for name, count in ways.items() if count > MOST} == set()


def test_few_functions_have_more_than_a_few_ways(ways: dict[str, int]) -> None:
    complex_ones = sorted((-count, name) for name, count in ways.items() if count > SIMPLE)
    assert len(complex_ones) <= SHARE * len(ways), complex_ones


def test_no_module_is_too_long() -> None:
    lengths = {within(file): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    assert not {name for name, length in lengths.items() if length > LONG}


# Each module has its test file.

UNTESTED = {
    "languages/letters.py": "letters and signs",
    "model/bounds.py": "bounds of types; tests/read and tests/extract hold the data files to them",
    "model/compared.py": "fields, and nothing else",
    "model/evidence.py": "fields, and nothing else",
    "model/gate.py": "fields, and nothing else",
    "model/reference.py": "fields, and nothing else",
    "model/waiver.py": "fields, and nothing else",
    "report/voices/fr/calendar.py": "the months, and nothing else",
    "parse/forms/citing/__init__.py": "which function a form defines",
    "parse/forms/references/__init__.py": "which function a form defines",
    "cli/speech/fr/__init__.py": "texts; tests/cli/speech holds them to what is said",
    "cli/speech/fr/copies.py": "texts; tests/cli/speech holds them to what is said",
    "cli/speech/fr/commands.py": "texts; tests/cli/speech holds them to what is said",
    "cli/speech/fr/rules.py": "texts; tests/cli/speech holds them to what is said",
    "cli/speech/fr/talk.py": "texts; tests/cli/speech holds them to what is said",
    "cli/speech/fr/template.py": "texts; tests/cli/speech holds them to the template",
    "report/links/__init__.py": "the order of the verdicts",
    "report/voices/en/__init__.py": "texts; tests/report/voices holds all voices to each other",
    "report/voices/en/desk.py": "texts; tests/report/voices holds all voices to each other",
    "cli/speech/fr/sources.py": "texts; tests/cli/speech holds them to what is said",
    "report/voices/en/sources.py": "texts; tests/report/voices holds all voices to each other",
    "report/voices/fr/sources.py": "texts; tests/report/voices holds all voices to each other",
    "report/voices/en/page.py": "texts; tests/report/voices holds all voices to each other",
    "report/voices/en/rules.py": "texts; tests/report/voices holds all voices to each other",
    "report/voices/fr/__init__.py": "texts; tests/report/voices holds all voices to each other",
    "report/voices/fr/desk.py": "texts; tests/report/voices holds all voices to each other",
    "report/voices/fr/explained/__init__.py": "texts; tests/report/voices holds them to the rules",
    "report/voices/fr/explained/sources.py": "texts; tests/report/voices holds them to the rules",
    "report/voices/fr/explained/writing.py": "texts; tests/report/voices holds them to the rules",
    "report/voices/fr/errors/__init__.py": "texts; tests/test_architecture.py holds them to what is raised",
    "report/voices/fr/errors/inputs.py": "texts; tests/test_architecture.py holds them to what is raised",
    "report/voices/fr/errors/libraries.py": "texts; tests/test_architecture.py holds them to what is raised",
    "report/voices/fr/errors/options.py": "texts; tests/test_architecture.py holds them to what is raised",
    "report/voices/fr/errors/settings.py": "texts; tests/test_architecture.py holds them to what is raised",
    "report/voices/fr/page.py": "texts; tests/report/voices holds all voices to each other",
    "report/voices/fr/rules.py": "texts; tests/report/voices holds all voices to each other",
}
"""The modules that have no test file of their own, and why: there is nothing in them that could do anything."""

EXAMPLES = ("checks", "parse/forms/citing", "parse/forms/notes", "parse/forms/references")
"""Where a module that defines ``EXAMPLES`` is a rule or a form: these run as its tests."""


def defines(file: Path) -> set[str]:
    """What a module says itself: its functions and classes, and the names that it gives values."""
    made = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            made.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            made |= {target.id for target in targets if isinstance(target, ast.Name)}
    return made - {"__all__"}


def mirrored(file: Path) -> Path:
    """Where the tests of a module stand: of a package, under its own name."""
    name = file.parent.name if file.stem == "__init__" else file.stem.strip("_")
    return ROOT / "tests" / file.relative_to(SOURCE).parent / f"test_{name}.py"


def test_every_module_has_its_test_file() -> None:
    missing = []
    for file in FILES:
        named = defines(file)
        is_example = "EXAMPLES" in named and within(file).startswith(EXAMPLES)
        if named and not is_example and within(file) not in UNTESTED and not mirrored(file).is_file():
            missing.append(mirrored(file).relative_to(ROOT).as_posix())
    assert missing == []


def test_nothing_stays_listed_as_untested_that_has_functions_or_tests() -> None:
    for name in UNTESTED:
        file = SOURCE / name
        functions = [
            node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)
        ]
        assert not functions, name
        assert not mirrored(file).is_file(), name


# What a person reads is in the language of the interface.


def test_every_error_has_its_words_in_every_language() -> None:
    """What is missing gets a template in ``report/voices/fr/errors`` (see CONTRIBUTING.md)."""
    texts = sorted(raised())
    assert len(texts) > 150
    for ui in ui_languages():
        lacking = [f"{place}: {text}" for place, text in texts if ui != "en" and recognised(text, ui) is None]
        assert lacking == [], ui


# The program knows no report.


@needs_report
def test_no_author_of_the_report_is_named_in_the_program() -> None:
    from citecheck import pipeline
    from citecheck.model.job import Job

    # A surname that is also a word of one of the languages proves nothing.
    ordinary = {word.lower() for one in all_languages() for word in re.findall(r"\w+", repr(one)) if word[:1].islower()}
    surnames = {
        person.family
        for document in pipeline.load(Job(paths=(str(REPORT),)))
        for entry in document.entries
        for reference in entry.references
        for person in reference.authors
        if not person.corporate and len(person.family) > 3
    }
    assert len(surnames) > 20
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(surnames)))})\b")
    named = {
        f"{within(file)}: {found}"
        for file in FILES
        for found in pattern.findall(file.read_text(encoding="utf-8"))
        if found.lower() not in ordinary
    }
    assert named == set()
