"""Gather a snapshot: every question of a report, put to the store in one consistent read."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from snhr_desktop.domain.places import Gazetteer, Place
from snhr_desktop.domain.records import Period, PeriodFile
from snhr_desktop.domain.values import Site
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.errors import Refusal
from snhr_desktop.figures.breakdowns import BREAKDOWNS
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.figures.figure import Answer
from snhr_desktop.i18n import N_
from snhr_desktop.reports.audience import RULES
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.detained import Detained, detained
from snhr_desktop.reports.filed import Filed, days_of, filed, incident_asked
from snhr_desktop.reports.ground import ground_of
from snhr_desktop.reports.kind import INCIDENT, MONTH, MONTHLY, THEMATIC, VICTIMS
from snhr_desktop.reports.months_asked import LONG_AGO, Months, months_of
from snhr_desktop.reports.others import Others
from snhr_desktop.reports.publication import for_publication, place_for, redaction_for
from snhr_desktop.reports.records import Records
from snhr_desktop.reports.redaction import Hidden, Redaction
from snhr_desktop.reports.roll import Roll, roll_of
from snhr_desktop.reports.snapshot import Along, Listed, Snapshot
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.store.place_packs import Boundaries

_NAMED = 5
"""References that a refusal names at most."""
_MAPPED = (THEMATIC, MONTHLY)
"""The kinds of report that have a map."""


class AreaTellsPlaces(Refusal):
    """The area of the period is narrower than some of its incidents may be told by: to be in the report tells it."""

    said = N_("The places of some incidents may be told less exactly than the area of this period: {references}.")
    advice = N_("Make this report for the office alone, or for a period with a wider area.")


def gather(records: Records, brief: Brief, as_of: dt.datetime) -> Snapshot:
    """The snapshot of what a brief asks for; the caller holds the store at one moment meanwhile.

    Raises `UnknownCode`, `NoIncidentChosen`, `NoSuchIncident`, `AreaTellsPlaces`.
    """
    file = of_today(records.period(brief.period), records.gazetteer)
    scope = brief.scope or file.period.scope
    spans = months_of(file, brief.month) if brief.what.of == MONTH else None
    file = spans.month if spans else file
    given = incident_asked(records, brief.incident) if brief.what.of == INCIDENT else None
    if given:
        file, scope = days_of(file, given), "all"
    period = file.period
    answers = _answers(records, period, scope, brief.audience)
    massacres = records.dossiers(records.behind("massacres", period, scope))
    incidents = _listed(records, brief.audience, period, scope, answers["incidents"].by["party"])
    late = _late(records, brief.audience, spans, scope) if spans else ()
    if not RULES[brief.audience].exact_place:
        _refuse_telling((*incidents, *late), period.area, records.gazetteer)
        _refuse_telling_cases(records, brief.audience, period, scope, answers)
    others = Others(records.persons(), brief.audience)
    of_one = filed(records, given, brief.audience, others) if given else None
    roll = _roll(records, period, scope, brief.audience, others) if brief.kind == VICTIMS else None
    named = tuple(_detained(records, period, scope, brief.audience, others)) if brief.kind == MONTHLY else ()
    mapped = brief.kind in _MAPPED
    ground = ground_of(records.boundaries, period.area, records.gazetteer) if mapped else Boundaries()
    return Snapshot(
        brief=replace(brief, scope=scope),
        file=_told_without(file, Redaction(Hidden(others=others))),
        as_of=as_of,
        answers=answers,
        parties=_classes_by_party(records, period, answers["civilians_killed"]),
        massacres=tuple(for_publication(dossier, brief.audience, records.gazetteer, others) for dossier in massacres),
        incidents=incidents,
        compared=records.beside(file),
        places=places_named(records.gazetteer, period, _sites((*incidents, *late, *named), of_one, roll), answers),
        previous=_along(records, spans.previous, scope, brief.audience) if spans else None,
        year=_along(records, spans.year, scope, brief.audience) if spans else None,
        late=late,
        months=records.killed_by_month(period, scope),
        detained=named,
        filed=of_one,
        roll=roll,
        ground=ground,
        training=records.info.training,
    )


def of_today(file: PeriodFile, gazetteer: Gazetteer) -> PeriodFile:
    """The period with its area as that is called now, where it was given under a code that is no more."""
    return replace(file, period=replace(file.period, area=gazetteer.present(file.period.area)))


def _told_without(file: PeriodFile, hide: Redaction) -> PeriodFile:
    """The period without withheld names in its own name and in those of its events."""
    period = replace(file.period, name_ar=hide.names(file.period.name_ar), name_en=hide.names(file.period.name_en))
    events = tuple(
        replace(one, label_ar=hide.names(one.label_ar), label_en=hide.names(one.label_en)) for one in file.markers
    )
    return replace(file, period=period, markers=events)


def redaction_of(records: Records, brief: Brief) -> Redaction:
    """What takes the names out of the texts edited for a report; those alone, for an office says how to reach it.

    Raises `NoIncidentChosen`, `NoSuchIncident`.
    """
    others = Others(records.persons(), brief.audience)
    if brief.what.of == INCIDENT:
        given = incident_asked(records, brief.incident)
        return redaction_for(given, brief.audience, records.gazetteer, others)
    return Redaction(Hidden(others=others))


def _answers(records: Records, period: Period, scope: str, audience: str) -> Mapping[str, Answer]:
    """Every figure's answer; by sub-district only as far as the records let their places be told."""
    answers = records.answers(period, scope)
    if RULES[audience].exact_place:
        return dict(answers)  # a read-only view of them cannot go to the press
    told = records.by_published_place(period, scope)
    return {
        code: replace(answer, by={**answer.by, "subdistrict": told[code]}) if "subdistrict" in answer.by else answer
        for code, answer in answers.items()
    }


def _listed(
    records: Records,
    audience: str,
    period: Period,
    scope: str,
    party_rows: Iterable[str],
    among: frozenset[str] | None = None,
) -> tuple[Listed, ...]:
    """The counted incidents by date, all or those `among` some, each with its row in the table by party."""
    rows = {
        uid: row
        for row in party_rows
        for uid in records.behind("incidents", period, scope, "party", row)
        if among is None or uid in among
    }
    query = IncidentQuery(uids=tuple(rows), descending=False, limit=max(1, len(rows)))
    return tuple(
        Listed(
            line.reference,
            line.date,
            place_for(line.place, line.place_shown, audience, records.gazetteer),
            rows[line.uid],
            line.killed,
            line.injured,
        )
        for line in records.incidents(query).rows
    )


def _refuse_telling(incidents: Iterable[Listed], area: str, gazetteer: Gazetteer) -> None:
    """Raises `AreaTellsPlaces` where an incident is told by a place that the area lies in."""
    wider = [one.reference for one in incidents if area and not gazetteer.within(one.place.pcode, area)]
    if wider:
        raise AreaTellsPlaces(references=", ".join(wider[:_NAMED]) + ("…" if len(wider) > _NAMED else ""))


def _refuse_telling_cases(
    records: Records, audience: str, period: Period, scope: str, answers: Mapping[str, Answer]
) -> None:
    """Raises `AreaTellsPlaces` where a case is counted in an area that its place may not be told by."""
    within, area = records.gazetteer.within, period.area
    counted = (code for code, answer in answers.items() if FIGURES[code].of_cases and answer.total and area)
    uids = dict.fromkeys(uid for code in counted for uid in records.behind(code, period, scope))
    told = ((one, place_for(one.place, one.shown, audience, records.gazetteer)) for one in records.case_places(uids))
    wider = [one.reference for one, site in told if within(one.place.pcode, area) and not within(site.pcode, area)]
    if wider:
        raise AreaTellsPlaces(references=", ".join(wider[:_NAMED]) + ("…" if len(wider) > _NAMED else ""))


def _along(records: Records, period: Period, scope: str, audience: str) -> Along:
    bounds = (period.first or LONG_AGO, period.last or LONG_AGO)
    return Along(*bounds, _answers(records, period, scope, audience), records.killed_by_month(period, scope))


def _late(records: Records, audience: str, spans: Months, scope: str) -> tuple[Listed, ...]:
    """Counted incidents of days before the month that became documented within it, by date."""
    month = spans.month.period
    verified = records.documented_within(month.first or LONG_AGO, month.last or LONG_AGO)
    rows = vocabulary(BREAKDOWNS["party"].vocabulary)
    return _listed(records, audience, spans.before, scope, rows, verified) if verified else ()


def _roll(records: Records, period: Period, scope: str, audience: str, others: Others) -> Roll:
    killed = records.dossiers(records.behind("civilians_killed", period, scope))
    return roll_of(killed, audience, records.gazetteer, others)


def _detained(records: Records, period: Period, scope: str, audience: str, others: Others) -> Iterator[Detained]:
    files = records.case_files(records.behind("arrests", period, scope))
    return detained(files, audience, records.gazetteer, others)


def _classes_by_party(records: Records, period: Period, killed: Answer) -> dict[str, dict[str, int]]:
    """Civilians killed by class for each row of the table by party.

    A party's row is what is asked for in the scope of that party; the one row that is no party's, of joint
    responsibility, is what the others leave of the whole. A row that cannot be told so is left out.
    """
    found: dict[str, dict[str, int]] = {}
    for row, number in killed.by["party"].items():
        if row in vocabulary("scope"):
            classes = records.answers(period, row)["civilians_killed"].by["class"]
            if sum(classes.values()) == number:
                found[row] = dict(classes)
    left = [row for row in killed.by["party"] if row not in found]
    if len(left) == 1:
        whole = killed.by["class"]
        found[left[0]] = {code: n - sum(other.get(code, 0) for other in found.values()) for code, n in whole.items()}
    return found


def _sites(listed: Iterable[Listed | Detained], of_one: Filed | None, roll: Roll | None) -> Iterator[Site]:
    """Every place that may be told of incidents and people."""
    yield from (incident.place for incident in listed)
    if of_one:
        yield of_one.dossier.incident.place
        yield from (victim.place_of_origin for victim in of_one.dossier.victims)
    if roll:
        yield from (one.place for one in roll.named)


def places_named(
    gazetteer: Gazetteer, period: Period, sites: Iterable[Site], answers: Mapping[str, Answer]
) -> dict[str, Place]:
    """Every place that records and figures name, and the wider ones that hold them."""
    named = {period.area, *(site.pcode for site in sites)}
    named.update(pcode for answer in answers.values() for pcode in answer.by.get("subdistrict", ()))
    known = [place for pcode in sorted(named) if (place := gazetteer.get(pcode))]
    wider = [above for place in known for above in gazetteer.ancestors(place.pcode)]
    return {place.pcode: place for place in (*known, *wider)}
