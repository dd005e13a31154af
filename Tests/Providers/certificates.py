"""Authorities and certificates, made for one run."""

import datetime
import ipaddress

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

LOCAL = ["localhost", "127.0.0.1"]


class Issued:
    def __init__(self, certificate, key):
        self.certificate, self.key = certificate, key

    def write(self, certificate_path, key_path=None):
        with open(certificate_path, "wb") as file:
            file.write(self.certificate.public_bytes(serialization.Encoding.PEM))
        if key_path:
            with open(key_path, "wb") as file:
                file.write(
                    self.key.private_bytes(
                        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
                    )
                )


def issue(common_name, names=(), authority=None, hours=(-1, 24), is_authority=False):
    """By an authority, or by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.datetime.now(datetime.timezone.utc)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, common_name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(authority.certificate.subject if authority else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + datetime.timedelta(hours=hours[0]))
        .not_valid_after(now + datetime.timedelta(hours=hours[1]))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    )
    if names:
        shown = [_name(name) for name in names]
        builder = builder.add_extension(x509.SubjectAlternativeName(shown), critical=False)
    return Issued(builder.sign(authority.key if authority else key, hashes.SHA256()), key)


def _name(name):
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
