"""Driving a page in a headless Chromium, and measuring what it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def opened_page(chromium: Any, file: Path, *, allowed: tuple[str, ...] = (), **options: Any) -> Iterator[Any]:
    """The page of a file, opened from disk. At the end, nothing may have gone wrong in it: no message on the console, no
    error, no dialog, and no request but for files and what begins as one of ``allowed``."""
    context = chromium.new_context(**{"viewport": {"width": 1300, "height": 800}, **options})
    page = context.new_page()
    wrong: list[str] = []
    local = ("file:", *allowed)
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(local) else wrong.append(request.url))
    page.on("dialog", lambda dialog: wrong.append(dialog.message) or dialog.dismiss())
    page.goto(file.as_uri())
    yield page
    context.close()
    assert wrong == []


FAINT = """() => {
  const parse = (color) => {
    const found = /rgba?\\(([^)]+)\\)/.exec(color);
    const [r, g, b, a] = found[1].split(/[ ,/]+/).map(Number);
    return { r, g, b, a: a === undefined || Number.isNaN(a) ? 1 : a };
  };
  const over = (top, under) => ({
    r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a),
    b: top.b * top.a + under.b * (1 - top.a), a: 1,
  });
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((one) => one / 255).map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 });
  };
  const faint = [];
  let count = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("script, style, noscript, title, :disabled, option")) continue;
    if (!element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    const under = ground(element);
    let opacity = 1;
    for (let at = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
    const ink = parse(element instanceof SVGElement ? style.fill : style.color);
    const top = over({ ...ink, a: ink.a * opacity }, under);
    const [high, low] = [light(top), light(under)].sort((one, other) => other - one);
    const ratio = (high + 0.05) / (low + 0.05);
    count += 1;
    if (ratio < 4.5) faint.push(`${element.tagName} ${element.getAttribute("class") ?? ""}: ${ratio.toFixed(2)} ${node.data.trim().slice(0, 30)}`);
  }
  return { count, faint: [...new Set(faint)] };
}"""
"""Finds the texts on a page whose contrast with what is below them is less than 4.5 to 1."""


def faint_texts(page: Any) -> list[str]:
    """The texts that are hard to read, in the page's theme of the moment; there must be texts at all."""
    found = page.evaluate(FAINT)
    assert found["count"] > 10
    faint: list[str] = found["faint"]
    return faint


def colours(css: str) -> dict[str, dict[str, str]]:
    """The colours of a style sheet's themes: what each custom property of ``:root`` is."""
    themes = re.findall(r":root \{([^}]*)\}", css)
    names = ("light", "dark", "print")
    return {
        name: dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6});", body)) for name, body in zip(names, themes, strict=True)
    }


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, after WCAG 2."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
