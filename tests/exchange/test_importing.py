"""Whole files into a real store: every row accounted for, the same twice changes nothing, staff are never overruled."""

import json
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.errors import ReadOnlyFolder
from snhr_desktop.exchange.refusals import NoMapping
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, PASSPHRASE, dossier
from tests.exchange.archive import ARCHIVE, folder_file, row, with_archive


def write(folder: Path, *rows: Any) -> Path:
    return folder_file(folder, "rows.json", json.dumps(rows))


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    refused = report.refusals
    assert report.read == report.created + report.updated + report.unchanged + refused
    return report.read, report.created, report.updated, report.unchanged, refused


def saved(workspace: Workspace) -> int:
    return workspace.incidents(IncidentQuery()).total


def reasons(report: ImportReport) -> list[str]:
    return [bare(refused.tell(ENGLISH)) for refused in report.refused]


def test_new_rows_are_saved_and_a_second_time_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path, row(), row("KAF220514", "2014-05-22", location="حماة : كفرزيتا"))
    assert counts(workspace.import_file(path)) == (2, 2, 0, 0, 0)
    stamp = workspace.stamp()
    assert counts(workspace.import_file(path)) == (2, 0, 0, 2, 0)
    assert workspace.stamp() == stamp


def test_two_windows_that_import_one_file_at_once_bring_it_once(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path, *(row(f"SAR{day:02}0415", f"2015-04-{day:02}") for day in range(1, 29)))
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as other, ThreadPoolExecutor(2) as windows:
        done = list(windows.map(lambda window: counts(window.import_file(path)), (workspace, other)))
    assert sorted(done) == [(28, 0, 0, 28, 0), (28, 28, 0, 0, 0)]
    assert saved(workspace) == 28


def test_a_dry_run_tells_the_same_and_saves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path, row(), 7, row("B010118", "2018-13-01"))
    stamp = workspace.stamp()
    dry = workspace.import_file(path, dry_run=True)
    assert (workspace.stamp(), saved(workspace)) == (stamp, 0)
    assert replace(dry, dry_run=False) == replace(workspace.import_file(path), changes=dry.changes)
    assert "nothing was saved" in dry.tell(ENGLISH)


def test_every_row_that_is_not_taken_says_why(workspace: Workspace, tmp_path: Path) -> None:
    report = workspace.import_file(
        write(tmp_path, row(), row(), row(code=""), [1], row("B010118", "2018-13-01"), row("C" * 120 + "010118"))
    )
    assert counts(report) == (6, 1, 0, 0, 5)
    assert reasons(report)[:4] == [
        "Row 2 (SAR290415): Row 1 of this file has the same code, and was read first. Give each its own; where both are"
        " of one incident, choose so in the mapping under “What one row is”.",
        "Row 3 (–): Cell 3 (incident_code): The code that tells this record from all others is missing. Fill it in, or"
        " choose another column for the key.",
        "Row 4 (–): This is not a record with named fields.",
        "Row 5 (B010118): Cell 5 (incident_date): Date: “2018-13-01” is not a date that exists. Write it like"
        " 22/3/2018, 2018-03-22 or March 2018; a range like 10/4/2018 to 12/4/2018.",
    ]
    assert "of which 120 can be kept" in reasons(report)[4]


def test_a_corrected_file_updates_what_it_brought(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_file(write(tmp_path, row()))
    before = workspace.by_origin("syrian_archive_chemical:SAR290415")
    changed = row(title_en="Corrected", **{"weapons_used.1": "Barrel Bomb"})
    assert counts(workspace.import_file(write(tmp_path, changed))) == (1, 0, 1, 0, 0)
    after = workspace.by_origin("syrian_archive_chemical:SAR290415")
    assert before is not None
    assert after is not None
    assert (after.incident.uid, after.incident.reference) == (before.incident.uid, before.incident.reference)
    assert (after.incident.title_en, after.revision, len(after.weapons)) == ("Corrected", 2, 2)
    assert after.sources[0].uid == before.sources[0].uid
    assert counts(workspace.import_file(write(tmp_path, changed))) == (1, 0, 0, 1, 0)


@pytest.mark.parametrize("reason", ["", "a witness called", "import: {code}", " import:{code}"])
def test_what_staff_edited_since_is_left_alone(workspace: Workspace, tmp_path: Path, reason: str) -> None:
    path = write(tmp_path, row())
    workspace.import_file(path)
    mine = workspace.by_origin("syrian_archive_chemical:SAR290415")
    assert mine is not None
    typed = reason.format(code=mine.incident.origin.partition(":")[0])
    workspace.save(replace(mine, incident=replace(mine.incident, title_en="As staff know it")), typed)

    again = workspace.import_file(path)
    assert (counts(again), again.edited) == ((1, 0, 0, 1, 0), ("SAR290415",))
    corrected = workspace.import_file(write(tmp_path, row(title_en="As the file has it now")))
    assert counts(corrected) == (1, 0, 0, 1, 0)
    assert corrected.edited == ()
    for language in (ENGLISH, ARABIC):
        told = bare(corrected.conflicts[0].tell(language, workspace.gazetteer))
        assert "As staff know it" in told
        assert "As the file has it now" in told
    kept = workspace.by_origin("syrian_archive_chemical:SAR290415")
    assert kept is not None
    assert (kept.incident.title_en, kept.revision) == ("As staff know it", 2)


def test_a_table_comes_in_through_a_mapping_of_one_s_own(workspace: Workspace, tmp_path: Path) -> None:
    mapping = folder_file(
        tmp_path,
        "list.toml",
        '[file]\ncode = "list"\nname_en = "List"\nname_ar = "قائمة"\nkey = "no"\n[incident]\ntitle_ar = "العنوان"\n'
        'kinds = { value = ["killing"] }\n[date]\ncolumn = "التاريخ"\n[place]\ncolumn = "المكان"\nseparator = "-"\n'
        'governorates = { "ادلب" = ["SY07"] }\n[[victims]]\neach = ["القتلى"]\nnumber = { each = true }\n'
        'outcome = { value = "killed" }\n',
    )
    table = folder_file(
        tmp_path,
        "list.csv",
        "\ufeffno;العنوان;التاريخ;المكان;القتلى;ملاحظة\n1;قصف;22/3/2018;ادلب - حارم;٧;-\n"
        "2;قصف;آذار 2018;ادلب - حارم;0;-\n3;قصف;22/3/2018;ادلب - حارم;كثير;-\n",
    )
    report = workspace.import_file(table, mapping)
    assert counts(report) == (3, 2, 0, 0, 1)
    assert report.columns == ("ملاحظة",)
    first, second = (workspace.by_origin(f"list:{number}") for number in (1, 2))
    assert first is not None
    assert second is not None
    assert ([v.number for v in first.victims], first.incident.place.pcode) == ([7], "C4115")
    assert (second.victims, second.incident.date.precision) == ((), "month")
    assert reasons(report) == [
        "Row 4 (3): Cell E4 (القتلى): Number of persons: “كثير” is not a whole number. Write the number alone; where it"
        " is not known, leave it blank."
    ]


TOLLS = """
[file]
code = "tolls"
name_en = "Tolls"
name_ar = "حصائل"
key = "no"
[words.outcome]
"dead" = "killed"
"hurt" = "injured"
[words.status]
"civilian" = "civilian"
[words.party]
"regime" = "regime"
[words.mode]
"surely" = "named"
[[victims]]
each = ["in the market", "in the school"]
number = { each = true }
outcome = { columns = ["outcome"], words = "outcome" }
civil_status = { columns = ["status"], words = "status", value = "unknown" }
[[attributions]]
party = { columns = ["party"], words = "party" }
mode = { columns = ["mode"], words = "mode" }
"""


def test_equal_groups_are_two_groups_and_a_word_without_a_code_is_nobody_s_death(
    workspace: Workspace, tmp_path: Path
) -> None:
    """A default asserts (one civilian, killed, by the named party): a blank cell or a strange word does not."""
    lines = (
        "no,in the market,in the school,outcome,status,party,mode",
        "1,3,3,dead,civilian,regime,surely",
        "2,2,0,badly hurt,civilian,regime,surely",
        "3,2,0,,civilian,regime,surely",
        "4,2,0,dead,rebel,regime,surely",
        "5,2,0,dead,civilian,regime,perhaps",
    )
    report = workspace.import_file(
        folder_file(tmp_path, "tolls.csv", "\n".join(lines)), folder_file(tmp_path, "tolls.toml", TOLLS)
    )
    assert counts(report) == (5, 2, 0, 0, 3)
    assert reasons(report) == [
        "Row 3 (2): Cell D3 (outcome): What happened to them: “badly hurt” has no code here, and this has to be said."
        " Choose in the mapping what the word stands for.",
        "Row 4 (3): Cell D4 (outcome): What happened to them: The cell is blank, and nothing is assumed. Fill it in, or"
        " choose in the mapping what a blank one means.",
        "Row 6 (5): Cell G6 (mode): Attribution: “perhaps” has no code here, and this has to be said. Choose in the"
        " mapping what the word stands for.",
    ]
    first, fourth = (workspace.by_origin(f"tolls:{number}") for number in (1, 4))
    assert first is not None
    assert fourth is not None
    assert [(v.number, v.outcome, v.civil_status) for v in first.victims] == [(3, "killed", "civilian")] * 2
    assert [v.civil_status for v in fourth.victims] == ["unknown"]


def test_unknown_columns_need_a_mapping(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NoMapping) as refused:
        workspace.import_file(folder_file(tmp_path, "other.csv", "a,b\n1,2\n"))
    assert "other.csv" in refused.value.tell(ENGLISH)
    assert "مطابقة" in refused.value.tell(ARABIC)


def test_a_read_only_store_takes_a_dry_run_and_no_more(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "a.snhr", PASSPHRASE, "IDL")[0].close()
    path = write(tmp_path, row())
    with Workspace.open(tmp_path / "a.snhr", PASSPHRASE, read_only=True) as workspace:
        assert counts(workspace.import_file(path, dry_run=True)) == (1, 1, 0, 0, 0)
        with pytest.raises(ReadOnlyFolder):
            workspace.import_file(path)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_rows_are_saved_once_and_told_safely(workspace: Workspace, tmp_path: Path, text: str) -> None:
    path = write(tmp_path, row(summary_ar=text, location=text[:190], **{"weapons_used.0": text, f"column {text}": "x"}))
    assert counts(workspace.import_file(path)) == (1, 1, 0, 0, 0)
    again = workspace.import_file(path)
    assert counts(again) == (1, 0, 0, 1, 0)
    for language in (ENGLISH, ARABIC):
        assert "\u202e" not in again.tell(language)


def test_the_report_is_told_in_both_languages(workspace: Workspace, tmp_path: Path) -> None:
    report = workspace.import_file(write(tmp_path, row("SAR020418", "2018-02-04"), row("", ""), row(un_title="x")))
    english, arabic = bare(report.tell(ENGLISH)), bare(report.tell(ARABIC))
    assert "3 records read" in english
    assert "قُرئت 3 سجلات" in arabic
    assert "SAR020418: 2 April 2018 instead of 4 February 2018" in english
    assert "SAR020418: 2 نيسان 2018 بدلاً من 4 شباط 2018" in arabic


def own(folder: Path, *dossiers: Any) -> Path:
    return folder_file(folder, "own.json", json.dumps({"format": "snhr-desktop dossiers", "dossiers": dossiers}))


@pytest.mark.parametrize(
    "dossier, said",
    [
        ({"incident": {"title_en": "x"}}, "The code that tells"),
        ({"incident": "x"}, "This is not a record"),
        ({"incident": {"origin": "o:1", "titel": "x"}}, "The field “titel” is not known."),
        ({"incident": {"origin": "o:1"}, "victims": "three"}, "This is not a record"),
        ({"incident": {"origin": "o:1"}, "victims": ["three"]}, "This is not a record"),
        ({"incident": {"origin": "o:1"}, "victims": [{"number": 0}]}, "Number of persons: This cannot be less than 1."),
        ({"incident": {"origin": "o:1"}, "victims": [{"outcome": ""}, {"outcome": None, "age": 4}]}, "Victim 2: What"),
        ({"incident": {"origin": "o:1"}, "victims": [{"outcome": "killed", "number": 0}]}, "Number of persons: This"),
        ({"incident": {"origin": "o:1"}, "victims": [{"number": None, "age": 4}]}, "persons: This is needed."),
        ({"incident": {"origin": "o:1"}, "victims": [{"age": 4}, {"age": -3}]}, "Victim 2: Age: This cannot be less"),
        ({"incident": {"origin": "o:1"}, "victims": [{"age": 40, "age_group": "child"}]}, "A child cannot be 40"),
        (
            {"incident": {"origin": "o:1", "date": {"first": "2018-03-22", "last": "2018-03-21"}}},
            "Date: The end is before the start.",
        ),
        ({"incident": {"origin": "o:1", "status": "documented"}}, "This is needed."),
        ({"incident": {"origin": "o:1", "kinds": ["party"]}}, "“party” is not one of the choices."),
    ],
)
def test_our_own_format_is_read_strictly(workspace: Workspace, tmp_path: Path, dossier: Any, said: str) -> None:
    report = workspace.import_file(own(tmp_path, dossier, {"incident": {"origin": "o:2"}}))
    assert counts(report) == (2, 1, 0, 0, 1)
    assert said in reasons(report)[0]


def test_a_record_of_another_store_keeps_its_identity_and_a_reference_that_is_free(
    workspace: Workspace, tmp_path: Path
) -> None:
    first, second = ({"origin": f"o:{at}", "uid": f"{at}" * 32, "reference": "IDL-2018-00007"} for at in (1, 2))
    third = {"origin": "o:3", "uid": "no identity", "reference": "as it comes"}
    report = workspace.import_file(own(tmp_path, *({"incident": one, "revision": 9} for one in (first, second, third))))
    assert counts(report) == (3, 3, 0, 0, 0)
    found = [workspace.by_origin(f"o:{at}") for at in (1, 2, 3)]
    named = [one.incident.reference for one in found if one]
    assert named == ["IDL-2018-00007", "IDL-0000-00001", "IDL-0000-00002"]
    assert [one.incident.uid == f"{at}" * 32 for at, one in enumerate(found, 1) if one] == [True, True, False]
    assert workspace.save(dossier()).dossier.incident.reference == "IDL-2018-00008"


def test_a_file_does_not_change_a_record_it_only_has_the_identity_of(workspace: Workspace, tmp_path: Path) -> None:
    kept = workspace.save(dossier()).dossier
    report = workspace.import_file(own(tmp_path, {"incident": {"uid": kept.incident.uid, "title_en": "Other"}}))
    assert counts(report) == (1, 0, 0, 0, 1)
    assert workspace.dossier(kept.incident.uid) == kept


def _expected(rows: Sequence[dict[str, Any]]) -> set[str]:
    return {f"syrian_archive_chemical:{one['incident_code']}" for one in rows}


@with_archive
def test_the_real_archive_comes_in_whole_and_only_once(workspace: Workspace) -> None:
    rows = json.loads(ARCHIVE.read_text(encoding="utf-8"))
    report = workspace.import_file(ARCHIVE)
    assert counts(report) == (209, 209, 0, 0, 0)
    assert len(_expected(rows)) == 209
    assert counts(workspace.import_file(ARCHIVE)) == (209, 0, 0, 209, 0)

    for one in rows:
        found = workspace.by_origin(f"syrian_archive_chemical:{one['incident_code']}")
        assert found is not None
        assert found.incident.status == "reported"
        assert found.incident.narrative_en == bare(one["summary_en"]).strip()
        assert found.incident.narrative_ar == bare(one["summary_ar"]).strip()
        assert not [address for address in re.findall(r"\S+@\S+", one["staff"]) if address in str(found.dump())]


@with_archive
def test_the_real_archive_s_dates_and_places_are_right(workspace: Workspace) -> None:
    report = workspace.import_file(ARCHIVE)
    by_topic: dict[str, list[str]] = {}
    for finding in report.findings:
        by_topic.setdefault(finding.topic, []).append(finding.key)
    assert set(by_topic["date_swapped"]) == {"JOB090413", "ALE070615", "JAN080615", "ZOB050715"}
    assert by_topic["date_witnessed"] == ["SAR020418"]
    assert len(by_topic["date_from_code"]) == 15
    assert by_topic["date_missing"] == ["ETA50716"]
    assert set(by_topic["place_far"]) == {"ADR230513", "JZA260415"}
    dates = {"JOB090413": "2013-04-09", "ALE070615": "2015-06-07", "JAN080615": "2015-06-08", "ZOB050715": "2015-07-05",
             "SAR020418": "2018-02-04", "KHA040417": "2017-04-04"}  # fmt: skip
    for key, day in dates.items():
        found = workspace.by_origin(f"syrian_archive_chemical:{key}")
        assert found is not None
        assert str(found.incident.date.first) == day
    towns = workspace.incidents(IncidentQuery(area="SY07")).total
    assert towns >= 43
    assert [(word.column, word.rows) for word in report.unmapped] == [("Violations_of_childrens_rights", 4)]


def test_no_file_of_our_own_takes_the_code_of_another_data_set(workspace: Workspace, tmp_path: Path) -> None:
    code = "syrian_archive_chemical:SAR290415"
    claims = own(tmp_path, {"incident": {"origin": code, "title_en": "Claimed"}})
    assert counts(workspace.import_file(claims)) == (1, 1, 0, 0, 0)
    path = write(tmp_path, row())
    report = workspace.import_file(path)
    assert counts(report) == (1, 1, 0, 0, 0)
    assert [finding.topic for finding in report.findings if finding.topic == "origin_claimed"] == ["origin_claimed"]
    assert report.doubtful == 1
    assert counts(workspace.import_file(path)) == (1, 0, 0, 1, 0)
    changed = write(tmp_path, row(title_en="Corrected"))
    assert counts(workspace.import_file(changed)) == (1, 0, 1, 0, 0)
    assert counts(workspace.import_file(claims)) == (1, 0, 0, 1, 0)
    again = own(tmp_path, {"incident": {"origin": code, "title_en": "Claimed otherwise"}})
    assert counts(workspace.import_file(again)) == (1, 0, 1, 0, 0)
    titles = {one.title_en for one in workspace.incidents(IncidentQuery()).rows}
    assert titles == {"Claimed otherwise", "Corrected"}


def test_a_file_of_our_own_changes_no_record_that_it_only_has_the_code_of(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_file(write(tmp_path, row()))
    code = "syrian_archive_chemical:SAR290415"
    kept = workspace.by_origin(code)
    report = workspace.import_file(own(tmp_path, {"incident": {"origin": code, "title_en": "Claimed"}}))
    assert counts(report) == (1, 0, 0, 0, 1)
    assert workspace.by_origin(code) == kept


def test_a_refusal_of_a_folder_names_the_file_that_it_lies_in(workspace: Workspace, tmp_path: Path) -> None:
    mapping = folder_file(
        tmp_path,
        "list.toml",
        '[file]\ncode = "list"\nname_en = "List"\nname_ar = "قائمة"\nkey = "no"\n[incident]\n'
        'kinds = { value = ["killing"] }\ntime = "hour"\n[date]\ncolumn = "day"\n',
    )
    for kind, sound, wrong in (
        ("csv", "no,day,hour\n1,2018-01-02,10:00\n", "no,day,hour\n2,2018-01-03,10:00\n3,2018-01-04,99:99\n"),
        (
            "xml", "<a><no>4</no><day>2018-01-02</day><hour>10:00</hour></a>",
            "<a><no>5</no><day>2018-01-02</day><hour>99:99</hour></a>",
        ),
    ):  # fmt: skip
        folder = tmp_path / kind
        (folder / "two").mkdir(parents=True)
        folder_file(folder, f"may.{kind}", sound)
        folder_file(folder / "two", f"may.{kind}", wrong) if kind == "xml" else folder_file(folder, "june.csv", wrong)
        report = workspace.import_file(folder, mapping, dry_run=True)
        [refused] = report.refused
        file, row, key = ("two/may.xml", 1, 5) if kind == "xml" else ("june.csv", 3, 3)
        assert bare(refused.tell(ENGLISH)).startswith(f"{file}, row {row} ({key}): ")
        assert file in refused.problems[0].cell
        assert f"Cell {refused.problems[0].cell.split(' (')[0]} (hour): " in bare(refused.tell(ENGLISH))


def test_a_code_that_stands_twice_in_a_folder_is_told_with_the_file_it_stood_in_first(
    workspace: Workspace, tmp_path: Path
) -> None:
    mapping = folder_file(
        tmp_path, "list.toml", '[file]\ncode = "list"\nname_en = "List"\nname_ar = "قائمة"\nkey = "no"\n'
        '[incident]\nkinds = { value = ["killing"] }\n[date]\ncolumn = "day"\n',
    )  # fmt: skip
    folder = tmp_path / "lists"
    folder.mkdir()
    folder_file(folder, "a.csv", "no,day\n1,2018-01-02\n2,2018-01-03\n3,2018-01-03\n")
    folder_file(folder, "b.csv", "no,day\n4,2018-01-04\n2,2018-01-03\n4,2018-01-04\n")
    for dry_run in (True, False):
        report = workspace.import_file(folder, mapping, dry_run=dry_run)
        told = [bare(one.tell(ENGLISH)).partition("): ")[2].partition(",")[0] for one in report.refused]
        assert told == ["Row 3 of a.csv has the same code", "Row 2 of b.csv has the same code"]


def test_a_submission_that_cannot_be_read_is_named(workspace: Workspace, tmp_path: Path) -> None:
    mapping = folder_file(
        tmp_path,
        "list.toml",
        '[file]\ncode = "list"\nname_en = "List"\nname_ar = "قائمة"\nkey = "no"\n[incident]\n'
        'kinds = { value = ["killing"] }\n[date]\ncolumn = "day"\n',
    )
    folder = tmp_path / "sent"
    folder.mkdir()
    folder_file(folder, "a.xml", "<a><no>4</no><day>2018-01-02</day></a>")
    folder_file(folder, "b.xml", "<a><no>4</no>")
    [refused] = workspace.import_file(folder, mapping, dry_run=True).refused
    assert bare(refused.tell(ENGLISH)) == "b.xml, row 1 (–): This is not a record with named fields."
