"""Quotation marks without a partner."""

from __future__ import annotations

import pytest

from tests.checks.style.auditing import flagged, found, mended, notes


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The port is “free of ice, they say.", [["“"]]),
        ("en", "The port is free of ice”, they say.", [["”"]]),
        ("en", 'He calls it "open" and "new.', [['"']]),
        ("fr", "Il est « ouvert, dit-on.", [["«"]]),
        ("fr", "Il est ouvert », dit-on.", [["»"]]),
        ("fr", "Un » goulet » et un » autre.", [["»", "»"]]),
        ("fr", "Un goulet » et un « autre.", [["»", "«"]]),
        ("fr", "En 2019, l« l'équipe du port » a gagné.", [["l« "]]),
        ("en", notes("“Open or shut’: the port”, 2017"), [["’"]]),
        ("en", "“It is open", [["“"]]),
        ("en", "A line “““““ and “a.", [["“"]]),
        ("en", "A line ”””” ”.", [["”"]]),
        ("en", "# A “title\n\nText.\n\nMore.", []),
    ],
)
def test_a_mark_without_partner_is_found(lang: str, text: str, expected: list[list[str]]) -> None:
    assert flagged("STY004", text + "\n", lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "“a” and ‘b’ and \"c\" and «d»."),
        ("en", "“a ‘b’ c” and “the states’ rights” of the ’90s."),
        ("en", "It’s the dogs’ and the workers’ day, rock ’n’ roll, ‘tis so."),
        ("fr", "« a « b » c » et „d“ et “e”, l’« État » d’hier."),
        ("en", 'A 5" pipe, 12" wide, 6\'2" tall, and "Made in 2025".'),
        ("en", "He said “this.\n\n“And that.\n\n“And so on” at the end."),
        ("en", "He said “this.\n\nAnd that.\n\nThen he went” away."),
        ("en", "> “A block quote\n> of two lines.”\n\nAnd on."),
        ("en", "Run `echo \"` or `say “` here.\n\n```\nprint(\"a)\n```"),
        ("en", 'See <https://example.org/a?q="b> and [it](https://example.org/“c).'),
        ("en", 'A <span class="c">word</span> and *“a”* and **“b”**.'),
        ("en", "| a | b |\n|---|---|\n| “c” | \"d\" |"),
        ("en", "- “one”\n- “two”\n- three"),
        ("fr", notes("« Les registres du sel », 1995 ; « Le sel », 1996, p. 4")),
        ("en", "The so-called “‘inner’ circle” of the “[t]own”."),
        ("en", 'Below the line """""""""""""""" and «««««.'),
        ("en", "(“a”) [“b”] —“c”— “d”; “e”: “f”?"),
        ("fr", "« Le quai est long ;\n\n[p. 10]\n\n« Donc il est long. »"),
        ("fr", "« Soient trois quais :\n\n*a*, &nbsp; *b*,\n*a*′, *b*′.\n\n« Le premier est long. »"),
        ("en", '"The quay is long.\n\n. . . "Or so they say."'),
    ],
    ids=[
        "pairs", "nested", "apostrophes", "french", "inches", "each-paragraph", "goes-on", "block-quote", "code", "addresses",
        "tags", "table", "list", "notes", "within", "lines", "beside-signs",
        "page", "figure", "ellipsis",
    ],
)  # fmt: skip
def test_marks_with_a_partner_or_none_to_have_are_passed_over(lang: str, text: str) -> None:
    assert flagged("STY004", text + "\n", lang) == []


def test_marks_turned_the_wrong_way_are_found_and_turned() -> None:
    (french,) = found("STY004", "Ils parlent d'un » goulet ».\n", "fr")
    assert (french.message, french.related) == ("turned", ())
    assert mended("STY004", "Ils parlent d'un » goulet ».\n", "fr") == "Ils parlent d'un « goulet ».\n"
    assert mended("STY004", "They speak of a “gully“.\n") == "They speak of a “gully”.\n"
    assert mended("STY004", "They speak of a “gully“ and a ”.\n") == "They speak of a “gully“ and a ”.\n"


def test_a_paragraph_of_marks_is_one_finding() -> None:
    (one,) = found("STY004", "a " + "” b " * 3000 + "\n")
    assert len(one.related) == 2999


@pytest.mark.parametrize(
    "text",
    [
        "He sang:\n\n> « The tide,\n>\n> the ebb,\n>\n> the flow,\n>\n> the quay,\n>\n> the bell,\n>\n> the boats,\n>\n> all. »",
        'Low.\n\n{% include tide.html\n  text="\n  The tide was "low".\n\n  It rose.\n  "\n%}\n\nHigh.',
        'Low.\n\n{{< figure src="a.png"\n  caption="The tide >}}\n\nHigh.',
        '> "The tide is called "neap" there, and "spring" here."',
    ],
)
def test_long_quotations_and_templates(text: str) -> None:
    assert flagged("STY004", text + "\n") == []


def test_unlike_marks_are_information() -> None:
    [finding] = found("STY004", 'It is "ebbing, they say.”\n')
    assert (finding.message, finding.severity.value) == ("unlike", "info")


def test_another_fault_beside_unlike_marks_is_told_first() -> None:
    [finding] = found("STY004", 'It is "ebbing, they say.” It is “low.\n')
    assert (finding.message, finding.severity.value, finding.place.span.text) == ("open", "warning", "“")
