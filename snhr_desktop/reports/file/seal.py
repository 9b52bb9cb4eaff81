"""A password on the file, and a signature that shows whether it was changed since; both on request.

The password encrypts the whole file (AES-256, ISO 32000-2, 7.6), with chance in it: sealed twice, a report has two
sets of bytes. It is no file of PDF/A then, and does not say so. The signature is PAdES (ETSI EN 319 142-1, level B-B)
with a key that the user holds; nothing is asked of the network, so it carries the machine's own time and no stamp of
another.
"""

import datetime as dt
import io
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from stringprep import in_table_c12, in_table_d1, in_table_d2
from typing import TYPE_CHECKING

import pikepdf

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.reports.file.about import DECLARED

if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner

SHORTEST_PASSWORD = 12
_LONGEST = 127
"""In bytes; readers cut off what is longer."""
_FIELD = "Signature"


class PasswordTooShort(Refusal):
    """A password that could be tried out."""

    said = N_("The password of the report is too short.")
    advice = N_("The report was not written. Choose one of {least} characters or more, such as four words.")


class PasswordNotTaken(Refusal):
    """A password that some readers take and some do not."""

    said = N_("Not every program that opens PDF would take this password.")
    advice = N_(
        "The report was not written. Do not mix Arabic and Latin letters; a password in Arabic begins and ends with a "
        "letter. It has no signs that are not seen, and is not longer than 60 letters."
    )


class CertificateUnread(Refusal):
    """Not a file of a certificate with its key."""

    said = N_("{name} is not a certificate that can sign.")
    advice = N_("The report was not written. Choose the .p12 or .pfx file that holds the certificate and its key.")


class WrongCertificatePassphrase(Refusal):
    """The certificate's file does not open."""

    said = N_("The passphrase does not open the certificate {name}.")
    advice = N_("The report was not written. Check the keyboard language and Caps Lock, and try again.")


class CertificateOutOfDate(Refusal):
    """A signature that every reader would call invalid."""

    said = N_("The certificate {name} is not valid today.")
    advice = N_("The report was not written. Choose another certificate, or check the date of this computer.")


class ArchiveNotEncrypted(Refusal):
    """PDF/A knows no password."""

    said = N_("A file for archives cannot have a password.")
    advice = N_("The report was not written. Leave out one of the two.")


@dataclass(frozen=True)
class Seal:
    """What a report is sealed with; without a password it can be read by all, without a certificate it is not signed.

    `certificate` is a PKCS#12 file. The secrets are not shown when the value is printed.
    """

    password: str = field(default="", repr=False)
    certificate: Path | None = None
    passphrase: str = field(default="", repr=False)


def ensure(seal: Seal, archive: bool) -> None:
    """Ask before a report is made whether its file can be sealed. Raises what `sealed` does."""
    if _prepared(seal.password) and archive:
        raise ArchiveNotEncrypted
    if seal.certificate:
        _signer(seal.certificate, seal.passphrase)


def sealed(content: bytes, seal: Seal) -> bytes:
    """The file with its seal.

    Raises:
        PasswordTooShort, PasswordNotTaken, ArchiveNotEncrypted: the password cannot be set.
        CertificateUnread, WrongCertificatePassphrase, CertificateOutOfDate: the certificate cannot sign.
    """
    signer = _signer(seal.certificate, seal.passphrase) if seal.certificate else None
    password = _prepared(seal.password)
    if password:
        content = _encrypted(content, password)
    return _signed(content, signer, password) if signer else content


def _prepared(password: str) -> str:
    """The password as every reader turns it before use (SASLprep, RFC 4013), if they all take it."""
    turned = unicodedata.normalize("NFKC", "".join(" " if in_table_c12(char) else char for char in password))
    if not password:
        return ""
    if len(turned) < SHORTEST_PASSWORD:
        raise PasswordTooShort(least=SHORTEST_PASSWORD)
    from_right = [in_table_d1(char) for char in turned]
    mixed = any(from_right) and (any(map(in_table_d2, turned)) or not (from_right[0] and from_right[-1]))
    if mixed or not turned.isprintable() or len(turned.encode("utf-8")) > _LONGEST:
        raise PasswordNotTaken
    return turned


def _encrypted(content: bytes, password: str) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        metadata = pdf.Root.Metadata.read_bytes()
        if DECLARED.format(part=1).encode("ascii") in metadata:
            raise ArchiveNotEncrypted
        pdf.Root.Metadata.write(metadata.replace(DECLARED.format(part=3).encode("ascii"), b""))
        written = io.BytesIO()
        locks = pikepdf.Encryption(owner=password, user=password, R=6)
        pdf.save(written, encryption=locks, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _signed(content: bytes, signer: "SimpleSigner", password: str) -> bytes:
    from pyhanko.pdf_utils.content import RawContent
    from pyhanko.pdf_utils.generic import DictionaryObject, pdf_name
    from pyhanko.pdf_utils.layout import BoxConstraints
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
    from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

    from snhr_desktop.reports.file.quiet_writer import QuietWriter

    writer = QuietWriter(io.BytesIO(content))
    if password:
        writer.encrypt(password)  # type: ignore[no-untyped-call]
    append_signature_field(writer, SigFieldSpec(_FIELD))
    # the field takes no room on the page; a file for archives asks for its look all the same
    place = writer.root["/AcroForm"]["/Fields"][0].get_object()
    nothing = writer.add_object(RawContent(b"", box=BoxConstraints(width=1, height=1)).as_form_xobject())
    place[pdf_name("/AP")] = DictionaryObject({pdf_name("/N"): nothing})  # type: ignore[no-untyped-call]
    meta = PdfSignatureMetadata(field_name=_FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    out = io.BytesIO()
    sign_pdf(writer, meta, signer, output=out)
    return out.getvalue()


def _signer(file: Path, passphrase: str) -> "SimpleSigner":
    """The key and the certificate of a PKCS#12 file, when they can sign today."""
    from asn1crypto.pkcs12 import Pfx
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates
    from pyhanko.sign.signers import SimpleSigner

    try:
        data = file.read_bytes()
        Pfx.load(data, strict=True)["auth_safe"].native  # noqa: B018 - parsed when asked for
    except (OSError, ValueError, TypeError) as error:
        raise CertificateUnread(name=file.name) from error
    secret = passphrase.encode("utf-8") or None
    try:
        key, certificate, _ = load_key_and_certificates(data, secret)
    except ValueError as error:
        raise WrongCertificatePassphrase(name=file.name) from error
    if key is None or certificate is None:
        raise CertificateUnread(name=file.name)
    now = dt.datetime.now(dt.UTC)
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        raise CertificateOutOfDate(name=file.name)
    signer: SimpleSigner = SimpleSigner.load_pkcs12_data(data, other_certs=(), passphrase=secret)
    return signer
