"""Remembers how a person shared a page among its parts."""

from PySide6.QtWidgets import QSplitter

from snhr_desktop.ui.desk import Desk

_LEAST = 120
"""Px a part comes back with that was hidden when the others were moved."""


def keep_split(desk: Desk, split: QSplitter, name: str) -> None:
    """Share as the last time, and remember each change; `name` is that of the page. Call it once all parts are in."""
    settings = desk.settings
    if settings is None:
        return
    kept = settings.parts(name)
    if len(kept) == split.count():
        split.setSizes([max(part, _LEAST) for part in kept])
    split.splitterMoved.connect(lambda: settings.keep_parts(name, split.sizes()))
