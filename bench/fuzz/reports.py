"""Small inputs of every form, invented: what the cases begin with beside the documents of the repository's tests."""

from __future__ import annotations

BILINGUAL = """# Les quais du nord

## 1. Les coûts

Le quai a coûté 141,5 millions d'euros (150 millions de dollars)<sup>1</sup>, dit Morvan<sup>2</sup>. Il en fallait 2 000 en 2019<sup>3</sup>.

<sup>1</sup> Le taux est de 1 € = 1,06 $ pour tout le texte.

<sup>2</sup> Morvan, 2020, p. 4, 12

<sup>3</sup> Ibid., p. 9-7

## 2. Les ports

« Le port est fermé » (Kerbrat, 2021)<sup>4</sup>.

<sup>4</sup> Kerbrat, « Les criées », 2021 ; voir note 2 ; https://criees.example/ouest

## Bibliographie

1. Kerbrat, A. (2021). *Les criées de l'Ouest*. Brest : Éditions du Quai. https://criees.example/ouest (consulté le 3 mai 2021)
2. Morvan, J. (2020). *Sardines*. Lorient : Presses du Large. doi:10.1000/182

# The quays of the north

## 1. The costs

The quay cost €141.5 million (US$ 150 million).<sup>1</sup> Morvan says so.<sup>2</sup>

<sup>1</sup> The rate is 1 € = 1.06 $ throughout.

<sup>2</sup> Morvan, 2020, p. 4, 12-13

## 2. The ports

The port is closed.<sup>3</sup>

<sup>3</sup> Kerbrat, "The auctions", 2021; https://auctions.example/west

## Bibliography

1. Kerbrat, A. (2021). *The Auctions of the West*. Brest: Éditions du Quai.
2. Morvan, J. (2020). *Sardines*. Lorient: Presses du Large.
"""
PANDOC = """---
title: The ports
bibliography: refs.bib
---

# The ports

The port is closed[^1] in winter[^why], as they say [@doe2020, p. 4; -@roe].^[An inline note: Doe 2020.] It opens[^1] again.

<!-- citecheck: ignore CIT002 the reason -->

[^1]: Doe, J. (2020). *The ports of the north*. London: Harrow, p. 4.

[^why]: Ibid., 5–7; Roe, *op. cit.*, p. xii.

    It goes on here. <https://example.org/a?utm_source=x>

| Year | Sum |
|------|-----|
| 2019 | 5 [^t] |

[^t]: See supra note 1.
"""
NUMERIC = """# On steel

Steel is dear [1], [2]–[4]. Coal is not [2, 3]; cf. [5, p. 12].

## References

[1] J. Doe, "Steel and coal," *J. Met.*, vol. 3, no. 2, pp. 1–9, 2019.
[2] A. Roe, B. Poe, and C. Coe, *Coal*. London: Harrow, 2020.
[3] A. Roe et al., "More coal," in *Proc. Coal*, 2021, pp. 4-2.
[4] Ministry of Steel, 2018. [Online]. Available: http://steel.example/a
"""
ENDNOTES = """Introduction
============

It was so.¹ And then not.² The sum was 5.4 billion dollars (392 billion roubles).³

Notes
-----

¹ John Doe, *Ports* (London: Harrow, 2019), 4.
² Ibid., 5.
³ Doe, *Ports*, 900; R. Roe, "Roubles," *Money* 3 (2020): 1-9, https://doi.org/10.1000/xyz.

Works cited
-----------

Doe, John. *Ports*. London: Harrow, 2019.

———. *Other ports*. London: Harrow, 2018.

Roe, R. "Roubles." *Money* 3 (2020): 1–9.
"""
WORD = """<html><body><h1>Rapport</h1><p>Texte<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> et suite.</p>
<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Doe, 2019, p.&nbsp;4.</p></div>
<h2>Bibliographie</h2><ul><li>Doe, J. (2019). <i>Les ports</i>. Paris&nbsp;: Quai.</li></ul></body></html>
"""
BIBLIOGRAPHY = """# The ports of the west

The auction of Lannec closed in 2020.<sup>1</sup> Its accounts are public.<sup>2</sup>

<sup>1</sup> Kerbrat, 2021, p. 9

<sup>2</sup> Port of Lannec, 2019

## Bibliography

1. Kerbrat, A. (2021). *The Auctions of the West*. https://auctions.example/west
2. Port of Lannec (2019). *Accounts*. https://lannec.example/accounts-2019
"""
REPORTS = (BILINGUAL, PANDOC, NUMERIC, ENDNOTES, WORD, BIBLIOGRAPHY)
URLS = ("https://auctions.example/west", "https://lannec.example/accounts-2019")

BIBTEX = r"""@string{harrow = "Harrow"}
@comment{nothing}
@preamble{"\newcommand{\x}{y}"}
@book{doe2020, author = {Doe, J. and de la Roe, {\'E}lo{\"\i}se and others}, title = {The {Ports} of the \emph{North}}, year = 2020, publisher = harrow # { \& Sons}, address = {London}}
@article{roe, author = "Roe, R.", title = "Steel {\&} coal --- a ``study''", journaltitle = {J. Met.}, date = {2019-05-03/2019-06}, volume = 3, number = {2}, pages = {1--9}, doi = {10.1000/182}, url = {https://example.org/a_b\%20c}}
@incollection{coe, author = {{Ministry of Steel}}, crossref = {doe2020}, title = {On $x^2$}, year = {n.d.}, pages = {xii--xv}, note = {accessed 3 May 2021}}
@misc{m, title = {Nothing}}
"""
CSL = """[
 {"id": "doe", "type": "book", "title": "The ports of the north", "author": [{"family": "Doe", "given": "J."}], "issued": {"date-parts": [[2020, 5, 3]]}, "publisher": "Harrow", "publisher-place": "London"},
 {"id": "roe", "type": "article-journal", "title": "Steel and <i>coal</i>", "author": [{"family": "Roe", "given": "R.", "non-dropping-particle": "de la"}, {"literal": "Ministry"}], "issued": {"raw": "May 2019"}, "container-title": "J. Met.", "volume": 3, "page": "1-9", "DOI": "10.1000/182", "URL": "https://example.org/a", "accessed": {"date-parts": [[2021, "5", 3]]}, "language": "en", "custom": {"number": 3}}
]"""

CONFIGURATIONS = (
    """documents = ["a.md"]
bibliography = "refs.bib"
select = ["NUM", "CIT"]
ignore = ["NUM009", "STY"]
fail_on = "warning"
ui = "fr"
official_rates = false
baseline = "known"
[severity]
CIT006 = "warning"
STY = "info"
[rates]
RUB = { "2023" = 92.3, "2023-02-24" = 80.1 }
""",
    """documents = { fr = "a.md", en = ["a.md"] }
[[files]]
path = "annex/*.md"
ignore = ["STY"]
severity = { CIT = "info" }
[[files]]
path = "**/a.md"
ignore = "NUM"
[[waivers]]
rule = "CIT002"
source = "Doe, 2020"
reason = "cited in the second volume"
until = 2027-01-31
[[waivers]]
rule = ["PAG001", "STY"]
path = "a.md"
note = "fr:39"
fingerprint = "v1:0123456789abcdef"
reason = "as the archive numbers it"
""",
    """documents = ["a.md"]
[links]
exclude = ["^https://intranet\\\\.", "x+y"]
allow_private = ["10.0.0.0/8"]
timeout = 3.5
retries = 1
concurrency = 8
cache_ttl = "12h"
[links.hosts."jstor.org"]
treat_as = "unverifiable"
[links.hosts."example.org"]
accept = [403]
interval = 2
concurrency = 1
headers = { X-Key = "a", Cookie = "b=c" }
""",
)
DECISIONS = """# What was decided about notes that differ between the language versions, each decision on one line.

# § 1
# fr 2
accept.d3f569b8 = { about = "fr 2, 3 = en 2", codes = ["BIL003"], reason = "x", author = "A", date = 2026-11-30, notes = { fr = ["b0b392c3dc4ba257", "8a696c9418c6fc94"], en = ["f63daa461054b5af"] } }
pair.e5190b32 = { about = "fr 3 = en 3", reason = "x", author = "A", date = 2026-11-30, notes = { fr = ["8a696c9418c6fc94"], en = ["9cfa57fabf401254"] } }
# § 2
pair.1cffb698 = { about = "fr 4 = en –", reason = "x", author = "A", date = 2026-11-30, notes = { fr = ["a649c45022affdcb"], en = [] } }

[[decision]]
kind = "accept"
notes = { fr = ["x"], en = ["y"] }
codes = ["BIL001"]
reason = "merged on purpose"
date = 2026-11-24
"""
BASELINE = """# citecheck baseline 1
# Findings that are known and do not fail the gate: rule, language, fingerprint, and the place where there are several.
BIL003 en v1:0123456789abcdef
BIL003 en v1:0123456789abcdef v1:fedcba9876543210
CIT001 fr v1:00000000ffffffff
PAG004 fr v1:1111111111111111
WAI001 - v1:2222222222222222
"""
