"""A small report for the tests of the gate: a page that cannot be one, an entry that nobody cites, a source cited twice."""

from __future__ import annotations

REPORT = """# Ports

The port is closed<sup>1</sup>, and opens again<sup>2</sup>. It was built later<sup>3</sup>, and rebuilt<sup>4</sup>.

<sup>1</sup> Doe, 2019, p. 4.

<sup>2</sup> Roe, 2018, p. 5.

<sup>3</sup> Doe, 2019, p. 27-C2.N100.

<sup>4</sup> Moe, 2017, p. 8.

# Bibliography

Doe, J. (2019). *The ports of the north*. London: Harrow.

Poe, E. (2016). *The ports of the south*. London: Harrow.

Roe, R. (2018). *The ports of the east*. London: Harrow.
"""
"""PAG001 in note 3, CIT001 in note 4, CIT002 at the entry of Poe."""

SECOND = "It was sold<sup>5</sup>.\n\n<sup>5</sup> Moe, 2017, p. 9.\n\n# Bibliography"
"""In place of the heading: the source of note 4 is cited once more, so that its finding has one more place."""


def before(mark: str, comment: str, text: str = REPORT) -> str:
    """The report with a comment on the line before the one that begins with ``mark``."""
    assert text.count(f"\n{mark}") == 1
    return text.replace(f"\n{mark}", f"\n<!-- citecheck: {comment} -->\n{mark}")


SMALL = """\
# 1 Beginning

The first sentence of this report calls a note.<sup>1</sup> The second one of them calls another.<sup>2</sup>

<sup>1</sup> Doe, 2020, p. 4

<sup>2</sup> Ibid, p. 5; Roe, 2021

# Bibliography

1. Doe, J. (2020). The title of the first book. London: Press. https://example.org/first

2. Roe, R. (2021). The title of the second book. London: Press.
"""
"""Two notes, one of which repeats the source of the other, and two entries."""
