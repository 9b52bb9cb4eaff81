"""Certificates made for a test: a key that signs, and the file that a user would hold."""

import datetime as dt
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

PASSPHRASE = "a passphrase for the certificate"


def certificate_file(
    path: Path, *, passphrase: str = PASSPHRASE, days: int = 30, curve: bool = False
) -> x509.Certificate:
    """Write a PKCS#12 file; the certificate in it. `days` below 0: it ended so many days ago."""
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    key = ec.generate_private_key(ec.SECP256R1()) if curve else rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Network of the test")])
    now = dt.datetime.now(dt.UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=60))
        .not_valid_after(now + dt.timedelta(days=days))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = passphrase.encode("utf-8")
    lock = serialization.BestAvailableEncryption(secret) if secret else serialization.NoEncryption()
    path.write_bytes(serialize_key_and_certificates(b"test", key, made, None, lock))
    return made
