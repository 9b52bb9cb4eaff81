"""A few moments of each act; `make torture` takes hundreds."""

from pathlib import Path

import pytest

from tests.torture.acts import ACTS
from tests.torture.killing import torture


@pytest.mark.parametrize("act", ACTS)
def test_killed_at_random_moments_nothing_acknowledged_is_lost(tmp_path: Path, act: str) -> None:
    (found,) = torture(tmp_path, (act,), 3)
    assert found.faults == []
    assert found.tried == 3
