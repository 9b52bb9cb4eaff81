"""The project as a whole: what is tracked, pinned and licensed, and the Qt binding it stands on."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parent.parent
LOCKS = tuple(f"packaging/requirements{part}.txt" for part in ("", "-dev", "-bench"))
TEXT_ENDINGS = {
    "",
    ".py",
    ".md",
    ".txt",
    ".toml",
    ".sh",
    ".json",
    ".po",
    ".tsv",
    ".csv",
    ".qss",
    ".svg",
    ".yml",
    ".yaml",
}
LICENCE_TEXTS = ("LICENSE", "*OFL*")


def tracked_texts() -> list[Path]:
    """Return the text files that git tracks."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    paths = (ROOT / name for name in listing.stdout.split("\0") if name)
    return [path for path in paths if path.suffix in TEXT_ENDINGS and path.is_file()]


def test_calls_returning_none_leave_none_alone(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 takes a reference from None at each such call, and aborts soon after."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(300):
        label.setText("x")
    assert sys.getrefcount(None) > before - 50


def test_tracked_files_name_no_machine_path_and_no_download() -> None:
    """A path of one machine is of no use on the next; each machine knows its own registry."""
    folders = "|".join(("work", "tmp", "root", "home"))  # in parts: this file is read too
    machine_path = rf"(?<![\w./\]-])/(?:{folders})/\w"
    download = r"https?://\S+\.(?:whl|tar\.gz|tgz|deb|zip)\b|https?://\S+/simple\b|--(?:extra-)?index-" + "url"
    forbidden = re.compile(f"{machine_path}|{download}")
    texts = tracked_texts()
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in texts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if forbidden.search(line)
    ]
    assert texts
    assert found == []


def test_tooling_names_no_address_at_all() -> None:
    tooling = [
        ROOT / "Makefile",
        ROOT / "pyproject.toml",
        ROOT / ".ci/run",
        *(ROOT / "packaging").glob("*.*"),
    ]
    assert [path.name for path in tooling if "://" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_each_package_with_hashes_and_without_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 10
    assert [entry for entry in entries if not re.match(r"[a-z0-9-]+==[\w.]+ .*--hash=sha256:", entry, re.DOTALL)] == []
    assert "://" not in text


def test_every_declared_requirement_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    pinned = re.findall(r"^[a-z0-9-]+(?===)", "".join((ROOT / lock).read_text() for lock in LOCKS), re.MULTILINE)
    declared = [*project["project"]["dependencies"], *(one for group in groups.values() for one in group)]
    names = {re.split(r"[<>=!~\[; ]", requirement, maxsplit=1)[0].lower() for requirement in declared}
    assert names - set(pinned) == set()


def test_locks_agree_on_what_they_share() -> None:
    pins = [re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / lock).read_text(), re.MULTILINE) for lock in LOCKS]
    versions: dict[str, set[str]] = {}
    for name, version in (pin for lock in pins for pin in lock):
        versions.setdefault(name, set()).add(version)
    assert {name: several for name, several in versions.items() if len(several) > 1} == {}


@pytest.mark.parametrize(("folder", "ending"), [("fonts", ".ttf"), ("icons", ".svg")])
def test_borrowed_files_come_with_licence_and_source(folder: str, ending: str) -> None:
    place = ROOT / "resources" / folder
    assert list(place.glob(f"*{ending}"))
    assert [path for pattern in LICENCE_TEXTS for path in place.glob(pattern)]
    assert list(place.glob("*README.md"))


def test_own_licence_is_the_declared_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["license"] == "Apache-2.0"
    assert "Apache License\n                           Version 2.0" in (ROOT / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", ["setup", "run", "test", "check", "bench", "lock", "clean"])
def test_make_knows_the_documented_target(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_scripts_may_be_run() -> None:
    for script in ("packaging/setup.sh", "packaging/run.sh", ".ci/run"):
        assert (ROOT / script).stat().st_mode & 0o100, script
