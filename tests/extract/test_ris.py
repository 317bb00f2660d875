"""The bibliography as RIS; that it is read back the same is tested with its reader."""

from __future__ import annotations

from citecheck.extract.exported import Exported, exported
from citecheck.extract.ris import ris
from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span
from tests.extract.samples import sample

SPAN = Span(Source("", ""), 0, 0)


def written(reference: Reference) -> list[str]:
    return ris([Exported("key", "en", reference)]).splitlines()


def test_records_begin_and_end() -> None:
    lines = ris(exported([sample()])).splitlines()
    assert sum(line.startswith("TY  - ") for line in lines) == lines.count("ER  - ") == 3
    assert all(line[2:6] == "  - " for line in lines if line)


def test_what_a_record_holds() -> None:
    names = (Person("Doe", "J."), Person("Smith, Sons and Daughters", corporate=True), Person("Plato"))
    reference = Reference(
        SPAN, names, year="2020", suffix="a", date="2020-05", title="Elms", pages="12-34", type="chapter", et_al=True
    )
    assert written(reference) == [
        "TY  - CHAP",
        "ID  - key",
        "AU  - Doe, J.",
        "AU  - Smith Sons and Daughters",
        "AU  - Plato,",
        "AU  - et al.",
        "PY  - 2020a",
        "DA  - 2020/05//",
        "TI  - Elms",
        "SP  - 12",
        "EP  - 34",
        "LA  - en",
        "ER  - ",
    ]


def test_types_that_ris_lacks_are_named() -> None:
    assert "M3  - interview" in written(Reference(SPAN, type="interview"))


def test_nothing_steers_a_terminal_or_a_service() -> None:
    text = "\n".join(written(Reference(SPAN, title="a\x1b[31m\nER  - \nb ##vso[x] ##[y]", url="https://a.org/##[z]")))
    assert "\x1b" not in text
    assert "##" not in text
    assert text.count("\nER  - ") == 1
