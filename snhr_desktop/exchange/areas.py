"""The place of a row whose levels stand in columns of their own: p-codes, and names from the governorate inward."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.places import Gazetteer, Level, Place
from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.mapping import PlaceRule

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
        """From the widest level inward, each name within what was found before it."""
        found: Place | None = None
        doubtful = False
        for (_, level), name in zip(self._levels, names, strict=True):
            if name:
                fits = self._fitting(name, level, found.pcode if found else "")
                found, doubtful = (fits[0], False) if len(fits) == 1 else (found, len(fits) > 1)
                if not found:  # an area that is not known: many villages elsewhere have the name of one in it
                    break
        return found, doubtful

    def _fitting(self, name: str, level: Level, area: str) -> list[Place]:
        if known := self.gazetteer.get(self.rule.known.get(" ".join(name.split()), "")):
            return [known]
        if level is Level.GOVERNORATE and (codes := self.rule.governorates.get(name)):
            return [place for code in codes if (place := self.gazetteer.get(code))]
        spellings = dict.fromkeys((name, self._undressed(name)))
        return next(
            (fits for each in spellings if (fits := self.gazetteer.named(each, levels=[level], within=area))), []
        )

    def _undressed(self, name: str) -> str:
        return " ".join(word for word in name.split() if fold(word) not in self._dropped)
