"""Small edits of a module, one at a time: what a slip of the keyboard or of the mind could have made of it.

An edit is made in the tree of the module, so that every line keeps its number. Edits that nobody could see from outside
are left out by rule, never one by one; docs/decisions/0029-mutants.md gives the reason of each rule.
"""

from __future__ import annotations

import ast
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STAGES = (
    "agenda", "asking", "beside", "caps", "case", "dates", "entry", "fold", "goodwill", "gratitude", "stages", "talks",
    "workdays",
)  # fmt: skip
"""Modules of the campaign that fold events into stages, say what is due, and what may follow what."""
PACKAGES = ("sources", "store", "stages")

_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_BOUNDARY: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
}  # fmt: skip
_OTHER: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.LShift: ast.RShift, ast.RShift: ast.LShift,
}  # fmt: skip
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "startswith": "endswith", "endswith": "startswith"}
_UNSEEN_DECORATORS = {"cache", "lru_cache", "cached_property", "dataclass", "overload", "override", "final"}
_UNSEEN_CALLS = {"cast", "TypeVar", "NewType", "assert_never"}
_UNSEEN_WORDS = {"strict", "slots", "frozen", "maxsize"}
_UNSEEN_NAMES = {"__all__", "__slots__", "TYPE_CHECKING"}
_UNSEEN_FIELDS = {"annotation", "returns", "type_params", "ctx", "type_comment"}
_SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN|ORDER BY|AND|PRAGMA|CREATE|DROP|SAVEPOINT)\b")
_SQL_EDITS = (
    (" = ", " <> "), (" <> ", " = "), (" < ", " <= "), (" > ", " >= "), (" <= ", " < "), (" >= ", " > "),
    (" AND ", " OR "), (" OR ", " AND "), (" DESC", ""), ("DISTINCT ", ""), ("LEFT JOIN", "JOIN"), (" IS NOT ", " IS "),
    (" NOT IN ", " IN "), (" NOT EXISTS ", " EXISTS "), (" UNION ALL ", " UNION "), ("OR IGNORE ", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One edit of a module: `number` counts the edits of the module, `inside` is the function whose code it changes.

    `first` and `last` are the lines of the statement it is in; `inside` is "" for what runs when the module is loaded.
    """

    path: str
    number: int
    line: int
    what: str
    inside: str
    first: int
    last: int

    @property
    def told(self) -> str:
        """Return where it is and what it changes, in a line."""
        return f"{self.path}:{self.line} #{self.number}: {self.what}"


@dataclass(frozen=True, slots=True)
class _Edit:
    node: ast.AST
    new: ast.AST
    put: Callable[[], None]
    inside: str
    around: ast.AST


def modules(package: str) -> list[str]:
    """Return the paths of the modules of a package, from the root of the project."""
    if package == "stages":
        return [f"netscout/campaign/{name}.py" for name in STAGES]
    found = (ROOT / "netscout" / package).rglob("*.py")
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def mutants(path: str, source: str) -> list[Mutant]:
    """Return every edit of a module, in the order of its text."""
    found = []
    for number, edit in enumerate(_edits(ast.parse(source))):
        first, last = _line(edit.around), getattr(edit.around, "end_lineno", 0)
        what = f"{_shown(edit.node)} -> {_shown(edit.new)}"
        found.append(Mutant(path, number, _line(edit.node) or first, what, edit.inside, first, last))
    return found


def mutated(source: str, number: int) -> ast.Module:
    """Return the tree of a module with one of its edits made."""
    tree = ast.parse(source)
    edit = next(one for at, one in enumerate(_edits(tree)) if at == number)
    ast.copy_location(edit.new, edit.node)
    edit.put()
    return ast.fix_missing_locations(tree)


def sample(package: str, seed: int, most: int) -> list[Mutant]:
    """Return so many mutants of a package drawn with a seed, in the order of the files; all, if there are no more."""
    whole = _every(package)
    if len(whole) <= most:
        return list(whole)
    draw = random.Random(f"{package} {seed}")  # noqa: S311  # the same mutants each time
    return [whole[at] for at in sorted(draw.sample(range(len(whole)), most))]


@cache
def _every(package: str) -> tuple[Mutant, ...]:
    found = ((path, (ROOT / path).read_text(encoding="utf-8")) for path in modules(package))
    return tuple(one for path, source in found for one in mutants(path, source))


def _line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 0))


def _shown(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 90 else text[:60] + " ... " + text[-25:]


def _edits(tree: ast.Module) -> Iterator[_Edit]:
    """Yield every edit; `put` makes it in the tree."""
    yield from _below(tree, "", tree, inside=False)


def _below(node: ast.AST, name: str, around: ast.AST, *, inside: bool) -> Iterator[_Edit]:
    """Yield the edits of what a node holds; `name` is that of the class or function around it, `around` a statement."""
    for field, value in ast.iter_fields(node):
        if field in _UNSEEN_FIELDS or (field == "decorator_list" and not inside and isinstance(node, ast.ClassDef)):
            continue
        body = inside or (isinstance(node, ast.FunctionDef) and field == "body")
        for at, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or _unseen(child):
                continue
            put = _setter(node, field, at if isinstance(value, list) else None)
            near = child if isinstance(child, ast.stmt) else around
            for new in _replaced(child, field):
                yield _Edit(child, new, partial(put, new), name if body else "", near)
            yield from _below(child, _named(child, name, inside=body), near, inside=body)


def _named(child: ast.AST, name: str, *, inside: bool) -> str:
    """Return the name of the class or outermost function that a node is inside of, as `__qualname__` has it."""
    if inside or not isinstance(child, (ast.ClassDef, ast.FunctionDef)):
        return name
    return f"{name}.{child.name}" if name else child.name


def _setter(parent: ast.AST, field: str, at: int | None) -> Callable[[ast.AST], None]:
    def put(new: ast.AST) -> None:
        if at is None:
            setattr(parent, field, new)
        elif isinstance(new, _Nothing):
            del getattr(parent, field)[at]
        else:
            getattr(parent, field)[at] = new

    return put


class _Nothing(ast.Pass):
    """What stands for a piece that is taken out of a list of pieces."""


def _unseen(node: ast.AST) -> bool:
    """Tell whether no edit of a node, or of anything below it, can be seen from outside."""
    told = False
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Assert() | ast.Expr(value=ast.Constant()):
            told = True
        case ast.If(test=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            told = name in _UNSEEN_NAMES
        case ast.keyword(arg=name):
            told = name in _UNSEEN_WORDS
        case ast.Call(func=ast.Name(id=name)):
            told = name in _UNSEEN_CALLS
        case ast.JoinedStr(values=parts):
            told = any(_sentence(one) for one in parts)
        case ast.Constant():
            told = _sentence(node)
    return told


def _sentence(node: ast.AST) -> bool:
    """Tell whether a text is words for people: it has a blank between letters and is no SQL."""
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and bool(re.search(r"\w[,.:;]? \w", text)) and not _SQL.search(text)


def _replaced(node: ast.AST, field: str) -> Iterator[ast.AST]:
    """Yield what a node may be replaced by."""
    if field == "decorator_list":
        if _word(node) not in _UNSEEN_DECORATORS:
            yield _Nothing()
    elif field == "keywords":
        yield _Nothing()
    elif isinstance(node, ast.stmt):
        yield from _of_statement(node)
    elif isinstance(node, ast.expr):
        yield from _of_expression(node)
    elif isinstance(node, ast.comprehension):
        for at in range(len(node.ifs)):
            ifs = [*node.ifs[:at], *node.ifs[at + 1 :]]
            yield ast.comprehension(node.target, node.iter, ifs, node.is_async)


def _word(node: ast.AST) -> str:
    if isinstance(node, ast.Call):
        return _word(node.func)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _of_statement(node: ast.stmt) -> Iterator[ast.AST]:
    match node:
        case ast.Expr() | ast.Raise() | ast.Delete() | ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield ast.Pass()
        case ast.AugAssign(target, op, value):
            yield ast.Pass()
            if type(op) in _OTHER:
                yield ast.AugAssign(target, _OTHER[type(op)](), value)
        case ast.Return(value=ast.Constant(value=bool() | None)):
            return  # nobody can tell None from False; the constant itself is turned round
        case ast.Return(value=ast.expr()):
            yield ast.Return(ast.Constant(None))
        case _:
            yield from _of_flow(node)


def _of_flow(node: ast.stmt) -> Iterator[ast.AST]:
    match node:
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.If(_, body, orelse):
            yield ast.If(ast.Constant(value=True), body, orelse)
            yield ast.If(ast.Constant(value=False), body, orelse)
        case ast.While(_, body, orelse):
            yield ast.While(ast.Constant(value=False), body, orelse)


def _of_expression(node: ast.expr) -> Iterator[ast.AST]:
    match node:
        case ast.Compare():
            yield from _of_compare(node)
        case ast.BoolOp(op, values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.BinOp(left, op, right) if type(op) in _OTHER:
            yield ast.BinOp(left, _OTHER[type(op)](), right)
        case ast.IfExp(_, body, orelse):
            yield from (body, orelse)
        case ast.Call(ast.Name(id=name), args, words) if name in _CALLED:
            yield ast.Call(ast.Name(_CALLED[name], ast.Load()), args, words)
        case ast.Call(ast.Attribute(value, attr=name), args, words) if name in _CALLED:
            yield ast.Call(ast.Attribute(value, _CALLED[name], ast.Load()), args, words)
        case ast.Constant(value):
            yield from (ast.Constant(one) for one in _of_constant(value))


def _of_compare(node: ast.Compare) -> Iterator[ast.AST]:
    tables = (_OPPOSITE, _BOUNDARY) if len(node.ops) == 1 else (_BOUNDARY,)
    for at, op in enumerate(node.ops):
        for table in tables:
            if type(op) in table:
                yield ast.Compare(node.left, [*node.ops[:at], table[type(op)](), *node.ops[at + 1 :]], node.comparators)


def _of_constant(value: object) -> Iterator[bool | int | str]:
    match value:
        case bool():
            yield not value
        case int():
            yield value + 1
            if value > 0:
                yield value - 1
        case str() if _SQL.search(value):
            for old, new in _SQL_EDITS:
                at = value.find(old)
                while at >= 0:
                    yield value[:at] + new + value[at + len(old) :]
                    at = value.find(old, at + 1)
        case str():
            yield f"XX{value}"


def importers() -> dict[str, list[str]]:
    """Return module -> the modules that are mutated and import it, or its folder, all as paths."""
    known = [path for package in PACKAGES for path in modules(package)]
    found: dict[str, list[str]] = {}
    for path in known:
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                base = node.module.replace(".", "/")
                folders = tuple(f"{base}/{one.name}/" for one in node.names)
                wanted = {f"{base}.py", *(f"{base}/{one.name}.py" for one in node.names)}
                for one in known:
                    if one in wanted or one.startswith(folders):
                        found.setdefault(one, []).append(path)
    return found


if __name__ == "__main__":
    sys.stdout.write(",".join(path for package in PACKAGES for path in modules(package)))
