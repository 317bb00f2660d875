"""The bibliography as BibTeX."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.extract.bibtex import bibtex, bibtex_references, latex
from citecheck.model.reference import Person, Reference
from tests.extract.samples import sample


def written(**changes: object) -> dict[str, str]:
    """The fields of the sample's first reference, changed, as BibTeX."""
    [reference] = sample().entries[0].references
    lines = bibtex_references([("k", None, replace(reference, **changes))]).splitlines()[1:-1]
    return dict(line.strip().rstrip(",").split(" = ") for line in lines)


def test_an_entry() -> None:
    assert bibtex([sample()]).split("\n\n")[2] == (
        "@article{fr-19-2,\n"
        "  author = {Müller, A. and Løvås, B.},\n"
        "  title = {{Autre titre}},\n"
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
        return written(authors=people)["author"]

    assert names(Person("Doe", "J."), Person("Roe")) == "{Doe, J. and Roe}"
    assert names(Person("Smith & Sons, Ltd and Partners", corporate=True)) == r"{{Smith \& Sons, Ltd and Partners}}"
    assert names(Person("Xi Jinping")) == "{{Xi Jinping}{}}"
    assert names(Person("Simon, Jr", "And and")) == "{{Simon, Jr}, {And and}}"
    assert written(et_al=True)["author"] == "{Doe, J. and others}"
    assert "author" not in written(authors=())


def test_addresses_are_verbatim() -> None:
    url = "https://example.org/a_b?x=%20&y=1#{z}~"
    assert written(url=url)["url"] == f"{{{url}}}"
    assert written(doi="10.1/a_b")["doi"] == "{10.1/a_b}"


def test_an_address_cannot_break_the_file() -> None:
    assert written(url="http://a/}{")["url"] == "{http://a/%7D%7B}"
    assert written(url="http://a/{x")["url"] == "{http://a/%7Bx}"
    assert written(url="http://a/\\")["url"] == "{http://a/%5C}"
    assert written(url="http://a/\\{x}")["url"] == "{http://a/%5C{x}}"


def test_dates() -> None:
    assert written()["date"] == "{2020-03-07}"
    assert "date" not in written(date="2020")
    assert written(date=None)["date"] == "{}"
    assert "date" not in written(date=None, year="n.d.")
    assert written(year="n.d.", date=None, suffix="b")["year"] == "{n.d.-b}"


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
    assert bibtex([replace(sample(), entries=())]) == ""
