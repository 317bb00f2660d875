"""What web pages say, in the languages of the web: that something is not there, that one must sign in, agree, or be human.

The phrases stand with their language, or in `citecheck.languages.elsewhere`; here are the signs that belong to none.
"""

from __future__ import annotations

from functools import cache

from citecheck.languages import all_languages
from citecheck.languages.base import wordset
from citecheck.languages.elsewhere import PAGES
from citecheck.languages.folding import fold

_SEGMENTS = {
    "not_found_paths": wordset("404 | error404 | 404error | error-404 | 404-error | page-404 | page404"),
    "login_paths": wordset("""
        sso | saml | saml2 | cas | idp | oauth | oauth2 | auth | login.aspx | login.php | login.html | login.jsp
        signin.html | shibboleth.sso | wayf | wp-login.php
    """),
    "home_paths": wordset("""
        index.html | index.htm | index.php | index.asp | index.aspx | index.jsp | default.aspx | default.asp
        default.htm
    """),
}
"""Parts of a path that programs make, whatever the language of a site."""

LANGUAGE_CODES = wordset("""
    en | fr | de | es | it | pt | nl | pl | ru | uk | cs | sk | sl | hr | sr | hu | ro | bg | el | sv | da | no | nb | fi
    et | lv | lt | tr | ar | he | fa | zh | ja | ko | vi | th | hi | eng | fra | fre | deu | ger | spa | english | french
    francais | deutsch | espanol
""")
"""Parts of a path that mean the home page in a language. Codes that sites use for regions and subjects too are left out."""


@cache
def page_phrases(field: str) -> tuple[str, ...]:
    """What pages say of one kind (a field of `Pages`), in any language, as `fold` makes it."""
    told = [*(one.pages for one in all_languages()), *PAGES.values()]
    return tuple(dict.fromkeys(fold(phrase) for pages in told for phrase in getattr(pages, field)))


@cache
def page_paths(field: str) -> frozenset[str]:
    """The parts of a path by which a page of one kind (a field of `Pages`) is known, in any language, in lower case."""
    told = [*(one.pages for one in all_languages()), *PAGES.values()]
    return _SEGMENTS[field].union(*(getattr(pages, field) for pages in told))
