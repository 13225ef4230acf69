"""A person at a terminal, for tests: gives a command, types the answers, reads what is on the screen."""

from __future__ import annotations

import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from fcntl import ioctl
from pathlib import Path

STILL = 0.15
"""Seconds without a letter after which a screen is taken for still."""
PATIENCE = 90.0
"""Seconds after which a command that waits for nothing is taken for stuck."""


class Keys(str):
    """What is pressed as it stands, no Enter after it."""

    __slots__ = ()


def sit_down(
    command: Sequence[str],
    answers: Sequence[str],
    *,
    folder: Path,
    env: dict[str, str],
    columns: int = 100,
    colour: bool = False,
) -> tuple[int, str]:
    """Return exit code and screen of a command run on a terminal; each answer is typed when it is asked for.

    Enter is pressed after each, but where it is a `Keys`.

    A question is a line without its end that stays still for a moment.
    """
    leader, follower = pty.openpty()
    ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    look = {"TERM": "xterm-256color", "NO_COLOR": ""} if colour else {"TERM": "dumb", "NO_COLOR": "1"}
    environment = {**os.environ, **env, "COLUMNS": str(columns), **look}
    process = subprocess.Popen(
        list(command), stdin=follower, stdout=follower, stderr=follower, cwd=folder, env=environment
    )
    os.close(follower)
    try:
        screen = _talk(leader, process, [one if isinstance(one, Keys) else f"{one}\n" for one in answers])
        if process.poll() is None and not _ends(process):
            raise TimeoutError(f"still waiting after:\n{screen}")
        return process.wait(), screen.replace("\r\n", "\n")
    finally:
        process.kill()
        process.wait()
        os.close(leader)


def _talk(leader: int, process: subprocess.Popen[bytes], answers: list[str]) -> str:
    shown, end = b"", time.monotonic() + PATIENCE
    while time.monotonic() < end:
        ready, _, _ = select.select([leader], [], [], STILL)
        if ready:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # Linux says so when the other side has gone
                break
            if not piece:
                break
            shown += piece
        elif process.poll() is not None:
            break
        elif answers and shown.rstrip(b" ").endswith((b":", b"]")) and not shown.endswith(b"\n"):
            os.write(leader, answers.pop(0).encode())
    return shown.decode()


def _ends(process: subprocess.Popen[bytes]) -> bool:
    """Return whether the process comes to its end by itself once its screen has gone still."""
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return False
    return True
