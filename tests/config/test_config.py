"""The configuration file: where it is found, what it says, and how it complains."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.config import Config, load_config
from citecheck.errors import ConfigError
from tests.config.settings import complaint, config


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert load_config(tmp_path).documents == ()
    assert Config() == Config(None, (), (), (), (), (), None, None)


def test_every_key_is_read(tmp_path: Path) -> None:
    made = config(
        tmp_path,
        'documents = ["one.md", "two.md"]\nbibliography = "refs.bib"\nselect = []\nignore = []\n'
        'fail_on = "warning"\nui = "fr"\n',
    )
    assert made == Config(tmp_path / "citecheck.toml", ("one.md", "two.md"), (), ("refs.bib",), (), (), "warning", "fr")


def test_documents_by_language(tmp_path: Path) -> None:
    made = config(tmp_path, '[documents]\nfr = "a.md"\nen = ["b.md", "c.md"]\n')
    assert made.documents == ()
    assert made.langs == (("fr", "a.md"), ("en", "b.md"), ("en", "c.md"))


def test_one_document_needs_no_list(tmp_path: Path) -> None:
    assert config(tmp_path, 'documents = "a.md"\n').documents == ("a.md",)


def test_pyproject_has_a_table_for_it(tmp_path: Path) -> None:
    made = config(tmp_path, '[project]\nname = "x"\n[tool.citecheck]\ndocuments = ["a.md"]\n', "pyproject.toml")
    assert made.documents == ("a.md",)


def test_its_own_file_goes_first(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.citecheck]\nui = 'fr'\n")
    assert config(tmp_path, "ui = 'en'\n").ui == "en"


def test_it_is_found_upwards_and_paths_are_relative_to_it(tmp_path: Path) -> None:
    (tmp_path / "citecheck.toml").write_text('documents = ["report/a.md"]\nbibliography = "b.bib"\n')
    (tmp_path / ".git").mkdir()
    below = tmp_path / "report" / "deep"
    below.mkdir(parents=True)
    (below / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    made = load_config(below)
    assert [Path(path) for path in made.documents] == [Path("../a.md")]
    assert [Path(path) for path in made.bibliography] == [Path("../../b.bib")]


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "citecheck.toml").write_bytes(b"\xef\xbb\xbfui = 'fr'\n")
    assert load_config(tmp_path).ui == "fr"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ui = 'en'\n\ndocument = 'a.md'\n", "citecheck.toml:3:1: unknown key 'document': did you mean 'documents'?"),
        ("fail-on = 'error'\n", "citecheck.toml:1:1: unknown key 'fail-on': did you mean 'fail_on'?"),
        (
            "zzz = 1\n",
            "citecheck.toml:1:1: unknown key 'zzz': use one of documents, bibliography, compare_bibliography",
        ),
        ("# select\nselect = 3\n", "citecheck.toml:2:10: 'select' must be a list of strings"),
        ("ignore = ['NUM', 3]\n", "citecheck.toml:1:10: 'ignore' must be a list of strings"),
        ("documents = 3\n", "citecheck.toml:1:13: 'documents' must be a list of files or a table"),
        ("documents = ['a', 3]\n", "citecheck.toml:1:13: 'documents' must name files"),
        ("documents = ['']\n", "citecheck.toml:1:13: 'documents' must name files"),
        (
            "[documents]\nfr = 'a.md'\nde = 'b.md'\n",
            "citecheck.toml:3:1: unknown language 'de' in 'documents': use one of",
        ),
        ("[documents]\nfr = 3\n", "citecheck.toml:2:6: 'documents.fr' must name files"),
        ("[documents]\nfr = []\n", "citecheck.toml:2:6: 'documents.fr' is empty"),
        ("bibliography = [1]\n", "citecheck.toml:1:16: 'bibliography' must name files"),
        ("fail_on = 'eror'\n", "citecheck.toml:1:11: 'fail_on' cannot be 'eror': did you mean 'error'?"),
        ("fail_on = true\n", "citecheck.toml:1:11: 'fail_on' cannot be True: use one of error, warning, info, never"),
        ("ui = 'de'\n", "citecheck.toml:1:6: 'ui' cannot be 'de': "),
        ("[rules]\nx = 1\n", "citecheck.toml:1:2: unknown key 'rules'"),
        ("ui = 'en'\nselect = [\n", "citecheck.toml:2:11: is not valid TOML"),
        ("ui = 'en'\nui = 'fr'\n", "citecheck.toml:2:10: is not valid TOML: cannot overwrite a value"),
        ("select = ['NOPE999']\n", "citecheck.toml:1:11: 'select': unknown rule 'NOPE999'"),
    ],
)
def test_mistakes_are_said_with_file_line_and_way_out(tmp_path: Path, text: str, said: str) -> None:
    assert complaint(tmp_path, text).startswith(said)


def test_a_file_above_is_named_as_one_would_reach_it(tmp_path: Path) -> None:
    (tmp_path / "citecheck.toml").write_text("uo = 1\n")
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub").mkdir()
    with pytest.raises(ConfigError, match=r"^\.\.[/\\]citecheck\.toml:1:1: "):
        load_config(tmp_path / "sub")


WRONG = """\
documents = ["report.md", 3]
faill_on = "error"
fail_on = "errors"
ui = "de"
select = ["CIT001", "CIT999", "citing"]
official_rates = "no"
[rates]
RUB = { "2023" = nan, "23" = 80.1, "2022" = 80.1 }
rub = { "2023" = 92.3 }
[severity]
CIT006 = "loud"
CIT007 = "info"
[links]
timeout = -1
exclude = ["["]
[links.hosts."example.org"]
accept = ["403"]
concurrency = 0
[links.hosts."not a host"]
interval = 1
[[files]]
paht = "annex/*.md"
ignore = ["NUM099"]
[[waivers]]
rule = "CIT002"
until = "soon"
note = "xx9:3"
[[waivers]]
reason = "cited elsewhere"
fingerprint = ["v1:0"]
"""


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        config(tmp_path, WRONG)
    lines = raised.value.lines
    assert [int(line.split(":")[1]) for line in lines] == [
        *(1, 2, 3, 4, 5, 5, 6, 8, 8, 9, 11, 14, 15, 17, 18, 19, 22, 23, 24, 26, 27, 28, 30)
    ]
    assert all(line.startswith("citecheck.toml:") for line in lines)
    assert "citecheck.toml:2:1: unknown key 'faill_on': did you mean 'fail_on'?" in lines
    assert "citecheck.toml:28:1: a waiver must have 'rule': say whose findings are accepted" in lines


def test_one_mistake_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        config(tmp_path, "[[files]]\npaht = 'annex/*.md'\n[[waivers]]\nrule = 'CIT002'\nreasen = 'x'\n")
    assert [line.split(": ")[1] for line in raised.value.lines] == ["unknown key 'paht'", "unknown key 'reasen'"]
