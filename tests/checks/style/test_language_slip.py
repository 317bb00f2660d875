"""Words and signs of the other language."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck import pipeline
from citecheck.checks import NEEDS_SOURCE, load_rules, run_rules
from citecheck.extract.csl import bibliography_json
from citecheck.extract.footnotes import footnotes_json
from citecheck.model.evidence import Evidence
from citecheck.model.finding import Severity
from citecheck.model.job import Job
from tests.checks.style.auditing import flagged, found, mended, notes


def entries(*texts: str, lang: str = "fr") -> str:
    """A text with a bibliography."""
    heading = {"fr": "Bibliographie", "en": "References"}[lang]
    return f"A.<sup>1</sup>\n\n<sup>1</sup> Morvan, 2019, p. 4\n\n## {heading}\n\n" + "\n\n".join(texts) + "\n"


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", notes("Morvan, J. (2019, 7 March). *Sardines*. Quai."), [["March"]]),
        ("fr", notes("Question écrite n° 8127, *Journal officiel*, 8 May 2018, p. 3840."), [["May"]]),
        ("en", notes("Interview with a salt worker, Nantes, 7 avril 2022."), [["avril"]]),
        ("en", notes("Lettre, 7 avril 2022.", "Letter of 3 mai 2021."), [["avril", "mai"]]),
        ("fr", notes("Morvan, n.d.", "Kerbrat, s.d."), [["n.d."]]),
        ("en", notes("Morvan, s.d., p. 4", "Kerbrat, n.d."), [["s.d."]]),
        ("fr", entries("Morvan, J. (2019). *Sardines*. Retrieved from https://quai.example/a"), [["Retrieved from"]]),
        ("en", entries("Morvan, J. (2019). *Sardines*. Consulté le 4 May 2020, https://quai.example/a", lang="en"), [["Consulté le"]]),
        ("fr", entries("Morvan, J. (2019). *Sardines*. Consulté le 4 mai 2020, from https://quai.example/a"), [["from"]]),
        ("en", entries("Morvan, J. (2019). *Sardines*. Retrieved 4 May 2020 sur : <https://quai.example/a>", lang="en"), [["sur"]]),
        ("en", notes("Doe, 2020, p. 66 ; Roe, 2019, p. 5"), [[" ;"]]),
        ("en", "Moreover, the « National Group » met.", [["« National Group »"]]),
    ],
)  # fmt: skip
def test_a_slip_is_found(lang: str, text: str, expected: list[list[str]]) -> None:
    assert flagged("STY006", text + "\n", lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", notes("Morvan, J. (2019, 7 mars). *The March of 7 May 2019*. Quai.")),
        ("fr", notes("Morvan, J. (2019). “Report of 7 March 2019”. Quai.")),
        ("en", notes("Loi du 30 octobre 1886 sur les registres de la paroisse et du port, art. 4.")),
        ("en", notes("« Les registres du sel », 1995; Doe, 2020, p. 4.")),
        ("en", notes("At a scale of 1 : 50 the map is useless.")),
        ("fr", notes("March, J., 2019, p. 4 ; May, T., 2020, p. 5")),
        ("fr", notes("Morvan, 2019 ; Kerbrat, 2012")),
        ("fr", notes("Le mot « retrieved » se lit dans Morvan, 2019, p. 4.")),
        ("fr", entries("Morvan, J. (2019). *What we retrieved from the sea*. Brest : Quai. https://quai.example/from/a")),
        ("fr", entries("Morvan, J. (2019). *Where we come from*. https://quai.example/a")),
        ("fr", entries("Doe, J. (2019). *Sardines of the north*. Dans R. Roe (dir.), *The sea*. London : Press.")),
        ("en", entries("Morvan, J. (2019). *Les sardines du 7 mars*. Brest: Quai. Retrieved 4 May 2020 from https://quai.example/a", lang="en")),
        ("en", entries("Morvan, J. (2019, March 7). *Consulté le 4 mai*. Quai.", lang="en")),
        ("en", "They say « nous sommes les gens du port » and leave."),
        ("fr", "Il dit « c’est un ‘oui’ », l‘autre non."),
        ("fr", "Le « May Day » et “le reste” ; voir : ici ; là."),
        ("en", "It is “open”; ‘new’: and \"old\"."),
        ("en", "Run `a « b ;` now.\n\n```\nprint « 7 mars 2019 »\n```"),
    ],
    ids=[
        "title", "quoted", "law", "quoted-title", "scale", "names", "french-space", "word", "title-and-address", "title-before-address",
        "foreign-source", "french-source", "french-title", "quoted-french", "inner-marks", "own-marks", "english-marks", "code",
    ],
)  # fmt: skip
def test_what_is_quoted_or_named_is_passed_over(lang: str, text: str) -> None:
    assert flagged("STY006", text + "\n", lang) == []


def test_the_fix_says_no_date_and_takes_the_space_out() -> None:
    assert "Morvan, s.d." in mended("STY006", notes("Morvan, n.d., p. 4", "Kerbrat, s.d."), "fr")
    assert "p. 66; Roe" in mended("STY006", notes("Doe, 2020, p. 66 ; Roe, 2019, p. 5"))


SECTION = "# {title}\n\n{text}<sup>1</sup>\n\n<sup>1</sup> {note}\n\n"


def test_a_title_is_shown_without_its_own_marks_and_a_marked_phrase_with_them() -> None:
    cited = '"Harbour office acquires Transbank shares from Central Bank for 29 billion dollars", 2020'
    known = "Le port acquiert des actions de la Transbank auprès de la Banque centrale pour 29 milliards de dollars"
    entry = f"« {known} ». (2020, 20 avril). *Le Quai*. Tiré de : <https://quai.example/a>."
    [title] = found("STY006", notes(cited) + f"\n\n## Bibliographie\n\n{entry}\n", "fr")
    assert (title.message, dict(title.values)["text"]) == ("title", cited.replace('"', ""))
    [marks] = found("STY006", "Moreover, the « National Group » met.\n")
    assert (marks.message, dict(marks.values)["text"]) == ("quotes", "« National Group »")


def versions(french: str, english: str, note: str = "Morvan, 2005, p. 3", twin: str = "") -> str:
    """Two versions of one report."""
    return SECTION.format(title="Rapport sur les ports de la mer", text=french, note=note) + SECTION.format(
        title="Report on the ports of the sea", text=english, note=twin or note
    )


FR = "Le port de Brest a douze grues et le Kolkhoz les compte. Un kolkhoz est riche, un autre kolkhoz est pauvre. {fr}"
EN = "The port of Brest has twelve cranes and the Kolhoz counts them. A kolhoz is rich, another kolhoz is poor. {en}"


@pytest.mark.parametrize(
    ("fr", "en", "expected"),
    [
        ("Le kolkhoz compte.", "The state KOLKHOZ counts.", [["KOLKHOZ"]]),
        ("Le KOLHOZ compte, et le kolkhoz aussi.", "The kolhoz counts, and so does it.", [["KOLHOZ"]]),
        ("Le kolkhoz compte.", "The state KOLKHOZ counts, the poor KOLKHOZ pays.", []),
        ("Le kolkhoz compte.", "The “KOLKHOZ” counts.", []),
        ("Le kolkhoz compte.", "The *state KOLKHOZ* counts.", []),
        ("Le kolkhoz compte.", "The Union Kolkhoz Bank counts.", []),
        ("Le kolkhoz compte.", "The KOLKHOZ de Brest counts.", []),
        ("Le kolkhoz compte.", "The one book Kolkhoz counts.", []),
        ("Les kolkhozes comptent.", "The state KOLHOZES count.", []),
    ],
    ids=["capitals", "french", "twice", "quoted", "emphasised", "name", "foreign-words", "common-word", "plural"],
)
def test_a_name_spelt_as_in_the_other_version(fr: str, en: str, expected: list[list[str]]) -> None:
    text = versions(FR.format(fr=fr), EN.format(en=en))
    assert flagged("STY006", text, None) == expected
    assert all(one.severity is Severity.INFO for one in found("STY006", text, None))


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Une organisation, deux, trois : l'organisation existe.", "One organization, two: the organization of the Trade Organisation."),
        ("La Chine, la Chine et la Chine.", "China, China and China, as Chine says."),
        ("Le drones, des drones, trois drones.", "A drone, one drone, this drone. Drones are many."),
        ("Le comité, un comité, ce comité.", "A comitee, one comitee, this comitee of the Comité."),
    ],
    ids=["organisation", "ending", "plural", "accent"],
)  # fmt: skip
def test_other_spellings_of_common_words_and_endings_are_passed_over(french: str, english: str) -> None:
    assert flagged("STY006", versions(french, english), None) == []


WORDS = (
    "La science des registres existe. La mer et la science sont grandes.",
    "The digital ledger is a digital book of the sea. A ledger is digital, the ledgers are digital.",
)
NOTE = "Doe J. (2021, 10 {month}). {title}. {name}. <https://{host}/post/a>"


def referred(title: str, twin: str, name: str = "Presse", other: str = "Presse", host: str = "press.example") -> str:
    """Two versions that give one source, each in its own words."""
    return versions(
        *WORDS,
        NOTE.format(month="juin", title=title, name=name, host=host),
        NOTE.format(month="June", title=twin, name=other, host=host),
    )


@pytest.mark.parametrize(
    ("title", "twin", "expected"),
    [
        ("Digital Ledger : Une masse d'écriture", "Digital Ledger: A Heap of Writing", ["half"]),
        ("Une masse d'écriture : Digital Ledger", "A Heap of Writing: Digital Ledger", ["half"]),
        ("Digital Ledger: A Heap of Writing", "Digital Ledger: A Heap of Writing", []),
        ("Le registre : Une masse d'écriture", "Digital Ledger: A Heap of Writing", []),
        ("Human Rights Watch : Une masse d'écriture", "Human Rights Watch: A Heap of Writing", []),
        ("Kolkhoz 2025 : Une masse d'écriture", "Kolkhoz 2025: A Heap of Writing", []),
        ("Digital Ledger : A heap of the writing", "Digital Ledger: A Heap of Writing", []),
    ],
    ids=["first", "second", "original", "translated", "name", "made-up", "worded"],
)
def test_a_title_translated_by_half(title: str, twin: str, expected: list[str]) -> None:
    assert [one.message for one in found("STY006", referred(title, twin), None)] == expected


@pytest.mark.parametrize(
    ("name", "other", "host", "expected"),
    [
        ("L'horizon de la mer", "The Sea Horizon", "www.theseahorizon.example", ["L'horizon de la mer"]),
        ("The Sea Horizon", "The Sea Horizon", "www.theseahorizon.example", []),
        ("L'horizon de la mer", "The Sea Horizon", "www.other.example", []),
        ("La Banque de la mer", "Sea Bank Group", "www.seabankgroup.example", []),
    ],
    ids=["translated", "original", "no-evidence", "body"],
)
def test_the_translated_name_of_a_publication(name: str, other: str, host: str, expected: list[str]) -> None:
    title = "A Heap of Writing"
    text = referred(title, title, name, other, host)
    assert [one.place.span.text for one in found("STY006", text, None)] == expected


def test_extracted_data_tell_nothing_of_the_words_around_a_name(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text(versions(FR.format(fr=""), EN.format(en="The state KOLKHOZ counts.")), encoding="utf-8")
    documents = pipeline.load(Job(paths=(str(file),)))
    (tmp_path / "footnotes.json").write_text(footnotes_json(documents), encoding="utf-8")
    (tmp_path / "bibliography.json").write_text(bibliography_json(documents), encoding="utf-8")
    sides = pipeline.cite(documents), pipeline.cite(pipeline.load(Job(data=tmp_path)))
    rules = [rule for rule in load_rules() if rule.code == "STY006"]
    text, data = (run_rules(Evidence(cited, pipeline.align_all(cited, ())), rules) for cited in sides)
    assert [one.message for one in text.findings] == ["spelling"]
    assert data.findings == ()
    assert {one.reason for one in data.skipped} == {NEEDS_SOURCE}


def test_abbreviations_of_latin_are_those_of_half_of_europe() -> None:
    assert flagged("STY006", notes("Pont. Com. Int. Cod., 15 aug. 1918."), "fr") == []
    assert flagged("STY006", notes("Lettre de la direction, le 15 aug. 1918."), "fr") == [["aug"]]


def test_an_abstract_in_the_other_language_has_its_marks() -> None:
    text = "The tide is low at the quay, and the boats are on the sand.\n\n{} Comment la « marée » est-elle devenue un objet pour les ports ? Cet article en retrace l'histoire.\n"
    assert flagged("STY006", text.format("**Résumé.**")) == []
