"""Made-up records: the same for a seed, in proportion, plainly fictional, and never beside real ones."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain.checks import problems, stops
from snhr_desktop.domain.counting import DEATHS, is_massacre
from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.errors import DiskFull
from snhr_desktop.exchange import training
from snhr_desktop.exchange.refusals import NotTraining
from snhr_desktop.exchange.training import made_up
from snhr_desktop.exchange.training.incidents import ON_THE_GROUND, ONE_YEAR
from snhr_desktop.exchange.training.numbers import CHILDREN, CIVILIANS, PEOPLE, WOMEN
from snhr_desktop.exchange.training.people import FAMILIES
from snhr_desktop.exchange.training.texts import MADE_UP_AR, MADE_UP_EN, OPENINGS_AR, OPENINGS_EN
from snhr_desktop.exchange.training.weights import EVENTS, FACILITIES
from snhr_desktop.i18n import ARABIC
from snhr_desktop.reports.brief import Brief
from snhr_desktop.store import history
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.workspace import BulkSaved, Workspace
from tests.builders import DAY, PASSPHRASE
from tests.builders import dossier as real


@pytest.fixture(scope="module")
def year() -> tuple[Dossier, ...]:
    return tuple(made_up(2018, range(1_500), built_in()))


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Workspace]:
    made, _ = Workspace.create(tmp_path / "practice.snhr", PASSPHRASE, "IDL", training=True)
    with made:
        yield made


def test_a_seed_always_gives_the_same(year: tuple[Dossier, ...]) -> None:
    assert tuple(islice(made_up(2018, range(40), built_in()), 40)) == year[:40]
    assert next(made_up(2019, range(1), built_in())) != year[0]


def test_the_proportions_are_those_of_the_idlib_year(year: tuple[Dossier, ...]) -> None:
    rows = sum(len(dossier.victims) for dossier in year)
    people = sum(v.number for dossier in year for v in dossier.victims)
    killed = sum(v.number for dossier in year for v in dossier.victims if v.outcome in DEATHS)
    months = Counter(f"{dossier.incident.date.first:%Y-%m}" for dossier in year)
    massacres = sum(is_massacre(dossier) for dossier in year)
    assert 2.8 < rows / len(year) < 3.8
    assert rows < people
    assert 0.06 < killed / people < 0.2
    assert 0.004 < massacres / len(year) < 0.025
    assert {month for month, _ in months.most_common(4)} <= {"2018-03", "2018-02", "2017-09", "2017-10", "2018-01"}
    assert 0.05 < sum(len(dossier.facilities) for dossier in year) / len(year) < 0.15


def test_what_is_more_than_a_year_is_of_the_whole_country() -> None:
    later = tuple(made_up(2018, range(ONE_YEAR, ONE_YEAR + 300), built_in()))
    governorates = {dossier.incident.place.pcode[:4] for dossier in later if dossier.incident.place.pcode}
    years = {dossier.incident.date.first.year for dossier in later if dossier.incident.date.first}
    assert len(years) > 10
    assert len(governorates) > 10


def test_what_counting_must_keep_apart_is_there(year: tuple[Dossier, ...]) -> None:
    statuses = {dossier.incident.status for dossier in year}
    assert statuses == {"documented", "reported", "under_review", "corroborated", "unconfirmed", "rejected"}
    assert {dossier.incident.date.precision for dossier in year} == {"day", "range", "month"}
    assert {v.civil_status for dossier in year for v in dossier.victims} == {"civilian", "armed", "unknown"}
    assert {"joint_pending", "joint_proven", "believed", "named", "unattributed"} <= {
        a.mode for dossier in year for a in dossier.attributions
    }
    assert {"barrel", "cluster", "incendiary"} <= {use.weapon for dossier in year for use in dossier.weapons}


def test_nothing_made_up_is_refused_and_nobody_in_it_is_real(year: tuple[Dossier, ...]) -> None:
    families_ar, families_en = (frozenset(pair[at] for pair in FAMILIES) for at in (0, 1))
    for dossier in year:
        assert not stops(problems(dossier, built_in(), DAY.replace(year=2026)))
        assert dossier.incident.narrative_en.endswith(MADE_UP_EN)
        assert dossier.incident.narrative_ar.endswith(MADE_UP_AR)
        for victim in dossier.victims:
            named = bool(victim.name_ar)
            assert not named or victim.name_ar.split(" ")[-1] in families_ar
            assert not named or victim.name_en.split(" ")[-1] in families_en


def test_every_event_has_its_words() -> None:
    events = {event for weights in EVENTS.values() for event in weights}
    assert events == set(OPENINGS_EN) == set(OPENINGS_AR)
    assert set(FACILITIES) <= set(vocabulary("facility_type"))
    assert events > ON_THE_GROUND


def test_the_sentences_leave_nothing_open(year: tuple[Dossier, ...]) -> None:
    for dossier in year:
        incident = dossier.incident
        for text in (incident.title_en, incident.title_ar, incident.narrative_en, incident.narrative_ar):
            assert text
            assert not set("{}") & set(text)
            assert "  " not in text
        assert not any(character.isascii() and character.isalpha() for character in incident.narrative_ar)
        assert f"{ARABIC.year(dossier.incident.date.first or DAY)}" in incident.narrative_ar


@pytest.mark.parametrize(
    "n, expected",
    [
        (1, "مقتل مدني واحد، بينهم طفل واحد وإصابة شخص واحد"),
        (2, "مقتل مدنيَّين، بينهم طفلان وإصابة شخصين"),
        (7, "مقتل 7 مدنيين، بينهم 7 أطفال وإصابة 7 أشخاص"),
        (10, "مقتل 10 مدنيين، بينهم 10 أطفال وإصابة 10 أشخاص"),
        (43, "مقتل 43 مدنياً، بينهم 43 طفلاً وإصابة 43 شخصاً"),
    ],
)
def test_arabic_counts_as_arabic_does(n: int, expected: str) -> None:
    killed, children = CIVILIANS.ar(n, oblique=True), CHILDREN.ar(n)
    assert f"مقتل {killed}، بينهم {children} وإصابة {PEOPLE.ar(n, oblique=True)}" == expected
    assert WOMEN.en(1) == "one woman"


def test_a_training_store_is_filled_once(practice: Workspace) -> None:
    assert practice.fill_with_training(60, 7) == 60
    assert practice.fill_with_training(80, 7) == 20
    assert practice.incidents(IncidentQuery()).total == 80


def test_a_large_fill_is_made_in_parts_and_gone_on_with(practice: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "_AT_ONCE", 10)
    saved = 0

    def full(self: Workspace, *given: Any) -> BulkSaved:
        nonlocal saved
        saved += 1
        if saved == 3:
            raise DiskFull
        return save_many(self, *given)

    save_many = Workspace.save_many
    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "save_many", full)
        with pytest.raises(DiskFull):
            practice.fill_with_training(45, 7)
    assert practice.incidents(IncidentQuery()).total == 20
    assert practice.fill_with_training(45, 7) == 25


def test_an_empty_store_becomes_one_for_training_for_good(workspace: Workspace) -> None:
    assert not workspace.info.training
    assert workspace.fill_with_training(2, 7) == 2
    assert workspace.info.training


def test_a_store_that_could_not_be_filled_is_none_for_training(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Filled or left as it was: an empty store that is marked all the same could take no real record any more."""

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(history, "append_all", full)
        with pytest.raises(DiskFull):
            workspace.fill_with_training(2, 7)
    assert not workspace.info.training
    assert workspace.incidents(IncidentQuery()).total == 0
    workspace.save(real())
    with pytest.raises(NotTraining):
        workspace.fill_with_training(2, 7)


def test_a_window_that_was_open_before_marks_its_reports_too(workspace: Workspace, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as other:
        other.fill_with_training(2, 7)
    assert workspace.gather(Brief("idlib")).training


def test_a_store_of_real_records_takes_nothing_made_up(workspace: Workspace) -> None:
    workspace.save(real())
    with pytest.raises(NotTraining) as refused:
        workspace.fill_with_training(1, 7)
    assert "تدريب" in refused.value.tell(ARABIC)
    assert workspace.incidents(IncidentQuery()).total == 1
    assert not workspace.info.training


def test_a_store_with_an_unsaved_entry_takes_nothing_made_up(workspace: Workspace) -> None:
    workspace.put_draft("new", {"incident": {"title_en": "begun"}})
    with pytest.raises(NotTraining):
        workspace.fill_with_training(1, 7)
