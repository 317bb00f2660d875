"""An ISBN, ISSN or ORCID whose check digit does not fit, or a DOI without its slash.

Such an identifier leads nowhere, or to another book: a digit slipped or two changed places. The last digit of an ISBN, an ISSN
and an ORCID follows from the others, so that this is certain without looking anything up; a DOI has a prefix, a slash and a suffix.

Identifiers are read behind their name (ORCIDs in their address too, and ISBNs of thirteen digits with their hyphens anywhere), in notes, entries and text.

Wrong: "ISBN 978-1-4028-9462-7", "https://doi.org/10.5555abc.2019". Right: "ISBN 978-1-4028-9462-6",
"https://doi.org/10.5555/abc.2019".

To mend it, copy the identifier from the source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from citecheck.checks.addresses.parts import address_key, url_key
from citecheck.checks.subjects import shown_entries
from citecheck.model.citations import Citations
from citecheck.model.document import Entry, Note
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording
from citecheck.model.source import Span

RULE = Rule(
    code="SRC011",
    name="invalid-identifier",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    wordless=True,
    messages={
        "digit": {
            "en": Wording(
                "The check digit of {kind} {identifier} does not fit: with these digits it would be {right}.",
                "Copy the {kind} from the source.",
            ),
            "fr": Wording(
                "Le chiffre de contrôle de l'{kind} {identifier} est faux : pour ces chiffres, ce serait {right}.",
                "Copier l'{kind} de la source.",
            ),
        },
        "slash": {
            "en": Wording("This DOI has no slash: {identifier}", "Copy the DOI from the source."),
            "fr": Wording("Ce DOI n'a pas de barre oblique : {identifier}", "Copier le DOI de la source."),
        },
    },
    explains=("LNK001", "URL001"),
)

EXAMPLES = (
    Example("## References\n\n- Doe, J. (2019). *One*. Press. ISBN 978-1-4028-9462-7\n", ("978-1-4028-9462-7",)),
    Example("## References\n\n- Doe, J. (2019). *One*. Press. ISBN 978-1-4028-9462-6\n"),
    Example("## References\n\n- Doe, J. (2019). *One*. Press. ISBN 0-306-40615-3\n", ("0-306-40615-3",)),
    Example("## References\n\n- Doe, J. (2019). One. *Review* (ISSN 0378-5954).\n", ("0378-5954",)),
    Example("Doe (https://orcid.org/0000-0002-1825-0098) wrote it.\n", ("0000-0002-1825-0098",)),
    Example("See https://doi.org/10.5555abc.2019.\n", ("https://doi.org/10.5555abc.2019",)),
    Example("See https://doi.org/10.5555/abc.2019 and https://doi.org/10/h8f2.\n"),
)

_GAP = r"[\s\u00a0‐‑–-]?"
_LABEL = r"(?<![^\W_])(?:e-?|p-?)?{name}(?:[\s-]?1[03])?[\s\u00a0:=\"{{(]{{0,4}}"
ISBN = re.compile(
    rf"(?i:{_LABEL.format(name='ISBN')})(97[89](?:{_GAP}\d){{9}}{_GAP}\d(?![\d-])|(?:\d{_GAP}){{9}}[\dXx](?![\d-]))"
    r"|(?<![\w-])(97[89]-\d{1,5}-\d{1,7}-\d{1,6}-\d)(?![\w-])"
)
ISSN = re.compile(rf"(?i:{_LABEL.format(name='ISSN')})(\d{{4}}[‐‑–-]?\d{{3}}[\dXx])(?!\w)")
ORCID = re.compile(r"(?i:orcid(?:\.org/|[\s:]{1,3}))(0000-000[1-9]-\d{4}-\d{3}[\dXx])(?![\w-])")
LABELS = ("sbn", "ssn", "orcid", "978-", "979-", "doi.", "doi:", "doi :", "doi\u00a0:", "doi\u202f:")
"""What every identifier has, so that other texts need no closer look."""
DOI = re.compile(
    r"(?i:https?://(?:dx\.)?doi\.org/|\bdoi[\s\u00a0\u202f]?:\s?)(10\.\d{4,9}[^\s/%<>\"”»)\]]*)(?=[\s<>\"”»)\]]|$)(?!\s?/)",
    re.MULTILINE,
)


def _ten(digits: str) -> str:
    """The check digit of an ISBN of ten digits."""
    rest = -sum((10 - place) * int(digit) for place, digit in enumerate(digits[:9])) % 11
    return "X" if rest == 10 else str(rest)


def _thirteen(digits: str) -> str:
    """The check digit of an ISBN of thirteen digits."""
    return str(-sum((3 if place % 2 else 1) * int(digit) for place, digit in enumerate(digits[:12])) % 10)


def _isbn(digits: str) -> str:
    """The check digit of an ISBN."""
    return _thirteen(digits) if len(digits) == 13 else _ten(digits)


def _issn(digits: str) -> str:
    """The check digit of an ISSN."""
    rest = -sum((8 - place) * int(digit) for place, digit in enumerate(digits[:7])) % 11
    return "X" if rest == 10 else str(rest)


def _orcid(digits: str) -> str:
    """The check digit of an ORCID (ISO 7064, MOD 11-2)."""
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)


KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("ISBN", ISBN, _isbn),
    ("ISSN", ISSN, _issn),
    ("ORCID", ORCID, _orcid),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Every identifier of notes, entries and text that cannot be."""
    document = x.document
    units: list[Note | Entry] = [*document.notes, *shown_entries(x)]
    pieces = [(Place.of(unit, x.lang, unit.body), unit.body) for unit in units]
    pieces += [(Place(piece, x.lang), piece) for paragraph in document.paragraphs for piece in paragraph.pieces]
    for place, piece in pieces:
        text = piece.text.lower()
        if any(label in text for label in LABELS):
            yield from _misnumbered(place, piece)
            yield from _slashless(place, piece, x.lang)


def _misnumbered(place: Place, piece: Span) -> Iterator[Finding]:
    """The identifiers of a text whose check digit does not fit."""
    text = piece.text
    for kind, pattern, digit_of in KINDS:
        for match in pattern.finditer(text):
            group = match.lastindex or 1
            printed = match.group(group)
            digits = re.sub(r"[^\dXx]", "", printed).upper()
            right = digit_of(digits)
            if digits[-1] != right:
                yield RULE.finding(
                    place.within(piece.part(*match.span(group))),
                    "digit",
                    subject=digits,
                    kind=kind,
                    identifier=printed,
                    right=right,
                )


def _slashless(place: Place, piece: Span, lang: str) -> Iterator[Finding]:
    """The DOIs of a text without a slash."""
    for match in DOI.finditer(piece.text):
        identifier = match.group(1).rstrip(".,;:*_")
        span = piece.part(match.start(), match.start(1) + len(identifier))
        yield RULE.finding(
            place.within(span),
            "slash",
            subject=identifier,
            about=[url_key(lang, span.text), address_key(lang, span.text)],
            identifier=identifier,
        )
