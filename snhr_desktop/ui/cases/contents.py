"""All that is told of a case, as it stands beside the list and in each of its revisions."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.domain.case_counting import outcome
from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.headlines import in_language
from snhr_desktop.domain.records import Case, CaseFile
from snhr_desktop.domain.saying import say_value
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_
from snhr_desktop.ui.cases.columns import NO_NAME
from snhr_desktop.ui.cases.sections import NOT_ASKED
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.incidents.record.entry import Entries
from snhr_desktop.ui.incidents.record.field_list import FieldList
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading, rule
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.widgets import StatusChip

STATES, PERSON = N_("What happened"), N_("The person")
_IN_HEAD = NOT_ASKED | {"name_ar", "name_en", "status"}


def case_contents(reading: Reading, file: CaseFile) -> Iterator[QWidget]:
    """The person, what happened one state after the other, and what is known of the person."""
    yield _head(reading, file)
    yield rule()
    yield reading.line(reading.language.text(STATES), "subheading")
    if file.states:
        yield Entries(reading, file.states)
    if shown := list(_fields(reading, file.case)):
        yield rule()
        yield reading.line(reading.language.text(PERSON), "subheading")
        yield FieldList(reading, shown)
    if file.case.family_contact:
        yield Entries(reading, (file.case,))


def _head(reading: Reading, file: CaseFile) -> QWidget:
    case, kit, language = file.case, reading.kit, reading.language
    name = in_language(case, "name", language) or language.text(NO_NAME)
    other = next((one for one in (case.name_ar, case.name_en) if one and one != name), "")
    pieces = [Piece(name, "title"), *([Piece(other, "muted")] if other else [])]
    chips = QWidget()
    row = FlowLayout(8, chips)
    code = reading.line(say_code(case.reference), "label", copying=True)
    code.setWordWrap(False)
    row.addWidget(code)
    status = StatusChip(kit)
    status.show_status(case.status)
    row.addWidget(status)
    row.addWidget(StatusChip(kit, lambda spoken: label("case_outcome", outcome(file.states), spoken)))
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(Prose(kit, pieces, Case.title))
    column.addWidget(chips)
    return made


def _fields(reading: Reading, case: Case) -> Iterator[tuple[Field, object]]:
    for field in case.fields():
        value = getattr(case, field.name)
        said = say_value(field, value, reading.language, reading.places)
        if said and not field.sensitive and field.name not in _IN_HEAD:
            yield field, value
