"""Terms of the office: added within the rules, meant the same for ever, kept like any record."""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain.records import OwnTerm, User
from snhr_desktop.domain.rights import NotYourRole
from snhr_desktop.domain.vocabularies import VOCABULARIES, label, vocabulary
from snhr_desktop.errors import InvalidEntry, Refusal
from snhr_desktop.exchange.export.asked import Asked
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import meta
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, counted, dossier, facility, incident, open_as, victim, weapon

DRONE = OwnTerm(
    vocabulary="weapon", like="air_bomb", label_en="Drone grenade", label_ar="قنبلة مسيّرة", also="مسيرة؛ درون"
)


pytestmark = pytest.mark.usefixtures("nobody_elses_terms")


def test_a_term_of_the_office_can_be_recorded_and_is_read_in_both_languages(workspace: Workspace) -> None:
    added = workspace.save_own_term(DRONE).term
    assert added.code == f"{workspace.info.office.casefold()}.drone_grenade"
    assert label("weapon", added.code, ENGLISH) == "Drone grenade"
    assert label("weapon", added.code, ARABIC) == "قنبلة مسيّرة"
    saved = workspace.save(dossier(weapons=[weapon(added.code)])).dossier
    assert workspace.dossier(saved.incident.uid).weapons[0].weapon == added.code


def test_it_is_counted_like_the_term_it_is_a_kind_of(workspace: Workspace) -> None:
    added = workspace.save_own_term(DRONE).term
    assert vocabulary("weapon")[added.code].group == vocabulary("weapon")["air_bomb"].group
    assert vocabulary("weapon")[added.code].also == ("مسيرة", "درون")


def test_it_is_in_the_figures_of_the_term_it_is_a_kind_of(workspace: Workspace) -> None:
    """A midwife was no medical staff, and a mine from a helicopter no barrel bomb, whatever the dialog said of them."""
    kinds = (("weapon", "barrel"), ("weapon", "cluster"), ("facility_type", "school"), ("occupation", "medical"))
    barrel, cluster, tent, midwife = (
        workspace.save_own_term(
            OwnTerm(vocabulary=name, like=like, label_en=f"A kind of {like}", label_ar=f"نوع من {like}")
        ).term.code
        for name, like in kinds
    )
    workspace.save(
        dossier(
            victim(occupation=midwife),
            weapons=[weapon(barrel, munitions=3), weapon(cluster, attacks=2)],
            facilities=[facility(tent)],
        )
    )
    answers = workspace.answers(workspace.period("idlib").period, "alliance")
    told = {code: answers[code].total for code in ("barrel_bombs", "cluster_attacks", "medical_killed")}
    assert told == {"barrel_bombs": 3, "cluster_attacks": 2, "medical_killed": 1}
    assert any(terms.get("school") == 1 for terms in answers["facility_impacts"].by.values())
    assert {one.level for one in workspace.verify()} == {"note"}


def test_what_another_edition_counted_is_counted_anew_with_the_terms_of_the_store(tmp_path: Path) -> None:
    made, _ = Workspace.create(tmp_path / "a.snhr", PASSPHRASE, "IDL")
    with made:
        mine = made.save_own_term(replace(DRONE, like="barrel")).term
        made.save(dossier(weapons=[weapon(mine.code, munitions=3)]))
        with made._store.writing() as connection:
            connection.execute("UPDATE weapon_fact SET weapon = ?", (mine.code,))
            meta.write(connection, "derived_by", "6")
    other, _ = Workspace.create(tmp_path / "b.snhr", PASSPHRASE, "ALE")
    other.close()
    with Workspace.open(tmp_path / "a.snhr", PASSPHRASE) as again:
        assert again.answers(again.period("idlib").period, "alliance")["barrel_bombs"].total == 3
        assert {one.level for one in again.verify()} == {"note"}


def test_its_code_never_changes_what_it_means(workspace: Workspace) -> None:
    added = workspace.save_own_term(DRONE).term
    for other in (replace(added, like="mortar"), replace(added, vocabulary="occupation", like="teacher")):
        with pytest.raises(InvalidEntry):
            workspace.save_own_term(other)
    for statement in (
        "DELETE FROM own_term",
        "UPDATE own_term SET \"like\" = 'mortar'",
        "UPDATE own_term SET code = 'x'",
    ):
        with pytest.raises(DatabaseError), workspace._store.writing() as connection:
            connection.execute(statement)
    worded = workspace.save_own_term(replace(added, label_en="Grenade from a drone", code="other")).term
    assert worded.code == added.code
    assert label("weapon", added.code, ENGLISH) == "Grenade from a drone"


def test_a_term_is_never_called_otherwise_in_both_languages(workspace: Workspace) -> None:
    """A midwife became a driver, under the code of midwives, and was counted with the medical staff."""
    added = workspace.save_own_term(DRONE).term
    for said in (
        {"label_en": "Truck", "label_ar": "شاحنة"},
        {"label_en": "Truck", "label_ar": "شاحنة", "retired": True},
    ):
        with pytest.raises(InvalidEntry) as refused:
            workspace.save_own_term(replace(added, **said))
        assert {problem.field for problem in refused.value.problems} == {"label_en", "label_ar"}
    half = workspace.save_own_term(replace(added, label_en="Truck")).term
    with pytest.raises(InvalidEntry):
        workspace.save_own_term(replace(half, label_ar="شاحنة"))
    whole = workspace.save_own_term(replace(half, label_en="Bomblet from a drone")).term
    assert (whole.code, whole.label_ar) == (added.code, DRONE.label_ar)
    other = workspace.save_own_term(replace(whole, label_en=DRONE.label_en.upper(), label_ar="قنبلة درون")).term
    assert workspace.save_own_term(replace(other, retired=True)).term.retired


def test_a_retired_term_is_read_and_offered_no_more(workspace: Workspace) -> None:
    added = workspace.save_own_term(DRONE).term
    workspace.save_own_term(replace(added, retired=True))
    assert vocabulary("weapon")[added.code].retired
    assert label("weapon", added.code, ENGLISH) == "Drone grenade"


@pytest.mark.parametrize(
    "wrong",
    [
        replace(DRONE, label_ar=""),
        replace(DRONE, label_en="Barrel bomb"),
        replace(DRONE, label_ar="برميل متفجر"),
        replace(DRONE, like="nothing"),
        replace(DRONE, vocabulary="party", like="regime"),
        replace(DRONE, vocabulary="status", like="documented"),
    ],
)
def test_what_would_mislead_is_refused(workspace: Workspace, wrong: OwnTerm) -> None:
    before = workspace.own_terms()
    with pytest.raises(InvalidEntry):
        workspace.save_own_term(wrong)
    assert workspace.own_terms() == before


def test_two_terms_of_one_label_do_not_share_a_code_nor_a_word(workspace: Workspace) -> None:
    first = workspace.save_own_term(DRONE).term
    with pytest.raises(InvalidEntry):
        workspace.save_own_term(replace(DRONE, label_ar="أخرى"))
    other = replace(DRONE, vocabulary="facility_type", like="school", label_ar="أخرى")
    assert workspace.save_own_term(other).term.code.startswith(f"{first.code}_")


def test_only_an_administrator_adds_terms(workspace: Workspace) -> None:
    workspace.save_user(User(name="Layla", role="entry"), "another long passphrase", own=PASSPHRASE)
    with Workspace.open(workspace._store.folder, "another long passphrase") as opened, pytest.raises(NotYourRole):
        opened.save_own_term(DRONE)


def test_another_window_reads_what_was_added_meanwhile(workspace: Workspace) -> None:
    with Workspace.open(workspace._store.folder, PASSPHRASE) as other:
        added = other.save_own_term(DRONE).term
        worded = replace(added, label_en="Another wording")
        other.save_own_term(worded)
    assert [one.label_en for one in workspace.own_terms()] == ["Another wording"]
    assert label("weapon", added.code, ENGLISH) == "Another wording"


def test_hostile_words_stay_words(workspace: Workspace) -> None:
    hostile = replace(DRONE, label_en="{n} <b>&' \" ; --", label_ar="\u202eعكس {x}\u202c")
    added = workspace.save_own_term(hostile).term
    assert label("weapon", added.code, ENGLISH) == "{n} <b>&' \" ; --"
    assert "{x}" in label("weapon", added.code, ARABIC)


def test_it_stands_in_a_store_opened_again(workspace: Workspace) -> None:
    added = workspace.save_own_term(DRONE).term
    workspace.save(dossier(incident=incident(), victims=[victim()], weapons=[weapon(added.code)]))
    workspace.close()
    with Workspace.open(workspace._store.folder, PASSPHRASE) as again:
        assert again.own_terms() == (added,)
        assert [f for f in again.verify() if f.level == "error"] == []


def exported(workspace: Workspace, to: Path, *, audience: str = "internal", whole: bool = True) -> dict[str, Any]:
    """The records of a store as a file of our own."""
    workspace.export(Asked("json", audience=audience, whole=whole), to, ENGLISH)
    held: dict[str, Any] = json.loads(to.read_text("utf-8"))
    return held


def test_terms_go_with_the_records_and_mean_the_same_elsewhere(workspace: Workspace, tmp_path: Path) -> None:
    added = workspace.save_own_term(DRONE).term
    saved = workspace.save(dossier(incident=incident(), weapons=[weapon(added.code)])).dossier
    out = tmp_path / "out.json"
    exported(workspace, out)
    other, _ = Workspace.create(tmp_path / "other.snhr", PASSPHRASE, "ALP")
    with other:
        tried = other.import_file(out, dry_run=True)
        assert (tried.created, tried.refused, other.own_terms()) == (1, (), ())
        assert added.code not in vocabulary("weapon")
        taken = other.import_file(out)
        assert (taken.created, taken.refused) == (1, ())
        [brought] = other.own_terms()
        assert (replace(brought, uid=""), brought.uid != added.uid) == (replace(added, uid=""), True)
        assert other.dossier(saved.incident.uid).weapons[0].weapon == added.code
        assert [f for f in other.verify() if f.level == "error"] == []
        assert other.import_file(out).unchanged == 1


@pytest.mark.parametrize(
    "hostile",
    [
        {"code": "barrel"}, {"code": ""}, {"code": "nodot"}, {"like": "nothing"}, {"vocabulary": "party"},
        {"vocabulary": "status", "code": "x.documented", "like": "documented"}, {"label_ar": ""},
    ],
)  # fmt: skip
def test_a_file_cannot_say_what_a_code_of_the_network_means(
    workspace: Workspace, tmp_path: Path, hostile: dict[str, str]
) -> None:
    workspace.save(dossier(incident=incident()))
    out = tmp_path / "out.json"
    held = exported(workspace, out)
    held["terms"] = [replace(DRONE, code="alp.drone").dump() | hostile]
    out.write_text(json.dumps(held), "utf-8")
    before = {name: dict(terms) for name, terms in VOCABULARIES.items()}
    for dry_run in (True, False):
        with pytest.raises(InvalidEntry):
            workspace.import_file(out, dry_run=dry_run)
    assert {name: dict(terms) for name, terms in VOCABULARIES.items()} == before
    assert workspace.own_terms() == ()


def test_a_code_that_means_something_else_here_brings_nothing_in(workspace: Workspace) -> None:
    added = workspace.save_own_term(DRONE).term
    with pytest.raises(InvalidEntry):
        workspace.bring_terms([replace(added, like="mortar", uid="").dump()], "")
    assert workspace.own_terms() == (added,)


def test_a_code_that_is_called_otherwise_throughout_brings_nothing_in(workspace: Workspace) -> None:
    added = workspace.save_own_term(DRONE).term
    other = replace(added, label_en="Small drone", label_ar="طائرة صغيرة", also="", uid="")
    with pytest.raises(InvalidEntry) as raised:
        workspace.bring_terms([other.dump()], "")
    [problem] = raised.value.problems
    for language, words in ((ENGLISH, "add the word"), (ARABIC, "فأضف كلمة الملف")):
        assert words in problem.tell(language)
        assert "طائرة صغيرة" in problem.tell(language)
    workspace.save_own_term(replace(added, also="مسيرة؛ طائرة صغيرة"))
    workspace.bring_terms([other.dump()], "")
    [kept] = workspace.own_terms()
    assert kept.label_ar == DRONE.label_ar


@pytest.mark.parametrize(
    "label",
    [
        "قنبلة",
        "Grenade of " + "a very " * 4 + "small drone",
        "Grenade of " + "a very " * 4 + "large drone",
        "Bömb",
        "!!",
    ],
)
def test_a_code_that_does_not_tell_its_label_is_another_for_another_label(
    workspace: Workspace, tmp_path: Path, label: str
) -> None:
    """On two computers of one office, which know nothing of each other."""
    other, _ = Workspace.create(tmp_path / "other.snhr", PASSPHRASE, workspace.info.office)
    with other:
        first = workspace.save_own_term(replace(DRONE, label_en=label)).term
        same = other.save_own_term(replace(DRONE, label_en=label, also="")).term
        second = other.save_own_term(replace(DRONE, label_en=f"{label} ثانية", label_ar="طائرة صغيرة", also="")).term
        assert first.code == same.code
        assert second.code != first.code


def test_a_term_of_a_file_takes_over_no_history(workspace: Workspace) -> None:
    saved = workspace.save(dossier(incident=incident())).dossier
    for uid in (saved.incident.uid, f"{1:032x}", "Z" * 32):
        workspace.bring_terms([replace(DRONE, code=f"alp.x{uid[:4]}", uid=uid).dump()], "")
    workspace.save(replace(saved, incident=replace(saved.incident, title_en="another")))
    assert [f for f in workspace.verify() if f.level == "error"] == []


def test_an_incident_of_a_file_takes_over_no_identity_of_ours(workspace: Workspace, tmp_path: Path) -> None:
    workspace.save(dossier(incident=incident()))
    out = tmp_path / "out.json"
    held = exported(workspace, out)
    [one] = held["dossiers"]
    rows = [
        {**one, "incident": {**one["incident"], "uid": uid}} for uid in (f"{1:032x}", workspace.users()[0].user.uid)
    ]
    out.write_text(json.dumps(held | {"dossiers": rows}), "utf-8")
    report = workspace.import_file(out)
    assert (report.created, len(report.refused)) == (0, 2)
    assert [f for f in workspace.verify() if f.level == "error"] == []


def test_who_may_not_add_terms_brings_them_in_retired(workspace: Workspace) -> None:
    with open_as("Layla", workspace._store.folder, role="reviewer") as hers:
        hers.bring_terms([replace(DRONE, code="alp.drone").dump()], "")
        assert [one.retired for one in hers.own_terms()] == [True]
    workspace.bring_terms([replace(DRONE, code="alp.other", label_en="Barrel bomb").dump()], "")
    assert workspace.own_terms()[-1].retired


def test_terms_of_another_store_do_not_stay(workspace: Workspace, tmp_path: Path) -> None:
    added = workspace.save_own_term(DRONE).term
    other, _ = Workspace.create(tmp_path / "other.snhr", PASSPHRASE, "ALP")
    with other:
        other.incidents(IncidentQuery())
        assert added.code not in vocabulary("weapon")
        workspace.incidents(IncidentQuery())
        assert added.code in vocabulary("weapon")


def test_what_leaves_the_office_tells_no_terms_but_those_it_says_and_no_moment(
    workspace: Workspace, tmp_path: Path
) -> None:
    added = workspace.save_own_term(DRONE).term
    workspace.save_own_term(replace(DRONE, label_en="Unused", label_ar="غير مستعمل"))
    saved = workspace.save(dossier(victim(), incident=counted(), weapons=[weapon(added.code)])).dossier
    held = exported(workspace, tmp_path / "public.json", audience="public", whole=False)
    assert [(one["code"], one["also"], one["uid"]) for one in held["terms"]] == [(added.code, "", "")]
    assert saved.incident.uid[:12] not in (tmp_path / "public.json").read_text("utf-8")
    exported(workspace, tmp_path / "inside.json", whole=False)
    assert saved.incident.uid in (tmp_path / "inside.json").read_text("utf-8")


@pytest.mark.parametrize("spoiled", [b"\x80", b"\xff\xfe"])
def test_a_spoiled_file_of_ours_is_read_or_refused(workspace: Workspace, tmp_path: Path, spoiled: bytes) -> None:
    added = workspace.save_own_term(DRONE).term
    workspace.save(dossier(incident=incident(), weapons=[weapon(added.code)]))
    out = tmp_path / "out.json"
    exported(workspace, out)
    whole = out.read_bytes()
    for at in range(40, len(whole), len(whole) // 12):
        out.write_bytes(whole[:at] + spoiled + whole[at + 1 :])
        with suppress(Refusal):
            workspace.import_file(out, dry_run=True)
            workspace.import_file(out)
    assert [f for f in workspace.verify() if f.level == "error"] == []
