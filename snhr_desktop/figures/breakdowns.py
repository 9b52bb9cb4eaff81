"""The ways a figure is broken down. Each carries its remainder, so that the terms always sum to the total."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from snhr_desktop.domain.vocabularies import label, vocabulary
from snhr_desktop.i18n import N_, Language, Message

NOT_KNOWN, OTHER = "not_known", "other"

_CATEGORY = N_("By category of facility")
_SUBDISTRICT, _NOT_STATED = N_("By sub-district"), N_("Sub-district not stated")
_OTHER_FACILITIES = N_("Other facilities")

PlaceName = Callable[[str, Language], str]
"""The name of a place of the gazetteer, by its p-code, in a language."""


@dataclass(frozen=True)
class Breakdown:
    """One column of a fact that figures are grouped by.

    What the column leaves blank stands under `remainder`. `vocabulary` orders and names the terms; months and
    places, which have none, go by their code.
    """

    code: str
    title: Message
    column: str
    of_incident: bool
    remainder: str
    vocabulary: str = ""
    remainder_label: Message | None = None

    def ordered(self, numbers: Mapping[str, int]) -> dict[str, int]:
        """The numbers in the order they are printed, the remainder last; terms that count nothing are left out."""
        return {term: numbers[term] for term in self._order(numbers) if numbers[term]}

    def label(self, term: str, language: Language, place_name: PlaceName | None = None) -> str:
        """What a person reads for a term."""
        if term == self.remainder and self.remainder_label:
            return language.text(self.remainder_label)
        if self.vocabulary:
            return label(self.vocabulary, term, language)
        if self.code == "month":
            return language.month(dt.date.fromisoformat(f"{term}-01"))
        return place_name(term, language) if place_name else term

    def _order(self, terms: Iterable[str]) -> list[str]:
        known = list(vocabulary(self.vocabulary)) if self.vocabulary else []
        place = {term: n for n, term in enumerate(known)}
        return sorted(terms, key=lambda term: (term == self.remainder, place.get(term, len(place)), term))


PUBLISHED_PLACE = "published_subdistrict"
"""For reports: the sub-district as far as the records let it be published. No figure has it of its own accord."""

BREAKDOWNS: Mapping[str, Breakdown] = MappingProxyType(
    {
        breakdown.code: breakdown
        for breakdown in (
            Breakdown("class", N_("Men, women and children"), "victim_class", False, NOT_KNOWN, "victim_class"),
            Breakdown("outcome", N_("What has become of them since"), "outcome", False, "held", "case_outcome"),
            Breakdown("party", N_("By party"), "party_row", True, "unidentified", "party_row"),
            Breakdown("month", N_("By month"), "month", True, NOT_KNOWN, "", N_("Month not known")),
            Breakdown("subdistrict", _SUBDISTRICT, "subdistrict", True, NOT_KNOWN, "", _NOT_STATED),
            Breakdown(PUBLISHED_PLACE, _SUBDISTRICT, PUBLISHED_PLACE, True, NOT_KNOWN, "", _NOT_STATED),
            Breakdown("category", _CATEGORY, "category", False, OTHER, "facility_category", _OTHER_FACILITIES),
            Breakdown("type", N_("By type of facility"), "type", False, OTHER, "facility_type", _OTHER_FACILITIES),
        )
    }
)
