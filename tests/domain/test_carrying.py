"""Typing begun with an older state is put onto the newest one: nothing of either side is lost in silence."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.carrying import Both, carried

NAMES = ("title", "place", "notes")
values = st.sampled_from(["", "a", "b", "c"])
records = st.fixed_dictionaries(dict.fromkeys(NAMES, values))


def whole(incident: dict[str, Any], *victims: dict[str, Any], revision: int = 1) -> dict[str, Any]:
    return {"incident": {"uid": "i", **incident}, "victims": list(victims), "revision": revision}


def test_what_only_one_side_changed_is_kept() -> None:
    base = whole({"title": "a", "place": "x"}, {"uid": "1", "name": "Ahmad"})
    typed = whole({"title": "b", "place": "x"}, {"uid": "1", "name": "Ahmad"}, {"name": "Rim"})
    saved = whole({"title": "a", "place": "y"}, {"uid": "1", "name": "Ahmed"}, {"uid": "2", "name": "Omar"}, revision=2)
    found = carried(base, typed, saved, "incident")
    assert found.raw == {
        "incident": {"uid": "i", "title": "b", "place": "y"},
        "victims": [{"uid": "1", "name": "Ahmed"}, {"uid": "2", "name": "Omar"}, {"uid": "", "name": "Rim"}],
        "revision": 2,
    }
    assert found.both == ()


def test_what_both_changed_is_told_and_what_was_typed_stands() -> None:
    found = carried(whole({"title": "a"}), whole({"title": "b"}), whole({"title": "c"}, revision=2), "incident")
    assert found.raw["incident"]["title"] == "b"
    assert found.both == (Both("", "title", 0, "c"),)


def test_a_row_taken_out_stays_out_unless_the_other_side_changed_it() -> None:
    one, changed = {"uid": "1", "name": "Ahmad"}, {"uid": "1", "name": "Ahmed"}
    assert carried(whole({}, one), whole({}), whole({}, one), "incident").raw["victims"] == []
    assert carried(whole({}, one), whole({}), whole({}, changed), "incident").raw["victims"] == [changed]
    assert carried(whole({}, one), whole({}, one), whole({}), "incident").raw["victims"] == []
    assert carried(whole({}, one), whole({}, changed), whole({}), "incident").raw["victims"] == [changed | {"uid": ""}]


@given(records, records, records)
def test_nothing_of_either_side_is_lost_in_silence(base: Any, typed: Any, saved: Any) -> None:
    found = carried(whole(base), whole(typed), whole(saved), "incident")
    told = {each.field for each in found.both}
    for name in NAMES:
        now = found.raw["incident"][name]
        if typed[name] != base[name]:
            assert now == typed[name]
        else:
            assert now == saved[name]
        assert (name in told) == (len({base[name], typed[name], saved[name]}) == 3)


@given(records, records)
def test_who_was_alone_gets_what_they_typed(base: Any, typed: Any) -> None:
    found = carried(whole(base), whole(typed), whole(base), "incident")
    assert found.raw == whole(typed)
    assert found.both == ()


def test_a_number_read_from_its_line_is_the_number() -> None:
    base = whole({"strike": 30, "place": {"pcode": "C1", "lat": None}, "open": False})
    typed = whole({"strike": "30", "place": {"pcode": "C1", "lat": ""}, "open": ""})
    saved = whole({"strike": 40, "place": {"pcode": "C2", "lat": 35.5}, "open": True}, revision=2)
    found = carried(base, typed, saved, "incident")
    assert (found.raw, found.both) == (saved, ())
