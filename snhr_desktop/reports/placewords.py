"""The names of places in a text that are too narrow to be told, and what is told in their stead.

"the town of Harim" becomes "Harim district": the word that says what kind of place it is goes with the name, since it
would tell which of the two Harims is meant. Every narrower place of the governorate is replaced by the one that holds
it, since "two kilometres from" a neighbouring village tells the place as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from snhr_desktop.domain.places import Gazetteer, Level, Place, in_full
from snhr_desktop.domain.sounds import latin_sound
from snhr_desktop.reports.spelling import Keys, Word, adjoin, key_of, words_of

_WIDTH = tuple(reversed(Level))
_KINDS = {
    "محافظه": Level.GOVERNORATE, "ريف": Level.GOVERNORATE, "منطقه": Level.DISTRICT, "ناحيه": Level.SUBDISTRICT,
    "مدينه": Level.COMMUNITY, "بلده": Level.COMMUNITY, "قريه": Level.COMMUNITY,
    "governorate": Level.GOVERNORATE, "province": Level.GOVERNORATE, "countryside": Level.GOVERNORATE,
    "district": Level.DISTRICT, "subdistrict": Level.SUBDISTRICT, "city": Level.COMMUNITY, "town": Level.COMMUNITY,
    "village": Level.COMMUNITY,
}  # fmt: skip
"""Words beside the name of a place that say how wide it is, as keys."""
_GOVERNORATE = {"en": "{} governorate", "ar": "محافظة {}"}
_LEAST = 3
_LEAST_HEARD = 4
"""Consonants by which a name of a place is told from other words."""
_MOST_WORDS = 5


@dataclass(frozen=True)
class Told:
    """What is told of places narrower than a level.

    `names` gives, for the key of each name that is not told, what is told instead in Arabic and in English; `keys`
    are the same for looking them up. `wider` are keys of places that may be told, each with its level.
    """

    names: Mapping[str, tuple[str, str]]
    keys: Keys
    wider: frozenset[tuple[str, Level]]
    sounds: Mapping[str, str]
    """Of each name the sound of its Latin spelling, since "Kafar Takharim" tells Kafr Takharim as well; and its key."""

    def heard(self, text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
        """The first and last word of each name that sounds like one of these, and the key of that one."""
        for at, word in enumerate(words):
            said = list[str]()
            for end in range(at, min(at + _MOST_WORDS, len(words))):
                latin = not words[end].arabic and (words[end].text[:1].isupper() or not words[end].readings[0].key)
                if not latin or (end > at and not adjoin(text, words[end - 1], words[end])):
                    break
                key = words[end].readings[-1].key or words[end].readings[0].key
                said += [latin_sound(key)] if key else []
                if word.readings[0].key and (found := self.sounds.get(" ".join(said))):
                    yield at, end, found

    def instead(self, words: Sequence[Word], first: int, last: int, key: str) -> tuple[int, int, str | None]:
        """The first and last word that give way, and what stands there instead; None where the name may stay."""
        before, after = _kind_before(words, first), _kind_after(words, last)
        for _, kind in (before, after):
            if kind and (key, kind) in self.wider:
                return first, last, None
        arabic, english = self.names[key]
        return before[0], after[0], arabic if words[first].arabic else english


@lru_cache(maxsize=16)
def told(place: Place, gazetteer: Gazetteer) -> Told:
    """What to tell where nothing narrower than `place` may be told."""
    area = gazetteer.ancestor_at(place.pcode, Level.GOVERNORATE) or place
    narrower = [within for level in _WIDTH[: _WIDTH.index(place.level)] for within in gazetteer.at_level(level)]
    names: dict[str, tuple[str, str]] = {}
    for within in narrower:
        holder = gazetteer.ancestor_at(within.pcode, place.level)
        if holder and gazetteer.within(within.pcode, area.pcode):
            full = (_full(holder, "ar"), _full(holder, "en"))
            for key in map(key_of, _spellings(within)):
                if len(key) >= _LEAST and (key not in names or holder == place):
                    names[key] = full
    above = [*gazetteer.at_level(place.level), place, *gazetteer.ancestors(place.pcode)]
    wider = frozenset((key_of(name), one.level) for one in above for name in _spellings(one))
    told_so = {key for key, _ in wider}
    sounds = {
        sound: key
        for within in narrower
        for name in _spellings(within)
        if (key := key_of(name)) in names and key not in told_so and (sound := _sound(name))
    }
    return Told(names, Keys(names), wider, sounds)


def _sound(name: str) -> str:
    """The sound of a name in Latin letters; blank for one too short to be told from other words by it."""
    words = [word for word in words_of(name) if word.readings[0].key]
    if any(word.arabic for word in words):
        return ""
    said = [latin_sound(word.readings[0].key) for word in words]
    return " ".join(said) if len("".join(said)) >= _LEAST_HEARD else ""


def beside_its_kind(words: Sequence[Word], at: int) -> bool:
    """Whether a word stands beside one that says it is a place: «بلدة سلمى», "the village of Salma"."""
    return _kind_before(words, at)[1] is not None or _kind_after(words, at)[1] is not None


def _kind_before(words: Sequence[Word], first: int) -> tuple[int, Level | None]:
    """«مدينة حارم», "the town of Harim": where it begins, and what it says."""
    if words[first].arabic:
        # «بلدة» begins like a word with a particle
        readings = words[first - 1].readings if first else ()
        kind = next((_KINDS[reading.key] for reading in readings if reading.key in _KINDS), None)
        return (first - 1, kind) if kind else (first, None)
    before = [word.readings[-1].key for word in words[max(0, first - 3) : first]]
    if len(before) > 1 and before[-1] == "of" and (kind := _KINDS.get(before[-2])):
        return (first - 3 if before[0] == "the" and len(before) > 2 else first - 2), kind
    return first, None


def _kind_after(words: Sequence[Word], last: int) -> tuple[int, Level | None]:
    """ "Harim district": where it ends, and what it says."""
    after = [word.readings[0].key for word in words[last + 1 : last + 3]]
    for end in (2, 1):
        if len(after) >= end and not words[last].arabic and (kind := _KINDS.get("".join(after[:end]))):
            return last + end, kind
    return last, None


def _spellings(place: Place) -> tuple[str, ...]:
    return (place.name_en, place.name_ar, *place.aliases)


def _full(place: Place, lang: str) -> str:
    return _GOVERNORATE[lang].format(in_full(place, lang)) if place.level is Level.GOVERNORATE else in_full(place, lang)
