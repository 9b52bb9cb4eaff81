"""The imprint: where the history stood when a page was made, by whose key it is signed, and how a reader checks it.

It stands once in each language of whatever is printed, after everything else, and is the same for every audience:
nothing in it is of a person. The foot of each page has the first signs of the same head.
"""

import datetime as dt
from collections.abc import Iterator

from snhr_desktop.figures.table import HISTORY
from snhr_desktop.i18n import N_, NC_, NP_, Language, piece
from snhr_desktop.reports.parts import Facts, Heading, Part, Prose
from snhr_desktop.store.anchoring import Anchor

TITLE = N_("The history behind these pages")
STOOD = NC_("history", "Stood so")
MOMENT, ENTRIES = N_("{date}, {time} UTC"), NP_("{n} entry", "{n} entries")
HOW = N_(
    "The office keeps every save in a chain of hashes that it signs with this key. The command, given by whoever holds "
    "the store, says whether the history still runs through this head, and by whose key it is signed."
)
SAID = N_("{what}: {said}")
CHECK = NC_("history", "To check")
COMMAND = "snhr-desktop verify STORE --head HEAD"
_GROUP, _PER_LINE = 8, 4


def imprint(anchor: Anchor, language: Language, *, titled: bool = True) -> Iterator[Part]:
    """What stands of it, in one language; where it is `titled`, under a heading of its own."""
    text = language.text
    if titled:
        yield Heading(text(TITLE), 3)
    head, key = text(HISTORY["head"]), text(HISTORY["key"])
    stood = " · ".join(_stood(anchor, language))
    rows = ((head, lines(anchor.head)), (key, (_kept(anchor.key),)), (text(STOOD), (stood,)))
    yield Facts((*rows, (text(CHECK), (_kept(COMMAND),))))
    yield Prose(text(HOW), "note")


def in_short(anchor: Anchor, language: Language) -> tuple[str, ...]:
    """The same where there is one page only, as lines to stand below its foot."""
    head, key, command = (
        language.text(SAID, what=language.text(what), said=_kept(said))
        for what, said in ((HISTORY["head"], grouped(anchor.head)), (HISTORY["key"], anchor.key), (CHECK, COMMAND))
    )
    return head, " · ".join((key, *_stood(anchor, language))), command


def grouped(digest: str) -> str:
    """A hash in groups that can be compared by eye and broken over lines."""
    return " ".join(_groups(digest))


def lines(digest: str) -> tuple[str, ...]:
    """A hash in groups, in lines of equal length that keep their order in Arabic."""
    groups = _groups(digest)
    rows = (groups[at : at + _PER_LINE] for at in range(0, len(groups), _PER_LINE))
    return tuple(_kept("  ".join(row)) for row in rows)


def _stood(anchor: Anchor, language: Language) -> tuple[str, str]:
    """When, to the minute where that is known, and of how many entries."""
    moment, hour = language.date(dt.date.fromisoformat(anchor.at[:10])), anchor.at[11:16]
    if hour:
        moment = language.text(MOMENT, date=moment, time=language.isolate(language.digits(hour)))
    return moment, language.plural(ENTRIES, anchor.entries)


def _groups(digest: str) -> list[str]:
    return [digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP)]


def _kept(signs: str) -> str:
    """Signs that keep their order in Arabic."""
    return piece(signs)
