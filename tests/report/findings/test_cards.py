"""The cards of a page: what each says of a problem, where, and its passages."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from citecheck import audit
from citecheck.model.finding import Place
from citecheck.model.source import Anchor, Source, Span
from citecheck.report.findings.html import html_report
from tests.report.audited import audited
from tests.report.findings.test_html import held, of_rule, on, only, passage
from tests.report.samples import TEXT, report


def card(code: str, **told: Any) -> dict[str, Any]:
    """The card of the audited report that is about a rule, and says so of itself."""
    cards = held(html_report(audited()))["cards"]
    [one] = [one for one in cards if one["code"] == code and all(one[key] == value for key, value in told.items())]
    assert isinstance(one, dict)
    return one


def test_a_finding_stands_in_its_note_and_the_text_that_calls_it() -> None:
    one = card("CIT003")
    [case] = one["cases"]
    assert passage(one) == "[Le Gof] & Tanguy, 2018, p. 51"
    assert passage(one, block=0).startswith("Le port de Lannec a perdu 40 bateaux depuis 20055. La criée")
    assert [column["name"] for column in case["columns"]] == ["French", "English"]
    assert passage(one, column=1) == "Le Goff & Tanguy, 2018, p. 51"
    assert (one["where"][0], case["edits"], case["safe"]) == (
        "French note 5; entry 2",
        [["Le Gof", "Le Goff"]],
        True,
    )


def test_a_finding_about_two_versions_marks_the_spot_in_both() -> None:
    [one, _] = [one for one in held(html_report(audited()))["cards"] if one["code"] == "BIL003"]
    assert one["where"] == ["English note 1"]
    assert (passage(one, column=0), passage(one, column=1)) == ("Morvan, 2020, [p. 12]", "Morvan, 2020, [p. 15]")


def test_sections_and_sources_are_the_same_in_both_versions() -> None:
    page = held(html_report(audited()))
    french, english = card("CIT003"), card("CIT001", langs=["en"])
    assert page["sections"][french["section"]] == ["2 Les ports", "The ports"]
    assert page["sections"][english["section"]] == ["1 L'état des stocks", "The state of the stocks"]
    assert page["sources"][french["source"]] == "Le Goff & Tanguy, 2018"
    assert page["sources"][english["source"]] == "Ministry of the Sea, 2019"


def test_of_a_note_that_is_called_twice_the_card_names_what_it_cites() -> None:
    called = audit(
        ["-"], stdin=b"# Nets\n\nOne[^1], two[^1], three[^2].\n\n[^1]: Doe, 2020, p. 4.\n\n[^2]: Roe, 2021.\n"
    )
    page = held(html_report(called))
    [twice] = [one for one in page["cards"] if one["code"] == "NUM003"]
    assert page["sources"][twice["source"]] == "Doe, 2020"
    [found] = [found for found in called.findings if found.code == "NUM003"]
    several = (replace(found.place, note_id="2"),)
    [card] = held(html_report(replace(called, findings=(replace(found, related=several),))))["cards"]
    assert card["source"] is None


def test_a_card_comes_with_what_a_waiver_must_list() -> None:
    marks = [tuple(one["marks"]) for one in held(html_report(audited()))["cards"]]
    assert marks == [found.occurrences or (found.fingerprint,) for found in audited().findings]
    first = audited().findings[0]
    waiver = replace(first, code="WAI001", message="unused", values=(("rule", "PAG"),))
    assert held(html_report(replace(audited(), findings=(waiver,))))["cards"][0]["marks"] == []


def test_what_the_other_version_says_in_other_words_is_said_too() -> None:
    first = of_rule("CIT001")
    values = (("source", "Small, 2020"), *first.values[1:])
    other = replace(first, fingerprint="v1:en", twin=first.fingerprint, values=values, source="Small, 2020")
    other = replace(other, place=replace(first.place, lang="en"))
    [one] = held(html_report(replace(report(), findings=(replace(first, twin=first.fingerprint), other))))["cards"]
    assert one["message"].startswith("Petit, 2020 is cited")
    assert one["others"] == [["English", one["message"].replace("Petit", "Small")]]


def test_a_habit_is_one_card_with_its_cases() -> None:
    style = of_rule("STY003")
    several = tuple(replace(style, fingerprint=f"v1:{at}", values=(("word", f"word {at}"),)) for at in range(3))
    docs = {style.code: "Some notes end otherwise.\n\nFurther words."}
    [one] = held(html_report(replace(report(), findings=several, docs=docs)))["cards"]
    assert (one["message"], one["times"]) == ("Some notes end otherwise.", 3)
    assert [case["message"] for case in one["cases"]] == [f"Hides word {at}." for at in range(3)]
    [alike] = held(html_report(replace(report(), findings=several)))["cards"]
    assert alike["message"] == "Hides word 0."


def test_of_several_files_a_card_names_the_one() -> None:
    text = "# Nets\n\nThe nets (Doe, 2020, p. 4), again (Doe, 2020, p. 9-3).\n\n## References\n\nDoe, J. (2020). *Nets*. Leeds.\n"
    one = audit(["-"], stdin=text.encode())
    assert held(html_report(one))["cards"][0]["where"] == ["line 3"]
    [version] = one.versions
    sources = (*version.document.sources, Source("chapters/b.md", "x"))
    more = replace(one, versions=(replace(version, document=replace(version.document, sources=sources)),))
    assert held(html_report(more))["cards"][0]["where"] == ["- line 3"]


def test_of_a_document_without_lines_a_card_names_the_paragraphs() -> None:
    source = Source(
        "a.docx", "one\n\ntwo\n\nsix", anchors=(Anchor(0, "body", 1), Anchor(5, "body", 2), Anchor(10, "body", 4))
    )
    first, *others = (Place(Span(source, at, at + 3), "fr") for at in (0, 5, 10))
    one = only(replace(on("x", 0, 1, related=others), place=first))
    assert one["where"] == ["French paragraphs 1, 2, 4"]
    items = one["cases"][0]["columns"][0]["items"]
    assert [(item["label"], item["at"]) for item in items] == [("", "a.docx ¶1"), ("", "a.docx ¶2"), ("", "a.docx ¶4")]


def test_many_places_are_counted() -> None:
    text = "line\n\n" * 60
    places = [Place(Span(Source("a.md", text), 6 * at, 6 * at + 4), "fr", str(at), str(at)) for at in range(60)]
    one = only(on(text, 0, 4, related=places))
    assert len(one["cases"][0]["columns"][0]["items"]) == 4
    assert one["cases"][0]["also"].endswith("33 more")


def test_the_spot_is_marked_within_its_paragraph() -> None:
    text = "Another one.\n\n" + "left " * 200 + "HERE" + " right" * 200 + "\n\nA third one."
    start = text.index("HERE")
    shown = passage(only(on(text, start, start + 4)))
    assert shown.startswith("… left ")
    assert " [HERE] right" in shown
    assert shown.endswith(" right …")
    assert "one" not in shown


def test_an_empty_spot_is_marked_too() -> None:
    assert passage(only(on("ab cd", 3, 3))) == "ab [c]d"
    assert passage(only(on("ab cd", 5, 5))) == "ab c[d]"


def test_of_a_sparse_source_only_the_spot_is_shown() -> None:
    source = Source("a.md", TEXT, sparse=True)
    start = TEXT.index("appelle")
    found = on(TEXT, 0, 0)
    assert passage(only(replace(found, place=Place(Span(source, start, start + 7), "fr")))) == "[appelle]"
