"""The measure on documents of strangers: what is judged, what is lost and what is new, in a folder made up for it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = """# A report

It grew.[^1] It shrank.[^2] It grew again.[^4]

[^1]: Jane Doe, *On Growth*, Paris, Seuil, 2001, p. 3.
[^2]: John Roe, *On Shrinking*, Paris, Seuil, 2002, p. 4.
[^3]: Mary Moe, *On Neither*, Paris, Seuil, 2003, p. 5.
"""


def listed(folder: Path, *texts: str) -> Path:
    """The list of documents, each of another repository, whose texts are put into ``folder``."""
    tables = []
    for at, text in enumerate(texts):
        (folder / f"owner+name{at}").mkdir(parents=True)
        (folder / f"owner+name{at}" / "a+b.md").write_text(text, encoding="utf-8", newline="\n")
        tables.append(
            f'[[document]]\nrepository = "owner/name{at}"\ncommit = "{at}"\nlanguage = "en"\n'
            f'files = [{{ path = "a/b.md", sha256 = "{sha256(text.encode()).hexdigest()}" }}]\n'
        )
    documents = folder / "documents.toml"
    documents.write_text("\n".join(tables), encoding="utf-8")
    return documents


def measured(folder: Path, *rows: tuple[str, ...], options: tuple[str, ...] = ()) -> str:
    """What the program prints about a folder, with these verdicts."""
    verdicts = folder / "verdicts.csv"
    with verdicts.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("document", "fingerprint", "rule", "severity", "verdict", "reason"), *rows])
    command = [sys.executable, str(ROOT / "bench" / "strangers" / "run.py"), str(folder), "--verdicts", str(verdicts)]
    command += ["--documents", str(folder / "documents.toml"), *options]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def test_verdicts_make_precision_and_true_findings_are_missed(tmp_path: Path) -> None:
    listed(tmp_path, TEXT)
    kept = tmp_path / "kept.json"
    measured(tmp_path, options=("--keep", str(kept)))
    errors = [one for one in json.loads(kept.read_text(encoding="utf-8")) if one[3] == "error"]
    assert errors, "the text has an uncalled note and a marker without one"
    document, fingerprint, rule, _ = errors[0]
    lost = ("owner/name0:a/b.md", "v1:0", "NUM001", "error", "true", "was there")
    told = measured(tmp_path, (document, fingerprint, rule, "error", "false", "not so"), lost)
    assert "documents without a false error: 0.0 % of 1" in told
    assert "true errors still said: 0.0 % of 1" in told
    assert "lost: NUM001 error owner/name0:a/b.md v1:0 was there" in told
    row = next(line.split() for line in told.splitlines() if line.startswith(f"{rule} ") and " error " in line)
    number = sum(one[2] == rule for one in errors)
    assert row == [rule, "error", str(number), "0", "1", "0", str(number - 1), "0.0", "%"]


def test_what_nobody_judged_is_shown_with_its_lines(tmp_path: Path) -> None:
    listed(tmp_path, TEXT)
    told = measured(tmp_path, options=("--show", "1"))
    line = next(line for line in told.splitlines() if line.startswith("owner/name0:a/b.md,"))
    assert line.endswith(",error,,")
    assert "\n  > " in told


def test_what_is_new_since_the_last_time_is_counted(tmp_path: Path) -> None:
    listed(tmp_path, TEXT)
    kept = tmp_path / "kept.json"
    measured(tmp_path, options=("--keep", str(kept)))
    found = json.loads(kept.read_text(encoding="utf-8"))
    kept.write_text(json.dumps([*found[1:], ["owner/name0:a/b.md", "v1:0", "NUM009", "info"]]), encoding="utf-8")
    told = measured(tmp_path, options=("--since", str(kept)))
    assert "new: 1\n" in told
    assert "gone: 1\n  NUM009   info          1\n" in told


def test_another_text_than_was_listed_is_left_out(tmp_path: Path) -> None:
    listed(tmp_path, TEXT, TEXT)
    (tmp_path / "owner+name0" / "a+b.md").write_text("Another.\n", encoding="utf-8")
    (tmp_path / "owner+name1" / "a+b.md").unlink()
    assert measured(tmp_path).splitlines() == [
        "left out, since a/b.md is another text: owner/name0:a/b.md",
        "left out, since a/b.md is absent: owner/name1:a/b.md",
        "no document is here",
    ]


def test_a_pair_counts_only_what_neither_version_has_by_itself(tmp_path: Path) -> None:
    documents = listed(tmp_path, TEXT)
    french = "# Un rapport\n\nIl a grandi dans la ville, et la ville est grande.[^1]\n\n[^1]: Jeanne Dupont, *La ville*, Paris, Seuil, 2001, p. 3.\n"
    (tmp_path / "owner+name0" / "c.md").write_text(french, encoding="utf-8", newline="\n")
    with documents.open("a", encoding="utf-8") as file:
        file.write(
            '\n[[document]]\nrepository = "owner/name0"\ncommit = "0"\nlanguage = "fr"\ncounterpart = "a/b.md"\n'
            f'files = [{{ path = "c.md", sha256 = "{sha256(french.encode()).hexdigest()}" }}]\n'
        )
    kept = tmp_path / "kept.json"
    assert "owner/name0:c.md + a/b.md" in measured(tmp_path, options=("--keep", str(kept)))
    found = json.loads(kept.read_text(encoding="utf-8"))
    pair = {one[1] for one in found if one[0] == "owner/name0:c.md + a/b.md"}
    assert pair.isdisjoint(one[1] for one in found if one[0] != "owner/name0:c.md + a/b.md")


def test_the_list_and_the_verdicts_kept_here_can_be_read(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, str(ROOT / "bench" / "strangers" / "run.py"), str(tmp_path), "--only", "no such document"],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (told.returncode, told.stderr, told.stdout) == (0, "", "no document is here\n")


def test_a_rule_of_absence_says_more_where_it_falls_silent_later(tmp_path: Path) -> None:
    names = [f"Doe{chr(97 + at)}" for at in range(10)]
    entries = "\n\n".join(f"{name}, J. (2001). *On {name}*. Paris: Seuil." for name in names)
    cited = " ".join(f"It grew ({name}, 2001)." for name in names[:3])
    text = f"# A report\n\n{cited}\n\n## References\n\n{entries}\n"
    documents = listed(tmp_path, text)
    verdicts = tmp_path / "verdicts.csv"
    verdicts.write_text("document,fingerprint,rule,severity,verdict,reason\n", encoding="utf-8")
    drawn = tmp_path / "bars.svg"
    options = ("--documents", documents, "--verdicts", verdicts, "--shares", "0.3", "1", "--figure", drawn)
    program = [sys.executable, ROOT / "bench" / "strangers" / "bars.py", tmp_path, *options]
    printed = subprocess.run(program, capture_output=True, check=True, encoding="utf-8").stdout
    [row] = [line.split() for line in printed.splitlines() if line.startswith("CIT002")]
    assert row[1:] == ["0", "0", "0", "7", "0", "0"]
    assert drawn.read_text(encoding="utf-8").count("<polyline") == 10
