"""The catalogue is complete: every figure says what it counts, in each language, by columns and codes that exist."""

from typing import Any

import pytest

from snhr_desktop.domain import case_counting, counting
from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.records import RECORD_TYPES
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.errors import UnknownCode
from snhr_desktop.figures import BREAKDOWNS, FIGURES, UNITS, Figure, behind, figure_of, scope_condition
from snhr_desktop.figures.question import Facts
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language
from snhr_desktop.store.store import Store

FACTS: dict[Facts, type[Any]] = {
    Facts.INCIDENT: counting.IncidentFact,
    Facts.VICTIM: counting.VictimFact,
    Facts.FACILITY: counting.FacilityFact,
    Facts.WEAPON: counting.WeaponFact,
    Facts.CASE: case_counting.CaseFact,
}
VOCABULARY_OF = {
    "civil_status": "civil_status",
    "occupation": "occupation",
    "victim_class": "victim_class",
    "weapon": "weapon",
    "outcome": "case_outcome",
}
figures = pytest.mark.parametrize("figure", FIGURES.values(), ids=list(FIGURES))
languages = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))


def test_the_figures_and_their_order() -> None:
    assert list(FIGURES) == [
        "civilians_killed", "civilians_injured", "medical_killed", "media_killed", "civil_defence_killed",
        "women_children_share", "massacres", "incidents", "facility_impacts", "cluster_attacks",
        "incendiary_attacks", "chemical_attacks", "barrel_bombs", "arrests", "children_arrested",
        "women_arrested", "arrests_disappeared", "releases",
        "not_yet_documented", "date_uncertain", "status_unknown_killed", "abductions_unidentified",
        "arrests_not_documented", "arrests_date_uncertain", "releases_date_uncertain",
    ]  # fmt: skip
    apart = [code for code, figure in FIGURES.items() if figure.apart]
    assert apart == list(FIGURES)[-len(apart) :]
    assert len(apart) == 7


@languages
@figures
def test_every_figure_has_title_unit_and_definition(figure: Figure, language: Language) -> None:
    said = [language.text(figure.title), language.text(figure.unit.name), language.text(figure.definition)]
    assert all(said)
    if language is not ENGLISH:
        assert not set(said) & {figure.title.text, figure.unit.name.text, figure.definition.text}


@figures
def test_questions_name_what_exists(figure: Figure) -> None:
    question = figure.question
    columns = set(FACTS[question.facts]._fields)
    conditions = question.where + question.part
    assert {condition.column for condition in conditions} | ({question.measure} - {""}) <= columns
    for condition in conditions:
        known = VOCABULARY_OF.get(condition.column)
        assert known is None or set(condition.codes) <= set(vocabulary(known))
    assert figure.reads <= set(RECORD_TYPES)
    of_own = {breakdown.column for breakdown in figure.breakdowns if not breakdown.of_incident}
    assert of_own <= columns


@figures
def test_a_figure_reads_the_records_its_facts_come_from(figure: Figure) -> None:
    record = figure.question.facts.value.removesuffix("_fact")
    expected = {"detention", "detention_state"} if figure.of_cases else {record, "incident", "attribution"}
    assert expected <= figure.reads


@languages
@pytest.mark.parametrize("unit", UNITS.values(), ids=list(UNITS))
def test_numbers_are_said_with_their_unit(unit: Any, language: Language) -> None:
    said = {unit.say(n, language) for n in (1, 2, 3, 11, 100)}
    assert len(said) == 5
    assert unit.say(None, language) == unit.figures(None, language) == "–"


def test_plural_forms() -> None:
    assert [UNITS["attacks"].say(n, ARABIC) for n in (1, 2, 3, 11, 100)] == [
        "هجوم واحد", "هجومان", "3 هجمات", "11 هجوماً", "100 هجوم",
    ]  # fmt: skip
    assert UNITS["victims"].say(1109, ENGLISH) == "1,109 victims"
    assert UNITS["percent"].say(41.8, ENGLISH) == "41.8%"
    assert UNITS["munitions"].figures(752, ENGLISH) == "752"


@languages
@pytest.mark.parametrize("breakdown", BREAKDOWNS.values(), ids=list(BREAKDOWNS))
def test_terms_have_names(breakdown: Any, language: Language) -> None:
    assert breakdown.label(breakdown.remainder, language) not in ("", breakdown.remainder)
    for term in vocabulary(breakdown.vocabulary) if breakdown.vocabulary else ():
        assert breakdown.label(term, language) not in ("", term)


def test_months_and_places_are_named_in_the_language() -> None:
    assert BREAKDOWNS["month"].label("2018-03", ENGLISH) == "March 2018"
    assert BREAKDOWNS["month"].label("2018-03", ARABIC) == "آذار 2018"
    name = lambda pcode, language: f"{pcode} in {language.code}"  # noqa: E731
    assert BREAKDOWNS["subdistrict"].label("SY070003", ARABIC, name) == "SY070003 in ar"
    assert BREAKDOWNS["subdistrict"].label("SY070003", ARABIC) == "SY070003"


def test_terms_come_in_their_order_with_the_remainder_last() -> None:
    order = BREAKDOWNS["class"].ordered({"not_known": 1, "children": 2, "men": 3, "women": 0})
    assert list(order.items()) == [("men", 3), ("children", 2), ("not_known", 1)]
    assert list(BREAKDOWNS["month"].ordered({"not_known": 1, "2018-01": 1, "2017-12": 1})) == [
        "2017-12", "2018-01", "not_known",
    ]  # fmt: skip
    assert list(BREAKDOWNS["party"].ordered({"unidentified": 1, "alliance_joint": 1, "russia": 1})) == [
        "russia", "alliance_joint", "unidentified",
    ]  # fmt: skip


@languages
def test_unknown_codes_are_refused_with_the_known_ones(store: Store, language: Language) -> None:
    killed = FIGURES["civilians_killed"]
    with pytest.raises(UnknownCode) as figure:
        figure_of("civilian_killed")
    with pytest.raises(UnknownCode) as scope:
        scope_condition("alliances")
    with pytest.raises(UnknownCode) as breakdown:
        behind(store.connection, killed, IDLIB.period, "all", "category", "medical")
    for refused, known in ((figure, "civilians_killed"), (scope, "alliance"), (breakdown, "subdistrict")):
        assert known in refused.value.tell(language)
        assert "Message(" not in refused.value.tell(language)


def test_every_scope_is_a_condition_or_everything() -> None:
    conditions = {scope: scope_condition(scope) for scope in vocabulary("scope")}
    assert [scope for scope, condition in conditions.items() if condition is None] == ["all"]
    assert conditions["iran_militias"] != conditions["regime"]
