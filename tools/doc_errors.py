"""The page on errors and warnings, and the codes that the source holds."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tools.words import ERRORS, NOTICES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = """\
# Errors and warnings

An error stores nothing and ends with exit code 1 (a wrongly written command with 2). Its message says what is wrong,
where, and what to do next; with `--json` the same stands under `error`, and `code` is one of these words.
"""
BETWEEN = """
## Warnings

A warning never stops a load: exit code 0, one sentence, how many cells or rows, and where the first stands. With
`--json` they stand under `warnings`.
"""


def page() -> str:
    """Return docs/reference/errors.md."""
    return "\n".join([HEAD, *_table(ERRORS), BETWEEN, *_table(NOTICES), ""])


def _table(words: dict[str, tuple[str, str]]) -> list[str]:
    rows = [f"| `{code}` | {when} | {then} |" for code, (when, then) in sorted(words.items())]
    return ["| code | when | what to do |", "|---|---|---|", *rows]


def codes(package: Path) -> dict[str, set[str]]:
    """Return the codes written in the package's source: `errors` and `notices`."""
    found: dict[str, set[str]] = {"errors": set(), "notices": set()}
    for path in sorted(package.rglob("*.py")):
        for kind, code in _codes(ast.parse(path.read_text(encoding="utf-8"))):
            found[kind].add(code)
    return found


def _codes(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name.endswith("Error"):
            yield from (("errors", code) for line in node.body if (code := _class_code(line)))
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            named = [word.value for word in node.keywords if word.arg == "code"]
            if name.endswith("Error"):
                yield from (("errors", one) for one in _texts(named))
            elif name == "fault":
                yield from (("errors", one) for one in _texts(node.args[:1]))
            elif name == "Notice":
                yield from (("notices", one) for one in _texts([*named, *node.args[:1]]))


def _class_code(line: ast.stmt) -> str:
    if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "code" and isinstance(line.value, ast.Constant):
        return str(line.value.value)
    return ""


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        for one in [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]:
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value:
                yield one.value
