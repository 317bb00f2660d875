"""What runs citecheck elsewhere: the hook for pre-commit, the action for GitHub, the job for GitLab."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml

from citecheck.cli import run
from tests.cli.reports import REPORT
from tests.cli.terminals import command
from tests.tried import only_thorough

ROOT = Path(__file__).parents[1]
EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step.get("id", "upload"): step for step in ACTION["runs"]["steps"]}
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def bash() -> str:
    found = shutil.which("bash")
    if found is None:
        pytest.skip("no bash")
    return found


def blocks(section: str) -> list[Any]:
    """The YAML in one section of the page about CI."""
    body = PAGE.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return [yaml.safe_load(text) for text in re.findall(r"(?s)```yaml\n(.*?)```", body)]


# pre-commit.


def hooks() -> list[dict[str, Any]]:
    found = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found


def test_the_hook_is_one_run_for_the_whole_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [hook] = hooks()
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert (hook["language"], hook["pass_filenames"], hook["require_serial"]) == ("script", False, True)
    program, *words = shlex.split(hook["entry"])
    assert (program, "--offline" in words) == ("hook.py", True)
    assert os.access(ROOT / program, os.X_OK)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    assert run(words) == 2
    (tmp_path / "citecheck.toml").write_text('documents = ["report.md"]\n', encoding="utf-8")
    assert run(words) == 1
    [entry] = blocks("Before each commit")[0]["repos"]
    [used] = entry["hooks"]
    assert used["id"] == hook["id"]
    assert run([*words, *used["args"]]) == 1
    assert "CIT001" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "matters"),
    [
        ("report.md", True),
        ("a/Chapter 1.MD", True),
        ("refs.bib", True),
        ("data/footnotes.json", True),
        ("citecheck.toml", True),
        ("a/citecheck.decisions.toml", True),
        ("pyproject.toml", True),
        (".ci/citecheck.baseline", True),
        ("main.py", False),
        ("other.toml", False),
        ("a.md/b.png", False),
    ],
)
def test_the_hook_runs_where_something_of_a_report_changes(path: str, matters: bool) -> None:
    assert bool(re.search(hooks()[0]["files"], path)) is matters


# Installing.


def wheel(folder: Path, name: str, body: str, requires: str = "") -> str:
    """Makes the wheel of a package with one module, and returns its hash."""
    file = folder / f"{name}-1.0-py3-none-any.whl"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{requires}"
    with ZipFile(file, "w") as archive:
        archive.writestr(f"{name}.py", body)
        archive.writestr(f"{name}-1.0.dist-info/METADATA", metadata)
        archive.writestr(
            f"{name}-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{name}-1.0.dist-info/RECORD", "")
    return hashlib.sha256(file.read_bytes()).hexdigest()


BACKEND = """
import os, shutil
import builder
def build_wheel(folder, settings=None, metadata=None):
    name = "citecheck-1.0-py3-none-any.whl"
    shutil.copy(os.path.join(os.environ["WHEELS"], "own", name), folder)
    return name
"""


@pytest.fixture
def small_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with the repository's own scripts and another, small program, and a folder that is all of the index."""
    wheels, checkout = tmp_path / "wheels", tmp_path / "small checkout"
    (wheels / "own").mkdir(parents=True)
    (checkout / "src" / "citecheck").mkdir(parents=True)
    for name in ("install.py", "hook.py"):
        shutil.copy(ROOT / name, checkout)
    needed = wheel(wheels, "needed", "", "Requires-Dist: below>=1\nRequires-Dist: unneeded; extra == 'more'\n")
    hashes = {"needed": needed, "below": wheel(wheels, "below", ""), "builder": wheel(wheels, "builder", "")}
    wheel(wheels / "own", "citecheck", "import sys, os\nprint(sys.argv[1:], os.getcwd())\n", "Requires-Dist: needed\n")
    pinned = "".join(f"{name}==1.0 \\\n    --hash=sha256:{value}\n" for name, value in hashes.items())
    (checkout / "constraints.txt").write_text(pinned, encoding="utf-8")
    (checkout / "pyproject.toml").write_text(
        "[build-system]\nrequires = ['builder']\nbuild-backend = 'backend'\nbackend-path = ['.']\n"
        "[project]\nname = 'citecheck'\ndependencies = ['needed>=1']\n",
        encoding="utf-8",
    )
    (checkout / "backend.py").write_text(BACKEND, encoding="utf-8")
    (checkout / "src" / "citecheck" / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_FIND_LINKS", wheels.as_uri())
    monkeypatch.setenv("WHEELS", str(wheels))
    return checkout


def python(*words: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *map(str, words)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=cwd, timeout=300, check=False)


@only_thorough
def test_the_hook_makes_its_environment_once_and_runs_where_it_is_called(small_checkout: Path, tmp_path: Path) -> None:
    ran = python(small_checkout / "hook.py", "audit", "a b", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, f"['audit', 'a b'] {tmp_path}\n"), ran.stderr
    assert "making the hook's environment" in ran.stderr
    again = python(small_checkout / "hook.py", "x", cwd=tmp_path)
    assert (again.returncode, again.stdout, again.stderr) == (0, f"['x'] {tmp_path}\n", "")
    [made] = small_checkout.glob(".environment-*")
    assert {file.stem for file in made.rglob("*.py")} >= {"needed", "below", "builder"}
    assert list(small_checkout.glob(".making-*")) == []


@only_thorough
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: re.sub(r"(below.*\n.*sha256:).{9}", r"\g<1>000000000", text), "DO NOT MATCH THE HASHES"),
        (lambda text: re.sub(r"below.*\n.*\n", "", text), "below"),
        (lambda text: text.replace("builder==1.0", "builder==2.0"), "builder"),
    ],
    ids=["another hash", "a package too few", "another version"],
)
def test_nothing_is_installed_that_the_constraints_do_not_hold(
    small_checkout: Path, tmp_path: Path, change: Callable[[str], str], said: str
) -> None:
    file = small_checkout / "constraints.txt"
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    ran = python(small_checkout / "hook.py", "audit", cwd=tmp_path)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert "the hook did not run" in ran.stderr
    assert list(small_checkout.glob(".environment-*")) == []
    assert python(small_checkout / "install.py", tmp_path / "made", cwd=tmp_path).returncode == 1


def test_the_constraints_hold_all_that_is_needed() -> None:
    spec = importlib.util.spec_from_file_location("install", ROOT / "install.py")
    assert spec is not None
    assert spec.loader is not None
    install = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(install)
    pinned = install.pins((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert install.names([*project["build-system"]["requires"], *project["project"]["dependencies"]]) <= pinned.keys()
    assert all("==" in block and "--hash=sha256:" in block for block in pinned.values())


@pytest.mark.parametrize("file", ["action.yml", "docs/ci.md"])
def test_actions_of_others_are_pinned_by_commit(file: str) -> None:
    used = re.findall(r"uses: (\S+)(.*)", (ROOT / file).read_text(encoding="utf-8"))
    others = [(action, said) for action, said in used if not action.startswith(("OWNER/", "./"))]
    assert others
    for action, said in others:
        assert re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", said), action


# GitHub.


class Runner:
    """Runs the steps of the action as GitHub's runner does."""

    def __init__(self, folder: Path) -> None:
        self.workspace = folder / "work space"
        self.temporary = folder / "runner temp"
        self.checkout = folder / "citecheck action"
        for place in (self.workspace, self.temporary, self.checkout):
            place.mkdir()
        self.summary = folder / "summary.md"
        (self.workspace / "report.md").write_text(REPORT, encoding="utf-8")
        self.values = {f"inputs.{name}": one["default"] for name, one in ACTION["inputs"].items()}
        self.values |= {"github.action_path": str(self.checkout), "steps.python.outputs.python-path": "python"}
        self.values["steps.install.outputs.programs"] = str(command(folder))

    def filled(self, text: str) -> str:
        return EXPRESSION.sub(lambda found: self.values[found[1]], text)

    def step(self, name: str, **inputs: str) -> subprocess.CompletedProcess[str]:
        """One step; what it puts out can be asked for by later ones."""
        self.values |= {f"inputs.{key.replace('_', '-')}": value for key, value in inputs.items()}
        step = STEPS[name]
        outputs = self.temporary / f"{name}.outputs"
        outputs.write_text("", encoding="utf-8")
        kept = {key: value for key, value in os.environ.items() if key not in ("PATHS", "ARGS", "BASELINE", "SINCE")}
        ran = subprocess.run(
            [bash(), "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            capture_output=True,
            encoding="utf-8",
            env={
                **kept,
                "RUNNER_TEMP": str(self.temporary),
                "GITHUB_OUTPUT": str(outputs),
                "GITHUB_STEP_SUMMARY": str(self.summary),
                "GITHUB_WORKSPACE": str(self.workspace),
                **{key: self.filled(value) for key, value in step["env"].items()},
            },
            cwd=self.workspace / self.filled(step.get("working-directory", ".")),
            stdin=subprocess.DEVNULL,
            timeout=120,
            check=False,
        )
        for line in outputs.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition("=")
            self.values[f"steps.{name}.outputs.{key}"] = value
        return ran

    def output(self, name: str) -> str:
        found = self.filled(ACTION["outputs"][name]["value"])
        assert isinstance(found, str)
        return found


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_the_action_is_whole() -> None:
    assert ACTION["runs"]["using"] == "composite"
    known = {f"inputs.{name}" for name in ACTION["inputs"]} | {"github.action_path"}
    known |= {"steps.python.outputs.python-path", "steps.install.outputs.programs"}
    known |= {"steps.audit.outputs.status", "steps.audit.outputs.sarif"}
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(EXPRESSION.findall(text)) <= known
    assert all(one["description"] and isinstance(one["default"], str) for one in ACTION["inputs"].values())
    assert all(("uses" in step) != ("run" in step) for step in STEPS.values())
    assert all(step["shell"] == "bash" for step in STEPS.values() if "run" in step)
    assert STEPS["upload"]["uses"].startswith("github/codeql-action/upload-sarif@")
    assert set(re.findall(r"steps\.[\w.]+|inputs\.[\w-]+", STEPS["upload"]["if"])) <= known


@pytest.mark.parametrize("name", [name for name, step in STEPS.items() if "run" in step])
def test_no_script_has_anything_put_into_its_text(name: str) -> None:
    assert "${{" not in STEPS[name]["run"]


@only_thorough
def test_the_action_installs_what_the_constraints_hold(runner: Runner, small_checkout: Path) -> None:
    runner.values |= {"github.action_path": str(small_checkout), "steps.python.outputs.python-path": sys.executable}
    ran = runner.step("install")
    assert ran.returncode == 0, ran.stderr
    assert runner.values["steps.install.outputs.programs"] == f"{runner.temporary / 'citecheck'}/bin"
    assert (runner.temporary / "citecheck" / "bin" / "python").exists()


def test_the_action_audits_in_several_formats(runner: Runner) -> None:
    ran = runner.step("audit", paths="report.md\n")
    assert ran.returncode == 1
    assert "::error file=report.md,line=11," in ran.stdout
    assert "CIT001" in runner.summary.read_text(encoding="utf-8")
    assert runner.output("status") == "1"
    sarif = json.loads(Path(runner.output("sarif")).read_text(encoding="utf-8"))
    assert {one["ruleId"] for one in sarif["runs"][0]["results"]} >= {"CIT001", "PAG001"}


def test_the_inputs_of_the_action_reach_the_audit(runner: Runner) -> None:
    below = runner.workspace / "a report"
    below.mkdir()
    shutil.move(runner.workspace / "report.md", below / "my report.md")
    ran = runner.step("audit", paths="my report.md", working_directory="a report", fail_on="never")
    assert (ran.returncode, runner.output("status")) == (0, "0")
    assert "file=a report/my report.md" in ran.stdout
    args = "--select=PAG001\r\n--output=junit=citecheck out.xml\r\n"
    ran = runner.step("audit", args=args, fail_on="warning")
    assert ran.returncode == 1
    assert "CIT001" not in ran.stdout
    assert (below / "citecheck out.xml").is_file()
    (below / "known").write_text("# citecheck baseline 1\n", encoding="utf-8")
    assert runner.step("audit", args="--update-baseline", baseline="known").returncode == 0
    assert runner.step("audit", args="", baseline="known", fail_on="error").returncode == 0
    assert runner.step("audit", baseline="", since="HEAD", fail_on="").returncode == 1


def test_without_paths_the_action_reads_what_the_configuration_names(runner: Runner) -> None:
    assert runner.step("audit").returncode == 2
    assert (runner.output("status"), runner.values.get("steps.audit.outputs.sarif")) == ("2", None)
    (runner.workspace / "citecheck.toml").write_text('documents = ["report.md"]\n', encoding="utf-8")
    assert runner.step("audit").returncode == 1


@pytest.mark.parametrize("name", ["paths", "args", "fail_on", "baseline", "since"])
def test_what_stands_in_an_input_is_never_run(runner: Runner, name: str) -> None:
    said = "x\"; touch hacked; echo \"$(touch hacked)`touch hacked`' ; touch hacked; '"
    ran = runner.step("audit", **{"paths": "report.md", name: said})
    assert ran.returncode in (1, 2)  # An unknown commit, outside a repository, makes all findings new.
    assert sorted(one.name for one in runner.workspace.iterdir()) == ["report.md"]


def test_the_page_uses_the_action_as_it_is() -> None:
    workflow, by_hand = blocks("GitHub Actions")
    *_, step = workflow["jobs"]["citations"]["steps"]
    assert set(step["with"]) <= set(ACTION["inputs"])
    rows = re.findall(r"(?m)^\| (`[^|]*`) \|", PAGE.split("## GitHub Actions")[1].split("## GitLab CI")[0])
    assert set(re.findall(r"`([\w-]+)`", " ".join(rows))) == set(ACTION["inputs"])
    assert by_hand[1]["run"].startswith("citecheck audit ")


# GitLab.


def test_the_job_for_gitlab_runs_as_the_page_has_it(tmp_path: Path) -> None:
    [settings] = blocks("GitLab CI")
    job = settings["citations"]
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    programs = command(tmp_path)
    fake = programs / "python"
    fake.write_text(f"#!/bin/sh\necho \"$@\" >'{tmp_path}/python.log'\n", encoding="utf-8")
    fake.chmod(0o755)
    environment: Mapping[str, str] = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "CI_PROJECT_DIR": str(tmp_path),
    }
    ran = subprocess.run(
        [bash(), "-eo", "pipefail", "-c", "\n".join(job["script"])],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=tmp_path,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    assert (tmp_path / "python.log").read_text(encoding="utf-8") == "path/to/citecheck/install.py .citecheck\n"
    assert "CIT001" in ran.stdout
    reports = job["artifacts"]["reports"]
    found = json.loads((tmp_path / reports["codequality"]).read_text(encoding="utf-8"))
    assert "CIT001" in {one["check_name"] for one in found}
    assert ElementTree.parse(tmp_path / reports["junit"]).getroot().tag == "testsuites"
    assert job["artifacts"]["when"] == "always"


@pytest.mark.parametrize("line", re.findall(r"(?m)^(?: *- (?:run: )?)?(citecheck audit .*)$", PAGE))
def test_every_command_of_the_page_is_one(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    assert run(shlex.split(line)[1:]) == 1
