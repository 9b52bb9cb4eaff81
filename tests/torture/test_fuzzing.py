"""A few hundred hostile inputs for each target; `make torture ARGS=fuzz` takes a million."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from snhr_desktop.domain.records import Dossier
from snhr_desktop.exchange.mapping.checking import a_date_pattern
from snhr_desktop.exchange.mapping_file import load_mapping
from snhr_desktop.exchange.refusals import BadMapping
from tests.builders import dossier
from tests.torture.dice import Dice
from tests.torture.fuzzing import main, torture
from tests.torture.targets import SHARES, TARGETS, Take
from tests.torture.watching import Fault

SLOW = {"header": 40, "intake": 25, "search": 60, "import": 100, "keyslots": 100, "mapping": 100, "workbook": 150}


@pytest.mark.parametrize("target", TARGETS)
def test_hostile_input_is_taken_or_refused_and_writes_nowhere_else(tmp_path: Path, target: str) -> None:
    found = torture(tmp_path, target, SLOW.get(target, 400))
    assert found.faults == []
    assert found.tried == SLOW.get(target, 400)


def test_what_fails_is_shrunk_and_told_by_bytes_that_fail_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def brittle(place: Path) -> Iterator[Take]:
        def take(dice: random.Random) -> str:
            if (chosen := dice.randrange(1000)) > 700:
                raise ZeroDivisionError(chosen)
            if dice.random() > 0.9:
                (place.parent / "outside").write_bytes(b"")
            return "read"

        yield take

    monkeypatch.setitem(TARGETS, "brittle", brittle)
    found = torture(tmp_path, "brittle", 60)
    (fault, *_) = found.faults
    assert found.tried >= 60
    given = bytes.fromhex(fault.split()[1].rstrip(":"))
    assert sum(byte != 0 for byte in given) <= 2, "as little as fails"
    with pytest.raises((ZeroDivisionError, Fault)):
        main("brittle", given, tmp_path / "again")


def test_bytes_are_what_is_chosen_and_what_follows_them_is_the_same_each_time() -> None:
    assert [Dice(b"\1\2\3").getrandbits(8) for _ in range(2)] == [1, 1]
    assert Dice(b"\xff" * 8).random() > 0.99
    once, again, other = (Dice(given) for given in (b"a" * 20, b"a" * 20, b"a" * 19 + b"b"))
    drawn = [[dice.choice(range(100)) for _ in range(60)] for dice in (once, again, other)]
    assert drawn[0] == drawn[1]
    assert drawn[0][21:] != drawn[2][21:]


def test_a_million_is_shared_out() -> None:
    assert sum(SHARES.values()) == 1_000_000
    assert SHARES.keys() == TARGETS.keys()


@pytest.mark.parametrize("strange", [True, 1.5, "three", -1, 10**30, float("inf"), {"first": 3}, [None]])
def test_a_draft_with_anything_anywhere_is_read(strange: object) -> None:
    """Found by the above: lists that are none, revisions that are no numbers."""
    whole = dossier().dump()
    for name in whole:
        found, _ = Dossier.parse(whole | {name: strange})
        assert found.revision == 0


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = {b = " * 3000])
def test_a_mapping_nested_beyond_reading_is_refused(tmp_path: Path, text: str) -> None:
    """Found by the above."""
    (tmp_path / "a.toml").write_text(text, encoding="ascii")
    with pytest.raises(BadMapping):
        load_mapping(tmp_path / "a.toml")


@pytest.mark.parametrize("pattern", ["(" * 5000 + ")" * 5000, "a{99999999999999999999}"])
def test_a_pattern_beyond_compiling_is_none(pattern: str) -> None:
    assert a_date_pattern(pattern) is None
