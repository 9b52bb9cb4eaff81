"""What is new to the one who reads: which fields were changed since they last looked, and by how many notes."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.store.changes_told import say_change
from snhr_desktop.ui.incidents.record.moments import say_moment
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading
from snhr_desktop.workspace import FieldChange, Since

SINCE = N_("Changed since you last looked")
LAST_LOOK = N_("You last looked on {moment}, at revision {revision}.")
NEW_NOTES = NP_("{n} new note", "{n} new notes")
MORE_CHANGES = NP_("and {n} more change", "and {n} more changes")
_MOST = 12


class SinceView(QFrame):
    """Stands above the record where there is anything to tell. Of sensitive values it tells only that they changed."""

    def __init__(self, reading: Reading, since: Since, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.setProperty("tone", "told")
        language = reading.language
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(reading.line(language.text(SINCE), "label"))
        lines = difference(since.changes, language, reading)
        if since.notes:
            lines.append(language.plural(NEW_NOTES, since.notes))
        last = language.text(LAST_LOOK, moment=say_moment(since.at, "", language), revision=since.revision)
        pieces = [*(Piece(line, language=language.code) for line in lines), Piece(last, "note", language.code, above=4)]
        column.addWidget(Prose(reading.kit, pieces, SINCE))


def difference(changes: tuple[FieldChange, ...], language: Language, reading: Reading, most: int = _MOST) -> list[str]:
    """Each change in a sentence of the language spoken; the number of those beyond `most`."""
    told = [say_change(change, language, reading.places) for change in changes[:most]]
    if more := len(changes) - len(told):
        told.append(language.plural(MORE_CHANGES, more))
    return told
