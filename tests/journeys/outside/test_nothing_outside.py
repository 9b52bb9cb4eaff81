"""Nothing of a record lies outside the store after a whole session, and no socket led outside while it lasted."""

import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.journeys.outside.marks import files, forms, marks, search

ROOT = Path(__file__).parents[3]
WATCH = Path(__file__).parent / "watch"
SHARED = (Path("/tmp"), Path("/dev/shm"), Path("/var/tmp"))
"""Where programs of every kind leave things."""
_TRACED = ("-f", "--seccomp-bpf", "-qq", "-y", "-e", "trace=socket,open,openat,creat")
"""Every other call of the system goes by without a stop, which would make a session last three times as long."""
_WRITTEN = re.compile(
    r'(?:openat\([^,]+, |open\(|creat\()"([^"\n]+)"[^)\n]*(?:O_WRONLY|O_RDWR|O_CREAT)[^)\n]*\)\s+= \d'
)
_DEVICES = ("/dev/", "/proc/")
STEPS = ["made", "entered", "imported", "attached", "looked", "reported", "mistaken", "locked"]
_OUTWARD = re.compile(r"socket\((?!AF_UNIX|AF_LOCAL)")
LONGEST_S = 600


class Session(NamedTuple):
    """A session that was, and what it left."""

    folder: Path
    words: tuple[str, ...]
    began: float
    told: dict[str, Any]
    output: str

    @property
    def exports(self) -> Path:
        """Where the person said files should go."""
        return self.folder / "exports"

    @property
    def store(self) -> Path:
        """The store that was made."""
        return self.folder / "kept" / "office.snhr"


def surroundings(folder: Path) -> dict[str, str]:
    """A machine of its own, as far as folders go."""
    where = {
        "HOME": "home", "XDG_RUNTIME_DIR": "run", "XDG_CACHE_HOME": "home/.cache", "XDG_CONFIG_HOME": "home/.config",
        "XDG_DATA_HOME": "home/.local/share", "XDG_STATE_HOME": "home/.local/state", "TMPDIR": "tmp",
    }  # fmt: skip
    for name in (*where.values(), "kept", "given", "exports", "cwd"):
        (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("XDG", "SNHR", "PYTEST"))},
        **{name: str(folder / value) for name, value in where.items()},
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": f"{WATCH}{os.pathsep}{ROOT}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "SNHR_SOCKETS": str(folder / "sockets.txt"),
    }


def run(folder: Path, command: list[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """A process in the folder where nothing should come to lie, watched by strace where there is one."""
    if strace := shutil.which("strace"):
        command = [strace, *_TRACED, "-o", str(folder / "strace.txt"), *command]
    return subprocess.run(
        command, cwd=folder / "cwd", env=environment, capture_output=True, text=True, timeout=LONGEST_S, check=False,
        umask=0,
    )  # fmt: skip


def give(folder: Path, words: tuple[str, ...]) -> None:
    """A file of records that somebody gave."""
    record = {
        "incident": {
            "origin": f"given:{words[4]}", "title_en": words[4], "title_ar": words[30], "kinds": ["killing"],
            "date": {"first": "2018-03-22", "last": "2018-03-22", "precision": "day"},
            "place": {"pcode": "C3871", "precision": "community"},
            "narrative_en": " ".join(words[:25]), "narrative_ar": " ".join(words[25:]),
        },
        "victims": [{"number": 3, "outcome": "killed", "civil_status": "civilian"}],
    }  # fmt: skip
    about = {"format": "snhr-desktop dossiers", "version": 1, "about": {"en": "", "ar": ""}, "dossiers": [record]}
    (folder / "given" / "rows.json").write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")


@pytest.fixture(scope="module", params=["closed", "killed"])
def session(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A whole session at the window, in a machine of its own."""
    folder = tmp_path_factory.mktemp("session")
    seed, began = f"{folder}-{time.time()}", time.time() - 1
    environment = surroundings(folder) | {"SNHR_SESSION": f"{folder}|{seed}|{request.param}"}
    give(folder, marks(seed))
    child = Path(__file__).with_name("session_child.py")
    done = run(folder, [sys.executable, str(child)], environment)
    failed = folder / "failed.txt"
    assert not failed.exists(), failed.read_text(encoding="utf-8")
    told = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    assert told["steps"] == [*STEPS, request.param], done.stderr
    return Session(folder, marks(seed), began, told, done.stdout + done.stderr)


def test_nothing_of_a_record_lies_outside_store_and_exports(session: Session) -> None:
    chosen = (session.exports, session.folder / "given")
    own = [
        path for path in files(session.folder, but=chosen) if path.parent != session.folder
    ]  # but what the test noted
    assert {found.word for found in search(files(*chosen), session.words)} == set(session.words), "the search finds"
    assert search(own, session.words) == []
    assert search(own, ["-".join(two) for two in itertools.pairwise(session.told["secrets"])]) == []
    assert search(shared_files(session), session.words) == []


def shared_files(session: Session) -> list[Path]:
    """What came to lie meanwhile where every program may write."""
    roots = [root for root in SHARED if root.is_dir()]
    tests = {session.folder.relative_to(root).parts[0] for root in roots if session.folder.is_relative_to(root)}
    own = [root / name for root in roots for name in tests]  # another run may have chosen another disk
    return list(files(*roots, since=session.began, but=own))


def test_nothing_is_written_outside_the_folders_of_the_person(session: Session) -> None:
    traced = session.folder / "strace.txt"
    if not traced.exists():
        pytest.skip("there is no strace to watch with")
    written = set(_WRITTEN.findall(traced.read_text(errors="replace")))
    assert any("store.db" in path for path in written)
    beyond = [path for path in written if Path(path).is_absolute() and not Path(path).is_relative_to(session.folder)]
    assert [path for path in beyond if not path.startswith(_DEVICES)] == []
    assert [path for path in beyond if path.startswith("/dev/shm")] == []
    aside = {str(Path(path).parent) for path in written if Path(path).is_relative_to(session.folder)}
    assert not aside & {str(session.folder / "cwd"), str(session.folder / "tmp")}


def test_nothing_of_a_record_is_told_where_programs_tell_mistakes(session: Session) -> None:
    said = session.output.encode()
    assert [word for word in session.words for form in forms(word) if form in said] == []
    assert "KeyError in " in session.output


def test_strings_over_the_store_find_nothing(session: Session) -> None:
    held = list(files(session.store))
    assert {path.name for path in held} >= {"keyslots.json", "keyslots.json.bak"}
    assert sum(path.stat().st_size for path in held) > 100_000
    assert search(held, session.words) == []


def test_no_socket_leads_outside(session: Session) -> None:
    assert session.told["sockets"] == []
    noted = (session.folder / "sockets.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in noted if not line.startswith("began")] == []
    assert len(noted) >= 2, "the window and its press were both heard"
    traced = session.folder / "strace.txt"
    if traced.exists():
        assert [line for line in traced.read_text(errors="replace").splitlines() if _OUTWARD.search(line)] == []


def test_exports_and_settings_are_for_their_owner_alone_whatever_the_umask(session: Session) -> None:
    named = {path.name for path in session.exports.iterdir()}
    assert named >= {"sheet.pdf", "report.pdf", "printed.pdf"}
    assert sum(name.endswith((".txt", ".jpg")) for name in named) == 2, "files that were handed out"
    made = [*files(session.exports), *files(session.folder / "home"), *files(session.store)]
    assert [str(path) for path in made if path.stat().st_mode & 0o077] == []


def test_what_the_desktop_keeps_names_no_file(session: Session) -> None:
    kept = [path for path in files(session.folder / "home", session.folder / "run") if "fontconfig" not in str(path)]
    assert {path.name for path in kept} <= {"window.ini", "backups.json", "heads.json"}


def test_the_commands_leave_and_tell_nothing_either(tmp_path: Path) -> None:
    environment = surroundings(tmp_path) | {"SNHR_PASSPHRASE": "a long enough passphrase"}
    words, began = marks(str(tmp_path)), time.time() - 1
    give(tmp_path, words)
    store, given = tmp_path / "kept" / "office.snhr", tmp_path / "given" / "rows.json"
    pdf = tmp_path / "exports" / "report.pdf"
    output = ""
    for arguments in (
        ["new", store, "--office", "IDL"], ["import", store, given, "--dry-run"], ["import", store, given],
        ["figures", store, "--format", "json"], ["figures", store, "--format", "csv"], ["verify", store],
        ["report", store, "-o", pdf, "--lang", "both"], ["report", store, "-o", tmp_path / "gone" / words[0]],
        ["publish", store, "-o", tmp_path / "exports" / "published.pdf", "--reason", words[1]], ["published", store],
    ):  # fmt: skip
        done = run(tmp_path, [sys.executable, "-m", "snhr_desktop", *map(str, arguments)], environment)
        output += done.stdout + done.stderr
        traced = tmp_path / "strace.txt"
        assert not traced.exists() or not _OUTWARD.search(traced.read_text(errors="replace"))
    assert pdf.stat().st_mode & 0o077 == 0
    noted = (tmp_path / "sockets.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in noted if not line.startswith("began")] == []
    chosen = (tmp_path / "exports", tmp_path / "given")
    assert search((path for path in files(tmp_path, but=chosen) if path.parent != tmp_path), words) == []
    told = output.replace(words[0], "")  # the name of a file that was asked for
    assert [word for word in words if word in told] == []
    assert search(shared_files(Session(tmp_path, words, began, {}, "")), words) == []
