"""One line at the top that tells the truth: which case, how much of it is reviewed, what is going on, saved or not."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from osteocase.review import Session
from osteocase.tui.neutral import neutral

__all__ = ["StatusBar"]


class StatusBar(Horizontal):
    """Name of the case on the left, state on the right."""

    def compose(self) -> ComposeResult:
        """Two texts."""
        yield Static(id="status-case", markup=False)
        yield Static(id="status-state", markup=False)

    def show(self, session: Session, *, doing: str, saved: str) -> None:
        """Tell how things stand; ``doing`` is what goes on behind, ``saved`` what would survive a crash."""
        narrow = self.app.size.width < 100
        title = Text.assemble((" osteocase ", "bold reverse"), (f" {neutral(session.case.case.title)}", "bold"))
        title.truncate(max(24, self.app.size.width // 3), overflow="ellipsis")
        self.query_one("#status-case", Static).update(title)
        progress = session.progress()
        notes = len(session.state.notes)
        parts: list[str] = []
        if doing:
            parts.append(doing)
        if notes:
            if not narrow:
                parts.append(f"{notes} note{'' if notes == 1 else 's'}")
            parts.append(f"{progress.decided} of {progress.total} reviewed")
        doubtful = sum(1 for check in session.case.checks if check.severity != "info" and check.accepted is None)
        if doubtful:
            parts.append(f"! {doubtful} check{'' if doubtful == 1 else 's'}")
        if progress.deferred and not narrow:
            parts.append(f"… {progress.deferred} later")
        if not doing or not narrow:
            parts.append(saved)
        self.query_one("#status-state", Static).update(Text(" · ".join(part for part in parts if part)))
