"""Where a record came from: the data set, the file and the row, and of its victims and parties which row each is."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.domain.headlines import headline
from snhr_desktop.domain.records import Attribution, CaseState, Record, RecordSet, Victim
from snhr_desktop.exchange.acts import fingerprints, with_its_end
from snhr_desktop.i18n import N_, NP_, Language, kept_whole
from snhr_desktop.store.imports import ImportAct
from snhr_desktop.ui.incidents.record.moments import say_moment
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading, rule
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.workspace import Provenance

TITLE = N_("Where it came from")
OWN = N_("Records of another office")
FROM_ROW = NP_("From the file {file}, row {rows}", "From the file {file}, rows {rows}")
FROM_SHEET = NP_("From the file {file}, sheet {sheet}, row {rows}", "From the file {file}, sheet {sheet}, rows {rows}")
UNNAMED = NP_("From a file, row {rows}", "From a file, rows {rows}")
TAKEN_IN = N_("Taken in: {moment}")
ROW_HOLDS = N_("Row {row}: {names}")
_LISTED = (Victim, Attribution, CaseState)
_MOST_ROWS, _MOST_FILES = 12, 12


class OriginView(QWidget):
    """For a record that an import wrote; nothing of it is ever printed."""

    def __init__(
        self, reading: Reading, given: RecordSet, found: Sequence[Provenance], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reading, self._given = reading, given
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(rule())
        column.addWidget(reading.line(reading.language.text(TITLE), "subheading"))
        pieces = [piece for number, one in enumerate(found) for piece in self._pieces(one, number)]
        column.addWidget(Prose(reading.kit, pieces, TITLE))

    def _pieces(self, one: Provenance, number: int) -> Iterator[Piece]:
        language = self._reading.language
        name = (one.name_ar if language.rtl else one.name_en) or language.text(OWN)
        yield Piece(name, "label", language.code, above=8 if number else 0)
        yield Piece(say_file(one.act, one.rows, language), language=language.code)
        moment = say_moment(one.act.at, one.act.actor, language)
        taken = with_its_end(language.text(TAKEN_IN, moment=moment), one.act, language)
        yield Piece(taken, "muted", language.code)
        for line in (*self._rows(one, language), *fingerprints(one.act.file, language, _MOST_FILES)):
            yield Piece(line, "muted", language.code)

    def _rows(self, one: Provenance, language: Language) -> Iterator[str]:
        """What of the record each row told, as far as it is still there."""
        held: dict[int, list[Record]] = {}
        for record in self._given.records():
            if isinstance(record, _LISTED) and record.uid in one.parts:
                held.setdefault(one.parts[record.uid], []).append(record)
        for row in sorted(held)[:_MOST_ROWS]:
            names = language.join([headline(record, language)[0] for record in held[row]])
            yield language.text(ROW_HOLDS, row=say_code(language.digits(row)), names=names)


def say_file(act: ImportAct, rows: Sequence[int], language: Language) -> str:
    """A file and rows of it; without its name where that may not be seen."""
    told = {"file": kept_whole(act.file.name), "sheet": act.file.sheet, "rows": say_code(_ranges(rows, language))}
    message = FROM_SHEET if act.file.sheet else FROM_ROW
    return language.plural(message if act.file.name else UNNAMED, len(rows), **told)


def _ranges(rows: Sequence[int], language: Language) -> str:
    """Numbers in a line, those that follow each other as one: 3–5, 9."""
    parts: list[list[int]] = []
    for row in sorted(rows):
        if parts and row == parts[-1][-1] + 1:
            parts[-1].append(row)
        else:
            parts.append([row])
    told = [f"{part[0]}–{part[-1]}" if len(part) > 1 else str(part[0]) for part in parts[:_MOST_ROWS]]
    return language.digits(", ".join([*told, "…"] if len(parts) > _MOST_ROWS else told))
