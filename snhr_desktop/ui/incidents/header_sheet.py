"""How the heading that the list is sorted by is marked."""

from snhr_desktop import paths
from snhr_desktop.look import Palette


def header_sheet(p: Palette) -> str:
    """The mark stands above the words, where it cuts off none; and points up where the early come first."""
    down, up = (paths.resources() / "style" / f"chevron-{way}-{p.name}.svg" for way in ("down", "up"))
    return f"""
QHeaderView::up-arrow, QHeaderView::down-arrow {{ subcontrol-origin: border; subcontrol-position: top center;
  width: 14px; height: 12px; top: 1px; }}
QHeaderView::down-arrow {{ image: url("{down.as_posix()}"); }}
QHeaderView::up-arrow {{ image: url("{up.as_posix()}"); }}"""
