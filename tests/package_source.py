"""The package as text: its modules, what each imports, what each calls."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the package: dotted name below `netscout`, path, tree and text."""

    name: str
    path: Path
    tree: ast.Module
    text: str

    @property
    def room(self) -> str:
        """Return the first part of the name."""
        return self.name.partition(".")[0]

    def within(self, places: tuple[str, ...]) -> bool:
        """Return whether the module is one of these, or lies in one written with a closing dot."""
        return any(self.name == one.rstrip(".") or (one.endswith(".") and self.name.startswith(one)) for one in places)

    def where(self, node: ast.AST) -> str:
        """Return `path:line`."""
        return f"{self.path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 1)}"


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module, full dotted name; `lazy` inside a function, `typing` under TYPE_CHECKING."""

    target: str
    node: ast.stmt
    lazy: bool
    typing: bool


@cache
def package() -> tuple[Module, ...]:
    """Return every module of the package, `__init__` files under the name of their folder."""
    rows = []
    for path in sorted((ROOT / "netscout").rglob("*.py")):
        parts = path.relative_to(ROOT / "netscout").with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        text = path.read_text(encoding="utf-8")
        rows.append(Module(name, path, ast.parse(text), text))
    return tuple(rows)


@cache
def imports(module: Module) -> tuple[Import, ...]:
    """Return what a module imports, `from netscout.a import b` as `netscout.a.b` where that is a module."""
    return tuple(_imports(module, module.tree.body, lazy=False, typing=False))


def _imports(module: Module, body: list[ast.stmt], *, lazy: bool, typing: bool) -> Iterator[Import]:
    for node in body:
        if isinstance(node, ast.Import):
            yield from (Import(one.name, node, lazy, typing) for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (Import(name, node, lazy, typing) for name in _from(module, node))
        inside = lazy or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        checking = typing or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
        for block in ("body", "orelse", "finalbody"):
            yield from _imports(module, getattr(node, block, []), lazy=inside, typing=checking)
        for handler in [*getattr(node, "handlers", []), *getattr(node, "cases", [])]:
            yield from _imports(module, handler.body, lazy=inside, typing=checking)


def _from(module: Module, node: ast.ImportFrom) -> list[str]:
    base = node.module or ""
    if node.level:
        parts = ["netscout", *module.name.split(".")]
        keep = len(parts) - node.level + (module.path.name == "__init__.py")
        base = ".".join([*parts[:keep], *([base] if base else [])])
    return [f"{base}.{one.name}" if exists(f"{base}.{one.name}") else base for one in node.names]


@cache
def _names() -> frozenset[str]:
    return frozenset(f"netscout.{one.name}".rstrip(".") for one in package())


def exists(dotted: str) -> bool:
    """Return whether a dotted name is a module of the package."""
    return dotted in _names()


def is_under(target: str, names: set[str]) -> bool:
    """Return whether a dotted name is one of these or lies below one."""
    return any(target == one or target.startswith(f"{one}.") for one in names)


def calls(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Yield every name that is called and every dotted attribute that is read, as text."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node, node.func.id
        elif isinstance(node, ast.Attribute):
            yield node, ast.unparse(node)
