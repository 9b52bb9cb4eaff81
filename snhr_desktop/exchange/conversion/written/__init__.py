"""How offices and other bodies write our terms in their lists: singular and plural, man and woman, in either language.

Words are told by vocabulary and code. Phrases stand between bars; `one/other` are words of which one stands there, and
`-` among them leaves it out. A phrase after a tilde is said of one man, and bends with whom it is said of. The article,
hamza, ta marbuta and the like need not be told apart: words are compared folded (`domain.names`).

A word stands here only where it can mean nothing narrower or other than its term: nobody sees the label when a file
comes in. What is wider («قصف», “bomb”) is asked of a person.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

from snhr_desktop.domain.vocabularies.spoken import forms
from snhr_desktop.exchange.conversion.written.attacks import ATTACKS
from snhr_desktop.exchange.conversion.written.parties import PARTIES
from snhr_desktop.exchange.conversion.written.people import PEOPLE
from snhr_desktop.exchange.conversion.written.sources import SOURCES
from snhr_desktop.exchange.conversion.written.targets import TARGETS

_ALL = {**ATTACKS, **PARTIES, **PEOPLE, **SOURCES, **TARGETS}
_OF_PEOPLE = "~"


@cache
def written(name: str) -> tuple[tuple[str, str], ...]:
    """The phrases of a vocabulary, each with the code that it stands for."""
    said = _ALL.get(name, {}).items()
    return tuple((phrase, code) for code, phrases in said for one in phrases.split("|") for phrase in _phrases(one))


def _phrases(said: str) -> Iterator[str]:
    alternatives = (word.split("/") for word in said.removeprefix(_OF_PEOPLE).split())
    for chosen in product(*alternatives):
        phrase = " ".join(word for word in chosen if word != "-")
        yield from forms(phrase) if said.startswith(_OF_PEOPLE) else (phrase,)
