"""What the record adds to the one style sheet."""

from snhr_desktop.look import Palette


def record_sheet(p: Palette) -> str:
    """Texts of a record stand on its ground without a frame, but show the focus."""
    return f"""
QTextEdit[kind="prose"] {{ background: transparent; color: {p.ink}; border: 2px solid transparent; border-radius: 4px;
  padding: 0; min-height: 0; }}
QTextEdit[kind="prose"]:focus {{ border: 2px solid {p.accent}; padding: 0; }}"""
