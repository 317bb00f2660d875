"""The same bytes from every Python: each output of each document, side by side.

    python bench/pythons/run.py [--python FILE …] [--report FILE] [--few]

Audits in all formats, extracted data, alignments, exports and corrections of the report, of the data in data/ and of the documents
of the tests, by this Python and by others. Others are those of ``--python``, which must have what citecheck needs, or else the
environments ``.venv-*`` in this folder; ``PYTHON install.py .venv-3.12`` makes one. Exits 1 where a byte differs, 2 where there
is no other Python.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
REPORT = ROOT.parent / "shared" / "report" / "dgris-2023.md"
FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "markdown", "html")
RECONCILED = ("text", "json", "csv", "html", "xlsx")
RUNNER = """
import contextlib, hashlib, io, json, os, sys
from pathlib import Path
from citecheck.cli import run
made = {}
for name, folder, commands in json.load(sys.stdin):
    os.chdir(folder)
    for words in commands:
        err = io.StringIO()
        with contextlib.redirect_stderr(err):
            status = run(words)
        made[f"{name}: {' '.join(words)}"] = f"{int(status)} {hashlib.sha256(err.getvalue().encode()).hexdigest()[:12]}"
    out = Path("out")
    for file in sorted(out.rglob("*")):
        if file.is_file():
            made[f"{name}: {file.name}"] = hashlib.sha256(file.read_bytes()).hexdigest()
print(json.dumps(made))
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs and prints what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", type=Path, action="append", help="another Python; may be repeated")
    parser.add_argument("--report", type=Path, default=REPORT, help="a report beside the documents of the tests")
    parser.add_argument("--few", action="store_true", help="a few documents only")
    options = parser.parse_args(arguments)
    others = options.python or environments()
    if not others:
        print(
            "no other Python: name one with --python, or make one with 'PYTHON install.py .venv-3.12'", file=sys.stderr
        )
        return 2
    with tempfile.TemporaryDirectory() as folder:
        made = {
            python: outputs(python, Path(folder) / str(at), options)
            for at, python in enumerate([Path(sys.executable), *others])
        }
    own, *rest = made.values()
    bad = 0
    print(f"{len(own)} outputs of {version(Path(sys.executable))}")
    for python, other in zip(others, rest, strict=True):
        differing = [name for name in {**own, **other} if own.get(name) != other.get(name)]
        bad += len(differing)
        print("\n    ".join([f"{version(python)}: {len(differing)} differ", *differing]))
    return int(bad > 0)


def environments() -> list[Path]:
    """The Pythons of the environments beside the checkout's own."""
    found = [
        folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python") for folder in sorted(ROOT.glob(".venv-*"))
    ]
    return [python for python in found if python.is_file()]


def version(python: Path) -> str:
    """What a Python calls itself."""
    return subprocess.run([python, "--version"], capture_output=True, text=True, check=True).stdout.strip()


def outputs(python: Path, folder: Path, options: argparse.Namespace) -> Mapping[str, str]:
    """What every command writes with a Python, as hashes by the document's name and the file's."""
    jobs = []
    for name, files in documents(options):
        place = folder / name
        place.mkdir(parents=True)
        for file, data in files.items():
            (place / file).parent.mkdir(parents=True, exist_ok=True)
            (place / file).write_bytes(data)
        (place / "out").mkdir()
        jobs.append((name, str(place), commands(files)))
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI_"))}
    environment |= {
        "PYTHONPATH": str(ROOT / "src"),
        "SOURCE_DATE_EPOCH": "1790000000",
        "PYTHONHASHSEED": "random",
        "LC_ALL": "C.UTF-8",
    }
    ran = subprocess.run(
        [python, "-c", RUNNER],
        input=json.dumps(jobs),
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    if ran.returncode:
        sys.exit(f"{python}: {ran.stderr[-2000:]}")
    made = json.loads(ran.stdout.splitlines()[-1])
    assert isinstance(made, dict)
    return made


def documents(options: argparse.Namespace) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """The documents: their names, and the files of each."""
    corpus = sorted((ROOT / "tests" / "corpus").rglob("*.md"))
    for file in corpus[:: 12 if options.few else 1]:
        yield file.stem, {"a.md": file.read_bytes()}
    if options.few:
        return
    yield "data", {f"data/{file.name}": file.read_bytes() for file in sorted((ROOT / "data").glob("*.json"))}
    if options.report.is_file():
        yield "report", {"a.md": options.report.read_bytes()}


def commands(files: Mapping[str, bytes]) -> list[list[str]]:
    """What is done with a document."""
    paths = ["a.md"] if "a.md" in files else []
    made = [
        ["audit", "-q", *[f"--output={name}=out/{ui}.{name}" for name in FORMATS], f"--ui={ui}", *paths]
        for ui in ("en", "fr")
    ]
    made += [["reconcile", "-q", f"--format={name}", f"--output=out/notes.{name}", *paths] for name in RECONCILED]
    made += [["reconcile", "-q", "--renumber=fr", "--format=json", "--output=out/renumbered.json", *paths]]
    made += [
        ["export", "-q", "--to=bibtex", "--output=out/a.bib", *paths],
        ["export", "-q", "--to=csl-json", "--output=out/a.csl", *paths],
    ]
    made += [
        ["show", stage, "-q", "--format=json", f"--output=out/{stage}.json", *paths]
        for stage in ("document", "citations", "numbering")
    ]
    made += [["links", "-q", "--offline", "--no-cache", "--format=json", "--output=out/links.json", *paths]]
    if paths:
        made += [
            ["extract", "-q", "-o", "out/data", *paths],
            ["fix", "-q", "--output=out/a.diff", "--color=never", *paths],
        ]
    return made


if __name__ == "__main__":
    sys.exit(main())
