"""From one case to another: what is said when the application opens, and when a kept case is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osteocase.tui.app import OsteocaseApp

__all__ = ["WELCOME", "open_case"]

WELCOME = (
    "Paste a clinic note here, drag a file in, or press ctrl+o. What is found in it stands under f3, each value "
    "with its words. Then ask, correct, or press f8 for the PDF."
)


def open_case(app: OsteocaseApp, case_id: str) -> None:
    """Go on with a kept case where it was left; a new one where no id is given."""
    shelf = app.shelf
    if shelf is None:
        return
    if app.intake.busy:
        app.bench.flash("a note is being read; esc stops it")
        return
    session = app.guarded(lambda: shelf.open(case_id) if case_id else shelf.new())
    if session is None:
        return
    app.intake.refused.clear()
    app.show_session(session)
    app.call_after_refresh(_welcome, app)


def _welcome(app: OsteocaseApp) -> None:
    session, progress = app.session, app.session.progress()
    if session.state.notes:
        count = len(session.state.notes)
        app.bench.answer(
            f"{session.case.case.title}: {count} note{'' if count == 1 else 's'}, "
            f"{progress.decided} of {progress.total} records reviewed."
        )
    else:
        app.bench.answer(WELCOME)
    app.talk.prepare()
