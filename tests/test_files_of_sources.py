"""Files kept with a source: that they are kept is seen by all, what they show by whoever sees who the sources are."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.records import AttachmentFile, AttachmentLink, Dossier
from snhr_desktop.exchange.export.asked import FILES_OF_SOURCES_NOT, INTERNAL, JSON, XLSX, Asked
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.workspace import Workspace
from snhr_desktop.workspace.files_seen import OfASource
from tests.builders import HOSTILE_TEXTS, dossier, open_as, source
from tests.ui.attachments.photos import jpeg

SECRET = "passport of the witness"


@pytest.fixture
def saved(workspace: Workspace) -> Dossier:
    """An incident with a source."""
    return workspace.save(dossier(sources=(source(),))).dossier


@pytest.fixture
def kept(workspace: Workspace, saved: Dossier, tmp_path: Path) -> AttachmentFile:
    """A photo of that source, described."""
    photo = tmp_path / "id card of Salma.jpg"
    photo.write_bytes(jpeg(320) + SECRET.encode())
    taken = workspace.take_in(photo, [AttachmentLink(record="source", target=saved.sources[0].uid)])
    said = replace(taken.file.attachment, shows_en=SECRET, taken_by=SECRET, device=SECRET, consent="internal")
    return workspace.describe_attachment(taken.file.with_head(said)).file


@pytest.fixture
def amal(kept: AttachmentFile, tmp_path: Path) -> Iterator[Workspace]:
    """Somebody who hands files out and does not see who the sources are."""
    with open_as("Amal", tmp_path / "office.snhr", role="administrator", no_sources=True) as opened:
        yield opened


def family(workspace: Workspace, saved: Dossier, kept: AttachmentFile, tmp_path: Path) -> dict[str, str]:
    """The file itself, a copy of it, a copy of that, and the original of a copy that is kept with the source."""
    uid = kept.attachment.uid
    copy = workspace.keep_copy(uid, jpeg(100), ("redacted",)).file.attachment.uid
    again = workspace.keep_copy(copy, jpeg(90), ("cropped",)).file.attachment.uid
    photo = tmp_path / "b.jpg"
    photo.write_bytes(jpeg(200))
    original = workspace.take_in(photo, [AttachmentLink(record="incident", target=saved.incident.uid)]).file
    (tmp_path / "c.jpg").write_bytes(jpeg(80))
    workspace.keep_copy(original.attachment.uid, jpeg(80), ("cropped",))
    workspace.take_in(tmp_path / "c.jpg", [AttachmentLink(record="source", target=saved.sources[0].uid)])
    return {"itself": uid, "copy": copy, "copy of a copy": again, "original": original.attachment.uid}


ACTS: dict[str, Callable[[Workspace, AttachmentFile, Path], object]] = {
    "open": lambda w, file, _: w.open_attachment(file.attachment.uid),
    "describe": lambda w, file, _: w.describe_attachment(file),
    "copy": lambda w, file, _: w.keep_copy(file.attachment.uid, jpeg(50), ("cropped",)),
    "strip": lambda w, file, _: w.strip_attachment(file.attachment.uid),
    "export": lambda w, file, out: w.export_attachment(file.attachment.uid, out / "a.jpg", "court", "trial"),
    "hand out": lambda w, file, out: w.hand_out(file.attachment.uid, out, "court", "trial", INTERNAL, "en"),
    "link": lambda w, file, _: w.link_attachment(file.attachment.uid, file.links[0]),
    "unlink": lambda w, file, _: w.unlink_attachment(file.attachment.uid, file.links[0].target),
    "withdraw": lambda w, file, _: w.withdraw_attachment(file.attachment.uid, "forged"),
    "history": lambda w, file, _: w.history(file.attachment.uid),
}


@pytest.mark.parametrize("which", ["itself", "copy", "copy of a copy", "original"])
def test_a_file_of_a_source_is_not_seen_by_whoever_does_not_see_sources(
    workspace: Workspace, saved: Dossier, kept: AttachmentFile, amal: Workspace, tmp_path: Path, which: str
) -> None:
    uid = family(workspace, saved, kept, tmp_path)[which]
    out = tmp_path / "out"
    out.mkdir()
    before, log = workspace.attachments(), workspace.attachment_custody(uid).log
    file = amal.attachment(uid)
    for act in ACTS.values():
        with pytest.raises(OfASource):
            act(amal, file, out)
    assert list(out.iterdir()) == []
    assert amal.thumbnails([file]) == (b"",)
    assert amal.veiled([file]) == {uid}
    assert workspace.veiled([file]) == frozenset()
    assert workspace.attachments() == before
    assert workspace.attachment_custody(uid).log == log
    with workspace.open_attachment(uid) as reader:
        assert reader.read(2) == b"\xff\xd8"


def test_that_it_is_kept_is_all_that_is_told_of_it(
    workspace: Workspace, saved: Dossier, kept: AttachmentFile, amal: Workspace
) -> None:
    uid, reference = kept.attachment.uid, kept.attachment.reference
    told = [
        amal.attachment(uid), amal.attachment_by_reference(reference), amal.attachment_custody(uid).file,
        *amal.attachments(), *amal.attachments_of(saved.incident.uid),
    ]  # fmt: skip
    assert len(told) == 5
    for file in told:
        assert file is not None
        assert (file.attachment.reference, file.attachment.sha256) == (reference, kept.attachment.sha256)
        assert SECRET not in repr(file)
        assert "Salma" not in repr(file)
    workspace.keep_copy(uid, jpeg(100), ("redacted",))
    assert SECRET not in repr(amal.copies_of(uid))


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_a_file_of_no_source_is_seen_by_all(
    workspace: Workspace, saved: Dossier, amal: Workspace, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "b.txt"
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    taken = amal.take_in(file, [AttachmentLink(record="incident", target=saved.incident.uid)])
    assert amal.veiled([taken.file]) == frozenset()
    with amal.open_attachment(taken.file.attachment.uid) as reader:
        assert reader.read() == file.read_bytes()


def test_files_of_sources_stay_out_of_what_they_export(
    workspace: Workspace, saved: Dossier, amal: Workspace, kept: AttachmentFile, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("a list of shells")
    taken = workspace.take_in(other, [AttachmentLink(record="incident", target=saved.incident.uid)]).file
    asked = Asked(JSON, INTERNAL, files=True, recipient="Aleppo")
    assert FILES_OF_SOURCES_NOT in tuple(amal.export_outlook(asked).warnings())
    assert FILES_OF_SOURCES_NOT not in tuple(workspace.export_outlook(asked).warnings())
    assert FILES_OF_SOURCES_NOT not in tuple(amal.export_outlook(Asked(XLSX, INTERNAL)).warnings())
    done = amal.export(asked, tmp_path / "a.json", ENGLISH)
    assert done.files is not None
    assert [one.name for one in done.files.iterdir()] == [f"{taken.attachment.reference}.txt"]
    assert kept.attachment.reference not in (tmp_path / "a.json").read_text()
    whole = workspace.export(asked, tmp_path / "b.json", ENGLISH)
    assert whole.files is not None
    assert len(list(whole.files.iterdir())) == 2
