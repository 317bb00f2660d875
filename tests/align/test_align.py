"""The alignment as a whole: what must hold for any two versions, whatever is in them."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck import audit
from citecheck.align import align
from citecheck.model.alignment import Shape
from citecheck.model.citations import Citations
from tests.align.reports import Cite, Sentence, Side, by_key, cited, grouped, report

CLEAN = Path(__file__).parents[1] / "corpus" / "clean"
SEEDS = st.integers(0, 10_000)
# Of many seeds some make versions in which a lost note reads as a merged one as well.
few = settings(max_examples=5, deadline=None, derandomize=True)


def small(seed: int) -> tuple[Side, Side]:
    return report(seed, sections=2, paragraphs=2, sentences=3)


def version(side: Side, first: int = 1) -> Citations:
    return cited(side.lang, side.text(first))


def keys(left: Side, right: Side) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return by_key(align(version(left), version(right)), left.notes(), right.notes())


@given(SEEDS, st.sampled_from(["fr", "en"]))
@few
def test_a_version_aligned_with_itself_pairs_everything(seed: int, lang: str) -> None:
    side = next(one for one in small(seed) if one.lang == lang)
    found = align(version(side), version(side))
    assert grouped(found) == [((str(at),), (str(at),)) for at in range(1, len(side.notes()) + 1)]
    assert all(pair.left is not None and pair.right is not None for pair in (*found.sections, *found.entries))
    assert min(group.closeness for group in found.groups) == 1


@given(SEEDS)
@few
def test_a_translation_pairs_everything(seed: int) -> None:
    french, english = small(seed)
    assert keys(french, english) == [((one.key,), (one.key,)) for one in french.notes()]


@given(SEEDS)
@few
def test_two_versions_in_one_language_align(seed: int) -> None:
    first, _ = small(seed)
    second = first.without(random.Random(seed).choice(first.notes()).key)
    assert sum(left == right for left, right in keys(first, second)) == len(second.notes())


@given(SEEDS)
@few
def test_swapping_the_sides_mirrors_the_result(seed: int) -> None:
    french, english = small(seed)
    chance = random.Random(seed)
    french = french.without(chance.choice(french.notes()).key)
    english = english.without(*(one.key for one in chance.sample(english.notes(), 2)))
    there, back = keys(french, english), keys(english, french)
    assert sorted((right, left) for left, right in back) == sorted(there)


@given(SEEDS, st.sampled_from([0, 1]))
@few
def test_deleting_one_note_costs_exactly_its_group(seed: int, side: int) -> None:
    sides = list(small(seed))
    gone = random.Random(seed).choice(sides[side].notes()).key
    noted = sides[0].notes()
    sides[side] = sides[side].without(gone)
    alone = ((), (gone,)) if side == 0 else ((gone,), ())
    expected = [alone if one.key == gone else ((one.key,), (one.key,)) for one in noted]
    assert keys(*sides) == expected


@given(SEEDS, st.integers(2, 900))
@few
def test_renumbering_one_side_changes_nothing(seed: int, first: int) -> None:
    french, english = small(seed)
    english = english.without(random.Random(seed).choice(english.notes()).key)
    plain = align(version(french), version(english))
    moved = align(version(french), version(english, first))

    def shape(numbers: tuple[str, ...], start: int) -> list[int]:
        return [int(number) - start for number in numbers]

    assert [(shape(left, 1), shape(right, first)) for left, right in grouped(moved)] == [
        (shape(left, 1), shape(right, 1)) for left, right in grouped(plain)
    ]


@given(SEEDS)
@few
def test_a_paragraph_without_its_notes_leaves_them_alone(seed: int) -> None:
    french, english = small(seed)
    paragraph = random.Random(seed).choice(
        [paragraph for section in english.sections for paragraph in section.paragraphs]
    )
    gone = {one.key for one in paragraph}
    found = keys(french, english.without(*gone))
    assert found == [((one.key,), () if one.key in gone else (one.key,)) for one in french.notes()]


def labelled(side: Side, uncalled: int | None = None) -> str:
    """A side with all of its notes at its end, as pandoc writes them; the note of a number may not be called."""
    text = side.text()
    notes = re.findall(r"(?m)^<sup>(\d+)</sup> (.*)$", text)
    text = re.sub(r"(?m)^<sup>\d+</sup> .*\n\n", "", text)
    calls = re.sub(r"<sup>(\d+)</sup>", lambda call: "" if int(call[1]) == uncalled else f"[^n{call[1]}]", text)
    return calls + "\n" + "\n".join(f"[^n{number}]: {body}\n" for number, body in notes)


@given(SEEDS, st.data())
@few
def test_a_note_at_the_end_that_nothing_calls_keeps_its_counterpart(seed: int, data: st.DataObject) -> None:
    french, english = small(seed)
    lost = data.draw(st.integers(1, len(english.notes())))
    for left, right in ((None, lost), (lost, None)):
        found = align(cited("fr", labelled(french, left)), cited("en", labelled(english, right)))
        pairs = [([note.label for note in group.left], [note.label for note in group.right]) for group in found.groups]
        assert pairs == [([f"n{at}"], [f"n{at}"]) for at in range(1, len(french.notes()) + 1)]


NOTES = (
    "".join(
        f"<sup>{number}</sup> {name}, 2012, p. {number}\n\n"
        for number, name in enumerate(("Kerbrat", "Morvan", "Tanguy", "Guivarc"), 1)
    )
    + "<sup>5</sup> Kerbrat, 2012, p. 40\n\n## Bibliographie\n\n"
    + "".join(
        f"{name}, A. (2012). *Ports {name}*. Brest: Quai.\n\n" for name in ("Kerbrat", "Morvan", "Tanguy", "Guivarc")
    )
)


def test_several_notes_at_the_end_that_nothing_calls_keep_their_counterparts_in_order() -> None:
    french = (
        "# Rapport\n\n## Un\n\nBrest a 1\u202f240 grues<sup>1</sup>. Lorient en a 2\u202f350<sup>2</sup>.\n\n"
        "## Deux\n\nNantes a 3\u202f460 grues. Vannes en a 4\u202f570. Quimper en a 5\u202f680<sup>5</sup>.\n\n"
    )
    english = (
        "# Report\n\n## One\n\nBrest has 1,240 cranes.<sup>1</sup> Lorient has 2,350.<sup>2</sup>\n\n"
        "## Two\n\nNantes has 3,460 cranes.<sup>3</sup> Vannes has 4,570.<sup>4</sup> Quimper has 5,680.<sup>5</sup>\n\n"
    )
    found = align(cited("fr", french + NOTES), cited("en", english + NOTES)).groups
    numbers = [tuple("".join(note.number for note in side) for side in (one.left, one.right)) for one in found]
    assert numbers == [(number, number) for number in "12345"]


def merge(side: Side, first: Sentence, second: Sentence) -> Side:
    both: tuple[Cite, ...] = (*first.note, *second.note)
    return side.edited({first.key: replace(first, note=()), second.key: replace(second, note=both)})


@given(SEEDS)
@few
def test_merged_notes_stand_against_both(seed: int) -> None:
    french, english = small(seed)
    rows = [[one for one in row if one.note] for section in english.sections for row in section.paragraphs]
    row = random.Random(seed).choice([row for row in rows if len(row) > 1])
    found = align(version(french), version(merge(english, row[0], row[1])))
    assert [group.shape for group in found.groups if group.shape is not Shape.ONE_TO_ONE] == [Shape.MERGED]


def repeating(seed: int) -> tuple[Side, Side]:
    """A report each of whose paragraphs cites one source, and mostly one page of it, over and over."""
    french, english = report(seed, sections=3, paragraphs=3, sentences=4)
    chance = random.Random(seed)
    changed: dict[int, Sentence | None] = {}
    for section in french.sections:
        for row in section.paragraphs:
            cite = Cite(chance.choice(french.books), chance.randint(1, 99))
            changed |= {one.key: replace(one, note=(cite,)) for one in row if one.note}
    return french.edited(changed), english.edited(changed)


@given(SEEDS, st.sampled_from([0, 1]))
@few
def test_a_note_lost_beside_ones_that_cite_the_same_costs_exactly_its_group(seed: int, side: int) -> None:
    sides = list(repeating(seed))
    gone = random.Random(seed).choice(sides[side].notes()).key
    noted = sides[0].notes()
    sides[side] = sides[side].without(gone)
    alone = ((), (gone,)) if side == 0 else ((gone,), ())
    assert keys(*sides) == [alone if one.key == gone else ((one.key,), (one.key,)) for one in noted]


@given(SEEDS)
@few
def test_notes_merged_all_over_stay_merged(seed: int) -> None:
    french, english = repeating(seed)
    rows = [[one for one in row if one.note] for section in english.sections for row in section.paragraphs]
    pairs = [(row[0], row[1]) for row in rows if len(row) > 1][:5]
    english = english.without(*(first.key for first, _ in pairs))
    merged = {second.key: first.key for first, second in pairs}
    expected = [
        ((merged[one.key], one.key), (one.key,)) if one.key in merged else ((one.key,), (one.key,))
        for one in english.notes()
    ]
    assert keys(french, english) == expected


def exchanged(side: Side, chance: random.Random) -> tuple[Side, set[int]]:
    """The side with two neighbouring sentences in the other order, their notes with them; and their keys."""
    at = chance.randrange(len(side.sections))
    section = side.sections[at]
    places = [
        (row, place)
        for row, sentences in enumerate(section.paragraphs)
        for place in range(len(sentences) - 1)
        if sentences[place].note and sentences[place + 1].note
    ]
    row, place = chance.choice(places)
    sentences = list(section.paragraphs[row])
    sentences[place], sentences[place + 1] = sentences[place + 1], sentences[place]
    rows = (*section.paragraphs[:row], tuple(sentences), *section.paragraphs[row + 1 :])
    sections = (*side.sections[:at], replace(section, paragraphs=rows), *side.sections[at + 1 :])
    return replace(side, sections=sections), {sentences[place].key, sentences[place + 1].key}


@pytest.mark.parametrize("seed", range(4))
def test_sentences_exchanged_with_their_notes_are_pairs_that_cross(seed: int) -> None:
    french, english = report(seed, sections=2, paragraphs=3, sentences=4)
    other, moved = exchanged(english, random.Random(seed))
    found = align(version(french), version(other))
    pairs = by_key(found, french.notes(), other.notes())
    assert pairs == [((one.key,), (one.key,)) for one in french.notes()]
    crossed = {left[0] for (left, _), group in zip(pairs, found.groups, strict=True) if group.crossed}
    assert crossed
    assert crossed <= moved
    back = by_key(align(version(other), version(french)), other.notes(), french.notes())
    assert sorted(back) == sorted(pairs)


@given(SEEDS)
@few
def test_two_reports_are_said_to_be_unrelated(seed: int) -> None:
    found = align(version(small(seed)[0]), version(small(seed + 1)[1]))
    assert found.unrelated == "unrelated-versions"
    assert not found.groups
    assert not found.sections


def corpus(*names: str) -> list[Citations]:
    return list(audit([str(CLEAN / name) for name in names]).versions)


@pytest.mark.parametrize("names", [("bilingual-two.fr.md", "bilingual-two.en.md"), ("sup-bilingual.md",)])
def test_versions_of_the_corpus_are_related(names: tuple[str, ...]) -> None:
    left, right = corpus(*names)
    assert align(left, right).unrelated is None


@pytest.mark.parametrize("french", ["sup-fr-apa.md", "bilingual-two.fr.md", "notes-fr-opcit.md", "unicode-sup-fr.md"])
@pytest.mark.parametrize("english", ["brackets-harvard-en.md", "thesis-apa7-en.md", "bracket-notes-en.md"])
def test_different_documents_of_the_corpus_are_not(french: str, english: str) -> None:
    left, right = corpus(french, english)
    assert align(left, right).unrelated == "unrelated-versions"


def test_a_summary_is_a_version_of_its_report() -> None:
    french, english = report(5)
    assert align(version(french), version(replace(english, sections=english.sections[:1]))).unrelated is None


def test_too_little_to_tell_is_not_unrelated() -> None:
    left = cited("fr", "# Rapport\n\nTout va bien ici, et rien ne change.\n")
    right = cited("en", "# Report\n\nNothing much happens in here, and that is all.\n")
    assert align(left, right).unrelated is None


BAKERY_FR = """# Le pain

## Pétrir

Ensuite, la pâte se pétrit longuement à la main[^1]. Cela demande de la patience. Bien des gens s'arrêtent trop tôt.

## Cuire

Lorsque le four est chaud, on enfourne[^2]. Beaucoup oublient la vapeur, dit-on à Quimper[^3]. Nous la versons dans un plat.

[^1]: Comme on le faisait autrefois.

[^2]: La pierre garde la chaleur.

[^3]: Une tasse d'eau suffit.
"""
BAKERY_EN = """# Bread

## Kneading

Then the dough is kneaded by hand for a long while[^1]. Patience is needed. Many people stop too early.

## Baking

Once the oven is hot, the loaves go in[^2]. Steam is often forgotten, they say in Quimper[^3]. Pour it into a dish.

[^1]: As was done in former times.

[^2]: Stone keeps the heat.

[^3]: One cup of water will do.
"""


def test_a_translation_without_figures_is_related_by_how_it_is_built() -> None:
    found = align(cited("fr", BAKERY_FR), cited("en", BAKERY_EN))
    assert found.unrelated is None
    assert [pair for pair in grouped(found) if not all(pair)] == []


def test_a_text_built_otherwise_with_as_little_in_common_is_not() -> None:
    shorter = BAKERY_EN.replace("## Baking\n", "")
    assert align(cited("fr", BAKERY_FR), cited("en", shorter)).unrelated == "unrelated-versions"


def test_what_a_bibliography_file_holds_makes_no_two_texts_versions_of_one_report(tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    names = ("Doe", "Roe", "Poe", "Low", "Hill", "Marsh", "Fenn", "Elms", "Oaks", "Vane")
    file.write_text(
        "".join(f"@book{{{name}, author={{{name}, A.}}, title={{On {name}}}, year={{2001}}}}\n" for name in names)
    )
    french = "# Moulins\n\nLe moulin de Brest et celui de Vannes, puis ceux de Lorient et de Quimper [@Doe].\n"
    english = "# Harbours\n\nThe wall at Kiel, and those of Hull, of Leith and of Grimsby, are old [@Roe].\n"
    contents = {"fr.md": french.encode(), "en.md": english.encode()}
    made = audit([], langs=[("fr", "fr.md"), ("en", "en.md")], contents=contents, bibliography=[str(file)])
    assert {one.reason for one in made.abstained if one.code == "BIL010"} == {"unrelated-versions"}
