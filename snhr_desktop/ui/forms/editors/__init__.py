"""One editor for each kind of field, made from the field's declaration."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Choices, Day, Flag, SiteKind, Text, WhenKind
from snhr_desktop.domain.rights import REVIEW
from snhr_desktop.ui.forms.editors.choice_editor import ChoiceEditor
from snhr_desktop.ui.forms.editors.choices_editor import ChoicesEditor
from snhr_desktop.ui.forms.editors.field_editor import FieldEditor
from snhr_desktop.ui.forms.editors.flag_editor import FlagEditor
from snhr_desktop.ui.forms.editors.line_editor import LineEditor
from snhr_desktop.ui.forms.editors.narrative_editor import NarrativeEditor
from snhr_desktop.ui.forms.editors.site_editor import SiteEditor
from snhr_desktop.ui.forms.editors.when_editor import WhenEditor
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.rights import SOURCES_HIDDEN, only

__all__ = ["FieldEditor", "editor_for"]

_EDITORS: dict[type, type[FieldEditor]] = {
    Choice: ChoiceEditor,
    Choices: ChoicesEditor,
    Flag: FlagEditor,
    Day: WhenEditor,
    WhenKind: WhenEditor,
    SiteKind: SiteEditor,
}


def editor_for(means: Means, field: Field, parent: QWidget) -> FieldEditor:
    """The editor of a field; one line for every kind that has none of its own.

    What whoever types may not see, or may not decide, stands there and takes nothing.
    """
    made = _made(means, field, parent)
    if field.sensitive and not means.sees_sources:
        made.close_off(SOURCES_HIDDEN)
    elif field.name == "status" and not means.reviews:
        made.close_off(only(REVIEW))
    return made


def _made(means: Means, field: Field, parent: QWidget) -> FieldEditor:
    if isinstance(field.kind, Text) and field.kind.lines:
        return NarrativeEditor(means, field, parent=parent)
    return _EDITORS.get(type(field.kind), LineEditor)(means, field, parent)
