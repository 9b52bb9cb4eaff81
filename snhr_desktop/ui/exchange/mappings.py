"""The mappings a person may choose from: the file is recognised, one saved here, or one that comes with the program."""

from pathlib import Path

from snhr_desktop import paths
from snhr_desktop.exchange.mapping_file import load_mapping
from snhr_desktop.exchange.refusals import BadMapping
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.tongue import Words

RECOGNISED, MADE, OTHER = "", "made", "other"
_RECOGNISED, _OTHER = N_("Recognise the file by its columns"), N_("Another mapping file…")
_MADE = N_("Made here, from the columns of the file")


def options() -> tuple[tuple[str, Words], ...]:
    """What a choice offers: a blank code, `MADE`, the paths of mappings saved here and of bundled ones, or `OTHER`."""
    folders = (paths.own_mappings(), paths.resources() / "mappings")
    found = (path for folder in folders for path in sorted(folder.glob("*.toml")))
    named = ((str(path), words) for path in found if (words := _name(path)))
    return ((RECOGNISED, _RECOGNISED), (MADE, _MADE), *named, (OTHER, _OTHER))


def chosen(path: Path) -> tuple[tuple[str, Words], ...]:
    """The options once a mapping file of one's own was chosen: it stands among them by its name."""
    return (*options()[:-1], (str(path), lambda language: language.isolate(path.name)), options()[-1])


def _name(path: Path) -> Words | None:
    """What the mapping of a file is called; None where it is damaged."""
    try:
        mapping = load_mapping(path)
    except BadMapping:
        return None

    def said(language: Language) -> str:
        return mapping.name_ar if language.code == "ar" else mapping.name_en

    return said
