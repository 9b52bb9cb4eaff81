"""What a person is told of an export before anything is written: how much leaves, who can read it, what it holds."""

from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop import cli
from snhr_desktop.cli.passphrase import VARIABLE
from snhr_desktop.exchange.export.asked import (
    CSV,
    FILES_TOO,
    GEOJSON,
    HOLDS_ALL,
    INTERNAL,
    JSON,
    NAMES_SOURCES_NOT,
    NOT_ENCRYPTED,
    ONLY_COUNTED,
    TELLS_SOURCES,
    WITHHELD,
    XLSX,
    Asked,
    Outlook,
)
from snhr_desktop.i18n import ARABIC, ENGLISH, Language, Message, bare
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, case, dossier, source

COUNTED = (NOT_ENCRYPTED, NAMES_SOURCES_NOT, ONLY_COUNTED, WITHHELD)
NEVER_TOLD_OUTSIDE = {TELLS_SOURCES, HOLDS_ALL, FILES_TOO}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (Asked(XLSX), COUNTED),
        (Asked(JSON, "partners"), COUNTED),
        (Asked(CSV, INTERNAL), (NOT_ENCRYPTED, NAMES_SOURCES_NOT, HOLDS_ALL)),
        (Asked(JSON, INTERNAL, whole=True), (NOT_ENCRYPTED, TELLS_SOURCES, HOLDS_ALL)),
        (
            Asked(JSON, INTERNAL, whole=True, files=True, recipient="Aleppo"),
            (NOT_ENCRYPTED, TELLS_SOURCES, HOLDS_ALL, FILES_TOO),
        ),
    ],
)
def test_what_leaves_and_what_that_means(asked: Asked, told: tuple[Message, ...]) -> None:
    assert tuple(Outlook(asked, 1, 0).warnings()) == told
    assert asked.audience == INTERNAL or not NEVER_TOLD_OUTSIDE & set(told)


@pytest.mark.parametrize("asked", [Asked(GEOJSON, INTERNAL), Asked(CSV, INTERNAL, flat=True)], ids=["map", "flat"])
def test_cases_that_a_file_cannot_hold_are_told_nowhere(asked: Asked, workspace: Workspace, tmp_path: Path) -> None:
    workspace.save(dossier())
    workspace.save_case(case())
    outlook = workspace.export_outlook(asked)
    assert (outlook.incidents, outlook.cases) == (1, 0)
    workspace.export(asked, tmp_path / "out", ENGLISH)
    assert [(one.taken.incidents, one.taken.cases) for one in workspace.exports()] == [(1, 0)]
    assert workspace.export_outlook(replace(asked, form=JSON, flat=False)).cases == 1


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
@pytest.mark.parametrize("form", [JSON, XLSX, CSV])
def test_the_command_tells_it_before_anything_is_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    form: str,
    language: Language,
) -> None:
    """Where nothing can be written, everything was told all the same."""
    made, _ = Workspace.create(tmp_path / "a.snhr", PASSPHRASE, "IDL")
    with made:
        made.save(dossier(sources=(source(real_name="Salma Falcon"),)))
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    there = tmp_path / "taken"
    there.mkdir()
    (there / "a").touch()
    given = ("export", str(tmp_path / "a.snhr"), "--as", form, "-o", str(there), "--lang", language.code)
    assert cli.run(given, lambda *_: 0) == 1
    told = bare(capsys.readouterr().err)
    assert bare(Outlook(Asked(form), 1, 0).counts(language)) in told
    places = [told.index(bare(language.text(one))) for one in COUNTED]
    assert places == sorted(places)
    assert "Falcon" not in told
    assert [one.name for one in there.iterdir()] == ["a"]
