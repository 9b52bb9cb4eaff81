"""Keyslots: what opens a store, what does not, and what survives damage."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.errors import DamagedStore, NewerStore, WrongPassphrase
from snhr_desktop.store import keyslots, slots
from snhr_desktop.store.keyslots import COPY_NAME, FILE_NAME, Keyslots, mend_keyslots, new_keyslots, read_keyslots

PASSPHRASE = "كلمة السر pass 1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a keyslot file and its copy, opened by `PASSPHRASE`."""
    slots, master, code = new_keyslots(PASSPHRASE)
    slots.write(tmp_path)
    (tmp_path / "secrets").write_text(f"{master.hex()} {code}")
    return tmp_path


def secrets_of(folder: Path) -> tuple[bytes, str]:
    """The master key and the recovery code of the fixture."""
    master, code = (folder / "secrets").read_text().split()
    return bytes.fromhex(master), code


def test_the_product_pays_for_each_guess() -> None:
    spec = importlib.util.find_spec(keyslots.__name__)
    assert spec
    assert spec.loader
    untouched = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(untouched)
    assert untouched.COST is None
    assert untouched.LEAST_SECONDS >= 0.4
    assert (slots.FLOOR.memory_kib, slots.FLOOR.passes) == (128 * 1024, 3)


def test_passphrase_and_recovery_code_give_the_same_key(folder: Path) -> None:
    master, code = secrets_of(folder)
    slots = read_keyslots(folder)
    assert slots.unlock(PASSPHRASE).master == master
    assert slots.unlock(code).master == master
    assert len(master) == 32


def test_a_passphrase_may_be_composed_on_any_keyboard() -> None:
    slots, master, _ = new_keyslots("café آ")
    assert slots.unlock("cafe\u0301 ا\u0653").master == master


@pytest.mark.parametrize(
    "spoil",
    [str.lower, lambda c: c.replace("-", " "), lambda c: c.replace("-", ""), lambda c: f"  {c.replace('-', ' – ')}\n"],
)
def test_the_recovery_code_is_forgiven_how_it_is_typed(folder: Path, spoil: Callable[[str], str]) -> None:
    master, code = secrets_of(folder)
    assert read_keyslots(folder).unlock(spoil(code)).master == master


def test_the_recovery_code_forgives_letters_that_look_like_digits() -> None:
    while True:
        slots, master, code = new_keyslots("p")
        if {"0", "1"} <= set(code):
            break
    assert slots.unlock(code.replace("0", "O").replace("1", "I")).master == master
    assert slots.unlock(code.replace("0", "o").replace("1", "l")).master == master


def test_the_recovery_code_has_eight_groups_of_four() -> None:
    _, _, code = new_keyslots("p")
    assert [len(group) for group in code.split("-")] == [4] * 8
    assert not set(code) & set("ILOU")


@given(st.text())
def test_nothing_else_opens(text: str) -> None:
    slots, _, _ = new_keyslots("the one")
    with pytest.raises(WrongPassphrase):
        slots.unlock(text + "!")


def test_a_new_passphrase_replaces_the_old_in_the_copy_too(folder: Path) -> None:
    master, code = secrets_of(folder)
    read_keyslots(folder).with_passphrase(master, "another").write(folder)
    for name in (FILE_NAME, COPY_NAME):
        (folder / "one").mkdir(exist_ok=True)
        (folder / "one" / FILE_NAME).write_bytes((folder / name).read_bytes())
        slots = read_keyslots(folder / "one")
        assert slots.unlock("another").master == slots.unlock(code).master == master
        with pytest.raises(WrongPassphrase):
            slots.unlock(PASSPHRASE)


@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "flipped", "other"])
def test_a_damaged_file_is_replaced_by_its_copy(folder: Path, damage: str) -> None:
    master, _ = secrets_of(folder)
    path = folder / FILE_NAME
    whole = path.read_bytes()
    raw = json.loads(whole)
    raw["slots"][0]["wrapped"] = raw["slots"][1]["wrapped"]
    spoiled = {"empty": b"", "cut": whole[:300], "flipped": json.dumps(raw).encode(), "other": b"[1]"}
    path.unlink()
    if damage in spoiled:
        path.write_bytes(spoiled[damage])
    slots = read_keyslots(folder)
    assert slots.unlock(PASSPHRASE).master == master
    mend_keyslots(folder)
    assert path.read_bytes() == (folder / COPY_NAME).read_bytes() == whole


def test_both_gone_is_damage(folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"{}")
    (folder / COPY_NAME).unlink()
    with pytest.raises(DamagedStore):
        read_keyslots(folder)


def test_a_newer_format_is_left_alone(folder: Path) -> None:
    (folder / FILE_NAME).write_text('{"format": 3}')
    with pytest.raises(NewerStore):
        read_keyslots(folder)


def test_a_forged_file_cannot_ask_for_all_memory(folder: Path) -> None:
    raw = json.loads((folder / FILE_NAME).read_bytes())
    raw["slots"][0]["cost"]["memory_kib"] = 1 << 40
    body = {name: raw[name] for name in ("format", "store", "slots")}
    for name in (FILE_NAME, COPY_NAME):
        (folder / name).write_text(json.dumps(body | {"check": keyslots._check(body)}))
    with pytest.raises(DamagedStore):
        read_keyslots(folder)


def test_a_slot_opens_no_other_store(folder: Path) -> None:
    ours = read_keyslots(folder)
    moved = Keyslots("0" * 32, ours.slots)
    with pytest.raises(WrongPassphrase):
        moved.unlock(PASSPHRASE)


def test_the_file_does_not_hold_the_key_or_the_code(folder: Path) -> None:
    master, code = secrets_of(folder)
    content = (folder / FILE_NAME).read_text()
    assert master.hex() not in content
    assert code[:9] not in content
    assert "pass 1" not in content
