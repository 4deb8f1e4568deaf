"""What is shipped: the wheel works far from the checkout, the versions are pinned, the entry points are there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import osteocase
from osteocase.lexicon import default_folder

ROOT = Path(__file__).resolve().parents[1]
SITE_PACKAGES = sysconfig.get_path("purelib")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def run(*command: str | Path, cwd: Path, words: str | None = None) -> str:
    """Standard output of a command that succeeds."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, input=words)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it would be published."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean environment outside the checkout that has the wheel and its dependencies; the path of its programs.

    The dependencies are those of this environment, so that the test needs no network; osteocase itself is not among
    them, since this environment's link to the checkout is not followed.
    """
    folder = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(folder, with_pip=False)
    programs = folder / "bin"
    python = programs / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    own = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (own / "dependencies.pth").write_text(SITE_PACKAGES + "\n", encoding="utf-8")
    return programs


def test_the_wheel_carries_code_patterns_fonts_and_type_marker(wheel: Path) -> None:
    shipped = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    code = {
        path.relative_to(source).as_posix()
        for path in (source / "osteocase").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    patterns = {f"osteocase/patterns/{path.name}" for path in (ROOT / "patterns").iterdir()}
    assert (code | patterns) - shipped == set()
    assert {name for name in shipped if ".dist-info/" not in name} == code | patterns
    assert "osteocase/py.typed" in shipped
    assert [name for name in shipped if name.endswith("licenses/LICENSE")]


def test_the_installed_command_reads_a_note_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    """Nothing is kept for it yet, and it reads what a later start of the checkout reads."""
    where = run(installed / "python", "-c", "import osteocase; print(osteocase.__file__)", cwd=tmp_path)
    assert not Path(where).is_relative_to(ROOT)
    words = "Serum calcium 9.4 mg/dL. DXA: lumbar spine L1-L4 BMD 0.842 g/cm2, T-score -2.5."
    read = run(installed / "osteocase", "extract", "-", cwd=tmp_path, words=words)
    record = json.loads(read)
    assert [(lab["analyte"], lab["value"]) for lab in record["labs"]] == [("calcium", 9.4)]
    assert [(bmd["site"], bmd["bmd_g_cm2"], bmd["t_score"]) for bmd in record["bmd"]] == [("lumbar_spine", 0.842, -2.5)]
    letter = sorted((ROOT / "samples/plo-romosozumab").glob("*.txt"))[0].read_text(encoding="utf-8")
    first = run(installed / "osteocase", "extract", "-", cwd=tmp_path, words=letter)
    later = run(sys.executable, "-m", "osteocase", "extract", "-", cwd=tmp_path, words=letter)
    assert first == later


def test_the_installed_command_uses_the_patterns_in_its_package(installed: Path, tmp_path: Path) -> None:
    code = "from osteocase.lexicon import default_folder; print(default_folder())"
    folder = Path(run(installed / "python", "-c", code, cwd=tmp_path).strip())
    assert folder.parts[-2:] == ("osteocase", "patterns")
    assert run(installed / "osteocase", "patterns", "check", cwd=tmp_path).endswith(" are valid.\n")


def test_a_checkout_uses_the_patterns_beside_its_pyproject() -> None:
    assert Path(osteocase.__file__).is_relative_to(ROOT / "src")
    assert default_folder() == ROOT / "patterns"


def test_every_entry_point_leads_somewhere() -> None:
    distribution = metadata.distribution("osteocase")
    stated = {(group, name) for group, entries in SETTINGS["project"]["entry-points"].items() for name in entries} | {
        ("console_scripts", "osteocase")
    }
    assert {(entry.group, entry.name) for entry in distribution.entry_points} == stated
    assert all(callable(entry.load()) for entry in distribution.entry_points)


def _pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    stated = [line.partition("#")[0].strip() for line in lines]
    found = [re.fullmatch(r"([A-Za-z0-9._-]+)==([^\s=]+)", line) for line in stated if line]
    assert all(found), "constraints.txt holds exact versions and nothing else"
    return {canonicalize_name(match[1]): match[2] for match in found if match}


def _asked(extras: frozenset[str]) -> list[Requirement]:
    """What the project asks for itself, with some of its extras and those that these name."""
    project = SETTINGS["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    own = frozenset(
        extra for line in lines if Requirement(line).name == "osteocase" for extra in Requirement(line).extras
    )
    if own - extras:
        return _asked(extras | own)
    return [Requirement(line) for line in lines if Requirement(line).name != "osteocase"]


DEVELOPMENT = frozenset({"dev"})


def _needed() -> set[str]:
    """Everything that an installation with the development tools brings in, on this Python."""
    waiting = _asked(DEVELOPMENT)
    found: dict[str, set[str]] = {}
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        extras = requirement.extras | {""}
        if extras <= found.setdefault(name, set()):
            continue
        found[name] |= extras
        for line in metadata.requires(requirement.name) or []:
            inner = Requirement(line)
            if inner.marker is None or any(inner.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(inner)
    return set(found)


def test_everything_that_gets_installed_is_pinned() -> None:
    assert _needed() - set(_pins()) == set()


def test_every_pin_fits_what_the_project_asks_for() -> None:
    pins = _pins()
    every = _asked(frozenset(SETTINGS["project"]["optional-dependencies"]))
    pinned = [requirement for requirement in every if canonicalize_name(requirement.name) in pins]
    assert [str(each) for each in pinned if pins[canonicalize_name(each.name)] not in each.specifier] == []


def test_each_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.partition("dependencies = [\n")[2].partition("\n]")[0]
    assert [line for line in block.splitlines() if "#" not in line] == []


def test_the_version_is_told_in_one_place() -> None:
    assert metadata.version("osteocase") == osteocase.__version__
    assert "version" in SETTINGS["project"]["dynamic"]
