"""An audited report for the page: two languages with notes, entries, amounts of text around them, and hostile notes."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from citecheck import audit
from citecheck.model.finding import Finding
from citecheck.model.report import Report

HOSTILE = '</script><script>alert("x")</script><!-- ]]> {{ 7*7 }} {% raw %} <img src=x onerror=alert(1)>'

TEXT = f"""\
# La pêche côtière

## 1. L'état des stocks

Les stocks de sardine ont reculé d'un tiers en dix ans<sup>1</sup>. La pêche au chalut n'explique pas *tout*<sup>2</sup> ; le
réchauffement pèse davantage<sup>3</sup>. Les quotas de 2019 ont été respectés<sup>4</sup>.

<sup>1</sup> Morvan, 2020, p. 12

<sup>2</sup> Le Goff & Tanguy, 2018, p.44-47

<sup>3</sup> Morvan, 2020, p. 30

<sup>4</sup> Morvan, 2019, p. 3

## 2. Les ports

Le port de Lannec a perdu 40 bateaux depuis 2005<sup>5</sup>. La criée a fermé<sup>6</sup>. Rien ne la remplace<sup>7</sup>.

<sup>5</sup> Le Gof & Tanguy, 2018, p. 51

<sup>6</sup> Kerbrat, 2021, p. 9

<sup>7</sup> {HOSTILE} Zorglub, 2001, p.3

## Bibliographie

1. Kerbrat, A. (2021). *Les criées de l'Ouest*. Brest : Éditions du Quai.
2. Le Goff, Y. et Tanguy, M. (2018). La fin d'un port. *Revue des mers*, 12(3), 40-62.
3. Morvan, J. (2020). *Sardines*. Lorient : Presses du Large.

# Coastal fishing

## 1. The state of the stocks

The sardine stocks have shrunk by a third in ten years.<sup>1</sup> Trawling does not explain *all* of it;<sup>2</sup> warming
weighs more.<sup>3</sup> The quotas of 2019 were kept.<sup>4</sup>

<sup>1</sup> Morvan, 2020, p. 15

<sup>2</sup> Le Goff & Tanguy, 2018, p. 44-47

<sup>3</sup> Morvan, 2020, p. 31

<sup>4</sup> Ministry of the Sea, 2019, p. 8

## 2. The ports

The port of Lannec has lost 40 boats since 2005.<sup>5</sup> Its auction has closed.<sup>6</sup> Nothing replaces it.<sup>7</sup>

<sup>5</sup> Le Goff & Tanguy, 2018, p. 51

<sup>6</sup> Kerbrat, 2021, p. 9

<sup>7</sup> Kerbrat, 2021, p. 10

## Bibliography

1. Kerbrat, A. (2021). *The Auctions of the West*. Brest: Éditions du Quai.
2. Le Goff, Y. & Tanguy, M. (2018). The end of a port. *Revue des mers*, 12(3), 40-62.
3. Morvan, J. (2020). *Sardines*. Lorient: Presses du Large.
"""


@cache
def audited() -> Report:
    """The audit of that text."""
    return audit(["-"], stdin=TEXT.encode())


def many(count: int) -> Report:
    """The audit with its findings again and again, each under a fingerprint of its own."""
    report = audited()
    found = [report.findings[at % len(report.findings)] for at in range(count)]
    return replace(report, findings=tuple(_named(one, at) for at, one in enumerate(found)))


def _named(found: Finding, at: int) -> Finding:
    return replace(found, fingerprint=f"v1:{at:016x}")
