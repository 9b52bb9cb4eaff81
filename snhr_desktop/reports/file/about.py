"""What the file says of itself: titles in every language, whose it is, the period, the day; nothing of a person."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from snhr_desktop.i18n import N_, bare
from snhr_desktop.reports.cover import name_of
from snhr_desktop.reports.edition import Edition

PRODUCT = "SNHR Desktop"
_LIBRARIES = "ReportLab, qpdf"
BOTH_TITLES = N_("{title} / {other}")
_NAMESPACE = uuid.UUID("6f1c1a53-64a5-5d0e-9f0b-2d3f2a3a5a11")


@dataclass(frozen=True)
class About:
    """The facts of a file. `titles` and `spans` go by language; `languages` are those it is printed in.

    `author` and `product` are blank in a file that does not tell whose it is.
    """

    code: str
    title: str
    titles: Mapping[str, str]
    author: str
    spans: Mapping[str, str]
    languages: tuple[str, ...]
    day: dt.date
    product: str = PRODUCT

    @property
    def producer(self) -> str:
        """What wrote the file."""
        return f"{self.product} ({_LIBRARIES})" if self.product else _LIBRARIES

    @classmethod
    def of(cls, printed: Sequence[Edition], others: Sequence[Edition]) -> "About":
        """Of the editions that are printed, in order, and those of the other languages, for their titles."""
        first, every = printed[0], [*printed, *others]
        titles = [bare(edition.title) for edition in printed]
        both = first.text(BOTH_TITLES, title=titles[0], other=titles[-1])
        return cls(
            code=first.snapshot.code,
            title=titles[0] if len(titles) == 1 else bare(both),
            titles={edition.language.code: bare(edition.title) for edition in every},
            author=name_of(first.language),
            spans={edition.language.code: bare(edition.span) for edition in every},
            languages=tuple(edition.language.code for edition in printed),
            day=first.snapshot.as_of.date(),
        )

    @property
    def moment(self) -> dt.datetime:
        """The day of the report as the moment that a file asks for."""
        return dt.datetime.combine(self.day, dt.time(), dt.UTC)

    def xmp(self, digest: bytes, archive: bool) -> bytes:
        """The facts as XMP (ISO 16684-1). `digest` gives its identifier; `archive` declares PDF/A-1b, else it is 3b."""
        identifier = uuid.uuid5(_NAMESPACE, f"{self.code} {digest.hex()}")
        first = self.languages[0]
        titles = {"x-default": self.title} | dict(sorted(self.titles.items()))
        spans = {"x-default": self.spans[first]} | dict(sorted(self.spans.items()))
        lines = [
            "<dc:format>application/pdf</dc:format>",
            f"<dc:identifier>{escape(self.code)}</dc:identifier>",
            f"<dc:title>{_alternatives(titles)}</dc:title>",
            *([f"<dc:creator>{_listed('Seq', [self.author])}</dc:creator>"] if self.author else ()),
            f"<dc:description>{_alternatives(spans)}</dc:description>",
            f"<dc:language>{_listed('Bag', self.languages)}</dc:language>",
            *(f"<xmp:{of}Date>{self.moment.isoformat()}</xmp:{of}Date>" for of in ("Create", "Modify", "Metadata")),
            *([f"<xmp:CreatorTool>{self.product}</xmp:CreatorTool>"] if self.product else ()),
            f"<pdf:Producer>{self.producer}</pdf:Producer>",
            f"<xmpMM:DocumentID>uuid:{identifier}</xmpMM:DocumentID>",
            DECLARED.format(part=1 if archive else 3),
        ]
        return "\n".join([_HEAD, *lines, _TAIL]).encode("utf-8")


def _alternatives(texts: Mapping[str, str]) -> str:
    said = (f'<rdf:li xml:lang="{code}">{escape(text)}</rdf:li>' for code, text in texts.items())
    return f"<rdf:Alt>{''.join(said)}</rdf:Alt>"


def _listed(kind: str, texts: Sequence[str]) -> str:
    return f"<rdf:{kind}>{''.join(f'<rdf:li>{escape(text)}</rdf:li>' for text in texts)}</rdf:{kind}>"


DECLARED = "<pdfaid:part>{part}</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>"
"""What the file is one of; a file with a password is none."""
_HEAD = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">"""
_TAIL = """</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
