"""Files of whole records say for whom they were written, and whether they are made up: not each may come in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from snhr_desktop.exchange.export.asked import CSV, GEOJSON, HXL, INTERNAL, JSON, XLSX, Asked
from snhr_desktop.exchange.reading import json_text, open_source
from snhr_desktop.exchange.refusals import UnreadableFile
from snhr_desktop.exchange.written_for import refuse_own_tables
from snhr_desktop.i18n import ARABIC, ENGLISH, Language
from snhr_desktop.store.content import digest
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, case, dossier
from tests.exchange.archive import folder_file

WHOLE = Asked(JSON, INTERNAL, whole=True)


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Workspace]:
    """A store of made-up records."""
    made, _ = Workspace.create(tmp_path / "practice.snhr", PASSPHRASE, "ALP", training=True)
    with made:
        made.save(dossier())
        yield made


def refused(workspace: Workspace, path: Path) -> UnreadableFile:
    """How a file is refused when it is tried and when it is taken in; nothing is changed by either."""
    before = digest(workspace._store.connection)
    for dry_run in (True, False):
        with pytest.raises(UnreadableFile) as told:
            workspace.import_file(path, dry_run=dry_run)
    assert digest(workspace._store.connection) == before
    return told.value


@pytest.mark.parametrize("small", [0, json_text.SMALL])
def test_made_up_records_come_into_no_real_store(
    workspace: Workspace, practice: Workspace, tmp_path: Path, small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice.export(WHOLE, tmp_path / "a.json", ENGLISH)
    monkeypatch.setattr(json_text, "SMALL", small)
    why = refused(workspace, tmp_path / "a.json")
    assert "made-up records" in why.tell(ENGLISH)
    assert "مختلقة" in why.tell(ARABIC)


def test_made_up_records_come_into_a_store_for_training(practice: Workspace, tmp_path: Path) -> None:
    practice.export(WHOLE, tmp_path / "a.json", ENGLISH)
    other, _ = Workspace.create(tmp_path / "other.snhr", PASSPHRASE, "IDL", training=True)
    with other:
        assert other.import_file(tmp_path / "a.json").created == 1


@pytest.mark.parametrize("audience", ["public", "partners"])
def test_what_was_written_for_others_is_no_record(workspace: Workspace, tmp_path: Path, audience: str) -> None:
    """It would stand beside the record it was made from, under another identity, and be counted again."""
    workspace.save(dossier())
    workspace.export(Asked(JSON, audience), tmp_path / "a.json", ENGLISH)
    why = refused(workspace, tmp_path / "a.json")
    assert "outside the office" in why.tell(ENGLISH)
    assert "خارج المكتب" in why.tell(ARABIC)


def test_what_the_office_wrote_for_itself_comes_in(workspace: Workspace, tmp_path: Path) -> None:
    workspace.save(dossier())
    workspace.export(Asked(JSON, INTERNAL), tmp_path / "a.json", ENGLISH)
    assert workspace.import_file(tmp_path / "a.json").unchanged == 1


@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
@pytest.mark.parametrize("audience", ["public", INTERNAL])
@pytest.mark.parametrize(("form", "ending"), [(CSV, ""), (HXL, ""), (XLSX, ".xlsx"), (GEOJSON, ".geojson")])
def test_tables_of_ours_are_not_guessed_at(
    workspace: Workspace, tmp_path: Path, form: str, ending: str, audience: str, language: Language
) -> None:
    workspace.save(dossier())
    workspace.save_case(case())
    out = tmp_path / f"out{ending}"
    workspace.export(Asked(form, audience), out, language)
    filled = [out / f"{name}.csv" for name in ("incidents", "victims", "people", "sources", "cases", "states")]
    for path in filled if out.is_dir() else (out,):
        with pytest.raises(UnreadableFile) as told:
            refuse_own_tables(open_source(path))
        assert "wrote it to be read" in told.value.tell(ENGLISH)
        assert "كتبه هذا البرنامج" in told.value.tell(ARABIC)


def test_a_column_called_identity_makes_no_table_ours(tmp_path: Path) -> None:
    text = "Identity,Reference\nA-1,2018\n01a228195bc87e59b5105fc973ba5813,2019\n"
    refuse_own_tables(open_source(folder_file(tmp_path, "a.csv", text)))
