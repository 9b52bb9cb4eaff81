"""What the panels show is what the store answers, in every scope and after every save."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import Period
from snhr_desktop.figures import FIGURES, NOT_KNOWN
from snhr_desktop.i18n import ARABIC, ENGLISH, LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE, bare
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.overview import OverviewPage
from snhr_desktop.ui.overview.figures_panel import CODES
from snhr_desktop.ui.widgets import KeyFigure
from snhr_desktop.workspace import Workspace
from tests.ui.overview.cases import massacre

SCOPES = ("alliance", "all", "russia", "isis")


def period(workspace: Workspace) -> Period:
    return workspace.period("idlib").period


def said(card: KeyFigure) -> str:
    return bare(card.accessibleName())


def choose_scope(page: OverviewPage, qtbot: QtBot, scope: str) -> None:
    page.head.scope.choose(scope)
    page.head.scope_chosen.emit(scope)
    qtbot.waitUntil(lambda: page.overview is not None and page.overview.snapshot.scope == scope)


@pytest.mark.parametrize("scope", SCOPES)
def test_every_card_shows_the_answer_of_its_figure(
    page: OverviewPage, filled: Workspace, qtbot: QtBot, scope: str
) -> None:
    choose_scope(page, qtbot, scope)
    answers = filled.answers(period(filled), scope)
    cards = {**page.figures.cards, "civilians_killed": page.toll.number}
    assert set(cards) == {"civilians_killed", *CODES}
    for code, card in cards.items():
        figure = FIGURES[code]
        assert said(card).startswith(f"{figure.title.text}: {answers[code].total} "), code
    share = FIGURES["women_children_share"].unit.figures(answers["women_children_share"].total, ENGLISH)
    assert page.toll.share.texts()[1] == share
    rows = {code: row.texts()[1] for code, row in page.weapons.rows.items()}
    assert rows == {code: FIGURES[code].unit.say(answers[code].total, ENGLISH) for code in rows}


def test_the_numbers_are_those_of_the_small_year(page: OverviewPage) -> None:
    assert said(page.toll.number) == "Civilians killed: 9 victims"
    assert {code: said(card).split(": ")[1] for code, card in page.figures.cards.items()} == {
        "massacres": "1 incident", "facility_impacts": "3 facility impacts", "barrel_bombs": "2 munitions",
        "civilians_injured": "3 victims", "medical_killed": "1 victim", "cluster_attacks": "1 attack",
        "incendiary_attacks": "1 attack", "chemical_attacks": "1 attack", "media_killed": "0 victims",
            "civil_defence_killed": "0 victims", "incidents": "4 incidents",
    }  # fmt: skip
    assert page.toll.share.texts() == ("Women and children among the civilians killed", "22.2%")
    assert "1 use without a stated number" in page.weapons.rows["barrel_bombs"].accessibleName()


def test_another_scope_is_other_numbers(page: OverviewPage, qtbot: QtBot) -> None:
    choose_scope(page, qtbot, "isis")
    assert said(page.toll.number) == "Civilians killed: 1 victim"
    assert said(page.figures.cards["massacres"]) == "Massacres: 0 incidents"
    assert not page.massacres.all.isVisible()
    choose_scope(page, qtbot, "all")
    assert said(page.toll.number) == "Civilians killed: 10 victims"


def test_charts_sum_to_the_totals_with_what_is_not_known(page: OverviewPage, filled: Workspace) -> None:
    killed = filled.answers(period(filled), "alliance")["civilians_killed"]
    hits = {panel: [hit.key for hit in panel.view.drawing.hits] for panel in (page.parties, page.map, page.months)}
    assert set(hits[page.parties]) == set(killed.by["party"]) == {"regime", "russia", "alliance_joint"}
    assert set(hits[page.map]) == set(killed.by["subdistrict"]) - {NOT_KNOWN}
    assert len(hits[page.months]) == 13
    assert page.map.off_map.texts() == ("Not on the map: sub-district not known", "1")
    assert {hit.key for hit in page.toll.view.drawing.hits} == set(killed.by["class"])


def test_the_map_shows_incidents_too(page: OverviewPage) -> None:
    tips = [hit.tip for hit in page.map.view.drawing.hits]
    page.map.choice.choose("incidents")
    page.map.choice.chosen.emit("incidents")
    assert [hit.tip for hit in page.map.view.drawing.hits] != tips
    assert page.map.view.accessibleName() == "Documented incidents by sub-district"


def test_what_stands_apart_is_told_and_what_does_not_is_silent(page: OverviewPage, qtbot: QtBot) -> None:
    assert {code: door.text() for code, door in page.apart.doors.items() if not door.isHidden()} == {
        "not_yet_documented": "1 incident not yet documented",
        "date_uncertain": "1 incident of uncertain date",
        "status_unknown_killed": "1 person killed, not known whether a civilian",
    }
    choose_scope(page, qtbot, "russia")
    assert not page.apart.isVisible()


def test_published_stands_beside_recorded_with_a_signed_difference(page: OverviewPage) -> None:
    rows = [row.texts() for row in page.compared.rows]
    assert rows[0] == ("Civilians killed", "1,109", "9", "−1,100")
    assert ("Barrel bombs (Syrian regime forces)", "752", "0", "−752") in [tuple(map(bare, row)) for row in rows]
    assert len(rows) == 15
    (share,) = [row for row in rows if row[0].startswith("Women and children")]
    assert tuple(map(bare, share[1:])) == ("41.8%", "22.2%", "−19.6 points")
    assert LEFT_TO_RIGHT_ISOLATE + "−19.6" + POP_ISOLATE in share[3]  # its sign leads in an Arabic line too


def test_the_page_reads_again_when_something_is_saved_and_says_the_same_in_arabic(
    page: OverviewPage, desk: Desk, qtbot: QtBot
) -> None:
    desk.operations.change(lambda workspace: workspace.save(massacre()), then=lambda _: None)
    qtbot.waitUntil(lambda: said(page.toll.number) == "Civilians killed: 16 victims")
    qtbot.waitUntil(lambda: [row.isVisible() for row in page.massacres.rows] == [True, True])
    desk.tongue.switch(ARABIC)
    assert "16" in said(page.toll.number)
    assert "4" in said(page.figures.cards["facility_impacts"])


def test_a_source_alone_does_not_make_the_page_read_again(page: OverviewPage) -> None:
    assert "source" not in page.reads
    assert {"incident", "victim", "attribution", "facility", "weapon", "period", "marker"} <= page.reads


def test_switching_language_or_colours_asks_the_store_nothing(page: OverviewPage, desk: Desk, qtbot: QtBot) -> None:
    before = page.overview
    desk.tongue.switch(ARABIC)
    desk.theme.toggle()
    qtbot.wait(50)
    assert page.overview is before
    desk.theme.toggle()


def test_a_store_without_records_says_what_will_stand_there(show: Callable[[], OverviewPage], opened: list) -> None:  # type: ignore[type-arg]
    page = show()
    assert page.empty.isVisible()
    page.first_step.click()
    page.bring_in.click()
    assert opened == [("entry", None), ("exchange", None)]
