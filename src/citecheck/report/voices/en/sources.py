"""What is said of the works that registries were asked for, in English."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["SOURCES"]

SOURCES: Mapping[str, str] = {
    "source-title": "Sources and registries",
    "source-column.name": "work",
    "source-column.status": "what is known",
    "source-column.printed": "as it is printed",
    "source-column.found": "as the registry has it",
    "source-column.differences": "what differs",
    "source-column.asked": "who was asked",
    "source-column.address": "address of the record",
    "source-column.entries": "where it is printed",
    "source.confirmed": "confirmed",
    "source.differs": "that differ from the records",
    "source.other_work": "identifier of another work",
    "source.retracted": "retracted",
    "source.concern": "with an expression of concern",
    "source.corrected": "corrected",
    "source.published_since": "published since",
    "source.unregistered": "DOI not registered",
    "source.not_found": "not found",
    "source.not_answered": "not answered",
    "source.not_expected": "in no registry (not asked)",
    "source.page_confirms": "confirmed by the page",
    "source.skipped": "not asked",
    "source-record": "{registry} has: {record}",
    "source-differs": "{field}: “{printed}” is printed, “{found}” was found",
    "source-field.title": "its title",
    "source-field.year": "its year",
    "source-field.authors": "its authors",
    "source-field.volume": "its volume",
    "source-field.pages": "its pages",
    "source-asked.not_there": "not found in {registries} (answered on {day})",
    "source-asked.no_answer": "no answer from {registries}",
    "source-asked.not_asked": "not asked: {registries}",
    "source-retractions": "retractions of {day} ({file}, {rows} rows)",
}
