"""Earlier keyslots: overwritten before they go, and never the last that open the store."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from snhr_desktop.store import files, keyslots
from snhr_desktop.store.keyslots import COPY_NAME, FILE_NAME, new_keyslots, read_keyslots

NAMES = (FILE_NAME, COPY_NAME)


class Killed(BaseException):
    """The process ended here."""


def test_what_stood_there_is_overwritten(tmp_path: Path) -> None:
    slots, master, _ = new_keyslots("the first")
    slots.write(tmp_path)
    held = [os.open(tmp_path / name, os.O_RDONLY) for name in NAMES]
    try:
        slots.with_passphrase(master, "the second").write(tmp_path)
        for descriptor in held:
            said = os.read(descriptor, 1 << 20)
            assert len(said) == len(slots.content())
            assert b"wrapped" not in said
    finally:
        for descriptor in held:
            os.close(descriptor)
    assert {path.name for path in tmp_path.iterdir()} == set(NAMES)


def test_a_copy_by_hard_links_stays_as_it_was(tmp_path: Path) -> None:
    slots, master, _ = new_keyslots("the first")
    slots.write(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    os.link(tmp_path / FILE_NAME, tmp_path / "elsewhere" / FILE_NAME)
    slots.with_passphrase(master, "the second").write(tmp_path)
    assert read_keyslots(tmp_path / "elsewhere").unlock("the first").master == master


@pytest.mark.parametrize("hard_links", [True, False])
@pytest.mark.parametrize("call", range(40))
def test_killed_at_any_moment_a_whole_file_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: int, hard_links: bool
) -> None:
    slots, master, _ = new_keyslots("the first")
    slots.write(tmp_path)
    calls = iter(range(1000))

    def dying(work: Callable[..., object]) -> Callable[..., object]:
        def called(*args: object, **given: object) -> object:
            if next(calls) >= call:
                raise Killed
            return work(*args, **given)

        return called

    with monkeypatch.context() as patch:
        for name in ("open", "write", "fsync", "replace", "rename", "unlink", "lseek", "urandom"):
            patch.setattr(os, name, dying(getattr(os, name)))
        patch.setattr(os, "link", dying(os.link) if hard_links else _refused)
        with suppress(Killed):
            slots.with_passphrase(master, "the second").write(tmp_path)
    found = read_keyslots(tmp_path)
    assert any(_opens(found, secret, master) for secret in ("the first", "the second"))
    keyslots.mend_keyslots(tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".old"]
    assert (tmp_path / FILE_NAME).read_bytes() == (tmp_path / COPY_NAME).read_bytes()


def test_what_a_kill_left_is_overwritten_at_the_next_opening(tmp_path: Path) -> None:
    slots, _, _ = new_keyslots("the first")
    slots.write(tmp_path)
    left = tmp_path / f"{FILE_NAME}.0badcafe.old"
    files.make_file(left, slots.content())
    held = os.open(left, os.O_RDONLY)
    keyslots.mend_keyslots(tmp_path)
    assert not left.exists()
    assert b"wrapped" not in os.read(held, 1 << 20)
    os.close(held)


def _refused(*_: object, **__: object) -> None:
    raise OSError


def _opens(slots: keyslots.Keyslots, secret: str, master: bytes) -> bool:
    with suppress(Exception):
        return slots.unlock(secret).master == master
    return False
