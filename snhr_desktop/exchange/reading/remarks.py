"""What a person should know of a file before its rows are taken: what was guessed, and what was passed over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from snhr_desktop.i18n import N_, Language, Message

ENCODING_GUESSED = N_("Read as {encoding}. Where letters look wrong, choose another encoding.")
HEADER_BELOW = N_("The names of the columns stand in row {row}; what is above them was passed over.")
NAMED_APART = N_("Columns of the same name were told apart: {columns}")
TAGS_PASSED = N_("Row {row} holds HXL tags; it was taken as hints, not as a record.")
NO_HEADER = N_("Columns without a name in the header are called by their place: {columns}")
HIDDEN_SHEETS = N_("Hidden sheets, read only where they are chosen: {sheets}")
OTHER_SHEETS = N_("Other sheets that were not read: {sheets}")
FORMULAS_EMPTY = N_("Cells whose formula was never worked out, or failed, count as blank ({count}): {cells}")
MERGED = N_("Merged cells were filled: words and dates count for every row beside them, numbers for the first alone.")
JOINED = N_("The rows of {sheets} were joined to the records whose “{column}” they name ({count}).")
REPEATS_ALONE = N_("Rows of repeats whose record is not there are left out ({count}): {rows}")
TOTALS_LEFT = N_("Rows of totals were left out, since they only add up other rows ({count}); row numbers: {rows}")
A_FORM = N_("This is a form, not what was filled in with it. Choose its submissions, and give the form beside them.")


@dataclass(frozen=True)
class Remark:
    """One thing to know, with what it is about."""

    message: Message
    values: Mapping[str, object] = field(default_factory=dict)

    def tell(self, language: Language) -> str:
        """It in words."""
        values = {name: language.join(list(v)) if isinstance(v, tuple) else v for name, v in self.values.items()}
        return language.text(self.message, **values)
