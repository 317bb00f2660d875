"""English."""

from __future__ import annotations

from citecheck.languages.base import Language

MILLION = 10**6

LANGUAGE = Language(
    code="en",
    name="English",
    stop_words=frozenset(
        ["the", "of", "and", "to", "in", "is", "that", "for", "on", "with", "as", "by", "are", "was", "were", "be", "been", "this", "these", "those", "which", "it", "its", "their", "they", "he", "she", "from", "at", "an", "or", "not", "but", "have", "has", "had", "will", "would", "can", "could", "may", "also", "more", "than", "into", "between", "under", "over", "however", "while", "when", "where", "who", "what", "there", "such", "other", "some", "any", "each", "both", "during", "after", "before", "since", "about"]
    ),
    months={
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
        "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    },
    conjunctions=("and", "&"),
    et_al=("et al", "and others", "and colleagues"),
    no_date=("n.d.", "n. d.", "no date", "undated", "n.d", "forthcoming", "in press"),
    ibid=("ibidem", "ibid"),
    loc_cit=("loc. cit.", "loc. cit", "loc cit", "idem", "id."),
    op_cit=("op. cit.", "op. cit", "op cit", "op.cit.", "art. cit.", "art. cit", "art cit", "work cited"),
    note_words=("supra note", "see note", "see supra note", "infra note", "above note", "note", "see above note",
                "cf. note", "supra n.", "n.", "above n"),
    lead_ins=("see", "see also", "see, for example,", "see for example", "see e.g.", "see, e.g.,", "see in particular",
              "cf.", "cf", "compare", "compare with", "but see", "e.g.", "e.g.,", "for example", "quoted in", "cited in",
              "cited by", "quoted by", "quoted from", "according to", "source:", "sources:", "source", "also", "and", "as well as",
              "adapted from", "based on", "in", "from", "contra", "see notably", "notably", "especially", "see generally",
              "for more", "on this point, see", "on this, see", "for details, see", "for an overview, see",
              "for a discussion, see", "translated from", "reprinted in", "by contrast", "see further", "accord"),
    page_labels=("p.", "pp.", "page", "pages", "p", "pp", "pg.", "at"),
    locator_labels=("ch.", "chap.", "chapter", "§", "§§", "para.", "paras.", "par.", "art.", "article", "fig.", "figure",
                    "table", "appendix", "annex", "section", "sec.", "sect.", "vol.", "no.", "n.", "note", "line", "loc."),
    connectors=("of", "for", "the", "and", "on", "in", "to", "von", "van", "der", "den", "di", "da", "del", "della", "al",
                "bin", "ibn", "y", "dos", "das", "e", "ter", "ten", "zu", "zur", "für", "und", "against", "at", "with"),
    function_words=frozenset(
        ["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "my", "our", "your", "to", "of", "in", "on", "at", "by", "for", "with", "from", "into", "and", "or", "nor", "than", "very", "as", "is", "was", "are", "were"]
    ),
    editors=("ed.", "eds.", "editor", "editors", "ed", "eds"),
    in_words=("in",),
    accessed=("retrieved from", "retrieved on", "retrieved", "accessed on", "accessed", "available at", "available from",
              "available on", "available online", "last accessed", "last accessed on", "viewed on", "viewed", "consulted on",
              "consulted", "date accessed", "url", "online at", "online", "link", "read the full story under this link",
              "downloaded from"),
    bibliography_headings=("bibliography", "references", "works cited", "sources", "literature", "reference list",
                           "list of references", "cited works", "literature cited", "sources cited", "selected bibliography",
                           "select bibliography", "references cited", "sources and references", "bibliography and sources",
                           "cited literature"),
    further_reading_headings=("further reading", "additional reading", "recommended reading", "suggested reading",
                              "for further reading", "suggestions for further reading", "further resources",
                              "suggested readings", "recommended readings", "further readings", "additional resources"),
    notes_headings=("notes", "endnotes", "footnotes", "notes and references"),
    chapter_words=("chapter", "part", "section", "appendix", "annex"),
    caption_words=("figure", "fig.", "table", "chart", "map", "box", "source", "sources", "photo", "graph"),
    quotes=(("“", "”"), ("‘", "’"), ("\"", "\"")),
    list_and="and",
    decimal_comma=False,
    group_separators=(",", "'", "’", "\u00a0", "\u202f", "\u2009", " "),
    scales={
        "thousand": 10**3, "million": MILLION, "millions": MILLION, "billion": 10**9, "billions": 10**9,
        "trillion": 10**12, "trillions": 10**12, "bn": 10**9, "bln": 10**9, "mn": MILLION, "mln": MILLION, "tn": 10**12,
        "m": MILLION, "M": MILLION, "k": 10**3, "K": 10**3, "b": 10**9, "B": 10**9, "trn": 10**12, "mio": MILLION,
    },
    currencies={
        "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "us dollar": "USD", "us dollars": "USD",
        "u.s. dollars": "USD", "u.s. dollar": "USD", "us-dollar": "USD", "us-dollars": "USD",
        "american dollars": "USD", "american dollar": "USD",
        "russian rubles": "RUB", "russian roubles": "RUB", "ruble": "RUB", "rubles": "RUB",
        "rouble": "RUB", "roubles": "RUB", "pound": "GBP", "pounds": "GBP",
        "pound sterling": "GBP", "pounds sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
        "swiss franc": "CHF", "swiss francs": "CHF", "swedish kronor": "SEK", "norwegian kroner": "NOK",
        "danish kroner": "DKK", "zloty": "PLN", "zlotys": "PLN", "rupee": "INR", "rupees": "INR", "won": "KRW",
        "reais": "BRL", "real": "BRL", "canadian dollars": "CAD", "australian dollars": "AUD", "turkish lira": "TRY",
        "lira": "TRY", "hryvnia": "UAH", "hryvnias": "UAH", "forints": "HUF", "czech crowns": "CZK", "shekels": "ILS",
        "rand": "ZAR", "dirhams": "AED", "riyals": "SAR",
    },
    about=("about", "around", "approximately", "nearly", "almost", "some", "roughly", "ca.", "c.", "circa", "more than",
           "over", "less than", "under", "at least", "up to", "close to", "in the order of", "estimated", "estimated at",
           "an estimated", "at most", "no more than", "ca", "~", "≈", "±"),
    rate_words=("exchange rate", "conversion", "conversion rate", "rate of exchange", "rate"),
    whole_text=("throughout this", "throughout the", "in this paper", "in this report", "in this document",
                "unless otherwise", "throughout"),
    number_words={
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
    },
    units=frozenset(
        ["%", "‰", "percent", "per-cent", "km", "m", "cm", "mm", "kg", "t", "tons", "ton", "tonnes", "tonne", "kilometers", "kilometer", "kilometres", "kilometre", "meters", "meter", "metres", "metre", "hectares", "hectare", "ha", "years", "year", "months", "month", "days", "day", "hours", "hour", "minutes", "minute", "seconds", "second", "weeks", "week", "points", "degrees", "degree", "°c", "°", "people", "inhabitants", "miles", "mile", "feet", "foot", "km²", "m²", "km/h", "mph", "mw", "gw", "tw", "kw", "kwh", "mwh", "gwh", "twh", "kb", "mb", "gb", "tb", "hz", "khz", "mhz", "ghz"]
    ),
    not_authors=frozenset(
        ["article", "articles", "chapter", "figure", "table", "act", "law", "decree", "directive", "regulation", "resolution", "annex", "part", "section", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "spring", "summer", "autumn", "fall", "winter", "agenda", "plan", "note", "summit", "scenario", "project", "page", "version", "edition", "paris", "london", "brussels", "geneva", "berlin", "moscow", "beijing", "washington", "in", "since", "by", "until", "from", "before", "after", "between", "during", "early", "late", "mid"]
    ),
    source_words=("interview", "interviews", "directive", "regulation", "act", "law", "decree", "statute", "treaty",
                  "convention", "resolution", "code", "archives", "archive", "speech", "press release", "report", "hearing",
                  "testimony", "memorandum", "executive order", "ruling", "judgment", "constitution", "charter", "agreement",
                  "official journal", "data", "dataset", "database", "survey", "letter", "email", "e-mail", "conference",
                  "correspondence", "statement", "personal communication"),
)
