"""What must hold of every run: its exit status, what it says, and each file that it writes."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from inputs import Case
from running import Ran

SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"
"""The folder with the schemas of SARIF and CSL-JSON; where it is absent, these two are only parsed."""
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What steers a terminal, or reorders a line."""
INTERNAL = re.compile(r"(?:internal error|erreur interne)\s?: (\w+):? .*\((citecheck[\w.]*:\d+|\?)\)", re.DOTALL)
CRASHED = re.compile(r"(?:a rule failed|une règle a échoué) \(([^)]*)\)")
FINGERPRINT = re.compile(r"v1:[0-9a-f]{16}")
KEYS = frozenset(["schema", "tool", "inputs", "summary", "coverage", "unreadable", "crashes", "fixed", "findings"])
FINDING = frozenset(
    [
        "code",
        "name",
        "severity",
        "confidence",
        "message",
        "hint",
        "help_uri",
        "lang",
        "note",
        "note_id",
        "entry",
        "entry_id",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "excerpt",
        "counterparts",
        "related",
        "fix",
        "state",
        "waiver",
        "fingerprint",
    ]
)
PLACE = frozenset(["lang", "note", "note_id", "path", "line", "column", "end_line", "end_column", "excerpt"])
COMMAND = re.compile(r"::(?:error|warning|notice) [^\n]*?::")
ADDRESSES = re.compile(r"(?i)^(?:https?:|#|$)")


class Breach(Exception):
    """A format is not what it promises. The text is short and the same for the same fault."""


def faults(case: Case, run: Ran) -> Iterator[str]:
    """What is wrong with a run, each named so that the same fault has the same name."""
    command = run.words[0] if run.words else ""
    if run.status is None:
        last = run.err.strip().splitlines()
        yield f"exception: {last[-1][:120] if last else '?'} ({command})"
        return
    if run.status == 3 or run.status not in (0, 1, 2):
        yield f"exit {run.status}: {_named(run.err)} ({command})"
        return
    if "Traceback" in run.err:
        yield f"a traceback with exit {run.status} ({command})"
    if RAW.search(run.err.replace("\r\n", "\n")):
        yield f"standard error steers a terminal ({command})"
    if run.status == 2:
        if run.out and not {"-h", "--help"} & set(run.words):
            yield f"exit 2 with something on standard output ({command})"
        lines = [line for line in run.err.splitlines() if line]
        if not lines or not lines[-1].startswith("citecheck: "):
            yield f"exit 2 without a line that says why ({command})"
    for name, data in case.files.items():
        # What is written anew is another matter.
        if run.files.get(name, data) != data and not (name == "known" and "--update-baseline" in run.words):
            yield f"an input was changed: {command} wrote {'its' if name in run.words else 'a'} {Path(name).suffix or name}"
        if name not in run.files and not name.startswith(("answers/", "cache/")):
            yield f"an input was removed ({command})"
    if run.status != 2:
        yield from _written(case, run)


def _named(err: str) -> str:
    """The name of a failure of citecheck itself: the class and the place, or the rules that failed."""
    if match := INTERNAL.search(err):
        return f"{match[1]} in {match[2].partition(':')[0]}"
    if match := CRASHED.search(err):
        return f"a rule failed: {match[1]}"
    return "no reason"


def _written(case: Case, run: Ran) -> Iterator[str]:
    """What is wrong with the files of a run that wrote some."""
    command = run.words[0]
    wanted = {word.partition("out.")[2] for word in run.words if word.startswith("--output=")}
    for ending in sorted(wanted):
        name = f"out.{ending}"
        if name not in run.files:
            yield f"{name} was not written ({command})"
            continue
        try:
            _judged(name, run.files[name], case, run)
        except Breach as breach:
            yield f"{name}: {breach} ({command})"
        except Exception as error:
            yield f"{name}: {type(error).__name__}: {str(error)[:80]} ({command})"
    if command == "extract" and case.kind != "words":
        for name in ("data/footnotes.json", "data/bibliography.json"):
            if name not in run.files:
                yield f"{name} was not written"
            elif RAW.search(run.files[name].decode("utf-8")):
                yield f"{name}: a raw character"


def _judged(name: str, data: bytes, case: Case, run: Ran) -> None:
    """Raises Breach, or whatever a parser raises, where a file is not what its name says."""
    if name == "out.xlsx":
        return _workbook(data)
    if name == "out.diff":
        return None  # Its lines are those of the files, whatever these hold.
    if not data and name in ("out.bib",):
        return None
    text = data.decode("utf-8")
    if not text.endswith("\n"):
        raise Breach("its last line does not end")
    if match := RAW.search(text):
        raise Breach(f"raw character U+{ord(match[0]):04X}")
    JUDGES.get(name, _nothing)(text, case, run)
    if name in ("out.reconciled", "out.renumbered", "out.links", "out.shown"):
        shape = next((word.partition("=")[2] for word in run.words if word.startswith("--format=")), "text")
        SHAPES.get(shape, _nothing)(text, case, run)
    return None


def _nothing(text: str, case: Case, run: Ran) -> None:
    """A text for people: that nothing in it steers their terminal is enough."""


def _json(text: str, case: Case, run: Ran) -> None:
    """The findings as the contract has them."""
    made = _parsed(text)
    if not made.keys() >= KEYS or made["schema"] != "citecheck/findings/1":
        raise Breach("a key of the contract is missing")
    for found in made["findings"] + made["fixed"]:
        if not found.keys() >= FINDING:
            raise Breach("a finding lacks a key")
        if not FINGERPRINT.fullmatch(found["fingerprint"]):
            raise Breach("no fingerprint")
        for place in (found, *found["counterparts"], *found["related"]):
            _place(place, case)
    counted = {
        level: sum(one["severity"] == level for one in made["findings"]) for level in ("error", "warning", "info")
    }
    if any(made["summary"][level] != count for level, count in counted.items()):
        raise Breach("the summary counts other findings")


def _place(place: Mapping[str, Any], case: Case) -> None:
    """A place has its keys, runs forwards, and its excerpt is what stands there."""
    if not place.keys() >= PLACE:
        raise Breach("a place lacks a key")
    if not (1, 1) <= (place["line"], place["column"]) <= (place["end_line"], place["end_column"]):
        raise Breach("a place runs backwards")
    data = case.files.get(case.stdin or "" if place["path"] == "-" else place["path"])
    lines = _lines(data) if data is not None else None
    if lines is None or place["path"].endswith((".json", ".bib", ".toml")):
        return
    if place["end_line"] > len(lines):
        raise Breach("a place is behind the end of its file")
    part = lines[place["line"] - 1 : place["end_line"]]
    if any("://" in line and "@" in line for line in part):
        return  # What may be a password is masked.
    part[-1] = part[-1][: place["end_column"] - 1]
    part[0] = part[0][place["column"] - 1 :]
    # An excerpt has the signs that entities stand for.
    there, excerpt = (unicodedata.normalize("NFC", unescape(text)) for text in ("\n".join(part), place["excerpt"]))
    # A comment for citecheck is blank in an excerpt.
    if "<!--" not in there and excerpt != there:
        raise Breach("an excerpt is not what stands at its place")


@cache
def _lines_of(data: bytes) -> tuple[str, ...] | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return tuple(re.split(r"\r\n|\r|\n", text))


def _lines(data: bytes) -> list[str] | None:
    """The lines of a file as an editor shows them; None where it is not UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"+/v")) or b"\0" in data:
        return None
    lines = _lines_of(data)
    return None if lines is None else list(lines)


def _parsed(text: str) -> Any:
    def refuse(name: str) -> None:
        raise Breach(f"{name} is no JSON")

    return json.loads(text, parse_constant=refuse)


def _sarif(text: str, case: Case, run: Ran) -> None:
    """The standard's own schema, and every finding in it."""
    made = _parsed(text)
    # The rules are mostly the same in each, and the larger part.
    rules = json.dumps(made["runs"][0]["tool"]["driver"].pop("rules", []))
    if said := _invalid("sarif-2.1.0.json", made) or _invalid_rules(rules):
        raise Breach(said)
    count = len(json.loads(run.files["out.json"])["findings"])
    results = [one for one in made["runs"][0]["results"] if one.get("baselineState") != "absent"]
    if len(results) != count:
        raise Breach("it lacks findings, or has more")


def _invalid(schema: str, made: Any) -> str:
    """Why something is not valid; empty where it is, or the schema is not at hand."""
    validator = _validator(schema)
    for error in validator.iter_errors(made) if validator is not None else ():
        return f"not valid: {error.validator} at {re.sub(r'[0-9]+', '*', '/'.join(map(str, error.absolute_path)))}"
    return ""


@cache
def _invalid_rules(rules: str) -> str:
    driver = {"name": "citecheck", "rules": json.loads(rules)}
    return _invalid("sarif-2.1.0.json", {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": []}]})


@cache
def _validator(name: str) -> Any:
    """What validates against a schema; None where it is not at hand."""
    if not (SCHEMAS / name).is_file():
        return None
    from jsonschema.validators import validator_for

    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return validator_for(schema)(schema)


def _github(text: str, case: Case, run: Ran) -> None:
    """Every line that is a command is one of ours, whole."""
    for line in text.splitlines():
        if line.lstrip().startswith("::") and not COMMAND.match(line):
            raise Breach("a command that is none of ours")
        if "##[" in line and not line.startswith("::"):
            raise Breach("a command of the older form")
    if text.count("\n") != len(text.splitlines()):
        raise Breach("a line ends in the midst of one")


def _gitlab(text: str, case: Case, run: Ran) -> None:
    """A list of issues, each with a name of its own."""
    made = _parsed(text)
    for one in made:
        if not one.keys() >= {"description", "check_name", "fingerprint", "severity", "location"}:
            raise Breach("an issue lacks a key")
    if len({one["fingerprint"] for one in made}) != len(made):
        raise Breach("two issues have one fingerprint")


def _junit(text: str, case: Case, run: Ran) -> None:
    """Well-formed XML whose counts are those of its cases."""
    root = ElementTree.fromstring(text)
    if root.tag != "testsuites":
        raise Breach("no test suites")
    if int(root.get("tests", "-1")) != len(root.findall(".//testcase")):
        raise Breach("the count of cases is another")
    if int(root.get("failures", "-1")) != len(root.findall(".//failure")):
        raise Breach("the count of failures is another")


def _markdown(text: str, case: Case, run: Ran) -> None:
    """Short enough for a comment on a pull request."""
    if len(text) > 60_000:
        raise Breach("longer than promised")


class _Page(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.leads: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.leads += [value or "" for name, value in attrs if name in ("href", "src", "action", "xlink:href")]


def _html(text: str, case: Case, run: Ran) -> None:
    """No script but its own, no attribute that runs something, no address that is not one of the web."""
    page = _Page(text)
    tags = [tag for tag, _ in page.elements]
    if (
        tags.count("html") != 1
        or tags.count("script") > 2
        or {"iframe", "object", "embed", "form", "base", "img"} & set(tags)
    ):
        raise Breach("it has elements that are none of ours")
    if any(name.startswith("on") for _, names in page.elements for name in names):
        raise Breach("an attribute that runs something")
    if any(not ADDRESSES.match(lead.strip()) for lead in page.leads):
        raise Breach("a link that leads out of the web")


def _csv(text: str, case: Case, run: Ran) -> None:
    """Lines of one width, none of them with a formula."""
    lines = list(csv.reader(io.StringIO(text, newline="")))
    if len({len(line) for line in lines}) != 1:
        raise Breach("lines of unlike width")
    if any(re.match(r"[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]", cell) for line in lines for cell in line):
        raise Breach("a cell is a formula")


def _workbook(data: bytes) -> None:
    """An archive of well-formed XML, without formulas."""
    with ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            root = ElementTree.fromstring(archive.read(name))
            if any(one.tag.endswith("}f") for one in root.iter()):
                raise Breach("a cell is a formula")


def _csl(text: str, case: Case, run: Ran) -> None:
    """CSL's own schema."""
    made = _parsed(text)
    if said := _invalid("csl-data.json", made):
        raise Breach(said)


def _bibtex(text: str, case: Case, run: Ran) -> None:
    """BibTeX that can be read back."""
    import logging

    import bibtexparser

    logging.disable(logging.CRITICAL)
    if failed := bibtexparser.parse_string(text).failed_blocks:
        raise Breach(f"a block cannot be read: {type(failed[0]).__name__}")


def _shape(text: str, case: Case, run: Ran) -> None:
    _parsed(text)


Judge = Callable[[str, Case, Ran], None]
JUDGES: Mapping[str, Judge] = {
    "out.json": _json,
    "out.data.json": _json,
    "out.sarif": _sarif,
    "out.log": _github,
    "out.gl.json": _gitlab,
    "out.xml": _junit,
    "out.out.md": _markdown,
    "out.html": _html,
    "out.csl": _csl,
    "out.bib": _bibtex,
}
SHAPES: Mapping[str, Judge] = {"json": _shape, "html": _html, "csv": _csv}
