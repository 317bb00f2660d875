"""Small documents to plant errors in."""

from __future__ import annotations

import random
from types import ModuleType

from tests.planting.documents import Clean, read
from tests.planting.plants import Change, Kind

ENGLISH = """# Salt

The first survey counted forty pans along the northern shore.<sup>1</sup> The second survey, which was made in the same
summer, says as much.<sup>2</sup> Nobody has counted them again since.<sup>3</sup> The parish paid its share.

The harbour towns were left out, which the clerk regretted in a letter.<sup>4</sup> Later authors repeat the count.<sup>5</sup>

<sup>1</sup> Harrington, 2011, p. 12.

<sup>2</sup> Lindqvist, 2015, p. 44.

<sup>3</sup> *Ibid.*, p. 46.

<sup>4</sup> Harrington, 2011, p. 18; Lindqvist, 2015, p. 51.

<sup>5</sup> Okafor, 2018, p. 7.

## References

1. Harrington, P. (2011). *Pans and parishes*. London: Quay Books. https://www.quay.example/pans-and-parishes.html
2. Lindqvist, A. & Moreau, B. (2015). *The northern shore*. London: Quay Books.
3. Okafor, C. (2018). The count. *Coastal Review*, 12(3), 101-120. https://doi.org/10.9999/count.2018.3
"""
FRENCH = (
    ENGLISH.replace("# Salt", "# Le sel")
    .replace(
        "The first survey counted forty pans along the northern shore", "La première enquête compte les marais du nord"
    )
    .replace(
        "The second survey, which was made in the same\nsummer, says as much",
        "La seconde, faite le même été, dit la même chose des marais",
    )
    .replace("Nobody has counted them again since", "Personne ne les a recomptés depuis")
    .replace("The parish paid its share", "La paroisse a payé sa part")
    .replace(
        "The harbour towns were left out, which the clerk regretted in a letter",
        "Les ports y manquent, ce que le greffier regrette",
    )
    .replace("Later authors repeat the count", "Les auteurs suivants reprennent le compte")
    .replace("p. 18; ", "p. 18 ; ")
    .replace("## References", "## Bibliographie")
)


def english() -> Clean:
    """A report with five notes by hand and three entries."""
    return read("salt", ("salt.md",), [ENGLISH])


def bilingual() -> Clean:
    """The same report in French and in English, a file each."""
    return read("sel", ("sel.fr.md", "sel.en.md"), [FRENCH, ENGLISH])


def changes(kind: Kind, clean: Clean) -> list[Change]:
    """All that a kind makes of a document."""
    return list(kind.changes(clean, random.Random(1)))


def spots(change: Change) -> list[str]:
    """What stands where the error shows."""
    return [change.text[start:end] for start, end in change.spots]


def planted(module: ModuleType, name: str, clean: Clean) -> list[str]:
    """What stands where each error of one kind shows, by the name of the kind in the module."""
    return [spot for change in changes(getattr(module, name), clean) for spot in spots(change)]
