"""Reports under a password and with a signature: who can read them, and what shows that they were changed."""

import io
import socket
import subprocess
from functools import cache
from pathlib import Path
from typing import NoReturn

import pikepdf
import pytest
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pikepdf.pdfa import validate_written
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import ARABIC, LANGUAGES
from snhr_desktop.reports.file.seal import (
    ArchiveNotEncrypted,
    CertificateOutOfDate,
    CertificateUnread,
    PasswordNotTaken,
    PasswordTooShort,
    Seal,
    WrongCertificatePassphrase,
    sealed,
)
from snhr_desktop.reports.render import rendered
from tests.reports.file.certificates import PASSPHRASE, certificate_file
from tests.reports.file.preflight import faults_of
from tests.reports.file.searching import found_in
from tests.reports.specimen import PRINTED_NAME, WITHHELD_NAME, snapshot

PASSWORD = "أربع كلمات أو أكثر"


@cache
def content(archive: bool = False) -> bytes:
    return rendered(snapshot(), ARABIC, archive=archive)[0]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> NoReturn:
        raise AssertionError("a seal asked the network")

    monkeypatch.setattr(socket.socket, "connect", refused)


def checked(content: bytes, tmp_path: Path, *options: str) -> None:
    out = tmp_path / "sealed.pdf"
    out.write_bytes(content)
    ran = subprocess.run(["qpdf", "--check", *options, str(out)], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def status_of(content: bytes, trusted: x509.Certificate, password: str = "") -> PdfSignatureStatus:
    reader = PdfFileReader(io.BytesIO(content))
    if password:
        reader.decrypt(password)
    (signature,) = reader.embedded_signatures
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    root = asn1.Certificate.load(trusted.public_bytes(Encoding.DER))
    return validate_pdf_signature(signature, ValidationContext(trust_roots=[root], allow_fetching=False))


def test_a_password_keeps_everything_from_who_has_it_not(tmp_path: Path) -> None:
    made = sealed(content(), Seal(password=PASSWORD))
    checked(made, tmp_path, f"--password={PASSWORD}")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(made))
    assert PRINTED_NAME.encode("utf-16-be") not in made
    assert b"figures-" not in made
    with pikepdf.open(io.BytesIO(made), password=PASSWORD) as pdf:
        assert pdf.encryption.R == 6
        assert b"pdfaid:part" not in pdf.Root.Metadata.read_bytes()
        assert str(pdf.encryption.stream_method).endswith("aesv3")
    assert found_in(made, [PRINTED_NAME, WITHHELD_NAME], PASSWORD) == [PRINTED_NAME]


@pytest.mark.parametrize("curve", [False, True], ids=["rsa", "curve"])
@pytest.mark.parametrize("password", ["", PASSWORD], ids=["open", "password"])
def test_a_signature_is_valid_until_a_byte_is_changed(tmp_path: Path, password: str, curve: bool) -> None:
    file = tmp_path / "office.p12"
    trusted = certificate_file(file, curve=curve)
    made = sealed(content(), Seal(password, file, PASSPHRASE))
    checked(made, tmp_path, *([f"--password={password}"] if password else []))
    status = status_of(made, trusted, password)
    assert status.bottom_line
    assert status.intact
    at = 2000
    spoiled = made[:at] + bytes([made[at] ^ 1]) + made[at + 1 :]
    assert not status_of(spoiled, trusted, password).intact


def test_a_signed_file_is_the_unsigned_one_with_more_at_its_end(tmp_path: Path) -> None:
    file = tmp_path / "office.p12"
    certificate_file(file)
    assert sealed(content(), Seal(certificate=file, passphrase=PASSPHRASE)).startswith(content())
    assert sealed(content(), Seal()) == content()


def test_a_signed_file_says_of_itself_what_it_said(tmp_path: Path) -> None:
    file = tmp_path / "office.p12"
    certificate_file(file)
    made = sealed(content(), Seal(certificate=file, passphrase=PASSPHRASE))
    with pikepdf.open(io.BytesIO(made)) as signed, pikepdf.open(io.BytesIO(content())) as unsigned:
        assert signed.Root.Metadata.read_bytes() == unsigned.Root.Metadata.read_bytes()
        assert dict(signed.docinfo.items()) == dict(unsigned.docinfo.items())


def test_a_signed_file_for_archives_is_one_still(tmp_path: Path) -> None:
    file, out = tmp_path / "office.p12", tmp_path / "archive.pdf"
    certificate_file(file, passphrase="")
    out.write_bytes(sealed(content(archive=True), Seal(certificate=file)))
    assert not faults_of(out)
    # the other checker does not judge forms, of which a signature is a field; it finds nothing that breaks a rule
    newer = io.BytesIO(sealed(content(), Seal(certificate=file)))
    found = [*validate_written(out, "1b").findings, *validate_written(newer, "3b").findings]
    assert {finding.kind for finding in found} == {"unsupported"}


def refusals(tmp_path: Path) -> list[tuple[bytes, Seal, type[Refusal]]]:
    file, old, other = tmp_path / "office.p12", tmp_path / "old.p12", tmp_path / "other.p12"
    certificate_file(file)
    certificate_file(old, days=-1)
    other.write_bytes(b"%PDF-1.7")
    return [
        (content(), Seal(password="eleven char"), PasswordTooShort),
        (content(), Seal(password="four words and كلمات"), PasswordNotTaken),
        (content(), Seal(password="كلمات كثيرة جداً 1"), PasswordNotTaken),
        (content(), Seal(password="four words\x07 seen"), PasswordNotTaken),
        (content(), Seal(password="word " * 30), PasswordNotTaken),
        (content(archive=True), Seal(password=PASSWORD), ArchiveNotEncrypted),
        (content(), Seal(certificate=file, passphrase="wrong"), WrongCertificatePassphrase),
        (content(), Seal(certificate=file), WrongCertificatePassphrase),
        (content(), Seal(certificate=old, passphrase=PASSPHRASE), CertificateOutOfDate),
        (content(), Seal(certificate=other, passphrase=PASSPHRASE), CertificateUnread),
        (content(), Seal(certificate=tmp_path / "none.p12"), CertificateUnread),
        (content(), Seal(certificate=tmp_path), CertificateUnread),
    ]


def test_what_cannot_seal_is_refused_and_told_in_both_languages(tmp_path: Path) -> None:
    for made, seal, refusal in refusals(tmp_path):
        with pytest.raises(refusal) as refused:
            sealed(made, seal)
        told = {refused.value.tell(language) for language in LANGUAGES.values()}
        assert len(told) == 2
        assert "{" not in "".join(told)


def test_a_seal_does_not_show_its_secrets() -> None:
    assert PASSWORD not in repr(Seal(PASSWORD, None, PASSPHRASE))
    assert PASSPHRASE not in repr(Seal(PASSWORD, None, PASSPHRASE))
