"""The last hand to the file: metadata, colour space, attachments; written small, and the same each time."""

import hashlib
import io
from collections.abc import Iterable

import pikepdf
from pikepdf import Dictionary, Name

from snhr_desktop.reports.file.about import About
from snhr_desktop.reports.file.attachments import Attachment
from snhr_desktop.reports.file.srgb import NAME, srgb_profile

_VERSION, _ARCHIVE_VERSION = "1.7", "1.4"


def finished(drawn: bytes, about: About, attachments: Iterable[Attachment], archive: bool) -> bytes:
    """The file as it is given away.

    `archive` makes a file of PDF/A-1b, which holds no other file and packs its objects less: it is larger.
    """
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        _describe(pdf, about, hashlib.sha256(drawn).digest(), archive)
        _colours(pdf)
        if not archive:
            _attach(pdf, about, attachments)
        written = io.BytesIO()
        pdf.save(
            written,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable if archive else pikepdf.ObjectStreamMode.generate,
            min_version="" if archive else _VERSION,
            force_version=_ARCHIVE_VERSION if archive else "",
        )
    return written.getvalue()


def _describe(pdf: pikepdf.Pdf, about: About, digest: bytes, archive: bool) -> None:
    """The same facts as XMP and, for older readers, in the information dictionary."""
    stream = pdf.make_stream(about.xmp(digest, archive))
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream
    for name in (Name.Keywords, Name.Trapped):
        if name in pdf.docinfo:
            del pdf.docinfo[name]


def _colours(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream(srgb_profile())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=NAME,
        RegistryName="http://www.color.org",
        Info=NAME,
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])


def _attach(pdf: pikepdf.Pdf, about: About, attachments: Iterable[Attachment]) -> None:
    files = []
    for attachment in attachments:
        made = pikepdf.AttachedFileSpec(
            pdf,
            attachment.content,
            description=attachment.said,
            filename=attachment.name,
            mime_type=attachment.kind,
            creation_date=_date(about),
            mod_date=_date(about),
            relationship=Name.Data,
        )
        pdf.attachments[attachment.name] = made
        files.append(made.obj)
    pdf.Root.AF = pikepdf.Array(files)


def _date(about: About) -> str:
    return f"D:{about.moment:%Y%m%d%H%M%S}Z"
