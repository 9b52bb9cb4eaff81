"""What a record of an incident is called in one line, and its details in another."""

from collections.abc import Callable, Mapping
from typing import Any

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Text
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import (
    Attribution,
    Case,
    CaseState,
    FacilityImpact,
    Record,
    Source,
    Victim,
    WeaponUse,
)
from snhr_desktop.domain.saying import say_value
from snhr_desktop.domain.vocabularies import label, sex_of
from snhr_desktop.i18n import N_, NP_, Language

GROUP = NP_("{n} person, name not known", "{n} persons, names not known")
NAMED_GROUP = NP_("{name} ({n} person)", "{name} ({n} persons)")
OF_KIND = N_("{kind}: {publisher}")
ATTACKS = NP_("{weapon}: {n} attack", "{weapon}: {n} attacks")
MUNITIONS = NP_("{attacks}, {n} munition", "{attacks}, {n} munitions")
ON_DAY = N_("{state}, {date}")
DETAIL = N_("{label}: {value}")
_DOT = " · "

_PLAIN = frozenset({"sex", "age_group", "civil_status", "outcome", "occupation", "attribution", "naming", "consent"})
"""Vocabularies whose terms need no label beside them."""


def in_language(record: Any, stem: str, language: Language) -> str:
    """A text written in each language: in the one spoken, or else in the other."""
    arabic, english = getattr(record, f"{stem}_ar"), getattr(record, f"{stem}_en")
    return str((arabic or english) if language.rtl else (english or arabic))


def headline(record: Record, language: Language) -> tuple[str, frozenset[str]]:
    """What a record is called, and the fields that this has told."""
    say = _HEADLINES.get(type(record))
    return say(record, language) if say else (language.text(record.title), frozenset())


def details(record: Record, told: frozenset[str], language: Language, places: Gazetteer) -> str:
    """The short fields that say something and were not told yet, in a line. Sensitive ones are never among them."""
    return _DOT.join(
        _detail(field, said, record, language)
        for field in record.fields()
        if field.name not in told
        and is_short(field)
        and (said := say_value(field, getattr(record, field.name), language, places))
        and _says_something(field, getattr(record, field.name))
    )


def is_short(field: Field) -> bool:
    """Whether a field stands in a line of details: no paragraph, and nothing sensitive."""
    return not field.sensitive and not (isinstance(field.kind, Text) and field.kind.lines)


def _says_something(field: Field, value: Any) -> bool:
    return not (value is False or (field.name == "number" and value == 1))


def _detail(field: Field, said: str, record: Record, language: Language) -> str:
    if isinstance(field.kind, Choice) and field.kind.vocabulary in _PLAIN:
        if isinstance(record, Victim | Case):
            return label(field.kind.vocabulary, getattr(record, field.name), language, sex_of(record))
        return said
    return language.text(DETAIL, label=language.text(field.label), value=said)


def _victim(victim: Victim, language: Language) -> tuple[str, frozenset[str]]:
    name = in_language(victim, "name", language)
    shown = "name_ar" if name == victim.name_ar else "name_en"
    if not name:
        return language.plural(GROUP, victim.number), frozenset({"number"})
    told = frozenset({"number", shown, *(() if victim.age is None else ("age_group",))})
    return (language.plural(NAMED_GROUP, victim.number, name=name) if victim.number > 1 else name), told


def _attribution(attribution: Attribution, language: Language) -> tuple[str, frozenset[str]]:
    return label("party", attribution.party, language), frozenset({"party"})


def _facility(facility: FacilityImpact, language: Language) -> tuple[str, frozenset[str]]:
    name = in_language(facility, "name", language)
    kind = label("facility_type", facility.type, language)
    shown = "name_ar" if name == facility.name_ar else "name_en"
    return (language.text(OF_KIND, kind=kind, publisher=name) if name else kind), frozenset({"type", shown})


def _weapon(use: WeaponUse, language: Language) -> tuple[str, frozenset[str]]:
    said = language.plural(ATTACKS, use.attacks, weapon=label("weapon", use.weapon, language))
    if use.munitions is not None:
        said = language.plural(MUNITIONS, use.munitions, attacks=said)
    return said, frozenset({"weapon", "attacks", "munitions"})


def _source(source: Source, language: Language) -> tuple[str, frozenset[str]]:
    kind = label("source_type", source.kind, language)
    publisher = in_language(source, "publisher", language)
    shown = "publisher_ar" if publisher == source.publisher_ar else "publisher_en"
    if source.pseudonym:
        return language.text(OF_KIND, kind=kind, publisher=source.pseudonym), frozenset({"kind", "pseudonym"})
    if publisher:
        return language.text(OF_KIND, kind=kind, publisher=publisher), frozenset({"kind", shown})
    return kind, frozenset({"kind"})


def _state(state: CaseState, language: Language) -> tuple[str, frozenset[str]]:
    said = label("case_state", state.state, language)
    date = say_when(state.date, language) if state.date else ""
    told = frozenset({"state", "date"})
    return (language.text(ON_DAY, state=said, date=date) if date else said), told


def _case(case: Case, language: Language) -> tuple[str, frozenset[str]]:
    return in_language(case, "name", language), frozenset(field.name for field in case.fields())


_HEADLINES: Mapping[type[Record], Callable[[Any, Language], tuple[str, frozenset[str]]]] = {
    Victim: _victim, Attribution: _attribution, FacilityImpact: _facility, WeaponUse: _weapon, Source: _source,
    CaseState: _state, Case: _case,
}  # fmt: skip
