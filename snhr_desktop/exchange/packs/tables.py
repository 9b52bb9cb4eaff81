"""Rows of place lists as places: administrative tables, lists of units, of communities, of spellings, of quarters."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from snhr_desktop.domain.places import Level
from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.packs import refusals as say
from snhr_desktop.exchange.packs.headers import canonical
from snhr_desktop.exchange.packs.refusals import BadPack
from snhr_desktop.exchange.packs.watching import UNWATCHED, PackStopped, Watch
from snhr_desktop.exchange.reading import Choices, Row, Source, open_source
from snhr_desktop.exchange.refusals import ImportStopped
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.i18n import Message

LEVELS: Mapping[str, Level] = dict(zip("1234", Level, strict=True))
COUNTRY = "SY"
MOST_MB = 64
MOST_ROWS = 100_000
"""Of all lists of a pack: ten times what the official ones have."""
_SPELLINGS, _QUARTERS, _UNITS = {"pcode", "alias"}, {"pcode", "communitypcode"}, {"level", "pcode", "parent"}
_EXTRA = {"geonames", "pcode3", "name_en"}


@dataclass(frozen=True)
class Stated:
    """A place as a row states it. `cell` tells a person where; a point that is not stated is None."""

    pcode: str
    level: Level
    name_en: str
    name_ar: str
    parent: str
    point: tuple[float, float] | None
    cell: str
    aliases: tuple[str, ...] = ()


@dataclass
class Stack:
    """What the files of a pack state, file by file: places by code, spellings by code with the cell of the first."""

    places: dict[str, tuple[str, Stated]] = field(default_factory=dict)
    spellings: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    successors: dict[str, str] = field(default_factory=dict)
    rows: int = 0

    def add(self, file: str, one: Stated, *, once: bool) -> None:
        """Take in a place; `once` where a second row of its code is a mistake. Raises `BadPack`."""
        known = self.places.get(one.pcode)
        if known and (once or known[1].level is not one.level or known[1].name_en != one.name_en):
            raise BadPack(file, say.TWICE, cell=one.cell, code=one.pcode)
        if not known or (known[1].point is None and one.point):
            self.places[one.pcode] = (file, one)


def read_table(path: Path, stack: Stack, watch: Watch = UNWATCHED) -> None:
    """Add what a file states, all its sheets. Raises `UnreadableFile`, `BadPack`, `PackStopped`."""
    try:
        _read_sheets(path, stack, watch)
    except ImportStopped as error:
        raise PackStopped from error


def _read_sheets(path: Path, stack: Stack, watch: Watch) -> None:
    size = path.stat().st_size / 1_000_000 if path.exists() else 0
    if size > MOST_MB:
        raise BadPack(path.name, say.LIST_TOO_LARGE, size=round(size), most=MOST_MB)
    waiting = Waiting(wanted=watch.wanted)
    first = open_source(path, waiting=waiting)
    names = [sheet.name for sheet in first.sheets if not sheet.hidden]
    read = [
        _read_sheet(
            first if name in ("", first.chosen.sheet) else open_source(path, Choices(sheet=name), waiting=waiting),
            stack,
            watch,
        )
        for name in names or [""]
    ]
    if not any(read):
        raise BadPack(path.name, say.UNKNOWN_COLUMNS)


def _read_sheet(source: Source, stack: Stack, watch: Watch) -> bool:
    """Whether a sheet was recognised by its columns."""
    columns = canonical(source.columns)
    add = _recognised(set(columns))
    if not add:
        return False
    for row in watch.over(source.rows()):
        stack.rows += 1
        if stack.rows > MOST_ROWS:
            raise BadPack(source.name, say.TOO_MANY_ROWS, most=MOST_ROWS)
        cells = _Cells(source, row, columns)
        add(cells, stack)
        if replaced := cells["replaces"].upper():
            stack.successors[replaced] = cells.code("pcode")
    return True


def _recognised(held: set[str]) -> "Callable[[_Cells, Stack], None] | None":
    """What is to be done with the rows of a table that has these columns; None where it is no list of places."""
    if held >= _SPELLINGS:
        return _add_spelling
    if held >= _QUARTERS:
        return _add_quarter
    if held >= _UNITS:
        return _add_unit
    if "pcode" in held and "pcode3" in held:
        return _add_community
    if held >= _EXTRA:
        return _add_extra
    levels = [level for level in LEVELS if f"pcode{level}" in held and f"en{level}" in held]
    return partial(_add_levels, levels) if levels else None


class _Cells:
    """One row, asked by the names of `headers`; every cell knows its place."""

    def __init__(self, source: Source, row: Row, columns: Mapping[str, str]) -> None:
        self.source, self.row, self.columns = source, row, columns
        self.cells: Mapping[str, object] = row.cells or {}

    def __getitem__(self, name: str) -> str:
        return text_of(self.cells.get(self.columns.get(name, "")))

    def place_of(self, name: str) -> str:
        """Where a cell stands, or its row."""
        return self.source.cell_name(self.row, self.columns.get(name, "")) or str(self.row.number)

    def bad(self, reason: Message, name: str, **values: object) -> BadPack:
        """The refusal of a cell."""
        return BadPack(self.source.name, reason, cell=self.place_of(name), **values)

    def code(self, name: str) -> str:
        """A code, which must be there."""
        if not (code := self[name].upper()):
            raise self.bad(say.NO_CODE, name)
        return code

    def admin(self, name: str) -> str:
        """A code of an administrative unit of the country."""
        code = self.code(name)
        if not code.startswith(COUNTRY):
            raise self.bad(say.OTHER_COUNTRY, name, code=code)
        return code

    def point(self, code: str) -> tuple[float, float] | None:
        """Latitude and longitude, None where neither is stated."""
        lat, lon = self["lat"], self["lon"]
        if not lat and not lon:
            return None
        try:
            point = float(lat), float(lon)
        except ValueError:
            point = (999.0, 999.0)
        if not on_map(point[1], point[0]):
            raise self.bad(say.NOT_ON_MAP, "lon", code=code, lat=lat, lon=lon)
        return point

    def community(self, code: str) -> Stated:
        """A town or village of a row."""
        point = self.point(code)
        if point is None:
            raise self.bad(say.NO_POINT, "lat", code=code)
        others = (self["labelen"], self["labelar"])
        english, arabic = self["name_en"] or self["en4"], self["name_ar"] or self["ar4"]
        return Stated(
            code, Level.COMMUNITY, english or arabic, arabic or english, self.admin("pcode3"), point,
            self.place_of("pcode"), tuple(filter(None, others)),
        )  # fmt: skip


def on_map(lon: float, lat: float) -> bool:
    """Whether a point may be of Syria or its neighbours: what is outside was typed wrongly, or is of elsewhere."""
    return 34 <= lon <= 44 and 31 <= lat <= 39


def _add_unit(cells: _Cells, stack: Stack) -> None:
    if (said := cells["level"]) in ("0", "0.0"):
        return
    level = LEVELS.get(said.removesuffix(".0"))
    if not level:
        raise cells.bad(say.UNKNOWN_LEVEL, "level", level=said)
    code = cells.admin("pcode") if level is not Level.COMMUNITY else cells.code("pcode")
    parent = "" if level is Level.GOVERNORATE else cells.code("parent")
    aliases = [part for name in ("aliasesen", "aliasesar") for part in cells[name].split("|") if part]
    english, arabic = cells["name_en"], cells["name_ar"]
    one = Stated(
        code, level, english or arabic, arabic or english, parent, cells.point(code), cells.place_of("pcode"),
        tuple(aliases),
    )  # fmt: skip
    stack.add(cells.source.name, one, once=True)


def _add_spelling(cells: _Cells, stack: Stack) -> None:
    stack.spellings[cells.code("pcode")].append(cells["alias"])


def _add_quarter(cells: _Cells, stack: Stack) -> None:
    """A quarter has no place of its own here: it is found through its city."""
    stack.spellings[cells.code("communitypcode")] += [cells["name_en"], cells["name_ar"]]


def _add_community(cells: _Cells, stack: Stack) -> None:
    stack.add(cells.source.name, cells.community(cells.code("pcode")), once=True)


def _add_extra(cells: _Cells, stack: Stack) -> None:
    """A place that the official list lacks goes by its number elsewhere."""
    code = f"GN{cells['geonames']}" if cells["geonames"] else f"WOF{cells['wofid']}"
    stack.add(cells.source.name, cells.community(code), once=True)


def _add_levels(levels: list[str], cells: _Cells, stack: Stack) -> None:
    for one in _levelled(cells, levels):
        stack.add(cells.source.name, one, once=one.level is LEVELS[levels[-1]])


def _levelled(cells: _Cells, levels: list[str]) -> Iterator[Stated]:
    """The units that a row of an administrative table names, each in the wider one beside it."""
    for number in levels:
        level, name = LEVELS[number], f"pcode{number}"
        code = cells.code(name) if level is Level.COMMUNITY else cells.admin(name)
        parent = "" if level is Level.GOVERNORATE else cells.admin(f"pcode{int(number) - 1}")
        point = cells.point(code) if number == levels[-1] else None
        english, arabic = cells[f"en{number}"], cells[f"ar{number}"]
        yield Stated(code, level, english or arabic, arabic or english, parent, point, cells.place_of(name))
