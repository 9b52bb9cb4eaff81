"""Round numbers for axes and legends. Everything counted here is whole, so every tick is."""

from collections.abc import Iterator


def ticks(largest: int, about: int = 4) -> tuple[int, ...]:
    """Whole ticks from 0 to at least `largest`, evenly spaced by a round step, about so many steps."""
    if largest <= 0:
        return (0,)
    step = next(step for step in _steps() if step * about >= largest)
    return tuple(range(0, -(-largest // step) * step + 1, step))


def round_values(largest: int) -> tuple[int, ...]:
    """Up to three round numbers not above `largest`, small to large, each about four times the one before."""
    rounds = []
    for value in _rounds():
        if value > largest:
            break
        rounds.append(value)
    return tuple(reversed(rounds[::-1][::2][:3]))


def _steps() -> Iterator[int]:
    """1, 2, 5, 10, 20, 25, 50, 100, 200, 250, ..."""
    yield from (1, 2, 5)
    power = 10
    while True:
        yield from (power, 2 * power, 5 * power // 2, 5 * power)
        power *= 10


def _rounds() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50, ..."""
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10
