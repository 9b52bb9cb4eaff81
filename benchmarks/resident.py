"""What a process weighs, as the operating system counts it."""

from pathlib import Path


def resident() -> float:
    """Resident memory of this process now, in MB; its peak would count the moment of its birth too."""
    return _status("VmRSS")


def peak() -> float:
    """The most that this process ever weighed, in MB.

    Not of `getrusage`: Linux hands that one on from the process that started this one, which may be the heavier.
    """
    return _status("VmHWM")


def _status(name: str) -> float:
    with Path("/proc/self/status").open(encoding="ascii") as status:
        line = next(line for line in status if line.startswith(name))
    return int(line.split()[1]) / 1024
