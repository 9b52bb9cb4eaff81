"""What a cell shows for what was entered, in the language spoken."""

from collections.abc import Mapping
from typing import Any

from snhr_desktop.domain.dates import say_when, write_when
from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Day, Invalid, WhenKind
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import Language, bare


def say_cell(field: Field, raw: Any, language: Language) -> str:
    """The words of a value; what cannot be read is shown as it was typed."""
    if raw is None or raw == "":
        return ""
    kind = field.kind
    if isinstance(kind, Choice):
        return label(kind.vocabulary, str(raw), language)
    if isinstance(kind, WhenKind | Day):
        return _say_date(raw, language)
    return bare(str(raw)).replace("\n", " ")


def in_figures(raw: Any) -> str:
    """A value as it is typed: a date with its precision, which a record carries in parts, in figures."""
    return write_when(WhenKind().parse(raw)) if isinstance(raw, Mapping) else str(raw)


def _say_date(raw: Any, language: Language) -> str:
    try:
        when = WhenKind().parse(raw)
    except Invalid:
        return bare(str(raw))
    return say_when(when, language) if when else ""
