"""How notes end."""

from __future__ import annotations

import pytest

from tests.checks.style.auditing import flagged, mended, notes

BARE = tuple(f"Doe, 2020, p. {page}" for page in (4, 5, 6))
STOPPED = tuple(f"{note}." for note in BARE)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((*BARE, "Roe, 2019, p. 7."), [["Roe, 2019, p. 7."]]),
        ((*STOPPED, "Roe, 2019, p. 7"), [["Roe, 2019, p. 7"]]),
        ((*STOPPED, "Roe, 2019, p. 7", "Ibid., p. 8"), [["Roe, 2019, p. 7", "Ibid., p. 8"]]),
        ((*STOPPED, "Doe *et al.*, 2018"), [["Doe *et al.*, 2018"]]),
        (
            (*STOPPED, "Answer no. 4512, *Gazette*, 9 May 2014, p. 133"),
            [["Answer no. 4512, *Gazette*, 9 May 2014, p. 133"]],
        ),
        ((*STOPPED, "Answer no. 4512, 9 May 2014, pp. 3–5"), [["Answer no. 4512, 9 May 2014, pp. 3–5"]]),
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_another_ending_is_found(texts: tuple[str, ...], expected: list[list[str]], lang: str) -> None:
    assert flagged("STY003", notes(*texts), lang) == expected


@pytest.mark.parametrize(
    "texts",
    [
        (*BARE, *STOPPED),
        (*BARE[:2], "Roe, 2019, p. 7."),
        (*BARE, "Nobody has counted them since 2004."),
        (*BARE, "Ibid."),
        (*BARE, "Roe, n.d."),
        (*BARE, "Doe, 2020, p. 9, who does not say why."),
        (*BARE, "The count stands on p. 9."),
        (*STOPPED, "Roe, R. (2019). *Two*. Press. https://press.example/two"),
        (*STOPPED, "Roe, R. (2019). *Two*. Press. htps://press.example/two"),
        (*STOPPED, "Roe, R. (2019). *Two*. Press. <https://press.example/two>"),
        (*STOPPED, "Roe, R. (2019). *Two*. www.press.example/two"),
        (*STOPPED, "Is it as Roe says (Roe, 2019)?"),
        (*STOPPED, "Roe, op. cit."),
    ],
    ids=[
        "half-and-half", "too-few", "comment", "ibid", "no-date", "comment-after", "comment-with-page", "address", "broken-address", "linked-address", "www",
        "question", "op-cit",
    ],
)  # fmt: skip
def test_what_shows_no_habit_or_tells_nothing_is_passed_over(texts: tuple[str, ...]) -> None:
    assert flagged("STY003", notes(*texts)) == []


def test_the_fix_adds_the_stop_or_takes_it_away() -> None:
    assert "Roe, 2019, p. 7\n" in mended("STY003", notes(*BARE, "Roe, 2019, p. 7."))
    assert "Roe, 2019, p. 7.\n" in mended("STY003", notes(*STOPPED, "Roe, 2019, p. 7"))
    assert "*Two*, 2019.\n" in mended("STY003", notes(*STOPPED, "Roe, *Two*, 2019"))
