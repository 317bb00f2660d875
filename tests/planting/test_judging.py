from __future__ import annotations

from dataclasses import replace

from tests.planting.documents import read
from tests.planting.judging import audited, base_audited, findings_beyond, judge, kinds
from tests.planting.plants import Plant
from tests.planting.samples import ENGLISH, english


def planted(old: str, new: str, codes: tuple[str, ...]) -> Plant:
    """One word of the English report changed, once."""
    at = ENGLISH.index(old)
    return Plant("test", new, ENGLISH.replace(old, new, 1), ((at, at + len(new)),), codes, ENGLISH)


def test_an_error_is_found_once() -> None:
    outcome = judge(english(), planted("Harrington, 2011, p. 18", "Harrington, 2001, p. 18", ("CIT004",)))
    assert [finding.code for finding in outcome.found] == ["CIT004"]
    assert (outcome.extra, outcome.allowed, outcome.raised) == ((), (), ())


def test_a_finding_elsewhere_or_of_another_rule_is_extra() -> None:
    plant = planted("Harrington, 2011, p. 18", "Harrington, 2001, p. 18", ("NUM001",))
    for wrong in (plant, replace(plant, codes=("CIT004",), spots=((0, 6),))):
        outcome = judge(english(), wrong)
        assert (outcome.found, [finding.code for finding in outcome.extra]) == ((), ["CIT004"])
    assert [one.code for one in judge(english(), replace(plant, follows=("CIT004",))).allowed] == ["CIT004"]


def test_what_the_document_has_already_does_not_count() -> None:
    clean = read("salt", ("salt.md",), [ENGLISH.replace("Okafor, 2018, p. 7", "Okafor, 2017, p. 7")])
    before = base_audited(clean)
    assert [finding.code for finding in before.findings if finding.code == "CIT004"] == ["CIT004"]
    assert findings_beyond(before, audited(clean, clean.text)) == []


def test_a_base_is_audited_once() -> None:
    assert base_audited(english()) is base_audited(english())


def test_kinds_without_a_rule_are_left_out() -> None:
    assert "NUM001" in {code for kind in kinds() for code in kind.codes}
