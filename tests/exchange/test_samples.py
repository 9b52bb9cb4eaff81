"""The publicly reported incidents that come with the program, and the figures they must give."""

import json
from collections.abc import Iterator

import pytest

from snhr_desktop import paths
from snhr_desktop.domain.records import Dossier
from snhr_desktop.exchange import samples
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.workspace import Workspace

# Typed from the table of publicly reported incidents: those inside 6 May 2017 - 31 May 2018.
# Armanaz 28; Ma'arr Shurin 19 (7 children), 25 injured; Saraqib 0, 11 suffocated; Hass 9 (the lower of two tolls);
# Kafr Battikh 20 (16 children); Harim 43 (17 children, 2 women); Mashmashan 13 (4 children, 2 women), 40 injured.
# Khan Shaykhun (4 April 2017) and Zardana (7-8 June 2018) lie outside.
KILLED = 28 + 19 + 0 + 9 + 20 + 43 + 13
CHILDREN = 7 + 16 + 17 + 4
WOMEN = 2 + 2
EXPECTED = {
    "civilians_killed": KILLED,
    "civilians_injured": 25 + 11 + 40,
    "massacres": 6,
    "incidents": 7,
    "facility_impacts": 3,
    "chemical_attacks": 1,
    "barrel_bombs": 2,
    "cluster_attacks": 0,
    "incendiary_attacks": 0,
    "medical_killed": 0,
    "civil_defence_killed": 0,
    "not_yet_documented": 0,
    "date_uncertain": 0,
    "status_unknown_killed": 0,
}


@pytest.fixture
def loaded(workspace: Workspace) -> Workspace:
    report = samples.load(workspace)
    assert (report.read, report.created, report.refused) == (9, 9, ())
    return workspace


def every(workspace: Workspace) -> Iterator[Dossier]:
    return (workspace.dossier(row.uid) for row in workspace.incidents(IncidentQuery()).rows)


def test_the_figures_of_the_period_are_those_of_the_table(loaded: Workspace) -> None:
    period = loaded.period("idlib").period
    answers = loaded.answers(period, period.scope)
    assert {code: answers[code].total for code in EXPECTED} == EXPECTED
    assert answers["civilians_killed"].by["class"] == {
        "children": CHILDREN, "women": WOMEN, "not_known": KILLED - CHILDREN - WOMEN,
    }  # fmt: skip
    assert answers["civilians_killed"].by["party"] == {"alliance_joint": KILLED}
    assert answers["civilians_killed"].by["month"] == {"2017-09": 28, "2017-12": 19, "2018-03": 9 + 20 + 43 + 13}


def test_a_second_load_changes_nothing(loaded: Workspace) -> None:
    again = samples.load(loaded)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 9)


def test_nobody_is_named_and_everything_is_cited(loaded: Workspace) -> None:
    for dossier in every(loaded):
        assert not any(v.name_ar or v.name_en or v.father_ar for v in dossier.victims)
        assert dossier.sources
        for source in dossier.sources:
            assert source.publisher_ar
            assert source.publisher_en
            assert source.link
            assert (source.real_name, source.contact, source.pseudonym) == ("", "", "")
        for text in ("title", "narrative"):
            assert getattr(dossier.incident, f"{text}_ar")
            assert getattr(dossier.incident, f"{text}_en")


def test_conflicting_tolls_are_kept_and_the_lower_one_is_listed(loaded: Workspace) -> None:
    stated = {}
    for dossier in every(loaded):
        tolls = [source.stated_killed for source in dossier.sources]
        listed = sum(v.number for v in dossier.victims if v.outcome == "killed")
        stated[dossier.incident.origin.removeprefix("publicly_reported:")] = (listed, tolls)
    assert stated["2018-03-20-hass"] == (9, [9, 10])
    assert stated["2018-03-22-harim"] == (43, [22, 43])
    assert stated["2018-02-04-saraqib"] == (0, [0])


def test_the_file_says_on_what_strength_it_is_documented() -> None:
    path = paths.resources() / "samples" / samples.PUBLICLY_REPORTED
    about = json.loads(path.read_text(encoding="utf-8"))["about"]
    assert "published sources" in about["en"]
    assert "مصادر منشورة" in about["ar"]
