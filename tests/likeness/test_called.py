"""What sources are called in a sentence."""

from __future__ import annotations

import pytest

from citecheck.likeness.called import source_name, work_name
from citecheck.resolve import resolve
from tests.parse.texts import document

TEXT = (
    "# Ports\n\nA<sup>1</sup>. B<sup>2</sup>. C<sup>3</sup>. D<sup>4</sup>.\n\n<sup>1</sup> Doe & *Roe*, 2020, p. 4\n\n"
    "<sup>2</sup> Ibid., p. 5\n\n<sup>3</sup> Low, 2021a\n\n<sup>4</sup> “A Title of Ships”, 2018\n\n## References\n\n"
    "Doe, J. & Roe, R. (2020). *One*. Oslo: Press.\n\nLow, L. (2021a). *Two*. Oslo: Press.\n\n"
    "A, B., C, D., E, F. & G, H. (2019). *Three*. Oslo: Press.\n"
)


def test_a_citation_is_called_by_author_and_year_and_an_ibid_by_what_it_repeats() -> None:
    names = [source_name(one) for one in resolve(document(TEXT, lang="en")).resolved]
    assert names[:3] == ["Doe & Roe, 2020", "Doe & Roe, 2020", "Low, 2021a"]


@pytest.mark.parametrize("name", ["Doe & Roe, 2020", "Low, 2021a"])
def test_a_work_is_called_by_its_authors_and_its_year(name: str) -> None:
    assert name in {work_name(work) for work in resolve(document(TEXT, lang="en")).works}


def test_a_work_without_author_is_called_by_its_title() -> None:
    title = "Ships and Harbours of the Western Coast in the Last Two Centuries"
    [work] = resolve(document(f"# P\n\nA.\n\n## References\n\n{title}. (2020). Oslo: Press.\n", lang="en")).works
    assert work_name(work) == "Ships and Harbours of the Western Coast in the Last Two Centuries, 2020"
