"""The dialog of exports over the window, for whoever may write records out."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.rights import EXPORT
from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_dialog import over
from snhr_desktop.ui.rights import hindrance
from snhr_desktop.ui.shell import Shell

NOTHING_OUT = N_("The store was opened for reading only; an export is an act of its history, which cannot be written.")


def export_from(shell: Shell | None) -> None:
    """Open the dialog over the page in front, with what is chosen in its list; nothing without an open store."""
    if shell is not None:
        page = shell.page()
        open_export(shell.desk, page.chosen_incidents() if page else (), shell.window())


def open_export(desk: Desk, rows: tuple[int, ...], window: QWidget) -> None:
    """Open the dialog with the incidents that are chosen in a list, or say why not."""
    from snhr_desktop.ui.exchange.export_dialog import ExportDialog

    if why := hindrance(desk.operations, EXPORT, NOTHING_OUT):
        desk.tell(why, "attention")
    else:
        over(ExportDialog(desk, rows), window)
