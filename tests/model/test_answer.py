"""What asking for an address came to: the type of the page, and nothing that a reader could change."""

from __future__ import annotations

import pytest

from citecheck.model.answer import NO_HEADERS, UNCONNECTED, Answer, Failure


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Text/HTML; charset=utf-8", "text/html"),
        (" application/pdf ", "application/pdf"),
        (";charset=utf-8", ""),
        ("", ""),
    ],
)
def test_the_media_type_is_in_lower_case_and_has_no_parameters(header: str, kind: str) -> None:
    assert Answer("https://a.example", "https://a.example", headers={"content-type": header}).media_type == kind


def test_an_answer_without_headers_has_no_media_type_and_shares_headers_that_nobody_can_fill() -> None:
    answer = Answer("https://a.example", "https://a.example")
    assert answer.media_type == ""
    assert answer.headers is NO_HEADERS
    with pytest.raises(TypeError):
        NO_HEADERS["content-type"] = "text/html"  # type: ignore[index]


def test_a_host_that_was_too_slow_to_answer_was_reached() -> None:
    assert Failure.CONNECT_TIMEOUT in UNCONNECTED
    assert not UNCONNECTED & {Failure.TIMEOUT, Failure.RESET, Failure.CERTIFICATE}
