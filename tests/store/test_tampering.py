"""A hostile hand that holds the key of the database: each way of changing the past is named by `verify`.

The key of the database signs nothing: the signing key follows from the master key alone. What verify cannot see is an
older copy of the whole store on a computer that never saw it, and whatever somebody with the master key writes and
signs anew: against both stand only heads that were printed or handed out. The last tests say so.
"""

import hashlib
import json
import os
import random
import shutil
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from snhr_desktop.domain.doubles.merging import merged, proposal
from snhr_desktop.domain.places import Level, Place, PlaceList
from snhr_desktop.domain.records import AttachmentLink, OwnTerm, Waiver
from snhr_desktop.errors import DamagedStore, Refusal
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.reports.brief import Brief
from snhr_desktop.store import history, signing
from snhr_desktop.store.driver import DatabaseError, connect
from snhr_desktop.store.history import Entry
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.office import OfficeRules
from snhr_desktop.store.place_packs import About, Pack
from snhr_desktop.store.seen import default_path
from snhr_desktop.store.signing import Signed
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, case, counted, dossier, facility, incident, source, state, victim, weapon
from tests.exchange import archive
from tests.exchange.archive import folder_file
from tests.store.unguarded import unguarded

if TYPE_CHECKING:
    from sqlite3 import Connection

pytestmark = pytest.mark.usefixtures("nobody_elses_terms")

Hand = Callable[["Connection"], object]

ALONE = {
    "draft": "typed and not saved",
    "recent": "what somebody looked for",
    "looked": "what somebody looked at",
    "saved_filter": "a convenience",
    "editing": "who has what open now",
    "not_double": "what somebody judged not to be a double; shown as a hint again when it goes",
    "_sqlite_migrations": "which steps were taken; a step that is missing does not run twice",
    "sqlite_stat1": "for the planner of queries",
    "sqlite_stat4": "for the planner of queries",
    "sqlite_sequence": "of SQLite",
}
"""Tables that carry no evidence, and why a change there may go unnoticed."""


NEW_TOWN = Place("C9998", Level.COMMUNITY, "New Village", "القرية الجديدة", "SY070000", 35.9, 36.6)
NEW_FARM = replace(NEW_TOWN, pcode="C9997", name_en="New Farm", name_ar="المزرعة الجديدة")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, bytes]:
    """A closed store with something of everything; the key of its database and its salt."""
    folder = tmp_path_factory.mktemp("tampering") / "office.snhr"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(folder.parent))
        return folder, *_filled(folder)


def _filled(folder: Path) -> tuple[bytes, bytes]:
    workspace, _ = Workspace.create(folder, PASSPHRASE, "IDL", actor="tester")
    with workspace:
        first = workspace.save(dossier(victim(number=3), sources=(source(real_name="Hidden Name"),))).dossier
        workspace.save(replace(first, victims=(victim(number=4),)), "one more was found")
        second = workspace.save(dossier()).dossier
        workspace.save_case(case())
        for number, saved in enumerate((first, second)):
            seen = folder.with_name(f"seen{number}.txt")
            seen.write_bytes(b"what was seen on day %d\n" % number * 200)
            workspace.take_in(seen, (AttachmentLink(record="incident", target=saved.incident.uid),))
        for version, towns in (("1", (NEW_TOWN,)), ("2", (NEW_TOWN, NEW_FARM))):
            about = About("towns", version, "the office", "CC BY", "the office")
            workspace.take_pack(Pack(about, PlaceList("towns", towns, {NEW_TOWN.pcode: ("Newtown",)}, {})))
        _joined(workspace)
        _imported(workspace, folder.parent)
        workspace.save_case(case(state(source_name="Hidden Name"), family_contact="Hidden Name"))
        workspace.add_note(first.incident.uid, "look at the hour again")
        workspace.set_rules(OfficeRules(second_person=True), "from now on")
        workspace.publish(Brief("idlib"))
        workspace.save(dossier(victim(name_en="Somebody"), victim(name_en="Hasan Ali Omar"), incident=incident()))
        keys = workspace._store.keys
        return keys.of("database"), keys.of("database-salt")[:16]


def _imported(workspace: Workspace, folder: Path) -> None:
    """A term that the office added; imports that made and corrected records, of which one was undone; conflicts with
    what staff say, of which one was answered.
    """
    drone = OwnTerm(vocabulary="weapon", like="air_bomb", label_en="Drone grenade", label_ar="قنبلة مسيّرة", also="درون")
    term = workspace.save_own_term(drone).term
    workspace.save(dossier(weapons=(weapon(term.code),), incident=incident()))
    here = {"location": "حماة : كفرزيتا"}
    for codes, said in ((("SAR290415", "KAF220514"), {}), (("IDL010115",), {}), ((), {"title_en": "The file's"})):
        rows = [archive.row(code, "2015-04-29", **(here if code == "KAF220514" else {})) for code in codes]
        rows += [archive.row("SAR290415", **said, title_ar="من الملف")] if said else []
        workspace.import_file(folder_file(folder, f"rows{len(rows)}{len(codes)}.json", json.dumps(rows)))
        for code in codes[:1]:
            brought = workspace.by_origin(f"syrian_archive_chemical:{code}")
            assert brought is not None
            edited = replace(brought.incident, title_en="Ours", title_ar="عنواننا")
            workspace.save(replace(brought, incident=edited), "as we know it")
    _, undone, _ = workspace.imports()
    workspace.undo_import(undone.uid, "not ours")
    disputed = workspace.by_origin("syrian_archive_chemical:SAR290415")
    assert disputed is not None
    [one, _] = workspace.said_otherwise(disputed.incident.uid)
    workspace.keep_ours(one.uid, "we were there")


def _joined(workspace: Workspace) -> None:
    """Incidents with all that hangs on one, two of them merged, two more merged and given back; a person in both."""
    waived = Waiver(check="far_from_place", about="12 km", reason="the village moved")
    full = dossier(
        victim(), facilities=(facility(name_en="School"),), weapons=(weapon(),), waivers=(waived,), incident=counted()
    )
    one = workspace.save(full).dossier
    other, third = (workspace.save(dossier(victim(), incident=counted())).dossier for _ in range(2))
    for given in (other, third):
        kept = workspace.by_reference(one.incident.reference)
        assert kept is not None
        workspace.merge(merged(kept, given, proposal(kept, given, workspace.gazetteer)), given, "one attack")
    workspace.unmerge(third.incident.uid, "two attacks")
    workspace.link_persons(one.victims[0].uid, third.victims[0].uid)


@pytest.fixture
def copy(made: tuple[Path, bytes, bytes], tmp_path: Path) -> Path:
    """A copy of that store."""
    folder = tmp_path / "office.snhr"
    shutil.copytree(made[0], folder)
    return folder


@pytest.fixture
def tamper(copy: Path, made: tuple[Path, bytes, bytes]) -> Callable[[Hand], list[str]]:
    """Lay a hand on the closed store, and tell the codes of what verify then holds against it."""

    def tampered(hand: Hand) -> list[str]:
        with _unguarded(copy / DATABASE, made) as connection:
            hand(connection)
        return errors(copy)

    return tampered


def errors(folder: Path) -> list[str]:
    """The codes of what verification holds against a store; each can be told in every language."""
    with Workspace.open(folder, PASSPHRASE, read_only=True) as opened:
        found = [finding for finding in opened.verify() if finding.level == "error"]
    assert all(finding.tell(language) for finding in found for language in LANGUAGES.values())
    return [finding.code for finding in found]


def rechained(connection: "Connection") -> None:
    """All hashes made anew over what stands there: the chain alone would be deceived."""
    previous = history.GENESIS
    rows = connection.execute(
        "SELECT id, record_type, record_uid, number, at, actor, action, reason, body, protected, actor_uid"
        " FROM revision ORDER BY id"
    ).fetchall()
    for row, *said, body, protected, who in rows:
        hashes = [hashlib.sha256(text.encode()).hexdigest() for text in (body, protected)]
        previous = history.chained(previous, (*said, *hashes), who)
        connection.execute(
            "UPDATE revision SET body_sha256 = ?, protected_sha256 = ?, chain_sha256 = ? WHERE id = ?",
            (*hashes, previous, row),
        )


def edit_body(connection: "Connection") -> None:
    connection.execute("UPDATE revision SET body = replace(body, 'market', 'depot') WHERE record_type = 'incident'")


def edit_body_and_chain(connection: "Connection") -> None:
    edit_body(connection)
    rechained(connection)


def delete_in_the_middle(connection: "Connection") -> None:
    connection.execute("DELETE FROM revision WHERE reason = 'one more was found'")


def delete_and_close_up(connection: "Connection") -> None:
    [number] = connection.execute("SELECT id FROM revision WHERE reason = 'one more was found'").fetchone()
    connection.execute("DELETE FROM revision WHERE id = ?", (number,))
    connection.execute("UPDATE revision SET id = -id WHERE id > ?", (number,))
    connection.execute("UPDATE revision SET id = -id - 1 WHERE id < 0")
    rechained(connection)


def cut_the_end(connection: "Connection") -> None:
    [last] = connection.execute("SELECT max(id) FROM revision").fetchone()
    connection.execute("DELETE FROM revision WHERE id = ?", (last,))
    connection.execute("DELETE FROM signature WHERE last_entry = ?", (last,))


def reorder(connection: "Connection") -> None:
    one, other = (row for (row,) in connection.execute("SELECT id FROM revision ORDER BY id DESC LIMIT 2"))
    for before, after in ((one, -1), (other, one), (-1, other)):
        connection.execute("UPDATE revision SET id = ? WHERE id = ?", (after, before))
    rechained(connection)


def replace_a_signature(connection: "Connection") -> None:
    connection.execute("UPDATE signature SET signature = zeroblob(64) WHERE id = 3")


def take_a_signature(connection: "Connection") -> None:
    connection.execute("DELETE FROM signature WHERE id = 3")


def take_all_signatures(connection: "Connection") -> None:
    connection.execute("DELETE FROM signature")


def sign_with_another_key(connection: "Connection") -> None:
    edit_body_and_chain(connection)
    key = Ed25519PrivateKey.generate()
    [store] = connection.execute("SELECT value FROM meta WHERE key = 'store'").fetchone()
    rows = connection.execute("SELECT id, first_entry, last_entry, at, begun FROM signature").fetchall()
    for row, first, last, at, begun in rows:
        [head] = connection.execute("SELECT chain_sha256 FROM revision WHERE id = ?", (last,)).fetchone()
        signature = key.sign(Signed(first, last, at, head, bool(begun)).message(store))
        connection.execute(
            "UPDATE signature SET chain_sha256 = ?, public_key = ?, signature = ? WHERE id = ?",
            (head, key.public_key().public_bytes_raw(), signature, row),
        )


def forge_at_the_end(connection: "Connection") -> None:
    uid = f"{9:032x}"
    history.append(connection, Entry("keys", uid, 1, "Hala", "", "limit_set", {"keys": {"uid": uid, "limit": 0}}))


def make_an_administrator(connection: "Connection") -> None:
    connection.execute("UPDATE user SET role = 'entry'")


def begin_anew(connection: "Connection") -> None:
    """Rewrite the history, take all signatures away, and say that there never were any."""
    connection.execute("UPDATE revision SET body = replace(body, 'Attack on a market', 'Attack on a barracks')")
    rechained(connection)
    connection.execute("DELETE FROM signature")
    connection.execute("INSERT INTO meta (key, value) SELECT 'unsigned', max(id) FROM revision")


def end_the_second_person(connection: "Connection") -> None:
    connection.execute("UPDATE meta SET value = '' WHERE key = 'second_person'")


def remove_a_publication(connection: "Connection") -> None:
    connection.execute("DELETE FROM publication_record")
    connection.execute("DELETE FROM publication")


def sql(statement: str) -> Hand:
    """A hand that does one statement."""
    return lambda connection: connection.execute(statement)


def swap_files(connection: "Connection") -> None:
    [one, other] = connection.execute("SELECT sha256, name, key FROM attachment_blob").fetchall()
    connection.execute("UPDATE attachment_blob SET name = ? WHERE sha256 = ?", ("x" * 64, one[0]))
    for (sha256, _, _), (_, name, key) in ((other, one), (one, other)):
        connection.execute("UPDATE attachment_blob SET name = ?, key = ? WHERE sha256 = ?", (name, key, sha256))


def have_one_word_more(connection: "Connection") -> None:
    """One short word for another: as many words as before, and the longest ones as they were."""
    connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search', 'instance')")
    held = [str(term) for (term,) in connection.execute("SELECT term FROM temp.words WHERE doc = 1")]
    (size,) = connection.execute("SELECT sz FROM search_docsize WHERE id = 1").fetchone()
    longest = sorted(held, key=len)
    words = [*longest[1:], "zz"]
    words += [longest[-1]] * (size[0] - len(words))
    connection.execute("INSERT OR REPLACE INTO search (rowid, words) VALUES (1, ?)", (" ".join(words),))


def exchange_two_persons(connection: "Connection") -> None:
    rows = [row for (row,) in connection.execute("SELECT id FROM search_person_docsize ORDER BY id")]
    for row, words in ((rows[0], "somebody"), (rows[-1], "ahmad khaled")):
        connection.execute("INSERT OR REPLACE INTO search_person (rowid, words) VALUES (?, ?)", (row, words))


def take_a_word_that_stands_twice(connection: "Connection") -> None:
    """Of a case: what the index says of its length stays as it was."""
    connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'case_search', 'instance')")
    held = [(int(row), str(term)) for row, term in connection.execute("SELECT doc, term FROM temp.words")]
    row, twice = next(one for one in held if held.count(one) == 2)
    (size,) = connection.execute("SELECT sz FROM case_search_docsize WHERE id = ?", (row,)).fetchone()
    words = " ".join(term for doc, term in held if doc == row and term != twice)
    connection.execute("INSERT OR REPLACE INTO case_search (rowid, words) VALUES (?, ?)", (row, words))
    connection.execute("UPDATE case_search_docsize SET sz = ? WHERE id = ?", (size, row))


def have_a_view_tell_the_figures(connection: "Connection") -> None:
    """Those of the records on most days, and others in May."""
    connection.execute("ALTER TABLE weapon_fact RENAME TO weapon_told")
    connection.execute("CREATE VIEW weapon_fact AS SELECT * FROM weapon_told WHERE strftime('%m', 'now') <> '05'")


def move_a_place_of_a_pack(connection: "Connection") -> None:
    """In the pack and in the table of places alike, so that the two agree."""
    [packed] = connection.execute("SELECT places FROM place_pack").fetchone()
    said = json.loads(zlib.decompress(packed))
    said["places"][0][4] = "SY0200"
    connection.execute("UPDATE place_pack SET places = ?", (zlib.compress(json.dumps(said).encode()),))
    connection.execute("UPDATE place SET parent = 'SY0200' WHERE pcode = ?", (NEW_TOWN.pcode,))


def slip_in_a_pack(connection: "Connection") -> None:
    """One that nobody took in, and that changes no place."""
    columns = "name, version, source, licence, credit, sha256, at, places, outlines"
    connection.execute(
        f"INSERT INTO place_pack (uid, {columns}) SELECT printf('%032x', 7), {columns} FROM place_pack LIMIT 1"
    )


TAMPERINGS: dict[str, tuple[Hand, set[str]]] = {
    "edit a revision": (edit_body, {"history_broken"}),
    "edit a revision and make the chain anew": (edit_body_and_chain, {"other_head", "head_differs"}),
    "edit a row": (sql("UPDATE victim SET number = 40"), {"head_differs", "facts_differ"}),
    "edit a case": (sql("UPDATE detention SET name_en = 'Another'"), {"head_differs"}),
    "delete a revision in the middle": (delete_in_the_middle, {"history_broken", "other_head"}),
    "delete one and close the gap": (delete_and_close_up, {"other_head"}),
    "cut off the end with its signature": (cut_the_end, {"history_cut"}),
    "change the order of two": (reorder, {"other_head"}),
    "replace a signature": (replace_a_signature, {"forged"}),
    "take a signature away": (take_a_signature, {"unsigned"}),
    "take all signatures away": (take_all_signatures, {"unsigned"}),
    "sign all anew with another key": (sign_with_another_key, {"other_key"}),
    "forge an entry with the right chain": (forge_at_the_end, {"unsigned"}),
    "edit the figures": (sql("UPDATE victim_fact SET number = number + 30"), {"facts_differ"}),
    "empty the search": (sql("DELETE FROM search"), {"search_differs"}),
    "empty the search of persons": (sql("DELETE FROM search_person"), {"search_differs"}),
    "empty the search of cases": (sql("DELETE FROM case_search"), {"search_differs"}),
    "have the search find another word": (
        sql("INSERT OR REPLACE INTO search (rowid, words) VALUES (1, 'nothing')"),
        {"search_differs"},
    ),
    "have the search find what is not there": (
        sql("INSERT INTO search_person (rowid, words) VALUES (4711, 'nobody')"),
        {"search_strange"},
    ),
    "have the search find a short word more": (have_one_word_more, {"search_differs"}),
    "take a word that stands twice out of the search of cases": (take_a_word_that_stands_twice, {"search_differs"}),
    "exchange the words of two persons": (exchange_two_persons, {"search_differs"}),
    "hide a double": (sql("DELETE FROM person_key"), {"keys_differ"}),
    "file a double under another place": (sql("UPDATE person_key SET place = 'x'"), {"keys_differ"}),
    "file somebody who is nobody": (
        sql("INSERT INTO person_key (key, victim_id, sex, place) VALUES (1, 4711, '', '')"),
        {"keys_strange"},
    ),
    "have a code given again": (sql("UPDATE counter SET last = last - 1"), {"counter_behind"}),
    "forget what codes were given": (sql("DELETE FROM counter"), {"counter_behind"}),
    "move a place": (sql("UPDATE place SET lat = lat + 1 WHERE level = 'community'"), {"place_differs"}),
    "put a place into another district": (
        sql("UPDATE place SET parent = 'SY0702' WHERE pcode = 'SY070001'"),
        {"place_differs"},
    ),
    "take a place away": (sql("DELETE FROM place WHERE level = 'community'"), {"place_differs"}),
    "add a place": (
        sql(
            "INSERT INTO place SELECT 'C9999', level, name_en, name_ar, parent, lat, lon, aliases, origin, 0, ''"
            " FROM place LIMIT 1"
        ),
        {"place_differs"},
    ),
    "put a place of a pack into another district": (move_a_place_of_a_pack, {"pack_differs"}),
    "exchange the boundaries of a pack": (
        sql("UPDATE place_pack SET outlines = CAST(outlines || x'00' AS BLOB)"),
        {"pack_differs"},
    ),
    "credit somebody else for a pack": (sql("UPDATE place_pack SET credit = 'nobody'"), {"pack_differs"}),
    "date a pack back": (sql("UPDATE place_pack SET at = '2001-01-01T00:00:00Z'"), {"pack_differs"}),
    "take a pack away": (sql("DELETE FROM place_pack"), {"pack_differs", "place_differs"}),
    "slip in a pack": (slip_in_a_pack, {"pack_differs"}),
    "call an entry complete": (sql("UPDATE queue SET needed = 0"), {"queue_differs"}),
    "let hints go": (sql("UPDATE queue SET hints = hints + 1"), {"queue_differs"}),
    "name another source in the search": (sql("UPDATE source_name SET name = 'x' || id"), {"search_differs"}),
    "name another record in the queue": (
        sql("UPDATE queue SET uid = printf('%032x', incident_id)"),
        {"queue_differs"},
    ),
    "change a role": (make_an_administrator, {"head_differs"}),
    "call it the store of another office": (
        sql("UPDATE meta SET value = 'ALP' WHERE key = 'office'"),
        {"origin_differs"},
    ),
    "turn the mark of training": (sql("UPDATE meta SET value = '1' WHERE key = 'training'"), {"origin_differs"}),
    "take the seal away": (sql("DELETE FROM meta WHERE key = 'seal'"), {"origin_differs"}),
    "rewrite all as older than signatures": (begin_anew, {"unsigned", "head_differs"}),
    "end the rule of a second person": (end_the_second_person, {"office_differs"}),
    "remove a publication": (remove_a_publication, {"record_lost"}),
    "replace a published file": (sql("UPDATE publication SET file = x'00'"), {"publication_differs"}),
    "swap the files of two attachments": (swap_files, {"file_differs"}),
    "say something else of a file": (sql("UPDATE attachment SET shows_en = 'x'"), {"file_said_differs"}),
    "take away a step of custody": (sql("DELETE FROM custody"), {"custody_differs"}),
    "say that a merge was made with another one": (
        sql("UPDATE merge SET survivor_number = (SELECT min(survivor_number) FROM merge)"),
        {"merge_differs"},
    ),
    "take back that a merge was undone": (
        sql("UPDATE merge SET undone_survivor = NULL, undone_other = NULL"),
        {"merge_differs"},
    ),
    "slip in an import": (
        sql(
            "INSERT INTO import_batch (uid, at, actor, name, sha256, sheet, dataset, mapping)"
            " SELECT printf('%032x', 7), at, actor, name, sha256, sheet, dataset, mapping FROM import_batch LIMIT 1"
        ),
        {"import_differs"},
    ),
    "tell a merge twice": (
        sql(
            "INSERT INTO merge SELECT NULL, survivor_uid, survivor_number, other_uid, other_number, undone_survivor,"
            " undone_other FROM merge WHERE undone_other IS NOT NULL"
        ),
        {"merge_differs"},
    ),
    "name a party that nobody knows": (sql("UPDATE attribution SET party = 'x'"), {"not_checked", "head_differs"}),
    "spoil what a file brought": (sql("UPDATE import_row SET brought = 'x'"), {"not_checked"}),
    "write what is no entry": (sql("UPDATE revision SET body = '[]' WHERE id = 5"), {"history_broken"}),
    "let drafts be lost": (
        sql("CREATE TRIGGER lost BEFORE INSERT ON draft BEGIN SELECT RAISE(IGNORE); END"),
        {"form_differs"},
    ),
    "have a view tell the figures": (have_a_view_tell_the_figures, {"form_differs"}),
    "let two merges stand": (sql("DROP INDEX merge_in_force"), {"form_differs"}),
    "remove an incident": (sql("DELETE FROM incident"), {"record_lost", "lost_link"}),
}


def test_a_sound_store_is_held_against_nothing(copy: Path) -> None:
    assert errors(copy) == []


@pytest.mark.parametrize("name", TAMPERINGS)
def test_each_tampering_is_named(name: str, tamper: Callable[[Hand], list[str]]) -> None:
    hand, expected = TAMPERINGS[name]
    assert expected <= set(tamper(hand))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE place SET level = 'x' WHERE pcode = 'SY070001'",
        "UPDATE place_pack SET outlines = x'00'",
        "UPDATE own_term SET vocabulary = 'x'",
        "UPDATE meta SET value = 'x' WHERE key = 'created'",
        "UPDATE meta SET value = 'x' WHERE key = 'keyslots_known'",
    ],
)
def test_a_store_that_cannot_be_shown_for_what_was_done_to_it_is_refused_in_words(
    statement: str, tamper: Callable[[Hand], list[str]]
) -> None:
    with pytest.raises(DamagedStore):
        tamper(sql(statement))


def test_what_guards_the_history_is_missed(copy: Path, made: tuple[Path, bytes, bytes]) -> None:
    with closing(connect(copy / DATABASE, made[1], made[2])) as connection:
        connection.execute("DROP TRIGGER merge_is_undone_once")
    assert errors(copy) == ["form_differs"]


def test_a_history_without_signatures_is_never_signed_as_an_old_one(
    copy: Path, tamper: Callable[[Hand], list[str]]
) -> None:
    tamper(begin_anew)
    default_path().unlink(missing_ok=True)  # a computer that never saw it
    with Workspace.open(copy, PASSPHRASE, actor="tester") as opened:
        opened.save(dossier(incident=incident()))
    assert "unsigned" in errors(copy)


def test_what_was_cut_off_the_end_is_told_by_what_was_seen(
    made: tuple[Path, bytes, bytes], copy: Path, tamper: Callable[[Hand], list[str]]
) -> None:
    with Workspace.open(copy, PASSPHRASE):
        pass  # this computer has seen it
    assert {"seen_older", "history_cut"} <= set(tamper(cut_the_end))
    assert made[0] != copy


def test_the_whole_store_rolled_back_is_told_where_it_was_seen_and_nowhere_else(copy: Path, tmp_path: Path) -> None:
    older = tmp_path / "older.snhr"
    shutil.copytree(copy, older)
    with Workspace.open(copy, PASSPHRASE, actor="tester") as opened:
        opened.save(dossier(incident=incident()))
    shutil.rmtree(copy)
    older.rename(copy)
    assert errors(copy) == ["seen_older"]
    default_path().unlink()
    assert errors(copy) == []  # no program can know what it never saw: compare the head with one that was printed


def test_whoever_holds_the_master_key_can_sign_anew_and_only_a_head_kept_elsewhere_tells(
    copy: Path, tamper: Callable[[Hand], list[str]]
) -> None:
    with Workspace.open(copy, PASSPHRASE) as opened:
        keys, printed = Keys(opened._store.keys.master()), history.chain_head(opened._store.connection)
    default_path().unlink()

    def forge(connection: "Connection") -> None:
        connection.execute("UPDATE revision SET reason = 'nothing of note' WHERE reason = 'one more was found'")
        rechained(connection)
        rows = connection.execute("SELECT first_entry, last_entry, at FROM signature ORDER BY id").fetchall()
        connection.execute("DELETE FROM signature")
        for first, last, at in rows:
            [head] = connection.execute("SELECT chain_sha256 FROM revision WHERE id = ?", (last,)).fetchone()
            signing._write(connection, keys, Signed(first, last, at, head, begun=False))

    assert tamper(forge) == []
    with Workspace.open(copy, PASSPHRASE) as opened:
        found = opened._store.connection.execute("SELECT 1 FROM revision WHERE chain_sha256 = ?", (printed,)).fetchone()
    assert found is None


def _columns(connection: "Connection") -> Iterator[tuple[str, str]]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' ORDER BY name"
    ).fetchall()
    for (table,) in tables:
        if table in ALONE or "search" in table or table.startswith("sqlite_"):
            continue
        for _, column, *_ in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
            if column not in PLACES and (table, column) not in NOTED_COLUMNS:
                yield table, column


SETTINGS = {"keyslots_known", "second_person", "store", "office", "created", "seal"}
"""Settings in `meta` that carry evidence."""
PLACES = {"id", "position"}
"""Columns that only place a row: what is said stays the same."""
NOTED_COLUMNS = {("counter", "last")}
"""Codes that are passed over are told and no fault; that none is given twice has a test of its own."""
AT_ONCE = int(os.environ.get("SNHR_TAMPERED_COLUMNS", "40"))
"""Columns that one run changes. The short form takes the same ones each time, so that a submission is judged by what it
changed; `make torture` takes every column, by another chance each time."""
CHANCE = os.environ.get("SNHR_TAMPERED_CHANCE", "751535")


def test_any_column_of_any_table_that_carries_evidence(
    made: tuple[Path, bytes, bytes], copy: Path, tmp_path: Path
) -> None:
    chance = random.Random(CHANCE)
    with closing(connect(copy / DATABASE, made[1], made[2])) as connection:
        everything = list(_columns(connection))
    chance.shuffle(everything)
    unnoticed: list[str] = []
    for turn, (table, column) in enumerate(everything[:AT_ONCE]):
        folder = tmp_path / f"{turn}.snhr"
        shutil.copytree(copy, folder)
        changed = _changed(folder / DATABASE, made, table, column, chance)
        if changed and not _noticed(folder):
            unnoticed.append(f"{table}.{column}")
        shutil.rmtree(folder)
    told = f"{sorted(unnoticed)} by chance {CHANCE}"
    assert not unnoticed, told


def _changed(path: Path, made: tuple[Path, bytes, bytes], table: str, column: str, chance: random.Random) -> bool:
    """Change one column of one row; False where there is none or the table does not take it."""
    with _unguarded(path, made) as connection:
        cursor = connection.execute(f'SELECT * FROM "{table}"')
        names = [said[0] for said in cursor.description]
        rows = [row for row in cursor.fetchall() if table != "meta" or row[0] in SETTINGS]
        chosen = " AND ".join(f'"{name}" IS ?' for name in names)
        for row in chance.sample(rows, len(rows)):
            value = row[names.index(column)]
            for other in (one for one in _others(value, chance) if one != value):
                try:
                    connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE {chosen}', (other, *row))
                except DatabaseError:
                    continue
                return True
    return False


def _others(value: object, chance: random.Random) -> tuple[object, ...]:
    if isinstance(value, int):
        return value + 1, value - 1, value + chance.randint(2, 9)
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:] if value else b"x", b""
    text = str(value or "")
    if text[:1] in ("[", "{"):
        return '["x"]', '{"x": 1}'
    return text + "x", text[:-1] + ("0" if not text.endswith("0") else "1"), "2018-03-01", "", None


def _noticed(folder: Path) -> bool:
    """Whether verify names anything, on a computer that never saw the store, or it is refused in words."""
    default_path().unlink(missing_ok=True)
    try:
        return bool(errors(folder))
    except Refusal:
        return True


def test_codes_that_were_passed_over_are_told_and_no_fault(copy: Path, tamper: Callable[[Hand], list[str]]) -> None:
    assert tamper(sql("UPDATE counter SET last = last + 3")) == []
    with Workspace.open(copy, PASSPHRASE, read_only=True) as opened:
        noted = [finding.values["series"] for finding in opened.verify() if finding.code == "counter_ahead"]
    assert "IDL-2018" in noted


def test_what_is_derived_is_mended_by_making_it_anew(copy: Path, tamper: Callable[[Hand], list[str]]) -> None:
    def spoil(connection: "Connection") -> None:
        for statement in ("DELETE FROM person_key", "UPDATE place SET lat = 0", "UPDATE counter SET last = 1"):
            connection.execute(statement)
        connection.execute("UPDATE queue SET needed = needed + 1")

    told = tamper(spoil)
    assert {"keys_differ", "place_differs", "counter_behind", "queue_differs"} <= set(told)
    with Workspace.open(copy, PASSPHRASE, actor="tester") as opened:
        opened.renew()
    assert errors(copy) == []


ROWS = int(os.environ.get("SNHR_TAMPERED_COLUMNS", "12"))
"""Tables that one run takes a row of, and slips a row into."""


@pytest.mark.parametrize("hand", ["take", "slip"])
def test_a_row_that_is_taken_or_slipped_in(
    hand: str, made: tuple[Path, bytes, bytes], copy: Path, tmp_path: Path
) -> None:
    chance = random.Random(CHANCE)
    with closing(connect(copy / DATABASE, made[1], made[2])) as connection:
        tables = sorted({table for table, _ in _columns(connection)})
    unnoticed: list[str] = []
    for turn, table in enumerate(chance.sample(tables, min(ROWS, len(tables)))):
        folder = tmp_path / f"{turn}.snhr"
        shutil.copytree(copy, folder)
        changed = {"take": _taken, "slip": _slipped_in}[hand](folder / DATABASE, made, table, chance)
        if changed and not _noticed(folder):
            unnoticed.append(table)
        shutil.rmtree(folder)
    told = f"{sorted(unnoticed)} by chance {CHANCE}"
    assert not unnoticed, told


def _taken(path: Path, made: tuple[Path, bytes, bytes], table: str, chance: random.Random) -> bool:
    """Take away one row; False where there is none."""
    with _unguarded(path, made) as connection:
        rows = _rows(connection, table)
        if not rows:
            return False
        names = list(rows[0])
        one = chance.choice(rows)
        chosen = " AND ".join(f'"{name}" IS ?' for name in names)
        connection.execute(f'DELETE FROM "{table}" WHERE {chosen}', tuple(one.values()))
        return True


def _slipped_in(path: Path, made: tuple[Path, bytes, bytes], table: str, chance: random.Random) -> bool:
    """Put in a row like one that is there, under another identity; False where the table does not take it."""
    fresh = {"id": None, "uid": f"{chance.getrandbits(128):032x}", "code": "x.new", "reference": "IDL-2018-00777"}
    with _unguarded(path, made) as connection:
        rows = _rows(connection, table)
        for one in chance.sample(rows, len(rows)):
            for names in (("id", "uid"), tuple(fresh)):
                values = [fresh[name] if name in names else value for name, value in one.items()]
                try:
                    connection.execute(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(values))})', values)
                except DatabaseError:
                    continue
                return True
        return False


@contextmanager
def _unguarded(path: Path, made: tuple[Path, bytes, bytes]) -> "Iterator[Connection]":
    """The database of a closed store while nothing in it guards anything."""
    with closing(connect(path, made[1], made[2])) as connection:
        connection.execute("PRAGMA foreign_keys = off")
        with unguarded(connection):
            yield connection


def _rows(connection: "Connection", table: str) -> list[dict[str, object]]:
    cursor = connection.execute(f'SELECT * FROM "{table}"')
    names = [said[0] for said in cursor.description]
    found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [row for row in found if table != "meta" or row["key"] in SETTINGS]
