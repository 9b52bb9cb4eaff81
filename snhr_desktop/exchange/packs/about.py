"""What a pack says of itself: typed, or in a small file `pack.toml` beside its first file."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from snhr_desktop.exchange.packs import refusals as say
from snhr_desktop.exchange.packs.refusals import BadPack, CreditTooLong, PackUnnamed
from snhr_desktop.i18n import NC_, Message
from snhr_desktop.store.place_packs import About

BESIDE = "pack.toml"
NEEDED: Mapping[str, Message] = {
    "name": NC_("pack", "name"),
    "version": NC_("pack", "version"),
    "licence": NC_("pack", "licence"),
    "credit": NC_("pack", "credit"),
}
"""What must be said before a pack is taken in."""
LONGEST_CREDIT = 600
"""Signs: seven lines below the map of a report."""


def beside(path: Path) -> About:
    """What stands beside a file, blank where nothing does. Raises `BadPack`."""
    try:
        text = (path.parent / BESIDE).read_text(encoding="utf-8")
    except OSError:
        return About("", "", "", "", "")
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadPack(BESIDE, say.BAD_ABOUT, line=getattr(error, "lineno", 1)) from error
    return About(*(str(said.get(name, "")).strip() for name in ("name", "version", "source", "licence", "credit")))


def said_over(typed: Mapping[str, str], held: About) -> About:
    """What was typed, above what stands beside the file.

    Raises `PackUnnamed` where something needed is missing, `CreditTooLong`.
    """
    about = replace(held, **{name: text.strip() for name, text in typed.items() if text.strip()})
    missing = [words for name, words in NEEDED.items() if not getattr(about, name)]
    if missing:
        raise PackUnnamed(missing=lambda language: language.join([language.text(words) for words in missing]))
    if len(about.credit) > LONGEST_CREDIT:
        raise CreditTooLong(count=len(about.credit), most=LONGEST_CREDIT)
    return about
