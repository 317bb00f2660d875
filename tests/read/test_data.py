"""Reading the data files back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from citecheck.errors import InputError
from citecheck.extract.csl import bibliography_json
from citecheck.extract.footnotes import footnotes_json
from citecheck.model.document import Document
from citecheck.parse import parse
from citecheck.read.data import read_data
from citecheck.read.files import read_source
from citecheck.read.versions import versions
from tests.extract.samples import generated, normal, other_language, sample
from tests.skips import REPORT, needs_report
from tests.tried import tried


def write(folder: Path, *documents: Document) -> Path:
    (folder / "footnotes.json").write_text(footnotes_json(documents), "utf-8")
    (folder / "bibliography.json").write_text(bibliography_json(documents), "utf-8")
    return folder


def test_extracted_documents_come_back(tmp_path: Path) -> None:
    document = sample()
    versions = (document, other_language(document))
    back = read_data(write(tmp_path, *versions))
    assert normal(back) == normal(versions)
    assert all(one.sparse for one in back)
    assert back[0].entries[1].references[1].span.text.startswith("Müller")


@settings(max_examples=tried(8), deadline=None, suppress_health_check=list(HealthCheck))
@given(documents=generated())
def test_whatever_is_extracted_comes_back(tmp_path: Path, documents: tuple[Document, ...]) -> None:
    distinct = tuple(
        Document(**{name: getattr(one, name) for name in one.__slots__} | {"entries": _distinct(one)})
        for one in documents
    )
    assert normal(read_data(write(tmp_path, *distinct))) == normal(distinct)


def _distinct(document: Document) -> tuple[Any, ...]:
    """The entries with ids of their own, as every parser gives them."""
    return tuple({entry.entry_id: entry for entry in document.entries}.values())


@needs_report
def test_the_real_report_comes_back(tmp_path: Path) -> None:
    documents = tuple(parse(one) for one in versions([(read_source(str(REPORT)), None)]))
    assert normal(read_data(write(tmp_path, *documents))) == normal(documents)


def change(folder: Path, name: str, how: Callable[[Any], Any]) -> None:
    path = folder / name
    path.write_text(json.dumps(how(json.loads(path.read_text("utf-8")))), "utf-8")


def drop(data: Any, *way: Any) -> Any:
    at = data
    for step in way[:-1]:
        at = at[step]
    del at[way[-1]]
    return data


def put(data: Any, value: Any, *way: Any) -> Any:
    at = data
    for step in way[:-1]:
        at = at[step]
    at[way[-1]] = value
    return data


@pytest.mark.parametrize(
    ("name", "how", "says"),
    [
        ("footnotes.json", lambda data: [], "it has no schema"),
        ("footnotes.json", lambda data: put(data, "citecheck/footnotes/2", "schema"), "'citecheck/footnotes/2'"),
        ("footnotes.json", lambda data: drop(data, "sources"), "[0].custom.file: footnotes.json has no source"),
        (
            "footnotes.json",
            lambda data: put(data, [], "versions"),
            "[0].language: footnotes.json has no version in 'fr'",
        ),
        ("footnotes.json", lambda data: put(data, "x", "versions", "fr"), "fr: expected `object`"),
        ("footnotes.json", lambda data: put(data, "x", "versions", "fr", "notes", 0, "at"), "fr.notes[0].at: expected"),
        ("bibliography.json", lambda data: {}, "expected `array`, got `object`"),
        ("bibliography.json", lambda data: ["x"], "[0]: expected `object`"),
        ("bibliography.json", lambda data: drop(data, 1, "custom"), "[1]: object missing required field `custom`"),
        (
            "bibliography.json",
            lambda data: put(data, "de", 1, "language"),
            "[1].language: footnotes.json has no version in 'de'",
        ),
        (
            "bibliography.json",
            lambda data: put(data, "x", 1, "custom", "file"),
            "[1].custom.file: footnotes.json has no source of that path",
        ),
        ("bibliography.json", lambda data: put(data, [5, 1], 0, "custom", "body"), "fr.entries[0]: body"),
        (
            "bibliography.json",
            lambda data: put(data, 3, 0, "custom", "reference", "title"),
            "[0].custom.reference.title: expected `str | null`, got `int`",
        ),
    ],
)
def test_damage_is_named(tmp_path: Path, name: str, how: Callable[[Any], Any], says: str) -> None:
    change(write(tmp_path, sample()), name, how)
    with pytest.raises(InputError) as caught:
        read_data(tmp_path)
    message = str(caught.value)
    assert says in message
    assert str(tmp_path) in message
    assert f"citecheck extract PATH… -o {tmp_path}" in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{\n\n  oops", "line 3: broken JSON"),
        (b"\xff\xfe\xfa", "UTF-8"),
        (b"[" * 200_000, "nesting too deep"),
        (b"9" * 9_000, "a number is too long"),
    ],
)
@pytest.mark.parametrize("name", ["footnotes.json", "bibliography.json"])
def test_broken_files(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (write(tmp_path, sample()) / name).write_bytes(content)
    with pytest.raises(InputError, match=says) as caught:
        read_data(tmp_path)
    assert name in str(caught.value)


@pytest.mark.parametrize("name", ["footnotes.json", "bibliography.json"])
def test_a_missing_file(tmp_path: Path, name: str) -> None:
    (write(tmp_path, sample()) / name).unlink()
    with pytest.raises(InputError, match=rf"{name} does not exist: write it anew with `citecheck extract"):
        read_data(tmp_path)


def test_a_directory_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "footnotes.json").mkdir()
    with pytest.raises(InputError, match="is a directory: write it anew with"):
        read_data(tmp_path)


def test_keys_of_other_programs_are_ignored(tmp_path: Path) -> None:
    write(tmp_path, sample())
    change(tmp_path, "bibliography.json", lambda data: [{**item, "note": "x"} for item in data])
    assert normal(read_data(tmp_path)) == normal((sample(),))
