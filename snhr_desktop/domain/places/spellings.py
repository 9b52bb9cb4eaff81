"""An index of folded spellings that answers while a name is typed, for thousands of places, within a key stroke."""

import heapq
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher

_LAST = "\U0010ffff"
_ALIKE = 0.72
_LONG_ENOUGH = 4
_FEW = 4
_HEARD_ALIKE = "اهي"
"""How a folded name may end in alef, ta marbuta and alef maqsura, which many write for one another."""
_CANDIDATES = 40

Hit = tuple[float, int]
"""How good (smaller is better) and which owner; the same owner may come more than once."""


class Spellings:
    """Which owners (numbers) are written how. Built once, never changed.

    Every question takes a folded text and yields hits; `found` asks them from strict to lenient.
    """

    def __init__(self, keys_of: Mapping[int, Iterable[str]]) -> None:
        owners: dict[str, list[int]] = defaultdict(list)
        for owner, keys in keys_of.items():
            for key in dict.fromkeys(_with_joined(keys)):
                owners[key].append(owner)
        self._keys = sorted(owners)
        self._owners = [tuple(owners[key]) for key in self._keys]
        starts = sorted(_later_words(self._keys))
        self._starts = [tail for tail, _ in starts]
        self._start_keys = [number for _, number in starts]
        self._offsets: list[int] = []
        self._blob = self._joined_keys()
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
            hits = {hit for hit in ask(query) if hit[1] not in found}
            for _, owner in heapq.nsmallest(limit * 4, (hit for hit in hits if wanted(hit[1]))):
                found[owner] = None
        return list(found)[:limit]

    def exact(self, query: str) -> Iterator[Hit]:
        """Spelled just so, with or without spaces between the words."""
        for key in {query, query.replace(" ", "")}:
            at = bisect_left(self._keys, key)
            if at < len(self._keys) and self._keys[at] == key:
                yield from self._hits(at)

    def beginning(self, query: str) -> Iterator[Hit]:
        """Names that begin so."""
        for at in range(bisect_left(self._keys, query), bisect_right(self._keys, query + _LAST)):
            yield from self._hits(at)

    def ending(self, query: str) -> Iterator[Hit]:
        """Names that are spelled so but for the last letter, which is heard alike: اريحه and أريحا."""
        if len(query) >= _LONG_ENOUGH and query[-1] in _HEARD_ALIKE:
            for letter in _HEARD_ALIKE.replace(query[-1], ""):
                yield from self.exact(query[:-1] + letter)

    def word_start(self, query: str) -> Iterator[Hit]:
        """Names one of whose later words begins so."""
        for at in range(bisect_left(self._starts, query), bisect_right(self._starts, query + _LAST)):
            yield from self._hits(self._start_keys[at])

    def inside(self, query: str) -> Iterator[Hit]:
        """Names that hold the text anywhere."""
        at = self._blob.find(query)
        while at >= 0:
            number = bisect_right(self._offsets, at) - 1
            yield from self._hits(number)
            at = self._blob.find(query, self._offsets[number] + len(self._keys[number]))

    def close(self, query: str) -> Iterator[Hit]:
        """Names that look alike, for a text of four letters or more; judged by shared pairs of letters first."""
        text = query.replace(" ", "")
        if len(text) < _LONG_ENOUGH:
            return
        pairs = _pairs_of(text)
        shared: Counter[int] = Counter()
        for pair in pairs:
            shared.update(self._pairs.get(pair, ()))
        least = max(2, len(pairs) // 2)
        likely = [(count / (len(pairs) + len(self._keys[at])), at) for at, count in shared.items() if count >= least]
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(text)
        for _, at in heapq.nlargest(_CANDIDATES, likely):
            matcher.set_seq1(self._keys[at])
            alike = matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE else 0.0
            if alike >= _ALIKE:
                yield from ((1 - alike, owner) for owner in self._owners[at])

    def _hits(self, at: int) -> Iterator[Hit]:
        length = len(self._keys[at])
        for owner in self._owners[at]:
            yield length, owner

    def _joined_keys(self) -> str:
        at = 0
        for key in self._keys:
            self._offsets.append(at)
            at += len(key) + 1
        return "\n".join(self._keys)

    def _letter_pairs(self) -> dict[str, list[int]]:
        pairs: dict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(self._keys):
            if " " not in key:  # each spelling with spaces is here without them too
                for pair in _pairs_of(key):
                    pairs[pair].append(at)
        return dict(pairs)


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
