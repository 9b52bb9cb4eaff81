"""A store whose records all carry words that stand nowhere in the program, and a walk through every page of it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.page import Page
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import attribution, dossier, incident, source, victim
from tests.ui.windows import settle

MARKS = ("زغروطة", "Zaghruta")


def mark(workspace: Workspace) -> None:
    """Save an incident all of whose texts are the words."""
    arabic, latin = MARKS
    workspace.save(
        dossier(
            victim(name_ar=arabic, name_en=latin, notes=latin),
            incident=incident(title_ar=arabic, title_en=latin),
            attributions=(attribution(),),
            sources=(source(pseudonym=latin),),
        ),
        reason=latin,
    )


def go_everywhere(window: MainWindow, workspace: Workspace, at_each: Callable[[Page], None] = lambda _: None) -> str:
    """Go to every page and type the words into each field to search in; returns the incident's identity."""
    uid = workspace.incidents(IncidentQuery(limit=1)).rows[0].uid
    for entry in PAGES:
        window.go(entry.key, uid if entry.key in ("incidents", "entry") else None)
        settle(window.worker)
        page = window.shell.page() if window.shell else None
        assert page is not None
        for field in page.findChildren(QLineEdit):
            if field.isVisible() and field.isEnabled() and not field.isReadOnly():
                field.setText(MARKS[1])
        at_each(page)
        settle(window.worker)
    return uid
