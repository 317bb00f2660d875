"""The documents of strangers as they are listed, and what citecheck makes of them."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from citecheck.api import audit
from citecheck.errors import CitecheckError
from citecheck.model.citations import Citations, Status
from citecheck.model.finding import Finding
from citecheck.model.report import Report
from citecheck.report.brief import brief

RESOLVED = frozenset((Status.ENTRY, Status.NOTE))
Key = tuple[str, str]
"""By what a finding is known again: the name of its document, and its fingerprint."""


@dataclass(frozen=True)
class Listed:
    """A document as it is listed: ``sums`` holds the checksum of each file by its path in the repository."""

    repository: str
    language: str
    paths: tuple[str, ...]
    sums: Mapping[str, str]
    bibliography: str | None = None
    counterpart: str | None = None

    @property
    def name(self) -> str:
        """The repository and the path of the first file."""
        return f"{self.repository}:{self.paths[0]}"

    def stored(self, folder: Path, path: str) -> Path:
        """Where the text of a file lies."""
        return folder / self.repository.replace("/", "+", 1) / path.replace("/", "+")


@dataclass(frozen=True)
class Told:
    """A finding of a document, in words, with the lines of the text around it."""

    document: str
    fingerprint: str
    rule: str
    severity: str
    message: str
    where: str
    lines: tuple[str, ...]

    @property
    def key(self) -> Key:
        """By what it is known again."""
        return self.document, self.fingerprint


@dataclass
class Audited:
    """What was made of a document: how it was read, what was found, how long it took, and what failed."""

    name: str
    language: str
    notes: int = 0
    markers: int = 0
    entries: int = 0
    citations: int = 0
    resolved: int = 0
    seconds: float = 0.0
    found: list[Told] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def listed(path: Path) -> list[Listed]:
    """The documents of the list, in its order."""
    return [
        Listed(
            one["repository"],
            one["language"],
            tuple(file["path"] for file in one["files"]),
            {
                file["path"]: file["sha256"]
                for file in (*one["files"], *([one["bibliography"]] if "bibliography" in one else []))
            },
            one.get("bibliography", {}).get("path"),
            one.get("counterpart"),
        )
        for one in tomllib.loads(path.read_text(encoding="utf-8"))["document"]
    ]


def audited_all(documents: Sequence[Listed], folder: Path, only: str) -> Iterator[Audited]:
    """Each document audited by itself, and after the second of two versions both together; says which are left out."""
    by_name = {one.name: one for one in documents}
    alone: dict[str, Audited] = {}
    for one in documents:
        if only not in one.name:
            continue
        contents = read(one, folder)
        if contents is None:
            continue
        alone[one.name] = audited(one.name, one, contents, one.paths)
        yield alone[one.name]
    for one in documents:
        other = by_name.get(f"{one.repository}:{one.counterpart}")
        if other is not None and one.name in alone and other.name in alone:
            contents = {**(read(one, folder) or {}), **(read(other, folder) or {})}
            pair = audited(f"{one.name} + {one.counterpart}", one, contents, (*one.paths, *other.paths))
            by_itself = {told.fingerprint for name in (one.name, other.name) for told in alone[name].found}
            pair.found = [told for told in pair.found if told.fingerprint not in by_itself]
            yield pair


def read(one: Listed, folder: Path) -> dict[str, bytes] | None:
    """The contents of all files of a document by their paths; None, and a word about it, where one is not as listed."""
    contents: dict[str, bytes] = {}
    for path, checksum in one.sums.items():
        stored = one.stored(folder, path)
        content = stored.read_bytes() if stored.is_file() else None
        if content is None or sha256(content).hexdigest() != checksum:
            print(f"left out, since {path} is {'absent' if content is None else 'another text'}: {one.name}")
            return None
        contents[path] = content
    return contents


def audited(name: str, one: Listed, contents: Mapping[str, bytes], paths: Sequence[str]) -> Audited:
    """What citecheck makes of the files; a failure is a part of the outcome."""
    made = Audited(name, one.language)
    started = time.process_time()
    try:
        report = audit(paths, contents=contents, bibliography=one.bibliography)
    except CitecheckError as error:
        made.failures.append(f"refused: {error}")
        return made
    except Exception as error:  # Whatever fails is what is measured.
        made.failures.append(f"failed: {type(error).__name__}: {error}")
        return made
    made.seconds = time.process_time() - started
    made.failures += [f"rule failed: {crash.code}" for crash in report.crashes]
    made.unread = [f"{one.what} is not read, line {one.span.line}: {one.reason}" for one in report.unreadable]
    made.language = "+".join(version.document.lang for version in report.versions) or "–"
    for version in report.versions:
        _count(made, version)
    made.found = [_told(name, finding, report) for finding in report.findings]
    return made


def _count(made: Audited, version: Citations) -> None:
    made.notes += len(version.document.notes)
    made.markers += len(version.document.markers)
    made.entries += len(version.document.entries)
    resolvable = [one for one in version.resolved if one.status is not Status.NOTHING]
    made.citations += len(resolvable)
    made.resolved += sum(one.status in RESOLVED for one in resolvable)


def _told(name: str, finding: Finding, report: Report) -> Told:
    span = finding.place.span
    lines = span.source.text.splitlines()
    around = range(max(0, span.line - 2), min(len(lines), span.end_line + 1, span.line + 4))
    return Told(
        name,
        finding.fingerprint,
        finding.code,
        finding.severity.value,
        " → ".join(part for part in brief(finding, report, "en") if part),
        f"{span.source.path}:{span.line}:{span.column}",
        tuple(
            f"{'>' if at + 1 == span.line else ' '} {_window(lines[at], span.column if at + 1 == span.line else 1)}"
            for at in around
        ),
    )


def _window(line: str, column: int, width: int = 400) -> str:
    """The part of a long line around a column."""
    start = max(0, column - 1 - width // 2)
    return f"{'…' if start else ''}{line[start : start + width]}{'…' if len(line) > start + width else ''}"
