"""What hostile input is handed to. A target is prepared in a folder of its own, and takes one input after the other."""

import csv
import io
import json
import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PIL import Image

from snhr_desktop import paths
from snhr_desktop.domain.records import AttachmentLink, Dossier
from snhr_desktop.errors import Refusal
from snhr_desktop.exchange.mapping_file import load_mapping
from snhr_desktop.reports.text import FontSet, Paragraph, TextStyle
from snhr_desktop.reports.text.bidi import line_levels, resolve, visual_order
from snhr_desktop.store import attempts, escrow, keyslots
from snhr_desktop.store.attachments import pictures, sniffing
from snhr_desktop.store.attachments.container import Sealer
from snhr_desktop.store.attachments.reader import AttachmentReader
from snhr_desktop.store.backups.names import Name
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.slots import Cost
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, counted, dossier, victim
from tests.exchange import archive
from tests.torture import files_in, files_read, hostile, stores

Take = Callable[[random.Random], str]
"""Takes one input; says what came of it, or raises a refusal."""
Target = Callable[[Path], AbstractContextManager[Take]]
DEAREST = 1024
"""KiB of memory up to which a forged keyslot is tried as well as read."""
_WRITTEN = 0.1
"""How many of the files that are tried for an import are imported then."""


@contextmanager
def imports(place: Path) -> Iterator[Take]:
    """Files of records: CSV, TSV, JSON and our own, through the mapping their columns are known by."""
    own = files_in.own_dossiers(place / "own.json", 1).read_bytes()
    rows = [archive.row(f"SAR29041{number}") for number in range(3)]
    flat = [{column: cell for column, cell in row.items() if isinstance(cell, str)} for row in rows]
    out = io.StringIO()
    csv.DictWriter(out, flat[0]).writerows([dict(zip(flat[0], flat[0], strict=True)), *flat])
    table = out.getvalue().encode()
    good = {
        ".json": [own, json.dumps(rows).encode()],
        ".csv": [table, b"a,b\n1,2\n"],
        ".tsv": [table.replace(b",", b"\t"), b"a\tb\n1\t2\n"],
    }

    with (
        Workspace.create(place / "a.snhr", PASSPHRASE, "IDL")[0] as workspace,
        patch.object(
            Workspace, "back_up_before_import", lambda *_: None
        ),  # it removes old ones, and is killed elsewhere
    ):

        def take(dice: random.Random) -> str:
            ending = dice.choice((".json", ".json", ".csv", ".tsv"))
            path = place / f"given{ending}"
            path.write_bytes(hostile.spoiled(dice, good[ending]))
            tried = workspace.import_file(path, dry_run=True)
            if dice.random() < 1 - _WRITTEN:
                return "rows refused" if tried.refused else "read"
            report = workspace.import_file(path)
            assert (report.created, report.refused) == (tried.created, tried.refused)
            return "written, rows refused" if report.refused else "written"

        yield take
        assert [found for found in workspace.verify() if found.level == "error"] == []


@contextmanager
def mappings(place: Path) -> Iterator[Take]:
    """Mapping files."""
    good = [path.read_bytes() for path in (paths.resources() / "mappings").glob("*.toml")]
    path = place / "mapping.toml"

    def take(dice: random.Random) -> str:
        path.write_bytes(hostile.spoiled(dice, good))
        load_mapping(path)
        return "read"

    yield take


@contextmanager
def dossiers(_: Path) -> Iterator[Take]:
    """Records as drafts and files hold them, with anything anywhere."""
    good = dossier(victim(), incident=counted(narrative_ar="نص")).dump()

    def take(dice: random.Random) -> str:
        raw = _with_strange_values(json.loads(json.dumps(good)), dice)
        found, problems = Dossier.parse(raw)
        if not any(problem.level == "error" for problem in problems):
            assert Dossier.parse(found.dump())[0] == found, "not as it was dumped"
        return "refused by its fields" if problems else "read"

    yield take


def _with_strange_values(raw: Any, dice: random.Random) -> Any:
    strange: tuple[Any, ...] = (
        None, True, -1, 10**30, 1.5, float("inf"), "", [], {}, [None], {"first": 3}, hostile.text(dice),
    )  # fmt: skip
    here = raw
    for _ in range(dice.randrange(1, 5)):
        keys = list(here) if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else []
        if not keys:
            break
        key = dice.choice(list(keys))
        if dice.random() < 0.4 or not isinstance(here[key], dict | list):
            here[key] = dice.choice(strange)
            break
        here = here[key]
    return raw


@contextmanager
def keyslot_files(place: Path) -> Iterator[Take]:
    """Keyslots as a forger writes them, with the check made right; wrong tries; files of the headquarters' key."""
    slots, master, _ = keyslots.new_keyslots(PASSPHRASE)
    good = slots.content()
    escrow.make_key_file(place / "hq.key", b"x", Cost(64, 1, 1))
    keys, folder = (place / "hq.key").read_bytes(), place / "a.snhr"
    folder.mkdir()

    def take(dice: random.Random) -> str:
        spoiled = hostile.spoiled(dice, [good])
        if dice.random() < 0.7:
            raw = _with_strange_values(json.loads(good), dice)
            body = {name: said for name, said in raw.items() if name != "check"}
            spoiled = json.dumps(body | {"check": keyslots._check(body)}).encode()
        for name in (keyslots.FILE_NAME, keyslots.COPY_NAME, attempts.FILE_NAME):
            (folder / name).write_bytes(spoiled)
        attempts.attempts(folder)
        (place / "hq.key").write_bytes(hostile.spoiled(dice, [keys]))
        for act in (lambda: escrow.read_public_key(hostile.text(dice)), lambda: _key_file(place / "hq.key")):
            try:
                act()
            except Refusal:
                continue
        found = keyslots.read_keyslots(folder)
        if all(slot.cost.memory_kib <= DEAREST for slot in found.slots):
            opened = found.unlock(dice.choice(("another", PASSPHRASE)))
            assert opened.master == master, "another key, and nothing tells"
            return "opened"
        return "read"

    yield take


def _key_file(path: Path) -> None:
    raw = path.read_bytes()
    if b'"memory_kib": 64' in raw or b"memory" not in raw:
        escrow.read_key_file(path, b"x")


@contextmanager
def headers(place: Path) -> Iterator[Take]:
    """The first pages of the file of a store, or another file in its place."""
    stores.make(place / "a.snhr", 1)
    path = place / "a.snhr" / DATABASE
    good = path.read_bytes()

    def take(dice: random.Random) -> str:
        for beside in path.parent.glob(f"{DATABASE}-*"):
            beside.unlink()
        cut = dice.choice((0, 100, 4096, 8192))
        path.write_bytes(hostile.spoiled(dice, [good[:cut] or b"x"]) + good[cut:])
        with Workspace.open(path.parent, PASSPHRASE) as workspace:
            workspace.incidents(stores.ALL)
        return "opened"

    yield take


@contextmanager
def photos(_: Path) -> Iterator[Take]:
    """What a photo says of itself and looks like, and of which kind a file is."""
    good = []
    for kind, mode in (("JPEG", "RGB"), ("PNG", "RGBA"), ("GIF", "P"), ("TIFF", "RGB"), ("WEBP", "RGB")):
        out, picture = io.BytesIO(), Image.new(mode, (24, 16))
        tags = Image.Exif()
        tags[0x0110], tags[0x9003] = "camera", "2018:03:22 10:40:00"
        picture.save(out, kind, **({} if kind == "GIF" else {"exif": tags}))
        good.append(out.getvalue())

    def take(dice: random.Random) -> str:
        content = hostile.spoiled(dice, good)
        media = sniffing.media_type(content[:4096])
        sniffing.ending(media)
        sniffing.says_otherwise(hostile.text(dice), media)
        said = pictures.exif(io.BytesIO(content))  # type: ignore[arg-type]
        assert not said or isinstance(json.loads(said), dict)
        small = pictures.small(io.BytesIO(content))  # type: ignore[arg-type]
        return "seen" if small else "not a photo"

    yield take


@contextmanager
def intakes(place: Path) -> Iterator[Take]:
    """Files with hostile names and contents, links and folders among them, taken in and handed out."""
    given, out = place / "given", place / "out"
    given.mkdir()
    out.mkdir()
    with Workspace.create(place / "a.snhr", PASSPHRASE, "IDL")[0] as workspace:
        to = AttachmentLink(record="incident", target=workspace.save(dossier()).dossier.incident.uid)

        def take(dice: random.Random) -> str:
            path = given / _name(dice)
            if dice.random() < 0.1:
                path.symlink_to(dice.choice(("/etc/passwd", "/dev/zero", "../a.snhr", "nowhere", str(given))))
            else:
                path.write_bytes(hostile.spoiled(dice, [b"\xff\xd8\xff\xe0JFIF", b"%PDF-1.7", b"PK\x03\x04../x", b""]))
            try:
                kept = workspace.take_in(path, [to])
                uid = kept.file.attachment.uid
                workspace.export_attachment(uid, out / _name(dice), "recipient", "purpose")
            finally:
                path.unlink(missing_ok=True)
            return "taken in"

        yield take


def _name(dice: random.Random) -> str:
    said = hostile.text(dice, 40).encode("utf-8", "ignore").decode().replace("/", "_").replace("\0", "_")
    return (said.encode()[:200].decode("utf-8", "ignore") or "x") if said not in (".", "..") else "x"


@contextmanager
def sealed_files(place: Path) -> Iterator[Take]:
    """Encrypted files spoiled: nothing is given out that is not as it was taken in."""
    content, path = random.Random(1).randbytes(3000), place / "sealed"
    sealer = Sealer.new(bytes(32))
    good = b"".join(sealer.seal([memoryview(content)]))

    def take(dice: random.Random) -> str:
        path.write_bytes(hostile.spoiled(dice, [good]))
        with AttachmentReader(path, bytes(32), len(content), "x") as reader:
            assert reader.readall() == content, "other bytes, and nothing tells"
        return "read"

    yield take


@contextmanager
def texts(_: Path) -> Iterator[Take]:
    """Texts set for a report: levels, order, shaping, lines; whatever was typed is laid out."""
    fonts = FontSet.load(paths.resources() / "fonts")
    styles = [
        TextStyle(size=10, leading=15, align="justify", language="en", space_after=8),
        TextStyle(size=11, leading=18, align="start", direction="auto", language="ar", space_after=8),
    ]

    def take(dice: random.Random) -> str:
        said = hostile.text(dice)
        resolved = resolve(said)
        order = visual_order(line_levels(resolved, 0, len(said)))
        assert sorted(order) == list(range(len(order))), "an order that loses or doubles a letter"
        if dice.random() < 0.3:
            _, height = Paragraph(said, dice.choice(styles), fonts).wrap(dice.choice((30, 120, 435)))
            assert 0 <= height < 1e6
        return "set"

    yield take


@contextmanager
def searches(place: Path) -> Iterator[Take]:
    """What is typed into the box that searches everything, and names of backups."""
    stores.make(place / "a.snhr", 2)
    with Workspace.open(place / "a.snhr", PASSPHRASE) as workspace:

        def take(dice: random.Random) -> str:
            typed = hostile.text(dice)
            Name.parse(typed)
            workspace.seek(typed)
            return "answered"

        yield take


TARGETS: dict[str, Target] = {
    "import": imports, "mapping": mappings, "dossier": dossiers, "keyslots": keyslot_files, "header": headers,
    "photo": photos, "intake": intakes, "sealed": sealed_files, "text": texts, "search": searches,
    "table": files_read.texts_read, "workbook": files_read.workbooks_read,
}  # fmt: skip
SHARES = {
    "keyslots": 100_000, "import": 60_000, "intake": 20_000, "header": 60_000, "dossier": 200_000, "text": 180_000,
    "sealed": 60_000, "photo": 130_000, "search": 20_000, "mapping": 40_000,
    "table": 90_000, "workbook": 40_000,
}  # fmt: skip
"""Of one million; those that take longest first."""
