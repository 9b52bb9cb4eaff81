"""A hundred power cuts; `make torture` cuts a thousand times."""

from pathlib import Path

from tests.torture.cutting import torture


def test_after_a_power_cut_the_store_is_as_it_was_after_one_of_its_saves(tmp_path: Path) -> None:
    found = torture(tmp_path, 100)
    assert found.faults == []
    assert len([what for what in found.found if what.startswith("as it was")]) > 2
