"""Answers are remembered until something they read has changed, by this window or by another."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.records import Dossier, Source, Victim, WeaponUse
from snhr_desktop.errors import ChangedMeanwhile, StepRefused, UnknownCode
from snhr_desktop.figures import FIGURES, ask_all, contributions
from snhr_desktop.workspace import Workspace
from tests.builders import case
from tests.figures import strategies
from tests.figures.records import day, dossier
from tests.figures.test_independent_count import PERIODS

PASSPHRASE = "many words make a passphrase"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("workspace") / "office.snhr"
    Workspace.create(path, PASSPHRASE, "IDL")[0].close()
    return path


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    with Workspace.open(folder, PASSPHRASE) as opened:
        yield opened


def test_a_second_look_asks_nothing_of_the_store(workspace: Workspace) -> None:
    first = workspace.answers(IDLIB.period, "alliance")
    again = workspace.answers(IDLIB.period, "alliance")
    assert list(first) == list(FIGURES)
    assert all(again[code] is first[code] for code in FIGURES)
    assert workspace.answer("massacres", IDLIB.period, "alliance") is first["massacres"]


def test_a_save_changes_what_reads_it_and_nothing_else(workspace: Workspace) -> None:
    saved = workspace.save(dossier(victims=(Victim(number=6),))).dossier
    before = workspace.answers(IDLIB.period, "alliance")
    use = WeaponUse(weapon="barrel", munitions=2)
    workspace.save(replace(saved, weapons=(use,)))
    after = workspace.answers(IDLIB.period, "alliance")
    assert after["barrel_bombs"].total == (before["barrel_bombs"].total or 0) + 2
    renewed = {code for code in FIGURES if after[code] is not before[code]}
    assert renewed == {code for code, figure in FIGURES.items() if "weapon" in figure.reads}


def test_what_no_figure_reads_forgets_nothing(workspace: Workspace) -> None:
    saved = workspace.save(dossier()).dossier
    before = workspace.answers(IDLIB.period, "all")
    workspace.put_draft("new", {"incident": {"title_en": "half"}})
    workspace.save(replace(saved, sources=(*saved.sources, Source(kind="activist"))))
    after = workspace.answers(IDLIB.period, "all")
    assert all(after[code] is before[code] for code in FIGURES)


def test_what_another_window_saves_is_seen(workspace: Workspace, folder: Path) -> None:
    before = workspace.answer("incidents", IDLIB.period, "all").total
    with Workspace.open(folder, PASSPHRASE) as other:
        uid = other.save(dossier()).dossier.incident.uid
    after = workspace.answer("incidents", IDLIB.period, "all").total
    assert after == (before or 0) + 1
    assert uid in workspace.behind("incidents", IDLIB.period, "all", "party", "regime")


def test_periods_of_one_code_and_other_bounds_are_not_confused(workspace: Workspace) -> None:
    workspace.save(dossier())
    narrow = replace(IDLIB.period, first=day("2018-01-01"))
    assert workspace.answer("incidents", narrow, "all").total == 0
    assert workspace.answer("incidents", IDLIB.period, "all").total


def test_published_figures_stand_beside_the_recorded(workspace: Workspace) -> None:
    workspace.save(dossier(victims=(Victim(number=9),)))
    found = workspace.beside(workspace.period("idlib"))
    assert len(found) == len(IDLIB.published)
    killed = workspace.answer("civilians_killed", IDLIB.period, "alliance").total
    assert (found[0].recorded, found[0].published) == (killed, 1109)


def test_unknown_codes_are_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownCode):
        workspace.answer("killed", IDLIB.period, "all")
    with pytest.raises(UnknownCode):
        workspace.answers(IDLIB.period, "nobody")
    assert workspace.answers(IDLIB.period, "all")


def test_asked_of_no_incident_nothing_is_added(workspace: Workspace) -> None:
    workspace.save(dossier())
    with workspace._store.reading() as connection:
        whole = contributions(connection, FIGURES.values(), IDLIB.period, "all")
        assert contributions(connection, FIGURES.values(), IDLIB.period, "all", list(whole)) == whole
        assert contributions(connection, FIGURES.values(), IDLIB.period, "all", ()) == {}
    assert whole


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.tuples(st.booleans(), strategies.dossiers()), min_size=1, max_size=6))
def test_what_is_remembered_follows_every_save_and_stays_what_is_counted(
    workspace: Workspace, saves: list[tuple[bool, Dossier]]
) -> None:
    """Whatever is entered and however it is changed afterwards, in every period and scope that is on a screen."""
    asked = [(period, scope) for period in PERIODS[:2] for scope in ("all", "alliance")]
    latest: Dossier | None = None
    for change, given_dossier in saves:
        dossier_now = taken_over(given_dossier, latest) if change and latest else given_dossier
        for period, scope in asked:
            workspace.answers(period, scope)
        with suppress(StepRefused):  # turned away whole, and then nothing may have changed
            latest = workspace.save(dossier_now, "a reason").dossier
        for period, scope in asked:
            counted = ask_all(workspace._store.connection, FIGURES.values(), period, scope)
            assert dict(workspace.answers(period, scope)) == counted


def taken_over(given_dossier: Dossier, saved: Dossier) -> Dossier:
    """The same incident with other contents."""
    incident = replace(given_dossier.incident, uid=saved.incident.uid, reference=saved.incident.reference)
    return replace(given_dossier, incident=incident, revision=saved.revision)


def test_a_save_that_is_turned_away_changes_no_answer(workspace: Workspace) -> None:
    saved = workspace.save(dossier(victims=(Victim(number=2),))).dossier
    before = workspace.answers(IDLIB.period, "all")
    with pytest.raises(ChangedMeanwhile):
        workspace.save(replace(saved, revision=saved.revision + 4, victims=()))
    assert dict(workspace.answers(IDLIB.period, "all")) == dict(before)


def test_a_save_is_followed_where_figures_of_cases_are_remembered_too(workspace: Workspace) -> None:
    workspace.save_case(case())
    before = workspace.answers(IDLIB.period, "all")
    workspace.save(dossier(victims=(Victim(number=6),)))
    after = workspace.answers(IDLIB.period, "all")
    assert after["civilians_killed"].total == (before["civilians_killed"].total or 0) + 6
    assert after["arrests"].total == before["arrests"].total
    workspace.save_case(case())
    assert workspace.answer("arrests", IDLIB.period, "all").total == (after["arrests"].total or 0) + 1
