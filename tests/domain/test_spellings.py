"""The index of spellings says what reading every name would say."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.places.spellings import Spellings, owners_of

_NAME = st.text("abكف ", min_size=1, max_size=7).map(lambda text: " ".join(text.split())).filter(bool)
_KEYS = st.lists(st.lists(_NAME, min_size=1, max_size=3), min_size=1, max_size=12)


def _joined(keys: Iterable[str]) -> list[str]:
    return [form for key in keys for form in (key, key.replace(" ", ""))]


@given(_KEYS, _NAME)
def test_names_are_found_as_by_reading_every_one(keys: list[list[str]], query: str) -> None:
    index = Spellings(dict(enumerate(keys)))
    forms = {owner: _joined(names) for owner, names in enumerate(keys)}
    plain = query.isascii()

    def owners(fits: object) -> set[int]:
        assert callable(fits)
        return {owner for owner, names in forms.items() if any(fits(name) for name in names)}

    assert set(owners_of(index.beginning(query))) == owners(lambda name: name.startswith(query))
    assert set(owners_of(index.exact(query))) == owners(lambda name: name in (query, query.replace(" ", "")))
    assert set(owners_of(index.inside(query))) == owners(lambda name: name.isascii() is plain and query in name)
    assert set(owners_of(index.word_start(query))) == owners(lambda name: f" {query}" in name)


@given(_KEYS, _NAME, st.integers(1, 5))
def test_the_shortest_beginnings_come_first(keys: list[list[str]], query: str, limit: int) -> None:
    found = Spellings(dict(enumerate(keys))).found(query, lambda _: True, limit, strict=True)
    assert len(found) == len(set(found)) <= limit
    exact = [o for o, names in enumerate(keys) if {query, query.replace(" ", "")} & set(_joined(names))]
    assert found[: len(exact)] == [owner for owner in found if owner in exact][:limit]
