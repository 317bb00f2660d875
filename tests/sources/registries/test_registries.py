"""The registries as a whole: found by looking, silent where they cannot help, and never misled by what is no answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.model.answer import Answer, Failure
from citecheck.model.records import Outcome
from citecheck.model.sources import SourceClass
from citecheck.sources.registries import load_registries
from tests.sources.answers import HTML, SUBJECT, answer, crossref, recorded

REGISTRIES = sorted(load_registries())


def test_they_are_found_by_looking() -> None:
    assert {"arxiv", "crossref", "datacite", "doi", "hal", "openalex", "openlibrary", "pubmed"} <= set(REGISTRIES)


@pytest.mark.parametrize("name", REGISTRIES)
@pytest.mark.parametrize("status", [200, 301, 400, 401, 403, 404, 429, 500, 503])
def test_a_page_of_html_is_no_answer(name: str, status: int) -> None:
    assert load_registries()[name].read(answer(HTML, status)).outcome is Outcome.NO_ANSWER


@pytest.mark.parametrize("name", REGISTRIES)
@pytest.mark.parametrize("body", [b"", b"null", b"[1]", b"{}", b'"x"', b"<feed/>", b"\xff\xfe", b"[" * 5000])
def test_what_is_of_another_shape_is_no_answer(name: str, body: bytes) -> None:
    assert load_registries()[name].read(answer(body)).outcome in (Outcome.NO_ANSWER, Outcome.NOT_THERE)


@pytest.mark.parametrize("name", REGISTRIES)
def test_silence_is_no_answer(name: str) -> None:
    assert load_registries()[name].read(Answer("u", "u", failure=Failure.TIMEOUT)).outcome is Outcome.NO_ANSWER


@pytest.mark.parametrize("name", REGISTRIES)
@given(body=st.binary(max_size=200))
def test_nothing_makes_one_fail(name: str, body: bytes) -> None:
    assert load_registries()[name].read(answer(body)).outcome is not Outcome.FOUND


@given(cut=st.integers(0, 10_000))
def test_an_answer_that_is_cut_is_none(cut: int) -> None:
    whole = crossref().body
    assert load_registries()["crossref"].read(answer(whole[: cut % len(whole)])).outcome is Outcome.NO_ANSWER


@pytest.mark.parametrize("name", REGISTRIES)
def test_a_body_that_broke_off_is_no_answer(name: str) -> None:
    assert load_registries()[name].read(replace(crossref(), complete=False)).outcome is Outcome.NO_ANSWER


@pytest.mark.parametrize("name", REGISTRIES)
def test_what_nobody_has_is_asked_of_nobody(name: str) -> None:
    nothing = replace(SUBJECT, kind=SourceClass.NOBODY, doi=None, titles=())
    registry = load_registries()[name]
    assert registry.by_identifier(nothing, "") is None
    assert registry.by_words(nothing, "") is None


@pytest.mark.parametrize("name", REGISTRIES)
def test_all_recorded_answers_are_read(name: str) -> None:
    registry = load_registries()[name]
    for told, given_answer in recorded(name):
        outcome = registry.read(given_answer).outcome
        if told["status"] != 200:
            assert outcome is not Outcome.FOUND, told["file"]
        elif name not in ("doi", "unpaywall") and "esearch" not in told["file"]:
            assert outcome is not Outcome.NO_ANSWER, told["file"]
        half = given_answer.body[: len(given_answer.body) // 2]
        assert registry.read(answer(half, told["status"])).outcome is not Outcome.FOUND, told["file"]
