"""Cookies go back to the host that set them, and to nobody else."""

from __future__ import annotations

from citecheck.net.cookies import MOST, Jar


def test_a_cookie_goes_back_to_its_host_alone() -> None:
    jar = Jar()
    assert jar.take("quai.example", ["a=1; Path=/; Domain=.example", "b=2"], secure=True)
    assert jar.header("quai.example", secure=True) == "a=1; b=2"
    for other in ("www.quai.example", "example", "port.example"):
        assert jar.header(other, secure=True) == ""


def test_a_secure_cookie_needs_a_secure_connection() -> None:
    jar = Jar()
    jar.take("quai.example", ["a=1; Secure", "b=2"], secure=True)
    assert jar.header("quai.example", secure=True) == "a=1; b=2"
    assert jar.header("quai.example", secure=False) == ""


def test_a_connection_that_anybody_can_write_to_sets_and_replaces_no_secure_cookie() -> None:
    jar = Jar()
    assert not jar.take("quai.example", ["a=1; Secure"], secure=False)
    jar.take("quai.example", ["a=1"], secure=True)
    assert not jar.take("quai.example", ["a=2", "a=; Max-Age=0"], secure=False)
    assert jar.header("quai.example", secure=True) == "a=1"
    jar.take("quai.example", ["b=3"], secure=False)
    assert jar.header("quai.example", secure=False) == "b=3"


def test_what_is_new_is_told_and_what_is_taken_back_is_gone() -> None:
    jar = Jar()
    assert jar.take("h", ["a=1"], secure=True)
    assert not jar.take("h", ["a=1"], secure=True)
    assert jar.take("h", ["a=2"], secure=True)
    assert jar.take("h", ["a=; Max-Age=0"], secure=True)
    assert jar.header("h", secure=True) == ""


def test_what_is_no_cookie_is_passed_over() -> None:
    jar = Jar()
    assert not jar.take("h", ["", "novalue", "=x", "a=1\r\nX: y", "; a=1"], secure=True)
    jar.take("h", [f"c{n}=1" for n in range(500)], secure=True)
    assert len(jar.held["h"]) == MOST
