"""The terminal application: chat, note, records and card over one review session. Widgets hold no state of the case."""

from __future__ import annotations
