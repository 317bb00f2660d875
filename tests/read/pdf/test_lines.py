"""Lines of runs."""

from __future__ import annotations

from citecheck.read.pdf.lines import Line, lines_of, raised
from citecheck.read.pdf.runs import Run


def run(text: str, left: float, base: float = 500, size: float = 10, order: int = 0, *, superior: bool = False) -> Run:
    edges = [(left + 5 * at, left + 5 * at + 5) for at in range(len(text))]
    return Run(text, edges, base, size, False, False, superior, order)


def read(*runs: Run) -> list[Line]:
    for at, one in enumerate(runs):
        one.order = at
    return lines_of(runs)


def test_runs_beside_each_other_are_a_line() -> None:
    [made] = read(run("The harbour ", 50), run("12", 110, 504, 6.5), run(" was", 120))
    assert made.text == "The harbour 12 was"
    assert [raised(one, made) for one in made.runs] == [False, True, False]


def test_figures_high_above_the_line_are_raised_in_its_size() -> None:
    [made] = read(run("harbours", 50), run("1", 90, 503, 9))
    assert raised(made.runs[1], made)


def test_superior_figures_are_raised_where_they_stand() -> None:
    [made] = read(run("harbours", 50), run("1", 90, superior=True))
    assert raised(made.runs[1], made)


def test_a_mark_that_is_drawn_behind_the_page_comes_into_its_place() -> None:
    [first, second] = read(run("The harbour", 50), run("Two boats", 50, 480), run("12", 105, 504, 6.5))
    assert (first.text, second.text) == ("The harbour12", "Two boats")


def test_a_mark_is_set_into_a_run_that_has_room_for_it() -> None:
    whole = run("portboats", 50)
    whole.edges[4:] = [(left + 12, right + 12) for left, right in whole.edges[4:]]
    [made] = read(whole, run("1", 72, 504, 6))
    assert made.text.replace(" ", "") == "port1boats"


def test_what_is_far_apart_is_no_line() -> None:
    assert [one.text for one in read(run("Boat", 50), run("12 tons", 250))] == ["Boat", "12 tons"]


def test_a_line_has_edges_and_a_height() -> None:
    [made] = read(run("Boat", 50))
    assert (made.left, made.right, made.top, made.bottom, made.length, made.bold) == (50, 70, 507.5, 498, 4, False)
