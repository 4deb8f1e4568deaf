"""Where the application keeps what belongs to the user."""

from __future__ import annotations

from pathlib import Path

__all__ = ["settings_path"]


def settings_path() -> Path:
    """The file of settings, whether it is there or not."""
    from platformdirs import user_config_path

    return user_config_path("osteocase") / "config.toml"
