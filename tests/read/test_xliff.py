"""Reading XLIFF as a translation tool saved it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.errors import InputError
from citecheck.read.xliff import Unit, Xliff, read_xliff
from tests.tried import tried

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:x="urn:x" version="2.1" srcLang="fr" trgLang="en">
  <file id="f">
    <notes><note>of the whole file</note></notes>
    <group id="g">
      <unit id="a">
        <x:data><x:unit id="b"/><x:segment state="odd"/></x:data>
        <notes>
          <note category="citecheck:difference">BIL003 …</note>
          <note category="comment">cut on
            <x:b>purpose</x:b> &amp; agreed</note>
          <note> </note>
        </notes>
        <segment state="final"><source>a</source><target>b</target></segment>
        <segment state="translated"><source>a</source><target>b</target></segment>
      </unit>
      <unit id="c"><segment><source>a</source></segment></unit>
      <unit id="d"><segment state="reviewed"><source/><target>b</target></segment></unit>
    </group>
  </file>
</xliff>
"""


def read(tmp_path: Path, text: str | bytes) -> Xliff:
    file = tmp_path / "a.xlf"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_xliff(str(file))


def test_units_have_the_state_of_their_least_segment_and_the_notes_of_people(tmp_path: Path) -> None:
    assert read(tmp_path, FILE) == Xliff(
        ("fr", "en"),
        (
            Unit("a", "translated", ("cut on purpose & agreed",)),
            Unit("c", "initial", ()),
            Unit("d", "reviewed", ()),
        ),
    )


@pytest.mark.parametrize("version", ["2.0", "2.2"])
def test_other_versions_of_two_are_read(tmp_path: Path, version: str) -> None:
    assert len(read(tmp_path, FILE.replace("document:2.0", f"document:{version}")).units) == 3


def test_other_encodings_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, FILE.replace("UTF-8", "UTF-16").encode("utf-16")) == read(tmp_path, FILE)


BOMB = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1: is no XML (no element found)"),
        ("# no XML\n", "1: is no XML ("),
        ("<a/>", "1: is no XLIFF: write one with --format xliff"),
        (FILE.replace("</file>", ""), "is no XML (mismatched tag)"),
        (FILE.replace("document:2.0", "document:1.2"), "2: is XLIFF 1: save it as XLIFF 2"),
        (
            FILE.replace('"final"', '"done"'),
            "14: unknown state 'done': use one of initial, translated, reviewed, final",
        ),
        (FILE.replace("?>\n", f"?>\n{BOMB}").replace("<note> ", "<note>&c;"), "2: has a document type declaration"),
        (BOMB + FILE.partition("\n")[2], "1: has a document type declaration"),
        (FILE.replace("<note> ", "<note>&c;"), "is no XML (undefined entity)"),
        (FILE.replace("UTF-8", "x-none"), "1: cannot be decoded (unknown encoding: x-none); save it as UTF-8"),
        ("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0'>" + "<group>" * 300, "elements lie more than 200 deep"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError) as error:
        read(tmp_path, text)
    assert str(error.value).startswith(f"{tmp_path / 'a.xlf'}:")
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_xliff(str(tmp_path / "none.xlf"))


@settings(max_examples=tried(30), deadline=None)
@given(cut=st.integers(0, len(FILE)), junk=st.binary(max_size=12))
def test_a_damaged_file_is_an_error_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, cut: int, junk: bytes
) -> None:
    raw = FILE.encode()
    with suppress(InputError):
        read(tmp_path_factory.mktemp("x"), raw[:cut] + junk + raw[cut:])
