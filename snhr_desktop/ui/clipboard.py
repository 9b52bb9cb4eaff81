"""What is copied out of the records, and taken back from the clipboard when the store is locked."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

_OURS = "application/x-snhr-desktop"
_SECRET = "x-kde-passwordManagerHint"
"""Asks keepers of what was copied before to keep this not; who does not know it keeps it all the same."""


def put(text: str | bytes) -> None:
    """Copy a text, UTF-8 where it is bytes."""
    told = QMimeData()
    told.setData("text/plain", text.encode() if isinstance(text, str) else text)
    told.setData(_OURS, b"1")
    told.setData(_SECRET, b"secret")
    QGuiApplication.clipboard().setMimeData(told)


def forget() -> None:
    """Empty the clipboard, and what was chosen with the mouse, wherever it is this application's."""
    board = QGuiApplication.clipboard()
    for mode, owned in (
        (QClipboard.Mode.Clipboard, board.ownsClipboard()),
        (QClipboard.Mode.Selection, board.ownsSelection()),
        (QClipboard.Mode.FindBuffer, board.ownsFindBuffer()),
    ):
        held = board.mimeData(mode) if _has(board, mode) else None
        if owned or (held is not None and held.hasFormat(_OURS)):
            board.clear(mode)


def _has(board: QClipboard, mode: QClipboard.Mode) -> bool:
    supported = {
        QClipboard.Mode.Clipboard: True,
        QClipboard.Mode.Selection: board.supportsSelection(),
        QClipboard.Mode.FindBuffer: board.supportsFindBuffer(),
    }
    return supported[mode]
