"""Every reader of documents on damaged files: a text or a clear error, and nothing else."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from citecheck import audit
from citecheck.errors import CitecheckError
from tests.read.test_contract import FORMATS, MORE, pandoc
from tests.skips import needs_pandoc
from tests.tried import tried

PIECES = (
    b"<", b">", b"</", b"/>", b"&#x0;", b"&a;", b"]]>", b"<!--", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b'"', b"{", b"}", b"\\", b"%",
    b"\\input{/etc/passwd}", b"\\footnote{", b"$", b"\0", b"\xff", b"\xe2\x80\xae", b"-1", b"99999999999999999999",
)  # fmt: skip
OURS = tuple(ending for ending in FORMATS if ending in ("docx", "odt", "html", "epub", "tex"))
"""Those that citecheck reads itself; the others go through pandoc, a process for each."""


def mutated(raw: bytes, random: Random) -> bytes:
    """Bytes with one to four changes: some cut out, doubled, flipped, or put in."""
    made = bytearray(raw)
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(made) + 1)
        until = min(at + random.choice((1, 2, 8, 64, 512)), len(made))
        change = random.randrange(5)
        if change == 0:
            del made[at:until]
        elif change == 1:
            made[at:at] = made[at:until]
        elif change == 2 and at < len(made):
            made[at] ^= 1 << random.randrange(8)
        elif change == 3:
            made[at:at] = random.choice(PIECES)
        else:
            del made[at:]
            made = made or bytearray(b" ")
            break
    return bytes(made)


def in_a_part(raw: bytes, random: Random) -> bytes:
    """A zip of which one part is mutated, gone or there twice, packed anew."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    at = random.randrange(len(parts))
    name, content = parts[at]
    change = random.randrange(10)
    parts[at : at + 1] = [] if change == 0 else [(name, mutated(content, random))] * (2 if change == 1 else 1)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            if name not in archive.namelist():
                archive.writestr(name, content)
    return packed.getvalue()


@needs_pandoc
@pytest.mark.thorough(only=True)
@pytest.mark.parametrize("ending", OURS)
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, ending: str) -> None:
    pandoc(tmp_path / f"report.{ending}", FORMATS[ending], *MORE.get(ending, ()))
    raw = (tmp_path / f"report.{ending}").read_bytes()
    packed = raw.startswith(b"PK")
    refused = 0
    for seed in range(tried(10, 150)):
        random = Random(f"{ending} {seed}")
        changed = in_a_part(raw, random) if packed and random.random() < 0.8 else mutated(raw, random)
        path = tmp_path / f"{seed}.{ending}"
        path.write_bytes(changed)
        told = said(str(path))
        refused += told is not None
        assert told is None or path.name in told, seed
    assert refused < tried(10, 150)


def said(path: str) -> str | None:
    """The error of an audit; None where there is a report."""
    try:
        report = audit([path])
    except CitecheckError as error:
        return str(error)
    return "a rule failed" if report.crashes else None
