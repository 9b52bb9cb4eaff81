"""From a real store to the page: the snapshot holds the store's numbers and nothing that may not be printed."""

import datetime as dt

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.values import When
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.figures_told import figures_told
from snhr_desktop.reports.texts import Texts
from snhr_desktop.workspace import Workspace
from tests.builders import attribution, case, counted, dossier, incident, victim
from tests.reports.reading import joined, printed, text_of
from tests.reports.specimen import AS_OF, CHILD_NAME, REAL_SOURCE, WITHHELD_NAME, massacre

JOINT = (attribution("regime", mode="joint_proven"), attribution("russia", mode="joint_proven"))


def filled(workspace: Workspace) -> Workspace:
    workspace.save(massacre())
    workspace.save(dossier(victim(number=4), victim(sex="female"), attributions=JOINT))
    workspace.save(
        dossier(
            victim(age=9, age_group="child"),
            incident=counted(date=When.on(dt.date(2017, 6, 1))),
            attributions=(attribution("russia"),),
        )
    )
    workspace.save(dossier(incident=incident()))
    return workspace


def test_the_snapshot_holds_what_the_store_counts(workspace: Workspace) -> None:
    shown = filled(workspace).gather(Brief("idlib"), AS_OF)
    assert shown.scope == "alliance"
    assert shown.answers["civilians_killed"].total == 34
    assert sum(line.killed for line in shown.incidents) == 34
    assert [line.party_row for line in shown.incidents] == ["russia", "alliance_joint", "alliance_joint"]
    assert len(shown.massacres) == 2
    assert shown.answers["not_yet_documented"].total == 1
    assert {"SY07", "SY0700", "SY070000", "C3871"} <= shown.places.keys()
    assert len(shown.compared) == len(IDLIB.published)


def test_classes_by_party_sum_to_the_classes(workspace: Workspace) -> None:
    shown = filled(workspace).gather(Brief("idlib"), AS_OF)
    assert shown.parties["russia"] == {"children": 1}
    killed = shown.answers["civilians_killed"]
    for code, number in killed.by["class"].items():
        assert sum(classes.get(code, 0) for classes in shown.parties.values()) == number
    for row, number in killed.by["party"].items():
        assert sum(shown.parties[row].values()) == number


def test_no_secret_reaches_the_snapshot(workspace: Workspace) -> None:
    shown = str(filled(workspace).gather(Brief("idlib"), AS_OF))
    for secret in (WITHHELD_NAME, CHILD_NAME, REAL_SOURCE):
        assert secret not in shown


def test_the_pages_say_the_numbers_of_the_store(workspace: Workspace) -> None:
    filled(workspace).save_case(case())
    shown = workspace.gather(Brief("idlib"), AS_OF)
    for language in (ENGLISH, ARABIC):
        edition = Edition(shown, language, Texts(language.code, "idlib"))
        text = joined(text_of(printed(shown, language)))
        for code, figure in FIGURES.items():
            answer = workspace.answer(code, IDLIB.period, "alliance")
            number = figure.unit.figures(answer.total, language)
            assert joined(edition.title_of(code) + edition.unit_of(code) + number) in text


def test_who_records_no_cases_tells_no_number_of_them(workspace: Workspace) -> None:
    of_cases = [code for code, figure in FIGURES.items() if figure.of_cases]
    filled(workspace)
    assert not set(figures_told(workspace.gather(Brief("idlib"), AS_OF))) & set(of_cases)
    workspace.save_case(case(status="reported"))
    assert set(of_cases) <= set(figures_told(workspace.gather(Brief("idlib"), AS_OF)))


def test_an_empty_store_can_be_reported_on(workspace: Workspace) -> None:
    shown = workspace.gather(Brief("idlib", "all"))
    assert (shown.incidents, shown.massacres) == ((), ())
    assert len(printed(shown, ARABIC).pages) > 5
