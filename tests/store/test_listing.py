"""The list: filters, order, pages and full-text search."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.seeking import Question
from snhr_desktop.domain.values import Site, When
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.store.listing import ORDERS
from snhr_desktop.store.search import expression
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, attribution, counted, dossier, facility, incident, source, victim

SARAQIB, HARIM = "C3965", "C4242"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Five incidents that differ in everything the list asks for. Nothing is written to it by a test."""
    made, _ = Workspace.create(tmp_path_factory.mktemp("list") / "a.snhr", PASSPHRASE, "IDL")
    both = (attribution(), attribution("russia", mode="joint_pending"))
    march = When(dt.date(2018, 3, 1), dt.date(2018, 3, 31), "month")
    given = [
        dossier(victim(number=7), incident=counted(day=dt.date(2017, 6, 1), title_en="Alpha"), attributions=both),
        dossier(
            victim(outcome="injured", number=3), victim(civil_status="armed"),
            incident=counted(date=march, title_en="Beta", kinds=("killing", "prohibited_weapon")),
            attributions=(attribution("hts"),),
        ),
        dossier(
            incident=incident(dt.date(2018, 4, 4), title_en="Gamma", place=Site("SY02", "governorate")),
            attributions=(attribution("iran_militias"),),
        ),
        dossier(victim(number=2), incident=incident(None, title_en="Delta", status="rejected", place=Site())),
        dossier(
            victim(name_ar="أسماء عبد الرحمن", name_en="Asmaa Abdul Rahman", father_ar="محمود"),
            incident=counted(
                day=dt.date(2018, 3, 22), title_en="Epsilon", narrative_ar="قُصِفَت المدرسةُ", landmark_en="Old mill"
            ),
            facilities=(facility(name_en="Al-Noor school"),),
            sources=(source(real_name="Secret Person", contact="0944", statement_en="Unsearched"),),
        ),
    ]  # fmt: skip
    with made:
        assert made.save_many(given).refused == ()
        yield made


def titles(workspace: Workspace, query: IncidentQuery) -> list[str]:
    """The first letters of the titles found, in order."""
    return [row.title_en[0] for row in workspace.incidents(query).rows]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (IncidentQuery(), "GEBAD"),
        (IncidentQuery(descending=False), "ABEGD"),
        (IncidentQuery(first=dt.date(2018, 3, 31)), "GB"),
        (IncidentQuery(first=dt.date(2018, 3, 1), last=dt.date(2018, 3, 22)), "EB"),
        (IncidentQuery(last=dt.date(2017, 6, 1)), "A"),
        (IncidentQuery(statuses=("rejected", "reported")), "GD"),
        (IncidentQuery(kinds=("prohibited_weapon", "torture_death")), "B"),
        (IncidentQuery(parties=("russia",)), "A"),
        (IncidentQuery(parties=("alliance",)), "GEAD"),
        (IncidentQuery(parties=("alliance_joint",)), "A"),
        (IncidentQuery(parties=("regime",)), "EAD"),
        (IncidentQuery(area="SY02"), "G"),
        (IncidentQuery(area="SY07"), "EBA"),
        (IncidentQuery(area="C3871"), "EBA"),
        (IncidentQuery(area="SY07", parties=("regime",), text="alpha"), "A"),
        (IncidentQuery(uids=()), ""),
        (IncidentQuery(order="killed"), "ADEGB"),
        (IncidentQuery(order="injured", limit=1), "B"),
        (IncidentQuery(order="reference", descending=False, limit=1), "D"),  # undated: 0000 stands for the year
        (IncidentQuery(order="place", descending=False, limit=1), "G"),
        (IncidentQuery(order="place", descending=True, limit=1), "E"),
        (IncidentQuery(order="status", limit=1), "D"),
        (IncidentQuery(order="party", descending=False, limit=1), "A"),
        (IncidentQuery(offset=1, limit=2), "EB"),
    ],
)
def test_filters_and_orders(filled: Workspace, query: IncidentQuery, found: str) -> None:
    assert titles(filled, query) == list(found)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_hold_every_incident_once_in_any_order(filled: Workspace, order: str, language: str) -> None:
    pages = [
        filled.incidents(IncidentQuery(order=order, language=language, offset=offset, limit=2)) for offset in (0, 2, 4)
    ]
    assert {page.total for page in pages} == {5}
    assert sorted(row.title_en for page in pages for row in page.rows) == ["Alpha", "Beta", "Delta", "Epsilon", "Gamma"]


def test_a_row_says_what_the_list_shows(filled: Workspace) -> None:
    [row] = filled.incidents(IncidentQuery(text="beta")).rows
    assert (row.killed, row.injured, row.parties, row.kinds) == (0, 3, ("hts",), ("killing", "prohibited_weapon"))
    assert row.date == When(dt.date(2018, 3, 1), dt.date(2018, 3, 31), "month")
    assert (row.place, row.status, row.revision) == (Site("C3871", "community"), "documented", 1)
    assert filled.incidents(IncidentQuery(uids=(row.uid, "none"))).rows == (row,)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("اسماء", "E"),
        ("اسماعيل", ""),
        ("أسـمـاء", "E"),
        ("عبدالرحمن", "E"),
        ("abd al-rahman asm", "E"),
        ("المدرسه", "E"),
        ("مدرسة قصفت", "E"),
        ("noor sch", "E"),
        ("noor sc", ""),
        ("chool", ""),
        ("old mill", "E"),
        ("IDL-2018-00002", "G"),
        ("2018-00002", "G"),
        ("٢٠١٨ 00002", "G"),
        ("idleb", "EBA"),
        ("حلب", "G"),
        ("secret", ""),
        ("0944", ""),
        ("epsilon delta", ""),
        ("  ", "GEBAD"),
        ("***", "GEBAD"),
        ('"epsilon" OR alpha', ""),
        ("NEAR(alpha)", ""),
        ("x" * 5000, ""),
        ("alpha " * 1000, "A"),
    ],
)
def test_search_finds_whole_words_in_any_usual_spelling(filled: Workspace, text: str, found: str) -> None:
    assert titles(filled, IncidentQuery(text=text)) == list(found)


@given(st.text(alphabet=st.characters(), max_size=60))
def test_no_question_breaks_the_search(filled: Workspace, text: str) -> None:
    assert 0 <= filled.incidents(IncidentQuery(text=text)).total <= 5


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=6), st.data())
def test_the_search_agrees_with_the_folding_of_names(
    scratch: Workspace, written: list[str], data: st.DataObject
) -> None:
    text = " ".join(written)
    question = " ".join(data.draw(st.lists(st.sampled_from([*written, *(w[:4] for w in written)]), min_size=1)))
    connection = scratch._store.connection
    connection.execute("INSERT OR REPLACE INTO search (rowid, words) VALUES (1, ?)", (" ".join(folded(text)),))
    asked = expression(question)
    found = (
        not asked or connection.execute("SELECT 1 FROM search WHERE search MATCH ?", (asked,)).fetchone() is not None
    )
    assert found == (not asked or Question.of(question).agrees(text))


def folded(text: str) -> tuple[str, ...]:
    """The words of a text as the index holds them."""
    from snhr_desktop.domain.names import words

    return words(text)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A store whose index the property test writes over."""
    folder: Path = tmp_path_factory.mktemp("scratch") / "a.snhr"
    with Workspace.create(folder, PASSPHRASE, "IDL")[0] as made:
        yield made


def test_an_edit_is_found_by_its_new_words_only(workspace: Workspace) -> None:
    from dataclasses import replace

    saved = workspace.save(dossier(incident=counted(title_en="Before"))).dossier
    workspace.save(replace(saved, incident=replace(saved.incident, title_en="Afterwards")))
    assert workspace.incidents(IncidentQuery(text="before")).total == 0
    assert workspace.incidents(IncidentQuery(text="afterwards")).total == 1


@pytest.mark.parametrize(
    ("query", "sums"),
    [
        (IncidentQuery(), (11, 3)),
        (IncidentQuery(limit=1), (11, 3)),
        (IncidentQuery(statuses=("rejected",)), (2, 0)),
        (IncidentQuery(text="Nothing at all"), (0, 0)),
    ],
)
def test_the_toll_is_of_all_that_is_found_whatever_its_status(
    filled: Workspace, query: IncidentQuery, sums: tuple[int, int]
) -> None:
    found = filled.toll(query)
    assert (found.killed, found.injured) == sums


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("descending", [True, False])
def test_the_rows_found_are_those_of_the_pages_in_any_order(
    filled: Workspace, order: str, language: str, descending: bool
) -> None:
    query = IncidentQuery(order=order, language=language, descending=descending)
    found = filled.incidents_found(query)
    assert found is not None
    page = filled.incidents(query)
    assert filled.incident_rows(found.rows.tolist()) == page.rows
    assert [filled.incident_row(row.uid) for row in page.rows] == found.rows.tolist()
    sums = [sum(row.killed for row in page.rows[:number]) for number in range(len(found) + 1)]
    assert (found.killed.tolist(), found.injured[-1]) == (sums, sum(row.injured for row in page.rows))
    first = filled.incidents_found(query, 2)
    assert first is not None
    assert first.rows == found.rows[:2]


def test_rows_that_nobody_wants_any_more_are_not_waited_for(filled: Workspace) -> None:
    assert filled.incidents_found(IncidentQuery(), wanted=lambda: False) is None
    found = filled.incidents_found(IncidentQuery(), wanted=lambda: True)
    assert found is not None
    assert len(found) == 5


def test_a_row_says_what_hangs_on_the_incident(filled: Workspace) -> None:
    [row] = filled.incidents(IncidentQuery(text="epsilon")).rows
    assert (row.facilities, row.weapons, row.sources, row.classification) == (("school",), (), 1, "violation")
    assert row.changed_at is not None
    assert row.changed_at.tzinfo is not None


def test_a_line_changed_behind_the_back_of_the_program_is_found(workspace: Workspace) -> None:
    saved = workspace.save(dossier()).dossier
    workspace._store.connection.execute("UPDATE incident_line SET killed = killed + 1")
    told = " ".join(finding.tell(ENGLISH) for finding in workspace.verify())
    assert f"The line of {saved.incident.reference} in the list" in told
    assert workspace.incident_row("none") is None
