"""A small report in two languages that has something of every kind."""

from __future__ import annotations

REPORT = """# La pêche côtière

<!-- citecheck: ignore NUM002 connu -->

## 1. L'état des stocks

Les stocks de sardine ont reculé de 30 % en dix ans<sup>1</sup>. La criée a coûté 5 millions d'euros (6 millions de
dollars)<sup>2</sup>, le chalut 141,5 millions d'euros (US$ 150 millions) ; Morvan (2020) le dit aussi<sup>3</sup>.

## 2. Les ports

Le port de Lannec a perdu 40 bateaux depuis 2005<sup>5</sup> (Kerbrat, 2021, p. 9-11). Voir [la page](https://example.org/a).

<sup>1</sup> Morvan, 2020, p. 12-14, 16

<sup>2</sup> Au taux de 1 € = 1,06 $ du 29 décembre 2023. Le Goff & Tanguy, 2018, p. 44-47 ; « La fin d'un port », 2018

<sup>3</sup> Ibid., p. 3

<sup>5</sup> Voir note 1 ; <https://example.org/b?x=1>

## Bibliographie

1. Kerbrat, A. (2021). *Les criées de l'Ouest*. Brest : Éditions du Quai.
2. Le Goff, Y. et Tanguy, M. (2018). La fin d'un port. *Revue des mers*, 12(3), 40-62. <https://doi.org/10.1234/abc>
3. Morvan, J. (2020). *Sardines*. Lorient : Presses du Large.

# Coastal fishing

## 1. The state of the stocks

The sardine stocks have shrunk by 30 % in ten years.<sup>1</sup> The auction cost €5 million ($6 million),<sup>2</sup> the
trawler €141.5 million (US$ 150 million); Morvan (2020) says so too.<sup>3</sup>

## 2. The ports

The port of Lannec has lost 40 boats since 2005<sup>4</sup> (Kerbrat, 2021, p. 9-11).

<sup>1</sup> Morvan, 2020, p. 12-14

<sup>2</sup> At the rate of €1 = $1.06 on 29 December 2023. Le Goff & Tanguy, 2018, p. 44-47

<sup>3</sup> Ibid., p. 3

<sup>4</sup> Doe, 2017. *Boats*. London: Harrow. https://example.org/b?x=1

## Bibliography

1. Kerbrat, A. (2021). *The Auctions of the West*. Brest: Éditions du Quai.
2. Le Goff, Y. & Tanguy, M. (2018). The end of a port. *Revue des mers*, 12(3), 40-62.
3. Morvan, J. (2020). *Sardines*. Lorient: Presses du Large.
"""
