"""The mutants of a module's functions: a condition turned, or a comparison shifted."""

from __future__ import annotations

import ast
import gc
import importlib
import pathlib
import types
from collections.abc import Iterator
from typing import Any

import attrs

_SHIFTED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
}
"""For fractions: to meet one exactly happens by chance, so that a shift would change nothing."""


@attrs.frozen
class Mutant:
    """A function or method with one change, the `number`th of those that can be made to it."""

    file: pathlib.Path
    module: str
    function: str
    number: int
    line: int
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line} {self.function}: {self.before} -> {self.after}"


def mutants(file: pathlib.Path, module: str) -> dict[str, list[Mutant]]:
    """The mutants of every function and method of a module that has any, by qualified name."""
    tree = _parsed(file)
    functions, fractions = _functions(tree, ""), _fractions(tree)
    found = {
        name: [
            Mutant(file, module, name, number, line, *shown)
            for number, (line, *shown) in enumerate(_changes(function, fractions))
        ]
        for name, function in functions
    }
    return {name: row for name, row in found.items() if row}


def compiled(mutant: Mutant) -> types.CodeType:
    """What the function of a mutant runs with the change made."""
    tree = _parsed(mutant.file)
    function = dict(_functions(tree, ""))[mutant.function]
    for number, _ in enumerate(_changes(function, _fractions(tree))):
        if number == mutant.number:
            break
    whole = compile(ast.fix_missing_locations(tree), mutant.file, "exec", dont_inherit=True)
    return _code(whole, mutant.function)


def apply(mutant: Mutant) -> None:
    """Let every caller in this process run the mutant in place of the function.

    Raises:
        LookupError: the function is not there (any more).
    """
    importlib.import_module(mutant.module)
    code = compiled(mutant)
    # whatever decorators made of the function, they hold on to it
    found = [
        each
        for each in gc.get_objects()
        if type(each) is types.FunctionType
        and each.__module__ == mutant.module
        and each.__code__.co_qualname == mutant.function
    ]
    if not found:
        raise LookupError(f"{mutant.module} holds no function {mutant.function}")
    for each in found:
        each.__code__ = code


def _parsed(file: pathlib.Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf8"))


def _functions(tree: ast.AST, outer: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield outer + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{outer}{node.name}.")


def _fractions(tree: ast.Module) -> set[str]:
    """The names of a module's constants that are no whole numbers."""
    assigned = [n for n in tree.body if isinstance(n, ast.Assign) and _is_fraction(n.value, set())]
    return {
        n.id for a in assigned for t in a.targets for n in ast.walk(t) if isinstance(n, ast.Name)
    }


def _is_fraction(node: ast.expr, names: set[str]) -> bool:
    if isinstance(node, ast.UnaryOp):
        node = node.operand
    if isinstance(node, ast.Name):
        return node.id in names
    return isinstance(node, ast.Constant) and isinstance(node.value, float)


def _changes(function: ast.FunctionDef, fractions: set[str]) -> Iterator[tuple[int, str, str]]:
    """The line, and what stands there before and after, of each change.

    While one is looked at it is made; each is taken back before the next.
    """
    for node in [n for statement in function.body for n in ast.walk(statement)]:
        if isinstance(node, ast.Compare):
            before = ast.unparse(node)
            parts = [node.left, *node.comparators]
            changed = (
                _SHIFTED | _TURNED if any(_is_fraction(p, fractions) for p in parts) else _SHIFTED
            )
            for at, sign in enumerate(node.ops):
                node.ops[at] = changed[type(sign)]()
                yield node.lineno, before, ast.unparse(node)
                node.ops[at] = sign
        for row, i in _conditions(node):
            condition = row[i]
            if isinstance(condition, ast.Compare) and len(condition.ops) == 1:
                continue  # to shift the comparison turns the condition, or nearly so
            row[i] = ast.copy_location(ast.UnaryOp(ast.Not(), condition), condition)
            yield condition.lineno, ast.unparse(condition), ast.unparse(row[i])
            row[i] = condition


def _conditions(node: ast.AST) -> Iterator[tuple[Any, str | int]]:
    """Where a node holds conditions: a list or the fields of a node, and the place in it."""
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield vars(node), "test"
    elif isinstance(node, ast.comprehension):
        yield from ((node.ifs, i) for i in range(len(node.ifs)))
    elif isinstance(node, ast.BoolOp):
        yield from ((node.values, i) for i in range(len(node.values)))


def _code(outer: types.CodeType, name: str) -> types.CodeType:
    """The code of the function of this qualified name, in that of its module or class."""
    for code in outer.co_consts:
        if isinstance(code, types.CodeType) and code.co_qualname == name:
            return code
        if isinstance(code, types.CodeType) and name.startswith(f"{code.co_qualname}."):
            return _code(code, name)
    raise LookupError(name)
