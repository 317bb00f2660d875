"""What the texts say around markers, and where a note would stand."""

from __future__ import annotations

from pathlib import Path

from citecheck.model.table import Passage
from citecheck.reconcile.passages import BEFORE, opposites
from tests.reconcile.samples import alignment
from tests.reconcile.test_paragraphs import ENGLISH, FRENCH, aligned


def text(passage: Passage) -> str:
    return f"{passage.covered} | {passage.after}"


def test_a_note_without_counterpart_would_stand_behind_the_sentence_at_its_place() -> None:
    made = opposites(alignment())
    assert set(made) == {("en", "6")}
    assert made["en", "6"].covered.startswith("Ils étaient 40 en 1950[4].")
    assert made["en", "6"].covered.endswith("que l'on a perdu[6].")


def test_where_every_note_has_a_counterpart_there_is_none(tmp_path: Path) -> None:
    assert opposites(aligned(tmp_path)) == {}


def test_the_place_is_the_share_of_the_text_that_stands_before_it(tmp_path: Path) -> None:
    lone = ENGLISH.replace("sixteen months.", "sixteen months.<sup>2</sup>").replace(
        "anew.<sup>2</sup>", "anew.<sup>3</sup>"
    )
    lone = lone.replace("<sup>2</sup> Kerleau", "<sup>2</sup> Milin, 2004, p. 7.\n\n<sup>3</sup> Kerleau")
    made = opposites(aligned(tmp_path, FRENCH, lone))
    assert {key: text(passage) for key, passage in made.items()} == {
        ("en", "2"): "Elle fut rompue par la tempête de 1903, et le village resta seize mois sans abri. | "
        " Les pêcheurs partirent pour Camaret."
    }


def test_long_texts_are_cut_on_both_sides(tmp_path: Path) -> None:
    long = "Un port de plus. " * 200
    french = FRENCH.replace("Elle fut rompue", f"{long}Elle fut rompue")
    english = ENGLISH.replace(
        "It was broken", f"{'One more port. ' * 100}There!<sup>2</sup> {'One more. ' * 150}It was broken"
    )
    english = english.replace("anew.<sup>2</sup>", "anew.<sup>3</sup>").replace(
        "<sup>2</sup> Kerleau", "<sup>2</sup> Milin, 2004, p. 7.\n\n<sup>3</sup> Kerleau"
    )
    [passage] = opposites(aligned(tmp_path, french, english)).values()
    assert passage.covered.startswith("… ")
    assert passage.after.endswith(" …")
    assert len(passage.covered) <= BEFORE + 2
