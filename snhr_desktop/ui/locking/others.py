"""Closes whatever stands before the window: menus, lists that drop down, dialogs that wait for an answer."""

from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

_MOST = 50
"""No more stand before a window; one that does not close must not keep the others open."""


def close_popups() -> None:
    """Close menus and lists that drop down: they hold keyboard and mouse."""
    QToolTip.hideText()
    for _ in range(_MOST):
        popup = QApplication.activePopupWidget()
        if popup is None:
            break
        popup.close()
        popup.hide()


def close_others(window: QWidget) -> None:
    """Close each as if it was given up, without asking it: it may ask back, and nobody is there."""
    close_popups()
    for _ in range(_MOST):
        modal = QApplication.activeModalWidget()
        if modal is None:
            break
        _give_up(modal)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            _give_up(other)


def _give_up(widget: QWidget) -> None:
    if isinstance(widget, QDialog):
        QDialog.done(widget, QDialog.DialogCode.Rejected)  # not the dialog's own: it may refuse
    widget.hide()
