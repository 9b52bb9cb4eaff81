"""The index of persons and of the names of sources: written at a save, renewed with the others, never a real name."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.store import derived
from snhr_desktop.store.search import INCIDENTS, PERSONS, SOURCE_NAMES, expression
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, dossier, incident, source, victim


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Workspace]:
    made, _ = Workspace.create(tmp_path / "kept.snhr", PASSPHRASE, "IDL")
    with made:
        yield made


def rows(workspace: Workspace, index: str, typed: str) -> int:
    """How many rows of an index a question finds."""
    question = f"SELECT count(*) FROM {index} WHERE {index} MATCH ?"
    return int(workspace._store.connection.execute(question, (expression(typed),)).fetchone()[0])


def test_a_person_is_found_by_every_name_and_leaves_with_the_row(kept: Workspace) -> None:
    ahmad = victim(name_ar="أحمد المحمد", name_en="Ahmad al-Mohammad", father_ar="عبد الله")
    saved = kept.save(dossier(ahmad, victim(name_ar="سالم"), victim())).dossier
    for typed in ("احمد", "ahmad", "عبدالله", "احمد محمد"):
        assert rows(kept, PERSONS, typed) == 1, typed
    assert rows(kept, PERSONS, "سوق") == 0
    first, _, group = saved.victims
    renamed = kept.save(replace(saved, victims=(replace(first, name_ar="خالد", name_en=""), group))).dossier
    assert [rows(kept, PERSONS, typed) for typed in ("احمد", "خالد", "سالم")] == [0, 1, 0]
    kept.save(replace(renamed, victims=(replace(renamed.victims[0], name_ar="", father_ar=""), group)))
    assert rows(kept, PERSONS, "خالد") == 0


def test_a_source_is_found_by_its_pseudonym_and_publisher_and_never_by_its_name(kept: Workspace) -> None:
    told = source(pseudonym="شاهد الجبل", publisher_en="Civil Defence", real_name="Secret Person", contact="0944")
    saved = kept.save(dossier(sources=(told,))).dossier
    kept.save(dossier(sources=(source(pseudonym="W2", publisher_en="Civil Defence"),)))
    assert [rows(kept, SOURCE_NAMES, typed) for typed in ("جبل", "civil", "W2")] == [1, 1, 1]
    assert [rows(kept, INCIDENTS, typed) for typed in ("جبل", "civil", "W2")] == [1, 2, 1]
    for index in (INCIDENTS, PERSONS, SOURCE_NAMES):
        assert [rows(kept, index, typed) for typed in ("secret", "person", "0944")] == [0, 0, 0]
    kept.save(replace(saved, sources=(replace(saved.sources[0], pseudonym="", publisher_en=""),)))
    assert [rows(kept, SOURCE_NAMES, typed) for typed in ("جبل", "civil")] == [0, 1]
    uses = kept._store.connection.execute("SELECT count(*) FROM source_name_use").fetchone()
    assert uses == (2,)


def test_particles_of_sentences_are_passed_and_those_of_names_are_not(kept: Workspace) -> None:
    kept.save(
        dossier(victim(name_ar="وهيبة كامل"), incident=incident(narrative_ar="قُصفت بلدتا سرمين وبنش للمرة الثانية"))
    )
    assert [rows(kept, INCIDENTS, typed) for typed in ("بلدتا", "مره", "هيبه", "امل")] == [1, 1, 0, 0]


def test_all_indexes_are_renewed_with_what_the_program_knows(
    kept: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.save(dossier(victim(name_ar="أحمد"), sources=(source(pseudonym="شاهد"),)))
    connection = kept._store.connection
    for table in (INCIDENTS, PERSONS, SOURCE_NAMES, "source_name_use", "source_name"):
        connection.execute(f"DELETE FROM {table}")
    kept.close()
    monkeypatch.setattr("snhr_desktop.store.derived.RULES", derived.RULES + 1)
    with Workspace.open(tmp_path / "kept.snhr", PASSPHRASE) as again:
        found = [rows(again, *asked) for asked in ((INCIDENTS, "سوق"), (PERSONS, "احمد"), (SOURCE_NAMES, "شاهد"))]
        assert found == [1, 1, 1]
