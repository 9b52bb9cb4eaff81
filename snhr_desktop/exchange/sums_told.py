"""What the records of an import come to, in words: a line for each sum, so that a miscount is seen at once."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping

from snhr_desktop.domain.case_counting import ARREST
from snhr_desktop.domain.counting import COUNTED
from snhr_desktop.domain.vocabularies import label, vocabulary
from snhr_desktop.exchange.sums import Persons, Sums
from snhr_desktop.i18n import N_, NC_, Language, Message

NEW, CHANGED = N_("What is new, added up"), N_("What is changed, added up")
INCIDENTS, CASES = N_("Incidents"), N_("Cases")
KILLED, INJURED = NC_("sum", "Killed"), NC_("sum", "Injured")
NOTHING_SAID = N_("It is not said what became of them")
CIVILIANS = N_("{persons}, civilians")
ARMED = N_("{persons}, armed")
STATUS_UNKNOWN = N_("{persons}, not known whether civilian")
SINCE = N_("What became of those arrested")
DATES = N_("Dates")
FROM_TO = N_("{first} to {last}")
UNDATED = N_("Without a date")
LINE = N_("{label}: {value}")
LINE_BEFORE = N_("{label}: {value}; until now {before}")
WITH_PARTS = N_("{number} ({parts})")
FIGURES_NOTE = N_(
    "All that comes in is added up here. Figures count of it only what is documented and classified as a violation."
)
_KILLED, _INJURED = "killed", "injured"
_UNKNOWN, NONE, SEPARATOR = "unknown", "–", " · "
_STATUSES: Mapping[str, Message] = {"civilian": CIVILIANS, "armed": ARMED, _UNKNOWN: STATUS_UNKNOWN}


def told(sums: Sums, language: Language) -> tuple[str, ...]:
    """A line for each sum."""
    lines = [language.text(LINE, label=name, value=said) for name, said in _lines(sums, language)]
    return (*lines, *_note(sums, language))


def told_beside(sums: Sums, before: Sums, language: Language) -> tuple[str, ...]:
    """A line for each sum, and beside it what it was before, where that is otherwise."""
    now, was = (dict(_lines(one, language)) for one in (sums, before))
    lines = [_beside(name, now.get(name), was.get(name), language) for name in {**now, **was}]
    return (*lines, *_note(sums, language))


def in_short(sums: Sums, language: Language) -> str:
    """The greatest of them in one line; blank where there is nothing to add up."""
    totals = (
        (INCIDENTS, sums.incidents.total()),
        (CASES, sums.cases.total()),
        (KILLED, _of(sums, fate=_KILLED).total()),
        (INJURED, _of(sums, fate=_INJURED).total()),
    )
    told = [(language.text(name), language.number(number)) for name, number in totals if number]
    both = (*told, *_dates(sums, language))
    said = SEPARATOR.join(language.text(LINE, label=name, value=value) for name, value in both)
    return language.text(LINE, label=language.text(NEW), value=said) if said else ""


def _beside(name: str, now: str | None, was: str | None, language: Language) -> str:
    if now == was:
        return language.text(LINE, label=name, value=now)
    return language.text(LINE_BEFORE, label=name, value=now or NONE, before=was or NONE)


def _note(sums: Sums, language: Language) -> tuple[str, ...]:
    """That not all of it is counted in figures, where that is so."""
    return () if {*sums.incidents, *sums.cases} == {COUNTED} else (language.text(FIGURES_NOTE),)


def _lines(sums: Sums, language: Language) -> Iterator[tuple[str, str]]:
    """What a sum is of, and the sum."""
    for heading, records in ((INCIDENTS, sums.incidents), (CASES, sums.cases)):
        if records:
            yield language.text(heading), _number(records, "standing", language)
    yield from _dates(sums, language)
    for fate, heading in ((_KILLED, KILLED), (_INJURED, INJURED)):
        yield from _persons(language.text(heading), _of(sums, fate=fate), language)
    for outcome in dict.fromkeys((*vocabulary("outcome"), *(one.outcome for one in sums.victims))):
        said = label("outcome", outcome, language) if outcome else language.text(NOTHING_SAID)
        yield from _persons(said, _of(sums, fate="", outcome=outcome), language)
    yield from _events(sums, language)


def _dates(sums: Sums, language: Language) -> Iterator[tuple[str, str]]:
    if sums.first:
        first, last = (language.date(dt.date.fromisoformat(day)) for day in (sums.first, sums.last))
        yield language.text(DATES), language.text(FROM_TO, first=first, last=last) if first != last else first
    if sums.undated:
        yield language.text(UNDATED), language.number(sums.undated)


def _of(sums: Sums, **said: str) -> Counter[Persons]:
    return Counter({one: n for one, n in sums.victims.items() if said.items() <= one._asdict().items()})


def _persons(heading: str, found: Counter[Persons], language: Language) -> Iterator[tuple[str, str]]:
    """How many of one fate, and how many of these are civilians, by class, or are not."""
    if not found:
        return
    yield heading, language.number(found.total())
    for status, message in _STATUSES.items():
        classes = Counter[str]()
        for one, number in found.items():
            # whoever is said to be neither is not known, as in the figures
            if (one.civil_status if one.civil_status in _STATUSES else _UNKNOWN) == status:
                classes[one.victim_class] += number
        if classes:
            yield language.text(message, persons=heading), _number(classes, "victim_class", language)


def _events(sums: Sums, language: Language) -> Iterator[tuple[str, str]]:
    """Of cases: what of them may be counted, of whom, and what has become of those arrested."""
    for event in vocabulary("case_event"):
        classes = Counter[str]()
        for one, number in sums.events.items():
            if one.event == event:
                classes[one.victim_class] += number
        if classes:
            yield label("case_event", event, language), _number(classes, "victim_class", language)
    since = Counter[str]()
    for one, number in sums.events.items():
        if one.event == ARREST:
            since[one.outcome] += number
    if since:
        yield language.text(SINCE), _number(since, "case_outcome", language)


def _number(found: Counter[str], name: str, language: Language) -> str:
    """A number, and what it is made of in the order of a vocabulary."""
    parts = [
        language.text(LINE, label=label(name, code, language), value=language.number(found[code]))
        for code in vocabulary(name)
        if found[code]
    ]
    return language.text(WITH_PARTS, number=language.number(found.total()), parts=language.join(parts))
