"""The door: what is saved through it comes back, and each write says what it touched."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.errors import ChangedMeanwhile, InvalidEntry, UnknownCode
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.workspace import Changes, IncidentQuery, Workspace
from tests.builders import (
    HOSTILE_TEXTS,
    PASSPHRASE,
    counted,
    dossier,
    facility,
    incident,
    source,
    victim,
    weapon,
)

FULL = dossier(
    victim(name_ar="أحمد العلي", age=40, place_of_origin=replace(incident().place, lat=35.9, lon=36.6)),
    victim(number=4, sex="", age_group="child"),
    incident=counted(second_strike=30, time="14:30", learned_on=dt.date(2018, 3, 23), toll_open=True),
    facilities=(facility(name_en="Al-Noor school"),),
    weapons=(weapon(),),
    sources=(source(real_name="Real Person", contact="+963 000"), source(pseudonym="W2")),
)


def test_a_dossier_comes_back_as_it_was_saved(workspace: Workspace) -> None:
    saved = workspace.save(FULL, "first entry")
    again = workspace.dossier(saved.dossier.incident.uid)
    assert again == saved.dossier
    assert again.revision == 1
    assert again.incident.reference == "IDL-2018-00001"
    assert all(len(record.uid) == 32 for record in again.records())
    assert workspace.by_reference(" idl-2018-00001 ") == again
    assert saved.changes == Changes(
        frozenset({"incident", "victim", "attribution", "facility", "weapon", "source"}), (again.incident.uid,)
    )


def test_it_comes_back_from_disk_too(workspace: Workspace, tmp_path: Path) -> None:
    saved = workspace.save(FULL).dossier
    workspace.close()
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as again:
        assert again.dossier(saved.incident.uid) == saved
        assert again.info.office == "IDL"


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_is_kept_and_found_and_harms_nothing(workspace: Workspace, text: str) -> None:
    given = dossier(victim(name_ar=text[:100]), incident=counted(narrative_ar=text, title_en=text[:150]))
    saved = workspace.save(given, reason=text).dossier
    again = workspace.dossier(saved.incident.uid)
    assert again == saved
    assert workspace.incidents(IncidentQuery(text=text)).total in (0, 1)
    assert workspace.incidents(IncidentQuery(text=" ".join(text.split()[:3]))).total in (0, 1)
    assert workspace.history(saved.incident.uid)[0].number == 1
    assert not [finding for finding in workspace.verify() if finding.level == "error"]


def test_an_edit_keeps_the_reference_and_touches_what_it_changed(workspace: Workspace) -> None:
    first = workspace.save(FULL).dossier
    moved = replace(first, incident=replace(first.incident, reference="", date=incident(dt.date(2017, 6, 1)).date))
    second = workspace.save(moved, "wrong year")
    assert second.dossier.incident.reference == "IDL-2018-00001"
    assert second.dossier.revision == 2
    assert second.changes.types == {"incident"}
    assert second.dossier.victims == first.victims


def test_saving_what_is_already_there_writes_nothing(workspace: Workspace) -> None:
    first = workspace.save(FULL).dossier
    again = workspace.save(first, "no reason")
    assert again.changes == Changes()
    assert again.dossier == first
    assert len(workspace.history(first.incident.uid)) == 1


def test_references_count_up_by_year_and_skip_nothing(workspace: Workspace) -> None:
    years = (2018, 2018, 2017, 2018)
    saved = [workspace.save(dossier(incident=counted(day=dt.date(year, 5, 1)))).dossier for year in years]
    assert [d.incident.reference for d in saved] == [
        "IDL-2018-00001",
        "IDL-2018-00002",
        "IDL-2017-00001",
        "IDL-2018-00003",
    ]


def test_an_incident_without_a_day_counts_in_the_year_it_is_entered(workspace: Workspace) -> None:
    saved = workspace.save(dossier(incident=incident(None))).dossier
    assert saved.incident.reference == "IDL-0000-00001"


def test_a_stale_dossier_is_refused(workspace: Workspace) -> None:
    first = workspace.save(FULL).dossier
    workspace.save(replace(first, victims=first.victims[:1]))
    with pytest.raises(ChangedMeanwhile):
        workspace.save(replace(first, weapons=()))
    assert workspace.dossier(first.incident.uid).weapons == first.weapons


def test_every_error_is_named_and_nothing_is_half_saved(workspace: Workspace) -> None:
    wrong = dossier(victim(age=40, age_group="child"), incident=incident(kinds=("no_such_kind",)))
    workspace.put_draft("form-1", wrong.dump())
    with pytest.raises(InvalidEntry) as refused:
        workspace.save(wrong, draft="form-1")
    assert {(p.record, p.field) for p in refused.value.problems} == {("incident", "kinds"), ("victim", "age")}
    assert "40" in refused.value.tell(ARABIC)
    assert workspace.incidents(IncidentQuery()).total == 0
    assert [draft.key for draft in workspace.drafts()] == ["form-1"]
    assert workspace.save(FULL).dossier.incident.reference == "IDL-2018-00001"


def test_documented_needs_what_a_report_may_hold_half(workspace: Workspace) -> None:
    with pytest.raises(InvalidEntry):
        workspace.save(dossier(sources=()))
    assert workspace.save(dossier(incident=incident(), sources=())).dossier.revision == 1


def test_the_draft_goes_with_the_save(workspace: Workspace) -> None:
    workspace.put_draft("form-1", FULL.dump())
    workspace.put_draft("form-2", {"incident": {"title_en": "\ud800 half a character"}, "victims": "rubbish"})
    [newest, oldest] = workspace.drafts()
    assert (newest.key, newest.title) == ("form-2", "half a character")
    assert newest.raw["incident"]["title_en"] == "\ud800 half a character"
    assert (oldest.key, oldest.title) == ("form-1", "قصف سوق")
    workspace.save(FULL, draft="form-1")
    assert [draft.key for draft in workspace.drafts()] == ["form-2"]
    workspace.discard_draft("form-2")
    workspace.discard_draft("form-2")
    assert workspace.drafts() == ()


def test_a_save_discards_no_draft_but_its_own(workspace: Workspace) -> None:
    saved = workspace.save(FULL).dossier
    other = workspace.save(dossier(incident=counted(title_en="Another"))).dossier
    workspace.put_draft("one", other.dump())
    workspace.put_draft("two", FULL.dump())  # of an incident that was never saved
    workspace.put_draft("three", {"case": {"uid": "", "name_ar": "a case"}})
    for key in ("one", "two", "three"):
        saved = workspace.save(replace(saved, weapons=saved.weapons[1:]), draft=key).dossier
    workspace.save(FULL, draft="three")
    assert sorted(draft.key for draft in workspace.drafts()) == ["one", "three", "two"]
    workspace.save(replace(other, weapons=()), draft="one")
    workspace.save(FULL, draft="two")
    assert [draft.key for draft in workspace.drafts()] == ["three"]


def test_a_copied_row_becomes_a_record_of_its_own(workspace: Workspace) -> None:
    first = workspace.save(FULL).dossier
    copied = replace(FULL, victims=(first.victims[0], first.victims[0]))
    second = workspace.save(copied).dossier
    uids = {v.uid for v in (*first.victims, *second.victims)}
    assert len(uids) == 4
    assert workspace.dossier(first.incident.uid) == first


def test_an_identity_from_another_store_is_kept(workspace: Workspace) -> None:
    uid = "0190b5c2a7d17cc0a3f1f00dcafe0001"
    saved = workspace.save(replace(FULL, incident=FULL.incident.with_uid(uid))).dossier
    assert saved.incident.uid == uid
    invented = workspace.save(replace(FULL, incident=FULL.incident.with_uid("../../etc"))).dossier
    assert len(invented.incident.uid) == 32


def test_many_are_saved_in_one_go_and_the_wrong_ones_listed(workspace: Workspace) -> None:
    wrong = dossier(incident=incident(kinds=("no_such_kind",)))
    bulk = workspace.save_many([FULL, wrong, FULL], "import")
    assert [saved.dossier.incident.reference for saved in bulk.saved] == ["IDL-2018-00001", "IDL-2018-00002"]
    [(number, refusal)] = bulk.refused
    assert number == 1
    assert isinstance(refusal, InvalidEntry)
    assert bulk.changes.uids == tuple(saved.dossier.incident.uid for saved in bulk.saved)
    assert workspace.incidents(IncidentQuery()).total == 2


def test_a_record_of_another_data_set_is_found_by_its_origin(workspace: Workspace) -> None:
    saved = workspace.save(dossier(incident=counted(origin="set/CODE-1"))).dossier
    assert workspace.by_origin("set/CODE-1") == saved
    assert workspace.by_origin("set/CODE-2") is None
    assert workspace.by_origin("") is None


def test_dossiers_come_in_the_order_asked_for(workspace: Workspace) -> None:
    first, second = (workspace.save(FULL).dossier for _ in range(2))
    uids = [second.incident.uid, "nowhere", first.incident.uid]
    assert workspace.dossiers(uids) == (second, first)


def test_an_unknown_incident_is_a_refusal(workspace: Workspace) -> None:
    with pytest.raises(UnknownCode) as refused:
        workspace.dossier("0" * 32)
    assert "an incident" in refused.value.tell(ENGLISH)
    assert "حادثة" in refused.value.tell(ARABIC)


def test_a_new_store_knows_the_idlib_period(workspace: Workspace) -> None:
    [file] = workspace.periods()
    assert (file.period.code, len(file.markers), len(file.published)) == (
        "idlib",
        len(IDLIB.markers),
        len(IDLIB.published),
    )
    assert workspace.period("idlib") == file


def test_a_period_is_changed_under_its_code_and_keeps_its_history(workspace: Workspace) -> None:
    [file] = workspace.periods()
    longer = replace(file, period=replace(file.period, last=dt.date(2018, 6, 30)), markers=file.markers[1:])
    saved = workspace.save_period(longer, "extended")
    assert saved.changes.types == {"period", "marker"}
    assert workspace.period("idlib") == saved.file == longer
    assert workspace.save_period(longer).changes.types == frozenset()
    [_, second] = workspace.history(file.period.uid)
    assert {(c.record, c.field) for c in second.changes} == {("period", "last"), ("marker", "")}


def test_a_wrong_period_is_refused(workspace: Workspace) -> None:
    backwards = replace(IDLIB.period, code="other", first=dt.date(2018, 1, 1), last=dt.date(2017, 1, 1), name_ar="")
    with pytest.raises(InvalidEntry) as refused:
        workspace.save_period(replace(IDLIB, period=backwards))
    assert {problem.field for problem in refused.value.problems} == {"last", "name_ar"}
    with pytest.raises(UnknownCode) as unknown:
        workspace.period("other")
    assert "idlib" in unknown.value.tell(ARABIC)


@pytest.mark.parametrize("area", ["SY0", "sy07", "C3871"])
def test_an_area_without_facts_is_refused(workspace: Workspace, area: str) -> None:
    """Every figure of such a period would be 0, and look like an answer."""
    with pytest.raises(InvalidEntry) as refused:
        workspace.save_period(replace(IDLIB, period=replace(IDLIB.period, code="other", area=area)))
    assert [problem.field for problem in refused.value.problems] == ["area"]
    for sound in ("", "SY07", "SY0702", "SY070201"):
        workspace.save_period(replace(IDLIB, period=replace(IDLIB.period, code="other", area=sound)))


def test_the_stamp_tells_whether_anything_changed(workspace: Workspace, tmp_path: Path) -> None:
    before = workspace.stamp()
    workspace.incidents(IncidentQuery())
    assert workspace.stamp() == before
    workspace.save(FULL)
    after = workspace.stamp()
    assert after != before
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as other:
        other.save(FULL)
    assert workspace.stamp() != after


def test_a_reason_that_a_person_types_is_never_an_imports_own(workspace: Workspace) -> None:
    saved = workspace.save(FULL, "import: archive").dossier
    uid = saved.incident.uid
    workspace.save(replace(saved, incident=replace(saved.incident, title_en="other")))
    workspace.restore(uid, 1, "import: archive", seen=2)
    assert [one.reason for one in workspace.history(uid)] == ["archive", "", "archive"]
