"""Some hundred flipped bits; `make torture` flips ten thousand."""

from pathlib import Path

from tests.torture.flipping import torture


def test_a_flipped_bit_is_detected_or_harmless(tmp_path: Path) -> None:
    found = torture(tmp_path, 200)
    assert [fault for one in found for fault in one.faults] == []
    assert sum(one.tried for one in found) == 200
