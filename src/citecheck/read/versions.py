"""Telling the language versions of a report apart: several files, or one file with one version after the other.

The language of a section is told by its stop words, and a border always falls on a heading: no detector that was
tried finds the line of the border by itself, because a bibliography quotes titles in other languages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from citecheck.errors import InputError
from citecheck.languages import UNKNOWN, UNTOLD, all_languages, is_language
from citecheck.languages.elsewhere import STOP_WORDS
from citecheck.model.frontmatter import front_language
from citecheck.model.source import Source, Span, Version
from citecheck.read.apart import CALL, NOTE, with_own_notes

TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
WORD = re.compile(r"[^\W\d_]+(?:['’])?")
PERHAPS_FOREIGN = re.compile(r"[\u0370-\u1fff\u2c00-\ufeff]")
"""A sign that may be of another script. Most texts have none: asking costs less than looking for words."""
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE)
BLANK = re.compile(r"\n[ \t]*\n")
DEAREST, CHEAPEST, PART = 25.0, 3.0, 0.05
"""What a change of language costs, in stop words that a passage must have more in the other language: a part of all
stop words of the text, within bounds, so that short documents may be bilingual and long ones may quote."""
HEADING_WEIGHT = 12.0
"""How many stop words the heading of a bibliography is worth."""
SHARE = 0.15
"""The share of the larger version's words that a smaller one must have; less is a summary or a quotation."""
CLEARLY, DENSELY = 1.5, 0.15
"""How many times as many stop words of a language without module a section must have as of those with one, and which part of
its words they must be."""
FEW = 5
"""Stop words that any text may have of a language."""
LONGEST_TITLE = 200
SAMPLE = 400_000
"""Characters of one section that are counted: more do not change the answer, and one line may have 50 million."""


def versions(sources: Sequence[tuple[Source, str | None]]) -> tuple[Version, ...]:
    """The language versions of one report, in the order in which they begin.

    ``sources`` are its files in order, each with its language where the user said it. All stretches of one language
    together are one version; but of files of which each is mostly in one language, and not all in the same, each is whole.
    """
    parts: dict[str, list[Span]] = {}
    counts = [(source, said, _sections(source, said)) for source, said in sources]
    fallback = _main_language(sections for _, _, sections in counts)
    told = [
        (source, _stretches(source, sections, fallback) if said is None else [(said, 0, len(source.text))])
        for source, said, sections in counts
    ]
    mostly = [_mostly(stretches) for _, stretches in told]
    apart = "" not in mostly and len({*mostly}) > 1
    for (source, stretches), main in zip(told, mostly, strict=True):
        own = [(main, 0, len(source.text))] if apart else with_own_notes(source.text, stretches)
        for lang, start, end in own:
            parts.setdefault(lang, []).append(Span(source, start, end))
    return tuple(Version(lang, tuple(spans)) for lang, spans in parts.items())


def _mostly(stretches: Sequence[tuple[str, int, int]]) -> str:
    """The language of two thirds of a file or more; empty where none has so much."""
    length: Counter[str] = Counter()
    for lang, start, end in stretches:
        length[lang] += end - start
    [(lang, most)] = length.most_common(1) or [("", 0)]
    return lang if most * 3 >= length.total() * 2 else ""


def check_language(code: str) -> str:
    """``code`` itself where citecheck knows that language; otherwise raises InputError."""
    known = [one.code for one in all_languages()]
    if not is_language(code):
        raise InputError(f"the language {code!r} is not known: use one of {', '.join(known)}")
    return code


def _stretches(source: Source, sections: list[Section], fallback: str) -> list[tuple[str, int, int]]:
    """The stretches of a file in one language each; of one in a language that is known, the front matter says which."""
    path = _path(sections, fallback)
    said = front_language(source.front)
    if len(path) == 1:
        return [(said, *path[0][1:])] if path[0][0] != UNKNOWN and is_language(said) else path
    said = said if is_language(said) else _language_of_name(source.path)
    if _notes_apart(source.text, path):
        said = path[0][0]
    known = {lang for lang, _, _ in path} - {UNKNOWN}
    if said not in known or len(known) == 1 or _all_titled(source.text, path):
        return path
    return _merge((lang if lang == UNKNOWN else said, start, end) for lang, start, end in path)


def _language_of_name(path: str) -> str:
    """The language that the name of a file or of its folder says: ``fr/report.md``, ``report.fr.md``; empty where none, or
    several, are said."""
    *folders, name = re.split(r"[/\\]", path.casefold())
    said = {part for part in (*folders[-FOLDERS:], *NAME_END.findall(name)) if is_language(part)}
    return said.pop() if len(said) == 1 else ""


def _notes_apart(text: str, path: Sequence[tuple[str, int, int]]) -> bool:
    """Whether one stretch calls labelled notes and has none, and another has notes and calls none: they are one text."""
    called = [CALL.search(text, start, end) is not None for _, start, end in path]
    noted = [NOTE.search(text, start, end) is not None for _, start, end in path]
    return any(called) and any(noted) and not any(map(all, zip(called, noted, strict=True)))


def _all_titled(text: str, path: Sequence[tuple[str, int, int]]) -> bool:
    """Whether each stretch of a file has a heading of the first level, as each of two versions in one file has: a text that
    goes on in another language was not translated to its end."""
    return all(TITLE.search(text, start, end) is not None for _, start, end in path)


NAME_END = re.compile(r"[._-]([a-z]{2,3})(?=\.|-[a-z]{2,3}\.)")
"""What the name of a file ends with before its kind: ``report.fr.md``, ``report_fr.md``."""
FOLDERS = 8
"""Folders above a file that may say its language."""
TITLE = re.compile(r"^ {0,3}#[ \t]+\S", re.MULTILINE)
Section = tuple[int, int, dict[str, float]]


def _sections(source: Source, said: str | None) -> list[Section]:
    if said is not None:
        return []
    text = source.text
    starts = [match.start() for match in HEADING.finditer(text)]
    if not starts:
        starts = [match.end() for match in BLANK.finditer(text)]
    borders = sorted({0, *starts, len(text)})
    sections: list[Section] = []
    listed = 0
    for start, end in pairwise(borders):
        line = text[start : min(end, start + LONGEST_TITLE)].partition("\n")[0]
        bare = line.lstrip(" ")
        level = len(bare) - len(bare.lstrip("#")) if HEADING.match(line) else 0
        title = line.strip("#* \t:.").casefold().replace("’", "'")
        if any(title in one.bibliography_headings for one in all_languages()):
            listed = level
        elif level <= listed:
            listed = 0
        # The entries of a bibliography have titles in any language: its heading, or what stands before it, tells its own.
        sections.append((start, end, _score("" if listed else text[start : min(end, start + SAMPLE)], title)))
    return sections


def _score(text: str, title: str) -> dict[str, float]:
    text = TAG.sub(" ", text) if "<a" in text or "<p" in text or "<li" in text else text
    found = Counter(WORD.findall(text.casefold().replace("’", "'")))
    score = {one.code: float(_count(found, one.stop_words)) for one in all_languages()}
    score[UNKNOWN] = _elsewhere(text, found, max(score.values()))
    for one in all_languages():
        # The heading of a bibliography says its language better than the titles below it do.
        own = (*one.bibliography_headings, *one.notes_headings, *one.further_reading_headings)
        if title in own:
            score[one.code] += HEADING_WEIGHT
    return score


def _elsewhere(text: str, found: Mapping[str, int], known: float) -> float:
    """The stop words of the language without a module that a text has most of; none where a known language, of which it
    has ``known`` ones, may be it as well: addresses and names have words of any language."""
    most = max(_foreign(text), *(_count(found, words) for words in _unknown())) if found else 0.0
    return most if most > max(FEW, CLEARLY * known, DENSELY * sum(found.values())) else 0.0


def _count(found: Mapping[str, int], words: frozenset[str]) -> int:
    """How often a text has some words; of its words it is known how often it has them."""
    return sum(found[word] for word in words.intersection(found))


@cache
def _unknown() -> tuple[frozenset[str], ...]:
    """The stop words of each language that has no module."""
    return tuple(words for code, words in STOP_WORDS.items() if not is_language(code))


@cache
def _foreign_words() -> re.Pattern[str]:
    """A word of another script; two signs of one that writes no spaces. Half of them are taken for stop words."""
    return re.compile(
        r"[\u0370-\u1dff\u1f00-\u1fff\u2c00-\u2c5f\u2c80-\u2dff\ua4d0-\ua6ff\ua840-\uaaff\uabc0-\uabff\ufb1d-\ufdff\ufe70-\ufeff]{2,40}"
        r"|[\u3040-\u9fff\uac00-\ud7a3\uf900-\ufaff]{1,2}"
    )


def _foreign(text: str) -> float:
    """How many words of scripts other than the Latin one a text has, as stop words."""
    return len(_foreign_words().findall(text)) / 2 if PERHAPS_FOREIGN.search(text) else 0.0


def _main_language(files: Iterable[list[Section]]) -> str:
    # Where no word tells, the first one counts.
    total: dict[str, float] = {UNTOLD: 0.0} | {one.code: 0.0 for one in all_languages()} | {UNKNOWN: 0.0}
    for sections in files:
        for _, _, score in sections:
            for lang, value in score.items():
                total[lang] += value
    return max(total, key=lambda lang: total[lang])


def _path(sections: list[Section], fallback: str) -> list[tuple[str, int, int]]:
    """The likeliest language of every section (Viterbi, 1967): each change of language has a price."""
    if not sections or not any(any(score.values()) for _, _, score in sections):
        end = sections[-1][1] if sections else 0
        return [(fallback, 0, end)]
    langs = [*(one.code for one in all_languages()), UNKNOWN]
    switch = min(DEAREST, max(CHEAPEST, PART * sum(max(score.values()) for _, _, score in sections)))
    best = {lang: sections[0][2][lang] for lang in langs}
    back: list[dict[str, str]] = []
    for _, _, score in sections[1:]:
        step, pointers = {}, {}
        for lang in langs:
            before = max(
                langs, key=lambda other: best[other] - (switch if other != lang else 0) + (other == lang) * 1e-6
            )
            pointers[lang] = before
            step[lang] = best[before] - (switch if before != lang else 0) + score[lang]
        best = step
        back.append(pointers)
    lang = max(langs, key=lambda one: best[one])
    chain = [lang]
    for pointers in reversed(back):
        lang = pointers[lang]
        chain.append(lang)
    chain.reverse()
    told = zip(_without_inserts(sections, chain), sections, strict=True)
    return _merge((lang, start, end) for lang, (start, end, _) in told)


def _without_inserts(sections: list[Section], chain: list[str]) -> list[str]:
    """A language with too small a share of the text is an insert (an abstract, a quotation), not a version."""
    size: dict[str, float] = {}
    for lang, (_, _, score) in zip(chain, sections, strict=True):
        size[lang] = size.get(lang, 0) + score[lang]
    largest = max(size, key=lambda lang: size[lang])
    kept = {lang for lang, value in size.items() if value >= SHARE * size[largest]}
    return [lang if lang in kept else largest for lang in chain]


def _merge(stretches: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The stretches, those of one language behind each other as one."""
    merged: list[tuple[str, int, int]] = []
    for lang, start, end in stretches:
        if merged and merged[-1][0] == lang:
            merged[-1] = (lang, merged[-1][1], end)
        else:
            merged.append((lang, start, end))
    return merged
