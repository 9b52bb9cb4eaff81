"""WeasyPrint, from one page of HTML."""

from html import escape
from pathlib import Path

from weasyprint import HTML

from benchmarks.content import HEAD_AR, HEAD_EN, TITLE, Content
from benchmarks.peers import measures as m

_CSS = f"""
@font-face {{ font-family: Text; src: url({(m.FONTS / m.REGULAR).as_uri()}) }}
@font-face {{ font-family: Text; font-weight: bold; src: url({(m.FONTS / m.BOLD).as_uri()}) }}
@page {{ size: A4; margin: {" ".join(f"{margin}pt" for margin in m.MARGINS)} }}
body {{ font: {m.SIZE}pt/{m.LEADING} Text; margin: 0 }}
h1 {{ font-size: {m.CHAPTER}pt; margin: 26pt 0 10pt; break-after: avoid }}
h2 {{ font-size: {m.HEADING}pt; margin: 11pt 0 2.5pt; break-after: avoid; bookmark-level: none }}
p {{ margin: 0 0 6.5pt }}
nav {{ break-after: page }}
nav a {{ display: block; color: inherit; text-decoration: none }}
nav a::after {{ content: " " target-counter(attr(href), page) }}
[dir=rtl] {{ font-size: {m.ARABIC}pt; line-height: {m.ARABIC_LEADING} }}
table {{ width: 100%; border-collapse: collapse; font-size: {m.CELL}pt }}
table[dir=rtl] {{ font-size: {m.ARABIC_CELL}pt }}
td, th {{ border-bottom: 0.4pt solid #BFC6CF; padding: 2.5pt 12pt 2.5pt 0; text-align: start; vertical-align: top }}
"""


def build(content: Content, out: Path) -> None:
    """Write the content to a file."""
    HTML(string=_page(content)).write_pdf(str(out))


def _page(content: Content) -> str:
    page = [f"<html lang=en><head><title>{TITLE}</title><style>{_CSS}</style></head><body><nav>"]
    page += [f"<a href='#c{at}'>{escape(title)}</a>" for at, (title, _) in enumerate(content.chapters)]
    page.append("</nav>")
    for at, (title, incidents) in enumerate(content.chapters):
        page.append(f"<h1 id=c{at}>{escape(title)}</h1>")
        for incident in incidents:
            page.append(f"<h2>{escape(incident.title)}</h2><p>{escape(incident.english)}</p>")
            page.append(f"<p lang=ar dir=rtl>{escape(incident.arabic)}</p>")
    page += [_table(HEAD_EN, content.english_rows, ""), _table(HEAD_AR, content.arabic_rows, "lang=ar dir=rtl")]
    return "".join([*page, "</body></html>"])


def _table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], attributes: str) -> str:
    titles = "".join(f"<th>{escape(title)}</th>" for title in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table {attributes}><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>"
