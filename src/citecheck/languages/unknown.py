"""A language that citecheck does not know: it has no words, and rules that need words do not judge it.

It has the code that ISO 639-2 has for what is undetermined. A text is told to be in it by the commonest words of languages that
have no module (`citecheck.languages.elsewhere`), or by letters that are not Latin.
"""

from __future__ import annotations

from citecheck.languages.base import Language, Pages

ANOTHER = Language(
    code="und",
    name="another language",
    stop_words=frozenset(),
    months={},
    conjunctions=(),
    et_al=(),
    no_date=(),
    ibid=(),
    loc_cit=(),
    op_cit=(),
    note_words=(),
    back_words=(),
    ahead_words=(),
    lead_ins=(),
    cited_in=(),
    page_labels=(),
    locator_labels=(),
    connectors=(),
    function_words=frozenset(),
    editors=(),
    in_words=(),
    accessed=(),
    bibliography_headings=(),
    further_reading_headings=(),
    notes_headings=(),
    chapter_words=(),
    caption_words=(),
    quotes=(),
    decimal_comma=True,
    group_separators=("'", "’", " ", "\u202f", "\u2009", "\u00a0", "."),
    scales={},
    currencies={},
    about=(),
    rate_words=(),
    whole_text=(),
    number_words={},
    units=frozenset(),
    not_authors=frozenset(),
    source_words=(),
    courts=(),
    laws=(),
    acts=(),
    places=frozenset(),
    before_years=frozenset(),
    pages=Pages(),
)
