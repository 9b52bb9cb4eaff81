"""Found by hostile searches."""

import pytest

from snhr_desktop.workspace import Workspace

SOUNDLESS = "7249076\u200f\u0625\u0625\u062b\u0629\u0648\u200f\u064f\u0652\u200f*\u200f</para>"


@pytest.mark.parametrize("typed", [SOUNDLESS])
def test_words_that_sound_like_nothing_are_searched_for(workspace: Workspace, typed: str) -> None:
    workspace.seek(typed)
