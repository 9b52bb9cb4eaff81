"""The memory of a program that was locked, read from outside: no key is in it, and hardly a word of the records."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, attribution, dossier, incident, source, victim
from tests.ui.locking import memory_child
from tests.ui.locking.memory import KEYS, counted, turned
from tests.ui.marked import MARKS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads memory as Linux shows it")


def test_no_key_and_hardly_a_word_is_left_in_the_memory(tmp_path: Path) -> None:
    folder, (arabic, latin) = tmp_path / "made.snhr", MARKS
    made, _ = Workspace.create(folder, PASSPHRASE, "IDL")
    with made:
        head = incident(title_ar=arabic, title_en=latin)
        named = victim(name_ar=arabic, name_en=latin, notes=latin)
        sources = (source(pseudonym=latin),)
        made.save(dossier(named, incident=head, attributions=(attribution(),), sources=sources), reason=latin)
    run = [sys.executable, str(Path(memory_child.__file__)), str(folder), str(tmp_path / "window.ini")]
    pipe, there = subprocess.PIPE, {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(run, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, env=there) as child:
        assert child.stdin is not None
        assert child.stdout is not None

        def go_on(word: str) -> None:
            assert child.stdin is not None
            child.stdin.write(f"{word}\n")
            child.stdin.flush()

        go_on(PASSPHRASE)
        keys = {name: turned(child.stdout.readline()) for name in KEYS}
        secrets = {**keys, "text of the key": keys["database"].hex().encode(), "passphrase": PASSPHRASE.encode()}
        secrets["typed passphrase"] = PASSPHRASE.encode("utf-16-le")
        words = {f"{mark} {code}": mark.encode(code) for mark in MARKS for code in ("utf-8", "utf-16-le")}
        assert child.stdout.readline() == "open\n"
        open_keys, open_words = counted(child.pid, secrets), counted(child.pid, words)
        go_on("")
        assert child.stdout.readline() == "locked\n"
        locked_keys, locked_words = counted(child.pid, secrets), counted(child.pid, words)
        go_on("")
        assert child.wait(30) == 0
    assert open_keys["master"], "the search finds what is there"
    assert not any(locked_keys.values()), locked_keys
    assert sum(open_words.values()) > 50
    assert sum(locked_words.values()) < sum(open_words.values()) / 3, locked_words
