"""The recovery code: made once, printed, and forgiven how it is typed."""

import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_LENGTH, _GROUP = 32, 4
_FORGIVEN = str.maketrans("ILO", "110", " -–—\t\n\r\u00a0")


def new_code() -> str:
    """A code of 160 random bits in groups of four."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    return "-".join(code[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def code_of(text: str) -> bytes:
    """The code as it was made, forgiving case, spaces and look-alike letters; blank for anything else."""
    code = text.upper().translate(_FORGIVEN)
    return code.encode() if len(code) == _LENGTH and set(code) <= set(_ALPHABET) else b""
