"""What is typed into a search box: which words have to stand in a text, and where they stand in it.

Question.of("احمد خان شيخ")      # أحمد and خان whole, شيخ as the beginning of a word
Question.of('"احمد" سراقب')      # a quoted word is whole
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from snhr_desktop.domain.names import is_article, runs, words
from snhr_desktop.domain.particles import bare_forms

MOST_LETTERS = 4_000
"""Of what is typed, read; a pasted page is no question."""
MOST_WORDS = 32
LEAST_BEGINNING = 3
"""Letters from which the last word, still being typed, may be the beginning of a longer one."""

_QUOTES = '"“”„«»'
_QUOTED = re.compile(f"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]")
_BETWEEN = frozenset({"بن", "ابن", "بنت", "bin", "ibn", "bint"})
"""Words between a name and the father's, which one record has and another leaves out."""
_LONGEST_NAME = 4
"""Typed words that may make one folded word: Abd al - Rahman."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Question:
    """Folded words that all have to be found, in any order: `whole` ones, and `last`, which is still being typed."""

    whole: tuple[str, ...] = ()
    last: str = ""

    @classmethod
    def of(cls, typed: str) -> "Question":
        """Read what is typed, whatever it holds; blank asks nothing."""
        typed = typed[:MOST_LETTERS].rstrip()
        named = [word for piece in _QUOTED.findall(typed) for word in words(piece)]
        loose = list(words(_QUOTED.sub(" ", typed)))
        if named or len(loose) > 1:  # an article still waiting for its word says nothing yet
            loose = loose[:-1] if loose and is_article(loose[-1]) else loose
        last = loose.pop() if loose and typed[-1] not in _QUOTES else ""
        told = [word for word in (*named, *loose) if word not in _BETWEEN] or (() if last else (*named, *loose))
        if told and last in _BETWEEN:
            last = ""
        return cls(tuple(dict.fromkeys(told))[:MOST_WORDS], last)

    def __bool__(self) -> bool:
        return bool(self.whole or self.last)

    @property
    def begins(self) -> bool:
        """Whether the last word may be the beginning of a longer one."""
        return len(self.last) >= LEAST_BEGINNING

    def all_whole(self) -> "Question":
        """The same with the last word as it stands, and no longer one."""
        return Question((*self.whole, self.last) if self.last else self.whole)

    def without_last(self) -> "Question":
        """The same as though the last word were not typed yet."""
        return Question(self.whole)

    def agrees(self, text: str) -> bool:
        """Whether every word stands in a text, as in the index."""
        present = frozenset(words(text))
        if self.last and not any(self._is_last(word) for word in present):
            return False
        return all(word in present for word in self.whole)

    def not_in(self, text: str) -> "Question":
        """What is left to be found once a text was read; blank where it says everything."""
        present = frozenset(words(text))
        told = any(self._is_last(word) for word in present)
        return Question(tuple(word for word in self.whole if word not in present), "" if told else self.last)

    def touches(self, name: str) -> bool:
        """Whether any word stands in a short text; names come again at the next key, and are folded once."""
        return self._hits(_words_of(name))

    def marks(self, text: str) -> tuple[Span, ...]:
        """Where words of the question stand in a text, as it was written: whole words, with their marks and article."""
        places = list(runs(text))
        found = [span for span in places if self._hits(_words_of(text[slice(*span)]))]
        if len(found) < len(self.whole) + bool(self.last):
            self._add_names(text, places, found)
        return tuple(sorted(found))

    def _add_names(self, text: str, places: list[Span], found: list[Span]) -> None:
        """Names typed in several words that are one, the shortest first: «عبد الله», or خان شيخون asked as one word."""
        asked = (*self.whole, self.last)
        begun = [at for at, span in enumerate(places) if self._may_begin(_words_of(text[slice(*span)])[:1], asked)]
        for length in range(2, _LONGEST_NAME + 1):
            for at in begun:
                start, end = places[at][0], places[min(at + length, len(places)) - 1][1]
                taken = any(start < until and since < end for since, until in found)
                if not taken and self._hits(_joined(text[start:end])):
                    found.append((start, end))

    @staticmethod
    def _may_begin(folded: tuple[str, ...], asked: tuple[str, ...]) -> bool:
        """Whether a word may be the first part of one that is asked for."""
        return any(word.startswith(folded) for word in asked)

    def _hits(self, folded: tuple[str, ...]) -> bool:
        return any(word in self.whole or self._is_last(word) for word in folded)

    def _is_last(self, word: str) -> bool:
        return bool(self.last) and (word == self.last or (self.begins and word.startswith(self.last)))


@lru_cache(maxsize=1 << 14)
def _words_of(run: str) -> tuple[str, ...]:
    folded = words(run)
    return (*folded, *(form for word in folded for form in bare_forms(word)))


@lru_cache(maxsize=1 << 12)
def _joined(typed: str) -> tuple[str, ...]:
    """The words of several typed ones that none of them is alone, and all of them as one."""
    folded = words(typed)
    alone = {word for part in typed.split() for word in words(part)}
    return (*(word for word in folded if word not in alone), "".join(folded))
