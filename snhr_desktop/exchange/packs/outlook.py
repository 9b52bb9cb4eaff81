"""What a pack would change among the places of a store."""

from collections.abc import Mapping
from dataclasses import dataclass

from snhr_desktop.domain.places import Gazetteer, Joined, Level, Place
from snhr_desktop.i18n import N_, Language
from snhr_desktop.store.place_packs import Pack

TOLD = N_(
    "New places: {new}. Changed: {changed}. As before: {same}. No more in the list: {gone}. Outlines: {outlines}."
)


@dataclass(frozen=True)
class PackOutlook:
    """Codes of places that are new, changed or no more, how many stay as they are, and outlines by level."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    same: int
    outlines: Mapping[Level, int]

    def tell(self, language: Language) -> str:
        """In one line."""
        numbers = {
            "new": len(self.new), "changed": len(self.changed), "same": self.same, "gone": len(self.gone),
            "outlines": sum(self.outlines.values()),
        }  # fmt: skip
        return language.text(TOLD, **{name: language.number(number) for name, number in numbers.items()})


def look(pack: Pack, after: Joined, before: Gazetteer) -> PackOutlook:
    """Compare what a pack leads to with what is there."""
    listed = {place.pcode for place in pack.listed.places}
    new = tuple(sorted(code for code in listed if before.get(code) is None))
    changed = tuple(sorted(code for code in listed if _differs(before.get(code), after.places[code])))
    gone = tuple(sorted(code for code in after.former if not before.is_former(code)))
    outlines = {level: len(by_code) for level, by_code in pack.outlines.items()}
    return PackOutlook(new, changed, gone, len(listed) - len(new) - len(changed), outlines)


def _differs(before: Place | None, after: Place) -> bool:
    return before is not None and before != after
