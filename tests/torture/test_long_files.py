"""A few megabytes of what `make torture ARGS=long` takes a gigabyte of."""

from pathlib import Path

import pytest

from tests.torture import long_files


@pytest.mark.parametrize("how", [long_files.GROUPED, long_files.SCATTERED])
def test_a_long_file_is_taken_in_within_little_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(long_files, "MOST_MEMORY", 350)  # of three processes, with what they share counted thrice
    found = long_files.torture(tmp_path, 12, how)
    assert found.faults == []
    assert found.found["records"] == long_files.RECORDS


def test_a_long_file_is_called_off_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SNHR_TORTURE_WAIT", "1.0")  # other tests run beside it
    found = long_files.torture(tmp_path, 12, long_files.SINGLE, 0.5)
    assert found.faults == []
    assert found.found["called off"] == 1
