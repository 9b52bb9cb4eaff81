"""The full names of the persons of a whole store who may not be named, found in the text of any report.

A narrative of one incident tells of the dead of another: a brother who was killed the month before. In its own dossier
a withheld name is taken out in all its parts (`reports.nameparts`); of all the others it is where two parts of it stand
together, the given name being one, since half a country is called by a part alone: "Fatima al-Hassan", "Fatima Khaled",
"al-Hassan, Fatima", with a name or an initial between that nobody recorded, and in either script.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from snhr_desktop.domain.sounds import arabic_of, is_arabic, latin_sound, sounds_alike
from snhr_desktop.reports.audience import may_be_named
from snhr_desktop.reports.nameparts import GENERIC, GRAMMAR, LEAST_KEY, compound, heard_as
from snhr_desktop.reports.spelling import Keys, Word, adjoin, key_of, words_of
from snhr_desktop.store.persons import Persons

_STRANGE = 1
"""Words within a name that nobody recorded: a father's name, an initial."""
_SENTENCE_END = re.compile(r"[.!?؟]\s|\n\s*\n")
LEADS_THERE = re.compile(r"[\d@_].{2}|\w\.\w")
"""Of a contact such as "telegram: grey_falcon +963 944", what would lead there by itself."""
_BRACKETS = re.compile(r"[()\[\]،,؛;/]")
_NO_NAME = re.compile(r"(?:\S*[\d@_:+]\S*|(?<!\S)(?![ae]l-)[a-z]\S*)")
"""Of a contact, what is nobody's name: a number, an account, a word without a capital."""
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
                self._learn(victim.name_ar, victim.name_en, father=victim.father_ar)
        for name in (*persons.sources, *(name for contact in persons.contacts for name in _names_in(contact))):
            self._learn(name)
        leads = (piece for contact in persons.contacts for piece in (contact, *contact.split()))
        self.phrases = Keys(
            key for piece in leads if LEADS_THERE.search(piece) and len(key := key_of(piece)) >= LEAST_KEY
        )
        """Ways to reach the sources, whole and in the pieces that lead there by themselves."""
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

    def _learn(self, *names: str, father: str = "") -> None:
        """Each name as it is called, and the family before the given name, as in lists."""
        spelled = [[parts for piece in _pieces(name) if (parts := _parts(piece))] for name in names]
        fathers = tuple(_parts(father))
        for given, *rest in (parts for several in spelled for parts in several):
            followed = (*fathers[:1], *rest) if rest else fathers[:1]
            if not followed:
                continue
            alone = sum(map(bool, spelled)) == 1
            self._follow(given, followed, alone)
            if rest:
                self._follow(rest[-1], (given,), alone)

    def _follow(self, first: str, rest: _Rest, alone: bool) -> None:
        for called in heard_as(first):
            self._rest[called].add(rest)
            if alone:
                self._one_script.add(called)

    def _beginning(self, text: str, words: Sequence[Word], at: int) -> Iterator[FullName]:
        for first, key, begins in _openings(text, words, at):
            for rest in self._called(key, words[at]):
                last, ends = _last(text, words, first, rest)
                if last > first:
                    yield FullName(at, last, begins, words[last].start + ends)

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


def _pieces(name: str) -> list[str]:
    """A name, and what is said of it in brackets: «فاطمة الحسن (أم أحمد)»."""
    return [piece for piece in _BRACKETS.split(name) if piece.strip()]


def _names_in(contact: str) -> Iterator[str]:
    """Who a contact may name, from whichever word on: "his uncle Khaled al-Qareeb, 0944"; «عمه خالد القريب»."""
    for piece in _NO_NAME.split(contact):
        words = piece.split()
        yield from (" ".join(words[at:]) for at in range(len(words) - 1))


def _parts(name: str) -> list[str]:
    """The words of a name that call somebody, as keys; a name of two words, as «عبد الله», is one."""
    words = [word for word in words_of(name) if word.readings[0].key]
    found, at = list[str](), 0
    while at < len(words):
        joined = compound(words[at], words[at + 1]) if at + 1 < len(words) else ()
        key = joined[0] if joined else words[at].readings[0].key
        at += 2 if joined else 1
        if key not in GENERIC or (at >= len(words) and found):
            found.append(key)
    return found


def _openings(text: str, words: Sequence[Word], at: int) -> Iterator[tuple[int, str, int]]:
    """How a name may begin at a word: the word where its first part ends, the key of that part, and where it begins."""
    word = words[at]
    for reading in word.readings:
        if reading.last == len(word.text) and reading.key and reading.plain not in GRAMMAR:
            yield at, reading.key, word.start + reading.first
    for next_at in range(at + 1, min(at + 3, len(words))):
        if not adjoin(text, words[next_at - 1], words[next_at]):
            return
        for key in compound(word, words[next_at]):
            yield next_at, key, word.start + word.readings[-1].first


def _last(text: str, words: Sequence[Word], at: int, rest: _Rest) -> tuple[int, int]:
    """The word with another part of a name, and where the name ends in it; `at` where none follows.

    Articles and parts are passed over, and a few words that nobody recorded: after them the last part alone will do.
    """
    last, strange = (at, 0), 0
    for next_at in range(at + 1, min(at + _LONGEST, len(words))):
        if not _goes_on(text, words[next_at - 1], words[next_at]):
            break
        readings = (reading for reading in words[next_at].readings if not reading.first)
        keys = {reading.key: reading.last for reading in readings if reading.plain not in GRAMMAR}
        heard = words[next_at].arabic or words[next_at].text[:1].isupper()
        if ends := [end for key, end in keys.items() if _any_alike([key], rest[-1:], heard)]:
            return next_at, max(ends)
        if not strange and (ends := [end for key, end in keys.items() if _any_alike([key], rest, heard)]):
            last = next_at, max(ends)
        elif "" not in keys and GENERIC.isdisjoint(keys):
            strange += 1
            if not keys or last[0] > at or strange > _STRANGE or not _may_be_name(words[next_at]):
                break
    return last


def _goes_on(text: str, one: Word, other: Word) -> bool:
    """Whether a name may go on with the next word: not over the end of a sentence, unless it is that of an initial."""
    between = text[one.end : other.start]
    return adjoin(text, one, other) and (len(one.text) == 1 or not _SENTENCE_END.search(between))


def _may_be_name(word: Word) -> bool:
    """Whether a word that nobody recorded may stand in a name: an initial, or one with a capital; any Arabic word."""
    return word.arabic or word.text[:1].isupper()


def _any_alike(keys: Iterable[str], parts: _Rest, heard: bool) -> bool:
    """Whether one of the keys is one of the parts; a word that is not `heard` has to be written the same."""
    return any(
        sounds_alike(one, other) if heard else one == other
        for key in keys if key for one in heard_as(key)
        for part in parts for other in heard_as(part)
    )  # fmt: skip


NOBODY = Others(Persons(), "internal")
"""Nobody's name is withheld."""
