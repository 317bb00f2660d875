"""What a user meets who gives citecheck something else than a report: a message and status 2, or a right audit.

Never a traceback, never a wait, and never a character that steers the terminal.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run
from tests.tried import only_thorough, tried

CLEAN = """# Report on the ports

The port is closed in the winter<sup>1</sup>, and opens again in the spring of each year<sup>2</sup>.

<sup>1</sup> Doe, 2019, p. 4.

<sup>2</sup> *Ibid.*, p. 5.

## Bibliography

1. Doe, J. (2019). *The ports of the north*. London: Harrow.
"""

"""What nothing here may take. Each takes far less; on a busy machine a text of some megabytes may need a while."""


def audited(ran: Ran) -> bool:
    """Whether there was an audit and nothing went wrong."""
    return ran.status in (0, 1) and "Traceback" not in ran.out + ran.err


# What cannot be read: one line, which says what to do.


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.write_bytes(b""), "a.md is empty: there is nothing to audit"),
        (lambda path: path.write_bytes(b"\n \n\t\n"), "a.md is empty: there is nothing to audit"),
        (
            lambda path: path.write_bytes(b"\x7fELF\x02\x01\x01\x00" * 100),
            "a.md is not a text file: citecheck reads Markdown",
        ),
        (lambda path: path.write_bytes(bytes(range(256)) * 40), "a.md is not a text file: citecheck reads Markdown"),
        (
            lambda path: path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"),
            "a.md is a PDF; name it so that it ends in .pdf",
        ),
        (lambda path: path.write_bytes(b"PK\x03\x04" + b"\x00" * 40), "a.md is a zip archive or an office document"),
        (lambda path: path.mkdir(), "a.md is a folder without a book (none of _bookdown.yml, "),
        (lambda path: None, "a.md does not exist: check the path"),
        (lambda path: path.symlink_to("a.md"), "a.md"),
    ],
    ids=["empty", "blank", "program", "all bytes", "PDF", "zip", "directory", "missing", "loop"],
)
def test_what_is_no_text_is_one_line_with_status_2(
    cli: Run, folder: Path, make: Callable[[Path], object], said: str
) -> None:
    make(folder / "a.md")
    ran = cli("audit", "a.md")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"citecheck: {said}")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("documents = [", "citecheck.toml"),
        ("documents = ['a.md']\ndocuments = ['b.md']\n", "citecheck.toml"),
        ("documnets = ['a.md']\n", "citecheck.toml:1:1: "),
        ("fail_on = 'eror'\n", "citecheck.toml:1:11: 'fail_on' cannot be 'eror': did you mean 'error'?"),
        ("select = ['NUM9']\n", ""),
        ("\x00", "citecheck.toml"),
    ],
)
def test_a_broken_configuration_is_one_line_with_status_2(cli: Run, folder: Path, config: str, said: str) -> None:
    (folder / "a.md").write_text(CLEAN, encoding="utf-8")
    (folder / "citecheck.toml").write_text(config, encoding="utf-8")
    ran = cli("audit", "a.md")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"citecheck: {said}")
    assert ran.err.count("\n") == 1


def test_a_configuration_that_is_no_text_is_one_line_with_status_2(cli: Run, folder: Path) -> None:
    (folder / "a.md").write_text(CLEAN, encoding="utf-8")
    (folder / "citecheck.toml").write_bytes(b"\xff\xfe\x00\x80")
    ran = cli("audit", "a.md")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "words", [["--select", "NUM999"], ["--ignore", "numm"], ["--select", "\x1b[31m"], ["--select", "é"]]
)
def test_an_unknown_rule_is_one_line_with_status_2(cli: Run, folder: Path, words: list[str]) -> None:
    (folder / "a.md").write_text(CLEAN, encoding="utf-8")
    ran = cli("audit", "a.md", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("citecheck: ")
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("command", ["explain", "rules"])
def test_an_unknown_rule_cannot_be_explained(cli: Run, command: str) -> None:
    ran = cli(command, "NUM999")
    assert ran.status == 2
    assert ran.err.count("\n") == 1


# What can be read after all.


@pytest.mark.parametrize(
    "raw",
    [
        CLEAN.encode(),
        CLEAN.replace("\n", "\r\n").encode(),
        CLEAN.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + CLEAN.encode(),
        CLEAN.encode("utf-16"),
        CLEAN.encode("utf-16-le"),
        CLEAN.encode("utf-16-be"),
        CLEAN.encode("utf-32"),
        CLEAN.replace("Doe", "Doé").encode("latin-1"),
        CLEAN.replace("Doe", "Doé").replace("p. 4", "p. 4–5").encode("cp1252"),
        CLEAN.rstrip().encode(),
    ],
    ids=[
        "utf-8",
        "crlf",
        "cr",
        "bom",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "latin-1",
        "cp1252",
        "no last line end",
    ],
)
def test_every_encoding_is_audited(cli: Run, folder: Path, raw: bytes) -> None:
    (folder / "a.md").write_bytes(raw)
    ran = cli("audit", "a.md", "--format", "json")
    assert ran.status == 0, ran.out
    made = json.loads(ran.out)
    assert [(one["lang"], one["notes"], one["markers"], one["entries"]) for one in made["inputs"]] == [("en", 2, 2, 1)]
    assert made["findings"] == []


def test_positions_are_the_same_whatever_the_line_ends(cli: Run, folder: Path) -> None:
    broken = CLEAN.replace("each year<sup>2</sup>", "each year")
    places = []
    for ends in ("\n", "\r\n", "\r"):
        (folder / "a.md").write_bytes(broken.replace("\n", ends).encode())
        found = json.loads(cli("audit", "a.md", "--format", "json").out)["findings"]
        places.append([(one["code"], one["line"], one["column"], one["excerpt"]) for one in found])
    assert places[0] == places[1] == places[2] != []


# What a document may hold.


MANY = tried(100_000, 1_000_000)
HOSTILE = {
    "unclosed <sup>": CLEAN + "\nIt is said<sup>3. And no more.\n",
    "<sup>0</sup>": CLEAN + "\nIt is said<sup>0</sup>.\n\n<sup>0</sup> Roe, 2020.\n",
    "note numbers of very many digits": CLEAN
    + f"\nIt is said<sup>{'9' * MANY}</sup>.\n\n<sup>{'9' * MANY}</sup> Roe.\n",
    "labels of very many digits": CLEAN + f"\nIt is said[^{'9' * MANY}].\n\n[^{'9' * MANY}]: Roe.\n",
    "labels that are no numbers": CLEAN + "".join(f"\nSaid[^{one}].\n\n[^{one}]: Roe.\n" for one in "¹²³①٣"),
    "an entry of very many digits": CLEAN + f"{'2' * MANY}. Roe, R. (2020). A title. Press.\n",
    "a page of very many digits": CLEAN.replace("p. 4", f"p. {'4' * MANY}"),
    "a sum of very many digits": CLEAN + f"\nIt costs €{'5' * MANY} million.\n",
    "control characters": CLEAN.replace("Doe", "D\x01\x07\x08e").replace("winter", "win\x1b]0;x\x07ter"),
    "a zero among the text": CLEAN.replace("winter", "win\u2400ter"),
    "nothing but markers": "<sup>1</sup>" * 5000,
    "nothing but notes": "".join(f"<sup>{number}</sup> Doe, 2019\n" for number in range(3000)),
    "nothing but headings": "# a\n" * 5000,
    "nothing but brackets": "([{<" * 5000,
    "nothing but quotation marks": "“«\"'" * 5000,
    "nested lists": "".join(" " * number + "- a\n" for number in range(400)),
    "nested quotations": ">" * 5000 + " a",
    "lone surrogates": CLEAN.encode().decode() + "\ud800".encode("utf-8", "replace").decode(),
}


@pytest.mark.thorough
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("format", ["text", pytest.param("json", marks=only_thorough)])
def test_whatever_a_document_holds_it_is_audited(cli: Run, folder: Path, name: str, format: str) -> None:
    (folder / "a.md").write_text(HOSTILE[name], encoding="utf-8")
    ran = cli("audit", "a.md", "--format", format)
    assert audited(ran), ran.err
    assert not any(char in ran.out for char in "\x00\x01\x07\x08\x1b")
    if format == "json":
        json.loads(ran.out)


def test_a_note_0_and_an_unclosed_marker_are_no_faults_of_numbering(cli: Run, folder: Path) -> None:
    for name in ("unclosed <sup>", "<sup>0</sup>", "note numbers of very many digits"):
        (folder / "a.md").write_text(HOSTILE[name], encoding="utf-8")
        assert cli("audit", "a.md", "--select", "NUM").status == 0, name


# The terminal.


STEERING = "\x1b[31m\x1b]8;;http://x\x07\x9b2J\u202e\u2066\u200f\x7f\x08\r"


@pytest.mark.parametrize("color", ["never", "always"])
@pytest.mark.parametrize("verbose", [[], ["--verbose"]])
def test_nothing_that_is_quoted_steers_the_terminal(cli: Run, folder: Path, color: str, verbose: list[str]) -> None:
    text = CLEAN.replace("Report", f"Report {STEERING}").replace("Doe, 2019", f"D{STEERING}oe & R{STEERING}oe, 2018")
    text = text.replace("each year<sup>2</sup>", f"each{STEERING} year").replace("The ports", f"The {STEERING}ports")
    (folder / "a.md").write_text(text, encoding="utf-8", newline="")
    ran = cli("audit", "a.md", "--color", color, *verbose)
    assert audited(ran)
    assert ran.status == 1
    for char in "\x07\x08\x7f\x9b\r\u202e\u2066\u200f":
        assert char not in ran.out, repr(char)
    # With colours, what remains are the codes of colours alone.
    assert ("\x1b" in ran.out) is (color == "always")
    for piece in ran.out.split("\x1b")[1:]:
        assert piece.startswith("[")
        assert piece.split("m")[0][1:].replace(";", "").isdigit()


@pytest.mark.parametrize("stage", ["document", "citations"])
def test_what_is_shown_of_a_stage_does_not_steer_the_terminal(cli: Run, folder: Path, stage: str) -> None:
    text = CLEAN.replace("Report", f"Report {STEERING}").replace("Doe, 2019", f"D{STEERING}oe, 2019")
    (folder / "a.md").write_text(text, encoding="utf-8", newline="")
    ran = cli("show", stage, "a.md")
    assert ran.status == 0
    assert not any(char in ran.out for char in "\x1b\x07\x08\x7f\x9b\u202e\u2066")


def test_a_file_name_does_not_steer_the_terminal(cli: Run, folder: Path) -> None:
    name = "a\x1b[31m\u202e.md"
    ran = cli("audit", name)
    assert ran.status == 2
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err
    try:
        (folder / name).write_text(CLEAN.replace("each year<sup>2</sup>", "each year"), encoding="utf-8")
    except OSError:
        return  # Not every system allows such a name.
    ran = cli("audit", name, "--verbose")
    assert audited(ran)
    assert "\x1b" not in ran.out + ran.err
    assert "\u202e" not in ran.out + ran.err


def test_json_escapes_what_steers_the_terminal(cli: Run, folder: Path) -> None:
    text = CLEAN.replace("Doe, 2019", f"D{STEERING}oe & Roe, 2018")
    (folder / "a.md").write_text(text, encoding="utf-8", newline="")
    ran = cli("audit", "a.md", "--format", "json")
    assert audited(ran)
    assert not any(char in ran.out for char in "\x1b\x07\x08\x9b\r")
    json.loads(ran.out)


# One line of any length.


LINES = {
    "words": "the port is closed in the winter, Doe said in 2019. ",
    "markers": "word<sup>1</sup> ",
    "citations": "(Doe, 2019, p. 4; Roe, 2020) ",
    "names": "Doe, Roe & Poe et al., ",
    "addresses": "https://example.org/a/b ",
    "sums": "€5 million (US$ 6 million) ",
    "opened brackets": "(",
    "opened inline notes": "^[",
    "stars": "*",
    "spaces": " ",
    "quotation marks": "“",
    "digits": "1",
    "tags": "<b ",
    "semicolons": ";",
    "emphasis": "_a",
}


@pytest.mark.thorough
@pytest.mark.parametrize("name", LINES)
def test_a_long_line_is_audited(cli: Run, folder: Path, name: str) -> None:
    piece = LINES[name]
    (folder / "a.md").write_text("x" + piece * (tried(20_000, 80_000) // len(piece)) + "x", encoding="utf-8")
    assert audited(cli("audit", "a.md", "--format", "json"))


@pytest.mark.thorough
def test_megabytes_on_one_line_are_audited(cli: Run, folder: Path) -> None:
    sentence = "The port of Doe is closed in the winter of 2019 and opens again when the ice has gone. "
    (folder / "a.md").write_text(sentence * (tried(500_000, 2_000_000) // len(sentence)), encoding="utf-8")
    ran = cli("audit", "a.md", "--format", "json")
    assert audited(ran)
    assert json.loads(ran.out)["findings"] == []


@pytest.mark.parametrize("command", ["audit", "fix", "reconcile", "extract", "links", "export", "show"])
def test_a_format_that_is_not_read_is_refused_everywhere(cli: Run, folder: Path, command: str) -> None:
    (folder / "thesis.adoc").write_text("== One\n\nText.footnote:[Doe, 2019, p. 4.]\n", encoding="utf-8")
    words = {"show": ["show", "citations"], "export": ["export", "--to", "bibtex"]}.get(command, [command])
    ran = cli(*words, "thesis.adoc")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("citecheck: thesis.adoc is AsciiDoc, which citecheck does not read: 'pandoc -t markdown")
