"""A process with the palette over a store: keys are typed, and each is timed until its answer is painted."""

import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

TYPED = {
    "ar": (
        "احمد", "محمد الخالد", "عبد الرحمن", "فاطمة", "قصف سوق", "مدرسة سراقب", "غارة جوية على معرة النعمان",
        "براميل متفجرة", "خان شيخون", "كفر نبل", "إدلب", "حلب", "مشفى", "الدفاع المدني", "ابراهيم علي", "أسماء", "طفل",
        "ريف دمشق", "شاهد", "روسي", "النظام", "وليد", "كفر بطيخ سوق", "هجوم كيميائي", "اعتقال", "جسر الشغور",
        "يوسف محمد", "مخيم", "2018", "IDL-2018-00042",
    ),
    "en": (
        "Ahmad", "Mohammad Khalid", "Abd al-Rahman", "Fatima", "market shelling", "school Saraqib",
        "air strike on Maarrat", "barrel bombs", "Khan Shaykhun", "Kafr Nabl", "Idlib", "Aleppo", "hospital",
        "civil defence", "Ibrahim Ali", "Asma", "child", "Rural Damascus", "witness", "russian", "regime", "Walid",
        "Kafr Battikh market", "chemical", "arrest", "Jisr ash-Shughur", "Yusuf", "camp", "2018", "IDL-2018-00042",
    ),
}  # fmt: skip
"""What people look for: names, places, kinds of attack, codes."""


def main() -> None:
    """Print, by language, the 95th percentile of a key and of the bare index, and the longest stall, as JSON."""
    from PySide6.QtWidgets import QWidget

    from benchmarks.sample import PASSPHRASE
    from snhr_desktop.i18n import ARABIC
    from snhr_desktop.ui.application import prepare
    from snhr_desktop.ui.desk import Desk
    from snhr_desktop.ui.kit import Kit
    from snhr_desktop.ui.operations import Operations, Worker
    from snhr_desktop.ui.seek import Palette
    from snhr_desktop.ui.theme import Theme
    from snhr_desktop.ui.tongue import Tongue
    from snhr_desktop.workspace import Workspace

    prepare()
    tongue = Tongue(ARABIC)
    workspace, worker, window = Workspace.open(Path(sys.argv[1]), PASSPHRASE), Worker(), QWidget()
    window.resize(1366, 768)
    window.show()
    desk = Desk(Kit(tongue, Theme(tongue)), Operations(worker, workspace))
    box = Palette(window, desk, lambda: ())
    box.open()
    busy: list[float] = []
    box._take = _timed(box._take, busy)  # type: ignore[method-assign]
    figures: dict[str, dict[str, float]] = {}
    for code, queries in TYPED.items():
        keys = [query[:end] for query in queries for end in range(1, len(query) + 1)]
        timed = [_key(box, busy, typed) for typed in keys]
        bare = [_bare(workspace, typed) for typed in keys]
        ours, stalls = [one[0] for one in timed], [one[1] for one in timed]
        figures[code] = {"ours": _p95(ours), "median": statistics.median(ours), "floor": _p95(bare)}
        figures[code] |= {"floor_median": statistics.median(bare), "stall": _p95(stalls), "worst": max(ours)}
    worker.close(workspace.close)
    print(json.dumps(figures))


def _key(box: Any, busy: list[float], typed: str) -> tuple[float, float]:
    """Seconds from a key to its answer painted, and those of them that the window itself worked."""
    from PySide6.QtCore import QEventLoop

    waiting = QEventLoop()  # waits as the window does: asking again and again would keep the worker from its work
    box.found.modelReset.connect(waiting.quit)
    start = time.perf_counter()
    box.field.setText(typed)
    waiting.exec()
    answered = time.perf_counter()
    box.view.viewport().repaint()
    now = time.perf_counter()
    box.found.modelReset.disconnect(waiting.quit)
    return now - start, busy.pop() + now - answered


def _timed(take: Any, busy: list[float]) -> Any:
    """What takes an answer, with its seconds noted."""

    def timed(*given: Any) -> None:
        start = time.perf_counter()
        take(*given)
        busy.append(time.perf_counter() - start)

    return timed


def _bare(workspace: Any, typed: str) -> float:
    """The same words asked of each index and nothing made of the answer."""
    from snhr_desktop.domain.seeking import Question
    from snhr_desktop.store.search import CASES, INCIDENTS, PERSONS, SOURCE_NAMES, matching

    asked, connection = Question.of(typed), workspace._store.connection
    questions = [matching(one) for one in dict.fromkeys((asked.all_whole(), asked)) if one]
    start = time.perf_counter()
    for index in (INCIDENTS, PERSONS, CASES, SOURCE_NAMES):
        for question in questions:
            statement = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT 5"
            connection.execute(statement, (question,)).fetchall()
    return time.perf_counter() - start


def _p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


main()
