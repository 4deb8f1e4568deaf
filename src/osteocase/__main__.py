"""``python -m osteocase``: the same as the command ``osteocase``."""

from __future__ import annotations

from osteocase.cli import main

if __name__ == "__main__":
    main()
