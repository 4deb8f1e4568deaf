"""What is loaded for what: help and version stay light, and the heavy libraries wait until they are used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"spacy", "textual", "reportlab", "pydantic", "simplejson", "numpy", "PIL", "pikepdf", "sqlalchemy"}

REPORT_MODULES = """
import sys
sys.argv = {arguments!r}
from osteocase.cli import main
try:
    main()
except SystemExit:
    pass
names = sorted({{name.partition(".")[0] for name in sys.modules}})
print("LOADED", *names, file=sys.stderr)
"""


def loaded_by(*arguments: str, code: str = REPORT_MODULES) -> set[str]:
    """Names of all top-level modules that a run of the command has loaded."""
    script = code.format(arguments=["osteocase", *arguments])
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stderr.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)], ids=" ".join)
def test_help_and_version_load_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments) & HEAVY == set()


@pytest.mark.parametrize(
    "arguments",
    [("extract", "--help"), ("report", "--help"), ("chat", "--help"), ("no-such-command",), ("extract", "--no-such")],
    ids=" ".join,
)
def test_the_words_of_a_command_load_at_most_what_reads_its_options(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments) & (HEAVY - {"pydantic"}) == set()


def test_the_schema_needs_the_records_only() -> None:
    assert loaded_by("schema") & (HEAVY - {"pydantic", "simplejson"}) == set()


def test_checking_patterns_needs_no_spacy() -> None:
    assert loaded_by("patterns", "check") & {"spacy", "textual", "reportlab"} == set()


@pytest.mark.usefixtures("warm_cache")
def test_reading_a_note_loads_neither_textual_nor_reportlab(tmp_path: Path) -> None:
    note = tmp_path / "visit.txt"
    note.write_text("Calcium 9.4 mg/dL", encoding="utf-8")
    assert loaded_by("extract", str(note)) & {"textual", "reportlab"} == set()


def test_the_package_itself_loads_nothing() -> None:
    code = "import sys, osteocase\nprint('LOADED', *{{n.partition('.')[0] for n in sys.modules}}, file=sys.stderr)"
    assert loaded_by(code=code) & (HEAVY | {"typer", "rich"}) == set()
