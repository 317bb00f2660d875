"""One subject a work: across languages, by its DOI, with its class."""

from __future__ import annotations

import pytest

from citecheck import audit
from citecheck.model.sources import Subject
from citecheck.sources.plan import plan


def planned(*texts: str) -> tuple[Subject, ...]:
    names = [f"{at}.md" for at in range(len(texts))]
    contents = {name: text.encode() for name, text in zip(names, texts, strict=True)}
    report = audit(names, contents=contents)
    return plan(report.versions, report.alignments)


def listed(*entries: str, heading: str = "References") -> str:
    return "The port was free of ice and of boats.\n\n## " + heading + "\n\n" + "\n\n".join(entries) + "\n"


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        (
            "Doe, J. (2019). The ice of harbours. *Journal of Ice*, 12(3), 45–67. https://doi.org/10.5555/ice.1",
            "identifier",
        ),
        ("Doe, J. (2019). The ice of harbours. arXiv:2312.07559.", "identifier"),
        ("Doe, J. (2019). The ice of harbours. *Journal of Ice*, 12(3), 45–67.", "article"),
        ("Doe, J. (2019). *The ice of harbours*. Northport: Harbour Press.", "book"),
        ("Harbour Office. (2019). The ice of harbours. https://office.example/ice", "page"),
        ("Education Act 1980.", "nobody"),
    ],
)
def test_classes(entry: str, kind: str) -> None:
    (subject,) = planned(listed(entry))
    assert subject.kind.value == kind


def test_a_work_is_one_subject_for_both_languages() -> None:
    english = listed("Doe, J. (2019). The ice of harbours. *Journal of Ice*, 12, 45–67. https://doi.org/10.5555/ice.1")
    french = listed(
        "Doe, J. (2019). La glace des ports. *Journal of Ice*, 12, 45-67. https://doi.org/10.5555/ICE.1",
        heading="Références",
    ).replace(
        "The port was free of ice and of boats.", "Le port était libre de glace et de bateaux, et les quais aussi."
    )
    (subject,) = planned(french, english)
    assert [one.lang for one in subject.printed] == ["fr", "en"]
    assert subject.titles == (("fr", "La glace des ports"), ("en", "The ice of harbours"))
    assert subject.sought == "The ice of harbours"


def test_keys_are_names() -> None:
    one, two = planned(
        listed("Doe, J. (2019). *Ice one*. Northport: Press.", "Doe, J. (2019). *Ice two*. Northport: Press.")
    )
    assert (one.key, two.key) == ("doe-2019-ice", "doe-2019-ice-2")


def test_identifiers() -> None:
    (subject,) = planned(listed("Doe, J. (2019). *Ice*. Northport: Press. ISBN 978-1-4028-9462-6. PMID: 36987902."))
    assert (subject.isbn, subject.pubmed, subject.year) == ("9781402894626", "36987902", 2019)
