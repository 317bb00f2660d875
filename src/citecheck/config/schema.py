"""What a configuration may say, as a JSON Schema: editors complete by it, and the reader takes its keys from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

__all__ = [
    "FILE_KEYS",
    "HOST_KEYS",
    "KEYS",
    "LEVELS",
    "LINK_KEYS",
    "SEVERITIES",
    "TREATED",
    "UI",
    "WAIVER_KEYS",
    "config_schema",
]

LEVELS = ("error", "warning", "info", "never")
SEVERITIES = ("error", "warning", "info")
UI = ("en", "fr")
ADDRESS = "https://citecheck.readthedocs.io/schema/citecheck.schema.json"

RULE = {"$ref": "#/$defs/rule"}
RULES = {
    "description": "Rules, by code, beginning of codes or name.",
    "anyOf": [RULE, {"type": "array", "items": RULE}],
}
PATH = {"type": "string", "minLength": 1}
PATHS = {"anyOf": [PATH, {"type": "array", "items": PATH}]}
SEVERITY = {
    "description": 'How much the findings of rules matter: CIT006 = "warning". What names fewer rules goes first.',
    "type": "object",
    "propertyNames": RULE,
    "additionalProperties": {"enum": [*SEVERITIES]},
}
PATTERN = {
    "description": "A pattern of paths, relative to this file: annex/*.md, **/draft.md, annex/ (all below it).",
    **PATH,
}
FINGERPRINT = {"type": "string", "pattern": "^v1:[0-9a-f]{16}$"}
FILES: dict[str, Any] = {
    "path": PATTERN,
    "ignore": {**RULES, "description": "Rules that are ignored in these files."},
    "severity": SEVERITY,
}
WAIVERS: dict[str, Any] = {
    "rule": {**RULES, "description": "The rules whose findings are accepted."},
    "path": PATTERN,
    "note": {
        "description": "The note, as printed, with or without its language: fr:39.",
        "type": "string",
        "minLength": 1,
    },
    "source": {"description": "The source, in words that name it: Doe, 2020.", "type": "string", "minLength": 1},
    "fingerprint": {
        "description": (
            "The finding's fingerprint; of one with several places, the fingerprints of these (occurrences)."
        ),
        "anyOf": [FINGERPRINT, {"type": "array", "items": FINGERPRINT}],
    },
    "reason": {"description": "Why the findings are accepted.", "type": "string", "minLength": 1},
    "until": {
        "description": "The last day on which the waiver holds, as a date: 2027-01-31.",
        "type": "string",
        "format": "date",
    },
}
TREATED = ("ok", "unverifiable", "skipped")
"""The verdicts that a configuration can give a host."""
SECONDS = {"type": "number", "minimum": 0, "maximum": 3600}
COUNT = {"type": "integer", "minimum": 1, "maximum": 1000}
STRINGS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
HOST: dict[str, Any] = {
    "headers": {
        "description": "Headers that this host alone is sent, over https and its port unless the name says http://host:8080.",
        "type": "object",
        "additionalProperties": {"type": "string"},
    },
    "concurrency": {"description": "Requests at once to this host.", **COUNT},
    "interval": {"description": "Seconds between two requests to this host.", **SECONDS},
    "treat_as": {"description": "The verdict on every URL of this host, which is not asked.", "enum": [*TREATED]},
    "accept": {
        "description": "Statuses that count as an answer.",
        "type": "array",
        "items": {"type": "integer", "minimum": 100, "maximum": 999},
    },
}
LINKS: dict[str, Any] = {
    "exclude": {
        "description": (
            "Regular expressions of RE2 (no look-around, no back-references): URLs that they find are skipped."
        ),
        **STRINGS,
    },
    "hosts": {
        "description": "What holds for single hosts and those below them.",
        "type": "object",
        "additionalProperties": {"type": "object", "additionalProperties": False, "properties": HOST},
    },
    "allow_private": {
        "description": "Whether private addresses are asked: true, or the networks whose addresses are.",
        "anyOf": [{"type": "boolean"}, *STRINGS["anyOf"]],
    },
    "cache_ttl": {
        "description": "How long what lived is remembered: 12h, 7d, or days.",
        "anyOf": [{"type": "string"}, {"type": "number", "minimum": 0}],
    },
    "concurrency": {"description": "Requests at once over all hosts.", **COUNT},
    "per_host": {"description": "Requests at once to one host.", **COUNT},
    "retries": {"description": "Further tries where one may pass.", "type": "integer", "minimum": 0, "maximum": 1000},
    "max_redirects": {"description": "Redirects in a row.", "type": "integer", "minimum": 0, "maximum": 1000},
    "interval": {"description": "Seconds between two requests to one host.", **SECONDS},
    "timeout": {"description": "Seconds to wait for an answer.", **SECONDS, "minimum": 0.1},
    "browser_headers": {"description": "A second try with a browser's headers.", "type": "boolean"},
    "cache": {"description": "Whether what lived is remembered.", "type": "boolean"},
    "archive": {"description": "Whether archived copies of what is gone are looked for.", "type": "boolean"},
    "tell_queries": {
        "description": "Whether archives are also told of addresses whose query looks like a secret.",
        "type": "boolean",
    },
}
PROPERTIES: dict[str, Any] = {
    "documents": {
        "description": "The files of the report in reading order, or a table of languages and files.",
        "anyOf": [PATHS, {"type": "object", "additionalProperties": PATHS}],
    },
    "bibliography": {
        "description": "Files of BibTeX, RIS, CSL-JSON, CSL-YAML or Hayagriva in place of a printed bibliography.",
        **PATHS,
    },
    "compare_bibliography": {
        "description": "Files of such a database, with which the printed bibliography is compared.",
        **PATHS,
    },
    "select": {**RULES, "description": "Only these rules are reported."},
    "ignore": {**RULES, "description": "These rules are left out, also of those selected."},
    "fail_on": {"description": "From which severity on an audit exits with status 1.", "enum": [*LEVELS]},
    "ui": {"description": "The language of messages.", "enum": [*UI]},
    "rates": {
        "description": 'Exchange rates of your own: RUB = { "2023" = 92.3, "2023-02-24" = 80.1 }, what one euro is.',
        "type": "object",
        "propertyNames": {"pattern": "^[A-Z]{3}$"},
        "additionalProperties": {
            "type": "object",
            "propertyNames": {"pattern": "^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$"},
            "additionalProperties": {"type": "number", "exclusiveMinimum": 0},
        },
    },
    "official_rates": {"description": "Whether declared rates are compared with official ones.", "type": "boolean"},
    "severity": SEVERITY,
    "baseline": {"description": "The file of the findings that are known and do not fail the gate.", **PATH},
    "links": {
        "description": "How URLs are asked for.",
        "type": "object",
        "additionalProperties": False,
        "properties": LINKS,
    },
    "sources": {
        "description": "How registries are asked for works.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "mailto": {
                "description": "Your e-mail address, which registries ask for.",
                "type": "string",
                "pattern": "@",
            },
            "retractions": {"description": "A file of Retraction Watch, in which works are looked up.", **PATH},
        },
    },
    "files": {
        "description": "What holds in some of the files only.",
        "type": "array",
        "items": {"type": "object", "required": ["path"], "additionalProperties": False, "properties": FILES},
    },
    "waivers": {
        "description": "Findings that are accepted, with the reason.",
        "type": "array",
        "items": {
            "type": "object",
            "required": ["rule", "reason"],
            "additionalProperties": False,
            "properties": WAIVERS,
        },
    },
}
KEYS = tuple(PROPERTIES)
LINK_KEYS = tuple(LINKS)
HOST_KEYS = tuple(HOST)
FILE_KEYS = tuple(FILES)
WAIVER_KEYS = tuple(WAIVERS)


def config_schema(rules: Iterable[Mapping[str, str]]) -> dict[str, Any]:
    """The schema of ``citecheck.toml``; ``rules`` give ``code`` and ``name``, which editors propose."""
    known = list(rules)
    families = dict.fromkeys(rule["code"].rstrip("0123456789") for rule in known)
    words = [*families, *(rule["code"] for rule in known), *(rule["name"] for rule in known)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ADDRESS,
        "title": "citecheck.toml",
        "description": "The configuration of citecheck; the same keys stand under [tool.citecheck] in pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": PROPERTIES,
        "$defs": {
            "rule": {
                "description": "A code (CIT002), the beginning of codes (CIT) or a name (uncited-entry).",
                "anyOf": [{"enum": words}, {"type": "string", "minLength": 1}],
            }
        },
    }
