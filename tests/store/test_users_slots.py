"""Slots of several users, of headquarters, the first format, hostile files, and wrong tries that are slowed."""

import json
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from argon2.exceptions import HashingError
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.errors import (
    DamagedStore,
    KeysDestroyed,
    LastTries,
    NewerStore,
    NoKeyFile,
    NoMemory,
    NoPublicKey,
    PassphraseTaken,
    TriedTooSoon,
    WrongPassphrase,
)
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.store import attempts, escrow, files, keyring, keyslots, limits, slots
from snhr_desktop.store.identity import new_uid
from snhr_desktop.store.keyslots import FILE_NAME, Keyslots, new_keyslots, read_keyslots, slot_name
from snhr_desktop.store.slots import FLOOR, Cost, tuned
from snhr_desktop.store.store import Store
from tests.builders import PASSPHRASE

AMAL, SALMA = new_uid(), new_uid()
CHEAP = Cost(64, 1, 1)

FIRST_FORMAT = {
    "format": 1,
    "store": "843d2079d3f75cc8a99425bdf8eb7e8e",
    "slots": [
        {
            "kind": "passphrase",
            "cost": {"memory_kib": 64, "passes": 1, "lanes": 1},
            "salt": "U88+wZr+9wwSeIW++cR3zA==",
            "nonce": "HXFJJBab3Pz8bCTS",
            "wrapped": "/MY+MQnEuiPSXlu5hZqjlnMrNOs5n6Fjy8AH8n/ISsaytvrTJGT+TJ3Fx7gyreGE",
        },
        {
            "kind": "recovery",
            "cost": {"memory_kib": 64, "passes": 1, "lanes": 1},
            "salt": "UHtsJ7WEn/bjKQ1MOr204A==",
            "nonce": "4pqtZtDIKyvb7nS0",
            "wrapped": "vtfOS22UnPVprv/bMyMq6MdzS951GgH39PhWBv8EWfhgTslcfTqN78WL/uwgVdtn",
        },
    ],
    "check": "54673308719694169b65eb6dc2813e708f888139a1cf0a26ad0eb37043309ba7",
}
"""As the first version of the program wrote it."""
FIRST_MASTER = "49418a449fadd77bb565fc15a3f52264faa49785751b58a421243415e0fb1e50"
FIRST_CODE = "W9SZ-YY70-1R4M-N7RY-NASS-VAPT-N3RM-JY3Q"


def first_format() -> Keyslots:
    """The keyslots of a store made by the first version."""
    return Keyslots.parse(json.dumps(FIRST_FORMAT).encode())


def test_the_first_format_opens_for_nobody_in_particular() -> None:
    for secret in ("كلمة السر pass 1", FIRST_CODE):
        unlocked = first_format().unlock(secret)
        assert (unlocked.master.hex(), unlocked.user) == (FIRST_MASTER, "")


def test_whoever_is_named_takes_the_place_of_nobody_in_particular() -> None:
    master = bytes.fromhex(FIRST_MASTER)
    named = first_format().without("").with_passphrase(master, "كلمة السر pass 1", AMAL)
    again = Keyslots.parse(named.content())
    assert again == named
    assert again.unlock("كلمة السر pass 1").user == AMAL
    assert again.unlock(FIRST_CODE).master == master


def test_the_passphrase_says_who_it_is() -> None:
    made, master, code = new_keyslots("first", AMAL)
    both = made.with_passphrase(master, "second", SALMA)
    assert both.unlock("first").user == AMAL
    assert both.unlock("second").user == SALMA
    assert both.unlock(code).user == ""
    content = both.content().decode()
    assert AMAL not in content
    assert SALMA not in content


def test_one_derivation_tries_all_users(monkeypatch: pytest.MonkeyPatch) -> None:
    made, master, _ = new_keyslots("p0", AMAL)
    for number in range(1, 6):
        made = made.with_passphrase(master, f"p{number}", new_uid())
    tried: list[bytes] = []
    real = Cost.key

    def counted(cost: Cost, secret: bytes, salt: bytes) -> bytes:
        tried.append(secret)
        return real(cost, secret, salt)

    monkeypatch.setattr(Cost, "key", counted)
    assert made.unlock("p5").master == master
    assert len(tried) == 1


def test_two_users_have_no_passphrase_in_common() -> None:
    made, master, _ = new_keyslots("first", AMAL)
    with pytest.raises(PassphraseTaken) as refused:
        made.with_passphrase(master, "first", SALMA)
    assert not refused.value.values
    assert made.with_passphrase(master, "first", AMAL).unlock("first").user == AMAL


def test_a_change_of_passphrase_leaves_the_other_users_alone() -> None:
    made, master, code = new_keyslots("first", AMAL)
    changed = made.with_passphrase(master, "second", SALMA).with_passphrase(master, "third", AMAL)
    assert changed.unlock("second").user == SALMA
    assert changed.unlock("third").user == AMAL
    assert changed.unlock(code).master == master
    with pytest.raises(WrongPassphrase):
        changed.unlock("first")
    gone = changed.without(slot_name(master, SALMA))
    with pytest.raises(WrongPassphrase):
        gone.unlock("second")


def test_a_renewed_recovery_code_makes_the_old_one_useless() -> None:
    made, master, old = new_keyslots("first", AMAL)
    renewed, code = made.with_recovery(master)
    assert renewed.unlock(code).master == master
    with pytest.raises(WrongPassphrase):
        renewed.unlock(old)


# --- headquarters ---------------------------------------------------------------------------------------------


def test_headquarters_opens_what_was_sealed_for_it(tmp_path: Path) -> None:
    public = escrow.make_key_file(tmp_path / "hq.key", b"far away", CHEAP)
    made, master, _ = new_keyslots("first", AMAL)
    sealed = Keyslots.parse(made.with_headquarters(master, public).content())
    private = escrow.read_key_file(tmp_path / "hq.key", b"far away")
    assert sealed.unlock_with(private).master == master
    for slots_of, key in ((made, private), (sealed, b"x" * 32), (replace(sealed, store_id="0" * 32), private)):
        with pytest.raises(WrongPassphrase):
            slots_of.unlock_with(key)
    with pytest.raises(WrongPassphrase):
        escrow.read_key_file(tmp_path / "hq.key", b"near by")
    assert (tmp_path / "hq.key").stat().st_mode & 0o777 == 0o600
    assert private.hex() not in (tmp_path / "hq.key").read_text()


def test_a_store_opens_with_the_key_of_headquarters(tmp_path: Path) -> None:
    public = escrow.make_key_file(tmp_path / "hq.key", b"far away", CHEAP)
    store, _ = Store.create(tmp_path / "office.snhr", PASSPHRASE, "IDL", user=AMAL)
    keyring.set_headquarters(store, public, "Amal")
    store.close()
    opened = Store.open_with_key(store.folder, escrow.read_key_file(tmp_path / "hq.key", b"far away"))
    assert (opened.holder.user, opened.holder.kind) == ("", slots.HEADQUARTERS)
    keyring.set_headquarters(opened, None, "")
    opened.close()
    with pytest.raises(WrongPassphrase):
        Store.open_with_key(store.folder, escrow.read_key_file(tmp_path / "hq.key", b"far away"))


def test_a_public_key_is_read_as_line_and_as_pem(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    public = escrow.make_key_file(tmp_path / "hq.key", b"p", CHEAP)
    pem = X25519PublicKey.from_public_bytes(public).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    line = escrow.show_public_key(public)
    assert escrow.read_public_key(f"  {line}\n") == escrow.read_public_key(pem.decode()) == public


@given(st.text())
def test_nothing_else_is_a_public_key(text: str) -> None:
    for said in (text, f"-----BEGIN PUBLIC KEY-----\n{text}\n-----END PUBLIC KEY-----"):
        try:
            found = escrow.read_public_key(said)
        except NoPublicKey:
            continue
        assert len(found) == 32


def test_a_public_key_that_agrees_with_everybody_is_refused() -> None:
    made, master, _ = new_keyslots("p", AMAL)
    with pytest.raises(NoPublicKey):
        made.with_headquarters(master, bytes(32))


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"private": 1, "public": 2}', b"[" * 9000, b"\xff\xfe"])
def test_a_file_that_is_no_key_file_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "hq.key").write_bytes(content)
    for name in ("hq.key", "gone.key"):
        with pytest.raises(NoKeyFile):
            escrow.read_key_file(tmp_path / name, b"p")


# --- hostile files --------------------------------------------------------------------------------------------

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda some: st.lists(some, max_size=4) | st.dictionaries(st.text(), some, max_size=4),
)


def whole() -> dict[str, Any]:
    """A file with every part, as JSON."""
    made, master, _ = new_keyslots("first", AMAL)
    coming, _, _ = new_keyslots("first", AMAL)
    full = replace(made.with_headquarters(master, b"\t" + bytes(31)), limit=3, next=coming)
    raw: dict[str, Any] = json.loads(full.content())
    return raw


def parsed(raw: Any) -> Keyslots | None:
    """What the reader makes of a file that was written by somebody else, check and all."""
    if isinstance(raw, dict):
        body = {name: said for name, said in raw.items() if name != "check"}
        raw = body | {"check": keyslots._check(body)}
    try:
        return Keyslots.parse(json.dumps(raw).encode())
    except (*keyslots._UNREADABLE, NewerStore):
        return None


@given(st.data())
def test_a_forged_file_is_read_or_refused_and_never_opens(data: st.DataObject) -> None:
    raw = whole()
    target: Any = raw
    for _ in range(data.draw(st.integers(1, 4))):
        keys = list(target) if isinstance(target, dict) else list(range(len(target)))
        if not keys:
            break
        key = data.draw(st.sampled_from(keys))
        if isinstance(target[key], dict | list) and data.draw(st.booleans()):
            target = target[key]
            continue
        target[key] = data.draw(ANYTHING)
        break
    found = parsed(raw)
    if found is not None:
        with pytest.raises(WrongPassphrase):
            found.unlock("another")


@given(ANYTHING)
def test_any_json_is_refused(raw: Any) -> None:
    assert parsed(raw) is None


@given(st.binary(max_size=300))
def test_any_bytes_are_damage(content: bytes) -> None:
    with pytest.raises(keyslots._UNREADABLE):
        Keyslots.parse(content)


def test_a_forged_file_cannot_ask_for_hours() -> None:
    made, _, _ = new_keyslots("first", AMAL)
    one = made.slots[0]
    many = tuple(replace(one, salt=bytes([number] * 16)) for number in range(9))
    assert parsed(json.loads(replace(made, slots=many).content())) is None
    for cost in (Cost(1 << 30, 1, 1), Cost(64, 1 << 20, 1), Cost(64, 1, 1 << 20), Cost(0, 0, 0)):
        assert parsed(json.loads(replace(made, slots=(replace(one, cost=cost),)).content())) is None
    with pytest.raises(RecursionError):
        Keyslots.parse(b"[" * 100_000)


def test_a_planted_slot_does_not_make_the_next_passphrase_cheap() -> None:
    made, master, _ = new_keyslots("first", AMAL)
    weak = replace(made.slots[0], cost=Cost(8, 1, 1), salt=bytes(16))
    for planted in ((weak, *made.slots), (weak,)):
        found = replace(made, slots=planted).with_passphrase(master, "second", SALMA)
        fresh = next(slot for slot in found.slots if slot.name == slot_name(master, SALMA))
        assert fresh.cost == CHEAP
        assert fresh.salt != weak.salt


@pytest.mark.parametrize("cost", [Cost(8, 1, 2), Cost(100, 1, 13), Cost((1 << 20) + 1, 1, 1)])
def test_what_argon_does_not_take_is_no_cost(cost: Cost) -> None:
    assert not cost.is_sane()
    assert Cost(1 << 20, 1, 4).is_sane()


def test_too_little_memory_is_refused_by_how_much_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> bytes:
        raise HashingError("Memory allocation error")

    monkeypatch.setattr(slots, "hash_secret_raw", none)
    with pytest.raises(NoMemory) as refused:
        Cost(512 * 1024, 3, 2).key(b"secret", bytes(16))
    for language in LANGUAGES.values():
        assert "512" in refused.value.tell(language)


# --- what a guess costs ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("seconds", [0.01, 0.1, 0.3, 0.49, 0.6, 5.0])
def test_the_cost_is_tuned_to_the_machine_and_never_below_the_floor(
    seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots, "_seconds_of", lambda cost: seconds)
    found = tuned.__wrapped__()
    times = found.memory_kib * found.passes / (FLOOR.memory_kib * FLOOR.passes)
    assert found.memory_kib >= 128 * 1024
    assert found.passes >= FLOOR.passes
    assert found.is_sane()
    if 0.05 < seconds < 1:
        assert 0.45 <= times * seconds <= 1.0


def test_a_wrong_try_takes_its_time_on_any_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyslots, "LEAST_SECONDS", 0.4)
    made, _, _ = new_keyslots("first", AMAL)
    began = time.monotonic()
    with pytest.raises(WrongPassphrase):
        made.unlock("second")
    assert time.monotonic() - began >= 0.4


# --- wrong tries ----------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed store."""
    store, _ = Store.create(tmp_path / "office.snhr", PASSPHRASE, "IDL", user=AMAL)
    store.close()
    return store.folder


def test_each_wrong_try_makes_the_next_wait_longer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1_000_000.0]
    monkeypatch.setattr(attempts, "PAUSES", (1, 2, 4, 60))
    monkeypatch.setattr(time, "time", lambda: now[0])
    for pause in (1, 2, 4, 60, 60):
        with pytest.raises(WrongPassphrase):
            Store.open(folder, "wrong")
        for secret in ("wrong", PASSPHRASE):
            with pytest.raises(TriedTooSoon) as refused:
                Store.open(folder, secret)
            assert refused.value.values == {"seconds": pause}
        now[0] += pause
    Store.open(folder, PASSPHRASE).close()
    assert attempts.attempts(folder) == attempts.Attempts()


def test_a_clock_that_jumps_back_locks_nobody_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [2_000_000_000.0]
    monkeypatch.setattr(attempts, "PAUSES", (30,))
    monkeypatch.setattr(time, "time", lambda: now[0])
    with pytest.raises(WrongPassphrase):
        Store.open(folder, "wrong")
    now[0] -= 1e8
    with pytest.raises(TriedTooSoon):
        Store.open(folder, PASSPHRASE)
    now[0] += 30
    Store.open(folder, PASSPHRASE).close()


def test_a_planted_time_to_come_locks_nobody_out_where_nothing_can_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PAUSES", (30,))
    (folder / attempts.FILE_NAME).write_text('{"wrong": 1, "last": 1e300}')

    def refuse(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(files, "replace_file", refuse)
        attempts.ensure_may_try(folder)
    with pytest.raises(TriedTooSoon):
        attempts.ensure_may_try(folder)


@given(st.binary(max_size=200) | ANYTHING.map(lambda said: json.dumps(said).encode()))
def test_a_spoiled_count_counts_anew(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    place = tmp_path_factory.getbasetemp()
    (place / attempts.FILE_NAME).write_bytes(content)
    assert 0 <= attempts.attempts(place).wait(time.time()) <= 60


def test_without_a_limit_nothing_is_ever_destroyed(folder: Path) -> None:
    for _ in range(25):
        with pytest.raises(WrongPassphrase):
            Store.open(folder, "wrong")
    Store.open(folder, PASSPHRASE).close()


def test_at_the_limit_the_keyslots_are_destroyed(folder: Path) -> None:
    store = Store.open(folder, PASSPHRASE)
    keyring.set_limit(store, 3, "Amal")  # never below the floor
    store.close()
    left = []
    for _ in range(4):
        with pytest.raises(LastTries) as refused:
            Store.open(folder, "wrong")
        left.append(refused.value.values["left"])
        for language in LANGUAGES.values():
            assert str(left[-1]) in refused.value.tell(language)
    assert left == [4, 3, 2, 1]
    Store.open(folder, PASSPHRASE).close()
    for _ in range(4):
        with pytest.raises(LastTries):
            Store.open(folder, "wrong")
    for _ in range(2):
        with pytest.raises(KeysDestroyed):
            Store.open(folder, "wrong")
    with pytest.raises(KeysDestroyed):
        Store.open(folder, PASSPHRASE)


@pytest.mark.parametrize("set_before", [0, 10])
def test_what_is_planted_in_the_folder_destroys_nothing(folder: Path, set_before: int) -> None:
    with closing(Store.open(folder, PASSPHRASE)) as store:
        keyring.set_limit(store, set_before, "Amal")
    replace(keyslots.read_keyslots(folder), limit=1).write(folder)
    (folder / attempts.FILE_NAME).write_text(json.dumps({"wrong": 9, "last": 0.0}))
    for _ in range(4):
        with pytest.raises(WrongPassphrase):
            Store.open(folder, "wrong")
    Store.open(folder, PASSPHRASE).close()


def test_a_computer_that_never_opened_it_destroys_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Store.open(folder, PASSPHRASE)) as store:
        keyring.set_limit(store, 5, "Amal")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "another"))
    for _ in range(6):
        with pytest.raises(WrongPassphrase):
            Store.open(folder, "wrong")
    Store.open(folder, PASSPHRASE).close()
    for _ in range(4):  # from then on it knows
        with pytest.raises(LastTries):
            Store.open(folder, "wrong")
    with pytest.raises(KeysDestroyed):
        Store.open(folder, "wrong")


def test_a_guess_at_the_passphrase_of_another_is_counted(folder: Path) -> None:
    with closing(Store.open(folder, PASSPHRASE)) as store:
        keyring.give(store, SALMA, "second", "Amal")
        keyring.set_limit(store, 5, "Amal")
        guesses: tuple[Callable[[], object], ...] = (
            lambda: keyring.change_own(store, PASSPHRASE, "second", "Amal"),
            lambda: keyring.give(store, new_uid(), "second", "Amal"),
            lambda: keyring.ensure_free(store, new_uid(), "second"),
        )
        for guess in guesses:
            with pytest.raises(PassphraseTaken):
                guess()
        assert attempts.attempts(folder).wrong == 3
        for _ in range(3):
            with pytest.raises(WrongPassphrase):
                keyring.change_own(store, "wrong", "third", "Amal")
        assert limits.of(folder).wrong == 4, "the last try is left"
    Store.open(folder, PASSPHRASE).close()  # whoever mistypes in an open store destroys nothing


def test_no_guess_is_tried_too_soon_while_it_is_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "PAUSES", (60,))
    with closing(Store.open(folder, PASSPHRASE)) as store:
        keyring.give(store, SALMA, "second", "Amal")
        with pytest.raises(PassphraseTaken):
            keyring.change_own(store, PASSPHRASE, "second", "Amal")
        with pytest.raises(TriedTooSoon):
            keyring.change_own(store, PASSPHRASE, "third", "Amal")


def test_damaged_keyslots_count_no_try(folder: Path) -> None:
    for path in folder.glob(f"{FILE_NAME}*"):
        path.write_bytes(b"{}")
    with pytest.raises(DamagedStore):
        Store.open(folder, "wrong")
    assert attempts.attempts(folder) == attempts.Attempts()


def test_what_is_done_to_the_keys_stands_in_the_history(folder: Path) -> None:
    store = Store.open(folder, PASSPHRASE)
    keyring.give(store, SALMA, "second", "Amal")
    code = keyring.renew_recovery(store, "Amal")
    keyring.change_own(store, code, "third", "Amal")
    keyring.take(store, SALMA, "Amal")
    keyring.take(store, SALMA, "Amal")
    rows = store.connection.execute("SELECT action, actor FROM revision WHERE record_type = 'keys' ORDER BY id")
    assert rows.fetchall() == [
        (action, "Amal") for action in ("passphrase_set", "recovery_renewed", "passphrase_set", "passphrase_taken")
    ]
    store.close()
    assert Store.open(folder, "third").holder.user == AMAL
    assert read_keyslots(folder).unlock("third").user == AMAL
