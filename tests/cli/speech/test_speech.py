"""What the commands say of themselves in each language of the interface."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest
import typer

from citecheck.checks import load_rules
from citecheck.cli import app
from citecheck.cli.init import TEMPLATE, template
from citecheck.cli.speech import counted, spoken, worded
from citecheck.cli.speech.fr import TEXTS
from citecheck.report.rulepage import summary
from tests.cli.conftest import Run
from tests.cli.reports import REPORT, SMALL
from tests.cli.test_cli import COMMANDS
from tests.sourcefiles import FILES, within

FRENCH = ("fr_FR.UTF-8", "fr", "fr_CA")


def helps() -> set[str]:
    """The texts of all commands and options."""
    command = typer.main.get_command(app)
    things = [command, *command.commands.values()]
    things += [parameter for one in things for parameter in one.params]
    return {thing.help for thing in things if getattr(thing, "help", None)}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_everything_in_the_help_has_its_french() -> None:
    assert helps() - TEXTS.keys() == set()


def test_what_every_rule_finds_has_its_french() -> None:
    assert {summary(module) for module in load_rules()} - TEXTS.keys() == set()


def told() -> set[str]:
    """The texts that commands tell while they run, as they stand in the source."""
    texts = set()
    for file in FILES:
        if within(file).startswith("cli/"):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            named = {
                node.targets[0].id: node.value.value
                for node in tree.body
                if isinstance(node, ast.Assign)
                and isinstance(node.value, ast.Constant)
                and isinstance(node.targets[0], ast.Name)
            }
            for node in ast.walk(tree):
                if (
                    isinstance(node, ast.Call)
                    and getattr(node.func, "id", "") in ("tell", "spoken", "worded")
                    and node.args
                ):
                    first = node.args[0]
                    text = first.value if isinstance(first, ast.Constant) else named.get(getattr(first, "id", ""))
                    texts |= {text} if isinstance(text, str) and " " in text else set()
    return texts


def test_everything_that_is_told_has_its_french() -> None:
    texts = told()
    assert len(texts) > 15
    # The template is told paragraph by paragraph.
    assert texts - TEXTS.keys() == set()


def test_the_template_says_the_same_in_french() -> None:
    assert set(TEMPLATE.split("\n\n")) - TEXTS.keys() == set()
    settings = [
        [line for line in template(ui).splitlines() if re.match(r"(?:# )?(?:[a-z_.A-Z\"]+ = |\[\[|\{)", line)]
        for ui in ("en", "fr")
    ]
    english, french = ([line for line in lines if not line.startswith("# reason")] for lines in settings)
    assert english == french
    assert len(english) > 20


def test_a_translation_has_the_same_placeholders() -> None:
    texts = {text: french for text, french in TEXTS.items() if "{" in text}
    assert len(texts) > 20
    for text, french in texts.items():
        assert fields(french) - fields(text) == set(), text


def test_what_has_no_translation_stays_english() -> None:
    assert spoken("nobody {did} this", "fr", did="says") == "nobody says this"
    assert worded("wrote {files}", "en") == "wrote {files}"
    assert worded("wrote {files}", "fr") == "écrit\u00a0: {files}"
    assert [counted(count, "correction", "fr") for count in (0, 1, 2)] == [
        "aucune correction",
        "1 correction",
        "2 corrections",
    ]
    assert counted(0, "file", "en") == "no files"


@pytest.fixture(autouse=True)
def report(folder: Path) -> None:
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    (folder / "small.md").write_text(SMALL, encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_follows_the_locale(cli: Run, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    english = cli(command, "--help").out
    assert "Show this message and exit." in english
    for locale in FRENCH:
        monkeypatch.setenv("LANG", locale)
        french = cli(command, "--help").out
        assert french.startswith(f"Utilisation\u00a0: citecheck {command} ")
        assert "Afficher cette aide et s'arrêter." in french
        assert not [
            line
            for line in english.splitlines()
            if len(line) > 60 and "  -" not in line and line in french.splitlines()
        ]
    monkeypatch.setenv("LC_MESSAGES", "C")
    assert cli(command, "--help").out == english


def test_the_list_of_commands_follows_it_too(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    for words in (["--help"], []):
        assert "Commandes\u00a0:\n  audit" in cli(*words).out
    assert "Énumérer les règles" in cli("--help").out


def test_the_configuration_and_the_command_line_say_the_language_of_help(cli: Run) -> None:
    assert cli("audit", "--ui", "fr", "--help").out.startswith("Utilisation")
    assert cli("audit", "--ui=fr", "-h").out.startswith("Utilisation")
    Path("citecheck.toml").write_text('ui = "fr"\n', encoding="utf-8")
    assert cli("audit", "--help").out.startswith("Utilisation")
    Path("citecheck.toml").write_text('ui = "xx"\n', encoding="utf-8")
    assert cli("audit", "--help").out.startswith("Usage")


def test_rules_are_listed_in_the_language_of_the_interface(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    french = "NUM001  erreur   note-without-marker  Une note qu'aucun appel du texte n'appelle.\n"
    assert cli("rules", "NUM001", "--ui", "fr").out == french
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert cli("rules", "NUM001").out == french
    assert "A note that no marker in the text calls." in cli("rules", "NUM001", "--ui", "en").out
    assert "A note that no marker in the text calls." in cli("rules", "NUM001", "--format", "json").out
    assert "qu'aucun appel" in cli("rules", "NUM001", "--format", "json", "--ui", "fr").out


def test_a_rule_is_explained_in_the_language_of_the_interface(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    page = cli("explain", "CIT002").out
    assert page.startswith("# CIT002 uncited-entry · Entrée jamais citée\n")
    assert page.splitlines()[2].startswith("Gravité\u00a0: **avertissement** · lit chaque version")
    assert page.splitlines()[4] == "Une entrée de la bibliographie que rien ne cite."
    assert page.splitlines()[6].startswith("Le lecteur ne sait à quoi la source a servi.")
    assert "\n- fr: " in page
    assert "\n- en: " not in page
    assert "## Signalé" in page
    assert page.index("## Signalé") < page.index("## En détail (en anglais)")
    assert "Severity: **warning**" in cli("explain", "CIT002", "--ui", "en").out


def test_fix_talks_in_the_language_of_the_interface(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = SMALL.replace("https://example.org/first", "https://example.org/first?utm_source=x&a=1")
    Path("small.md").write_text(text, encoding="utf-8")
    assert cli("fix", "small.md").err == "citecheck: 1 correction in 1 file; --write makes them\n"
    assert cli("fix", "small.md", "--ui", "fr").err == (
        "citecheck: 1 correction dans 1 fichier\u00a0; --write les fait\n"
    )
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert cli("fix", "small.md", "-o", "a.diff").err.splitlines()[0] == "citecheck: écrit\u00a0: a.diff"
    assert cli("fix", "small.md", "--write").err == "citecheck: 1 correction dans 1 fichier\u00a0: fait\n"
    assert cli("fix", "small.md").err == "citecheck: aucune correction\n"


@pytest.mark.parametrize(
    ("stage", "english", "french"),
    [
        ("document", "entry 1", "entrée 1"),
        ("citations", ", from note 1", ", d'après la note 1"),
        ("numbering", "2 markers, 2 notes", "2 appels, 2 notes"),
        ("reading", "3 of 3 resolved", "résolues "),
    ],
)
def test_show_has_the_words_of_the_interface(
    cli: Run, stage: str, english: str, french: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert french not in cli("show", stage, "small.md").out
    assert french in cli("show", stage, "small.md", "--ui", "fr").out
    data = cli("show", stage, "small.md", "--format", "json").out
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert french in cli("show", stage, "small.md").out
    assert cli("show", stage, "small.md", "--format", "json").out == data


def test_talk_follows_the_locale(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("citecheck.toml").write_text('documents = ["small.md"]\n', encoding="utf-8")
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    reading, wrote = cli("audit", "-o", "a.json").err.splitlines()
    assert reading.startswith("citecheck: lecture de small.md (selon ")
    assert wrote == "citecheck: écrit\u00a0: a.json"
    monkeypatch.delenv("LANG")
    for command in (["extract"], ["export", "--to", "bibtex"], ["init"]):
        Path("citecheck.toml").unlink(missing_ok=True)
        words = [*command, "small.md"] if command != ["init"] else command
        assert cli(*words, "--ui", "fr", "--zzzz").err.startswith("citecheck: option inconnue\u00a0: --zzzz (voir")
        assert cli(*words, "--ui", "fr").status == 0
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert cli("export", "small.md", "--to", "bibtex", "-v").err.splitlines()[-1] == "citecheck: 2 sources"
