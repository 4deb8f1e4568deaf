"""``osteocase config``: where the settings are, what holds, and every fault at once."""

from __future__ import annotations

import tomllib
from pathlib import Path

from osteocase.tui.places import settings_path
from tests.cli.conftest import Run


def test_the_path_is_printed_whether_the_file_is_there_or_not(run: Run, home: Path) -> None:
    assert run("config", "path").stdout == f"{home}/config/osteocase/config.toml\n"
    assert "there is no file" in run("config", "check").stdout


def test_what_is_shown_is_a_file_of_settings_itself(run: Run) -> None:
    shown = run("config", "show").stdout
    assert tomllib.loads(shown) == {"theme": "osteocase-dark", "patterns": [], "keys": {}}
    assert '# accept = "a"  # Accept the record' in shown
    path = settings_path()
    path.parent.mkdir(parents=True)
    path.write_text(shown.replace("osteocase-dark", "osteocase-light").replace('# accept = "a"', 'accept = "z"'))
    again = tomllib.loads(run("config", "show").stdout)
    assert (again["theme"], again["keys"]) == ("osteocase-light", {"accept": "z"})
    assert run("config", "check").stdout == f"{path} is right\n"


def test_every_fault_of_the_file_is_told_at_once(run: Run) -> None:
    path = settings_path()
    path.parent.mkdir(parents=True)
    path.write_text(
        'theme = "osteocase-lihgt"\nfoldr = "x"\n[keys]\nreject = "ctrl+foo"\nnext_open = "j"\nedit = "a"\n'
    )
    result = run("config", "check")
    assert result.exit_code == 3
    told = " ".join(result.stderr.split())
    for fault in (
        "'foldr' is no setting; did you mean 'folder'?",
        "'osteocase-lihgt' is no theme; did you mean 'osteocase-light'?",
        "'ctrl+foo' is no key",
        "'j' would be both 'next_open' and a move in the lists",
        "'a' would be both 'accept' and 'edit'",
        str(path),
    ):
        assert fault in told
