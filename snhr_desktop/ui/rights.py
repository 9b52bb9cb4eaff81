"""Whether what writes is open to whoever works here, and where it is not, why: said where it would be done."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.rights import Right
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.status_line import READ_ONLY
from snhr_desktop.ui.tongue import Tongue, Words

SOURCES_HIDDEN = N_("Hidden: you do not see who the sources are. What stands here is kept.")
ONLY = N_("Only for: {who}.")


def only(right: Right) -> Words:
    """Who may, in words."""

    def told(language: Language) -> str:
        return language.text(ONLY, who=right.who(language))

    return told


def hindrance(operations: Operations, right: Right | None = None, reading: Words = READ_ONLY) -> Words | None:
    """Why an act that writes is closed; None where it is open. A `right` is what not every role may.

    `reading` says it of a store that is open for reading alone, where the act has words of its own for that.
    """
    if operations.info.read_only:
        return reading
    return None if right is None or operations.may(right) else only(right)


def may_write(operations: Operations, right: Right | None = None) -> bool:
    """Whether nothing hinders an act that writes."""
    return hindrance(operations, right) is None


def close_off(tongue: Tongue, operations: Operations, *acts: QWidget | QAction, right: Right | None = None) -> None:
    """Close buttons or actions that write, where something hinders them, with why as their tool tip."""
    why = hindrance(operations, right)
    if why is None:
        return
    for act in acts:
        act.setEnabled(False)
        tongue.bind(act, toolTip=why)
