"""The units of counting. Every number names its own, and no two are ever added together."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from snhr_desktop.i18n import NC_, NP_, Language, Message

PERCENT = "percent"
_NOT_STATED = "–"


@dataclass(frozen=True)
class Unit:
    """What one is. `counting` says a number with its noun; a share has none and is said in hundredths."""

    code: str
    name: Message
    counting: Message | None = None

    def figures(self, number: float | None, language: Language) -> str:
        """The number alone, as it stands in a table; a dash where there is none to state."""
        if number is None:
            return _NOT_STATED
        return language.number(number) if self.counting else language.percent(number)

    def say(self, number: float | None, language: Language) -> str:
        """The number with its noun in the right plural: "3 attacks", «3 هجمات»."""
        if number is None or self.counting is None:
            return self.figures(number, language)
        return language.plural(self.counting, int(number))


UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        unit.code: unit
        for unit in (
            Unit("victims", NC_("unit", "victims"), NP_("{n} victim", "{n} victims")),
            Unit("incidents", NC_("unit", "incidents"), NP_("{n} incident", "{n} incidents")),
            Unit(
                "facility_impacts",
                NC_("unit", "facility impacts"),
                NP_("{n} facility impact", "{n} facility impacts"),
            ),
            Unit("attacks", NC_("unit", "attacks"), NP_("{n} attack", "{n} attacks")),
            Unit("munitions", NC_("unit", "munitions"), NP_("{n} munition", "{n} munitions")),
            Unit("arrests", NC_("unit", "arrests"), NP_("{n} arrest", "{n} arrests")),
            Unit("releases", NC_("unit", "releases"), NP_("{n} release", "{n} releases")),
            Unit("cases", NC_("unit", "cases"), NP_("{n} case", "{n} cases")),
            Unit(PERCENT, NC_("unit", "percent")),
        )
    }
)
