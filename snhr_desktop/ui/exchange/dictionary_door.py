"""The data dictionary from the window: written where a person says, in the form that its name ends in."""

import datetime as dt
from pathlib import Path

from PySide6.QtWidgets import QWidget

from snhr_desktop.exchange.export.dictionary_files import write
from snhr_desktop.exchange.export.target import making
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs import file_dialog

WHERE = N_("Where to write the data dictionary")
FORMS = N_("PDF, CSV or XLSX (*.pdf *.csv *.xlsx)")
WRITTEN = N_("{name} was made.")
NAME = "data-dictionary.pdf"


def ask_path(desk: Desk, window: QWidget) -> Path | None:
    """The place a person chose."""
    return file_dialog.ask_where(desk.kit, WHERE, window, file_dialog.documents() / NAME, FORMS)


def save_dictionary(desk: Desk, window: QWidget) -> None:
    """Ask where to, write it on the store's thread, and say so."""
    path = ask_path(desk, window)
    if path is None:
        return
    language, day = desk.tongue.language, dt.datetime.now().astimezone().date()

    def told(_: None) -> None:
        desk.tell(lambda spoken: spoken.text(WRITTEN, name=path.name), "done")

    desk.operations.ask(lambda _: _written(path, language, day), told, desk.refuse, window)


def _written(path: Path, language: Language, day: dt.date) -> None:
    with making(path, folder=False) as target:
        write(target, language, day)
        target.settle()
