"""What staff said of a person stays with that person, whatever rows a corrected file has more, less or elsewhere."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import Record, Victim
from snhr_desktop.exchange import known_again as module
from snhr_desktop.exchange.known_again import known_again
from snhr_desktop.workspace import ImportReport, Workspace
from tests.builders import source, victim
from tests.exchange import grouped
from tests.exchange.archive import folder_file

MAPPING = grouped.mapping('name_en = "name"', grouped.ONE)
NAMES = ["Alpha One", "Beta Two", "Gamma Three", "Delta Four", "Epsilon Five", "Zeta Six"]


@pytest.mark.parametrize(
    "names",
    [
        ("Zero", "Alpha", "Beta", "Gamma"),
        ("Alpha", "Zero", "Beta", "Gamma"),
        ("Beta", "Gamma"),
        ("Alpha", "Gamma"),
        ("Alpha", "Zero", "Gamma"),
        ("Gamma", "Beta", "Alpha"),
    ],
)
def test_edits_and_consent_stay_with_the_person(workspace: Workspace, tmp_path: Path, names: tuple[str, ...]) -> None:
    mapping = folder_file(tmp_path, "m.toml", MAPPING)

    def imported(*names: str) -> None:
        path = grouped.table(tmp_path, ["name"], [grouped.line("c1", name) for name in names])
        workspace.import_file(path, mapping)

    imported("Alpha", "Beta", "Gamma")
    dossier = workspace.by_origin("grouped:c1")
    assert dossier
    alpha, beta, gamma = dossier.victims
    edited = alpha, replace(beta, naming="published", age=9), gamma
    workspace.save(replace(dossier, victims=edited), "The family agreed")
    imported(*names)
    after = workspace.by_origin("grouped:c1")
    assert after
    said = {one.name_en: (one.naming, one.age) for one in after.victims}
    assert said.pop("Beta") == ("published", 9)
    assert set(said.values()) == {(alpha.naming, None)}
    assert set(said) == set(names) - {"Beta"}
    assert bool(workspace.said_otherwise(dossier.incident.uid)) == ("Beta" not in names)


def test_rows_in_another_order_are_no_edit(workspace: Workspace, tmp_path: Path) -> None:
    mapping = folder_file(tmp_path, "m.toml", MAPPING)
    rows = [grouped.line("c1", name) for name in ("Alpha", "Beta", "", "")]

    def imported() -> ImportReport:
        return workspace.import_file(grouped.table(tmp_path, ["name"], rows), mapping)

    imported()
    head = workspace.custody("").head
    rows.reverse()
    report = imported()
    assert (report.unchanged, report.edited, report.conflicts) == (1, (), ())
    assert workspace.custody("").head == head
    there = workspace.by_origin("grouped:c1")
    assert there
    workspace.save(replace(there, victims=(replace(there.victims[0], age=9), *there.victims[1:])))
    assert imported().edited == ("c1",)


@given(
    st.lists(st.sampled_from(NAMES), unique=True),
    st.lists(st.tuples(st.sampled_from(NAMES), st.none() | st.integers(1, 9)), unique_by=lambda one: one[0]),
)
def test_a_named_child_is_known_by_its_name(before: list[str], after: list[tuple[str, int | None]]) -> None:
    base = [victim(name_en=name, uid=f"of {name}") for name in before]
    for (name, _), one in zip(after, known_again(base, [victim(name_en=n, age=a) for n, a in after]), strict=True):
        assert (one.uid == f"of {name}") == (name in before)


def test_the_nameless_are_known_by_place_only_where_none_came_or_went() -> None:
    base = [victim(age=1, uid="a"), victim(age=2, uid="b")]
    assert [one.uid for one in known_again(base, [victim(age=1), victim(age=3)])] == ["a", "b"]
    assert "b" not in [one.uid for one in known_again(base, [victim(age=1), victim(age=3), victim(age=4)])]


Children = Sequence[Record]


def plainly(base: Children, new: Children) -> list[int | None]:
    """For each new child the old one it is, as a slow search has it: by identity, by content, by name, by place."""
    found: dict[int, int] = {}
    for is_same in (same_identity, same_content, same_name):
        for now, was in product(range(len(new)), range(len(base))):
            if is_same(base, was, new, now) and was not in found.values() and now not in found:
                found[now] = was
    rest = [at for at in range(len(new)) if at not in found]
    if len(base) == len(new) and not set(rest) & set(found.values()):
        found |= {at: at for at in rest if may_be_one(base[at], new[at])}
    return [found.get(at) for at in range(len(new))]


def may_be_one(was: Record, now: Record) -> bool:
    """A name that both have, a name that came to the same age and sex, or no name at all."""
    ours, theirs = called(was), called(now)
    if not ours and theirs:
        return all(getattr(was, name, None) == getattr(now, name, None) for name in ("age", "sex", "father_ar"))
    return bool(ours & theirs) or not (ours or theirs)


def same_identity(base: Children, was: int, new: Children, now: int) -> bool:
    return bool(base[was].uid) and base[was].uid == new[now].uid


def same_content(base: Children, was: int, new: Children, now: int) -> bool:
    """Of several that say the same the first is the first, and so on."""
    old, young = ([one.with_uid("") for one in some] for some in (base, new))
    return old[was] == young[now] and old[:was].count(old[was]) == young[:now].count(young[now])


def same_name(base: Children, was: int, new: Children, now: int) -> bool:
    """Where a name that both have is no other's."""
    there = [at for at, one in enumerate(base) if called(one) & called(new[now])]
    here = [at for at, one in enumerate(new) if called(one) & called(base[was])]
    return (there, here) == ([was], [now])


def called(one: Record) -> set[tuple[str, str]]:
    names = ("name_ar", "name_en", "real_name")
    return {(name, folded) for name in names if (folded := fold(getattr(one, name, "")))}


UIDS = st.sampled_from(["", "", "", "u0", "u1", "u2"])
ONES = st.builds(
    victim,
    name_en=st.sampled_from(["", "Alpha One", "alpha-one", "Beta Two"]),
    name_ar=st.sampled_from(["", "أحمد", "احمد", "سمير"]),
    age=st.none() | st.integers(1, 2),
    uid=UIDS,
) | st.builds(source, real_name=st.sampled_from(["", "Alpha One", "Beta Two"]), uid=UIDS)


@given(st.lists(ONES, max_size=6), st.lists(ONES, max_size=6))
def test_whom_it_knows_is_as_a_slow_search_has_it(base: list[Record], new: list[Record]) -> None:
    base = [one.with_uid(f"u{at}") for at, one in enumerate(base)]
    given_uids = [one.uid for one in new]
    new = [one if given_uids.index(one.uid) == at else one.with_uid("") for at, one in enumerate(new)]
    uids = {one.uid: at for at, one in enumerate(base)}
    assert [uids.get(one.uid) for one in known_again(base, new)] == plainly(base, new)


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("order", [1, -1])
def test_the_work_grows_with_the_children_and_not_with_their_pairs(
    monkeypatch: pytest.MonkeyPatch, named: bool, order: int
) -> None:
    """Of 5,000 victims half are as they were and half of another age."""
    many, asked = 5_000, Counter[str]()

    def one(at: int, age: int | None) -> Victim:
        return victim(name_en=f"Person {at}" if named else "Same Name", notes=f"{at}", age=age)

    base = [one(at, 30).with_uid(f"u{at}") for at in range(many)]
    new = [one(at, 30 + at % 2) for at in range(many)][::order]
    for name in ("__eq__", "__hash__"):
        monkeypatch.setattr(Victim, name, counting(asked, name, getattr(Victim, name)))
    monkeypatch.setattr(module, "fold", counting(asked, "fold", fold))
    again = [int(child.uid[1:]) if child.uid.startswith("u") else -1 for child in known_again(base, new)]
    wanted = list(range(many))[::order]
    assert again == [at if named or order > 0 or not at % 2 else -1 for at in wanted]
    assert max(asked.values()) <= 4 * many


def counting(asked: Counter[str], name: str, act: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*given: Any) -> Any:
        asked[name] += 1
        return act(*given)

    return counted
