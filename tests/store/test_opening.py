"""Opening and making a store: what is refused, and that nobody else can read a byte of it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from snhr_desktop.errors import (
    CountedByOthers,
    InvalidEntry,
    KeysDestroyed,
    NotAStore,
    ReadOnlyFolder,
    StoreExists,
    WrongPassphrase,
)
from snhr_desktop.i18n import ARABIC
from snhr_desktop.store import derived, keyslots
from snhr_desktop.store.backups.making import make
from snhr_desktop.store.backups.names import MANUAL
from snhr_desktop.store.backups.vault import inside
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.store import Store
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, counted, dossier, source, victim

MARKER = "PlainMarker"


@pytest.fixture
def any_umask() -> Iterator[None]:
    """A umask that would leave every new file open to all."""
    before = os.umask(0)
    yield
    os.umask(before)


def everything_in(folder: Path) -> list[Path]:
    """The folder and every folder and file in it."""
    return [folder, *folder.rglob("*")]


@pytest.mark.usefixtures("any_umask")
def test_nobody_else_can_read_it_whatever_the_umask(tmp_path: Path) -> None:
    folder = tmp_path / "a.snhr"
    workspace, _ = Workspace.create(folder, PASSPHRASE, "IDL")
    workspace.save(dossier())
    make(folder, workspace._store.keys, inside(folder), MANUAL)
    paths = everything_in(folder)
    assert {"store.db", "store.db-wal", "store.db-shm", "keyslots.json", "keyslots.json.bak"} <= {p.name for p in paths}
    open_to_others = [p for p in paths if stat.S_IMODE(p.stat().st_mode) & 0o077]
    workspace.close()
    assert open_to_others == []


def test_no_word_of_it_lies_open(tmp_path: Path) -> None:
    folder = tmp_path / "a.snhr"
    with Workspace.create(folder, PASSPHRASE, "IDL", actor=f"{MARKER} actor")[0] as workspace:
        texts = {"narrative_ar": f"{MARKER} شهادة", "title_en": MARKER}
        workspace.save(
            dossier(victim(name_en=MARKER), incident=counted(**texts), sources=(source(real_name=MARKER),)), MARKER
        )
        workspace.put_draft("form", {"incident": {"title_en": MARKER}})
        make(folder, workspace._store.keys, inside(folder), MANUAL)
        files = [path for path in everything_in(folder) if path.is_file()]
        words = [MARKER.encode(), "شهادة".encode(), b"SQLite format", b"CREATE TABLE"]
        assert len(files) >= 7
        assert [(path.name, word) for path in files for word in words if word in path.read_bytes()] == []


def test_the_recovery_code_opens_it(tmp_path: Path) -> None:
    made, code = Workspace.create(tmp_path / "a.snhr", PASSPHRASE, "IDL", training=True)
    made.close()
    with Workspace.open(tmp_path / "a.snhr", code.lower()) as again:
        assert again.info.training
        assert again.info.name == "a"


def test_a_wrong_passphrase_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    before = (tmp_path / "office.snhr" / DATABASE).read_bytes()
    for secret in ("", "wrong", "0000-" * 8, PASSPHRASE + " "):
        with pytest.raises(WrongPassphrase) as refused:
            Workspace.open(tmp_path / "office.snhr", secret)
        assert "عبارة المرور" in refused.value.tell(ARABIC)
    assert (tmp_path / "office.snhr" / DATABASE).read_bytes() == before


def test_a_changed_passphrase_opens_and_the_old_does_not(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        workspace.change_passphrase("wrong", "new")
    with pytest.raises(InvalidEntry):
        workspace.change_passphrase(PASSPHRASE, "  ")
    workspace.change_passphrase(PASSPHRASE, "new")
    with pytest.raises(WrongPassphrase):
        Workspace.open(tmp_path / "office.snhr", PASSPHRASE)
    Workspace.open(tmp_path / "office.snhr", "new").close()


@pytest.mark.parametrize("kind", ["nothing", "folder", "file", "no database"])
def test_what_is_no_store_is_said_to_be_none(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "other"
    if kind == "file":
        path.write_text("text")
    elif kind != "nothing":
        path.mkdir()
    if kind == "no database":
        keyslots.new_keyslots(PASSPHRASE)[0].write(path)
    with pytest.raises(NotAStore) as refused:
        Workspace.open(path, PASSPHRASE)
    assert "other" in refused.value.tell(ARABIC)


def test_a_store_without_its_keyslots_says_so(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    for name in (keyslots.FILE_NAME, keyslots.COPY_NAME):
        (tmp_path / "office.snhr" / name).unlink()
    with pytest.raises(KeysDestroyed):
        Workspace.open(tmp_path / "office.snhr", PASSPHRASE)


def test_damage_to_one_keyslot_file_is_mended_on_opening(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    path = tmp_path / "office.snhr" / keyslots.FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:50])
    Workspace.open(tmp_path / "office.snhr", PASSPHRASE).close()
    assert path.read_bytes() == whole


@pytest.mark.parametrize("existing", ["file", "folder"])
def test_nothing_is_overwritten(tmp_path: Path, existing: str) -> None:
    path = tmp_path / "a.snhr"
    path.write_text("mine") if existing == "file" else path.mkdir()
    with pytest.raises(StoreExists):
        Workspace.create(path, PASSPHRASE, "IDL")
    assert [p.name for p in tmp_path.iterdir()] == ["a.snhr"]


@pytest.mark.parametrize("office", ["", "I", "IDLIB OFFICE", "إدلب", "I/D", "TOOLONGCODE"])
def test_an_office_has_a_short_code(tmp_path: Path, office: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        Workspace.create(tmp_path / "a.snhr", PASSPHRASE, office)
    assert [problem.field for problem in refused.value.problems] == ["office"]
    assert list(tmp_path.iterdir()) == []


def test_a_passphrase_is_needed(tmp_path: Path) -> None:
    with pytest.raises(InvalidEntry) as refused:
        Workspace.create(tmp_path / "a.snhr", " ", "IDL")
    assert [problem.field for problem in refused.value.problems] == ["passphrase"]


def test_a_store_half_made_leaves_nothing(tmp_path: Path) -> None:
    def fail(store: Store) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Store.create(tmp_path / "a.snhr", PASSPHRASE, "IDL", seed=fail)
    assert list(tmp_path.iterdir()) == []


def test_reading_only_is_possible_and_writes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    saved = workspace.save(dossier()).dossier
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE, read_only=True) as reader:
        assert reader.dossier(saved.incident.uid) == saved
        assert reader.info.read_only
        with pytest.raises(ReadOnlyFolder):
            reader.put_draft("form", {})
        with pytest.raises(ReadOnlyFolder):
            reader.save(dossier())
    assert workspace.incidents(IncidentQuery()).total == 1


def test_damage_to_the_first_bytes_of_the_file_is_no_loss(workspace: Workspace, tmp_path: Path) -> None:
    saved = workspace.save(dossier()).dossier
    workspace.close()
    with (tmp_path / "office.snhr" / DATABASE).open("r+b") as file:
        file.write(bytes(16))
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as again:
        assert again.dossier(saved.incident.uid) == saved


def test_figures_of_another_edition_are_read_as_those_of_this_one_by_nobody(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.save(dossier())
    workspace.close()
    monkeypatch.setattr("snhr_desktop.store.derived.RULES", derived.RULES + 1)
    with pytest.raises(CountedByOthers):
        Workspace.open(tmp_path / "office.snhr", PASSPHRASE, read_only=True)
    Workspace.open(tmp_path / "office.snhr", PASSPHRASE).close()
    Workspace.open(tmp_path / "office.snhr", PASSPHRASE, read_only=True).close()


def test_a_new_edition_of_the_places_renews_what_follows_from_them(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.save(dossier())
    connection = workspace._store.connection
    connection.execute("UPDATE incident_fact SET governorate = 'SY14', civilians_killed = 9")
    connection.execute("DELETE FROM search")
    workspace.close()
    monkeypatch.setattr("snhr_desktop.store.derived.RULES", derived.RULES + 1)
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as again:
        assert again.incidents(IncidentQuery(area="SY07", text="ادلب")).rows[0].killed == 1
        assert not [f for f in again.verify() if f.level == "error"]
