"""What a cell of places says beside a name: of which level the place is («ناحية سراقب», “Idlib governorate”), and that
the land around a town is meant («ريف إدلب الجنوبي»)."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.places import Level

_ALL = tuple(Level)
_WIDE = tuple(level for level in Level if level is not Level.COMMUNITY)


class Reading(NamedTuple):
    """A name without such words, and the levels that its place may be of; `around`: the land around is meant."""

    name: str
    levels: tuple[Level, ...]
    around: bool = False


def _each(said: str) -> frozenset[str]:
    return frozenset(fold(word) for word in said.split("|"))


_LEVELS: Mapping[tuple[Level, ...], frozenset[str]] = {
    (Level.GOVERNORATE,): _each("محافظة|governorate|province"),
    (Level.DISTRICT, Level.SUBDISTRICT): _each("منطقة|district|area"),
    (Level.SUBDISTRICT,): _each("ناحية|subdistrict|sub district|nahiya"),
    (Level.COMMUNITY,): _each("مدينة|بلدة|قرية|town|village|city|town of|village of|city of"),
}
_AROUND = _each("ريف|countryside|rural")
_SIDES = _each(
    "شمالي|جنوبي|شرقي|غربي|أوسط|شمال|جنوب|شرق|غرب|شمالية|جنوبية|شرقية|غربية"
    "|north|south|east|west|northern|southern|eastern|western"
)


def readings(name: str) -> Iterator[Reading]:
    """What a name may mean, what it says word by word first. The land around a town is never the town alone."""
    yield Reading(name, _ALL)
    said = fold(name).split()
    bare = [word for word in said if word not in _SIDES]
    if _AROUND & set(said) and bare != said:  # «ريف دمشق» is a governorate, and its west lies in it
        yield Reading(" ".join(bare), _ALL)
    for levels, words in _LEVELS.items():
        for word in words:
            if left := _without(said, word.split()):
                yield Reading(left, levels)
    if _AROUND & set(bare) and (left := " ".join(word for word in bare if word not in _AROUND)):
        yield Reading(left, _WIDE, around=True)


def _without(said: list[str], word: list[str]) -> str:
    """A name without a word at its beginning or its end; blank where it has none there."""
    if said[: len(word)] == word:
        return " ".join(said[len(word) :])
    return " ".join(said[: -len(word)]) if said[-len(word) :] == word else ""
