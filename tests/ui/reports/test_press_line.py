"""The line to the press: it ends whatever the state of the program is."""

import multiprocessing

from snhr_desktop.ui.reports.press import _Line


def test_a_line_whose_thread_has_finished_ends_its_process_all_the_same(qapp: object) -> None:
    """As the program ends, the threads are let go before the line hears of it."""
    before = set(multiprocessing.active_children())
    line = _Line(lambda _: None)
    line._out.shutdown(wait=True)  # the process is started by then
    assert set(multiprocessing.active_children()) - before
    line.end()
    line.end()
    assert not set(multiprocessing.active_children()) - before
