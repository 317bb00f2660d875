"""citecheck with names that this machine does not know: hosts of more than one address, and of one that changes.

    python bench/links/names.py NAMES WORD…

NAMES is a JSON file: for each name the answers to its look-ups, one after the other, each a list of addresses; the last
one stays. Whatever else is looked up goes to the system. Only the answers are made; that names are looked up, judged and
connected to is citecheck's own doing.
"""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path
from threading import Lock
from typing import Any


def main() -> None:
    """Puts the made-up names in front of the system's, and runs citecheck."""
    answers: dict[str, list[list[str]]] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    system, lock = socket.getaddrinfo, Lock()

    def look_up(host: Any, port: Any, *more: Any, **options: Any) -> Any:
        with lock:
            left = answers.get(host)
            if left is None:
                addresses = None
            else:
                addresses = left.pop(0) if len(left) > 1 else left[0]
        if addresses is None:
            return system(host, port, *more, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in addresses]

    socket.getaddrinfo = look_up
    sys.argv = ["citecheck", *sys.argv[2:]]
    from citecheck.__main__ import main as run

    run()


if __name__ == "__main__":
    main()
