"""One bar divided by the shares of a whole, with the words under their part or, where one is narrow, in a list."""

from dataclasses import replace

from snhr_desktop.charts.description import Share, ShareBar
from snhr_desktop.charts.drawing import Box, Line, Rect
from snhr_desktop.charts.sheet import Sheet, pattern_of
from snhr_desktop.i18n import N_

_SHARE = N_("{label}: {value} ({percent})")
_FIGURE = N_("{value} ({percent})")
_BAR = 24


def shares_height(sheet: Sheet, chart: ShareBar) -> float:
    """The height of the bar and of its words."""
    head = sheet.line + sheet.px(4) if chart.unit else 0.0
    total = sum(share.value for share in chart.shares)
    if not total or _fit_below(sheet, chart.shares, total):
        return head + sheet.px(_BAR + 6) + 2 * sheet.line
    return head + sheet.px(_BAR + 8) + len(chart.shares) * sheet.line


def lay_out_shares(sheet: Sheet, chart: ShareBar) -> None:
    """Put a share bar on the sheet."""
    top = sheet.head(chart.unit)
    total = sum(share.value for share in chart.shares)
    if not total:
        return sheet.message(chart.empty, Box(0, top, sheet.width, sheet.height))
    below = _fit_below(sheet, chart.shares, total)
    x, bar = 0.0, sheet.px(_BAR)
    for share in chart.shares:
        width = sheet.width * share.value / total
        if share.value:
            pattern = pattern_of(share.role, len(chart.shares))
            sheet.add(Rect(x, top, width, bar, share.role, pattern, share.key))
            if x:
                sheet.add(Line(x, top, x, top + bar, "surface", sheet.px(1.5)))
        if below:
            sheet.write(share.label, x, top + bar + sheet.px(4), role="ink")
            sheet.write(_figure(sheet, share, total), x, top + bar + sheet.px(4) + sheet.line)
        sheet.hit(
            share.key,
            Box(x, top, x + width, top + bar + (2 * sheet.line if below else 0)),
            [_sentence(sheet, share, total)],
        )
        x += width
    if not below:
        _list(sheet, chart.shares, total, top + bar + sheet.px(6))
    return None


def _list(sheet: Sheet, shares: tuple[Share, ...], total: int, top: float) -> None:
    """One line for each share: swatch, words, number. Numbers that have no room below are told by the tip."""
    parts, entries = len(shares), []
    for share in shares:
        room = sheet.width - sheet.px(24) - sheet.measure(_sentence(sheet, replace(share, label=""), total))
        text = _sentence(sheet, replace(share, label=sheet.elide(share.label, room)), total)
        entries.append((share.role, pattern_of(share.role, parts), text))
    if top + sheet.line * parts > sheet.height:
        sheet.legend(entries, top)
        return
    for i, entry in enumerate(entries):
        sheet.legend([entry], top + i * sheet.line)


def _fit_below(sheet: Sheet, shares: tuple[Share, ...], total: int) -> bool:
    """True where every share's words are narrower than its part."""
    return all(
        max(sheet.measure(share.label), sheet.measure(_figure(sheet, share, total))) + sheet.px(10)
        <= sheet.width * share.value / total
        for share in shares
    )


def _figure(sheet: Sheet, share: Share, total: int) -> str:
    return sheet.language.text(_FIGURE, value=_number(sheet, share), percent=_percent(sheet, share, total))


def _sentence(sheet: Sheet, share: Share, total: int) -> str:
    values = {"value": _number(sheet, share), "percent": _percent(sheet, share, total)}
    return sheet.language.text(_SHARE, label=share.label, **values)


def _number(sheet: Sheet, share: Share) -> str:
    return sheet.language.number(share.value)


def _percent(sheet: Sheet, share: Share, total: int) -> str:
    return sheet.language.percent(100 * share.value / total)
