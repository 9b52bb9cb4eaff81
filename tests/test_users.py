"""Users and roles: who may do what at each door, who is named in the history, and what stays unseen."""

import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain import rights
from snhr_desktop.domain.doubles.merging import MergePlan, Pair, merged
from snhr_desktop.domain.records import CaseFile, Dossier, User
from snhr_desktop.domain.rights import RIGHTS, NotYourRole
from snhr_desktop.domain.steps import SECOND_PERSON, STEPS
from snhr_desktop.errors import (
    DiskFull,
    InvalidEntry,
    PassphraseTaken,
    SourcesHidden,
    SwitchedOff,
    TriedTooSoon,
    WrongPassphrase,
)
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.reports.brief import Brief
from snhr_desktop.store import files, history, keyslots
from snhr_desktop.store.backups import names
from snhr_desktop.store.office import OfficeRules
from snhr_desktop.store.queue import QueueQuery
from snhr_desktop.store.salvage.saving import salvage
from snhr_desktop.store.store import Store
from snhr_desktop.workspace import FIRST_NAME, IncidentQuery, Workspace
from tests.builders import PASSPHRASE, case, dossier, incident, open_as, source, state

FORK = multiprocessing.get_context("fork")
NAME, CONTACT, FAMILY, WITNESS = "Zzyzx Qwfp", "+963 99 4242 4242", "family at Wfpq", "Xyzzy Plugh"
PLAN = MergePlan({}, {"attributions": (Pair(0, 0),)})
MARKERS = (NAME, CONTACT, FAMILY, WITNESS)


@pytest.fixture
def folder(workspace: Workspace, tmp_path: Path) -> Path:
    """The folder of the store, whose administrator is `tester`."""
    return tmp_path / "office.snhr"


@pytest.fixture
def clerk(folder: Path) -> Iterator[Workspace]:
    """Somebody who enters."""
    with open_as("Amal", folder, role="entry") as opened:
        yield opened


@pytest.fixture
def reviewer(folder: Path) -> Iterator[Workspace]:
    """Somebody who reviews."""
    with open_as("Salma", folder, role="reviewer") as opened:
        yield opened


def reported(**said: Any) -> Dossier:
    """An incident that waits for review."""
    return dossier(incident=incident(), **said)


def secret(workspace: Workspace) -> tuple[Dossier, CaseFile]:
    """An incident and a case that name sources."""
    one = workspace.save(
        reported(sources=(source(real_name=NAME, contact=CONTACT, pseudonym="W1"), source(pseudonym="W2")))
    )
    other = workspace.save_case(case(state(source_name=WITNESS), family_contact=FAMILY))
    return one.dossier, other.file


# --- who it is ------------------------------------------------------------------------------------------------


def test_a_new_store_makes_its_first_administrator(workspace: Workspace, tmp_path: Path) -> None:
    [listed] = workspace.users()
    assert (listed.user.name, listed.user.role, listed.has_passphrase) == ("tester", "administrator", True)
    assert workspace.user == listed.user
    other, _ = Workspace.create(tmp_path / "other.snhr", PASSPHRASE, "IDL")
    assert other.user.name == FIRST_NAME
    other.close()


def test_the_passphrase_says_who_saves(workspace: Workspace, clerk: Workspace) -> None:
    saved = clerk.save(reported()).dossier
    workspace.save(replace(saved, incident=replace(saved.incident, title_en="Other")))
    assert [one.actor for one in workspace.history(saved.incident.uid)] == ["Amal", "tester"]


def test_a_typed_name_does_not_stand_for_a_user(workspace: Workspace, folder: Path) -> None:
    with Workspace.open(folder, PASSPHRASE, actor="somebody else") as opened:
        assert opened.user.name == "tester"


def test_a_store_from_before_there_were_users(tmp_path: Path) -> None:
    store, code = Store.create(tmp_path / "old.snhr", PASSPHRASE, "IDL")
    store.close()
    with Workspace.open(store.folder, PASSPHRASE, actor="RK") as opened:
        assert (opened.user.uid, opened.user.name, opened.user.role) == ("", "RK", "administrator")
        assert opened.key_state().unnamed
        opened.save(reported())
        named = opened.name_myself("Rami", "another one").user
        assert opened.user == named
        assert not opened.key_state().unnamed
    with pytest.raises(WrongPassphrase):
        Workspace.open(store.folder, PASSPHRASE)
    with Workspace.open(store.folder, "another one", actor="RK") as again:
        assert again.user == named
        assert {one.level for one in again.verify()} == {"note"}
    with Workspace.open(store.folder, code) as recovered:
        assert (recovered.user.name, recovered.user.role) == ("Recovery code", "administrator")


def test_a_first_user_may_keep_the_passphrase(tmp_path: Path) -> None:
    store, _ = Store.create(tmp_path / "old.snhr", PASSPHRASE, "IDL")
    opened = Workspace(store)
    opened.name_myself("Rami", PASSPHRASE)
    opened.close()
    with Workspace.open(store.folder, PASSPHRASE) as again:
        assert again.user.name == "Rami"


def test_naming_oneself_locks_nobody_out_whatever_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, _ = Store.create(tmp_path / "old.snhr", PASSPHRASE, "IDL")
    opened = Workspace(store)
    opened.save_user(User(name="Amal", role="administrator"), "her own", own=PASSPHRASE)
    with pytest.raises(PassphraseTaken):
        opened.name_myself("Rami", "her own")
    assert [one.user.name for one in opened.users()] == ["Amal"]
    Store.open(store.folder, PASSPHRASE, read_only=True).close()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "replace_file", full)
        with pytest.raises(DiskFull):
            opened.name_myself("Rami", "another one")
    opened.close()
    with Workspace.open(store.folder, PASSPHRASE) as again:
        assert again.name_myself("Rami", "another one").user.name == "Rami"
        assert [one.user.name for one in again.users()] == ["Amal", "Rami"]
    with pytest.raises(WrongPassphrase):
        Workspace.open(store.folder, PASSPHRASE)
    with Workspace.open(store.folder, "another one") as again:
        assert again.user.name == "Rami"


@pytest.mark.parametrize("passphrase", [PASSPHRASE, "another one"])
def test_naming_oneself_killed_at_any_step_locks_nobody_out(tmp_path: Path, passphrase: str) -> None:
    store, _ = Store.create(tmp_path / "old.snhr", PASSPHRASE, "IDL")
    store.close()
    for step in range(1, 40):
        shutil.rmtree(tmp_path / "copy.snhr", ignore_errors=True)
        shutil.copytree(store.folder, tmp_path / "copy.snhr")
        child = FORK.Process(target=_name_and_die, args=(tmp_path / "copy.snhr", passphrase, step))
        child.start()
        child.join()
        found = []
        for secret in (PASSPHRASE, passphrase):
            with suppress(WrongPassphrase), Workspace.open(tmp_path / "copy.snhr", secret) as opened:
                found.append(opened.user.name)
        assert found, step
        if child.exitcode == 0:
            break
    assert child.exitcode == 0
    assert step > 4
    assert found[-1] == "Rami"


def _name_and_die(folder: Path, passphrase: str, step: int) -> None:
    """Name oneself in a child that leaves at once at the step-th call that reaches for the disk."""
    left = [step]

    def dying(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                os._exit(9)
            return real(*given, **named)

        return call

    opened = Workspace.open(folder, PASSPHRASE)
    os.fsync = dying(os.fsync)
    Path.replace = dying(Path.replace)  # type: ignore[method-assign]
    history.append = dying(history.append)
    opened.name_myself("Rami", passphrase)
    os._exit(0)


def test_whoever_is_switched_off_is_given_no_passphrase(workspace: Workspace, clerk: Workspace) -> None:
    off = workspace.save_user(replace(clerk.user, switched_off=True), own=PASSPHRASE).user
    with pytest.raises(InvalidEntry):
        workspace.save_user(off, "a new one", own=PASSPHRASE)
    assert [one.has_passphrase for one in workspace.users()] == [True, False]


def test_a_user_may_be_added_before_having_a_passphrase(workspace: Workspace, folder: Path) -> None:
    added = workspace.save_user(User(name="Amal", role="entry"), own=PASSPHRASE).user
    assert [one.has_passphrase for one in workspace.users()] == [True, False]
    workspace.save_user(added, "her own", own=PASSPHRASE)
    with Workspace.open(folder, "her own") as opened:
        assert opened.user == added


def test_one_changes_the_passphrase_of_oneself_alone(workspace: Workspace, clerk: Workspace, folder: Path) -> None:
    with pytest.raises(WrongPassphrase):
        clerk.change_passphrase(PASSPHRASE, "new one")
    clerk.change_passphrase("the passphrase of Amal", "new one")
    with Workspace.open(folder, "new one") as opened:
        assert opened.user.name == "Amal"
    with Workspace.open(folder, PASSPHRASE) as opened:
        assert opened.user.name == "tester"
    with pytest.raises(PassphraseTaken):
        clerk.change_passphrase("new one", PASSPHRASE)


def test_whoever_is_switched_off_opens_nothing(workspace: Workspace, clerk: Workspace, folder: Path) -> None:
    before = [(path, path.read_bytes()) for path in folder.glob("keyslots*")]
    workspace.save_user(replace(clerk.user, switched_off=True), own=PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        Workspace.open(folder, "the passphrase of Amal")
    with pytest.raises(SwitchedOff):  # nor does what is open already go on to do what needs a right
        clerk.publish(Brief("idlib"))
    for path, content in before:
        path.write_bytes(content)
    with pytest.raises(SwitchedOff):
        Workspace.open(folder, "the passphrase of Amal")


def test_a_name_is_given_once_and_an_administrator_stays(workspace: Workspace) -> None:
    workspace.save_user(User(name="أمل", role="entry"), "one", own=PASSPHRASE)
    for wrong in (
        User(name="امل", role="entry"),
        User(name=" ", role="entry"),
        User(name="New", role="king"),
        replace(workspace.user, role="reviewer"),
        replace(workspace.user, switched_off=True),
    ):
        before = workspace.users(), keyslots.read_keyslots(workspace._store.folder)
        with pytest.raises(InvalidEntry):
            workspace.save_user(wrong, "two", own=PASSPHRASE)
        assert (workspace.users(), keyslots.read_keyslots(workspace._store.folder)) == before


def test_a_window_that_is_open_holds_to_what_one_may_now(workspace: Workspace, clerk: Workspace) -> None:
    one, _ = secret(workspace)
    uid = one.incident.uid
    assert NAME in repr(clerk.dossier(uid))
    hidden = workspace.save_user(replace(clerk.user, no_sources=True), own=PASSPHRASE).user
    assert NAME not in repr(clerk.dossier(uid))
    workspace.save_user(replace(hidden, switched_off=True), own=PASSPHRASE)
    for act in (lambda: clerk.dossier(uid), lambda: clerk.save(reported()), clerk.drafts):
        with pytest.raises(SwitchedOff):
            act()
    clerk.put_draft("new-1", {"incident": {"title_en": "typed"}})
    assert [draft.title for draft in workspace.drafts()] == ["typed"]
    clerk.close_set_aside()


def test_a_name_that_was_changed_is_given_to_nobody_else(workspace: Workspace) -> None:
    amal = workspace.save_user(User(name="Amal", role="entry"), own=PASSPHRASE).user
    renamed = workspace.save_user(replace(amal, name="Huda"), own=PASSPHRASE).user
    for taken in ("amal", "Recovery code"):
        with pytest.raises(InvalidEntry):
            workspace.save_user(User(name=taken, role="entry"), own=PASSPHRASE)
    assert workspace.save_user(replace(renamed, name="Amal"), own=PASSPHRASE).user.name == "Amal"


def test_a_typed_name_does_not_stand_for_the_recovery_code(tmp_path: Path) -> None:
    made, code = Workspace.create(tmp_path / "other.snhr", PASSPHRASE, "IDL")
    made.close()
    with Workspace.open(tmp_path / "other.snhr", code, actor="Ed") as opened:
        assert opened.user.name == "Recovery code"


def test_a_refused_import_puts_nothing_aside(clerk: Workspace) -> None:
    with pytest.raises(NotYourRole):
        clerk.import_file(_place(clerk) / "incidents.csv")
    assert clerk.safety().inside == ()


def test_a_draft_that_one_cannot_see_is_not_discarded(workspace: Workspace, blind: Workspace) -> None:
    one, _ = secret(workspace)
    workspace.put_draft(one.incident.uid, one.dump())
    blind.discard_draft(one.incident.uid)
    assert [NAME in repr(draft.raw) for draft in workspace.drafts()] == [True]


def test_a_passphrase_in_use_adds_nobody(workspace: Workspace) -> None:
    with pytest.raises(PassphraseTaken):
        workspace.save_user(User(name="Amal", role="entry"), PASSPHRASE, own=PASSPHRASE)
    assert len(workspace.users()) == 1


def test_a_role_changed_behind_the_programs_back_is_found(workspace: Workspace, clerk: Workspace) -> None:
    workspace._store.connection.execute("UPDATE user SET role = 'administrator'")
    assert [one.values for one in workspace.verify() if one.level == "error"] == [{"reference": "Amal"}]


def test_a_change_of_role_holds_in_a_window_that_is_open(workspace: Workspace, clerk: Workspace) -> None:
    workspace.save_user(replace(clerk.user, role="reviewer"), own=PASSPHRASE)
    saved = clerk.save(reported()).dossier
    clerk.take_step(clerk.plan_step([saved.incident.uid], "under_review"))
    assert [one.changes[0].after["role"] if one.number == 1 else one.changes[0].after
            for one in workspace.user_history(clerk.user.uid)] == ["entry", "reviewer"]  # fmt: skip


# --- what each role may ---------------------------------------------------------------------------------------


def two(workspace: Workspace) -> tuple[Dossier, Dossier]:
    """Two incidents, saved by whoever may."""
    return workspace.save(reported()).dossier, workspace.save(reported()).dossier


def _merge(done: Workspace) -> object:
    one, other = two(done)
    return done.merge(merged(one, other, PLAN), other, "same")


def _step(done: Workspace) -> object:
    uid = done.save(reported()).dossier.incident.uid
    return done.take_step(done.plan_step([uid], "under_review"))


def _step_by_save(done: Workspace) -> object:
    saved = done.save(reported()).dossier
    return done.save(replace(saved, incident=replace(saved.incident, status="under_review")))


def _step_by_case(done: Workspace) -> object:
    return done.save_case(case(status="under_review"))


def _restore(done: Workspace) -> object:
    saved = done.save(reported()).dossier
    done.save(replace(saved, incident=replace(saved.incident, title_en="Other")))
    return done.restore(saved.incident.uid, 1, "again", 2)


def _take_in_places(done: Workspace) -> object:
    path = _place(done) / "places.csv"
    path.write_text("pcode,name_en,name_ar,adm3_pcode,lat,lon\nC99999,A,ا,SY070000,35.9,36.6\n", encoding="utf-8")
    return done.import_pack([path], {"name": "A", "version": "1", "licence": "L", "credit": "C"})


def _place(done: Workspace) -> Path:
    """A folder beside the store, with a file of records in it."""
    place = done.safety().folder.with_name("place")
    place.mkdir(exist_ok=True)
    (place / "incidents.csv").write_text("id,date\n")
    return place


OF_AMAL = "the passphrase of Amal"
GUARDED: dict[str, tuple[rights.Right, Callable[[Workspace], object]]] = {
    "step": (rights.REVIEW, _step),
    "step by save": (rights.REVIEW, _step_by_save),
    "step by saving a case": (rights.REVIEW, _step_by_case),
    "merge": (rights.REVIEW, _merge),
    "restore": (rights.REVIEW, _restore),
    "many": (rights.MANY, lambda done: done.save_many([reported()])),
    "many cases": (rights.MANY, lambda done: done.save_cases([case()])),
    "publish": (rights.PUBLISH, lambda done: done.publish(Brief("idlib"))),
    "period": (rights.PERIODS, lambda done: done.save_period(done.period("idlib"))),
    "places": (rights.PLACES, _take_in_places),
    "users": (rights.USERS, lambda done: done.save_user(User(name="New", role="entry"), "new", own=OF_AMAL)),
    "rules": (rights.RULES, lambda done: done.set_rules(OfficeRules(second_person=True))),
    "recovery": (rights.KEYS, lambda done: done.renew_recovery(own=OF_AMAL)),
    "place of backups": (rights.BACKUPS, lambda done: done.choose_backup_place(_place(done))),
    "backup elsewhere": (rights.BACKUPS, lambda done: done.back_up_to(_place(done), names.MANUAL)),
    "proof of the code": (rights.KEYS, lambda done: done.prove_code()),
    "accept": (rights.ACCEPT, lambda done: done.accept_replaced("why")),
    "headquarters": (rights.KEYS, lambda done: done.set_headquarters("", own=OF_AMAL)),
    "limit": (rights.KEYS, lambda done: done.set_limit(10, own=OF_AMAL)),
}


@pytest.mark.parametrize("name", GUARDED)
@pytest.mark.parametrize("role", ["entry", "reviewer", "administrator"])
def test_each_door_is_open_to_the_roles_that_the_table_names(folder: Path, role: str, name: str) -> None:
    right, act = GUARDED[name]
    with open_as("Amal", folder, role=role) as opened:
        assert opened.may(right) is (role in right.roles)
        if role in right.roles:
            act(opened)
            return
        with pytest.raises(NotYourRole) as refused:
            act(opened)
    for language in LANGUAGES.values():
        told = refused.value.tell(language)
        assert language.text(right.words) in told
        assert right.who(language) in told


def test_whoever_enters_backs_up_where_backups_are_kept(clerk: Workspace, workspace: Workspace) -> None:
    place = _place(workspace)
    workspace.choose_backup_place(place)
    assert clerk.back_up(names.MANUAL).folder.is_relative_to(place)
    assert clerk.back_up_inside(names.MANUAL).label


def test_a_rekey_is_the_administrators(clerk: Workspace) -> None:
    with pytest.raises(NotYourRole):
        clerk.rekey("the passphrase of Amal")
    assert clerk.users()


def test_every_right_is_guarded_somewhere() -> None:
    elsewhere = {
        rights.RESTORE,
        rights.SALVAGE,
        rights.HAND_OUT,
        rights.EXPORT,
    }  # tested beside restoring, attachments and exports
    assert set(RIGHTS) - {right for right, _ in GUARDED.values()} == elsewhere


def test_whoever_enters_may_enter_and_change(clerk: Workspace, workspace: Workspace) -> None:
    saved = clerk.save(reported()).dossier
    clerk.save(replace(saved, incident=replace(saved.incident, title_en="Other")))
    verified = workspace.take_step(workspace.plan_step([saved.incident.uid], "under_review")).saved[0].dossier
    clerk.save(replace(verified, incident=replace(verified.incident, title_en="Third")))
    clerk.add_note(saved.incident.uid, "look")
    clerk.gather(Brief("idlib"))
    assert rights.may("entry", rights.REVIEW) is False


# --- what stays unseen ----------------------------------------------------------------------------------------


@pytest.fixture
def blind(folder: Path) -> Iterator[Workspace]:
    """A reviewer who does not see who the sources are."""
    with open_as("Nour", folder, role="reviewer", no_sources=True) as opened:
        yield opened


def walk(opened: Workspace, one: Dossier, other: CaseFile) -> Iterator[Any]:
    """What the doors give out of an incident and a case that name sources."""
    uid, case_uid = one.incident.uid, other.case.uid
    yield opened.dossier(uid)
    yield opened.dossiers([uid])
    yield opened.by_reference(one.incident.reference)
    yield opened.case(case_uid)
    yield opened.case_files([case_uid])
    yield opened.case_by_reference(other.case.reference)
    yield opened.history(uid), opened.history(case_uid), opened.custody(uid), opened.since_looked(uid)
    yield opened.revision(uid, 1), opened.case_revision(case_uid, 1)
    yield opened.drafts()
    yield opened.latest_entry()
    yield opened.incidents(IncidentQuery())
    for typed in (*MARKERS, "W1", "Zzyzx"):
        yield replace(opened.seek(typed), typed="", question=opened.seek("").question)
    yield opened.carry_over(Dossier, {**one.without_sensitive().dump(), "revision": 0})
    yield opened.carry_over(CaseFile, {**other.without_sensitive().dump(), "revision": 0})
    for brief in (Brief("idlib", audience="internal"), Brief("idlib", kind="dossier", incident=one.incident.reference,
                                                              audience="internal")):  # fmt: skip
        yield opened.gather(brief)
    yield opened.save(replace(one.without_sensitive(), incident=replace(one.incident, title_en="By Nour")))
    yield opened.save_case(replace(other.without_sensitive(), case=replace(other.case, name_en="By Nour")))
    yield opened.take_step(opened.plan_step([uid], "under_review"))
    yield opened.restore(uid, 1, "again", opened.dossier(uid).revision)
    yield opened.restore_case(case_uid, 1, "again", opened.case(case_uid).revision)
    yield opened.verify()


def test_who_may_not_sees_no_source_anywhere(workspace: Workspace, blind: Workspace) -> None:
    one, other = secret(workspace)
    workspace.put_draft("new-1", one.dump())
    for said in walk(blind, one, other):
        for marker in MARKERS:
            assert marker not in repr(said)


def test_the_same_walk_shows_them_to_whoever_may(workspace: Workspace) -> None:
    one, other = secret(workspace)
    workspace.put_draft("new-1", one.dump())
    said = "".join(repr(part) for part in walk(workspace, one, other))
    assert all(marker in said for marker in MARKERS)


def test_what_one_cannot_see_is_kept(workspace: Workspace, blind: Workspace) -> None:
    one, other = secret(workspace)
    list(walk(blind, one, other))
    seen = blind.dossier(one.incident.uid)
    blind.save(replace(seen, sources=tuple(reversed(seen.sources)), incident=replace(seen.incident, title_en="B")))
    held, file = workspace.dossier(one.incident.uid), workspace.case(other.case.uid)
    assert [(s.pseudonym, s.real_name, s.contact) for s in held.sources] == [("W2", "", ""), ("W1", NAME, CONTACT)]
    assert (file.case.family_contact, file.states[0].source_name) == (FAMILY, WITNESS)
    assert {one.level for one in workspace.verify()} == {"note"}


def test_what_one_types_of_a_new_source_is_kept(workspace: Workspace, blind: Workspace) -> None:
    saved = blind.save(reported(sources=(source(real_name=NAME),))).dossier
    assert NAME not in repr(saved)
    assert workspace.dossier(saved.incident.uid).sources[0].real_name == NAME


def test_a_draft_that_names_a_source_is_kept_for_whoever_typed_it(workspace: Workspace, blind: Workspace) -> None:
    one, _ = secret(workspace)
    key = one.incident.uid
    workspace.put_draft(key, one.dump())
    assert blind.drafts() == ()
    blind.put_draft(key, one.without_sensitive().dump())
    assert [draft.key for draft in blind.drafts()] == [key]
    assert sorted(NAME in repr(draft.raw) for draft in workspace.drafts()) == [False, True]


def test_incidents_are_merged_by_whoever_sees_their_sources(workspace: Workspace, blind: Workspace) -> None:
    one, other = two(workspace)
    with pytest.raises(SourcesHidden):
        blind.merge(merged(one, other, PLAN), other, "same")


def test_a_save_leaves_a_draft_that_was_never_seen(workspace: Workspace, folder: Path) -> None:
    saved = workspace.save(reported()).dossier
    key = saved.incident.uid
    named = replace(saved, sources=(replace(source(), real_name=NAME),))
    workspace.put_draft(key, named.dump())
    with open_as("Amal", folder, role="entry", no_sources=True) as amal:
        amal.save(replace(saved, incident=replace(saved.incident, title_en="Other")), draft=key)
        assert amal.drafts() == ()
    [left] = workspace.drafts()
    assert NAME in str(left.raw)


def test_a_store_is_salvaged_by_an_administrator_while_its_users_can_be_read(folder: Path) -> None:
    open_as("Amal", folder, role="reviewer").close()
    new = folder.with_name("new.snhr")
    with pytest.raises(NotYourRole):
        salvage(folder, "the passphrase of Amal", new)
    assert not new.exists()
    salvage(folder, PASSPHRASE, new)
    with Workspace.open(new, "the passphrase of Amal") as opened:
        assert opened.user.role == "reviewer"


def test_whoever_was_renamed_is_still_the_same_person(workspace: Workspace, folder: Path) -> None:
    workspace.set_rules(OfficeRules(second_person=True))
    with open_as("Amal", folder, role="reviewer") as amal:
        uid = amal.save(
            replace(dossier(), incident=replace(dossier().incident, status="under_review"))
        ).dossier.incident.uid
        workspace.save_user(replace(amal.user, name="Huda"), own=PASSPHRASE)
        assert amal.since_looked(uid) is not None  # what she looked at under her first name
        planned = amal.plan_step([uid], "documented")
        assert SECOND_PERSON in {problem.message for problem in planned[0].problems}
        assert amal.user.name == "Huda"


def test_each_entry_says_who_made_it_by_identity(workspace: Workspace, clerk: Workspace) -> None:
    clerk.save(reported())
    connection = workspace._store.connection
    latest = "SELECT actor, actor_uid FROM revision ORDER BY id DESC LIMIT 1"
    assert connection.execute(latest).fetchone() == ("Amal", clerk.user.uid)
    assert not [one for one in workspace.verify() if one.level == "error"]
    for guard in ("revision_is_never_changed",):
        connection.execute(f"DROP TRIGGER {guard}")
    connection.execute("UPDATE revision SET actor_uid = ? WHERE id = (SELECT max(id) FROM revision)", ("f" * 32,))
    assert {one.code for one in workspace.verify() if one.level == "error"} >= {"actor_unknown", "history_broken"}


@pytest.mark.parametrize("act", ["users", "recovery", "headquarters", "limit"])
def test_no_door_changes_who_can_open_the_store_without_ones_own_secret(workspace: Workspace, act: str) -> None:
    doors: dict[str, Callable[[str], object]] = {
        "users": lambda own: workspace.save_user(User(name="New", role="administrator"), "a new one", own=own),
        "recovery": lambda own: workspace.renew_recovery(own=own),
        "headquarters": lambda own: workspace.set_headquarters("", own=own),
        "limit": lambda own: workspace.set_limit(10, own=own),
    }
    before = keyslots.read_keyslots(workspace.folder).content()
    for typed in ("", "not mine"):
        with pytest.raises((WrongPassphrase, TriedTooSoon)):
            doors[act](typed)
    assert keyslots.read_keyslots(workspace.folder).content() == before
    assert [one.user.name for one in workspace.users()] == [workspace.user.name]


def test_what_one_wrote_under_an_earlier_name_is_no_news(workspace: Workspace) -> None:
    uid = workspace.save(dossier()).dossier.incident.uid
    folder = workspace.folder
    with open_as("Huda", folder) as hers:
        hers.look(uid, 1)
        hers.add_note(uid, "look at the hour again")
    with Workspace.open(folder, PASSPHRASE) as again:
        huda = again.user_named("Huda")
        again.save_user(replace(huda, name="Huda K."), own=PASSPHRASE)
    with Workspace.open(folder, "the passphrase of Huda") as hers:
        assert hers.user.name == "Huda K."
        assert hers.since_looked(uid).notes == 0  # type: ignore[union-attr]
        found = hers.queue_found(QueueQuery(only="changed", statuses=tuple(STEPS)))
        assert found is not None
        assert len(found) == 0
    with open_as("Omar", folder) as his:
        his.add_note(uid, "so it is")
    with Workspace.open(folder, "the passphrase of Huda") as hers:
        assert hers.since_looked(uid).notes == 1  # type: ignore[union-attr]
