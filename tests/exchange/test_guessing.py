"""Guesses of mappings: from headers in either language, HXL tags, names of forms, and from what the cells hold."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.assumptions import assumptions
from snhr_desktop.exchange.conversion import MappedRows
from snhr_desktop.exchange.guessing import Guess, guess, offers, previews
from snhr_desktop.exchange.guessing.forms import form_of
from snhr_desktop.exchange.mapping.changing import with_constant, with_words
from snhr_desktop.exchange.mapping_file import read, write
from snhr_desktop.exchange.reading import Row, Source, open_source
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import ARCHIVE, folder_file, with_archive

ARABIC_LIST = """ت,اسم الضحية,الجنس,العمر,تاريخ القصف,المحافظة,البلدة,الجهة المسؤولة,نوع السلاح,مصير الضحية,لون السيارة
1,أحمد الخالد,ذكر,35,22/3/2018,إدلب,حارم,روسيا,غارة,شهيد,أحمر
2,فاطمة علي,أنثى,7,22/3/2018,إدلب,حارم,روسيا,غارة,شهيد,
3,محمد,ذكر,,4/2/2018,ادلب,سراقب,النظام,برميل,جريح,
"""
ENGLISH_LIST = """Incident Code,Event Date,Governorate,Town,Killed,Children Killed,Injured,Latitude,Longitude,Weapon
I-1,03/22/2018,Idlib,Harim,43,17,10,36.2,36.52,air strike
I-2,02/04/2018,Idlib,Saraqib,0,0,11,35.86,36.8,chlorine barrel
"""


def made(folder: Path, text: str, name: str = "list.csv") -> tuple[Source, Guess]:
    source = open_source(folder_file(folder, name, text))
    return source, guess(source, built_in())


def targets(found: Guess) -> dict[str, str]:
    return {one.column: one.target for one in found.columns if one.target}


def test_an_arabic_list_of_victims(tmp_path: Path) -> None:
    _, found = made(tmp_path, ARABIC_LIST, "ضحايا.csv")
    mapping = found.mapping
    assert (mapping.rows, mapping.group_by) == ("victim", ("تاريخ القصف", "البلدة", "المحافظة"))
    assert mapping.code.startswith("list_")
    assert mapping.date
    assert mapping.date.order == "day"
    assert mapping.place
    assert (mapping.place.community, mapping.place.governorate) == ("البلدة", "المحافظة")
    victim = mapping.records["victims"][0].fields
    assert {name: tuple(rule.columns) for name, rule in victim.items()} == {
        "name_ar": ("اسم الضحية",),
        "sex": ("الجنس",),
        "age": ("العمر",),
        "outcome": ("مصير الضحية",),
        "civil_status": (),
    }
    assert mapping.records["attributions"][0].fields["party"].columns == ("الجهة المسؤولة",)
    assert mapping.records["weapons"][0].fields["weapon"].columns == ("نوع السلاح",)
    assert found.unmapped() == ("ت", "لون السيارة"), "a number of each row tells no incident"
    assert all(0.5 <= one.confidence <= 1 for one in found.columns if one.target)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("ضحايا 2017.csv", "شهداء حلب 2017.csv"),
        ("2017.csv", "٢٠١٧ 2017.csv"),
        ("list of those killed in the governorate 2017.csv", "list of those killed in the governorate 2018.csv"),
        ("ضحايا.csv", "معتقلون.csv"),
    ],
)
def test_two_lists_have_two_codes(tmp_path: Path, name: str, other: str) -> None:
    one, two = (made(tmp_path, ARABIC_LIST, called)[1].mapping.code for called in (name, other))
    assert one != two
    assert made(tmp_path, ARABIC_LIST, name)[1].mapping.code == one


def test_a_short_latin_name_is_its_code(tmp_path: Path) -> None:
    assert made(tmp_path, ARABIC_LIST, "Idlib list-2017.csv")[1].mapping.code == "idlib_list_2017"


def test_an_english_list_of_incidents_with_months_first(tmp_path: Path) -> None:
    """Children are among those killed: counted beside the whole they would be two, so the others are."""
    _, found = made(tmp_path, ENGLISH_LIST)
    mapping = found.mapping
    assert (mapping.rows, mapping.key, mapping.group_by) == ("incident", "Incident Code", ())
    assert mapping.date
    assert mapping.date.order == "month"
    counted = [(rule.each, rule.less) for rule in mapping.records["victims"]]
    assert counted == [(("Killed",), ("Children Killed",)), (("Children Killed",), ()), (("Injured",), ())]
    assert mapping.place
    assert (mapping.place.latitude, mapping.place.longitude) == ("Latitude", "Longitude")


def test_tags_name_columns_whose_headers_say_nothing(tmp_path: Path) -> None:
    text = "a,b,c,d\n#event+id,#date,#adm1+name,#affected+killed\n1,22/3/2018,Idlib,5\n2,23/3/2018,Hama,6\n"
    _, found = made(tmp_path, text)
    assert targets(found) == {"a": "file.key", "b": "date.column", "c": "place.governorate", "d": "killed"}


def test_cells_alone_tell_dates_places_and_terms(tmp_path: Path) -> None:
    text = "A1,B2,C3,D4\n22/3/2018,C4115,ذكر,روسيا\n23/3/2018,C3916,أنثى,النظام\n"
    _, found = made(tmp_path, text)
    assert targets(found) == {
        "A1": "date.column", "B2": "place.pcodes", "C3": "victims.sex", "D4": "attributions.party",
    }  # fmt: skip


def test_one_cell_with_the_governorate_before_the_place(tmp_path: Path) -> None:
    _, found = made(tmp_path, "الرقم,المكان,التاريخ\n1,إدلب - حارم,2018\n2,ادلب - سراقب,2018\n")
    place = found.mapping.place
    assert place
    assert (place.column, place.separator) == ("المكان", " - ")
    assert set(place.governorates.values()) == {("SY07",)}


def test_a_form_with_a_repeat(tmp_path: Path) -> None:
    form = form_of(
        [
            {"type": "date", "name": "d1", "label::English (en)": "Incident date", "label::Arabic (ar)": "التاريخ"},
            {"type": "select_one gov", "name": "g1", "label::English (en)": "Governorate"},
            {"type": "select_one sex", "name": "s1", "label::English (en)": "Sex"},
        ],
        [
            {"list_name": "gov", "name": "i", "label::English (en)": "Idlib", "label::Arabic (ar)": "إدلب"},
            {"list_name": "sex", "name": "f", "label::English (en)": "Female"},
        ],
    )  # fmt: skip
    entry = {"victim/name_ar": "أحمد", "victim/age": 5, "victim/s1": "f"}
    sent = [{"_uuid": f"u{n}", "d1": "2018-03-22", "g1": "i", "victim": [entry]} for n in (1, 2)]
    source = open_source(folder_file(tmp_path, "sent.json", json.dumps(sent)))
    mapping = guess(source, built_in(), form).mapping
    assert (mapping.key, mapping.rows) == ("_uuid", "incident")
    assert mapping.date
    assert mapping.date.column == "d1"
    assert mapping.place
    assert mapping.place.governorates == {"i": ("SY07",)}
    (victims,) = mapping.records["victims"]
    assert (victims.source, victims.fields["sex"].words, mapping.words["s1"]) == ("victim", "s1", {"f": "female"})


def test_several_choices_of_a_form_are_a_record_each(workspace: Workspace, tmp_path: Path) -> None:
    form = form_of(
        [
            {"type": "date", "name": "d1", "label": "Incident date"},
            {"type": "select_multiple arms", "name": "w1", "label": "Weapons used"},
            {"type": "select_multiple what", "name": "k1", "label": "Kinds of violation"},
        ],
        [
            {"list_name": "arms", "name": "bb", "label": "Barrel bomb"},
            {"list_name": "arms", "name": "art", "label": "Artillery shell"},
            {"list_name": "what", "name": "k", "label": "Killing"},
            {"list_name": "what", "name": "f", "label": "Forced displacement"},
        ],
    )
    sent = [
        {"_uuid": "u1", "d1": "2018-03-22", "w1": "art bb", "k1": "k f"},
        {"_uuid": "u2", "d1": "2018-03-23", "w1": "bb", "k1": "k"},
        {"_uuid": "u3", "d1": "2018-03-24"},
    ]
    path = folder_file(tmp_path, "sent.json", json.dumps(sent))
    found = guess(open_source(path), built_in(), form)
    told = {one.column: one for one in previews(found.mapping, built_in(), ["w1"], open_source(path).sample(9))}["w1"]
    assert [bare(seen.tell(ENGLISH, built_in())) for seen in told.seen][1] == "Barrel bomb"
    assert not told.unread
    report = workspace.import_file(path, found.mapping)
    assert (report.created, report.refused) == (3, ())
    kept = [workspace.by_origin(f"{found.mapping.code}:u{number}") for number in (1, 2, 3)]
    assert [[one.weapon for one in dossier.weapons] for dossier in kept if dossier] == [
        ["artillery", "barrel"], ["barrel"], [],
    ]  # fmt: skip
    assert kept[0]
    assert set(kept[0].incident.kinds) == {"killing", "displacement"}


def test_a_number_beside_several_choices_is_given_to_none_of_them(tmp_path: Path) -> None:
    form = form_of(
        [
            {"type": "select_multiple arms", "name": "w1", "label": "Weapons used"},
            {"type": "integer", "name": "n1", "label": "Number of munitions"},
        ],
        [{"list_name": "arms", "name": "bb", "label": "Barrel bomb"}],
    )
    sent = [{"_uuid": "u1", "w1": "bb", "n1": 5}, {"_uuid": "u2", "w1": "bb", "n1": 2}]
    (weapons,) = guess(
        open_source(folder_file(tmp_path, "sent.json", json.dumps(sent))), built_in(), form
    ).mapping.records["weapons"]
    assert (weapons.each, weapons.fields["munitions"].columns) == ((), ("n1",))


def test_samples_tell_how_each_column_would_be_read(tmp_path: Path) -> None:
    source, found = made(tmp_path, ARABIC_LIST.replace("جريح", "مريخي").replace("4/2/2018", "40/2/2018"))
    told = previews(found.mapping, built_in(), source.columns, source.sample(50))
    said = {one.column: [(seen.given, bare(seen.tell(ENGLISH, built_in()))) for seen in one.seen] for one in told}
    assert said["الجنس"] == [("ذكر", "Male"), ("أنثى", "Female")]
    assert said["العمر"] == [("35", "35"), ("7", "7")]
    assert said["البلدة"] == [("حارم", "Harim"), ("سراقب", "Saraqib")]
    assert said["مصير الضحية"] == [("شهيد", "Killed"), ("مريخي", "No term of the vocabulary has this word.")]
    assert said["تاريخ القصف"][0] == ("22/3/2018", "22 March 2018")
    assert "not a date that exists" in said["تاريخ القصف"][1][1]
    assert said["لون السيارة"] == [("أحمر", "")]
    in_arabic = {one.column: [seen.tell(ARABIC, built_in()) for seen in one.seen] for one in told}
    assert in_arabic["الجهة المسؤولة"] == ["القوات الروسية", "قوات النظام السوري"]


@with_archive
def test_a_guess_for_the_archive_finds_what_its_own_mapping_reads() -> None:
    found = targets(guess(open_source(ARCHIVE), built_in()))
    assert found["incident_code"] == "file.key"
    assert found["incident_date"] == "date.column"
    assert {found["latitude"], found["longitude"]} == {"place.latitude", "place.longitude"}


CELL = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates()


@settings(max_examples=60)
@given(st.lists(st.dictionaries(st.text(min_size=1, max_size=8), CELL, max_size=5), min_size=1, max_size=4))
def test_any_file_gives_a_mapping_that_can_be_kept(rows: list[dict[str, Any]]) -> None:
    columns = tuple(dict.fromkeys(column for row in rows for column in row)) or ("a",)
    source = Source("x.csv", "csv", "", columns, lambda: iter([Row(at, row) for at, row in enumerate(rows, 2)]))
    found = guess(source, built_in())
    assert read(write(found.mapping)) == found.mapping
    for preview in previews(found.mapping, built_in(), columns, source.sample(9)):
        for seen in preview.seen:
            assert seen.tell(ENGLISH, built_in()).encode("utf-8", "replace") is not None


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "qq,zz\n\u202e,\n"])
def test_a_file_of_which_nothing_is_known_stays_unmapped(tmp_path: Path, text: str) -> None:
    _, found = made(tmp_path, text)
    assert not any(one.target for one in found.columns)
    assert found.mapping.keys[0]


def test_what_a_person_chooses_is_no_guess(tmp_path: Path) -> None:
    source, found = made(tmp_path, ARABIC_LIST)
    assert targets(found)["اسم الضحية"] == "victims.name_ar"
    again = guess(source, built_in(), chosen={("", "لون السيارة"): "victims.notes", ("", "العمر"): ""})
    rules = again.mapping.records["victims"][0].fields
    assert rules["notes"].columns == ("لون السيارة",)
    assert "age" not in rules
    assert again.unmapped() == ("ت", "العمر")
    assert {one.column: one.confidence for one in again.columns}["لون السيارة"] == 1.0


def test_everything_that_is_offered_can_be_chosen_and_has_words(tmp_path: Path) -> None:
    source, _ = made(tmp_path, "a\n1\n")
    for offer in offers():
        mapping = guess(source, built_in(), chosen={("", "a"): offer.target}).mapping
        assert read(write(mapping)) == mapping
        lone = offer.target in ("toll.minimum", "toll.maximum", "date.until", "place.latitude", "place.longitude")
        assert "a" in mapping.used() or lone
        assert ENGLISH.text(offer.heading)
        assert ENGLISH.text(offer.label) != ARABIC.text(offer.label)
    assert len({offer.target for offer in offers()}) == len(offers())


def test_words_that_a_person_explains_have_codes(tmp_path: Path) -> None:
    source, found = made(tmp_path, ARABIC_LIST.replace("جريح", "مريخي"))
    mapping = with_words(found.mapping, "مصير الضحية", {"مريخي": "injured"})
    told = previews(mapping, built_in(), ["مصير الضحية"], source.sample(9))
    assert [seen.tell(ENGLISH, built_in()) for seen in told[0].seen] == ["Killed", "Injured"]
    assert read(write(mapping)) == mapping


@pytest.mark.parametrize(
    ("header", "day", "name", "outcome"),
    [
        ("اسم الجريح", "التاريخ", "قائمة.csv", "injured"),
        ("اسم الشهيد", "التاريخ", "قائمة.csv", "killed"),
        ("الاسم", "تاريخ الوفاة", "قائمة.csv", "killed"),
        ("الاسم", "التاريخ", "قائمة الشهداء 2018.csv", "killed"),
        ("الاسم", "التاريخ", "قائمة.csv", None),
        ("الاسم", "التاريخ", "ضحايا.csv", None),
        ("الاسم", "التاريخ", "القتلى والجرحى.csv", None),
        ("الاسم", "التاريخ", "نازحون وقتلى.csv", None),
        ("اسم النازح", "التاريخ", "displaced by floods.csv", None),
    ],
)
def test_what_happened_to_all_is_taken_from_headers_and_titles_and_else_a_person_has_to_say_it(
    tmp_path: Path, header: str, day: str, name: str, outcome: str | None
) -> None:
    rows = f"{header},الجنس,{day},البلدة\nأحمد محمد العلي,ذكر,22/3/2018,سراقب\nمريم خالد الحسن,أنثى,22/3/2018,سراقب\n"
    source, found = made(tmp_path, rows, name)
    mapping = found.mapping
    assert read(write(mapping)) == mapping
    assert mapping.records["victims"][0].fields["outcome"].value == outcome
    kinds = {"killed": ["killing"], "injured": ["injury"], None: ["killing", "injury", "torture_death"]}
    assert mapping.incident["kinds"].value == kinds[outcome]
    told = {(one.part, one.field.name): one for one in assumptions(mapping)}
    assert told["victims", "outcome"].value == outcome
    assert told["victims", "outcome"].tell(ENGLISH) != told["victims", "outcome"].tell(ARABIC)
    made_of = MappedRows(mapping, built_in(), date(2026, 1, 1)).convert(source.sample(9))
    assert [(one.field, one.level) for one in made_of.problems] == ([] if outcome else [("outcome", "error")] * 2)
    chosen = with_constant(mapping, "victims", "outcome", "injured")
    [ready] = [MappedRows(chosen, built_in(), date(2026, 1, 1)).convert(source.sample(9)).dossier]
    assert ready
    assert [one.outcome for one in ready.victims] == ["injured", "injured"]


def test_what_a_guess_takes_for_granted_is_told_once_and_may_be_another_value(tmp_path: Path) -> None:
    rows = (
        "اسم القتيل,التاريخ,البلدة,الجهة,السلاح\n"
        "أحمد,22/3/2018,سراقب,النظام,غارة جوية\n"
        "ليلى,22/3/2018,سراقب,طيران مجهول,قصف مدفعي\n"
    )
    source, found = made(tmp_path, rows, "قائمة.csv")
    told = {(one.part, one.field.name): one.value for one in assumptions(found.mapping)}
    assert told == {
        ("incident", "kinds"): ["killing"],
        ("victims", "civil_status"): "unknown",
        ("victims", "outcome"): "killed",
        ("attributions", "mode"): "believed",
        ("weapons", "attacks"): 1,
    }
    changed = found.mapping
    for part, name, value in (
        ("incident", "kinds", ["injury"]), ("victims", "outcome", "injured"), ("weapons", "attacks", 3),
        ("weapons", "weapon", "barrel"), ("sources", "kind", "medic"),
    ):  # fmt: skip
        changed = with_constant(changed, part, name, value)
    now = {(one.part, one.field.name): one.value for one in assumptions(changed)}
    assert now == told | {
        ("incident", "kinds"): ["injury"],
        ("victims", "outcome"): "injured",
        ("weapons", "attacks"): 3,
    }
    assert changed.records["weapons"][0].fields["weapon"].columns, "what a column says is left to it"
    assert read(write(changed)) == changed
    words = [
        seen.problem for shown in previews(changed, built_in(), source.columns, source.sample(9)) for seen in shown.seen
    ]
    assert not any(words)


def test_what_columns_count_is_no_assumption_but_who_they_were_is(tmp_path: Path) -> None:
    _, found = made(tmp_path, ENGLISH_LIST)
    told = {(one.part, one.field.name): one.value for one in assumptions(found.mapping) if one.part != "weapons"}
    assert told == {("incident", "kinds"): ["killing", "injury"], ("victims", "civil_status"): "unknown"}
    assert [
        rule.fields["outcome"].value
        for rule in with_constant(found.mapping, "victims", "outcome", "missing").records["victims"]
    ] == ["killed", "killed", "injured"]


TOLD_APART = {
    "id": (
        "Name,Father,Mother,Date of arrest,Place of arrest,Arrested by",
        "Detained,A{0},M,{1}/3/2013,Harim,Government",
    ),
    "رقم الحادثة": ("التاريخ,البلدة,القتلى,العنوان", "{1}/3/2018,سراقب,{0},قصف {0}"),
}


def numbered(folder: Path, header: str, numbers: list[int]) -> tuple[Source, Guess]:
    """A list whose rows have some numbers in its first column."""
    names, line = TOLD_APART[header]
    rows = (f"{number},{line.format(at, at % 28 + 1)}" for at, number in enumerate(numbers))
    return made(folder, "\n".join((f"{header},{names}", *rows)) + "\n")


def told_of(header: str, source: Source, found: Guess) -> list[tuple[str, str]]:
    [told] = previews(found.mapping, built_in(), [header], source.sample(300), no_keys=found.no_keys)
    return [(one.given, bare(one.tell(ENGLISH, built_in()))) for one in told.unread]


SEVERAL = "It stands in rows 2 · 4: the column does not tell each row from all others."


@pytest.mark.parametrize("header", TOLD_APART)
def test_a_column_that_repeats_is_no_key_in_table_and_trial_and_its_rows_are_told(
    workspace: Workspace, tmp_path: Path, header: str
) -> None:
    source, found = numbered(tmp_path, header, [7, 8, 7, 9])
    assert header not in found.mapping.keys
    assert header in found.unmapped()
    assert found.no_keys == (header,)
    assert told_of(header, source, found) == [("7", SEVERAL)]
    report = workspace.import_file(tmp_path / "list.csv", found.mapping, dry_run=True)
    assert (report.created, header in report.columns) == (4, True)


@pytest.mark.parametrize("header", TOLD_APART)
def test_a_slip_in_a_long_list_leaves_its_column_the_key_and_both_rows_are_told(
    workspace: Workspace, tmp_path: Path, header: str
) -> None:
    source, found = numbered(tmp_path, header, [7, 8, 7, *range(10, 60)])
    assert found.mapping.keys == (header,)
    assert targets(found)[header] == "file.key"
    assert told_of(header, source, found) == [("7", SEVERAL)]
    report = workspace.import_file(tmp_path / "list.csv", found.mapping, dry_run=True)
    [refused] = report.refused
    assert (refused.row, report.created, report.columns) == (4, 52, ())
    assert "Row 2 of this file has the same code" in bare(refused.tell(ENGLISH))


@pytest.mark.parametrize("header", TOLD_APART)
def test_a_column_that_a_person_takes_for_the_key_is_the_key(tmp_path: Path, header: str) -> None:
    source, _ = numbered(tmp_path, header, [7, 8, 7, 9])
    found = guess(source, built_in(), chosen={("", header): "file.key"})
    assert (found.mapping.keys, targets(found)[header]) == ((header,), "file.key")
    assert told_of(header, source, found) == [("7", SEVERAL)]


SOURCES = "رقم الحادثة,التاريخ,البلدة,القتلى,{}\n1,1/3/2018,سراقب,2,{}\n2,2/3/2018,سراقب,3,{}\n3,3/3/2018,حارم,3,\n"
WITHHELD = "This may be who a source is. It is not taken in: sources have pseudonyms."


@pytest.mark.parametrize(
    ("header", "one", "other"),
    [
        ("Source", "Ahmad al-Khaled", "Rima Haddad"), ("المصدر", "أحمد الخالد", "ريما حداد"),
        ("Source", "SNHR", "Kinan Darwish"), ("المصدر", "المرصد السوري", "كنان درويش"),
        ("Source", "Facebook page of Khaled Omar", "SOHR"), ("المصدر", "صفحة أبو عمر", "شبكة شام"),
        ("Reported by", "Kinan", "Darwish"), ("الراصد", "كنان", "درويش"), ("Monitor", "K. Darwish", ""),
        ("Publisher", "Samer Yousef", "Reuters"), ("الجهة الناشرة", "سامر يوسف", "رويترز"), ("Source", "", ""),
    ],
)  # fmt: skip
def test_who_a_source_is_is_taken_for_no_publisher(tmp_path: Path, header: str, one: str, other: str) -> None:
    source, found = made(tmp_path, SOURCES.format(header, one, other))
    assert header not in found.mapping.used()
    assert header in found.unmapped()
    [told] = previews(found.mapping, built_in(), [header], source.sample(9), withheld=found.withheld)
    assert {bare(seen.tell(ENGLISH, built_in())) for seen in told.unread} == ({WITHHELD} if one else set())
    chosen = guess(source, built_in(), chosen={("", header): "sources.publisher_ar"})
    assert (header in chosen.mapping.used(), chosen.withheld) == (True, {})


@pytest.mark.parametrize(
    ("header", "one", "other", "target"),
    [
        ("Source", "SNHR", "Syrian Observatory for Human Rights", "sources.publisher_en"),
        ("المصدر", "شبكة شام الإخبارية", "المرصد السوري", "sources.publisher_ar"),
        ("Source", "https://example.org/1", "www.example.com", "sources.publisher_en"),
        ("Publisher", "Enab Baladi", "Orient", "sources.publisher_en"),
        ("الجهة الناشرة", "عنب بلدي", "زمان الوصل", "sources.publisher_ar"),
        ("Source", "Eyewitness", "Survivor", "sources.kind"), ("المصدر", "شاهد عيان", "ناجٍ", "sources.kind"),
    ],
)  # fmt: skip
def test_publishers_and_kinds_of_sources_are_told_by_their_cells(
    tmp_path: Path, header: str, one: str, other: str, target: str
) -> None:
    _, found = made(tmp_path, SOURCES.format(header, one, other))
    assert (targets(found)[header], found.withheld) == (target, {})


@pytest.mark.parametrize(
    ("header", "rest", "line"),
    [
        ("تاريخ الميلاد", "رقم الملف,الاسم,تاريخ الاعتقال,مكان الاعتقال", "{0},سامر,2{0}/3/2013,حارم"),
        ("المواليد", "رقم المعتقل,الاسم,تاريخ الاعتقال,مكان الاعتقال", "{0},سامر,2{0}/3/2013,حارم"),
        ("Date of birth", "File No,Detainee,Date of arrest,Place of arrest", "{0},Samer,2{0}/3/2013,Harim"),
        ("DOB", "Case number,Detainee,Date of arrest,Place of arrest", "{0},Samer,2{0}/3/2013,Harim"),
    ],
)
def test_the_number_of_a_file_is_its_key_and_a_day_of_birth_is_told_and_never_another_day(
    tmp_path: Path, header: str, rest: str, line: str
) -> None:
    rows = "".join(f"{line.format(at)},{at}/1/1980\n" for at in range(1, 5))
    source, found = made(tmp_path, f"{rest},{header}\n{rows}")
    assert (found.mapping.rows, found.mapping.key) == ("case", rest.split(",", maxsplit=1)[0])
    assert found.unmapped() == (header,)
    [told] = previews(found.mapping, built_in(), [header], source.sample(9), withheld=found.withheld)
    assert {bare(seen.tell(ENGLISH, built_in())) for seen in told.unread} == {
        "A day of birth is not taken in: the age at the time is kept."
    }
    _, alone = made(tmp_path, f"{header},الاسم,البلدة\n1/1/1980,سامر,حارم\n", "alone.csv")
    assert alone.mapping.date is None


@pytest.mark.parametrize("states", [("killed", "injured"), ("Dead", "Wounded"), ("killed", "unclear")])
def test_a_column_of_states_that_says_what_became_of_people_is_not_passed_over(
    tmp_path: Path, states: tuple[str, str]
) -> None:
    rows = "".join(f"{at},22/3/2018,Saraqib,Ahmad,{state}\n" for at, state in enumerate(states, 7))
    path = folder_file(tmp_path, "list.csv", f"Incident No,Date,Town,Name,Status\n{rows}")
    assert targets(guess(open_source(path), built_in())).get("Status") != "ignored"
    other = folder_file(tmp_path, "sent.csv", "Incident No,Date,Town,Name,Status\n7,22/3/2018,Saraqib,Ahmad,approved\n")
    assert targets(guess(open_source(other), built_in()))["Status"] == "ignored"


@pytest.mark.parametrize(("header", "words"), [("الجنس", ("ذ.", "أ.")), ("Gender", ("X", "Y"))])
def test_words_of_a_column_of_sexes_are_asked_for_and_it_is_not_passed_over(
    workspace: Workspace, tmp_path: Path, header: str, words: tuple[str, str]
) -> None:
    rows = "".join(f"7,22/3/2018,سراقب,أحمد,{word},قتيل\n" for word in words)
    path = folder_file(tmp_path, "list.csv", f"رقم الحادثة,التاريخ,البلدة,الاسم,{header},النتيجة\n{rows}")
    report = workspace.import_file(path, guess(open_source(path), built_in()).mapping, dry_run=True)
    assert {(one.column, one.word) for one in report.unmapped} == {(header, word) for word in words}


@pytest.mark.parametrize(
    "headers", [("الرقم", "كود الحادثة"), ("م", "رقم الحادثة"), ("No", "Incident code"), ("Serial", "Event ID")]
)
def test_people_who_are_numbered_are_grouped_by_the_number_of_their_incident(
    tmp_path: Path, headers: tuple[str, str]
) -> None:
    """Two attacks on one day in one place would be one of them, and perhaps a massacre."""
    rows = "".join(f"{at},{at // 3 + 1},22/3/2018,سراقب,أحمد {at},قتيل\n" for at in range(6))
    text = f"{','.join(headers)},التاريخ,البلدة,الاسم,النتيجة\n{rows}"
    found = guess(open_source(folder_file(tmp_path, "list.csv", text)), built_in())
    assert found.mapping.keys == (headers[1],)
    assert found.no_keys == (headers[0],)


@pytest.mark.parametrize("headers", [("الرقم", "رمز الحادثة"), ("No", "Incident code"), ("م", "رقم الحادثة")])
@pytest.mark.parametrize("order", [1, -1])
def test_a_number_of_incidents_tells_rows_apart_before_one_of_rows(
    tmp_path: Path, headers: tuple[str, str], order: int
) -> None:
    """A row that comes between moves all numbers of rows: each incident would be written over the one after it."""
    lines = [(*headers[::order], "Date"), *((*(str(at), f"{at}00")[::order], "2018-03-22") for at in range(1, 4))]
    text = "\n".join(map(",".join, lines))
    found = guess(open_source(folder_file(tmp_path, "list.csv", text)), built_in())
    assert (found.mapping.rows, found.mapping.keys) == ("incident", (headers[1],))


@pytest.mark.parametrize("second", ["2", "3"])
def test_two_rows_of_one_place_and_day_are_asked_about_though_their_tolls_differ(
    workspace: Workspace, tmp_path: Path, second: str
) -> None:
    """A toll is corrected, and told in parts: the one incident would be two, and no massacre."""
    text = f"التاريخ,البلدة,القتلى\n22/3/2018,سراقب,3\n22/3/2018,سراقب,{second}\n23/3/2018,حارم,1\n"
    path = folder_file(tmp_path, "list.csv", text)
    found = guess(open_source(path), built_in())
    assert found.mapping.keys == ("التاريخ", "البلدة")
    report = workspace.import_file(path, found.mapping, dry_run=True)
    assert ([one.row for one in report.refused], report.created) == ([3], 2)
    both = replace(found.mapping, rows="both")
    assert workspace.import_file(path, both, dry_run=True).created == 2


def test_from_one_day_to_another_is_a_range(tmp_path: Path) -> None:
    text = "الرقم,من تاريخ,إلى تاريخ,البلدة,القتلى\n7,22/3/2018,25/3/2018,سراقب,5\n8,23/3/2018,23/3/2018,حارم,3\n"
    date = guess(open_source(folder_file(tmp_path, "list.csv", text)), built_in()).mapping.date
    assert date
    assert (date.column, date.until) == ("من تاريخ", "إلى تاريخ")
