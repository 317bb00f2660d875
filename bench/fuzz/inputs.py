"""What is tried: for each number of a run one case, whose files and words depend on the seed and the number only."""

from __future__ import annotations

import contextlib
import json
import re
import tempfile
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from answers import answers
from caches import cache_files
from mutate import ODD, ends, mutated, token
from reports import BASELINE, BIBLIOGRAPHY, BIBTEX, CONFIGURATIONS, CSL, DECISIONS, REPORTS
from trees import json_bytes, mutated_json, mutated_toml, mutated_tree, toml_value

ROOT = Path(__file__).parents[2]
FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "markdown", "html")
WHOLE = 0.15
"""How many reports are taken whole; of the others a stretch will do, and more of them fit into an hour."""
ENDINGS = {
    "text": "txt",
    "json": "json",
    "sarif": "sarif",
    "github": "log",
    "gitlab": "gl.json",
    "junit": "xml",
    "markdown": "out.md",
    "html": "html",
}


@dataclass(frozen=True)
class Case:
    """One input and what is done with it.

    ``files`` are what lies in the working directory by name; those in ``answers/`` are what hosts answer. ``commands`` are
    the words of each run, one after the other; ``stdin`` names the file that standard input is.
    """

    kind: str
    number: int
    files: Mapping[str, bytes]
    commands: Sequence[Sequence[str]]
    stdin: str | None = None
    chance: str = field(default="")


@cache
def seeds() -> tuple[bytes, ...]:
    """The reports that everything begins with: those of the repository and some of every form."""
    folders = (ROOT / "tests" / "corpus", ROOT / "docs" / "example")
    files = sorted(file for folder in folders for file in folder.rglob("*.md"))
    return (*(text.encode() for text in REPORTS), *(file.read_bytes() for file in files))


@cache
def data_seeds() -> tuple[Mapping[str, Any], ...]:
    """The data files of small reports, as ``citecheck extract`` writes them."""
    from running import quietly

    made = []
    for text in REPORTS:
        # In a folder of their own: settings of the case before would be found in the working directory.
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            (Path(folder) / "a.md").write_text(text, encoding="utf-8")
            if quietly(["extract", "a.md", "-o", ".", "-q"])[0] != 0:
                continue  # A report that looks like another format is refused, and leaves no data.
            pair = {
                name: json.loads((Path(folder) / name).read_text(encoding="utf-8"))
                for name in ("footnotes.json", "bibliography.json")
            }
            made.append(pair)
    return tuple(made)


def report(rng: Random) -> bytes:
    """A report as somebody could have written it, whole or a stretch of it with its end."""
    data = rng.choice(seeds())
    if rng.random() < WHOLE or len(data) < 2500:
        return data
    blocks = data.split(b"\n\n")
    start = rng.randrange(len(blocks))
    part = blocks[start : start + rng.randint(4, 14)]
    # Notes and entries stand at the end, and without them little is judged.
    return b"\n\n".join([*part, *blocks[-rng.randint(1, 8) :]])


def small(rng: Random) -> bytes:
    """A small report, for cases about something else."""
    return rng.choice(REPORTS).encode()


def audit(rng: Random, *words: str) -> list[str]:
    """An audit that writes every format at once."""
    outputs = [f"--output={name}=out.{ENDINGS[name]}" for name in FORMATS]
    ui = rng.choice(([], [], ["--ui=fr"], ["--ui=en"]))
    return ["audit", "-q", *outputs, *ui, *rng.choice(([], [], ["--verbose"], ["--fail-on=never"])), *words]


def further(rng: Random, *words: str) -> list[str]:
    """Another command that reads a report."""
    return rng.choice(
        (
            [
                "reconcile",
                "-q",
                f"--format={rng.choice(('text', 'json', 'html', 'csv'))}",
                "--output=out.reconciled",
                *words,
            ],
            ["reconcile", "-q", "--format=xlsx", "--output=out.xlsx", *words],
            [
                "reconcile",
                "-q",
                f"--renumber={rng.choice(('fr', 'en'))}",
                f"--format={rng.choice(('text', 'json', 'csv'))}",
                "--output=out.renumbered",
                *words,
            ],
            ["export", "-q", "--to=bibtex", "--output=out.bib", *words],
            ["export", "-q", "--to=csl-json", "--output=out.csl", *words],
            ["fix", "-q", "--color=never", "--output=out.diff", *rng.choice(([], ["--unsafe"])), *words],
            ["fix", "-q", "--check", *rng.choice(([], ["--unsafe"])), *words],
            [
                "links",
                "-q",
                "--offline",
                "--no-cache",
                f"--format={rng.choice(('text', 'json'))}",
                "--output=out.links",
                *words,
            ],
            [
                "show",
                rng.choice(("document", "citations", "numbering")),
                "-q",
                f"--format={rng.choice(('text', 'json'))}",
                "--output=out.shown",
                *words,
            ],
        )
    )


def of_report(rng: Random, kind: str, number: int) -> Case:
    """A report that was changed, audited in every format and read by one more command, or extracted and read back."""
    first = mutated(rng, report(rng), seeds())
    if rng.random() < 0.12:
        other = mutated(rng, report(rng), seeds())
        langs = rng.choice((("fr", "en"), ("en", "fr"), ("en-x-old", "en-x-new"), ("fr", "fr-CA")))
        words = [f"--lang={langs[0]}=a.md", f"--lang={langs[1]}=b.md"]
        return Case(kind, number, {"a.md": first, "b.md": other}, (audit(rng, *words), further(rng, *words)))
    if rng.random() < 0.08:
        return Case(kind, number, {"a.md": first}, (audit(rng, "-"), further(rng, "-")), "a.md")
    if rng.random() < 0.2:
        return Case(
            kind,
            number,
            {"a.md": first},
            (audit(rng, "a.md"), ["extract", "-q", "a.md"], ["audit", "-q", "--output=json=out.data.json"]),
        )
    return Case(kind, number, {"a.md": first}, (audit(rng, "a.md"), further(rng, "a.md")))


def of_data(rng: Random, kind: str, number: int) -> Case:
    """Data files that were changed: what an audit without a path reads."""
    pair = rng.choice(data_seeds())
    chosen = rng.choice(("footnotes.json", "footnotes.json", "bibliography.json"))
    files = {
        f"data/{name}": mutated_json(rng, tree) if name == chosen else json_bytes(tree) for name, tree in pair.items()
    }
    command = further(rng)
    # These want the report itself.
    second = ["config", "--format=json"] if command[0] == "fix" else command
    return Case(kind, number, files, (audit(rng), second))


def of_configuration(rng: Random, kind: str, number: int) -> Case:
    """Settings that were changed, in either of their files."""
    table = tomllib.loads(rng.choice(CONFIGURATIONS))
    files = {"a.md": small(rng), "refs.bib": BIBTEX.encode(), "known": BASELINE.encode()}
    if rng.random() < 0.25:
        whole = {"project": {"name": "x"}, "tool": {"other": {"a": [1]}, "citecheck": table}}
        files["pyproject.toml"] = mutated_toml(
            rng, whole if rng.random() < 0.3 else {**whole, "tool": {"citecheck": mutated_tree(rng, table)}}
        )
    else:
        files["citecheck.toml"] = mutated_toml(rng, table)
    first = rng.choice((audit(rng), audit(rng, "a.md"), ["links", "-q", "--offline", "--no-cache", "a.md"]))
    return Case(kind, number, files, (first, ["config", f"--format={rng.choice(('text', 'json'))}"]))


def of_decisions(rng: Random, kind: str, number: int) -> Case:
    """Decisions about notes that were changed."""
    lines = DECISIONS.encode()
    if rng.random() < 0.5:
        lines = mutated(rng, lines)
    else:
        table = tomllib.loads(DECISIONS)
        key, name = rng.choice((("accept", "d3f569b8"), ("pair", "e5190b32"), ("pair", "1cffb698")))
        value = toml_value(mutated_tree(rng, table[key][name]))
        lines = re.sub(rf"(?m)^{key}\.{name} = .*$", lambda _: f"{key}.{name} = {value}", DECISIONS).encode()
    files = {"a.md": REPORTS[0].encode(), "citecheck.decisions.toml": lines}
    return Case(
        kind,
        number,
        files,
        (audit(rng, "a.md"), ["reconcile", "-q", "--format=json", "--output=out.reconciled", "a.md"]),
    )


def of_baseline(rng: Random, kind: str, number: int) -> Case:
    """A baseline that was changed; sometimes it is written anew."""
    head, *lines = BASELINE.splitlines(keepends=True)
    mixed = "".join([head, *rng.choices([*lines, "\n", "# a\n"], k=rng.randrange(9))]).encode()
    known = ends(rng, mixed) if rng.random() < 0.5 else mutated(rng, mixed)
    files = {"a.md": small(rng), "known": known}
    more = ["--update-baseline"] if rng.random() < 0.3 else []
    return Case(kind, number, files, (audit(rng, "a.md", "--baseline=known", *more),))


def of_bibliography(rng: Random, kind: str, number: int) -> Case:
    """A bibliography in a file of its own that was changed."""
    if rng.random() < 0.5:
        name, data = "refs.bib", mutated(rng, BIBTEX.encode())
    else:
        name, data = "refs.json", mutated_json(rng, json.loads(CSL))
    words = ["a.md", f"--bibliography={name}"]
    return Case(kind, number, {"a.md": small(rng), name: data}, (audit(rng, *words), further(rng, *words)))


def of_links(rng: Random, kind: str, number: int) -> Case:
    """What an earlier run said of links, changed, as a source of corrections."""
    links = [
        {
            "url": url,
            "status": rng.choice(("ok", "moved", "dead", "soft_404", "home", "unverifiable", "skipped")),
            "reason": "301",
            "new_url": f"{url}/new",
            "archived_url": f"https://web.archive.org/web/2020/{url}",
            "archived_on": "2020-01-02",
            "missing_fragment": None,
        }
        for url in ("https://auctions.example/west", "https://lannec.example/accounts-2019")
    ]
    told = mutated_json(rng, {"schema": "citecheck/links/1", "links": links})
    words = ["fix", "-q", "--links-from=told.json", "--output=out.diff", *rng.choice(([], ["--unsafe"])), "a.md"]
    return Case(kind, number, {"a.md": BIBLIOGRAPHY.encode(), "told.json": told}, (words,))


def of_cache(rng: Random, kind: str, number: int) -> Case:
    """A cache of verdicts that was damaged, by bytes and by rows, asked offline and online."""
    files = {"a.md": BIBLIOGRAPHY.encode(), **cache_files(rng)}
    words = ["links", "-q", "--format=json", "--output=out.links", "a.md"]
    return Case(kind, number, files, ([*words, "--offline"], words), chance=f"{rng.random()}")


def of_answers(rng: Random, kind: str, number: int) -> Case:
    """Hosts that answer what no host should."""
    urls, files = answers(rng)
    listed = "".join(
        f"{at}. Doe, J. (2019). *Title {at}*. {url}. Accessed 3 May 2021.\n" for at, url in enumerate(urls, 1)
    )
    files["a.md"] = (
        f"# Report\n\nThe port is closed<sup>1</sup>.\n\n<sup>1</sup> Doe, 2019.\n\n## Bibliography\n\n{listed}".encode()
    )
    options = [
        one
        for one in ("--archive", "--save", "--browser-headers", "--allow-private", "--no-cache")
        if rng.random() < 0.3
    ]
    shape = rng.choice((["--format=json"], ["--format=text"], ["--format=text", "--ui=fr", "--verbose"]))
    first = ["links", *shape, "--output=out.links", *options, "a.md"]
    if rng.random() < 0.2:
        first = [*audit(rng, "a.md"), "--links"]
    return Case(kind, number, files, (first,), chance=f"{rng.random()}")


SAID = (
    "a.md",
    "",
    ".",
    "/",
    "fr=a.md",
    "fr:1",
    "fr:1=en:1",
    "1.1",
    "NUM",
    "NUM001,CIT",
    "json",
    "text",
    "csv",
    "never",
    "error",
    "fr",
    "2026-01-01",
    "1d",
    "0",
    "3",
    "(a+)+$",
    "nowhere/x",
    "known",
    "bibtex",
    "CIT001",
)
COMMANDS = ("audit", "reconcile", "export", "extract", "fix", "links", "show", "config", "rules", "explain")
REQUIRED = {"export": ["--to=bibtex"], "show": ["citations"], "explain": ["CIT001"]}
NEVER = (
    "--write",
    "-w",
    "--since",
    "--accept",
    "--pair",
    "--links",
    "--output",
    "-o",
    "--update-baseline",
    "--allow-private",
)
"""Options that write over what was given, run Git or use the network: they have kinds and tests of their own."""


@cache
def options_of(command: str) -> tuple[str, ...]:
    """The options that a command has."""
    from running import quietly

    known = re.findall(r"(?m)^  (?:-\w, )?(--[a-z-]+)", quietly([command, "--help"])[1].decode())
    return tuple(one for one in known if one not in NEVER)


def of_words(rng: Random, kind: str, number: int) -> Case:
    """A command line that nobody would type."""
    command = rng.choice(COMMANDS)
    words = [command, *(["--offline"] if command == "links" else []), *REQUIRED.get(command, [])]
    words += ["a.md"] if command not in ("rules", "explain") else []
    for _ in range(rng.choice((1, 1, 2, 4))):
        said = (
            rng.choice(SAID) if rng.random() < 0.75 else rng.choice((token(rng), rng.choice(ODD), "\udcff", "a" * 5000))
        )
        option = rng.choice(options_of(command))
        words += rng.choice(([option], [option, said], [f"{option}={said}"], [f"{option}={said}"], [said], ["--"]))
    files = {"a.md": small(rng), "known": BASELINE.encode()}
    return Case(kind, number, files, ([word for word in words if not word.startswith(NEVER)],))


Maker = Callable[[Random, str, int], Case]
KINDS: Mapping[str, Maker] = {
    "report": of_report,
    "data": of_data,
    "configuration": of_configuration,
    "decisions": of_decisions,
    "baseline": of_baseline,
    "bibliography": of_bibliography,
    "links file": of_links,
    "cache": of_cache,
    "answers": of_answers,
    "words": of_words,
}
TURNS = (
    "report",
    "report",
    "data",
    "report",
    "answers",
    "report",
    "configuration",
    "report",
    "bibliography",
    "report",
    "decisions",
    "report",
    "data",
    "answers",
    "cache",
    "baseline",
    "configuration",
    "links file",
    "words",
    "report",
)
"""The kinds by turns: a run of any length has a share of each."""


def case(seed: int, number: int, kinds: Sequence[str] = ()) -> Case:
    """The case with that number; with ``kinds``, these take turns."""
    turns = kinds or TURNS
    kind = turns[number % len(turns)]
    return KINDS[kind](Random(f"{seed} {kind} {number}"), kind, number)
