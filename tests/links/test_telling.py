"""What archives are told: of no private address, of no user name, and of no query that looks like a secret."""

from __future__ import annotations

import pytest

from citecheck.links.telling import secret_parameter, why_untold

SECRET = [
    *("token=x", "access_token=abc", "sig=a", "signature=a", "X-Amz-Signature=00ff", "X-Amz-Security-Token=a", "key=k"),
    *("api_key=k", "apikey=k", "password=p", "pwd=p", "sid=4", "PHPSESSID=4", "jsessionid=4", "session_id=4", "auth=y"),
    *("a=1&token=x", "a=1;token=x", "user[token]=x", "X-Goog-Credential=me", "se=2030&sp=r&sig=a"),
    "q=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2ln",
    "id=550e8400-e29b-41d4-a716-446655440000",
    "d=9f86d081884c7d659a2feaa0c55ad015",
    "t=Zx81kQpLm93TvBn20sWc",
    "t=aBcDeFgHiJkLmNoPqRsT",
    "u=https%3A%2F%2Fquai.example%2F%3Fs%3DZx81kQpLm93TvBn20sWc",
    "Zx81kQpLm93TvBn20sWc",
]
PLAIN = [
    *(
        "",
        "id=12345",
        "p=4&lang=en",
        "v=dQw4w9WgXcQ",
        "doi=10.1000/182",
        "q=ports+and+tides",
        "date=20190101",
        "token=",
    ),
    "title=annual-report-2019-and-figures-of-2020-with-tables-of-2021",
    "id=20190101000000123456",
    "name=EuropeanCommissionReport",
    "keyword=tides&author=Doe&monkey=1",
    "uri=CELEX:32016R0679&from=EN",
]


@pytest.mark.parametrize("query", SECRET)
def test_a_query_that_looks_like_a_secret_is_told_only_when_that_is_wanted(query: str) -> None:
    url = f"https://quai.example/a?{query}"
    said = why_untold(url, public=True, queries=False)
    assert said is not None
    assert said.key == "untold-query"
    assert "Zx81" not in repr(said)
    assert why_untold(url, public=True, queries=True) is None


@pytest.mark.parametrize("query", PLAIN)
def test_a_query_that_looks_like_none_is_told(query: str) -> None:
    assert why_untold(f"https://quai.example/a?{query}", public=True, queries=False) is None


def test_what_stands_in_the_path_counts_where_it_is_a_parameter() -> None:
    assert secret_parameter("https://quai.example/a;jsessionid=3F2A?id=7") == "jsessionid"
    assert secret_parameter("https://quai.example/a;v=1.2/b") is None


@pytest.mark.parametrize("queries", [False, True])
def test_no_option_tells_of_a_private_address_or_a_user_name(queries: bool) -> None:
    private = why_untold("https://wiki.corp.example/a", public=False, queries=queries)
    user = why_untold("https://anna:secret@quai.example/a", public=True, queries=queries)
    assert (private and private.key, user and user.key) == ("untold-private", "untold-user")
    assert "secret" not in repr(user)
