"""The full names of the persons of a whole store who may not be named, found in the text of any report.

A narrative of one incident tells of the dead of another: a brother who was killed the month before. In its own dossier
a withheld name is taken out in all its parts (`reports.nameparts`); of all the others only the full name is, since half
a country is called by its parts: the given name, some or all of what is between, and the last, in either script.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from snhr_desktop.domain.sounds import arabic_of, is_arabic, latin_sound, sounds_alike
from snhr_desktop.reports.audience import may_be_named
from snhr_desktop.reports.nameparts import GENERIC, GRAMMAR, heard_as
from snhr_desktop.reports.spelling import Word, adjoin, words_of
from snhr_desktop.store.persons import Persons

_FULL = 2
_LONGEST = 8
"""Words that a full name may have in a text."""


class FullName(NamedTuple):
    """A full name in a text: its first and last word, and where it starts and ends."""

    first: int
    last: int
    start: int
    end: int


_Rest = tuple[str, ...]
"""What follows a given name, as keys; a full name ends with the last of them."""


class Others:
    """The persons who may not be named to an audience, by their given names as they are recorded."""

    def __init__(self, persons: Persons, audience: str) -> None:
        self._rest: defaultdict[str, set[_Rest]] = defaultdict(set)
        self._one_script: set[str] = set()
        """Given names of people whose names are not recorded in the other script."""
        for victim in persons.victims:
            if not may_be_named(victim, audience):
                self._learn(victim.name_ar, victim.name_en)
        for name in persons.sources:
            self._learn(name)
        self._by_sound: defaultdict[str, list[str]] = defaultdict(list)
        for key in self._rest:
            if not is_arabic(key):
                self._by_sound[latin_sound(key)].append(key)
        self._arabic_alone = "\n".join(key for key in self._one_script if is_arabic(key))
        self._latin_alone = tuple(key for key in self._one_script if not is_arabic(key))
        self._known: dict[str, tuple[_Rest, ...]] = {}

    def found(self, text: str, words: Sequence[Word]) -> Iterator[FullName]:
        """The full names in a text, whose words these are, one after the other."""
        at = 0
        while self._rest and at < len(words):
            longest = max(self._beginning(text, words, at), key=lambda one: one.last, default=None)
            if longest:
                yield longest
                at = longest.last
            at += 1

    def _learn(self, *names: str) -> None:
        kept = [parts for name in names if len(parts := _parts(name)) >= _FULL]
        for given, *rest in kept:
            for called in heard_as(given):
                self._rest[called].add(tuple(rest))
                if len(kept) == 1:
                    self._one_script.add(called)

    def _beginning(self, text: str, words: Sequence[Word], at: int) -> Iterator[FullName]:
        for reading in words[at].readings:
            if reading.last == len(words[at].text) and reading.key and reading.plain not in GRAMMAR:
                for rest in self._called(reading.key, words[at]):
                    last, ends = _last(text, words, at, rest)
                    if last > at:
                        yield FullName(at, last, words[at].start + reading.first, words[last].start + ends)

    def _called(self, key: str, word: Word) -> tuple[_Rest, ...]:
        """What may follow a word, if it is a given name; Latin words are heard where they have a capital."""
        heard = word.arabic or word.text[:1].isupper()
        if not heard:
            return tuple(self._rest.get(key, ()))
        if key not in self._known:
            given = {called for one in heard_as(key) for called in self._sounding(one)}
            self._known[key] = tuple({rest for called in given for rest in self._rest.get(called, ())})
        return self._known[key]

    def _sounding(self, key: str) -> Iterator[str]:
        """The recorded given names that a word may be a spelling of."""
        yield key
        if is_arabic(key):
            yield from (latin for latin in self._latin_alone if arabic_of(latin).fullmatch(key))
            return
        yield from self._by_sound.get(latin_sound(key), ())
        if self._arabic_alone:
            yield from re.findall(f"^{arabic_of(key).pattern}$", self._arabic_alone, re.MULTILINE)


def _parts(name: str) -> list[str]:
    """The words of a name that call somebody, as keys."""
    keys = [key for word in words_of(name) if (key := word.readings[0].key)]
    return [key for at, key in enumerate(keys, 1) if at == len(keys) or key not in GENERIC]


def _last(text: str, words: Sequence[Word], at: int, rest: _Rest) -> tuple[int, int]:
    """The word with the last part of a name, other parts and articles passed over, and where the name ends in it."""
    last = at, 0
    for next_at in range(at + 1, min(at + _LONGEST, len(words))):
        if not adjoin(text, words[next_at - 1], words[next_at]):
            break
        readings = (reading for reading in words[next_at].readings if not reading.first)
        keys = {reading.key: reading.last for reading in readings if reading.plain not in GRAMMAR}
        ends = [end for key, end in keys.items() if _any_alike([key], rest[-1:])]
        if ends:
            last = next_at, max(ends)
        elif "" not in keys and GENERIC.isdisjoint(keys) and not _any_alike(keys, rest[:-1]):
            break
    return last


def _any_alike(keys: Iterable[str], parts: _Rest) -> bool:
    return any(
        sounds_alike(one, other)
        for key in keys if key for one in heard_as(key)
        for part in parts for other in heard_as(part)
    )  # fmt: skip


NOBODY = Others(Persons(), "internal")
"""Nobody's name is withheld."""
