"""An index of folded spellings that answers while a name is typed, for thousands of places, within a key stroke."""

import heapq
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

_LAST = "\U0010ffff"
_ALIKE = 0.76
_LONG_ENOUGH, _TOO_LONG = 4, 48
_FEW = 4
_HEARD_ALIKE = "اهي"
"""How a folded name may end in alef, ta marbuta and alef maqsura, which many write for one another."""
_CANDIDATES = 40
_PAIRS, _LOOKED_UP = 4, 2_500
"""Pairs of letters that are looked up at least, the rarest first, and after how many keys no more are."""
_OWNERS = 20
"""Bits of an owner's number."""
_OWNER = (1 << _OWNERS) - 1

Hit = int
"""How good (smaller is better) in the higher bits, which owner in the lower; the same owner may come more than once."""


class _Joined:
    """The keys in Latin letters, or the others, as one text: a search in half of it, with one byte a letter."""

    def __init__(self, keys: Sequence[str], plain: bool) -> None:
        self._numbers = [number for number, key in enumerate(keys) if key.isascii() is plain]
        chosen = [keys[number] for number in self._numbers]
        self._starts = list(accumulate((len(key) + 1 for key in chosen), initial=0))
        self._text = "\n".join(chosen)

    def holding(self, query: str) -> Iterator[int]:
        """The keys that hold the text anywhere."""
        at = self._text.find(query)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            yield self._numbers[place]
            at = self._text.find(query, self._starts[place + 1])


class Spellings:
    """Which owners (numbers) are written how. Built once, never changed.

    Every question takes a folded text and gives hits; `found` asks them from strict to lenient. Keys lie in order and
    their hits beside them, so that a beginning is one slice, however many names begin so.
    """

    def __init__(self, keys_of: Mapping[int, Iterable[str]]) -> None:
        owners: dict[str, list[int]] = defaultdict(list)
        for owner, keys in keys_of.items():
            for key in dict.fromkeys(_with_joined(keys)):
                owners[key].append(owner)
        self._keys = sorted(owners)
        self._lengths = [len(key) for key in self._keys]
        self._hits, self._first = _laid_out([_ranked(len(key), owners[key]) for key in self._keys])
        starts = sorted(_later_words(self._keys))
        self._starts = [tail for tail, _ in starts]
        self._start_hits, self._start_first = _laid_out([self._of_key(number) for _, number in starts])
        self._texts = {plain: _Joined(self._keys, plain) for plain in (True, False)}
        self._pairs = self._letter_pairs()

    def found(self, query: str, wanted: Callable[[int], bool], limit: int, *, strict: bool = False) -> list[int]:
        """Return at most `limit` wanted owners: exact, prefix, other ending, word start, inside, then close ones.

        `strict` leaves the last two out: parts of words, and what only looks alike.
        """
        found: dict[int, None] = {}
        asks = (self.exact, self.beginning, self.ending, self.word_start, self.inside, self.close)
        for ask in asks[:-2] if strict else asks:
            if not query or len(found) >= limit or (ask == self.close and len(found) >= _FEW):
                break
            for owner in owners_of(sorted(ask(query))):
                if owner not in found and wanted(owner):
                    found[owner] = None
                    if len(found) >= limit:
                        break
        return list(found)[:limit]

    def exact(self, query: str) -> Sequence[Hit]:
        """Spelled just so, with or without spaces between the words."""
        hits: list[Hit] = []
        for key in {query, query.replace(" ", "")}:
            at = bisect_left(self._keys, key)
            if at < len(self._keys) and self._keys[at] == key:
                hits += self._of_key(at)
        return hits

    def beginning(self, query: str) -> Sequence[Hit]:
        """Names that begin so."""
        first, last = bisect_left(self._keys, query), bisect_right(self._keys, query + _LAST)
        return self._hits[self._first[first] : self._first[last]]

    def ending(self, query: str) -> Sequence[Hit]:
        """Names that are spelled so but for the last letter, which is heard alike: اريحه and أريحا."""
        if len(query) < _LONG_ENOUGH or query[-1] not in _HEARD_ALIKE:
            return ()
        return [hit for last in _HEARD_ALIKE.replace(query[-1], "") for hit in self.exact(query[:-1] + last)]

    def word_start(self, query: str) -> Sequence[Hit]:
        """Names one of whose later words begins so."""
        first, last = bisect_left(self._starts, query), bisect_right(self._starts, query + _LAST)
        return self._start_hits[self._start_first[first] : self._start_first[last]]

    def inside(self, query: str) -> Sequence[Hit]:
        """Names that hold the text anywhere."""
        return [hit for at in self._texts[query.isascii()].holding(query) for hit in self._of_key(at)]

    def close(self, query: str) -> Sequence[Hit]:
        """Names that look alike, for a text of four letters or more; judged by shared pairs of letters first."""
        text = query.replace(" ", "")
        if not _LONG_ENOUGH <= len(text) <= _TOO_LONG:
            return ()
        hits: list[Hit] = []
        places = _places_of(text)
        for at in self._likely(text):
            key = self._keys[at]
            alike = 2 * _common(places, len(text), key) / (len(text) + len(key))
            if alike >= _ALIKE:
                hits += _ranked(round(1000 * (1 - alike)), (hit & _OWNER for hit in self._of_key(at)))
        return hits

    def _likely(self, text: str) -> Iterator[int]:
        """The keys that share most pairs of letters with a text, by its rarest pairs."""
        lists = sorted((self._pairs.get(pair, []) for pair in _pairs_of(text)), key=len)
        shared: Counter[int] = Counter()
        used = looked_up = 0
        for numbers in lists:
            if used >= _PAIRS and looked_up > _LOOKED_UP:
                break
            shared.update(numbers)
            used, looked_up = used + 1, looked_up + len(numbers)
        lengths = self._lengths
        least, size = max(2, used // 2), len(text)
        likely = [(count / (size + lengths[at]), at) for at, count in shared.items() if count >= least]
        return (at for _, at in heapq.nlargest(_CANDIDATES, likely))

    def _of_key(self, at: int) -> Sequence[Hit]:
        return self._hits[self._first[at] : self._first[at + 1]]

    def _letter_pairs(self) -> dict[str, list[int]]:
        pairs: dict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(self._keys):
            if " " not in key:  # each spelling with spaces is here without them too
                for pair in _pairs_of(key):
                    pairs[pair].append(at)
        return dict(pairs)


def owners_of(hits: Iterable[Hit]) -> Iterator[int]:
    """Whom hits name, in their order."""
    return (hit & _OWNER for hit in hits)


def _ranked(rank: int, owners: Iterable[int]) -> list[Hit]:
    return [rank << _OWNERS | owner for owner in owners]


def _laid_out(lists: Sequence[Sequence[Hit]]) -> tuple[list[Hit], list[int]]:
    """Lists one after the other, and where each begins; the end of the last is the last of these."""
    flat: list[Hit] = []
    first = [0]
    for one in lists:
        flat += one
        first.append(len(flat))
    return flat, first


def _places_of(text: str) -> Mapping[str, int]:
    """Of each letter where it stands, as bits."""
    places: dict[str, int] = {}
    for at, letter in enumerate(text):
        places[letter] = places.get(letter, 0) | 1 << at
    return places


def _common(places: Mapping[str, int], length: int, key: str) -> int:
    """How many letters two texts have in common in their order (Hyyrö's bits of the longest common subsequence)."""
    whole = (1 << length) - 1
    left = whole
    for letter in key:
        met = left & places.get(letter, 0)
        left = (left + met) | (left - met)
    return length - (left & whole).bit_count()


def _with_joined(keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        if key:
            yield key
            yield key.replace(" ", "")


def _later_words(keys: list[str]) -> Iterator[tuple[str, int]]:
    for number, key in enumerate(keys):
        at = key.find(" ")
        while at >= 0:
            yield key[at + 1 :], number
            at = key.find(" ", at + 1)


def _pairs_of(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
