"""Read free-text bone-health notes into records that know the words they came from.

The package root imports nothing heavy: ``osteocase --help`` must not pay for spaCy, Textual or ReportLab.
"""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
