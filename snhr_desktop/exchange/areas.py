"""The place of a row whose levels stand in columns of their own: p-codes, and names from the governorate inward."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.places import Gazetteer, Level, Place
from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.mapping import PlaceRule
from snhr_desktop.exchange.place_words import readings

Found = tuple[Place | None, bool]
"""The place, and whether the narrowest name fits several of which none was chosen."""


class Areas:
    """Follows one place rule; false where it has no such columns."""

    def __init__(self, rule: PlaceRule, gazetteer: Gazetteer) -> None:
        self.rule, self.gazetteer = rule, gazetteer
        self._levels = tuple(
            (column, level)
            for column, level in (
                (rule.governorate, Level.GOVERNORATE),
                (rule.district, Level.DISTRICT),
                (rule.subdistrict, Level.SUBDISTRICT),
                (rule.community, Level.COMMUNITY),
            )
            if column
        )
        self._columns = tuple(column for column, _ in self._levels)
        self._dropped = frozenset(map(fold, rule.dropped))
        self._inward = lru_cache(maxsize=20_000)(self._by_names)

    def __bool__(self) -> bool:
        return bool(self._levels or self.rule.pcodes)

    def narrowest(self, cells: Mapping[str, Any]) -> str:
        """The name of the narrowest level that the row names."""
        names = (text_of(cells.get(column)) for column in reversed(self._columns))
        return next((name for name in names if name), "")

    def place(self, cells: Mapping[str, Any]) -> Found:
        """The place of a row: by the first p-code that is known, else by its names."""
        for column in self.rule.pcodes:
            if found := self.gazetteer.get(text_of(cells.get(column)).upper()):
                return found, False
        return self._inward(tuple(text_of(cells.get(column)) for column in self._columns))

    def strange_code(self, cells: Mapping[str, Any]) -> str:
        """The first p-code of the row, where none of its p-codes is known."""
        if not self.rule.pcodes:
            return ""
        codes = [code for column in self.rule.pcodes if (code := text_of(cells.get(column)))]
        known = any(code.upper() in self.gazetteer for code in codes)
        return codes[0][:40] if codes and not known else ""

    def _by_names(self, names: tuple[str, ...]) -> Found:
        """From the widest level inward, each name within what was found before it. A name that no place of its level
        has is looked for at the others; what follows has to lie within that, else it was another place."""
        found: Place | None = None
        sure: Place | None = None
        doubtful = strayed = False
        for (_, level), name in zip(self._levels, names, strict=True):
            if not name:
                continue
            area = found.pcode if found else ""
            fits = self._fitting(name, level, area)
            if not fits:
                fits = self._elsewhere(name, area)
                if strayed and not fits:
                    return sure, True
                strayed |= len(fits) == 1
            found, doubtful = (fits[0], False) if len(fits) == 1 else (found, len(fits) > 1)
            sure = sure if strayed else found
            if not found:  # an area that is not known: many villages elsewhere have the name of one in it
                break
        return found, doubtful

    def _fitting(self, name: str, level: Level, area: str) -> list[Place]:
        """The places of a level that have a name within an area."""
        if known := self.gazetteer.get(self.rule.known.get(" ".join(name.split()), "")):
            return [known]
        if level is Level.GOVERNORATE and (codes := self.rule.governorates.get(name)):
            return [place for code in codes if (place := self.gazetteer.get(code))]
        return self._named(name, area, level)

    def _elsewhere(self, name: str, area: str) -> list[Place]:
        """The widest of the places of any level that have a name: one that lies in another of them is no doubt."""
        fits = self._named(name, area)
        return [one for one in fits if not any(self._lies_in(one, other) for other in fits)]

    def _named(self, name: str, area: str, only: Level | None = None) -> list[Place]:
        """The places that the first reading of a name fits; of one level only those that it may itself be of."""
        spellings = dict.fromkeys((name, self._undressed(name)))
        for said in (said for each in spellings for said in readings(each)):
            meant = said.levels if only is None else () if said.around else {only} & {*said.levels}
            if meant and (fits := self.gazetteer.named(said.name, levels=meant, within=area)):
                return fits
        return []

    def _lies_in(self, place: Place, other: Place) -> bool:
        return place is not other and self.gazetteer.within(place.pcode, other.pcode)

    def _undressed(self, name: str) -> str:
        return " ".join(word for word in name.split() if fold(word) not in self._dropped)
