"""An import that was made, in words: the same in the window, on the command line and beside a record."""

from collections.abc import Iterator

from snhr_desktop.exchange.report import CREATED, UPDATED
from snhr_desktop.i18n import N_, NP_, Language, kept_whole, piece
from snhr_desktop.store.imports import Brought, ImportAct

OTHERWISE = NP_("{n} field otherwise here", "{n} fields otherwise here")
TAKEN_BACK = N_("{line}; taken back since")
FINGERPRINT = N_("Fingerprint (SHA-256): {sha256}")
OF_FILE = N_("Fingerprint (SHA-256) of {file}: {sha256}")
OF_ALL = N_("Fingerprint (SHA-256) of these files together: {sha256}")
OTHERS = NP_("and {n} more file", "and {n} more files")


def counted(act: ImportAct, language: Language) -> str:
    """How many records it wrote, and what it found otherwise than staff."""
    told = [language.plural(CREATED, act.created), language.plural(UPDATED, act.updated)]
    if act.conflicts:
        told.append(language.plural(OTHERWISE, act.conflicts))
    return language.join(told)


def with_its_end(line: str, act: ImportAct, language: Language) -> str:
    """What is told of an import, and that it was taken back since, where it was."""
    return language.text(TAKEN_BACK, line=line) if act.undone else line


def fingerprints(file: Brought, language: Language, most: int | None = None) -> Iterator[str]:
    """What the files of an import are known by, `most` of them one by one: anybody can hold a file against it."""
    for name, sha256 in file.files[:most]:
        said = OF_FILE if name else FINGERPRINT
        yield language.text(said, file=kept_whole(name), sha256=piece(sha256))
    if most is not None and len(file.files) > most:
        yield language.plural(OTHERS, len(file.files) - most)
    yield language.text(OF_ALL if file.files else FINGERPRINT, sha256=piece(file.sha256))
