"""What comes with the records of a file of our own: terms and who is one person; it goes with an import taken back."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.records import OwnTerm
from snhr_desktop.exchange.export.asked import Asked
from snhr_desktop.i18n import ENGLISH, LANGUAGES
from snhr_desktop.workspace import IncidentQuery, Workspace
from snhr_desktop.workspace.imports import PARTED
from tests.builders import PASSPHRASE, counted, dossier, victim, weapon

pytestmark = pytest.mark.usefixtures("nobody_elses_terms")

SAID = OwnTerm(vocabulary="weapon", like="air_bomb", label_en="Drone grenade", label_ar="قنبلة مسيّرة")
WHOLE = Asked("json", audience="internal", whole=True)
UNSAID = OwnTerm(vocabulary="weapon", like="mortar", label_en="Home-made mortar", label_ar="هاون محلي الصنع")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    """The store of another office: two incidents, one person in both, and a term of its own in each."""
    made, _ = Workspace.create(tmp_path / "other.snhr", PASSPHRASE, "ALP", actor="other")
    with made:
        codes = [made.save_own_term(term).term.code for term in (SAID, UNSAID)]
        one, two = (
            made.save(dossier(victim(name_ar="حسن علي"), incident=counted(), weapons=[weapon(code)])).dossier
            for code in codes
        )
        made.link_persons(one.victims[0].uid, two.victims[0].uid)
        yield made


@pytest.fixture
def brought(other: Workspace, tmp_path: Path) -> Path:
    """The file that the other office hands over."""
    to = tmp_path / "brought.json"
    other.export(WHOLE, to, ENGLISH)
    return to


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_terms_that_no_record_says_go_where_they_are_asked_for(
    other: Workspace, tmp_path: Path, workspace: Workspace, audience: str
) -> None:
    idle = other.save_own_term(replace(SAID, label_en="Idle thing", label_ar="شيء بلا استخدام", also="سرّي")).term
    told = {}
    for terms in (False, True):
        path = tmp_path / f"{terms}.json"
        other.export(Asked("json", audience, terms=terms), path, ENGLISH)
        told[terms] = {one["code"]: one.get("also") for one in json.loads(path.read_text("utf-8"))["terms"]}
    assert idle.code not in told[False]
    assert told[True].keys() == {one.code for one in other.own_terms()}
    assert (told[True][idle.code] == "سرّي") is (audience == "internal")
    if audience == "internal":
        workspace.import_file(tmp_path / "True.json")
        assert idle.code in {one.code for one in workspace.own_terms()}


def linked(workspace: Workspace) -> int:
    found = workspace.incidents(IncidentQuery()).rows
    return sum(len(workspace.kinship(one.uid).persons) for one in found)


def test_terms_and_links_go_with_an_import_that_is_taken_back(workspace: Workspace, brought: Path) -> None:
    workspace.import_file(brought)
    said, unsaid = workspace.own_terms()
    assert (linked(workspace), said.retired, unsaid.retired) == (2, False, False)
    workspace.save(dossier(incident=counted(), weapons=[weapon(said.code)]))
    [act] = workspace.imports()
    asked = workspace.terms_of_import(act.uid)
    assert (asked.stay, asked.go) == ((said,), (unsaid,))
    done = workspace.undo_import(act.uid)
    assert (done.terms, done.parted, linked(workspace)) == (asked, 1, 0)
    assert [one.retired for one in workspace.own_terms()] == [False, True]
    workspace.import_file(brought)
    assert linked(workspace) == 2
    workspace.undo_import(workspace.imports()[0].uid)
    for language in LANGUAGES.values():
        told = " ".join(done.terms.tell(language))
        assert said.term().say(language) in told
        assert unsaid.term().say(language) in told
        assert language.plural(PARTED, 1) in done.tell(language)
        assert all(line in done.tell(language) for line in done.terms.tell(language))
    assert [finding for finding in workspace.verify() if finding.level == "error"] == []


def test_what_somebody_here_took_over_stays(workspace: Workspace, brought: Path) -> None:
    workspace.import_file(brought)
    said, unsaid = workspace.own_terms()
    workspace.save_own_term(replace(unsaid, also="هاون"))
    mine = workspace.save_own_term(replace(UNSAID, label_en="Ours", label_ar="لنا")).term
    workspace.undo_import(workspace.imports()[0].uid)
    retired = {one.code: one.retired for one in workspace.own_terms()}
    assert retired == {said.code: True, unsaid.code: False, mine.code: False}


def test_a_file_links_nobody_who_is_not_in_it(workspace: Workspace, brought: Path) -> None:
    one, two = (workspace.save(dossier(victim(name_ar="حسن علي"), incident=counted())).dossier for _ in range(2))
    held = json.loads(brought.read_text("utf-8"))
    ours = [given.victims[0].uid for given in (one, two)]
    theirs = held["dossiers"][0]["victims"][0]["uid"]
    held["persons"] += [{"one": ours[0], "other": ours[1]}, {"one": ours[0], "other": theirs}]
    held["dossiers"][1]["victims"].append(held["dossiers"][1]["victims"][0] | {"uid": ours[1]})
    brought.write_text(json.dumps(held), "utf-8")
    workspace.import_file(brought)
    assert linked(workspace) == 2
    assert not workspace.kinship(one.incident.uid).persons
    assert not workspace.kinship(two.incident.uid).persons


def test_the_same_file_again_still_links_its_own(workspace: Workspace, brought: Path) -> None:
    held = json.loads(brought.read_text("utf-8"))
    brought.write_text(json.dumps(held | {"persons": []}), "utf-8")
    workspace.import_file(brought)
    assert linked(workspace) == 0
    brought.write_text(json.dumps(held), "utf-8")
    workspace.import_file(brought)
    assert linked(workspace) == 2


def test_a_later_file_of_an_office_links_the_person_it_adds(tmp_path: Path) -> None:
    with (
        Workspace.create(tmp_path / "a.snhr", PASSPHRASE, "IDL")[0] as ours,
        Workspace.create(tmp_path / "b.snhr", PASSPHRASE, "ALE")[0] as theirs,
    ):
        one = ours.save(dossier(victim(name_ar="خالد"))).dossier
        other = ours.save(dossier(victim(name_ar="أحمد"))).dossier
        ours.export(WHOLE, tmp_path / "first.json", ENGLISH)
        theirs.import_file(tmp_path / "first.json")
        one = ours.save(replace(one, victims=(*one.victims, victim(name_ar="أحمد")))).dossier
        ours.link_persons(one.victims[1].uid, other.victims[0].uid)
        ours.export(WHOLE, tmp_path / "second.json", ENGLISH)
        theirs.import_file(tmp_path / "second.json")
        assert [victim.uid for victim in theirs.dossier(one.incident.uid).victims] == [v.uid for v in one.victims]
        assert [link.other_uid for link in theirs.kinship(one.incident.uid).persons] == [other.victims[0].uid]
