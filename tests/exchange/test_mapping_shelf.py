"""Mappings that a person saves: private, found again by the columns of a file, and no danger when damaged."""

import stat
from pathlib import Path

from snhr_desktop import paths
from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.mapping_file import bundled
from snhr_desktop.exchange.mapping_shelf import forget, keep, shelf
from snhr_desktop.exchange.reading import open_source
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file

LIST = (
    "رقم الحادثة,التاريخ,المحافظة,البلدة,اسم القتيل\n"
    "1,22/3/2018,ادلب,حارم,أحمد\n1,22/3/2018,ادلب,حارم,فاطمة\n2,2018,حلب,,علي\n"
)


def test_a_saved_mapping_is_private_and_listed_before_the_others(tmp_path: Path) -> None:
    source = open_source(folder_file(tmp_path, "list.csv", LIST))
    mapping = guess(source, built_in()).mapping
    path = keep(mapping)
    assert path == paths.own_mappings() / "list.toml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert shelf().mappings == (mapping, *bundled())
    assert "أحمد" not in path.read_text(encoding="utf-8")
    forget(mapping.code)
    forget(mapping.code)
    assert shelf().mappings == bundled()


def test_a_file_is_known_by_the_columns_of_a_saved_mapping(workspace: Workspace, tmp_path: Path) -> None:
    path = folder_file(tmp_path, "list.csv", LIST)
    keep(guess(open_source(path), built_in()).mapping)
    report = workspace.import_file(path)
    assert (report.created, report.dataset, report.refused) == (2, "list", ())
    first = workspace.by_origin("list:1")
    assert first
    assert [victim.name_ar for victim in first.victims] == ["أحمد", "فاطمة"]


def test_a_damaged_one_is_told_and_stops_nothing() -> None:
    paths.own_mappings().mkdir(parents=True)
    folder_file(paths.own_mappings(), "broken.toml", "[file\n")
    assert shelf().mappings == bundled()
    assert [refusal.values["name"] for refusal in shelf().damaged] == ["broken.toml"]


def test_one_saved_under_the_code_of_a_bundled_one_stands_in_its_place() -> None:
    ours = bundled()[0]
    keep(ours)
    assert [mapping.code for mapping in shelf().mappings].count(ours.code) == 1
