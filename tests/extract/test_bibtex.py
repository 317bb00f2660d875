"""The bibliography as BibTeX."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck.extract.bibtex import bibtex, bibtex_references, latex
from citecheck.extract.exported import exported
from citecheck.model.reference import Person, Reference
from tests.extract.samples import sample


def field(**changes: object) -> dict[str, str]:
    """The fields of the sample's first reference, changed, as BibTeX."""
    [reference] = sample().entries[0].references
    lines = bibtex_references([("k", None, replace(reference, **changes))]).splitlines()[1:-1]
    return dict(line.strip().rstrip(",").split(" = ") for line in lines)


def test_an_entry() -> None:
    assert bibtex(exported([sample()])).split("\n\n")[2] == (
        "@article{muller2021a,\n"
        "  author = {Müller, A. and Løvås, B.},\n"
        "  title = {Autre titre},\n"
        "  journal = {Revue},\n"
        "  year = {2021a},\n"
        "  volume = {164},\n"
        "  number = {5-6},\n"
        "  pages = {26--34},\n"
        "  langid = {french}\n"
        "}\n"
    )


def test_special_characters_are_escaped() -> None:
    assert latex("50 % of $3 & #1_a") == r"50 \% of \$3 \& \#1\_a"
    assert (
        latex("{a\\b}~^") == r"\textbraceleft{}a\textbackslash{}b\textbraceright{}\textasciitilde{}\textasciicircum{}"
    )
    assert latex("a--b ''c'' ``d") == "a-{}-b '{}'c'{}' `{}`d"
    assert latex("  é\n ü ") == "é ü"


def test_names() -> None:
    def names(*people: Person) -> str:
        return field(authors=people)["author"]

    assert names(Person("Doe", "J."), Person("Roe")) == "{Doe, J. and Roe}"
    assert names(Person("Smith & Sons, Ltd and Partners", corporate=True)) == r"{{Smith \& Sons, Ltd and Partners}}"
    assert names(Person("Xi Jinping")) == "{{Xi Jinping}}"
    assert names(Person("Simon, Jr", "And and")) == "{{Simon, Jr}, {And and}}"
    assert field(et_al=True)["author"] == "{Doe, J. and others}"
    assert "author" not in field(authors=())


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("The ports", "The ports"),
        ("The ports of Brest", "The ports of {Brest}"),
        ("Port Law and Order", "Port {Law} and {Order}"),
        ("NATO ports", "{NATO} ports"),
        ("Ports: The second edition", "Ports: The second edition"),
        ("Les ports : L'avenir de l'UE", "Les ports : L'avenir de {l'UE}"),
        ("Sea: NATO Ports", "Sea: {NATO} Ports"),
        ("A Book of Owls", "A Book of Owls"),
        ("Histoire de France", "Histoire de {France}"),
        ("Brest (Old Port), Saint Malo", "Brest (Old Port), Saint Malo"),
        ("« Le port »", "« {Le} port »"),
        ("“Ports”", "“{Ports}”"),
        ("The A&B {C}", r"The {A\&B} \textbraceleft{}{C}\textbraceright{}"),
        ("", ""),
        ("Ⓐ", "Ⓐ"),
        ("a Ⓐ", "a {Ⓐ}"),
    ],
)
def test_only_capitals_that_styles_would_lower_stand_in_braces(printed: str, written: str) -> None:
    assert field(title=printed)["title"] == f"{{{written}}}"


def test_addresses_are_verbatim() -> None:
    url = "https://example.org/a_b?x=%20&y=1#{z}~"
    assert field(url=url)["url"] == f"{{{url}}}"
    assert field(doi="10.1/a_b")["doi"] == "{10.1/a_b}"


def test_an_address_cannot_break_the_file() -> None:
    assert field(url="http://a/}{")["url"] == "{http://a/%7D%7B}"
    assert field(url="http://a/{x")["url"] == "{http://a/%7Bx}"
    assert field(url="http://a/\\")["url"] == "{http://a/%5C}"
    assert field(url="http://a/\\{x}")["url"] == "{http://a/%5C{x}}"


def test_dates() -> None:
    assert field()["date"] == "{2020-03-07}"
    assert "date" not in field(date="2020")
    assert field(date=None)["date"] == "{}"
    assert "date" not in field(date=None, year="n.d.")
    assert field(year="n.d.", date=None, suffix="b")["year"] == "{n.d.-b}"


def test_types_and_their_fields() -> None:
    [reference] = sample().entries[0].references

    def block(kind: str) -> str:
        return bibtex_references([("k", None, replace(reference, type=kind, container="C"))])

    assert block("chapter").startswith("@incollection{k")
    assert "booktitle = {C}" in block("chapter")
    assert "institution = {Éditeur}" in block("report")
    assert "school = {Éditeur}" in block("thesis")
    assert "entrysubtype = {newspaper}" in block("article-newspaper")
    assert block("map").startswith("@misc{k")
    assert "entrysubtype = {map}" in block("map")


def test_keys_are_unique_and_plain() -> None:
    [reference] = sample().entries[0].references
    keyed: list[tuple[str, str | None, Reference]] = [
        ("a é", "de", reference),
        ("a--", None, reference),
        ("A--", None, reference),
    ]
    text = bibtex_references(keyed)
    assert [line for line in text.splitlines() if line.startswith("@")] == ["@book{a--,", "@book{a--+,", "@book{A--++,"]
    assert "langid = {de}" in text


def test_nothing() -> None:
    assert bibtex(exported([replace(sample(), entries=())])) == ""
