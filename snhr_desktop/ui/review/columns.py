"""The columns of the queue: which incident, where it stands, how long it waits, and what is still missing."""

import datetime as dt

from snhr_desktop.domain.headlines import in_language
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.steps import WAITING
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, NC_, NP_, Language
from snhr_desktop.ui.incidents.record.head import NO_TITLE
from snhr_desktop.ui.incidents.saying import asking, say_code, say_conflicts
from snhr_desktop.ui.lists.columns import Column, Lines
from snhr_desktop.workspace import QueueRow

NEWS = {"unseen": NC_("news", "new"), "changed": NC_("news", "changed")}
TODAY = NC_("waiting", "today")
DAYS = NP_("{n} day", "{n} days")
MISSING = NP_("{n} missing", "{n} missing")
HINTS = NP_("{n} hint", "{n} hints")
COMPLETE = NC_("checks", "Complete")
BY = N_("by {actor}")
_DOT = " · "


def _incident(row: QueueRow, language: Language, places: Gazetteer) -> Lines:
    news = NEWS.get(row.news)
    told = (say_code(row.reference), *((language.text(news),) if news else ()))
    return _DOT.join(told), in_language(row, "title", language) or language.text(NO_TITLE)


def _status(row: QueueRow, language: Language, places: Gazetteer) -> Lines:
    return (label("status", row.status, language),)


def _waiting(row: QueueRow, language: Language, places: Gazetteer) -> Lines:
    days = days_since(row.since)
    told = language.plural(DAYS, days) if days else language.text(TODAY)
    return (told, language.text(BY, actor=row.author)) if row.author else (told,)


def _checks(row: QueueRow, language: Language, places: Gazetteer) -> Lines:
    """What a file says otherwise goes before everything: it waits for an answer, and for nothing else."""
    otherwise = say_conflicts(row, language)
    if row.status not in WAITING:
        return otherwise
    told = language.plural(MISSING, row.needed) if row.needed else language.text(COMPLETE)
    hints = (language.plural(HINTS, row.hints),) if row.hints else ()
    return (*otherwise, told) if otherwise else (told, *hints)


def days_since(at: str) -> int:
    """Whole days of this computer's calendar since a moment the store keeps."""
    then = dt.datetime.fromisoformat(at).astimezone().date()
    return max(0, (dt.datetime.now().astimezone().date() - then).days)


COLUMNS = (
    Column("incident", NC_("column", "Incident"), _incident, "reference", 176, 6, face="strong"),
    Column("status", NC_("column", "Status"), _status, "status", 152, 1, spare=1, face="status"),
    Column("waiting", NC_("column", "Waiting"), _waiting, "since", 84, 1, spare=2),
    Column("checks", NC_("column", "Checks"), _checks, "checks", 112, 1, sign=asking),
)
"""In the order of reading. What asks for an answer is seen in a narrow window and in large letters too."""
