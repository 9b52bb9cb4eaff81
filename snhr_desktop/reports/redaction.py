"""Takes out of a text what its audience may not read: names however they are spelled, narrower places, leads.

A name is found whole (with whatever particle, possessive, vowel sign or dash), and a withheld person's given, father's
or family name is found where it stands alone as well. Half of the men of a town are called by such a name, and some
names are words: now and then a word is taken out that named nobody. That is the cheaper mistake. The mark stands in
the preview, where the writer sees it and can say the sentence otherwise; the name of a child that was printed cannot
be called back. A part of a name stays where it is known to mean something else: inside the full name of somebody who
may be named, in the name of a place, and where it is a word of the grammar («على» is no Ali, "said" no Said). A given
name without an article does not stand for the word with one («الأمل» is no Amal).

Spellings of a withheld name that nobody recorded are found by their sound, across the scripts as well: "Moustafa" for
«مصطفى», «فاطمة» for a "Fatima" whose name was never written in Arabic (see `domain.sounds`).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from snhr_desktop.reports.emphasis import masked
from snhr_desktop.reports.leads import without_leads, without_reach
from snhr_desktop.reports.nameparts import LEAST_KEY, Parts
from snhr_desktop.reports.others import NOBODY, Others
from snhr_desktop.reports.placewords import Told, beside_its_kind
from snhr_desktop.reports.spelling import Keys, Reading, Word, adjoin, key_of, neighbours, words_of

WITHHELD = "[…]"
"""Stands where something was taken out of a text."""

_REPEATED = re.compile(rf"{re.escape(WITHHELD)}(?:[\s\-‐‑–]+{re.escape(WITHHELD)})+")


@dataclass(frozen=True)
class Hidden:
    """What is taken out of the texts of one dossier.

    `persons` are the names of each withheld person, the given name first in each. `phrases` are found whole only.
    `kept` are full names that may be printed. `told` says what stands in place of the name of a narrower place.
    `places` gives, of a name, the names in both languages of the places that are called so; `near` are keys of those
    that the incident lies in. With `leads`, web addresses, accounts and coordinates stay. `others` are persons of other
    incidents, whose full names are taken out.
    """

    persons: tuple[tuple[str, ...], ...] = ()
    phrases: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    told: Told | None = None
    places: Callable[[str], Iterable[str]] = lambda _name: ()
    near: frozenset[str] = frozenset()
    leads: bool = False
    others: Others = NOBODY


@dataclass(frozen=True)
class _Found:
    """A name in a text: its first and last word, where it begins in the one and ends in the other, and its key."""

    first: int
    last: int
    begins: int
    ends: int
    key: str


@dataclass(frozen=True)
class _Span:
    """A piece of a text and what stands there instead."""

    start: int
    end: int
    instead: str = WITHHELD


class Redaction:
    """Knows what is hidden, and takes it out of one text after the other."""

    def __init__(self, hidden: Hidden) -> None:
        self._hidden = hidden
        self._parts = Parts(hidden.persons)
        phrases = (key_of(phrase) for phrase in hidden.phrases)
        whole = self._parts.whole | {key for key in phrases if len(key) >= LEAST_KEY}
        self._whole = Keys(whole)
        self._passed = Keys(whole | {key_of(name) for name in hidden.kept if len(words_of(name)) > 1})

    def __call__(self, text: str) -> str:
        """The text without what is hidden."""
        if not text:
            return text
        text = without_reach(text, WITHHELD)
        return self.names(text if self._hidden.leads else without_leads(text, WITHHELD))

    def link(self, text: str) -> str:
        """An address, without what is hidden in it: it is a lead by its nature, and shown as one."""
        return self.names(without_reach(text, WITHHELD))

    def names(self, text: str) -> str:
        """The text without names alone."""
        return _without(text, self._spans(text))

    def typed(self, text: str) -> str:
        """A text that is edited for a report without names, also where its marks part them: "**Salma** **Khalil**"."""
        return _without(text, self._typed(text))

    def taken(self, text: str) -> tuple[str, ...]:
        """The names that `typed` takes out of a text, as they stand there."""
        found = sorted((span.start, span.end) for span in self._typed(text))
        return tuple(dict.fromkeys(text[start:end] for start, end in found))

    def within(self, name: str) -> str:
        """A name that may be printed, without the full names of others told in it: "Maryam, mother of Salma Khalil".

        Half a country bears names that begin or end alike: another person begins behind a word that says so.
        """
        words = words_of(name)
        behind = next((word.end for word in words if _tells_of_another(word)), None)
        if behind is None:
            return name
        found = [_span(words, one) for one in _names(name, words, self._whole)]
        found += [_Span(one.start, one.end) for one in self._hidden.others.found(name, words)]
        return _without(name, [span for span in found if span.start >= behind])

    def _typed(self, text: str) -> list[_Span]:
        hidden = masked(text)
        return [*self._spans(text), *(self._spans(hidden) if hidden != text else ())]

    def _spans(self, text: str) -> list[_Span]:
        words = words_of(text)
        spans = [_span(words, found) for found in _names(text, words, self._whole)]
        spans += [_span(words, found) for found in _names(text, words, self._hidden.others.phrases)]
        passed = {at for found in _names(text, words, self._passed) for at in _range(found)}
        for first, last, span in self._places(text, words):
            passed.update(range(first, last + 1))
            spans += [span] if span else []
        others = self._hidden.others.found(text, words)
        spans += [_Span(one.start, one.end) for one in others if not passed.issuperset(range(one.first, one.last + 1))]
        spans += [
            _Span(one.start + one.readings[-1].first, other.end)
            for one, other in neighbours(text, words)
            if self._parts.joined(one, other)
        ]
        for at, word in enumerate(words):
            part = None if at in passed else self._part(word)
            if part and not self._in_place(text, words, at):
                spans.append(_Span(word.start + part.first, word.start + part.last))
        return spans

    def _places(self, text: str, words: list[Word]) -> Iterator[tuple[int, int, _Span | None]]:
        """Each name of a narrower place, its first and last word, and what stands there instead, if anything."""
        told = self._hidden.told
        if told is None:
            return
        written = [(one.first, one.last, one.begins, one.ends, one.key) for one in _names(text, words, told.keys)]
        heard = [(at, end, 0, len(words[end].text), key) for at, end, key in told.heard(text, words)]
        for at, end, begins, ends, key in (*written, *heard):
            first, last, instead = told.instead(words, at, end, key)
            if instead is None:
                yield first, last, None
                continue
            start = words[first].readings[-1].first if first < at else begins
            stop = ends if last == end else len(words[last].text)
            yield first, last, _Span(words[first].start + start, words[last].start + stop, instead)

    def _part(self, word: Word) -> Reading | None:
        """How a word is a part of a withheld name, as it is written or by its sound.

        By its sound a place is one only where it has the same name: Rami is a village and a boy, Jobar is no Jaber.
        """
        if part := self._parts.found(word):
            return part
        called = [key_of(name) for name in self._hidden.places(word.text)]
        return self._parts.sounding(word) if not called or any(key in self._parts for key in called) else None

    def _is_place(self, name: str) -> bool:
        return any(True for _ in self._hidden.places(name))

    def _in_place(self, text: str, words: list[Word], at: int) -> bool:
        """Whether a word stands in the name of a place: one of several words, or one the incident lies in."""
        if any(reading.key in self._hidden.near for reading in words[at].readings):
            return True
        if beside_its_kind(words, at) and any(self._is_place(words[at].text[r.first :]) for r in words[at].readings):
            return True
        for first, last in _ROUND:
            if at + first < 0 or at + last >= len(words):
                continue
            begin, end = words[at + first], words[at + last].end
            if any(self._is_place(text[begin.start + reading.first : end]) for reading in begin.readings):
                return True
        return False


_ROUND = ((-2, 0), (-1, 0), (-1, 1), (0, 1), (0, 2))
"""First and last word of the names of places that a word may stand in, counted from it."""


_KIN = frozenset(
    {
        "والده", "والد", "ابنه", "زوجه", "زوج", "ارمله", "شقيق", "شقيقه", "اخت", "اخو", "اخي", "حفيد", "حفيده", "جده",
        "خاله", "خال", "عمه", "عم", "قريب", "قريبه", "طفله", "طفلها", "طفلتها",
        "mother", "father", "wife", "husband", "widow", "sister", "brother", "son", "daughter", "child", "baby",
        "uncle", "aunt", "cousin", "grandmother", "grandfather",
    }
)  # fmt: skip
"""Words behind which a name is another person's, as keys."""


def _tells_of_another(word: Word) -> bool:
    return any(reading.key in _KIN for reading in word.readings)


def _range(found: _Found) -> range:
    return range(found.first, found.last + 1)


def _span(words: list[Word], found: _Found) -> _Span:
    return _Span(words[found.first].start + found.begins, words[found.last].start + found.ends)


def _names(text: str, words: list[Word], keys: Keys) -> Iterator[_Found]:
    """The names of these keys, the longest where several begin in one word."""
    at = 0
    while at < len(words):
        found = max(_beginning(text, words, at, keys), key=lambda one: one.last, default=None)
        if found:
            yield found
            at = found.last
        at += 1


def _beginning(text: str, words: list[Word], at: int, keys: Keys) -> Iterator[_Found]:
    for reading in words[at].readings:
        key, last = reading.key, at
        if key and key in keys:
            yield _Found(at, at, reading.first, reading.last, key)
        while key in keys.beginnings and reading.last == len(words[at].text) and last + 1 < len(words):
            if not adjoin(text, words[last], words[last + 1]):
                break
            last += 1
            for end in words[last].readings:
                if end.key and not end.first and key + end.key in keys:
                    yield _Found(at, last, reading.first, end.last, key + end.key)
            key += words[last].readings[0].key


def _without(text: str, spans: Iterable[_Span]) -> str:
    pieces, reached = list[str](), 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= reached:
            pieces += [text[reached : span.start], span.instead]
            reached = span.end
    return _REPEATED.sub(WITHHELD, "".join([*pieces, text[reached:]]))
