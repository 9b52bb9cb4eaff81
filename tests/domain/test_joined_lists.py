"""What lists of places say together: which codes are no more, and what came after them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.places import BUILT_IN, Gazetteer, Joined, Level, Place, PlaceList, joined

TOWN = "C3871"
"""One of the built-in places."""
CODES = [f"{kind}{number}" for kind in "AC" for number in range(4)]
"""Codes of sub-districts and of towns."""


def place(code: str) -> Place:
    """A sub-district of Idlib, or a town of one."""
    level = Level.SUBDISTRICT if code.startswith("A") else Level.COMMUNITY
    return Place(code, level, code, code, "SY0700" if code.startswith("A") else "SY070000", 35.9, 36.6)


def version(*codes: str, name: str = "List", **replaced: str) -> PlaceList:
    """A version of a list; `replaced` are codes that are no more, with what came after."""
    return PlaceList(name, tuple(map(place, codes)), successors=replaced)


def after(found: Joined, code: str) -> str | None:
    """What came after a code, blank where nothing is known; None where it is there."""
    return found.former.get(code)


def test_what_came_after_is_known_while_the_version_that_says_so_stands() -> None:
    first, second = version("C1"), version("C2", C1="C2")
    assert after(joined([first, second]), "C1") == "C2"
    assert after(joined([replace(first, taken_out=True), second]), "C1") == "C2", "who said it still stands"
    assert after(joined([first, replace(second, taken_out=True)]), "C1") is None
    assert after(joined([first, second, version("C2")]), "C1") == "C2", "a later version needs not say it again"
    assert after(joined([first, second, version("C3", C2="C3")]), "C1") == "C3", "one after the other"
    assert after(joined([first, second, version("C3")]), "C1") == ""
    assert after(joined([first, second, version("C1", "C2")]), "C1") is None, "it is listed again"


def test_a_place_that_comes_with_the_program_is_replaced_too() -> None:
    found = joined([version("C2", name="Other", **{TOWN: "C2"})])
    assert after(found, TOWN) == "C2"
    assert TOWN in found.places
    own = next(one for one in BUILT_IN if one.pcode == TOWN)
    assert after(joined([version("C2", **{TOWN: "C2"}), PlaceList("Later", (own,))]), TOWN) is None


@pytest.mark.parametrize("said", [{"C1": "A1"}, {"A1": "C1"}, {"C1": "C9"}, {"C9": "C1"}])
def test_nothing_unknown_and_nothing_of_another_level_comes_after_a_place(said: dict[str, str]) -> None:
    found = joined([version("C1", "A1"), version("C2", "A2", **said)])
    assert (after(found, "C1"), after(found, "A1")) == ("", "")
    assert "C9" not in {*found.places, *found.former}


lists = st.builds(
    PlaceList,
    st.sampled_from(["One", "Two"]),
    st.sets(st.sampled_from(CODES)).map(lambda codes: tuple(place(code) for code in sorted(codes))),
    successors=st.dictionaries(st.sampled_from([*CODES, TOWN]), st.sampled_from([*CODES, TOWN]), max_size=6),
    taken_out=st.booleans(),
)


@given(st.lists(lists, max_size=6))
def test_whatever_versions_say_no_code_is_lost_and_every_chain_ends(given_lists: Sequence[PlaceList]) -> None:
    found = joined(given_lists)
    listed = {one.pcode for version_ in given_lists for one in version_.places}
    assert listed <= found.places.keys()
    gazetteer = Gazetteer(found.places.values(), found.former)
    for code, came in found.former.items():
        assert came == "" or (came in found.places and came not in found.former), "it leads to what is there"
        assert gazetteer.present(code) == (came or code)
        assert Level.GOVERNORATE in gazetteer.units(code)
        assert gazetteer.within(code, "SY07")
    standing = [one for one in given_lists if not one.taken_out]
    if standing:
        last = standing[-1]
        assert not {one.pcode for one in last.places} & found.former.keys()
        for code, came in last.successors.items():
            alike = code in found.places and came in listed and place(code).level is place(came).level
            if alike and code not in {one.pcode for one in last.places} and came not in found.former:
                assert found.former[code] == came
