"""Where the program's own files lie: resources and translations, read only."""

import sys
from pathlib import Path


def root() -> Path:
    """Folder that holds `resources/` and `translations/`: the checkout, or the bundle of a packaged build."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Fonts, icons, geodata, report texts, samples and import mappings."""
    return root() / "resources"


def translations() -> Path:
    """One gettext catalogue per language."""
    return root() / "translations"
