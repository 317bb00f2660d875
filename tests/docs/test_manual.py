"""The manual as a whole: its pages are found, and its links are checked by citecheck itself."""

from __future__ import annotations

import json
import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from markdown_it import MarkdownIt

from citecheck.checks import Scope, load_rules
from citecheck.cli import run
from citecheck.model.links import LinkStatus
from tests.docs.pages import DOCS, PAGES, ROOT


def script(name: str) -> ModuleType:
    """A script of ``docs/`` as a module."""
    spec = spec_from_file_location(f"manual_{name}", DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def links(page: Path) -> set[str]:
    """Where a page links to."""
    tokens = MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8"))
    inline = [child for token in tokens for child in token.children or ()]
    return {str(child.attrs.get("href") or child.attrs.get("src") or "") for child in inline} - {""}


def test_every_page_is_named_by_the_first_one() -> None:
    named = {link.partition("#")[0] for link in links(DOCS / "index.md")}
    assert {page.name for page in PAGES} - {"index.md"} <= named
    decisions = {page.name for page in (DOCS / "decisions").glob("*.md")} - {"README.md"}
    assert links(DOCS / "decisions" / "README.md") == decisions


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.stem)
def test_no_page_links_to_a_file_that_is_not_there(page: Path) -> None:
    inner = [link.partition("#")[0] for link in links(page) if not re.match(r"[a-z]+:", link)]
    assert [link for link in inner if link and not (page.parent / link).exists()] == []


def test_the_first_page_of_the_readme_leads_to_the_manual() -> None:
    assert "docs/index.md" in links(ROOT / "README.md")


def test_the_page_about_links_knows_every_verdict_and_finding() -> None:
    text = (DOCS / "links.md").read_text(encoding="utf-8")
    verdicts = re.findall(r"(?m)^\| `(\w+)` \|", text)
    assert sorted(verdicts) == sorted(status.value for status in LinkStatus)
    rules = {module.code: module.rule for module in load_rules() if module.scope is Scope.LINKS}
    said = re.findall(r"\[(LNK\d+) ([\w-]+)\]\(rules/(LNK\d+)\.md\), an? (\w+)", text)
    assert sorted(said) == [(code, rule.name, code, rule.severity.value) for code, rule in sorted(rules.items())]
    # Where a rule shows a verdict in an example, the row of that verdict names the rule.
    for module in load_rules():
        for example in module.examples if module.code in rules and module.code != "LNK007" else ():
            for status in {link.status.value for link in example.links or () if example.finds}:
                assert re.search(rf"(?m)^\| `{status}` .*{module.code}", text) or status == "ok", (module.code, status)


def test_the_table_of_contents_is_what_an_index_links_to() -> None:
    text = "# A\n\n- [x](x.md): see [v](v.md)\n\n## Second\n\n| [y](y.md#part) |\n| [z](s/z.md) |\n| [z](s/z.md) |\n\n## Third\n\n- [w](w.html)\n"
    made = script("conf").with_contents(text)
    assert made.startswith(text)
    assert made.count("```{toctree}") == 2
    assert "```{toctree}\n:hidden:\n\nx\n```" in made
    assert "```{toctree}\n:hidden:\n:caption: Second\n\ny\ns/z\n```" in made


def test_citecheck_reads_every_address_of_the_manual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build = script("build")
    monkeypatch.chdir(ROOT)
    pages = [ROOT / "README.md", *PAGES, *sorted((DOCS / "decisions").glob("*.md"))]
    # What stands in a block of code is an example.
    texts = [re.sub(r"(?ms)^ *(```+).*?^ *\1$", "", page.read_text(encoding="utf-8")) for page in pages]
    printed = {url for text in texts for url in re.findall(r"https?://[^\s<>()\"`\\]+", text)}
    assert printed
    words = ["links", "--offline", "--no-cache", "--format", "json", *(str(page) for page in pages)]
    assert run(words) == 0
    read = {link["url"]: link["status"] for link in json.loads(capsys.readouterr().out)["links"]}
    assert {url.rstrip(".,;:") for url in printed} <= set(read)
    assert set(read.values()) == {"skipped"}
    # Those that nobody can ask for are the ones that --online leaves out.
    assert {url for url in read if re.search(r"\.example/|intranet|readthedocs", url)} == {
        url for url in read if re.search(build.NOT_PUBLISHED, url)
    }


PAGE = "<html><head><title>Tides</title></head><body><h1>Tides</h1><p id='here'>High.</p>{}</body></html>"


def test_a_link_of_the_site_that_leads_nowhere_is_told_with_its_page(tmp_path: Path) -> None:
    build = script("build")
    (tmp_path / "rules").mkdir()
    more = "<a href='rules/#here'>x</a><a href='rules/#nowhere'>x</a><a href='gone/'>x</a><a href='https://a.example/'>x</a>"
    (tmp_path / "index.html").write_text(PAGE.format(more), encoding="utf-8")
    (tmp_path / "rules" / "index.html").write_text(PAGE.format("<a href='../'>x</a>"), encoding="utf-8")
    with build.served(tmp_path) as home:
        found = build.links_of(tmp_path, home)
        said, asked = build.broken({**found, f"{home}rules": ["printed"]})
    assert {url.removeprefix(home) for url in found} == {"", "rules/#here", "rules/#nowhere", "gone/"}
    assert asked == 5
    assert [line.partition(" (")[0] for line in sorted(said)] == [
        "index.html: /gone/: dead LNK001",
        "index.html: /rules/#nowhere: ok LNK007",
    ]


def test_the_addresses_that_reports_print_are_looked_for() -> None:
    printed = script("build").printed("http://127.0.0.1:1/")
    assert "http://127.0.0.1:1/rules/CIT004" in printed
    assert "http://127.0.0.1:1/schema/citecheck.schema.json" in printed
