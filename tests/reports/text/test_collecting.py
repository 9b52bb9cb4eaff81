"""Garbage collection rests while documents are made, and only then."""

import gc

import pytest

from snhr_desktop.reports.text import no_collecting


def test_collecting_rests_until_the_last_document_is_made() -> None:
    assert gc.isenabled()
    with no_collecting():
        with no_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collecting_goes_on_after_a_failure() -> None:
    with pytest.raises(ValueError, match="no such part"), no_collecting():
        raise ValueError("no such part")
    assert gc.isenabled()


def test_who_does_not_collect_is_left_so() -> None:
    gc.disable()
    try:
        with no_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
