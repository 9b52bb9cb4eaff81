"""The command line: the same workspace without a window, exit status 0, 1 or 2, messages in the language asked for."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from snhr_desktop import cli
from snhr_desktop.__main__ import start as main
from snhr_desktop.cli.passphrase import VARIABLE
from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.i18n import bare
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, dossier, open_as, source
from tests.reports.file.certificates import PASSPHRASE as CERTIFICATE_PASSPHRASE
from tests.reports.file.certificates import certificate_file
from tests.reports.reading import pages_of, text_of

TOP = Path(__file__).resolve().parents[1]
SAMPLES = TOP / "resources" / "samples" / "publicly_reported.json"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A store made by the command itself."""
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    folder = tmp_path / "cli.snhr"
    assert run("new", str(folder), "--office", "IDL") == 0
    assert len(capsys.readouterr().out.splitlines()[-1]) == 39
    return folder


def run(*arguments: str) -> int:
    """One command; no window is ever asked for here."""

    def no_window(_store: Path | None, _language: str | None, _key: Path | None) -> int:
        raise AssertionError

    return cli.run(arguments, no_window)


def figures(store: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run("figures", str(store), "--format", "json", *options) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_without_a_command_the_window_opens_in_the_language_asked_for() -> None:
    asked = []

    def window(store: Path | None, language: str | None, key: Path | None) -> int:
        asked.append((store, language, key))
        return 0

    assert cli.run([], window) == 0
    assert cli.run(["--lang", "ar"], window) == 0
    assert cli.run(["open", "x.snhr", "--lang", "en"], window) == 0
    assert cli.run(["open", "x.snhr", "--hqkey", "hq.key"], window) == 0
    store = Path("x.snhr")
    assert asked == [(None, None, None), (None, "ar", None), (store, "en", None), (store, None, Path("hq.key"))]


def test_samples_figures_reports_and_verification(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", str(store), str(SAMPLES)) == 0
    found = figures(store, capsys)
    assert (found["period"], found["scope"]) == ("idlib", "alliance")
    by_code = found["figures"]
    assert isinstance(by_code, dict)
    killed = by_code["civilians_killed"]
    assert killed["unit"] == "victims"
    assert killed["total"] == sum(killed["by"]["month"].values()) > 0
    assert run("report", str(store), "-o", str(tmp_path / "both.pdf"), "--lang", "both") == 0
    assert (tmp_path / "both.pdf").stat().st_mode & 0o777 == 0o600
    text = text_of(PdfReader(tmp_path / "both.pdf"))
    assert str(killed["total"]) in text
    assert run("verify", str(store)) == 0
    capsys.readouterr()
    assert run("verify", str(store), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["form"], told["sound"]) == (1, True)
    history = found["history"]
    assert {"head": told["head"], "key": told["key"]} == {name: history[name] for name in ("head", "key")}
    assert history["entries"] > 0
    for printed, status in ((told["head"], 0), (told["head"][:12].upper(), 0), ("0" * 64, 3), ("a", 3)):
        assert run("verify", str(store), "--head", printed, "--lang", "ar") == status
    assert {"sound", "chain", "signed_by", "guess"} <= {one["code"] for one in told["findings"]}


@pytest.mark.parametrize(("digits", "has"), [((), "2018"), (("--digits", "arabic"), "٢٠١٨")])
def test_a_report_in_arabic_is_printed_with_the_digits_asked_for(
    store: Path, tmp_path: Path, digits: tuple[str, ...], has: str
) -> None:
    out = tmp_path / "bulletin.pdf"
    assert run("report", str(store), "-o", str(out), "--lang", "ar", "--kind", "bulletin", *digits) == 0
    text = text_of(PdfReader(out))
    assert has in text or has[::-1] in text


def test_a_report_for_archives_has_nothing_attached(store: Path, tmp_path: Path) -> None:
    assert run("report", str(store), "-o", str(tmp_path / "figures.pdf"), "--lang", "ar") == 0
    assert run("report", str(store), "-o", str(tmp_path / "archive.pdf"), "--lang", "ar", "--archive") == 0
    assert len(PdfReader(tmp_path / "figures.pdf").attachments) == 2
    assert not PdfReader(tmp_path / "archive.pdf").attachments


def test_a_dossier_is_of_the_incident_that_is_named(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", str(store), str(SAMPLES)) == 0
    out = tmp_path / "dossier.pdf"
    asked = ("report", str(store), "--kind", "dossier", "-o", str(out))
    assert run(*asked) != 0
    assert "none was chosen" in capsys.readouterr().err
    assert run(*asked, "--incident", "IDL-2018-00001") == 0
    assert "IDL-2018-00001" in pages_of(PdfReader(out))[0]


def test_a_report_is_sealed_with_secrets_from_files(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    certificate, passphrase, password = tmp_path / "office.p12", tmp_path / "one", tmp_path / "two"
    certificate_file(certificate)
    passphrase.write_text(f"{CERTIFICATE_PASSPHRASE}\n", encoding="utf-8")
    password.write_text("four words of it\n", encoding="utf-8")
    sealing = ("--sign", str(certificate), "--sign-passphrase-file", str(passphrase), "--password-file", str(password))
    out = tmp_path / "sealed.pdf"
    assert run("report", str(store), "-o", str(out), *sealing) == 0
    reader = PdfReader(out, password="four words of it")
    assert reader.is_encrypted
    assert len(reader.get_fields() or ()) == 1
    out.unlink()
    for content in ("", "short", None):
        password.unlink(missing_ok=True)
        if content is not None:
            password.write_text(content, encoding="utf-8")
        assert run("report", str(store), "-o", str(out), "--lang", "ar", *sealing) == 1
        assert "لم يُكتب التقرير" in capsys.readouterr().err
        assert not out.exists()
    assert run("publish", str(store), "-o", str(out), *sealing) == 1
    password.write_text("four words of it\n", encoding="utf-8")
    assert run("published", str(store)) == 0
    for order in (("--lang", "ar", "IDL-2018-99999"), ("IDL-2018-99999", "--lang", "ar")):
        capsys.readouterr()
        assert run("published", str(store), *order) == 1
        assert "IDL-2018-99999" in capsys.readouterr().err
    assert run("published", str(store), "--lang", "ar", "IDL-2018-99999", "more") == 2
    capsys.readouterr()
    assert run("published", str(store)) == 0
    assert "R" not in capsys.readouterr().out
    assert run("publish", str(store), "-o", str(out), *sealing) == 0
    assert PdfReader(out).is_encrypted


def unchanged(now: dict[str, Any], before: dict[str, Any]) -> bool:
    """Whether all is the same but when it was read."""
    return now | {"history": now["history"] | {"at": before["history"]["at"]}} == before


def test_a_dry_run_and_a_second_import_change_nothing(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = figures(store, capsys, "--scope", "all")
    assert run("import", str(store), str(SAMPLES), "--dry-run") == 0
    assert unchanged(figures(store, capsys, "--scope", "all"), before)
    assert run("import", str(store), str(SAMPLES)) == 0
    once = figures(store, capsys, "--scope", "all")
    assert once != before
    assert run("import", str(store), str(SAMPLES)) == 0
    assert unchanged(figures(store, capsys, "--scope", "all"), once)


def test_a_file_is_read_as_the_command_line_says(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("كتاب\ncode\tالمكان\tdate\nA\tسراقب\t2017-05-06\n".encode("cp1256"))
    said = ("--encoding", "cp1256", "--delimiter", "tab", "--header-row", "2", "--dry-run")
    assert run("import", str(store), str(path), *said) in (0, 1)
    assert run("import", str(store), str(path), "--encoding", "none", "--dry-run") == 1
    assert "no encoding of text is named" in capsys.readouterr().err
    assert run("import", str(store), str(path), "--header-row", "0", "--dry-run") == 2


def test_training_is_the_same_for_the_same_seed(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.snhr"
    assert run("new", str(other), "--office", "IDL") == 0
    for folder in (store, other):
        assert run("training", str(folder), "--incidents", "40", "--seed", "7") == 0
    one, two = (figures(folder, capsys) for folder in (store, other))
    assert one.pop("history") != two.pop("history")  # when each was saved, and by whose key
    assert one == two


@pytest.mark.parametrize("form", ["table", "csv"])
@pytest.mark.parametrize(("language", "word"), [("en", "Massacres"), ("ar", "المجازر")])
def test_figures_are_printed_in_either_language(
    store: Path, capsys: pytest.CaptureFixture[str], form: str, language: str, word: str
) -> None:
    capsys.readouterr()
    assert run("figures", str(store), "--lang", language, "--format", form) == 0
    assert word in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("verify", "nowhere.snhr"), "nowhere"),
        (("figures", "{store}", "--period", "1999"), "1999"),
        (("figures", "{store}", "--scope", "martians"), "martians"),
        (("import", "{store}", "nothing.json"), "nothing.json"),
        (("new", "{store}", "--office", "IDL"), "cli.snhr"),
        (("new", "other.snhr", "--office", "not a code!"), ""),
        (("report", "{store}", "-o", "/proc/nowhere/out.pdf"), ""),
        (("report", "{store}", "-o", "{store}"), ""),
        (("verify", "{store}", "--passphrase-file", "/proc/nowhere/passphrase"), "passphrase"),
    ],
)
def test_a_refusal_is_told_on_standard_error_in_the_language(
    store: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], word: str
) -> None:
    capsys.readouterr()
    filled = [argument.format(store=store) for argument in arguments]
    assert run(*filled, "--lang", "ar") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert word in told.err
    assert any("\u0621" <= character <= "\u064a" for character in told.err)


def test_a_wrong_passphrase_is_refused(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "passphrase"
    wrong.write_text("not the passphrase\n")
    assert run("verify", str(store), "--passphrase-file", str(wrong)) == 1
    assert "Nothing was changed" in capsys.readouterr().err


def test_without_a_passphrase_nothing_is_opened(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr("sys.stdin", io.StringIO("nobody is asked"))
    assert run("verify", str(store)) == 1


@pytest.mark.parametrize(
    "arguments", [("figures",), ("nonsense",), ("training", "x", "--incidents", "0"), ("--lang", "fr")]
)
def test_misuse_ends_with_two(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    assert "usage" in capsys.readouterr().err


def test_a_number_that_is_none_is_told_in_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    for number in ("-3", "many", "0", " "):
        assert run("training", "x", f"--incidents={number}", "--lang", "ar") == 2
        told = capsys.readouterr().err
        assert "عدداً صحيحاً" in told
        assert "_number" not in told


@pytest.mark.parametrize(
    ("output", "encoding", "status", "said"),
    [("/dev/full", "utf-8", 1, "القرص ممتلئ"), ("/dev/null", "latin-1", 0, ""), ("/dev/null", "ascii", 0, "")],
)
def test_what_becomes_of_the_output_is_no_crash(
    store: Path, output: str, encoding: str, status: int, said: str
) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    with Path(output).open("w") as out:
        done = subprocess.run(
            [sys.executable, "-m", "snhr_desktop", "figures", str(store), "--lang", "ar"],
            cwd=TOP, env=environment, stdout=out, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_screen_the_window_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("sys.argv", ["snhr-desktop", "--lang", "ar"])
    monkeypatch.setattr("os.umask", lambda _mask: 0)
    assert main() == 1
    assert "شاشة" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("figures",), "ينقص STORE."),
        (("nonsense",), "ليس من خيارات COMMAND"),
        (("report", "x", "-o"), "يحتاج -o/--output إلى قيمة."),
        (("verify", "x", "--what"), "--what غير معروف هنا."),
        (("training", "x", "--incidents", "no"), "--incidents: اكتب عدداً"),
        (("training", "x", "--incidents", "2", "--seed", "no"), "'no' ليس قيمة صالحة لـ --seed."),
    ],
)
def test_a_mistake_is_told_in_arabic(arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments, "--lang", "ar") == 2
    told = bare(capsys.readouterr().err)
    assert told.startswith("الاستخدام: snhr-desktop")
    assert said in told


def test_backups_are_made_and_listed(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    assert run("backups", str(store)) == 0
    assert "No backup" in capsys.readouterr().out
    assert run("backup", str(store), "--to", str(place), "--keep") == 0
    assert run("backup", str(store), "--lang", "ar") == 0
    capsys.readouterr()
    assert run("backups", str(store)) == 0
    [_, second, first] = capsys.readouterr().out.splitlines()
    assert second.startswith("No. 2  ")
    assert first.startswith("No. 1  ")
    assert "0 incidents  verified  (asked for)" in first
    assert run("backup", str(store), "--to", str(tmp_path / "none")) == 1
    assert "cannot hold the backups" in capsys.readouterr().err


def test_a_backup_is_restored_and_a_damaged_store_salvaged(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place, new = tmp_path / "stick", tmp_path / "new.snhr"
    place.mkdir()
    assert run("restore", str(place), "--new", str(new)) == 1
    assert "holds no backup" in capsys.readouterr().err
    assert run("backup", str(store), "--to", str(place)) == 0
    assert run("restore", str(place), "--compare", str(store)) == 0
    assert "hold the same" in capsys.readouterr().out
    assert run("restore", str(place), "--new", str(new)) == 0
    assert run("restore", str(place), "--in-place-of", str(store), "--lang", "ar") == 0
    assert len(list(tmp_path.glob("cli.put-aside-*.snhr"))) == 1
    with Workspace.open(store, PASSPHRASE) as workspace:
        workspace.change_passphrase(PASSPHRASE, "another long passphrase")
    capsys.readouterr()
    assert run("restore", str(place), "--in-place-of", str(store)) == 1
    assert "opens the backup and not cli.snhr" in capsys.readouterr().err
    (tmp_path / "word").write_text("another long passphrase\n", encoding="utf-8")
    second = ("--present-passphrase-file", str(tmp_path / "word"))
    assert run("restore", str(place), "--in-place-of", str(store), *second) == 0
    assert run("salvage", str(store), str(tmp_path / "saved.snhr")) == 0
    capsys.readouterr()
    assert run("salvage", str(new), str(tmp_path / "again.snhr"), "--json") == 0
    assert json.loads(capsys.readouterr().out)["rows_lost_at_most"] == 0


def test_files_are_taken_in_listed_and_handed_out(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Workspace.open(store, PASSPHRASE) as workspace:
        code = workspace.save(dossier()).dossier.incident.reference
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(b"%PDF-1.4\nnot a photo\n")
    (folder / "b.txt").write_text("a statement", encoding="utf-8")
    assert run("attach", str(store), str(folder), "--to", code, "--lang", "en") == 0
    told = capsys.readouterr().out
    assert "application/pdf" in told
    assert told.count("SHA-256") == 2
    (folder / "link").symlink_to(folder / "a.jpg")
    assert run("attach", str(store), str(folder / "link"), str(folder / "b.txt"), "--to", code, "--lang", "ar") == 1
    said = capsys.readouterr()
    assert code in said.out
    assert "link" in said.err
    assert run("attach", str(store), str(folder), "--to", "IDL-1999-00001", "--lang", "en") == 1
    assert run("attachments", str(store), code) == 0
    listed = capsys.readouterr().out.splitlines()
    assert len(listed) == 2
    file, out = listed[1].split()[0], tmp_path / "out.txt"
    handed: tuple[str, ...] = ("--recipient", "the court", "--purpose", "case 7", "--custody", "--lang", "en")
    assert run("attachment", "export", str(store), file, "-o", str(out), *handed) == 1
    assert "Internal use only" in capsys.readouterr().err
    assert not out.exists()
    handed += ("--audience", "internal")
    assert run("attachment", "export", str(store), file, "-o", str(out), *handed) == 0
    custody = json.loads(capsys.readouterr().out.partition("\n")[2])
    assert [step["act"] for step in custody["custody"]] == ["intake", "again", "leave", "export"]
    assert out.read_text(encoding="utf-8") == "a statement"
    assert out.stat().st_mode & 0o777 == 0o600
    assert run("attachment", "export", str(store), file, "-o", str(out), *handed) == 1
    assert run("attachment", "export", str(store), file, "--stripped", *handed) == 1
    assert run("verify", str(store)) == 0


def test_a_withdrawn_file_is_not_handed_out_until_that_is_taken_back(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Workspace.open(store, PASSPHRASE) as workspace:
        to = AttachmentLink(record="incident", target=workspace.save(dossier()).dossier.incident.uid)
        (tmp_path / "a.txt").write_text("a statement")
        file = workspace.take_in(tmp_path / "a.txt", [to]).file.attachment.reference
    out = tmp_path / "out.txt"
    export = ("attachment", "export", str(store), file, "-o", str(out), "--recipient", "court", "--purpose", "trial",
              "--audience", "internal", "--lang", "en")  # fmt: skip
    assert run("withdraw", str(store), file, "--reason", "forged", "--lang", "en") == 0
    assert "handed out no more" in capsys.readouterr().out
    for more in ((), ("--stripped",)):
        assert run(*export, *more) == 1
        assert "was withdrawn (“forged”)" in bare(capsys.readouterr().err)
    assert not out.exists()
    assert run("withdraw", str(store), file, "--reason", " ", "--back") == 1
    assert run("withdraw", str(store), "IDL-F-1999-00001", "--reason", "forged") == 1
    assert run("withdraw", str(store), file, "--reason", "genuine after all", "--back") == 0
    assert run(*export) == 0


def test_the_copies_that_a_withdrawn_file_takes_with_it_are_named(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Workspace.open(store, PASSPHRASE) as workspace:
        to = AttachmentLink(record="incident", target=workspace.save(dossier()).dossier.incident.uid)
        (tmp_path / "a.txt").write_text("a statement")
        file = workspace.take_in(tmp_path / "a.txt", [to]).file.attachment
        copy = workspace.keep_copy(file.uid, b"a sta", ("cropped",)).file.attachment.reference
    for more in ((), ("--back",)):
        assert run("withdraw", str(store), file.reference, "--reason", "forged", *more, "--lang", "en") == 0
        assert f"The copies of it with it: {copy}" in bare(capsys.readouterr().out)


def test_a_file_is_kept_with_another_record_and_with_one_no_more(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Workspace.open(store, PASSPHRASE) as workspace:
        wrong, right = (workspace.save(dossier()).dossier.incident for _ in range(2))
        (tmp_path / "a.txt").write_text("a statement")
        link = AttachmentLink(record="incident", target=wrong.uid)
        file = workspace.take_in(tmp_path / "a.txt", [link]).file.attachment.reference
    keep = ("keep", str(store), file, "--lang", "en")
    assert run(*keep, "--not-with", wrong.reference) == 1
    assert "would be kept with no record" in capsys.readouterr().err
    assert run(*keep, "--also-with", right.reference) == 0
    assert run(*keep, "--not-with", wrong.reference) == 0
    assert bare(capsys.readouterr().out).endswith(f"{file} is kept with {right.reference}.\n")
    assert run("attachments", str(store), wrong.reference, "--lang", "en") == 0
    assert file not in capsys.readouterr().out
    assert run("verify", str(store)) == 0


def test_a_file_of_a_source_is_handed_out_by_nobody_who_does_not_see_sources(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(store, PASSPHRASE) as workspace:
        saved = workspace.save(dossier(sources=(source(),))).dossier
        (tmp_path / "a.txt").write_text("the passport of Salma")
        link = AttachmentLink(record="source", target=saved.sources[0].uid)
        file = workspace.take_in(tmp_path / "a.txt", [link]).file.attachment.reference
    open_as("Amal", store, no_sources=True).close()
    monkeypatch.setenv(VARIABLE, "the passphrase of Amal")
    assert run("attachments", str(store), "--lang", "en") == 0
    assert "kept with a source" in capsys.readouterr().out
    out = tmp_path / "out.txt"
    handed = ("--recipient", "the court", "--purpose", "case 7", "--audience", "internal", "--lang", "en")
    for more in ((), ("--stripped",)):
        assert run("attachment", "export", str(store), file, "-o", str(out), *handed, *more) == 1
        assert "you do not see who the sources are" in capsys.readouterr().err
    assert not out.exists()


def test_what_follows_from_the_records_is_made_anew(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Workspace.open(store, PASSPHRASE) as workspace:
        workspace.save(dossier())
        workspace._store.connection.execute("DELETE FROM search")
        workspace._store.connection.execute("DELETE FROM victim_fact")
    assert run("verify", str(store)) == 3
    assert "the command renew makes them anew" in capsys.readouterr().out
    assert run("renew", str(store)) == 0
    assert run("verify", str(store)) == 0


def test_a_pack_of_places_is_told_taken_in_and_listed(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "places.csv"
    path.write_text("pcode,name_en,name_ar,adm3_pcode,lat,lon\nC99999,A,ا,SY070000,35.9,36.6\n", encoding="utf-8")
    said = ("--name", "Pack", "--version", "1", "--licence", "CC BY", "--credit", "The office")
    assert run("places", str(store), "--import", str(path), *said, "--dry-run") == 0
    assert run("places", str(store), "--list") == 0
    told = capsys.readouterr().out
    assert "New places: 1." in told
    assert "Only the places that come with the program" in told
    assert run("places", str(store), "--import", str(path), *said) == 0
    assert run("places", str(store), "--list") == 0
    assert "Credit: The office" in capsys.readouterr().out
    path.write_text("pcode,name_en,name_ar,adm3_pcode,lat,lon\nC99999,B,ب,SY070000,35.9,36.6\n", encoding="utf-8")
    assert run("places", str(store), "--import", str(path), *said, "--version", "2") == 0
    assert run("places", str(store), "--again", "3") == 1
    assert "No pack of places in this store has the version “3”." in capsys.readouterr().err
    assert run("places", str(store), "--take-out", "1", "--name", "Other") == 1
    assert "has the name “Other” and the version “1”. Nothing was changed." in capsys.readouterr().err
    assert run("places", str(store), "--again", "1", "--dry-run") == 0
    assert "Renamed: B, now A (C99999)" in capsys.readouterr().out
    assert run("places", str(store), "--again", "1", "--name", "Pack") == 0
    assert run("places", str(store), "--list") == 0
    told = capsys.readouterr().out
    assert (told.count("(in use)"), told.count("Pack, 1."), told.count("Pack, 2.")) == (1, 1, 1)
    assert run("places", str(store), "--take-out", "3") == 1
    assert run("places", str(store), "--take-out", "1", "--dry-run") == 0
    assert "Renamed: A, now B (C99999)" in capsys.readouterr().out
    assert run("places", str(store), "--take-out", "1") == 0
    assert run("places", str(store), "--list") == 0
    told = capsys.readouterr().out
    assert (told.count("(in use)"), told.count("(taken out)")) == (1, 1)
