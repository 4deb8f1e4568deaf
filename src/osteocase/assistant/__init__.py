"""The conversation about a case: a message to an intent, to an answer with its sources or to a change. No screen."""

from __future__ import annotations
