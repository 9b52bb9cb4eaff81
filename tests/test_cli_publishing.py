"""Publishing from the command line, and looking up a code that stands on a page, in both languages."""

import datetime as dt
from pathlib import Path

import pytest

from snhr_desktop.i18n import bare
from tests.test_cli import SAMPLES, run, store

__all__ = ["store"]
CODE = f"R{dt.datetime.now().astimezone():%y%m}01"


@pytest.fixture
def published(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A store of the samples with one report published; the file lies beside it."""
    assert run("import", str(store), str(SAMPLES)) == 0
    assert run("publish", str(store), "-o", str(tmp_path / "out.pdf"), "--lang", "both") == 0
    assert CODE in bare(capsys.readouterr().out)
    return store


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints."""
    capsys.readouterr()
    assert run("published", *arguments) == 0
    return bare(capsys.readouterr().out)


def test_before_anything_is_published_the_list_says_so(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Nothing was published" in said(capsys, str(store), "--lang", "en")
    assert "لم يُنشر" in said(capsys, str(store), "--lang", "ar")


@pytest.mark.parametrize(("language", "title"), [("en", "Idlib governorate"), ("ar", "حصاد عام")])
def test_what_was_published_is_listed_and_looked_up(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, title: str
) -> None:
    listed = said(capsys, str(published), "--lang", language)
    assert CODE in listed
    assert title in listed
    copy = tmp_path / "copy.pdf"
    told = said(capsys, str(published), f" {CODE.lower()} ", "-o", str(copy), "--lang", language)
    assert len([line for line in told.splitlines() if len(line.split()[-1]) == 64]) == 2
    assert copy.read_bytes() == (tmp_path / "out.pdf").read_bytes()
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_report_is_built_again_its_changes_told_and_an_addendum_written(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again, beside = tmp_path / "again.pdf", tmp_path / "addendum.pdf"
    assert "byte by byte" in said(capsys, str(published), CODE, "--rebuild", "-o", str(again), "--lang", "en")
    assert again.read_bytes() == (tmp_path / "out.pdf").read_bytes()
    assert "لم يتغيّر شيء" in said(capsys, str(published), CODE, "--changes", "--lang", "ar")
    assert "addendum.pdf" in said(capsys, str(published), CODE, "--addendum", "-o", str(beside))
    assert beside.read_bytes().startswith(b"%PDF")


def test_a_code_of_an_incident_leads_to_the_reports_that_read_it(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, str(published), "idl 2018 1", "--lang", "en")
    assert f"{CODE}  " in told
    assert "read at revision 1" in told
    assert "    Documented incidents: 1" in told


def test_what_is_not_known_is_refused_and_what_is_missing_is_misuse(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("published", str(published), "R180199", "--lang", "en") == 1
    assert CODE in capsys.readouterr().err
    assert run("published", str(published), CODE, "--addendum", "--lang", "ar") == 2
    assert "-o" in capsys.readouterr().err
    assert run("published", str(published), CODE, "--rebuild", "--changes", "--lang", "en") == 2


def test_a_report_for_archives_is_published_and_built_again(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "archive.pdf"
    assert run("publish", str(store), "-o", str(out), "--archive", "--reason", "for the court", "--lang", "ar") == 0
    assert out.read_bytes().startswith(b"%PDF-1.4")
    assert "byte by byte" in said(capsys, str(store), CODE, "--rebuild", "--lang", "en")
