"""One language of one report: the snapshot, the language and its standing texts, as every section is given them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from snhr_desktop.domain.dates import say_span
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_
from snhr_desktop.reports.phrases import AT_LEAST
from snhr_desktop.reports.telling import Telling
from snhr_desktop.reports.texts import Texts, fill, read_blocks

GOVERNORATE = N_("{name} governorate")
COUNTRY = N_("Syria")
EVERYBODY = N_("the parties to the conflict")

_DAYS = {
    "since_2139": dt.date(2014, 2, 22),
    "since_2254": dt.date(2015, 12, 18),
    "since_2401": dt.date(2018, 2, 24),
}
"""Days on which the Security Council adopted the resolutions that the legal texts name."""
_IN_REGIME_ROWS = ("regime", "iran_militias", "alliance_joint")
_IN_RUSSIA_ROWS = ("russia", "alliance_joint")


@dataclass(frozen=True)
class Edition(Telling):
    """What a section may use: nothing here asks the store."""

    texts: Texts

    @property
    def title(self) -> str:
        """The title of the report: its own text in each language."""
        blocks = read_blocks(self.texts.source("title"))
        return fill(blocks[0].text, self.words) if blocks else self.words["period"]

    def definition(self, code: str) -> str:
        """What a figure counts, in the words of this report."""
        return (self.texts.definitions or {}).get(code) or self.text(FIGURES[code].definition)

    @property
    def span(self) -> str:
        """The bounds of the period in words."""
        return say_span(self.snapshot.first, self.snapshot.last, self.language)

    @property
    def area(self) -> str:
        """Idlib governorate; Syria where the whole country is counted."""
        pcode = self.snapshot.period.area
        if not pcode:
            return self.text(COUNTRY)
        place = self.snapshot.places.get(pcode)
        name = self.place(pcode)
        return name if place and place.level != "governorate" else self.text(GOVERNORATE, name=name)

    @property
    def scope(self) -> str:
        """Whose attacks are counted, as it stands in a sentence."""
        code = self.snapshot.scope
        return self.text(EVERYBODY) if code == "all" else label("scope", code, self.language)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """What the placeholders of the standing texts are filled with."""
        snapshot, language = self.snapshot, self.language
        said = {
            "period": snapshot.period.name(language),
            "span": self.span,
            "first": language.date(snapshot.first),
            "last": language.date(snapshot.last),
            "as_of": language.date(snapshot.as_of.date()),
            "area": self.area,
            "scope": self.scope,
            "code": snapshot.code,
            "women_children_share": self.number("women_children_share"),
        }
        counts = {code: language.plural(message, self.total(code)) for code, message in AT_LEAST.items()}
        return {name: language.isolate(word) for name, word in (said | counts).items()}

    @cached_property
    def numbers(self) -> Mapping[str, float]:
        """What the conditions of the standing texts are decided by."""
        by_party = self.answer("incidents").by.get("party", {})
        hit = self.answer("facility_impacts").by.get("category", {})
        return (
            {code: answer.total or 0 for code, answer in self.snapshot.answers.items()}
            | {name: self.snapshot.last >= day for name, day in _DAYS.items()}
            | {
                "party_regime": sum(by_party.get(row, 0) for row in _IN_REGIME_ROWS),
                "party_russia": sum(by_party.get(row, 0) for row in _IN_RUSSIA_ROWS),
                "medical_hit": hit.get("medical", 0) + self.total("medical_killed"),
            }
        )
