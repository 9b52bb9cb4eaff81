"""The sections of the form of a case: the person, the states, and the assessment."""

from collections.abc import Mapping
from dataclasses import dataclass

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.records import Case
from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.forms.sections import Listing

NOT_ASKED = frozenset({"reference", "origin"})
"""Given by the office or by an import; shown in the head of the form."""

STATES = Listing(
    "states",
    N_("States: the arrest or abduction first, then what followed, in order"),
    {"state": 18, "date": 16, "party": 22, "circumstances": 18, "warrant": 11, "source_kind": 17},
    {"warrant": N_("Warrant"), "source_kind": N_("Source")},
)


@dataclass(frozen=True)
class CaseSection:
    """A card of the form: the fields of the case from `first` up to the next section's, or the states."""

    title: Message
    first: str = ""
    listing: Listing | None = None

    def fields(self) -> tuple[Field, ...]:
        """The fields asked in this section, in the order they are declared."""
        starts = {section.first for section in SECTIONS}
        found: list[Field] = []
        within = False
        for each in Case.fields():
            within = each.name == self.first or (within and each.name not in starts)
            if within and each.name not in NOT_ASKED:
                found.append(each)
        return tuple(found)


SECTIONS = (
    CaseSection(N_("The person"), "reference"),
    CaseSection(N_("What happened"), listing=STATES),
    CaseSection(N_("Assessment"), "place_shown"),
)

WIDTHS: Mapping[str, int] = {
    "sex": 3, "age": 3, "age_group": 6, "place_shown": 4, "status": 4, "classification": 4, "place": 12, "body": 6,
    "consent": 6, "source_pseudonym": 6, "source_name": 6,
}  # fmt: skip
"""How wide a field is in the form, in twelfths, where its kind does not say it well."""
