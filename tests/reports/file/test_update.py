"""Objects added to a file: every reader finds them, packed or plain, and those that were there."""

import io
import subprocess
from pathlib import Path

import pikepdf
import pypdf
import pytest

from snhr_desktop.reports.file.finish import _hex as written_identity
from snhr_desktop.reports.file.update import Base, packed, plain

HOW = pytest.mark.parametrize("update", [packed, plain])


def base() -> Base:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Replaced = pdf.make_indirect(pikepdf.Dictionary(Old=True))
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    with pikepdf.open(out) as pdf:
        return Base(out.getvalue(), int(pdf.trailer.Size), f"/Root {pdf.trailer.Root.objgen[0]} 0 R")


@HOW
@pytest.mark.parametrize("count", [0, 1, 199, 200, 201, 1000])
def test_every_object_is_found(update: type, count: int, tmp_path: Path) -> None:
    under, out = base(), tmp_path / "more.pdf"
    with pikepdf.open(io.BytesIO(under.content)) as pdf:
        number = pdf.Root.Replaced.objgen[0]
    texts = [f"<</Index {at}>>" for at in range(count)]
    kids = " ".join(f"{under.size + at} 0 R" for at in range(count))
    out.write_bytes(update(under, (number, f"<</New true/Kids[{kids}]>>"), texts))
    with pikepdf.open(out) as pdf:
        assert pdf.Root.Replaced.New
        assert [int(kid.Index) for kid in pdf.Root.Replaced.Kids] == list(range(count))
        assert len(pdf.pages) == 1
    root = pypdf.PdfReader(out).root_object["/Replaced"].get_object()
    assert [kid.get_object()["/Index"] for kid in root["/Kids"]] == list(range(count))  # type: ignore[index]
    ran = subprocess.run(["qpdf", "--check", str(out)], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert out.read_bytes().startswith(under.content)


@pytest.mark.parametrize(
    "part", [b"E^\xd97X3s\\#\xd2F\xdeT\xd3[\x18", b"@?'\x9e\x8b!(QHVtnik\xd1", b"(()\\", b"\0" * 16]
)
def test_an_identity_of_any_bytes_is_written(part: bytes) -> None:
    """A hash that reads as text by chance once ended the making of a report."""
    said = pikepdf.Object.parse(f"[{written_identity(pikepdf.Array([pikepdf.String(part)] * 2))}]".encode())
    assert [bytes(one) for one in said] == [part, part]
