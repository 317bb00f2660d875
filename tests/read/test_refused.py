"""Formats that are not read."""

from __future__ import annotations

import pytest

from citecheck.errors import InputError
from citecheck.read.files import read_source
from citecheck.read.refused import NAMES, refuse_other_formats


@pytest.mark.parametrize("ending", [ending for endings in NAMES.values() for ending in endings])
def test_a_file_with_the_name_of_another_format_is_refused(ending: str) -> None:
    for name in (f"a{ending}", f"folder.md/a.b{ending.upper()}"):
        with pytest.raises(InputError, match="which citecheck does not read: "):
            read_source(name, b"# Report")


@pytest.mark.parametrize(
    "name", ["a.md", "a.markdown", "a.txt", "a.qmd", "a.Rmd", "a", "-", "docx.md", "a.tex.md", "1.5"]
)
def test_any_other_is_read(name: str) -> None:
    assert read_source(name, b"# Report").text == "# Report"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<!DOCTYPE html>\n<html>", "HTML"),
        ("\n<html lang='fr'>", "HTML"),
        ("<!-- saved -->\n<!doctype HTML>", "HTML"),
        ("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'>", "HTML"),
        ("<?xml version='1.0'?><TEI>", "XML"),
        ("{\\rtf1\\ansi", "RTF"),
        ("% !TEX root\n\n\\documentclass[12pt]{book}", "LaTeX"),
        ('{\n "cells": [],\n "nbformat": 4}', "a Jupyter notebook"),
    ],
)
def test_what_a_text_begins_with_tells_its_format(text: str, name: str) -> None:
    said = (
        f"a.md holds {name}: name the file"
        if name in ("HTML", "a Jupyter notebook", "LaTeX", "RTF")
        else f"a.md is {name}, which"
    )
    with pytest.raises(InputError, match=said):
        read_source("a.md", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "<p>Text</p>",
        "<htmlish>",
        "As `<html>` says",
        "In \\documentclass{book} one writes",
        "{cells}",
        "```\n<!DOCTYPE html>\n```",
        "<!-- a comment -->\n# Report",
    ],
)
def test_markdown_that_speaks_of_others_is_read(text: str) -> None:
    refuse_other_formats("a.md", text)


def test_a_command_says_what_to_do() -> None:
    with pytest.raises(InputError, match=r"'pandoc -t markdown -o thesis\.md in/thesis\.textile' makes Markdown of it"):
        refuse_other_formats("in/thesis.textile")
    with pytest.raises(InputError, match=r"""'pandoc -t markdown -o "a b\.md" "a b\.wiki"' makes"""):
        refuse_other_formats("a b.wiki")
    with pytest.raises(InputError, match="save its text as Markdown first"):
        refuse_other_formats("a.pages")
    for name in ("a.md", "a", "-"):
        with pytest.raises(
            InputError, match=f"{name} is XML, which citecheck does not read: save its text as Markdown first"
        ):
            refuse_other_formats(name, "<?xml version")
