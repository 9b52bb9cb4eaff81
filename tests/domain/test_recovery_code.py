"""A mistake made in copying a recovery code is found, and told with its line."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.recovery_code import ALPHABET, LENGTH, lines, mistaken, without_checks

CODES = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)


def copied(code: str) -> str:
    """The code as somebody copies it from the sheet, check signs and all."""
    return "\n".join(f"{' '.join(line.groups)} {line.check}" for line in lines(code))


@given(CODES)
def test_what_was_copied_rightly_is_the_code(code: str) -> None:
    assert mistaken(copied(code)) == ()
    assert without_checks(copied(code)) == code
    assert without_checks(copied(code).lower()) == code


@given(CODES, st.integers(0, 3), st.integers(0, 8), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_found_in_its_line(code: str, line: int, at: int, sign: str) -> None:
    rows = [f"{''.join(one.groups)}{one.check}" for one in lines(code)]
    wrong = rows[line][:at] + sign + rows[line][at + 1 :]
    expected = () if wrong == rows[line] else (line + 1,)
    rows[line] = wrong
    assert mistaken("-".join(rows)) == expected


@given(CODES, st.integers(0, 3))
def test_any_two_signs_that_changed_places_are_found(code: str, line: int) -> None:
    rows = [f"{''.join(found.groups)}{found.check}" for found in lines(code)]
    whole = rows[line]
    for one, other in itertools.combinations(range(len(whole)), 2):
        signs = list(whole)
        signs[one], signs[other] = signs[other], signs[one]
        rows[line] = "".join(signs)
        assert mistaken(" ".join(rows)) == (() if rows[line] == whole else (line + 1,))


@given(CODES, st.permutations(range(4)))
def test_lines_in_another_order_are_found(code: str, order: list[int]) -> None:
    rows = [f"{''.join(one.groups)}{one.check}" for one in lines(code)]
    assert bool(mistaken("".join(rows[at] for at in order))) == (order != sorted(order))


@pytest.mark.parametrize("typed", ["", "a passphrase of six words it is", "عبارة مرور", "0" * 32, "A" * 35 + "U"])
def test_what_is_no_code_with_checks_is_left_as_it_is(typed: str) -> None:
    assert without_checks(typed) == typed
    assert mistaken(typed) == ()


def test_look_alikes_and_signs_between_are_forgiven() -> None:
    code = "".join(random.Random(5).choices(ALPHABET, k=LENGTH)).replace("2", "0").replace("3", "1")
    typed = copied(code).replace("0", "o").replace("1", "l").replace("\n", " | ")
    assert without_checks(typed) == code
