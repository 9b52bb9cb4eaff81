"""Typst, from one source text."""

import json
from pathlib import Path

import typst

from benchmarks.content import HEAD_AR, HEAD_EN, TITLE, Content
from benchmarks.peers import measures as m

_TOP, _RIGHT, _BOTTOM, _LEFT = m.MARGINS
_HEAD = f"""
#set document(title: "{TITLE}")
#set page(paper: "a4", margin: (top: {_TOP}pt, right: {_RIGHT}pt, bottom: {_BOTTOM}pt, left: {_LEFT}pt))
#set text(font: "{m.FAMILY}", size: {m.SIZE}pt, lang: "en")
#set par(leading: {m.SIZE * (m.LEADING - 0.75):.2f}pt, spacing: 6.5pt)
#show heading.where(level: 1): set text(size: {m.CHAPTER}pt)
#show heading.where(level: 2): set text(size: {m.HEADING}pt)
#let ar(body) = {{
  set text(size: {m.ARABIC:.2f}pt, lang: "ar", dir: rtl)
  set par(leading: {m.ARABIC * (m.ARABIC_LEADING - 0.75):.2f}pt)
  par(body)
}}
#outline(depth: 1)
#pagebreak()
"""


def build(content: Content, out: Path) -> None:
    """Write the content to a file."""
    typst.compile(_source(content).encode(), output=str(out), font_paths=[str(m.FONTS)], ignore_system_fonts=True)


def _source(content: Content) -> str:
    lines = [_HEAD]
    for title, incidents in content.chapters:
        lines.append(f"#heading(level: 1, {_string(title)})")
        for incident in incidents:
            lines.append(f"#heading(level: 2, outlined: false, {_string(incident.title)})")
            lines.append(f"#par({_string(incident.english)})")
            lines.append(f"#ar({_string(incident.arabic)})")
    lines.append(_table(HEAD_EN, content.english_rows, m.CELL, "en"))
    lines.append(_table(HEAD_AR, content.arabic_rows, m.ARABIC_CELL, "ar"))
    return "\n".join(lines)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], size: float, lang: str) -> str:
    titles = ", ".join(map(_string, head))
    cells = ", ".join(_string(cell) for row in rows for cell in row)
    look = "stroke: (bottom: 0.4pt + rgb(191, 198, 207)), inset: (x: 0pt, y: 2.5pt), columns: (1fr,) * 6"
    return f'#[#set text(size: {size:.2f}pt, lang: "{lang}")\n#table({look}, table.header({titles}), {cells})]'
