"""Found by hostile searches."""

from pathlib import Path

import pytest

from tests.torture.fuzzing import main


@pytest.mark.parametrize("number", [1804])
def test_words_that_sound_like_nothing_are_searched_for(tmp_path: Path, number: int) -> None:
    main("search", number, tmp_path)
