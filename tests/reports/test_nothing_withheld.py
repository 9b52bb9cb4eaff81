"""Every kind of report, for every audience, in every edition: nothing that is withheld is in the file, in any form.

The file is searched as it lies on the disk, in every stream and string it holds once they are unpacked (metadata,
attachments and outline are among them), and in the text that two readers of PDF extract; each word in every encoding
that a file of this kind knows. What an audience may read is found, so that the search is known to be able to find.
"""

import io
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from functools import cache

import pikepdf
import pypdfium2
import pytest

from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import LANGUAGES, bare
from snhr_desktop.reports.brief import EDITIONS, Brief
from snhr_desktop.reports.foot import FOR_WHOM
from snhr_desktop.reports.kind import KINDS, THEMATIC, Kind
from snhr_desktop.reports.render import rendered
from snhr_desktop.reports.texts import each_text
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.reports.secrets_store import ACTOR, EVERYBODY, MARKS, TYPED, Mark, fill
from tests.reports.specimen import AS_OF

AUDIENCES = tuple(vocabulary("audience"))
_FACE = b"\x00\x01\x00\x00"
"""How a font begins: it holds shapes and no words."""
_ENCODINGS = ("utf-8", "utf-16-be", "utf-16-le", "cp1256")
CASES = [(kind, audience, edition) for kind in KINDS for audience in AUDIENCES for edition in EDITIONS]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, str]]:
    """A store full of secrets, and the identity of the incident that a report may be about."""
    made, _ = Workspace.create(tmp_path_factory.mktemp("secrets") / "office.snhr", PASSPHRASE, "IDL", actor=ACTOR)
    with made:
        yield made, fill(made)


def brief_of(kind: Kind, audience: str, edition: str, uid: str) -> Brief:
    """The brief of a report of a kind, whatever it is about."""
    return Brief(
        "idlib", "all", kind=kind.code, audience=audience, edition=edition,
        month="2018-03" if kind.of == "month" else "", incident=uid if kind.of == "incident" else "",
    )  # fmt: skip


@pytest.mark.parametrize(("kind", "audience", "edition"), CASES)
def test_nothing_that_is_withheld_is_in_the_file(
    full: tuple[Workspace, str], kind: str, audience: str, edition: str
) -> None:
    store, uid = full
    brief = brief_of(KINDS[kind], audience, edition, uid)
    typed = {code: {KINDS[kind].texts[0]: f"# About {TYPED}"} for code in LANGUAGES}
    texts = each_text(typed, store.redaction(brief).typed)
    content, _ = rendered(store.gather(brief, AS_OF), brief.languages, texts)
    unpacked, text = b"\n".join(_layers(content)), _texts(content)
    leaked = {mark: ways for mark in MARKS if audience not in mark.may and (ways := _found(mark, unpacked, text))}
    assert leaked == {}
    languages = {language.code for language in brief.languages}
    told = [mark for mark in MARKS if mark.kind == kind and audience in mark.may and mark.printed in languages]
    assert [mark for mark in told if not _found(mark, unpacked, text)] == []
    assert kind != THEMATIC or any(mark.may == EVERYBODY for mark in told)
    pages = _pages(content)
    for language in brief.languages:
        for one, mark in FOR_WHOM.items():
            said = "".join(language.text(mark).split()).casefold()
            assert (text.count(said) > pages) == (one == audience)


@pytest.mark.parametrize("place", ["stream", "metadata", "attachment", "outline", "string"])
def test_the_search_finds_what_is_hidden_in_a_corner(place: str) -> None:
    mark = Mark("Hiddenword", "planted", EVERYBODY)
    with pikepdf.new() as made:
        page = made.add_blank_page()
        if place == "stream":
            page.Contents = made.make_stream(b"% Hiddenword", compress=True)
        elif place == "metadata":
            made.docinfo["/Subject"] = "about Hiddenword «كلمة»"
        elif place == "attachment":
            made.attachments["a.csv"] = pikepdf.AttachedFileSpec(made, "x,Hiddenword".encode("utf-16-le"))
        elif place == "outline":
            with made.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem("Hiddenword «كلمة»", 0))
        else:
            page.obj["/Note"] = pikepdf.String(b"Hiddenword".hex())
        target = io.BytesIO()
        made.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    content = target.getvalue()
    assert b"Hiddenword" not in content
    assert _found(mark, b"\n".join(_layers(content)), _texts(content))


def _layers(content: bytes) -> Iterator[bytes]:
    """The file, every stream of it unpacked, and every string and name."""
    yield content
    with pikepdf.open(io.BytesIO(content)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream):
                stream = thing.read_bytes()
                yield b"" if stream.startswith(_FACE) else stream
            yield from _strings(thing)


def _strings(thing: pikepdf.Object) -> Iterator[bytes]:
    if isinstance(thing, pikepdf.String | pikepdf.Name):
        yield bytes(thing)
        yield str(thing).encode("utf-8")
    elif isinstance(thing, pikepdf.Array):
        for one in thing:
            if not getattr(one, "is_indirect", False):
                yield from _strings(one)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, one in thing.items():
            yield key.encode("utf-8")
            if not getattr(one, "is_indirect", False):
                yield from _strings(one)


def _pages(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as opened:
        return len(opened.pages)


def _texts(content: bytes) -> str:
    """What readers of PDF extract, without the marks of direction and without white space."""
    with closing(pypdfium2.PdfDocument(content)) as opened:
        found = [page.get_textpage().get_text_range() for page in opened]
    tool = shutil.which("pdftotext")
    assert tool, "poppler-utils is needed"
    for mode in ((), ("-raw",), ("-layout",)):
        run = subprocess.run([tool, "-enc", "UTF-8", *mode, "-", "-"], input=content, capture_output=True, check=True)
        found.append(run.stdout.decode("utf-8"))
    return "".join(bare("\n".join(found)).split()).casefold()


def _found(mark: Mark, unpacked: bytes, text: str) -> list[str]:
    """The ways in which a word is found."""
    word = "".join(mark.word.split()).casefold()
    ways = [f"extracted, {way}" for way, said in (("", word), ("reversed", word[::-1])) if said in text]
    return ways + [way for way, said in _encoded(mark.word) if said in unpacked]


@cache
def _encoded(word: str) -> tuple[tuple[str, bytes], ...]:
    spelled = {word, word.upper(), word.casefold()}
    plain = {
        (encoding, one.encode(encoding)) for one in spelled for encoding in _ENCODINGS
        if encoding != "cp1256" or _fits(one)
    }  # fmt: skip
    hexed = {(f"{way} in hex", said.hex().encode()) for way, said in plain}
    shouted = {(f"{way} in capital hex", said.hex().upper().encode()) for way, said in plain}
    escaped = {("escaped for XML", "".join(f"&#{ord(c)};" for c in one).encode()) for one in spelled}
    return tuple(plain | hexed | shouted | escaped)


def _fits(word: str) -> bool:
    try:
        word.encode("cp1256")
    except UnicodeEncodeError:
        return False
    return True
