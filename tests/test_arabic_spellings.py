"""Two hundred spellings and more, as people type them, asked of a real store: each hit is found, each miss is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from snhr_desktop.domain.seeking import Question
from snhr_desktop.store import finding
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.arabic_spellings import CODES, NUMBER, PERSONS, PLACES, SOURCES, TEXTS, Spelled
from tests.builders import PASSPHRASE, dossier, incident, source, victim

ALL = 500
"""More than the store holds."""


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A store with every name, text and source of the list, each in an incident of its own."""
    folder: Path = tmp_path_factory.mktemp("spellings") / "spelled.snhr"
    made, _ = Workspace.create(folder, PASSPHRASE, "IDL")
    with made:
        write(made)
        yield made


def write(workspace: Workspace) -> None:
    """Record everything of the list."""
    given = [dossier(victim(name_ar=one.written), incident=incident(title_ar="", title_en="")) for one in PERSONS]
    given += [dossier(incident=incident(title_ar=f"نص {number}", title_en="", narrative_ar=one.written))
              for number, one in enumerate(TEXTS)]  # fmt: skip
    given += [dossier(sources=(source(pseudonym=one.written),), incident=incident(title_ar="")) for one in SOURCES]
    saved = workspace.save_many(given)
    assert saved.refused == ()


def pairs(group: tuple[Spelled, ...], found: bool) -> list[tuple[str, str]]:
    """What is typed beside what is written."""
    return [(typed, one.written) for one in group for typed in (one.hits if found else one.misses)]


def test_the_list_has_two_hundred_spellings() -> None:
    assert NUMBER >= 200


def persons(workspace: Workspace, typed: str) -> list[str]:
    """Names of everybody found."""
    with workspace._store.reading() as connection:
        return [one.name_ar for one in finding.persons(connection, Question.of(typed), ALL)]


@pytest.mark.parametrize("typed, written", pairs(PERSONS, True))
def test_a_person_is_found_by(recorded: Workspace, typed: str, written: str) -> None:
    assert written in persons(recorded, typed)
    assert recorded.incidents(IncidentQuery(text=typed)).total >= 1


@pytest.mark.parametrize("typed, written", pairs(PERSONS, False))
def test_a_person_is_not_found_by(recorded: Workspace, typed: str, written: str) -> None:
    assert written not in persons(recorded, typed)


def narratives(workspace: Workspace, typed: str) -> list[str]:
    """Narratives of the incidents found."""
    uids = [row.uid for row in workspace.incidents(IncidentQuery(text=typed)).rows]
    return [found.incident.narrative_ar for found in workspace.dossiers(uids)]


@pytest.mark.parametrize("typed, written", pairs(TEXTS, True))
def test_a_narrative_is_found_by(recorded: Workspace, typed: str, written: str) -> None:
    assert written in narratives(recorded, typed)
    marks = Question.of(typed).marks(written)
    assert marks, "what is found is marked"


@pytest.mark.parametrize("typed, written", pairs(TEXTS, False))
def test_a_narrative_is_not_found_by(recorded: Workspace, typed: str, written: str) -> None:
    assert written not in narratives(recorded, typed)


@pytest.mark.parametrize("typed, written", pairs(PLACES, True))
def test_a_place_is_found_by(recorded: Workspace, typed: str, written: str) -> None:
    assert written in [place.name_ar for place in recorded.seek(typed).places]


@pytest.mark.parametrize("typed, written", pairs(PLACES, False))
def test_a_place_is_not_found_by(recorded: Workspace, typed: str, written: str) -> None:
    assert written not in [place.name_ar for place in recorded.gazetteer.search(typed, strict=True)]


@pytest.mark.parametrize("typed, written", pairs(SOURCES, True))
def test_a_source_is_found_by(recorded: Workspace, typed: str, written: str) -> None:
    assert written in [one.name for one in recorded.seek(typed).sources]


@pytest.mark.parametrize("typed, written", pairs(SOURCES, False))
def test_a_source_is_not_found_by(recorded: Workspace, typed: str, written: str) -> None:
    assert written not in [one.name for one in recorded.seek(typed).sources]


@pytest.mark.parametrize("typed, written", pairs(CODES, True))
def test_a_code_is_found_by(recorded: Workspace, typed: str, written: str) -> None:
    assert written in [one.reference for one in recorded.seek(typed).coded]


@pytest.mark.parametrize("typed, written", pairs(CODES, False))
def test_a_code_is_not_found_by(recorded: Workspace, typed: str, written: str) -> None:
    assert written not in [one.reference for one in recorded.seek(typed).coded]
