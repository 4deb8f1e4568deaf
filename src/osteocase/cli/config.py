"""``osteocase config``: where the settings of the application are, what they say, and whether they are right."""

from __future__ import annotations

import typer

from osteocase.cli.output import emit

__all__ = ["config_app"]

config_app = typer.Typer(
    help="Settings of the terminal application: theme, folders, database, patterns, keys.", no_args_is_help=True
)


@config_app.command("path")
def path_command() -> None:
    """Print the path of the file of settings, whether it is there or not."""
    from osteocase.tui.places import settings_path

    emit(f"{settings_path()}\n")


@config_app.command("show")
def show_command() -> None:
    """Print the settings that hold, with every key that can be changed, in the form of the file."""
    from osteocase.tui.places import settings_path
    from osteocase.tui.settings import as_toml, read_settings

    path = settings_path()
    where = f"# from {path}" if path.exists() else f"# what holds without a file; to change it, write {path}"
    emit(f"{where}\n{as_toml(read_settings())}")


@config_app.command("check")
def check_command() -> None:
    """Check the file whole and tell every fault at once, with the nearest name for a wrong one."""
    from osteocase.tui.places import settings_path
    from osteocase.tui.settings import read_settings

    path = settings_path()
    if not path.exists():
        emit(f"there is no file {path}; all settings are as osteocase brings them\n")
        return
    read_settings(path)
    emit(f"{path} is right\n")
