"""Names of hosts: what of them is an address in another notation, and which are no public ones whatever they lead
to."""

from __future__ import annotations

import contextlib
import re
import socket
import unicodedata
from ipaddress import IPv4Address, IPv6Address, ip_address

PRIVATE_NAMES = re.compile(
    r"(?:.*\.)?(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|test|onion|alt|arpa)"
)
"""Names of special use (RFC 6761, 6762 with its appendix G, 7686, 8375, 9476) and those that ICANN keeps for networks
of one's own."""
METADATA_NAMES = frozenset(
    (
        *(
            "metadata",
            "metadata.google.internal",
            "metadata.goog",
            "metadata.azure.internal",
            "metadata.tencentyun.com",
        ),
        *("instance-data", "instance-data.ec2.internal"),
    )
)
"""Where clouds tell their machines their secrets. Never asked, whatever is allowed."""
NUMBER = re.compile(r"\d+|0x[\da-f]*")


def plain_name(host: str) -> str:
    """A host's name in the one form of the many that mean the same: lower case, plain letters and dots, none at the
    end."""
    folded = unicodedata.normalize("NFKC", host).replace("\u3002", ".").lower()
    return folded.strip("[]").rstrip(".")


def literal(name: str) -> IPv4Address | IPv6Address | None:
    """The address that a plain name is, in whatever notation (``127.1``, ``0x7f.1``, ``2130706433``); None where it is
    none."""
    with contextlib.suppress(ValueError):
        return ip_address(name.partition("%")[0])
    with contextlib.suppress(OSError, UnicodeError, ValueError):
        return IPv4Address(socket.inet_aton(name))
    return None


def is_private_name(name: str) -> bool:
    """Whether a plain name that is no address is none of the public network: of special use, without a dot, or a
    number."""
    if literal(name) is not None:
        return False
    last = name.rpartition(".")[2]
    return "." not in name or PRIVATE_NAMES.fullmatch(name) is not None or NUMBER.fullmatch(last) is not None


def is_this_machine(host: str) -> bool:
    """Whether a host is the machine itself, which no proxy is asked about."""
    name = plain_name(host)
    address = literal(name)
    return address.is_loopback if address is not None else name == "localhost" or name.endswith(".localhost")
