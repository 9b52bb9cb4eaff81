"""Records with anything in them that their fields take: made of the declarations, so that no field is forgotten."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Choices, Count, Day, Flag, Kind, SiteKind, Text, TimeOfDay, WhenKind
from snhr_desktop.domain.records import Attribution, CaseFile, Dossier, Incident, Record, Victim
from snhr_desktop.domain.values import NO_SITE, NO_TIME, Site, When
from snhr_desktop.domain.vocabularies import vocabulary
from tests.builders import HOSTILE_TEXTS, case, dossier, facility, state, victim, weapon
from tests.figures.strategies import attributions

SIGNS = "=+-@'\"\t\n;,|<&\u200f\u202e\u0000 0٣أبمُـxX\U0001f692"
TEXTS = st.sampled_from(HOSTILE_TEXTS) | st.text(SIGNS, max_size=12) | st.just("")
DATES = st.sampled_from(
    [
        When.on(dt.date(2018, 3, 22)),
        When(dt.date(2018, 3, 1), dt.date(2018, 3, 31), "month"),
        When(dt.date(2018, 3, 22), dt.date(2018, 4, 2), "range"),
    ]
)
SITES = st.sampled_from(
    [
        Site("C3871", "community"),
        Site("C3871", "landmark"),
        Site("C3871", "coordinates", 35.93000000000001, 36.6300001),
        Site("SY0700", "district"),
        Site("SY07", "governorate"),
    ]
)
_DECIDED = {
    "status", "classification", "massacre_override", "massacre_reason", "date", "place", "age", "age_group", "origin",
    "state", "mode", "party", "place_shown", "reference", "kind", "source_kind", "check", "about", "reason", "time",
    "part_of_day", "number", "title_en",
}  # fmt: skip
"""Fields that checks hold against each other: the builders decide them."""


BASIS = next(one for one in Attribution.fields() if one.name == "basis_en")


def texts(field: Field) -> st.SearchStrategy[Any]:
    """Any words; who a source is does not read like its pseudonym, which the checks refuse."""
    limit = field.kind.limit if isinstance(field.kind, Text) else 0
    if field.sensitive:
        return st.sampled_from(["", "=Salma <Grey> \u202eFalcon", "+963 944 555 777 'x", "ســلمى رماديّة"]).map(
            field.kind.parse
        )
    return TEXTS.map(lambda text: field.kind.parse(text[:limit]))


def counts(field: Field) -> st.SearchStrategy[Any]:
    assert isinstance(field.kind, Count)
    some = st.integers(field.kind.least, min(field.kind.most, 500))
    return some if field.default is not None else st.none() | some


def codes(field: Field) -> st.SearchStrategy[Any]:
    assert isinstance(field.kind, Choice)
    found = list(vocabulary(field.kind.vocabulary))
    return st.sampled_from(found if field.required or field.default else ["", *found])


def several(field: Field) -> st.SearchStrategy[Any]:
    assert isinstance(field.kind, Choices)
    some = st.sampled_from(list(vocabulary(field.kind.vocabulary)))
    return st.lists(some, min_size=1, max_size=3, unique=True).map(tuple)


VALUES: Mapping[type[Kind], Callable[[Field], st.SearchStrategy[Any]]] = {
    Text: texts,
    Count: counts,
    Choice: codes,
    Choices: several,
    Flag: lambda _: st.booleans(),
    Day: lambda _: st.none() | st.just(dt.date(2018, 3, 25)),
    TimeOfDay: lambda _: st.sampled_from(["", "04:05", "23:59"]),
    WhenKind: lambda _: DATES,
    SiteKind: lambda field: st.just(field.default) | SITES,
}


@st.composite
def filled(draw: st.DrawFn, record: Record) -> Any:
    """A record with its open fields drawn anew."""
    return replace(
        record,
        **{one.name: draw(VALUES[type(one.kind)](one)) for one in type(record).fields() if one.name not in _DECIDED},
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier that a store takes, with hostile texts everywhere."""
    made = dossier(*draw(st.lists(people(), min_size=1, max_size=2)), facilities=(facility(),), weapons=(weapon(),))
    lists: dict[str, Any] = {
        name: tuple(draw(filled(child)) for child in children for _ in range(draw(st.integers(1, 2))))
        for name, children in made.children().items()
        if name != "attributions"
    }
    lists["victims"] = tuple(replace(one, number=1) if one.name_ar or one.name_en else one for one in lists["victims"])
    lists["attributions"] = tuple(
        replace(one, basis_ar=draw(texts(BASIS)), basis_en=draw(texts(BASIS))) for one in draw(attributions())
    )
    return replace(made.with_head(draw(heads(draw(filled(made.incident))))), **lists)


@st.composite
def heads(draw: st.DrawFn, made: Incident) -> Incident:
    """An incident with what checks hold against each other drawn together: documented, or not all of it known yet."""
    day = draw(DATES)
    one_day = day.precision == "day"
    said: dict[str, Any] = {
        "title_en": made.title_en if made.title_ar == "" else draw(TEXTS)[:200],
        "place_shown": draw(st.sampled_from(["", "exact", "community", "district", "governorate"])),
        "time": draw(st.sampled_from(["", "04:05"])) if one_day else "",
        "date": day,
        "place": draw(SITES),
        "massacre_override": draw(st.sampled_from(["", "yes", "no"])),
    }
    said["massacre_reason"] = "=seen by a reviewer" if said["massacre_override"] else ""
    if draw(st.booleans()):
        said |= {"status": draw(st.sampled_from(["reported", "under_review"])), "classification": ""}
        said |= {"date": draw(st.sampled_from([NO_TIME, day])), "place": draw(st.just(NO_SITE) | SITES)}
        said |= {"time": ""}
    return replace(made, **said)


@st.composite
def people(draw: st.DrawFn) -> Victim:
    """One person or several, whose age and age group never contradict each other."""
    age = draw(st.none() | st.sampled_from([0, 17, 18, 90]))
    group = draw(st.sampled_from(["", "child", "adult"])) if age is None else "child" if age < 18 else "adult"
    return victim(age=age, age_group=group, number=1 if age is not None else draw(st.sampled_from([1, 2, 400])))


@st.composite
def cases(draw: st.DrawFn) -> CaseFile:
    """A case that a store takes, with hostile texts everywhere."""
    made = case()
    later = draw(st.sampled_from([(), ("transferred",), ("transferred", "released"), ("disappeared", "revealed")]))
    made = replace(made, states=(*made.states, *(state(one, dt.date(2018, 5, 1)) for one in later)))
    states = tuple(draw(filled(one)) for one in made.states)
    named = replace(draw(filled(made.case)), name_ar=made.case.name_ar)
    return replace(made.with_head(named), states=states)
