"""The sections of the form: which fields of the incident and which lists stand in each, in the order of telling.

The incident's fields are declared in the order they are asked. A section begins at a field and takes those after it,
so that a field added to the record stands in the form without a change here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.records import Incident
from snhr_desktop.domain.romanizing import romanized
from snhr_desktop.i18n import N_, Message

NOT_ASKED = frozenset({"reference", "origin"})
"""Given by the office or by an import; shown in the head of the form."""


@dataclass(frozen=True)
class Listing:
    """A list of a dossier: what it is called, its columns with their weights, and short heads for long labels."""

    name: str
    title: Message
    columns: Mapping[str, int]
    heads: Mapping[str, Message] = field(default_factory=dict)
    suggests: Mapping[str, tuple[str, Callable[[str], str]]] = field(default_factory=dict)
    """Fields whose words can be suggested, from the words of which other field, and how."""


VICTIMS = Listing(
    "victims",
    N_("Victims: a row for each person, or for a group whose names are not known"),
    {
        "name_ar": 126, "father_ar": 80, "number": 70, "sex": 74, "age": 54, "age_group": 132, "civil_status": 78,
        "outcome": 86, "occupation": 86,
    },
    {"number": N_("Number"), "outcome": N_("Outcome")},
    {"name_en": ("name_ar", romanized)},
)  # fmt: skip
ATTRIBUTIONS = Listing("attributions", N_("Parties held responsible"), {"party": 1, "mode": 1})
FACILITIES = Listing(
    "facilities",
    N_("Facilities hit"),
    {"type": 18, "name_ar": 20, "damage": 18, "out_of_service": 12, "military_presence": 13, "hit_before": 12},
)
WEAPONS = Listing("weapons", N_("Weapons used"), {"weapon": 30, "attacks": 14, "munitions": 16, "model": 30})
SOURCES = Listing(
    "sources",
    N_("Sources"),
    {
        "kind": 18, "pseudonym": 15, "first_hand": 11, "independent": 14, "consent": 20, "reliability": 17,
        "credibility": 17,
    },
    {
        "first_hand": N_("First-hand"), "independent": N_("Independent"), "reliability": N_("Reliability"),
        "credibility": N_("Credibility"),
    },
)  # fmt: skip


@dataclass(frozen=True)
class Section:
    """`first` is the incident's field it begins at, blank where it holds lists alone."""

    key: str
    title: Message
    first: str = ""
    listings: tuple[Listing, ...] = ()

    def fields(self) -> tuple[Field, ...]:
        """The incident's fields asked in this section."""
        starts = {section.first for section in SECTIONS}
        found: list[Field] = []
        within = False
        for each in Incident.fields():
            within = each.name == self.first or (within and each.name not in starts)
            if within and each.name not in NOT_ASKED:
                found.append(each)
        return tuple(found)


SECTIONS = (
    Section("what", N_("What"), "reference"),
    Section("where", N_("Where and when"), "date"),
    Section("people", N_("People"), listings=(VICTIMS,)),
    Section("who", N_("Who did it"), listings=(ATTRIBUTIONS,)),
    Section("hit", N_("Facilities and weapons"), listings=(FACILITIES, WEAPONS)),
    Section("sources", N_("Sources and evidence"), "learned_on", (SOURCES,)),
    Section("narrative", N_("Narrative"), "narrative_ar"),
    Section("assessment", N_("Assessment"), "status"),
)
SHOWN = (*SECTIONS, Section("files", N_("Files")))
"""The sections as one sees them: after the last that are typed, the files kept with the entry."""

LIST_KEYS: Mapping[str, str] = {
    name: f"Alt+{digit}"
    for name, digit in zip(
        (held.name for section in SECTIONS for held in section.listings[0 if section.first else 1 :]), "0-", strict=True
    )
}
"""The key of each list that the key of its section does not lead to, by the name of the list."""

WIDTHS: Mapping[str, int] = {
    "date": 5, "time": 3, "part_of_day": 4, "second_strike": 4, "place_shown": 6, "learned_on": 4, "learned_how": 8,
    "massacre_override": 5, "massacre_reason": 7, "status": 4, "classification": 5, "toll_open": 3, "link": 12,
}  # fmt: skip
"""How wide a field is in the form, in twelfths, where its kind does not say it well."""
