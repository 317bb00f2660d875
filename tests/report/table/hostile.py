"""Tables of which every text is made to break or forge something."""

from __future__ import annotations

from hypothesis import strategies as st

from citecheck.model.alignment import Shape
from citecheck.model.decision import Decision, DecisionKind
from citecheck.model.finding import Severity
from citecheck.model.renumbering import Renumbered, Renumbering
from citecheck.model.table import Difference, NoteText, Passage, Piece, Row, Shift, Table, Verdict
from tests.report.hostile import PIECES, texts

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\uff1d1",
    ";=1",
    "a;\t@x",
    '"',
    ",",
    ";",
    "'=1",
    "\ufeff=1",
]

cells = st.sampled_from(FORMULAS) | texts | st.lists(st.sampled_from([*FORMULAS, *PIECES]), max_size=4).map("".join)
numbers = st.sampled_from(["1", "12", "3/12"]) | cells

differences = st.builds(
    Difference, st.just("BIL003"), st.sampled_from(Severity), cells, cells, st.integers(0, 9), st.none() | cells
)
notes = st.builds(
    NoteText,
    numbers,
    numbers,
    st.lists(st.builds(Piece, cells, st.booleans()), max_size=2).map(tuple),
    st.none() | st.builds(Passage, cells, cells, cells),
    st.lists(cells, max_size=2).map(tuple),
    cells,
    st.integers(0, 9),
)
decisions = st.builds(
    Decision,
    st.sampled_from(DecisionKind),
    st.just((("fr", ("k",)),)),
    st.just(()),
    cells,
    cells,
    cells,
    st.sampled_from(["", "2026-11-24"]),
    cells,
)
rows = st.builds(
    Row,
    st.lists(notes, max_size=2).map(tuple),
    st.lists(notes, max_size=2).map(tuple),
    cells,
    st.sampled_from(Shape),
    st.sampled_from(Verdict),
    st.lists(differences, max_size=2).map(tuple),
    st.just(0.5),
    st.booleans(),
    st.none() | decisions,
)
tables = st.builds(
    Table,
    st.just(("fr", "en")),
    st.just(("French", "English")),
    st.lists(rows, max_size=3).map(tuple),
    st.lists(st.builds(Shift, numbers, numbers, st.integers(-3, 3)), max_size=2).map(tuple),
    st.lists(differences, max_size=2).map(tuple),
    st.lists(decisions, max_size=2).map(tuple),
    st.none() | cells,
    st.lists(cells, max_size=2).map(tuple),
)
renumberings = st.builds(
    Renumbering,
    st.just(("en", "fr")),
    st.just(("English", "French")),
    st.lists(
        st.builds(
            Renumbered,
            st.none() | numbers,
            numbers,
            st.lists(numbers, max_size=2).map(tuple),
            st.lists(st.sampled_from(["merged", "split", "only", "missing", "crossed"]), max_size=2).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
)
