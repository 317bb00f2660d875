"""Cookies go back to the host that set them, and to nobody else."""

from __future__ import annotations

from citecheck.net.cookies import MOST, Jar


def test_a_cookie_goes_back_to_its_host_alone() -> None:
    jar = Jar()
    assert jar.take("quai.example", ["a=1; Path=/; Domain=.example", "b=2"])
    assert jar.header("quai.example", secure=True) == "a=1; b=2"
    for other in ("www.quai.example", "example", "port.example"):
        assert jar.header(other, secure=True) == ""


def test_a_secure_cookie_needs_a_secure_connection() -> None:
    jar = Jar()
    jar.take("quai.example", ["a=1; Secure", "b=2"])
    assert jar.header("quai.example", secure=False) == "b=2"


def test_what_is_new_is_told_and_what_is_taken_back_is_gone() -> None:
    jar = Jar()
    assert jar.take("h", ["a=1"])
    assert not jar.take("h", ["a=1"])
    assert jar.take("h", ["a=2"])
    assert jar.take("h", ["a=; Max-Age=0"])
    assert jar.header("h", secure=True) == ""


def test_what_is_no_cookie_is_passed_over() -> None:
    jar = Jar()
    assert not jar.take("h", ["", "novalue", "=x", "a=1\r\nX: y", "; a=1"])
    jar.take("h", [f"c{n}=1" for n in range(500)])
    assert len(jar.held["h"]) == MOST
