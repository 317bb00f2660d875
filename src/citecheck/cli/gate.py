"""What decides whether findings fail the gate: waivers, baselines and earlier states, as the command line names
them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from citecheck.cli.common import Inputs, complain, tell
from citecheck.cli.writing import choose_destination, encoded, write_files
from citecheck.errors import ConfigError, InputError, MissingFileError, UsageError

if TYPE_CHECKING:
    from citecheck.config import Config
    from citecheck.model.gate import Gate, Known
    from citecheck.model.job import Job
    from citecheck.model.report import Report

Baseline = Annotated[
    str | None,
    typer.Option("--baseline", metavar="FILE", help="Findings that FILE lists are known and do not fail the gate."),
]
UpdateBaseline = Annotated[
    bool, typer.Option("--update-baseline", help="Write all findings that are not waived to the baseline.")
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="REF",
        help="Compare with the files as they were at REF (Git): what is new since then counts.",
    ),
]
NoWaivers = Annotated[
    bool, typer.Option("--no-waivers", help="Waive nothing, whatever comments, configuration and decisions say.")
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DATE",
        help="The day by which waivers expire.  [default: SOURCE_DATE_EPOCH, else now]",
        show_default=False,
    ),
]

WROTE = "wrote {file}: {known} known ({new} of them new, {gone} gone)"

Audit = Callable[["Job"], "Report"]
"""Audits a report."""


def day_of(said: str | None) -> date | None:
    """The day that --today says, else SOURCE_DATE_EPOCH; None where only the clock can tell."""
    if said is not None:
        try:
            return date.fromisoformat(said)
        except ValueError:
            raise UsageError(f"--today {said}: write a day, as in --today 2026-11-24") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}: it must be a number of seconds since 1970") from None


def gate_of(config: Config, today: str | None, no_waivers: bool = False) -> Gate:
    """What the configuration and the command line settle about findings."""
    from citecheck.model.gate import Gate

    return Gate(
        severity=config.severity,
        files=config.files,
        waivers=config.waivers,
        hold=not no_waivers,
        today=day_of(today),
    )


class Memory:
    """What is known of earlier findings: a baseline, or the state of the files at a commit."""

    def __init__(self, config: Config, baseline: str | None, update: bool, since: str | None) -> None:
        if since is not None and (baseline is not None or update):
            raise UsageError("--since and --baseline are two ways to say what is known: use one of them")
        named = baseline if baseline is not None else config.baseline
        self.file = Path(named) if named is not None and since is None else None
        self.update = update
        self.since = since
        self.known: tuple[Known, ...] = ()
        if update and self.file is None:
            raise UsageError("--update-baseline needs a file: name it with --baseline FILE")
        if self.file is not None:
            self.known = _read(self.file, update)

    @property
    def files(self) -> tuple[str, ...]:
        """The file of the baseline, where there is one."""
        return () if self.file is None else (str(self.file),)

    def keep_off(self, inputs: Inputs) -> None:
        """Raises UsageError where the baseline would be written over a file that is read for something else."""
        if self.update:
            choose_destination(str(self.file), inputs.files, "--baseline")

    def known_to(self, job: Job, audit: Audit, quiet: bool) -> Gate:
        """The settings of the job with all that is known. For an earlier state this audits it."""
        if self.since is None:
            return replace(job.gate, known=self.known)
        past = _earlier(self.since, job, audit, quiet)
        return job.gate if past is None else replace(job.gate, known=past, since=self.since)

    def settled(self, report: Report, quiet: bool) -> Report:
        """The report as it is once the baseline is written, where it has to be."""
        if not self.update or self.file is None:
            return report
        from citecheck.triage.baseline import baseline_text, compared, known_of, was_judged

        langs = {version.lang for version in report.versions}
        kept = [one for one in self.known if not was_judged(one, report, langs)]
        write_files([(self.file, encoded(baseline_text(report.findings, kept)))])
        there = {(one.code, one.fingerprint) for one in self.known}
        now = known_of(report)
        if not quiet:
            new = sum((one.code, one.fingerprint) not in there for one in now)
            tell(WROTE, file=self.file, known=len(now) + len(kept), new=new, gone=len(report.fixed))
        return replace(report, findings=compared(report.findings, now))


def _read(file: Path, update: bool) -> tuple[Known, ...]:
    from citecheck.read.files import read_bytes
    from citecheck.triage.baseline import read_baseline

    try:
        text = read_bytes(str(file), "name a baseline").decode("utf-8-sig")
    except MissingFileError:
        if update:
            return ()
        raise InputError(f"{file} does not exist: make it with --baseline {file} --update-baseline") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigError(f"{file}:{line}: is no baseline that can be read (it is not UTF-8)") from error
    return read_baseline(text, str(file)) if text.strip() or not update else ()


def _earlier(ref: str, job: Job, audit: Audit, quiet: bool) -> tuple[Known, ...] | None:
    """The findings that the files had at a commit; None where that cannot be found out, which is said."""
    from citecheck.read.history import read_past
    from citecheck.triage.baseline import known_of

    data = () if job.data is None else (str(job.data / "footnotes.json"), str(job.data / "bibliography.json"))
    paths = [*job.paths, *(path for _, path in job.langs), *data, *job.bibliography]
    if "-" in paths:
        raise UsageError("--since: standard input (-) has no earlier state; name files")
    included = _included(job)
    past = read_past(ref, [*paths, *included])
    if past.obstacle:
        complain(f"--since {ref}: {past.obstacle}; all findings count as new")
        return None
    for path in () if quiet else (path for path in past.missing if path not in included):
        tell("{path} did not exist at {ref}: all that is found in it counts as new", path=path, ref=ref)
    there = {**dict.fromkeys((path for path in included if path in past.missing), b""), **past.contents}
    try:
        if data:
            return known_of(_audited(job, data, there, audit)) if there.keys() >= {*data} else ()
        then = _of_then(job, there)
        return known_of(audit(then)) if then.paths or then.langs else ()
    except InputError as error:
        complain(f"the state at {ref} cannot be audited ({error}); all findings count as new")
        return ()


def _included(job: Job) -> tuple[str, ...]:
    """The files that the job's documents include now, but for those that it names itself."""
    from citecheck.read.documents import read_document
    from citecheck.read.readers import includes

    named = [*job.paths, *(path for _, path in job.langs)]
    documents = (read_document(path).paths for path in named if includes(path) and Path(path).is_file())
    return tuple(dict.fromkeys(path for paths in documents for path in paths if path not in named))


def _of_then(job: Job, there: Mapping[str, bytes]) -> Job:
    """The job with the files that were ``there``, as they were."""
    return replace(
        job,
        paths=tuple(path for path in job.paths if path in there),
        langs=tuple((lang, path) for lang, path in job.langs if path in there),
        bibliography=tuple(path for path in job.bibliography if path in there),
        contents=there,
    )


def _audited(job: Job, data: Sequence[str], there: Mapping[str, bytes], audit: Audit) -> Report:
    """The audit of data files as they were, which are read from a folder."""
    with TemporaryDirectory(prefix="citecheck-") as folder:
        for path in data:
            (Path(folder) / Path(path).name).write_bytes(there[path])
        return audit(replace(_of_then(job, there), data=Path(folder)))
