"""The recovery code: made once, printed, and forgiven how it is typed."""

import secrets

from snhr_desktop.domain.recovery_code import ALPHABET, LENGTH, groups, signs_of, without_checks


def new_code() -> str:
    """A code of 160 random bits in groups of four."""
    return "-".join(groups("".join(secrets.choice(ALPHABET) for _ in range(LENGTH))))


def code_of(text: str) -> bytes:
    """The code as it was made, forgiving case, spaces and look-alike letters, with the signs that check its lines or
    without; blank for anything else."""
    code = signs_of(without_checks(text))
    return code.encode() if len(code) == LENGTH and set(code) <= set(ALPHABET) else b""
