"""The mutants of a module: its source with one expression or statement changed."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
# What is written in SQL decides as much as what is written in Python.
_SQL = re.compile(
    r"\b(?:SELECT|WHERE|FROM|JOIN|UPDATE|INSERT|DELETE|EXISTS|CASE|AND|OR|SET|IS NOT|IS NULL)\b"
)
_IN_SQL: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?<!BETWEEN \? )(?<!BETWEEN :first )(?<!first_change_id )\bAND\b", "OR"),
        (r"(?<!INSERT )\bOR\b", "AND"),
        (r"\bIS NULL\b", "IS NOT NULL"),
        (r"\bIS NOT NULL\b", "IS NULL"),
        (r"\bIS NOT (?!NULL)", "IS "),
        (r"\bNOT EXISTS\b", "EXISTS"),
        (r"(?<!NOT )(?<!IF )\bEXISTS\b", "NOT EXISTS"),
        (r"\bNOT (?=[\w.]*\.\w)", ""),
        (r"\bNOT IN\b", "IN"),
        (r"(?<!NOT )\bIN \(", "NOT IN ("),
        (r"(?<=[\w')] )= (?=[\w:'(?])", "<> "),
        (r" <> ", " = "),
        (r" < ", " <= "),
        (r" > ", " >= "),
        (r"\bmin\(", "max("),
        (r"\bmax\(", "min("),
        (r"\bLEFT JOIN\b", "JOIN"),
        (r"\bDESC\b", "ASC"),
        (r"\+ 1\b", "- 1"),
        (r"- 1\b", "+ 1"),
    )
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a module can be changed: the node's number, and which of its changes."""

    line: int
    node: int
    change: int


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one place changed; `line` is that of the module as it stands."""

    line: int
    where: str  # the function or class it is in
    before: str
    after: str
    source: str


def places(source: str) -> list[Place]:
    """Return every place of a module that can be changed, by rising lines.

    Texts and flags of the module itself, annotations and docstrings are left alone: patterns and
    words would only be spoilt, not turned into another meaning. SQL is changed wherever it is.
    """
    tree = ast.parse(source)
    untouched = _untouched(tree)
    docstrings = _docstrings(tree)
    found = [
        Place(node.lineno, number, change)
        for number, node in enumerate(_nodes(tree))
        if id(node) not in (docstrings if _is_sql(node) else untouched)
        for change, _change in enumerate(_changes(node))
    ]
    return sorted(found, key=lambda place: place.line)


def mutant(source: str, place: Place) -> Mutant:
    """Return the module with that place changed."""
    tree = ast.parse(source)
    node = _nodes(tree)[place.node]
    where, statement = _around(tree, node)
    before = ast.unparse(statement)
    put = list(_changes(node))[place.change](node)
    if put is not node:
        _replace(tree, node, put)
    changed = ast.unparse(ast.fix_missing_locations(tree))
    return Mutant(place.line, where, *_shown(before, ast.unparse(statement)), changed)


Change = Callable[[ast.AST], ast.AST]


def _nodes(tree: ast.Module) -> list[ast.expr | ast.stmt]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.expr | ast.stmt)]


def _changes(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare(ops=[op]):
            for other in _COMPARED[type(op)]:
                yield _with(ops=lambda other=other: [other()])
        case ast.BoolOp(op=op):
            yield _with(op=ast.And if isinstance(op, ast.Or) else ast.Or)
        case ast.BinOp(op=op) if type(op) in _RECKONED and not _is_union(node):
            yield _with(op=_RECKONED[type(op)])
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            del operand
            yield lambda node: node.operand
        case ast.Constant(value=str() as value) if _is_sql(node):
            yield from (_with(value=lambda said=said: said) for said in _other_sql(value))
        case ast.Constant(value=bool() | int() | str() as value):
            yield _with(value=lambda: _another(value))
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            del test
            yield _negate
        case ast.Return(value=ast.expr() as value) if not _says_nothing(value):
            yield _with(value=lambda: ast.Constant(None))


def _other_sql(said: str) -> Iterator[str]:
    for pattern, put in _IN_SQL:
        for found in pattern.finditer(said):
            yield said[: found.start()] + put + said[found.end() :]


def _another(value: str | int) -> str | int:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return "" if value else "x"


def _with(**parts: Callable[[], object]) -> Change:
    def change(node: ast.AST) -> ast.AST:
        for name, make in parts.items():
            setattr(node, name, make())
        return node

    return change


def _negate(node: ast.AST) -> ast.AST:
    node.test = ast.UnaryOp(ast.Not(), node.test)  # type: ignore[attr-defined]
    return node


def _says_nothing(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _is_union(node: ast.AST) -> bool:
    """Say whether this is `str | None`, a type and not a sum."""
    return isinstance(node, ast.BinOp) and any(
        (isinstance(side, ast.Constant) and side.value is None)
        or (isinstance(side, ast.Name) and side.id in {"str", "int", "float", "bool", "bytes"})
        for side in (node.left, node.right)
    )


def _untouched(tree: ast.Module) -> set[int]:
    """Return the ids of the nodes that carry no meaning a test could check."""
    spared: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            spared += [node.returns] if node.returns else []
            spared += node.decorator_list
        if isinstance(node, ast.ClassDef):
            spared += node.decorator_list
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            spared.append(node.annotation)
        if isinstance(node, ast.JoinedStr):
            spared += [part for part in node.values if isinstance(part, ast.Constant)]
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            spared.append(node.value)
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            spared += [
                part
                for part in ast.walk(statement)
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            ]
            spared += [part for part in ast.walk(statement) if _is_flags(part)]
    return {id(part) for node in spared for part in ast.walk(node)}


def _docstrings(tree: ast.Module) -> set[int]:
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def _is_sql(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(_SQL.search(node.value))
    )


def _around(tree: ast.Module, node: ast.AST) -> tuple[str, ast.stmt]:
    """Return the name of the innermost function or class around a node, and its statement."""
    around = [
        outer
        for outer in ast.walk(tree)
        if isinstance(outer, ast.stmt) and any(inner is node for inner in ast.walk(outer))
    ]
    names = [outer.name for outer in around if isinstance(outer, ast.FunctionDef | ast.ClassDef)]
    return names[-1] if names else "", around[-1]


def _is_flags(node: ast.AST) -> bool:
    """Say whether this is `re.I | re.S`."""
    return isinstance(node, ast.BinOp) and isinstance(node.left, ast.Attribute)


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
                return
            if isinstance(value, list) and any(part is old for part in value):
                value[[part is old for part in value].index(True)] = new
                return


def _shown(before: str, after: str) -> tuple[str, str]:
    """Return both as one line each, from a little before they part to a little behind."""
    texts = [" ".join(text.split()) for text in (before, after)]
    parted = next(
        (at for at, (a, b) in enumerate(zip(*texts, strict=False)) if a != b), min(map(len, texts))
    )
    first = max(0, parted - 40)
    one, other = (
        ("…" if first else "") + text[first : first + 80] + ("…" if len(text) > first + 80 else "")
        for text in texts
    )
    return one, other
