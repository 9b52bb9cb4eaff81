"""Words that no code stands for in a file that comes again: they take nothing away that an earlier file said.

Such a word may be a slip, or one that stood for a term once and is asked of a person now. What it meant is not gone.
"""

from collections.abc import Iterable

from snhr_desktop.domain.kinds import Choice, Choices
from snhr_desktop.domain.records import RECORD_TYPES, RecordSet
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.conversion.records import NAMES_IT
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.mapping import LISTS
from snhr_desktop.i18n import N_
from snhr_desktop.store.bodies import FieldChange

TAKES_AWAY = N_(
    "No code stands for “{word}” under “{column}”, and without it the file would take away what it said before; "
    "nothing of this record was changed. Say in the mapping what the word stands for, or that it says nothing, and "
    "import the file again."
)
_NAMED = frozenset(LISTS[name].type_name for name in NAMES_IT)
"""Records that are what a term says they are."""


def lost_words(row: Converted, new: RecordSet, changed: Iterable[FieldChange]) -> Problem | None:
    """Why a row is refused that has such words where terms would go from its record; None where nothing goes."""
    if not row.unmapped or not any(map(_takes_terms_away, changed)):
        return None
    column, word = row.unmapped[0]
    return Problem(new.head_type.type_name, "", TAKES_AWAY, values={"column": column, "word": word})


def _takes_terms_away(change: FieldChange) -> bool:
    if not change.field:
        return change.record in _NAMED and not change.after
    kind = RECORD_TYPES[change.record].field(change.field).kind
    if isinstance(kind, Choices):
        return not set(change.before or ()).issubset(change.after or ())
    return isinstance(kind, Choice) and bool(change.before) and not change.after
