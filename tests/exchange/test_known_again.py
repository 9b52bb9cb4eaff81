"""What staff said of a person stays with that person, whatever rows a corrected file has more, less or elsewhere."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.exchange.known_again import known_again
from snhr_desktop.workspace import Workspace
from tests.builders import victim
from tests.exchange.archive import folder_file

MAPPING = """
[file]
code = "grouped"
name_en = "Grouped"
name_ar = "x"
rows = "both"
group_by = ["case"]
[incident]
kinds = { value = ["killing"] }
[date]
column = "date"
[place]
names = ["place"]
[[victims]]
name_en = "name"
outcome = { value = "killed" }
civil_status = { value = "civilian" }
number = { value = 1 }
"""
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
        lines = "".join(f"c1,2018-03-22,Saraqib,{name}\n" for name in names)
        workspace.import_file(folder_file(tmp_path, "rows.csv", "case,date,place,name\n" + lines), mapping)

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
