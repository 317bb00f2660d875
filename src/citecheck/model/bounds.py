"""Within what bounds the numbers of a document lie: no report has more, and nothing that counts with them runs away."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

Ordinal = Annotated[int, Meta(ge=0, le=10_000_000)]
"""The place of a heading, a paragraph or a file in their order."""
Offset = Annotated[int, Meta(ge=0, le=1_000_000_000)]
"""A number of code points."""
Level = Annotated[int, Meta(ge=0, le=99)]
"""How deep a heading stands."""
Year = Annotated[int, Meta(ge=1, le=9999)]
Page = Annotated[int, Meta(ge=0, le=10**12)]
Label = Annotated[str, Meta(max_length=1000)]
"""What a note or an entry is called."""
Digits = Annotated[str, Meta(pattern=r"^\d{1,1000}\Z")]
"""A number as printed; its digits may be of any script."""
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")]
"""An ISO date."""
Calendar = Annotated[str, Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")]
"""An ISO date, or its year, or its year and month."""
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}\Z")]
"""A code of ISO 4217."""
