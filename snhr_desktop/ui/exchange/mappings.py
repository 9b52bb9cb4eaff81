"""The mappings a person may choose from: the file is recognised, or one of those that come with the program."""

from pathlib import Path

from snhr_desktop import paths
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.mapping_file import load_mapping
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.tongue import Words

RECOGNISED, OTHER = "", "other"
_RECOGNISED, _OTHER = N_("Recognise the file by its columns"), N_("Another mapping file…")


def options() -> tuple[tuple[str, Words], ...]:
    """What a choice offers: a blank code, the path of a bundled mapping, or `OTHER`."""
    bundled = sorted((paths.resources() / "mappings").glob("*.toml"))
    named = tuple((str(path), _name(load_mapping(path))) for path in bundled)
    return ((RECOGNISED, _RECOGNISED), *named, (OTHER, _OTHER))


def chosen(path: Path) -> tuple[tuple[str, Words], ...]:
    """The options once a mapping file of one's own was chosen: it stands among them by its name."""
    return (*options()[:-1], (str(path), lambda language: language.isolate(path.name)), options()[-1])


def _name(mapping: FileMapping) -> Words:
    def said(language: Language) -> str:
        return mapping.name_ar if language.code == "ar" else mapping.name_en

    return said
