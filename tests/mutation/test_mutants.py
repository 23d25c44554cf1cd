"""How functions are changed to see whether a test notices."""

from __future__ import annotations

import pathlib
import subprocess
import sys
import types

import pytest

from tests.mutation.__main__ import draw
from tests.mutation.mutants import Mutant, apply, compiled, mutants

ROOT = pathlib.Path(__file__).parents[2]
SMALL = """
import functools

def again(function):
    return functools.wraps(function)(lambda *given: function(*given))

@again
def grade(age, member):
    if age < 18 and not member:
        return "child"
    return "free" if member else "full"

def plain(text):
    return text.strip()

class Gate:
    @property
    def open(self):
        return all(n != 3 for n in self.hours if n)

    def __init__(self, hours):
        self.hours = hours
"""
TESTS = """
from small import Gate, grade, plain

def test_children_pay_less():
    assert grade(17, False) == "child" and grade(18, False) != "child"

def test_a_gate_that_is_shut_at_three():
    assert Gate([4]).open and not Gate([0, 2, 3]).open

def test_plain():
    assert plain(" x ") == "x"
"""


@pytest.fixture
def small(tmp_path: pathlib.Path) -> pathlib.Path:
    """A module of a few conditions, in a file of its own."""
    file = tmp_path / "small.py"
    file.write_text(SMALL, encoding="utf8")
    return file


def _rows(file: pathlib.Path) -> list[Mutant]:
    return [mutant for row in mutants(file, "small").values() for mutant in row]


def test_conditions_are_turned_and_comparisons_shifted_one_at_a_time(small: pathlib.Path) -> None:
    assert [(m.function, m.before, m.after) for m in _rows(small)] == [
        ("grade", "age < 18 and (not member)", "not (age < 18 and (not member))"),
        ("grade", "not member", "not not member"),
        ("grade", "age < 18", "age <= 18"),
        ("grade", "member", "not member"),
        ("Gate.open", "n != 3", "n == 3"),
        ("Gate.open", "n", "not n"),
    ]


def test_a_comparison_with_a_fraction_is_turned(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "small.py"
    file.write_text("SURE = 0.9\ndef sure(x):\n    return x > SURE or -1.5 <= x", encoding="utf8")

    assert [m.after for m in _rows(file)] == ["x <= SURE", "-1.5 > x"]


def test_a_mutant_says_where_it_is(small: pathlib.Path) -> None:
    assert str(_rows(small)[2]) == "small:9 grade: age < 18 -> age <= 18"


def test_code_has_the_change_of_its_mutant_and_no_other(small: pathlib.Path) -> None:
    _, _, shifted, *_ = _rows(small)

    changed = types.FunctionType(compiled(shifted), {})

    assert [changed(age, False) for age in (17, 18, 19)] == ["child", "child", "full"]
    assert changed(17, True) == "free"


def test_every_caller_runs_an_applied_mutant(
    small: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(small.parent)
    monkeypatch.delitem(sys.modules, "small", raising=False)
    from small import Gate, grade  # type: ignore[import-not-found]

    _, _, shifted, _, turned, _ = _rows(small)
    apply(shifted)
    apply(turned)

    assert grade(18, False) == "child"
    assert Gate([3]).open
    monkeypatch.delitem(sys.modules, "small")


def test_the_same_seed_draws_the_same_mutants_one_a_function() -> None:
    drawn = draw(3, 20, ["names", "marks"])

    assert drawn == draw(3, 20, ["names", "marks"])
    assert drawn != draw(4, 20, ["names", "marks"])
    assert len({(m.module, m.function) for m in drawn}) == 20


def test_a_mutant_is_caught_if_a_test_that_runs_it_fails(small: pathlib.Path) -> None:
    (small.parent / "test_small.py").write_text(TESTS, encoding="utf8")
    script = f"""
import pathlib, sys
sys.path.insert(0, {str(small.parent)!r})
from tests.mutation.mutants import mutants
from tests.mutation.trials import Trials
trials = Trials([{str(small.parent)!r}], analyse_once=True)
for row in mutants(pathlib.Path({str(small)!r}), "small").values():
    print(*(trials.caught(mutant) for mutant in row))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT)

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["True True True False", "True True"]
