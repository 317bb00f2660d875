"""Caches of verdicts as an earlier run left them, and damaged ones."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

from mutate import mutated_bytes
from reports import URLS
from trees import mutated_json

from citecheck.net.cache import APPLICATION, NAME, TABLE, VERSION

NOW = 1_767_225_600.0
"""When every case happens: the first second of 2026."""
FILE = f"cache/citecheck/{NAME}"
VERDICT: Mapping[str, Any] = {
    "status": "ok",
    "reason": ["answers", {"status": "200"}],
    "http_status": 200,
    "final_url": None,
    "redirects": [["https://a.example/", 301, "https://b.example/"]],
    "tries": [["https://a.example/", "200", 12, False]],
    "new_url": None,
    "browser_headers": False,
}


def cache_files(rng: Random) -> Mapping[str, bytes]:
    """The file of a cache, with rows or bytes that are not as they were written."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / NAME
        base = sqlite3.connect(file)
        base.execute(TABLE if rng.random() < 0.9 else "CREATE TABLE links (url, at, link)")
        base.execute(f"PRAGMA application_id = {APPLICATION if rng.random() < 0.95 else 7}")
        base.execute(f"PRAGMA user_version = {VERSION if rng.random() < 0.95 else 99}")
        for url in URLS:
            row = mutated_json(rng, {**VERDICT, "status": rng.choice(("ok", "moved", "insecure", "dead"))})
            link: object = (
                row.decode("utf-8", "replace") if rng.random() < 0.8 else rng.choice((row, None, 7, 0.5, b"\xff"))
            )
            at: object = (
                NOW - 60 if rng.random() < 0.85 else rng.choice((1e308, -1e308, "yesterday", b"\x00", NOW + 9e9, 0))
            )
            try:
                base.execute("INSERT INTO links VALUES (?, ?, ?)", (f" {url}", at, link))
            except (sqlite3.Error, UnicodeEncodeError):
                base.execute("INSERT INTO links VALUES (?, ?, ?)", (f" {url}", NOW - 60, json.dumps(dict(VERDICT))))
        base.commit()
        base.close()
        data = file.read_bytes()
    return {FILE: mutated_bytes(rng, data) if rng.random() < 0.4 else data}
