"""Job: what an audit reads, and how it judges it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.decision import Decision
from citecheck.model.document import Document
from citecheck.model.gate import Gate
from citecheck.model.links import LinkReport
from citecheck.model.sources import SourceReport

CheckLinks = Callable[[Sequence[Document]], LinkReport]
"""What finds out what became of every URL of the documents."""
CheckSources = Callable[[Sequence[Citations], Sequence[Alignment]], SourceReport]
"""What finds out what the registries know of every work of the versions."""


class Job(Struct, frozen=True, kw_only=True):
    """One report to audit: ``paths`` in reading order, ``langs`` as (language, path), or the extracted ``data`` folder.

    ``bibliography`` are the files (BibTeX, RIS, CSL-JSON …) that stand in for a printed bibliography, ``databases`` those
    that it is compared with; ``stdin`` is what the path
    ``-`` means, and ``contents`` what other paths mean instead of their files; ``rejected`` takes tracked
    changes as rejected. ``select`` and ``ignore`` name rules by
    code, prefix or name; ``apart`` says that only the selected rules explain each other's findings. ``own_rates`` are
    (currency, year or day, what one euro is), beside the official ones unless these are not wanted. ``decisions`` pair
    notes of two versions, and waive what they accept; ``gate`` is what else the user settled about findings; ``corrects``
    keeps what would be changed in documents, for who can change them. ``links``
    asks the network for every URL, ``sources`` the registries for every work, and without them nothing does.
    """

    paths: tuple[str, ...] = ()
    langs: tuple[tuple[str, str], ...] = ()
    bibliography: tuple[str, ...] = ()
    databases: tuple[str, ...] = ()
    stdin: bytes | None = None
    data: Path | None = None
    contents: Mapping[str, bytes] | None = None
    rejected: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    apart: bool = False
    own_rates: tuple[tuple[str, str, Decimal], ...] = ()
    official_rates: bool = True
    decisions: tuple[Decision, ...] = ()
    gate: Gate = Gate()
    corrects: bool = False
    links: CheckLinks | None = None
    sources: CheckSources | None = None
