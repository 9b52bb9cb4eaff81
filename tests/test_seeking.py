"""The search box through the door of the workspace: what is found of each kind, recent records, filters with a name."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.errors import NameTaken
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.reports.brief import Brief
from snhr_desktop.store.recents import KEPT
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import HOSTILE_TEXTS, PASSPHRASE, case, dossier, incident, source, victim


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """Two incidents with persons and sources."""
    told = source(pseudonym="شاهد الجبل", publisher_en="Civil Defence", real_name="Secret Person")
    market = incident(narrative_ar="قصفت طائرة حربية سوقًا شعبيًا فقُتل أَحْمَد وسقط جرحى", title_ar="قصف على السوق")
    workspace.save(dossier(victim(name_ar="أحمد الخالد", age=40), incident=market, sources=(told,)))
    named = (victim(name_ar="عبد الرحمن سليم", name_en="Abd al-Rahman Salim"), victim(name_ar="أسماء سليم"))
    workspace.save(dossier(*named, incident=incident(title_en="Shelling of a school", title_ar="قصف مدرسة")))
    return workspace


def test_everything_that_words_stand_for_is_found_in_one_answer(filled: Workspace) -> None:
    found = filled.seek("احمد")
    assert [person.name_ar for person in found.persons] == ["أحمد الخالد"]
    assert [one.title_ar for one in found.incidents] == ["قصف على السوق"]
    [excerpt] = found.excerpts.values()
    assert excerpt.text == "… حربية سوقًا شعبيًا فقُتل أَحْمَد وسقط جرحى"
    assert [one.name for one in filled.seek("جبل").sources] == ["شاهد الجبل"]
    assert [(one.name, one.incidents) for one in filled.seek("civil").sources] == [("Civil Defence", 1)]
    assert filled.seek("سراقب").places[0].name_en == "Saraqib"
    assert [period.code for period in filled.seek("Idlib").periods] == ["idlib"]
    assert filled.seek("secret") == replace(filled.seek("secret"), incidents=(), persons=(), sources=())


def test_the_newest_come_first_and_whole_words_before_beginnings(workspace: Workspace) -> None:
    for name in ("محمد", "محمود", "محمد علي", "محمدي"):
        workspace.save(dossier(victim(name_ar=name)))
    assert [one.name_ar for one in workspace.seek("محمد").persons] == ["محمد علي", "محمد", "محمدي"]
    assert [one.name_ar for one in workspace.seek('"محمد"').persons] == ["محمد علي", "محمد"]
    assert len(workspace.seek("محم").persons) == 4


def test_a_word_of_one_or_two_letters_still_being_typed_hides_nothing(filled: Workspace) -> None:
    assert [one.name_ar for one in filled.seek("أسماء س").persons] == ["أسماء سليم"]
    assert filled.seek("أسماء سب").persons
    assert not filled.seek("أسماء سبب").persons


def test_a_name_and_a_place_find_the_person_of_that_incident(filled: Workspace) -> None:
    assert [one.name_ar for one in filled.seek("عبد الرحمن مدرسة").persons] == ["عبد الرحمن سليم"]
    assert filled.seek("أحمد مدرسة").persons == ()


@pytest.mark.parametrize("typed", ["IDL-2018-00002", "idl 2018 2", "٢", "2", "IDL-2018-0000", "idl201800002"])
def test_a_reference_is_found_as_far_as_it_is_typed(filled: Workspace, typed: str) -> None:
    assert filled.seek(typed).coded[0].reference == "IDL-2018-00002"


def test_published_reports_are_found_by_code_and_title(filled: Workspace) -> None:
    code = filled.publish(Brief("idlib")).publication.code
    for typed in (code, code[:3].lower(), f"{code[0]}-{code[1:]}"):
        assert [one.code for one in filled.seek(typed).reports] == [code]
    assert filled.seek("zz99").reports == ()


def test_cases_are_found_by_the_name_of_their_person(workspace: Workspace) -> None:
    workspace.save_case(case(name_ar="أحمد المحمد"))
    assert [one.name_ar for one in workspace.seek("احمد").cases] == ["أحمد المحمد"]


@pytest.mark.parametrize(
    "typed", [*HOSTILE_TEXTS, '"' * 4_000, "* AND NOT (", "NEAR(احمد)", "a" * 4_000, "\u202e\u2066"]
)
def test_no_question_breaks_the_box(filled: Workspace, typed: str) -> None:
    filled.seek(typed)
    filled.seek(typed[::-1])


@pytest.mark.parametrize("typed", ["22/3/2018", "٢٢ آذار ٢٠١٨", "March 2018", "2018"])
def test_a_date_that_is_typed_is_read(filled: Workspace, typed: str) -> None:
    days = filled.seek(typed).days
    assert days.first is not None
    assert days.last is not None
    assert days.first <= dt.date(2018, 3, 22) <= days.last


def test_a_place_is_found_by_its_code(filled: Workspace) -> None:
    assert [place.name_en for place in filled.seek("c3871").places] == ["Idlib"]


@pytest.mark.parametrize("typed", ["Abdulrahman Saleem", "Abd ar-Rahman Slim", "Abdel Rahman Selim"])
def test_a_name_is_heard_across_scripts_and_spellings(workspace: Workspace, typed: str) -> None:
    workspace.save(dossier(victim(name_ar="عبد الرحمن سليم"), victim(name_ar="عبد القادر سليم")))
    assert [one.name_ar for one in workspace.seek(typed).heard] == ["عبد الرحمن سليم"]


def test_one_word_and_a_name_found_as_it_is_written_are_not_heard(filled: Workspace) -> None:
    assert filled.seek("Salim").heard == ()
    assert filled.seek("عبد الرحمن سليم").heard == ()
    assert filled.seek("12 34").heard == ()


def test_what_is_found_nowhere_offers_places_that_look_alike(filled: Workspace) -> None:
    assert any(place.name_en == "Saraqib" for place in filled.seek("Sarakueb").places)
    assert filled.seek("xqzxqzx").places == ()


def test_records_opened_last_are_kept_in_order_and_few(filled: Workspace) -> None:
    found = filled.seek("سليم")
    [school, *_], [person, *_] = found.incidents, found.persons
    filled.note_opened("person", person.uid)
    filled.note_opened("incident", "0" * 32)
    filled.note_opened("incident", school.uid)
    filled.note_opened("report", "R990001")
    assert filled.seek("").recent == (school, person)
    filled.note_opened("person", person.uid)
    assert filled.seek("  ").recent == (person, school)
    for number in range(2 * KEPT):
        filled.note_opened("report", f"R{number}")
    assert filled.seek("").recent == ()
    assert filled._store.connection.execute("SELECT count(*) FROM recent").fetchone() == (KEPT,)


def test_a_store_that_may_only_be_read_remembers_nothing(filled: Workspace, tmp_path: Path) -> None:
    [school] = filled.seek("مدرسة").incidents
    filled.close()
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE, read_only=True) as again:
        again.note_opened("incident", school.uid)
        assert again.seek("").recent == ()
        assert again.seek("مدرسة").incidents == (school,)


def test_a_filter_a_later_program_kept_is_read_as_far_as_it_is_known(filled: Workspace) -> None:
    connection = filled._store.connection
    asked = '{"text": "سوق", "order": "colour", "moon": "full"}'
    connection.execute("INSERT INTO saved_filter (name, asked) VALUES ('later', ?)", (asked,))
    assert [one.query for one in filled.saved_filters()] == [IncidentQuery(text="سوق")]


def test_a_filter_is_saved_named_asked_renamed_and_removed(filled: Workspace) -> None:
    query = IncidentQuery(
        text="سوق", first=dt.date(2018, 1, 1), last=dt.date(2018, 3, 31), statuses=("reported",), kinds=("killing",),
        parties=("regime",), area="SY07", source="Civil Defence", order="killed", descending=False,
    )  # fmt: skip
    assert [one.name for one in filled.save_filter("  Markets \u202e 2018 ", query).filters] == ["Markets 2018"]
    [kept] = filled.saved_filters()
    assert kept.query == query
    assert filled.incidents(kept.query).total == 1
    assert filled.seek("market").filters == (kept,)
    assert filled.seek("").filters == (kept,)
    filled.save_filter("أسواق", replace(query, text=""))
    with pytest.raises(NameTaken) as refused:
        filled.rename_filter("أسواق", "Markets 2018")
    assert "Markets 2018" in refused.value.tell(ENGLISH)
    assert refused.value.tell(ARABIC) != refused.value.tell(ENGLISH)
    assert [one.name for one in filled.rename_filter("Markets 2018", "Old").filters] == ["Old", "أسواق"]
    assert [one.name for one in filled.remove_filter("Old").filters] == ["أسواق"]


def test_a_filter_of_a_source_finds_its_incidents(filled: Workspace) -> None:
    page = filled.incidents(IncidentQuery(source="شاهد الجبل"))
    assert [row.title_ar for row in page.rows] == ["قصف على السوق"]
    assert filled.incidents(IncidentQuery(source="شاهد")).total == 0
