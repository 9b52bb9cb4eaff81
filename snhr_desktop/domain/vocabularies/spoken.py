"""The forms in which a word said of one man is said of a woman, of two, and of several, as files from anywhere have it.

Forms are of folded words (`domain.names`), for comparing only: some of those made here nobody says, and none of them is
shown. A word bends at its beginning («معتقل», معتقلة, معتقلين) and in the pronoun that stands for the person
(«أفرج عنه», أفرج عنها).
"""

from collections.abc import Iterator
from itertools import product

_ENDINGS = (
    "", "ا", "ه", "ت", "ان", "ين", "ون", "وا", "ات", "تا", "تان", "تين", "ي", "يه", "يا", "يان", "يين", "يون", "يات",
)  # fmt: skip
"""Of nouns and of verbs in the past; those with ya for words that lose theirs («مختفٍ», مختفية)."""
_WITH_ALEF = ("اه", "اتان", "اتين")
"""After a last alef maqsura: «متوفى», متوفاة."""
_OF_PERSON = frozenset({"عن", "سراح", "سبيل", "مصير", "اعتقال", "احتجاز", "توقيف", "خطف", "نقل"})
"""Words to which the pronoun of the person is written."""
_PRONOUNS = ("ه", "ها", "هم", "هن", "هما")
_NOT = "غير"
"""Before an adjective, which bends in its place."""


def forms(folded: str) -> Iterator[str]:
    """All forms of a folded word or phrase in Arabic, itself the first; of any other just itself."""
    said = folded.split()
    if not said or not "\u0600" <= folded[0] <= "\u06ff":
        yield folded
        return
    head = 1 if said[0] == _NOT and len(said) > 1 else 0
    bent = (_bent(word) if at == head else _addressed(word) for at, word in enumerate(said))
    yield from map(" ".join, product(*bent))


def _bent(word: str) -> tuple[str, ...]:
    """The forms of a first word; one that ends in ya without it too: «قضى», قضت."""
    stem = word.removesuffix("ي")
    shorter = tuple(stem + ending for ending in (*_ENDINGS, *_WITH_ALEF)) if stem != word else ()
    return tuple(dict.fromkeys((*(word + ending for ending in _ENDINGS), *shorter)))


def _addressed(word: str) -> tuple[str, ...]:
    stem = word.removesuffix("ه")
    return tuple(stem + pronoun for pronoun in _PRONOUNS) if stem != word and stem in _OF_PERSON else (word,)
