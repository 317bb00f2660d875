"""The configuration file: where it is found, what it says, and how it complains."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citecheck.config import Config, load_config
from citecheck.config.links import duration
from citecheck.errors import ConfigError
from citecheck.model.links import HostSettings, LinkSettings, LinkStatus


def config(folder: Path, text: str, name: str = "citecheck.toml") -> Config:
    (folder / name).write_text(text, encoding="utf-8")
    return load_config(folder)


def complaint(folder: Path, text: str, name: str = "citecheck.toml") -> str:
    with pytest.raises(ConfigError) as raised:
        config(folder, text, name)
    said = str(raised.value)
    assert "\n" not in said
    return said


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert load_config(tmp_path).documents == ()
    assert Config() == Config(None, (), (), None, (), (), None, None)


def test_every_key_is_read(tmp_path: Path) -> None:
    made = config(
        tmp_path,
        'documents = ["one.md", "two.md"]\nbibliography = "refs.bib"\nselect = []\nignore = []\n'
        'fail_on = "warning"\nui = "fr"\n',
    )
    assert made == Config(tmp_path / "citecheck.toml", ("one.md", "two.md"), (), "refs.bib", (), (), "warning", "fr")


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
    assert made.bibliography is not None
    assert Path(made.bibliography) == Path("../../b.bib")


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "citecheck.toml").write_bytes(b"\xef\xbb\xbfui = 'fr'\n")
    assert load_config(tmp_path).ui == "fr"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ui = 'en'\n\ndocument = 'a.md'\n", "citecheck.toml:3:1: unknown key 'document': did you mean 'documents'?"),
        ("fail-on = 'error'\n", "citecheck.toml:1:1: unknown key 'fail-on': did you mean 'fail_on'?"),
        ("zzz = 1\n", "citecheck.toml:1:1: unknown key 'zzz': use one of documents, bibliography, select"),
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
        ("bibliography = ['a']\n", "citecheck.toml:1:16: 'bibliography' must name files"),
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[project]\nui = 3\n[tool.citecheck]\nui = 3\n", "pyproject.toml:4:6: 'ui' cannot be 3"),
        ("[tool]\ncitecheck.uo = 3\n", "pyproject.toml:2:11: unknown key 'uo'"),
        ("[tool.other]\nui = 1\n[tool]\ncitecheck = { ui = 3 }\n", "pyproject.toml:"),
        ("tool.citecheck.ui = 3\n", "pyproject.toml:1:21: 'ui' cannot be 3"),
        ("[tool]\ncitecheck = 3\n", "pyproject.toml:2:13: 'tool.citecheck' must be a table"),
        ("[tool.citecheck]\nui =\n", "pyproject.toml:2:5: is not valid TOML"),
    ],
)
def test_mistakes_in_pyproject_are_said_with_their_line(tmp_path: Path, text: str, said: str) -> None:
    assert complaint(tmp_path, text, "pyproject.toml").startswith(said)


def test_a_pyproject_that_does_not_concern_it_may_be_broken(tmp_path: Path) -> None:
    assert config(tmp_path, "[project\n", "pyproject.toml").ui is None


def test_another_encoding_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "citecheck.toml").write_bytes("ui = 'en'\n# é\n".encode("latin-1"))
    with pytest.raises(ConfigError, match=r"citecheck\.toml:2:3: is not UTF-8"):
        load_config(tmp_path)


def test_a_file_above_is_named_as_one_would_reach_it(tmp_path: Path) -> None:
    (tmp_path / "citecheck.toml").write_text("uo = 1\n")
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub").mkdir()
    with pytest.raises(ConfigError, match=r"^\.\.[/\\]citecheck\.toml:1:1: "):
        load_config(tmp_path / "sub")


# Links.


def test_how_links_are_asked_for_is_read(tmp_path: Path) -> None:
    made = config(
        tmp_path,
        "[links]\nexclude = ['/private/']\nconcurrency = 8\nper_host = 2\ninterval = 0.5\ntimeout = 3\nretries = 0\n"
        "max_redirects = 5\nbrowser_headers = true\nallow_private = ['10.0.0.0/8']\ncache_ttl = '12h'\ncache = false\n"
        "archive = true\n[links.hosts.\"JSTOR.org\"]\nheaders = { 'X-Key' = 'k' }\nconcurrency = 1\ninterval = 2\n"
        "treat_as = 'unverifiable'\naccept = [403, 429]\n",
    ).links
    own = HostSettings((("X-Key", "k"),), 1, 2.0, LinkStatus.UNVERIFIABLE, (403, 429))
    assert made == LinkSettings(
        exclude=("/private/",),
        hosts=(("jstor.org", own),),
        concurrency=8,
        per_host=2,
        interval=0.5,
        timeout=3.0,
        retries=0,
        max_redirects=5,
        browser_headers=True,
        allow_private=("10.0.0.0/8",),
        cache=False,
        cache_ttl=12 * 3600.0,
        archive=True,
    )
    assert made.host("www.jstor.org") == own
    assert made.host("notjstor.org") == HostSettings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("links = 3\n", "citecheck.toml:1: 'links' must be a table"),
        ("[links]\nretrys = 1\n", "citecheck.toml:2: unknown key 'retrys': did you mean 'retries'?"),
        ("[links]\nexclude = ['[']\n", "citecheck.toml:2: 'links.exclude': '[' is no regular expression"),
        ("[links]\nconcurrency = 0\n", "citecheck.toml:2: 'concurrency' must be a whole number from 1"),
        ("[links]\nretries = true\n", "citecheck.toml:2: 'retries' must be a whole number"),
        ("[links]\ntimeout = 'x'\n", "citecheck.toml:2: 'timeout' must be a number of seconds"),
        ("[links]\ntimeout = 0\n", "citecheck.toml:2: 'timeout' must be a number of seconds from 0.1"),
        ("[links]\ninterval = -1\n", "citecheck.toml:2: 'interval' must be a number of seconds"),
        ("[links]\nbrowser_headers = 1\n", "citecheck.toml:2: 'browser_headers' must be true or false"),
        ("[links]\nallow_private = ['x']\n", "citecheck.toml:2: 'links.allow_private': "),
        ("[links]\ncache_ttl = 'soon'\n", "citecheck.toml:2: 'links.cache_ttl': 'soon' is no duration"),
        ("[links]\nhosts = 3\n", "citecheck.toml:2: 'links.hosts' must hold a table"),
        ("[links.hosts.'x.org']\ntreat = 1\n", "citecheck.toml:2: unknown key 'treat': did you mean 'treat_as'?"),
        ("[links.hosts.'x.org']\ntreat_as = 'dead'\n", "citecheck.toml:2: 'treat_as' cannot be 'dead'"),
        ("[links.hosts.'x.org']\naccept = [40]\n", "citecheck.toml:2: 'accept' must be a list of statuses"),
        ("[links.hosts.'x.org']\nheaders = { 'A b' = 'x' }\n", "citecheck.toml:2: 'headers' must be"),
        ("[links.hosts.'x.org']\nheaders = { A = \"x\\r\\ny\" }\n", "citecheck.toml:2: 'headers' must be"),
    ],
)
def test_mistakes_about_links_are_said_with_their_line(tmp_path: Path, text: str, said: str) -> None:
    line, message = said.split(": ", 1)
    found = complaint(tmp_path, text)
    assert re.match(rf"{re.escape(line)}:\d+: {re.escape(message)}", found), found


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("45s", 45), ("30m", 1800), ("12h", 43200), ("7d", 604800), ("2w", 1209600), ("1.5h", 5400), (3, 259200)],
)
def test_durations(text: object, seconds: float) -> None:
    assert duration(text) == seconds
