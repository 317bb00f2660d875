"""``citecheck annotate``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.annotate.word.samples import EXTENDED, OWN, commented, parts, said
from tests.annotate.word.samples import comments as all_comments
from tests.cli.conftest import Run
from tests.read.word.samples import document, mark, note, p, zipped

TEXT = document(
    p("Catches rose.", mark(1)) + p("And fell.", mark(2)) + p("Bibliography", style="H1")
    + p("Doe, A. (2018). *Ports*. London: Harrow."),
    notes=note(1, p(" Doe, 2018, p. 9-4.")) + note(2, p(" Doe, 2018, p. 7.")),
    parts={"[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'},
)  # fmt: skip


@pytest.fixture(autouse=True)
def report(folder: Path) -> None:
    (folder / "report.docx").write_bytes(TEXT)


def test_findings_become_comments_and_the_status_is_that_of_audit(cli: Run) -> None:
    ran = cli("annotate", "report.docx", "-o", "checked.docx", "--select", "PAG004")
    assert ran == (1, "", "citecheck: wrote checked.docx with 1 comment\n")
    made = Path("checked.docx").read_bytes()
    assert commented(made) == {"0": "[1]"}
    assert said(made)["0"][0] == "PAG004 · error"
    assert Path("report.docx").read_bytes() == TEXT
    assert cli("annotate", "report.docx", "-o", "b.docx", "--select", "PAG004", "--fail-on", "never").status == 0
    told = cli("annotate", "report.docx", "-o", "b.docx", "--select", "PAG004", "--verbose").err.splitlines()
    assert told[1].startswith("citecheck: PAG004 · error: ")
    assert cli("annotate", "report.docx", "-o", "b.docx", "--ignore", "PAG004", "-q") == (0, "", "")
    assert commented(Path("b.docx").read_bytes()) == {}


def test_comments_speak_the_language_of_the_interface(cli: Run) -> None:
    ran = cli("annotate", "report.docx", "-o", "checked.docx", "--select", "PAG004", "--ui", "fr")
    assert ran.err == "citecheck: écrit\u00a0: checked.docx, avec 1 commentaire\n"
    assert said(Path("checked.docx").read_bytes())["0"][0] == "PAG004 · erreur"


def test_clean_takes_them_out(cli: Run) -> None:
    cli("annotate", "report.docx", "-o", "checked.docx")
    assert cli("annotate", "checked.docx", "-o", "clean.docx", "--clean").status == 0
    assert commented(Path("clean.docx").read_bytes()) == {}


def test_a_reply_that_accepts_is_a_waiver_and_another_one_makes_known(cli: Run) -> None:
    cli("annotate", "report.docx", "-o", "checked.docx", "--select", "PAG004")
    for text, state, reason in (
        ("ok: as the archive counts", "waived", "as the archive counts (Ann, 2026-11-30)"),
        ("Asked the author.", "baselined", None),
    ):
        Path("answered.docx").write_bytes(replied(Path("checked.docx").read_bytes(), text))
        ran = cli("audit", "answered.docx", "--select", "PAG004", "--format", "json")
        (found,) = json.loads(ran.out)["findings"]
        assert (ran.status, found["state"], found["waiver"]) == (0, state, reason)
        assert cli("annotate", "answered.docx", "-o", "again.docx", "--select", "PAG004").status == 0
        assert list(said(Path("again.docx").read_bytes())) == ["0", "1"]
    assert cli("audit", "answered.docx", "--select", "PAG004", "--no-waivers").status == 1


def test_what_was_answered_is_kept_in_extracted_data(cli: Run) -> None:
    cli("annotate", "report.docx", "-o", "checked.docx", "--select", "PAG004")
    for text, state in (("ok: so", "waived"), ("Asked.", "baselined")):
        Path("answered.docx").write_bytes(replied(Path("checked.docx").read_bytes(), text))
        cli("extract", "answered.docx")
        (found,) = json.loads(cli("audit", "--select", "PAG004", "--format", "json").out)["findings"]
        assert found["state"] == state


def replied(raw: bytes, text: str) -> bytes:
    """The document as a program writes it where somebody has answered the first comment."""
    held = parts(raw)
    own = (
        held[OWN]
        .decode()
        .replace("<w:comments ", '<w:comments xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ', 1)
    )
    last = own.rindex("<w:p>")
    reply = all_comments().partition(">")[0]
    assert reply
    answer = (
        '<w:comment w:id="1" w:author="Ann" w:date="2026-11-30T09:00:00Z"><w:p w14:paraId="0B"><w:r>'
        f"<w:t>{text}</w:t></w:r></w:p></w:comment></w:comments>"
    )
    own = (own[:last] + '<w:p w14:paraId="0A">' + own[last + 5 :]).replace("</w:comments>", answer)
    relations = held["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    relations = relations.replace(
        "</Relationships>", f'<Relationship Id="rId9" Type="{kind}" Target="commentsExtended.xml"/></Relationships>'
    )
    more = (
        '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        '<w15:commentEx w15:paraId="0A" w15:done="0"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/></w15:commentsEx>'
    )
    texts = {name: data.decode() for name, data in held.items()}
    return zipped({**texts, OWN: own, "word/_rels/document.xml.rels": relations, EXTENDED: more})


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["report.docx"], "--output is missing: name the file to write, as in --output report.checked.docx"),
        (["report.docx", "-o", "report.docx"], "--output report.docx: this file is read"),
        (["report.docx", "-o", "-"], "--output -: a document is no text for a terminal: name a file"),
        (["report.md", "-o", "b.md"], "report.md cannot be annotated: citecheck writes comments into"),
        (["nowhere.docx", "-o", "b.docx"], "nowhere.docx"),
    ],
)
def test_what_cannot_be_done_is_said(cli: Run, arguments: list[str], says: str) -> None:
    Path("report.md").write_text("So.\n", encoding="utf-8")
    ran = cli("annotate", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err
    assert not Path("b.md").exists()


def test_findings_elsewhere_are_counted(cli: Run) -> None:
    Path("other.md").write_text(
        "Catches fell.[^1]\n\n[^1]: Doe, 2018, p. 8-3.\n\n[^1]: Doe, 2018, p. 8.\n", encoding="utf-8"
    )
    ran = cli("annotate", "report.docx", "--with", "other.md", "-o", "checked.docx", "--select", "PAG004,NUM004")
    assert "in other files of the report" in ran.err


def test_the_page_offers_the_annotated_file(cli: Run) -> None:
    cli("audit", "report.docx", "-o", "audit.html", "--select", "PAG004")
    page = Path("audit.html").read_text(encoding="utf-8")
    assert "<code>citecheck annotate report.docx -o report.checked.docx</code>" in page
    Path("report.md").write_text("So.[^1]\n\n[^1]: Doe, 2018, p. 9-4.\n", encoding="utf-8")
    cli("audit", "report.md", "-o", "audit.html")
    assert "citecheck annotate" not in Path("audit.html").read_text(encoding="utf-8")
