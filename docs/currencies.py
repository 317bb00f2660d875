"""Writes the names of the world's currencies in each language that citecheck reads, as the Unicode CLDR has them (by babel).

    python docs/currencies.py [--check]

The names are those of one and of several, in small letters, of the currencies that are legal tender somewhere today. With
``--check``, says that the table is out of date and exits 1.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

from citecheck.languages import all_languages

TABLE = Path(__file__).parents[1] / "src" / "citecheck" / "languages" / "currency_names.json"


def main() -> None:
    """Writes the table, or says whether it is as it would be written."""
    made = json.dumps({one.code: names(one.code) for one in all_languages()}, ensure_ascii=False, indent=1) + "\n"
    if "--check" in sys.argv[1:]:
        if TABLE.read_text(encoding="utf-8") != made:
            sys.exit("src/citecheck/languages/currency_names.json is out of date: run python docs/currencies.py")
    else:
        TABLE.write_text(made, encoding="utf-8")


def names(language: str) -> dict[str, str]:
    """The code of each name; of names that several currencies have, none."""
    locale = Locale.parse(language)
    named: dict[str, set[str]] = {}
    for code in sorted(current()):
        for name in (locale.currencies.get(code, ""), *(get_currency_name(code, count, locale) for count in (1, 2))):
            plain = " ".join(name.partition("(")[0].lower().replace("\u2019", "'").split())
            if plain and plain != code.lower():
                named.setdefault(plain, set()).add(code)
    return {name: codes.pop() for name, codes in sorted(named.items()) if len(codes) == 1}


def current() -> Iterator[str]:
    """The codes of the currencies that are legal tender somewhere."""
    territories = get_global("territory_currencies")
    return iter({code for territory in territories for code in get_territory_currencies(territory)})


if __name__ == "__main__":
    main()
