"""Give commands one after the other in a process that is watched: sockets, files opened for writing, children.

`python -m tests.faults.watched ROOT` reads a JSON list of commands on stdin and writes one of what was seen on stdout.
A socket to the internet is refused as well as told: a command that works here works without a network.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
from pathlib import Path
from typing import Any

INTERNET = (socket.AF_INET, socket.AF_INET6)
_CHILDREN = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.spawn", "os.fork", "os.startfile")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Watch:
    """What was seen since the last command began."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.sockets: list[str] = []
        self.written: list[str] = []
        self.opened: list[str] = []
        self.children: list[str] = []

    def hook(self, event: str, given: tuple[Any, ...]) -> None:
        """Note an event of the interpreter; refuse a socket to the internet."""
        if event == "socket.__new__" and given[1] in INTERNET:
            self.sockets.append(str(given[1]))
            raise OSError("there is no network")
        if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
            self.sockets.append(event)
        elif event in _CHILDREN:
            self.children.append(repr(given))
        elif event == "open" and isinstance(given[0], (str, bytes)):
            self._opened(os.fsdecode(given[0]), given[1], given[2])
        elif event in ("os.rename", "os.mkdir", "os.link", "os.symlink"):
            self.written.append(str(Path(os.fsdecode(given[0])).absolute()))

    def _opened(self, path: str, mode: str | None, flags: int) -> None:
        self.opened.append(path)
        if any(mark in (mode or "") for mark in "wax+") or (mode is None and flags & _WRITING):
            self.written.append(str(Path(path).absolute()))

    def told(self) -> dict[str, list[str]]:
        """Return what was seen, and begin anew."""
        seen = dict(vars(self))
        self.__init__()  # type: ignore[misc]  # begins anew
        return seen


def main() -> None:
    """Run the commands of stdin in the world of the folder named."""
    from tests.faults.world import World

    world, watch = World(Path(sys.argv[1])), Watch()
    told = []
    commands = json.loads(sys.stdin.read())
    sys.addaudithook(watch.hook)
    for command in commands:
        watch.told()
        with contextlib.redirect_stdout(sys.stderr):
            done = world.run(command)
        told.append({"command": command, "code": done.code, "out": done.stdout, "err": done.stderr, **watch.told()})
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
