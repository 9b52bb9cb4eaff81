"""What every room's tests share: a real encrypted store that opens at once."""

import gc
import itertools
import os
import shutil
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings

from snhr_desktop.store import attempts, ballast, keyslots, slots
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, FilledWith, Filling, forget_terms
from tests.torture.small_disk import NOT_TESTED

settings.register_profile("house", deadline=None)  # a busy machine is no fault of the program
settings.load_profile("house")
LONGEST = ("test_nothing_outside.py", "test_text_size.py", "test_every_window.py", "test_killed.py", "test_memory.py")
"""Files that take long. They begin first, so that nobody works alone at the end."""
_NUMBERS = itertools.count()
_MEMORY, _ROOM = Path("/dev/shm"), 4 << 30
"""A disk in memory, and the free bytes that let a run have it: some times what lies there at once."""


def pytest_configure() -> None:
    """Let what tests write lie in memory where there is room: each saves a few times, and would wait for a disk."""
    if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free >= _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(scope="session", autouse=True)
def cheap_keyslots() -> Iterator[None]:
    """New keyslots cost next to nothing here; the product's own cost is tested by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyslots, "COST", slots.Cost(memory_kib=64, passes=1, lanes=1))
        patch.setattr(keyslots, "LEAST_SECONDS", 0)
        patch.setattr(attempts, "PAUSES", (0,))
        yield


@pytest.fixture(scope="session", autouse=True)
def light_ballast() -> Iterator[None]:
    """The many stores of the tests keep back next to no room; what the product keeps back is tested by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ballast, "SIZE", 1 << 10)
        yield


@pytest.fixture(scope="session", autouse=True)
def long_lived() -> None:
    """What was imported by now stays, and is not looked at again."""
    gc.freeze()


def _delete_what_is_given_up() -> None:
    """Each widget alive costs each later change of theme or language, however little it is to anybody."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what this machine could not test, below everything else: a row of dots looks the same without it."""
    skips = (one.longrepr[2] for one in terminalreporter.stats.get("skipped", ()) if isinstance(one.longrepr, tuple))
    for reason, times in Counter(skip.removeprefix("Skipped: ") for skip in skips).items():
        if reason.startswith(NOT_TESTED):
            terminalreporter.section(f"{reason} ({times})", red=True, bold=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """What a test with windows left is destroyed on their thread, as the program does it, and before the next test.

    That is after its fixtures were let go, which may hold a window too. What is alive then stays, as what was imported
    does, and is not looked at again: the next test pays for what it made itself, and not for all that was made before.
    """
    if "qapp" not in getattr(item, "fixturenames", ()):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        _delete_what_is_given_up()
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What this computer remembers is not the developer's. The folder is made by whoever remembers something."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / f"config-{next(_NUMBERS)}"))


@pytest.fixture(scope="session")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store just made, to be copied: that costs a tenth of making one, which has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("maker")))
        made, _ = Workspace.create(tmp_path_factory.mktemp("new") / "office.snhr", PASSPHRASE, "IDL", actor="tester")
        made.close()
    return made._store.folder


@pytest.fixture
def workspace(tmp_path: Path, new_store: Path) -> Iterator[Workspace]:
    """A new store of the office IDL, with the Idlib period and nothing else in it."""
    shutil.copytree(new_store, tmp_path / "office.snhr")
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as opened:
        yield opened


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory, new_store: Path) -> Callable[[Filling], Path]:
    """The folder of a store that something was put into, once for all tests that ask for the same; to be copied."""
    made: dict[Filling, Path] = {}

    def folder(fill: Filling) -> Path:
        if fill not in made:
            made[fill] = tmp_path_factory.mktemp("filled") / "office.snhr"
            shutil.copytree(new_store, made[fill])
            with Workspace.open(made[fill], PASSPHRASE) as opened:
                fill(opened)
        return made[fill]

    return folder


@pytest.fixture
def filled_with(tmp_path: Path, filled_once: Callable[[Filling], Path]) -> Iterator[FilledWith]:
    """Opens a store of the office IDL that something was put into, a copy for each test."""
    with ExitStack() as stack:

        def opened(fill: Filling) -> Workspace:
            shutil.copytree(filled_once(fill), tmp_path / "office.snhr")
            return stack.enter_context(Workspace.open(tmp_path / "office.snhr", PASSPHRASE))

        yield opened


@pytest.fixture
def nobody_elses_terms() -> Iterator[None]:
    """Leave no term of an office in the vocabularies, where they last as long as the program runs."""
    yield
    forget_terms()
