"""Whole records out and in again: nothing is lost, nothing leaves for an audience that may not have it."""

import json
import stat
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.doubles.merging import merged, proposal
from snhr_desktop.domain.records import Attachment, AttachmentLink, CaseFile, Dossier, RecordSet
from snhr_desktop.domain.values import Site
from snhr_desktop.exchange.export.asked import INTERNAL, JSON, Asked, ExportStopped, ForTheOfficeAlone, Watch
from snhr_desktop.exchange.export.schema import schema
from snhr_desktop.exchange.reading import json_text
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.store.content import digest
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, PASSPHRASE, case, counted, dossier, incident, open_as, source, victim
from tests.exchange.export.hostile import cases, dossiers

WHOLE = Asked(JSON, INTERNAL, whole=True)


def exported(workspace: Workspace, path: Path, asked: Asked = WHOLE) -> dict[str, Any]:
    """Export and read what was written."""
    workspace.export(asked, path, ENGLISH)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def said(workspace: Workspace) -> list[dict[str, Any]]:
    """Everything a store says, history aside."""
    incidents = [one.uid for one in workspace.incidents(workspace_query()).rows]
    found = workspace.cases_found(case_query())
    assert found is not None
    rows = [row.uid for row in workspace.case_rows(found.rows)]
    sets: Iterable[RecordSet] = (*workspace.dossiers(sorted(incidents)), *workspace.case_files(sorted(rows)))
    return [one.body() for one in sets]


def workspace_query() -> Any:
    from snhr_desktop.workspace import IncidentQuery

    return IncidentQuery(limit=1000)


def case_query() -> Any:
    from snhr_desktop.workspace import CaseQuery

    return CaseQuery()


@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(one=dossiers(), other=dossiers(), held=cases(), small=st.sampled_from([0, json_text.SMALL]))
def test_whole_records_come_back_as_they_were(
    one: Dossier, other: Dossier, held: CaseFile, small: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("round")
    first, _ = Workspace.create(folder / "a.snhr", PASSPHRASE, "IDL")
    second, _ = Workspace.create(folder / "b.snhr", PASSPHRASE, "ALE")
    with first, second:
        here, there = first.save(one).dossier, first.save(other).dossier
        first.save_case(held)
        first.link_persons(here.victims[0].uid, there.victims[0].uid)
        whole = exported(first, folder / "a.json")
        jsonschema.validate(whole, schema())
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(json_text, "SMALL", small)
            report = second.import_file(folder / "a.json")
        assert (report.created, report.refused) == (3, ())
        assert said(second) == said(first)
        assert digest(second._store.connection) == digest(first._store.connection)
        assert second.import_file(folder / "a.json").unchanged == 3
        again = exported(second, folder / "b.json")
        assert again["dossiers"] == whole["dossiers"]
        assert len(whole["persons"]) == 1
        assert again["persons"] == whole["persons"]


def test_the_schema_is_one_and_knows_every_field() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    records = schema()["$defs"]
    for kind in (Dossier, CaseFile):
        for record in (kind.head_type, *kind.lists.values()):
            named = {"uid", *(field.name for field in record.fields())}
            assert set(records[record.type_name]["properties"]) == named
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"format": "snhr-desktop dossiers", "dossiers": [{"incident": {"titel": ""}}]}, schema())


@pytest.mark.parametrize("audience", ["public", "partners", INTERNAL])
@pytest.mark.parametrize("text", HOSTILE_TEXTS[:4])
def test_who_a_source_is_leaves_with_whole_records_alone(
    workspace: Workspace, tmp_path: Path, audience: str, text: str
) -> None:
    secret = source(real_name="Salma Grey Falcon", contact="+963 944 555 777", consent="internal")
    workspace.save(dossier(sources=(secret,), incident=incident(status="documented", classification="violation",
                   narrative_en=f"{text} Salma Grey Falcon said, reached at +963 944 555 777.")))  # fmt: skip
    workspace.save_case(case(family_contact="0944 111 222"))
    exported(workspace, tmp_path / "a.json", Asked(JSON, audience))
    written = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert not [word for word in ("Grey Falcon", "944 555", "0944 111", "944555777") if word in written]
    exported(workspace, tmp_path / "whole.json")
    assert "Salma Grey Falcon" in (tmp_path / "whole.json").read_text(encoding="utf-8")


def test_what_is_not_counted_stays_in_the_house(workspace: Workspace, tmp_path: Path) -> None:
    workspace.save(dossier())
    workspace.save(dossier(incident=incident()))
    workspace.save_case(case(status="reported"))
    counts = {
        audience: len(exported(workspace, tmp_path / f"{audience}.json", Asked(JSON, audience))["dossiers"])
        for audience in ("public", "partners", INTERNAL)
    }
    assert counts == {"public": 1, "partners": 1, INTERNAL: 3}
    outlook = workspace.export_outlook(Asked(JSON, "public"))
    assert (outlook.incidents, outlook.cases) == (1, 0)


def test_a_child_is_never_named_outside_the_house(workspace: Workspace, tmp_path: Path) -> None:
    child = victim(name_en="Rami Khalil", age=7, age_group="child", naming="published")
    workspace.save(dossier(child))
    exported(workspace, tmp_path / "a.json", Asked(JSON, "partners"))
    assert "Rami" not in (tmp_path / "a.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("asked", [Asked(JSON, "public", whole=True), Asked(JSON, "partners", files=True)])
def test_more_than_an_audience_may_have_is_refused(workspace: Workspace, tmp_path: Path, asked: Asked) -> None:
    workspace.save(dossier())
    with pytest.raises(ForTheOfficeAlone):
        workspace.export(asked, tmp_path / "a.json", ENGLISH)
    assert list(tmp_path.glob("*.json")) == []


def test_an_export_is_an_act_of_the_history(workspace: Workspace, tmp_path: Path) -> None:
    from hashlib import sha256

    workspace.save(dossier())
    head = workspace.head()
    workspace.export(Asked(JSON, "public", period="idlib"), tmp_path / "a.json", ENGLISH)
    [act] = workspace.exports()
    assert (act.actor, act.taken.form, act.taken.audience, act.taken.incidents) == ("tester", JSON, "public", 1)
    assert act.taken.head == head
    assert act.taken.chosen == {"period": "idlib"}
    assert act.taken.files == {"": sha256((tmp_path / "a.json").read_bytes()).hexdigest()}
    assert [finding for finding in workspace.verify() if finding.level == "error"] == []
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600


def test_called_off_it_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    for _ in range(3):
        workspace.save(dossier())
    heard: list[int] = []
    watch = Watch(lambda done, of: heard.append(done), lambda: len(heard) < 2)
    before = set(tmp_path.iterdir())
    with pytest.raises(ExportStopped):
        workspace.export(WHOLE, tmp_path / "a.json", ENGLISH, watch)
    assert set(tmp_path.iterdir()) == before
    assert workspace.exports() == ()


def test_the_choice_is_by_period_filter_and_selection(workspace: Workspace, tmp_path: Path) -> None:
    import datetime as dt

    inside = workspace.save(dossier()).dossier
    outside = workspace.save(dossier(incident=incident(dt.date(2016, 1, 2)))).dossier
    workspace.save_filter("2016", replace(workspace_query(), last=dt.date(2016, 12, 31)))

    def chosen(**by: Any) -> list[str]:
        found = exported(workspace, tmp_path / "a.json", replace(WHOLE, **by))
        return [one["incident"]["uid"] for one in found["dossiers"]]

    assert chosen() == [inside.incident.uid, outside.incident.uid]
    assert chosen(period="idlib") == [inside.incident.uid]
    assert chosen(saved_filter="2016") == [outside.incident.uid]
    assert chosen(incidents=(outside.incident.uid,)) == [outside.incident.uid]


def test_whoever_sees_no_sources_takes_no_whole_records_out(workspace: Workspace, tmp_path: Path) -> None:
    from snhr_desktop.domain.rights import NotYourRole
    from snhr_desktop.exchange.export.asked import NotForYou

    workspace.save(dossier())
    folder = tmp_path / "office.snhr"
    workspace.close()
    with open_as("reviewer", folder, role="reviewer", no_sources=True) as other, pytest.raises(NotForYou):
        other.export(WHOLE, tmp_path / "a.json", ENGLISH)
    with open_as("clerk", folder, role="entry") as other, pytest.raises(NotYourRole):
        other.export(Asked(JSON, "public"), tmp_path / "a.json", ENGLISH)


def test_the_command_line_tells_what_leaves_and_writes_it(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from snhr_desktop.cli import run

    reference = workspace.save(dossier()).dossier.incident.reference
    workspace.close()
    monkeypatch.setenv("SNHR_PASSPHRASE", PASSPHRASE)
    out, store = tmp_path / "out.json", str(tmp_path / "office.snhr")
    chosen = ["export", store, "--as", "json", "--whole", "--selection", reference, "--out", str(out)]
    assert run(chosen, lambda *_: 0) == 1
    assert "Nothing was written" in capsys.readouterr().err
    assert run([*chosen, "--audience", INTERNAL], lambda *_: 0) == 0
    assert "It tells who the sources are" in capsys.readouterr().err
    assert json.loads(out.read_text(encoding="utf-8"))["dossiers"][0]["incident"]["reference"] == reference
    assert run(["export", store, "--as", "schema", "--out", str(tmp_path / "s.json")], lambda *_: 0) == 0
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8")) == schema()


def test_files_go_along_on_request_each_with_a_step_of_its_custody(workspace: Workspace, tmp_path: Path) -> None:
    from snhr_desktop.domain.records import AttachmentLink
    from snhr_desktop.exchange.export.asked import NobodyNamed
    from snhr_desktop.exchange.export.target import PlaceTaken

    kept, other = (workspace.save(dossier()).dossier.incident.uid for _ in range(2))
    for at, uid in enumerate((kept, other)):
        (tmp_path / f"photo{at}.txt").write_text(f"what it shows {at}", encoding="utf-8")
        workspace.take_in(tmp_path / f"photo{at}.txt", [AttachmentLink(record="incident", target=uid)])
    asked = replace(WHOLE, files=True, incidents=(kept,))
    with pytest.raises(NobodyNamed):
        workspace.export(asked, tmp_path / "a.json", ENGLISH)
    done = workspace.export(replace(asked, recipient="A court"), tmp_path / "a.json", ENGLISH)
    assert done.files is not None
    [file] = done.files.iterdir()
    assert file.read_text(encoding="utf-8") == "what it shows 0"
    assert (stat.S_IMODE(file.stat().st_mode), stat.S_IMODE(done.files.stat().st_mode)) == (0o600, 0o700)
    [held] = workspace.attachments_of(kept)
    step = workspace.attachment_custody(held.attachment.uid).log[-1].step
    assert (step.act, step.recipient, step.purpose) == ("export", "A court", "a.json")
    told = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["attachments"]
    assert [one["attachment"]["sha256"] for one in told] == [held.attachment.sha256]
    with pytest.raises(PlaceTaken):
        workspace.export(replace(asked, recipient="A court"), tmp_path / "a.json", ENGLISH)


@pytest.mark.parametrize("audience", ["public", "partners", INTERNAL])
def test_what_is_said_of_a_file_follows_the_audience(workspace: Workspace, tmp_path: Path, audience: str) -> None:
    uid = workspace.save(dossier()).dossier.incident.uid
    for consent in ("internal", "anonymous"):
        (tmp_path / f"salma {consent}.txt").write_text(consent, encoding="utf-8")
        said = Attachment(consent=consent, device="Grey Phone 7", taken_by="Salma Falcon", kind="document")
        workspace.take_in(tmp_path / f"salma {consent}.txt", [AttachmentLink(record="incident", target=uid)], said)
    found = exported(workspace, tmp_path / "a.json", Asked(JSON, audience))
    told = {one["attachment"]["consent"]: one["attachment"]["device"] for one in found["attachments"]}
    expected = {"anonymous": "", "internal": ""} if audience == INTERNAL else {"anonymous": ""}
    assert told.keys() == expected.keys()
    assert set(told.values()) == ({"Grey Phone 7"} if audience == INTERNAL else {""})
    written = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert "Falcon" not in written
    assert "salma" not in written


SHOWN = "Rami Haddad near Old Clock Tower in Saraqib. Witness Blue saw it."
TELLS = ("Rami", "Haddad", "Clock", "Saraqib", "Blue")


@pytest.mark.parametrize("record", ["incident", "victim", "merged"])
@pytest.mark.parametrize("audience", ["public", "partners"])
def test_what_a_file_shows_tells_no_more_than_the_record_it_is_kept_with(
    workspace: Workspace, tmp_path: Path, audience: str, record: str
) -> None:
    saraqib = next(one for one in workspace.gazetteer.named("Saraqib") if one.level.value == "community")
    wide = counted(place=Site(saraqib.pcode, "community"), place_shown="governorate", landmark_en="Old Clock Tower")
    people = victim(name_en="Rami Haddad", name_ar="رامي حداد", naming="", age=30)
    seen = source(real_name="Salma Falcon", consent="internal", pseudonym="Witness Blue")
    kept = workspace.save(dossier(people, incident=wide, sources=(seen,))).dossier
    target = kept.victims[0].uid if record == "victim" else kept.incident.uid
    if record == "merged":
        other = workspace.save(dossier(incident=counted())).dossier
        target = other.incident.uid
        workspace.merge(merged(kept, other, proposal(kept, other, workspace.gazetteer)), other, "one attack")
    links = [AttachmentLink(record="victim" if record == "victim" else "incident", target=target)]
    (tmp_path / "p.txt").write_text("x", encoding="utf-8")
    workspace.take_in(tmp_path / "p.txt", links, Attachment(consent="anonymous", kind="document", shows_en=SHOWN))
    found = exported(workspace, tmp_path / "a.json", Asked(JSON, audience))
    [told] = [one["attachment"]["shows_en"] for one in found["attachments"]]
    assert told.endswith("saw it.")
    assert not [word for word in TELLS if word in told]


def test_nothing_is_told_of_what_a_file_shows_whose_record_is_not_there_any_more(
    workspace: Workspace, tmp_path: Path
) -> None:
    kept = workspace.save(dossier(victim(), victim(), incident=counted())).dossier
    links = [AttachmentLink(record="victim", target=kept.victims[1].uid)]
    links.append(AttachmentLink(record="incident", target=kept.incident.uid))
    (tmp_path / "p.txt").write_text("x", encoding="utf-8")
    workspace.take_in(tmp_path / "p.txt", links, Attachment(consent="anonymous", kind="document", shows_en=SHOWN))
    workspace.save(replace(kept, victims=kept.victims[:1]))
    found = exported(workspace, tmp_path / "a.json", Asked(JSON, "public"))
    assert [one["attachment"]["shows_en"] for one in found["attachments"]] == [""]


def test_that_a_file_came_from_a_source_leaves_with_the_whole_records_alone(
    workspace: Workspace, tmp_path: Path
) -> None:
    kept = workspace.save(dossier(victim(), incident=counted(), sources=(source(),))).dossier
    for record, uid in (("victim", kept.victims[0].uid), ("source", kept.sources[0].uid)):
        (tmp_path / record).write_text(record, encoding="utf-8")
        said = Attachment(consent="anonymous", kind="document", shows_en=record)
        workspace.take_in(tmp_path / record, [AttachmentLink(record=record, target=uid)], said)
    whole = exported(workspace, tmp_path / "a.json", WHOLE)
    assert [link["record"] for one in whole["attachments"] for link in one["links"]].count("source") == 1
    public = exported(workspace, tmp_path / "b.json", Asked(JSON, "public"))
    assert [one["attachment"]["shows_en"] for one in public["attachments"]] == ["victim", "source"]
    assert "source" not in [link["record"] for one in public["attachments"] for link in one["links"]]


@pytest.mark.parametrize("audience", ["public", "partners"])
def test_to_be_chosen_by_an_area_tells_no_place_that_may_not_be_told(
    workspace: Workspace, tmp_path: Path, audience: str
) -> None:
    from snhr_desktop.reports.gathering import AreaTellsPlaces

    where = workspace.gazetteer.ancestors("C3871")[0].pcode
    workspace.save_filter("near", replace(workspace_query(), area=where))
    workspace.save(dossier())
    asked = Asked(JSON, audience, saved_filter="near")
    assert len(exported(workspace, tmp_path / "a.json", asked)["dossiers"]) == 1
    workspace.save(dossier(incident=counted(place_shown="governorate")))
    with pytest.raises(AreaTellsPlaces):
        workspace.export(asked, tmp_path / "b.json", ENGLISH)
    assert not (tmp_path / "b.json").exists()
    assert len(exported(workspace, tmp_path / "c.json", replace(asked, audience=INTERNAL))["dossiers"]) == 2
    assert len(exported(workspace, tmp_path / "d.json", replace(asked, saved_filter=""))["dossiers"]) == 2


def test_what_a_killed_export_left_goes_with_the_next_one(workspace: Workspace, tmp_path: Path) -> None:
    import os

    workspace.save(dossier())
    out = tmp_path / "out"
    out.mkdir()
    left, at_work, other = (out / f".{sign * 16}.part" for sign in "0ax")
    room = out / f".{'b' * 16}.room"
    room.mkdir()
    for path in (left, at_work, other, room / "rows"):
        path.write_text("what is not encrypted", encoding="utf-8")
    for path in (left, other, room):
        os.utime(path, (0, 0))
    workspace.export(WHOLE, out / "a.json", ENGLISH)
    assert {path.name for path in out.iterdir()} == {"a.json", at_work.name, other.name}
