"""The head of a record: what it is called in both languages, when and where, its status and its toll in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.counting import is_massacre
from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.headlines import in_language
from snhr_desktop.domain.records import Dossier, Incident
from snhr_desktop.domain.saying import say_place
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.forms.toll import say_apart, say_classes, say_killed, say_massacre
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.widgets import StatusChip, picture
from snhr_desktop.ui.widgets.status_chip import Sign

NO_TITLE = N_("Incident without a title")
NEAR = N_("Near {landmark}")
AT_TIME = N_("{date}, at {time}")
MAY_RISE = N_("The toll may rise.")
TOLL = N_("Toll, as listed")
MASSACRE_MARK = N_("Massacre")
NOBODY = N_("No civilian killed or injured is listed.")


class RecordHead(QWidget):
    """Says the most at one glance."""

    def __init__(self, reading: Reading, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading, self._dossier = reading, dossier
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._add_titles()
        self._add_chips()
        self._add_facts()

    def _add_titles(self) -> None:
        incident, language = self._dossier.incident, self._reading.language
        title = in_language(incident, "title", language)
        others = (getattr(incident, name) for name in ("title_ar", "title_en"))
        below = [Piece(other, "muted") for other in others if other and other != title]
        pieces = (Piece(title or language.text(NO_TITLE), "title"), *below)
        self._column.addWidget(Prose(self._reading.kit, pieces, Incident.title))

    def _add_chips(self) -> None:
        kit, incident = self._reading.kit, self._dossier.incident
        holder = QWidget()
        row = FlowLayout(8, holder)
        code = self._reading.line(say_code(incident.reference), "label", copying=True)
        code.setWordWrap(False)
        row.addWidget(code)
        status = StatusChip(kit)
        status.show_status(incident.status)
        row.addWidget(status)
        if is_massacre(self._dossier):
            row.addWidget(StatusChip(kit, MASSACRE_MARK, Sign("scale", "toll")))
        self._column.addWidget(holder)

    def _add_facts(self) -> None:
        incident, language = self._dossier.incident, self._reading.language
        date = say_when(incident.date, language)
        if incident.time:
            date = language.text(AT_TIME, date=date, time=say_code(language.digits(incident.time)))
        self._add("calendar-days", date, Incident.field("date").label)
        place = say_place(incident.place, language, self._reading.places)
        if landmark := in_language(incident, "landmark", language):
            place = " · ".join(filter(None, (place, language.text(NEAR, landmark=landmark))))
        self._add("map-pin", place, Incident.field("place").label)
        self._add("users", self._toll(language), TOLL)

    def _toll(self, language: Language) -> str:
        dossier = self._dossier
        killed, classes = say_killed(dossier, language), say_classes(dossier, language)
        apart = say_apart(dossier, language)
        if not classes and not apart:
            lines = [language.text(NOBODY)]
        else:
            lines = [f"{killed}: {classes}" if classes else killed, *apart]
        if dossier.incident.massacre_override or is_massacre(dossier):
            lines.append(say_massacre(dossier, language))
        if dossier.incident.toll_open:
            lines.append(language.text(MAY_RISE))
        return "\n".join(lines)

    def _add(self, icon: str, text: str, words: Message) -> None:
        if not text:
            return
        row = QHBoxLayout()
        row.setSpacing(8)
        sign = picture(self._reading.kit, icon, "muted", 18)
        sign.setContentsMargins(2, 4, 0, 0)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        pieces = tuple(Piece(line, language=self._reading.language.code) for line in text.split("\n"))
        row.addWidget(Prose(self._reading.kit, pieces, words), 1)
        self._column.addLayout(row)
