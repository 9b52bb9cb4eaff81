"""The queue keeps how many checks of each record are open: other checks have to make it anew in stores that exist."""

import ast
import hashlib
import inspect
from types import ModuleType

import pytest

from snhr_desktop.domain import checks, plausibility, waivers
from snhr_desktop.domain.doubles import within
from snhr_desktop.store import queue

HELD = {"rules": "3", "checks": "680032881520cedb"}
WHAT_TO_DO = (
    "A check changed. Where a record that is saved already would have more or fewer open checks by it, raise RULES in"
    " store/queue.py, so that stores count them anew; then put this into HELD: {found}"
)
CHECKS = (checks, plausibility, waivers, within)


def told_apart(*modules: ModuleType) -> str:
    """A digest of what modules do: their code without comments, docstrings and the words of their messages."""
    return hashlib.sha256("\n".join(bare(inspect.getsource(one)) for one in modules).encode()).hexdigest()[:16]


def bare(source: str) -> str:
    """Code as every version of Python reads it, without its words."""
    return _said(_Bare().visit(ast.parse(source)))


def _said(node: object) -> str:
    if isinstance(node, list):
        return f"[{', '.join(map(_said, node))}]"
    if not isinstance(node, ast.AST):
        return repr(node)
    fields = ((name, getattr(node, name, None)) for name in node._fields)
    told = (f"{name}={_said(value)}" for name, value in fields if value is not None and value != [])
    return f"{type(node).__name__}({', '.join(told)})"


class _Bare(ast.NodeTransformer):
    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        return None if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if isinstance(node.func, ast.Name) and node.func.id in ("N_", "NC_", "NP_"):
            return ast.Constant("words")
        return self.generic_visit(node)


def test_the_number_of_the_rules_is_raised_with_every_check_that_changes() -> None:
    found = {"rules": queue.RULES, "checks": told_apart(*CHECKS)}
    assert found == HELD, WHAT_TO_DO.format(found=found)


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("a = 1", "a = 1  # said", True),
        ('def f():\n    """Words."""\n    return 1', "def f():\n    return 1", True),
        ('A = N_("few")', 'A = N_("many")', True),
        ("def f(a):\n    return a < 2", "def f(a):\n    return a <= 2", False),
        ('LEVEL = "hint"', 'LEVEL = "needed"', False),
    ],
)
def test_words_are_no_rule_and_bounds_are(before: str, after: str, same: bool) -> None:
    assert (bare(before) == bare(after)) is same
