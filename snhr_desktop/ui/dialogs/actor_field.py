"""Who is at the keyboard: kept with each change in the history, remembered nowhere else."""

from PySide6.QtWidgets import QLineEdit

from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Labelled


def actor_field(kit: Kit) -> tuple[QLineEdit, Labelled]:
    """The line to type in, and the line with its label."""
    edit = QLineEdit()
    edit.setMaxLength(60)
    return edit, Labelled(kit, N_("Your initials"), edit, N_("Kept in the history of each incident you save."))
