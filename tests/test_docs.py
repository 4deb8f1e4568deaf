"""The documentation is true: its commands run, its tables are complete, its links lead somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from osteocase.cli.app import app
from osteocase.cli.exits import EXIT_CODES

pytestmark = pytest.mark.usefixtures("warm_cache")
ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def console_lines(text: str) -> list[str]:
    """What a reader types: the lines after ``$`` in the console blocks, without the remarks."""
    blocks = re.findall(r"```console\n(.*?)```", text, flags=re.DOTALL)
    return [
        line[2:].partition("  # ")[0].strip() for block in blocks for line in block.splitlines() if line[:2] == "$ "
    ]


LINES = [line for path in DOCUMENTS for line in console_lines(path.read_text(encoding="utf-8"))]


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A line as typed in a shell that finds this environment's programs first."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path}
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=250
    )


def test_the_first_screen_shows_how_to_start() -> None:
    assert console_lines("\n".join(README.splitlines()[:20])) == ["make demo", "make test", "pipx install ."]


def test_every_command_of_the_documents_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    typed = [line for line in LINES if not line.startswith(("make ", "pipx "))]
    assert len(typed) >= 8
    for line in typed:
        done = shell(line, tmp_path)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
    assert {"records.jsonl", "case.json", "case.pdf"} <= set(os.listdir(tmp_path))


def test_the_demo_shows_the_case_and_writes_pdf_and_json(tmp_path: Path) -> None:
    """Run as ``make demo`` does, in this environment instead of a new one."""
    environment = Path(sys.prefix)
    ready = environment / ".ready"
    done = shell(f"make --no-print-directory -o '{ready}' demo VENV='{environment}' OUT='{tmp_path}/out'", ROOT)
    assert done.returncode == 0, done.stderr
    assert "Bone density" in done.stdout
    written = {"plo-romosozumab.json", "plo-romosozumab.pdf"}
    assert {path.name for path in (tmp_path / "out").iterdir()} == written
    assert all(f"Wrote {tmp_path}/out/{name}" in done.stderr for name in written)


LIBRARY = (ROOT / "docs/library.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", LIBRARY, flags=re.DOTALL)


@pytest.mark.parametrize("code", EXAMPLES)
def test_every_example_of_the_library_runs(code: str) -> None:
    exec(compile(code, "example", "exec"), {"__name__": "example"})


@pytest.mark.parametrize("target", ["demo", "test", "lint", "venv"])
def test_make_knows_the_targets_that_the_documents_name(target: str) -> None:
    assert shell(f"make -n {target}", ROOT).returncode == 0


def commands() -> set[str]:
    """All commands of the program, with those of their groups: ``patterns check``."""
    found: set[str] = set()
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", {})
        found |= {f"{name} {each}" for each in inner} or {name}
    return found


def test_the_readme_has_every_command_and_no_other() -> None:
    table = re.findall(r"^\| `osteocase ([a-z ]+?)(?: [A-Z]+…?)?` \|", README, flags=re.MULTILINE)
    assert sorted(table) == sorted(commands())


def test_the_readme_has_every_option_that_stands_before_a_command() -> None:
    options = {option for parameter in typer.main.get_command(app).params for option in parameter.opts}
    told = set(re.findall(r"--[a-z-]+", README))
    assert {option for option in options if option.startswith("--")} - told == {"--show-completion"}


def test_the_readme_tells_all_exit_codes() -> None:
    table = dict(re.findall(r"^\| (\d+) \| (.+) \|$", README, flags=re.MULTILINE))
    assert {int(code): meaning for code, meaning in table.items()} == EXIT_CODES


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_and_named_files_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if not link.startswith("http")]
    files = re.findall(r"`((?:src|tests|docs|patterns|samples)/[^`\s*{]*)`", text)
    missing = [link for link in links if not (document.parent / link).exists()]
    missing += [name for name in files if not (ROOT / name).exists()]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_modules_named_in_a_document_exist(document: Path) -> None:
    names = set(re.findall(r"`(osteocase(?:\.[a-z_]+)+)`", document.read_text(encoding="utf-8")))
    source = ROOT / "src"
    missing = [
        name
        for name in names
        if not (source / name.replace(".", "/")).is_dir() and not (source / (name.replace(".", "/") + ".py")).is_file()
    ]
    assert missing == []
