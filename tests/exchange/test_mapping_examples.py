"""The examples of the documentation are read and run: what they say comes of each file is what comes of it."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from snhr_desktop import paths
from snhr_desktop.domain.dates import write_when
from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import CaseFile, Dossier, Victim
from snhr_desktop.exchange.conversion import MappedCases, MappedRows, settled
from snhr_desktop.exchange.mapping import CASE
from snhr_desktop.exchange.mapping_file import read, write
from snhr_desktop.exchange.reading import Row, open_source
from tests.exchange.archive import folder_file

DOCUMENTED = (paths.resources() / "mappings" / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```\s*```(csv|json)\n(.*?)```\s*```text\n(.*?)```", DOCUMENTED, re.DOTALL)


@pytest.mark.parametrize("mapping, kind, text, told", EXAMPLES, ids=[example[1] for example in EXAMPLES])
def test_an_example_does_what_it_says(tmp_path: Path, mapping: str, kind: str, text: str, told: str) -> None:
    source = open_source(folder_file(tmp_path, f"file.{kind}", text))
    follows = MappedCases if read(mapping).rows == CASE else MappedRows
    converter = follows(settled(read(mapping), source), built_in(), dt.date(2026, 1, 1), source.cell_name)
    groups: dict[str, list[Row]] = {}
    for row in source.rows():
        groups.setdefault(converter.key_of(row), []).append(row)
    said = []
    for key, rows in groups.items():
        found = converter.convert(rows)
        made = found.dossier or found.case
        assert made, [(problem.field, problem.cell) for problem in found.problems]
        told_of = parts(made) if isinstance(made, Dossier) else parts_of_case(made)
        said.append(f"{key}: {'; '.join(part for part in told_of if part)}")
    assert said == told.strip().splitlines()


def test_every_example_is_found_and_is_written_again() -> None:
    assert len(EXAMPLES) == 4
    for mapping, *_ in EXAMPLES:
        assert read(write(read(mapping))) == read(mapping)


def parts(made: Dossier) -> Iterator[str]:
    incident = made.incident
    place = built_in().get(incident.place.pcode)
    yield f"{write_when(incident.date)} {incident.time}".strip() + f", {place.name_en if place else '-'}"
    yield ", ".join(person(victim) for victim in made.victims)
    yield ", ".join(weapon.weapon for weapon in made.weapons)
    yield ", ".join(f"{attribution.party} {attribution.mode}" for attribution in made.attributions)
    yield ", ".join(facility.type for facility in made.facilities)
    yield incident.review_notes


def parts_of_case(made: CaseFile) -> Iterator[str]:
    case = made.case
    yield " ".join(filter(None, (case.name_ar, "" if case.age is None else str(case.age), case.sex)))
    for state in made.states:
        place = built_in().get(state.place.pcode)
        told = (state.state, write_when(state.date), place.name_en if place else "", state.party)
        yield " ".join(filter(None, told))


def person(victim: Victim) -> str:
    status = victim.civil_status if victim.name_ar and victim.age is not None else ""
    who = victim.name_ar or victim.name_en or str(victim.number)
    said = (who, victim.sex, "" if victim.age is None else str(victim.age), status, victim.outcome)
    return " ".join(part for part in said if part)
