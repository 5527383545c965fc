"""The mutants of a module: its source with one expression or statement changed."""

import ast
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
    before: str
    after: str
    source: str


def places(source: str) -> list[Place]:
    """Return every place of a module that can be changed, by rising lines.

    Texts and flags of the module itself, annotations and docstrings are left alone: patterns and
    words would only be spoilt, not turned into another meaning.
    """
    tree = ast.parse(source)
    untouched = _untouched(tree)
    found = [
        Place(node.lineno, number, change)
        for number, node in enumerate(_nodes(tree))
        if id(node) not in untouched
        for change, _change in enumerate(_changes(node))
    ]
    return sorted(found, key=lambda place: place.line)


def mutant(source: str, place: Place) -> Mutant:
    """Return the module with that place changed."""
    tree = ast.parse(source)
    node = _nodes(tree)[place.node]
    before = ast.unparse(node)
    put = list(_changes(node))[place.change](node)
    if put is not node:
        _replace(tree, node, put)
    changed = ast.unparse(ast.fix_missing_locations(tree))
    return Mutant(place.line, _short(before), _short(ast.unparse(put)), changed)


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
        case ast.Constant(value=bool() | int() | str() as value):
            yield _with(value=lambda: _another(value))
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            del test
            yield _negate
        case ast.Return(value=ast.expr() as value) if not _says_nothing(value):
            yield _with(value=lambda: ast.Constant(None))


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


def _short(text: str) -> str:
    first = text.strip().splitlines()[0] if text.strip() else "''"
    return first if len(first) <= 70 else first[:69] + "…"
