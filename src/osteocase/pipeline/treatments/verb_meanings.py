"""What a kind of verb says of a treatment in each tense: ``will start`` plans it, ``would not use`` forbids it."""

from __future__ import annotations

__all__ = ["MEANING"]

MEANING = {
    "future": {
        "begin": "planned", "switch": "planned", "take": "planned", "give": "planned", "keep": "ongoing",
        "consider": "mentioned", "try": "planned", "prefer": "planned",
    },
    "to_be": {"begin": "planned", "switch": "planned", "give": "planned", "keep": "ongoing"},
    "to_come": {"begin": "planned", "keep": "ongoing", "stop": "stopped"},
    "obliged": {
        "begin": "planned", "switch": "planned", "take": "planned", "give": "planned", "keep": "ongoing",
        "stop": "stopped", "try": "planned",
    },
    "asked": {
        "begin": "planned", "switch": "planned", "take": "planned", "give": "planned", "keep": "ongoing",
        "stop": "stopped", "try": "planned", "consider": "mentioned",
    },
    "willing": {
        "begin": "planned", "switch": "planned", "take": "planned", "give": "planned", "keep": "ongoing",
        "try": "planned",
    },
    "allowed": {
        "begin": "planned", "switch": "planned", "take": "planned", "give": "planned", "keep": "ongoing",
        "stop": "stopped", "try": "mentioned",
    },
    "forbidden": {
        "begin": "contraindicated", "switch": "contraindicated", "take": "contraindicated", "give": "contraindicated",
        "try": "contraindicated", "consider": "contraindicated", "stop": "ongoing", "keep": "stopped",
    },
    "not_now": {
        "begin": "mentioned", "switch": "mentioned", "take": "mentioned", "give": "mentioned", "try": "mentioned",
        "stop": "ongoing", "keep": "stopped",
    },
    "not_done": {
        "begin": "mentioned", "switch": "mentioned", "take": "mentioned", "give": "mentioned", "try": "mentioned",
        "prefer": "mentioned", "consider": "mentioned", "keep": "stopped",
    },
    "talked_of": {
        "begin": "mentioned", "switch": "mentioned", "take": "mentioned", "give": "mentioned", "try": "mentioned",
        "stop": "ongoing", "keep": "ongoing",
    },
    "unwilling": {"begin": "declined", "take": "declined", "give": "declined", "keep": "stopped", "stop": "ongoing"},
    "kept_up": {"take": "ongoing", "give": "ongoing", "keep": "ongoing", "stop": "stopped"},
    "order_of_all": {"begin": "started", "give": "started", "keep": "ongoing", "stop": "stopped", "take": "started"},
    "order": {"give": "started", "switch": "started", "try": "started"},
    "possible": {
        "begin": "mentioned", "switch": "mentioned", "take": "mentioned", "give": "mentioned",
        "consider": "mentioned", "try": "mentioned", "prefer": "mentioned",
    },
    "present": {
        "begin": "started", "switch": "started", "keep": "ongoing", "take": "ongoing", "give": "ongoing",
        "stop": "stopped", "prefer": "planned",
    },
    "with_person": {
        "begin": "started", "switch": "started", "keep": "ongoing", "take": "ongoing", "give": "ongoing",
        "stop": "stopped",
    },
    "going_on": {
        "begin": "started", "switch": "started", "keep": "ongoing", "take": "ongoing", "give": "ongoing",
        "consider": "mentioned",
    },
    "past": {
        "begin": "started", "switch": "started", "keep": "ongoing", "take": "past", "give": "past", "stop": "stopped",
        "consider": "mentioned",
    },
    "passive": {"begin": "started", "switch": "started", "keep": "ongoing", "give": "past", "stop": "stopped"},
}  # fmt: skip
"""What a kind of verb says of a treatment in each tense; what is not here says nothing."""
