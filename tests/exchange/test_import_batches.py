"""A long file: some records at a time, in one transaction, called off at any moment, and told in a bounded report."""

import json
import re
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.records import Dossier
from snhr_desktop.exchange import grouping, importing, tally
from snhr_desktop.exchange.grouping import groups_in_order, groups_of, is_in_order
from snhr_desktop.exchange.names import Names
from snhr_desktop.exchange.reading import Row
from snhr_desktop.exchange.reading.source import OWN_FORMAT
from snhr_desktop.exchange.refusals import ImportStopped, UnreadableFile
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.store.findings import is_sound
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.workspace import ImportReport, Workspace
from tests.builders import PASSPHRASE, case, counted, dossier
from tests.exchange import grouped
from tests.exchange.archive import folder_file, row

TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    " AND name NOT LIKE 'sqlite_%' AND name NOT IN ('meta', 'signature', '_sqlite_migrations')"
    " AND name NOT LIKE '%search%'"
)
"""All but the indexes of words, whose rows hang on how many were written at once."""


def many(folder: Path, days: int = 28) -> Path:
    rows = [row(f"SAR{day:02}0415", f"2015-04-{day:02}") for day in range(1, days + 1)]
    return folder_file(folder, "rows.json", json.dumps(rows))


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "AT_ONCE", 5)


@pytest.mark.usefixtures("small_batches")
def test_batches_are_one_import(workspace: Workspace, tmp_path: Path) -> None:
    heard: list[int] = []
    report = workspace.import_file(many(tmp_path), waiting=Waiting(heard.append))
    assert (report.read, report.created) == (28, 28)
    assert heard == [5, 10, 15, 20, 25, 28]
    assert [act.created for act in workspace.imports()] == [28]
    assert is_sound(workspace.verify())


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("asked", [0, 3, 40, 70, 80])
@pytest.mark.parametrize("dry_run", [False, True])
def test_whoever_calls_it_off_leaves_nothing(workspace: Workspace, tmp_path: Path, asked: int, dry_run: bool) -> None:
    path, left = many(tmp_path), iter([True] * asked)
    with pytest.raises(ImportStopped):
        workspace.import_file(path, dry_run=dry_run, waiting=Waiting(wanted=lambda: next(left, False)))
    assert (workspace.incidents(IncidentQuery()).total, workspace.imports()) == (0, ())
    assert workspace.import_file(path).created == 28


@pytest.mark.usefixtures("small_batches")
def test_a_code_that_came_in_an_earlier_batch_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    rows = [row(f"SAR{day:02}0415", f"2015-04-{day:02}") for day in (*range(1, 10), 1)]
    report = workspace.import_file(folder_file(tmp_path, "rows.json", json.dumps(rows)))
    assert (report.created, [one.row for one in report.refused]) == (9, [10])


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("others", [0, 5])
@pytest.mark.parametrize("mark", ["", "uid ", "origin "])
@pytest.mark.parametrize("uid", ["8" * 32, ""])
def test_a_code_that_reads_like_the_identity_of_another_is_not_that_record(
    workspace: Workspace, tmp_path: Path, others: int, mark: str, uid: str
) -> None:
    given = [dossier(incident=counted(uid=str(at) * 32)) for at in range(1, others + 2)]
    last = dossier(incident=counted(uid=uid, origin=mark + "1" * 32))
    for records in ([*given, last], [last, *given]):
        own = {"format": OWN_FORMAT, "dossiers": [one.dump() for one in records]}
        report = workspace.import_file(folder_file(tmp_path, "own.json", json.dumps(own)))
        assert (report.refused, report.created + report.unchanged) == ((), len(records))


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("others", [0, 5])
def test_a_case_and_an_incident_of_one_code_are_two_records(workspace: Workspace, tmp_path: Path, others: int) -> None:
    given = [
        dossier(incident=counted(uid="7" * 32, origin="list:1")),
        *(dossier(incident=counted(uid=str(at) * 32)) for at in range(1, others + 1)),
        case(uid="8" * 32, origin="list:1"),
    ]
    own = {"format": OWN_FORMAT, "dossiers": [one.dump() for one in given]}
    path = folder_file(tmp_path, "own.json", json.dumps(own))
    report = workspace.import_file(path)
    assert (report.refused, report.created) == ((), len(given))
    assert workspace.import_file(path).unchanged == len(given)


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("others", [0, 5])
@pytest.mark.parametrize("first", ["same", "changed"])
def test_a_record_that_is_named_by_code_and_by_identity_comes_twice(
    workspace: Workspace, tmp_path: Path, others: int, first: str
) -> None:
    def imported(*given: Dossier) -> ImportReport:
        own = {"format": OWN_FORMAT, "dossiers": [one.dump() for one in given]}
        return workspace.import_file(folder_file(tmp_path, "own.json", json.dumps(own)))

    whole = dossier(incident=counted(uid="7" * 32, origin="list:1"))
    imported(whole)
    by_code = replace(whole, incident=replace(whole.incident, uid=""))
    if first == "changed":
        by_code = replace(by_code, incident=replace(by_code.incident, title_en="One"))
    by_identity = replace(whole, incident=replace(whole.incident, origin="", title_en="Another"))
    report = imported(
        by_code, *(dossier(incident=counted(uid=str(at) * 32)) for at in range(1, others + 1)), by_identity
    )
    assert [one.row for one in report.refused] == [others + 2]
    assert workspace.dossier("7" * 32).incident.title_en == by_code.incident.title_en


def test_in_batches_or_one_by_one_the_store_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row(f"SAR{day:02}0415", f"2015-04-{day:02}", incident_title_en=" ") for day in range(1, 15)]
    path = folder_file(tmp_path, "rows.json", json.dumps(rows))
    found = [everything(tmp_path / "bulk.snhr", path)]
    monkeypatch.setattr(importing, "AT_ONCE", 1)
    monkeypatch.setattr(importing, "_is_settled", lambda _: False)
    found.append(everything(tmp_path / "single.snhr", path))
    assert found[0] == found[1]
    assert len(found[0]) > 20


def everything(folder: Path, path: Path) -> dict[str, list[str]]:
    """Every row of the tables of a store into which a file was imported, without identities, times and hashes."""
    made, _code = Workspace.create(folder, PASSPHRASE, "IDL")
    with made:
        assert made.import_file(path).created == 14
        assert is_sound(made.verify())
        connection = made._store.connection
        names = [name for (name,) in connection.execute(TABLES).fetchall()]
        return {name: [plain(one) for one in connection.execute(f'SELECT * FROM "{name}"')] for name in names}


def plain(cells: tuple[object, ...]) -> str:
    return re.sub(r"[0-9a-f]{64}|[0-9a-f]{32}|\d{4}-\d\d-\d\dT[\d:.]+Z", "·", repr(cells))


def test_of_many_lines_the_first_are_told_and_the_rest_are_a_number(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tally, "KEPT", 3)
    rows = [row(f"SAR{day:02}0415", "2018-13-01") for day in range(1, 11)]
    report = workspace.import_file(folder_file(tmp_path, "rows.json", json.dumps(rows)), dry_run=True)
    assert (report.refusals, len(report.refused), report.more["refused"]) == (10, 3, 7)
    assert "10 will be refused" in bare(report.tell(ENGLISH))
    assert "Refused (10)" in bare(report.tell(ENGLISH))
    assert "and 7 more" in bare(report.tell(ENGLISH))
    assert "و7 أخرى" in bare(report.tell(ARABIC))


@given(st.lists(st.sampled_from("abcde")), st.integers(1, 6_000))
def test_rows_are_grouped_in_the_order_of_records_however_they_lie(keys: list[str], held: int) -> None:
    wanted: dict[str, list[int]] = {}
    for number, key in enumerate(keys, 1):
        wanted.setdefault(key, []).append(number)

    def rows() -> Iterator[Row]:
        return (Row(number, {"key": key}) for number, key in enumerate(keys, 1))

    def key_of(row: Row) -> str:
        return str((row.cells or {})["key"])

    found = groups_of(rows, key_of, "a.csv", held)
    assert [[row.number for row in group] for group in found] == list(wanted.values())
    in_order = [number for numbers in wanted.values() for number in numbers] == list(range(1, len(keys) + 1))
    assert is_in_order(rows, key_of, "a.csv") == in_order
    if in_order:
        assert [[row.number for row in group] for group in groups_in_order(rows, key_of)] == list(wanted.values())


@given(st.lists(st.text(max_size=3) | st.sampled_from(["a", "b"])))
def test_names_are_numbered_as_they_come(given_names: list[str]) -> None:
    names, wanted = Names(), dict[str, int]()
    for name in given_names:
        assert names.find(name) == wanted.get(name, -1)
        assert names.number(name) == wanted.setdefault(name, len(wanted))
    assert len(names) == len(wanted)


def test_many_names_take_little_memory() -> None:
    tracemalloc.start()
    try:
        names = Names()
        assert [names.number(str(number)) for number in range(200_000)] == list(range(200_000))
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert all(names.find(str(number)) == number for number in range(0, 200_000, 97))
    assert held < 12 << 20


def test_a_column_that_tells_no_records_apart_is_told_and_fills_no_memory(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "MOST", 100_000)
    mapping = folder_file(tmp_path, "a.toml", grouped.mapping(*grouped.EACH))
    for scattered in ("", grouped.line("some", 1)):
        path = grouped.table(tmp_path, ["killed"], [grouped.line("same", 1), scattered] * 500)
        with pytest.raises(UnreadableFile) as refused:
            workspace.import_file(path, mapping)
        assert "too many rows say “same”" in bare(refused.value.tell(ENGLISH))
        assert "same" in refused.value.tell(ARABIC)


def test_records_of_many_rows_come_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "_AT_ONCE", 10_000)
    groups = [[Row(at, {"a": "x" * 500})] * 3 for at in range(40)]
    some = list(grouping.some_at_a_time(iter(groups), 300))
    assert [group for few in some for group in few] == groups
    assert {len(few) for few in some[:-1]} <= {4, 5}
