"""The `netscout` command: global options, commands loaded by name on demand, and what each kind of fault exits with."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from netscout.cli import console
from netscout.cli.context import build, debug, names_encoding
from netscout.errors import NetscoutError
from netscout.version import __version__

COMMANDS = (
    "start",
    "demo",
    "load",
    "target",
    "titles",
    "taxonomy",
    "rank",
    "why",
    "report",
    "map",
    "draft",
    "lint",
    "prep",
    "practice",
    "log",
    "refer",
    "today",
    "calendar",
    "note",
    "reflect",
    "themes",
    "stats",
    "know",
    "avoid",
    "explore",
    "people",
    "show",
    "merge",
    "split",
    "changes",
    "export",
    "unload",
    "forget",
    "backup",
    "restore",
    "doctor",
)
"""Every command, in the order a newcomer meets them; each stands in `netscout/cli/NAME.py` as `command`."""

_FILES = {"map": "map_page", "calendar": "calendar_file"}


class LazyGroup(click.Group):
    """A group that imports a command's file only when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Return every command's name, in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Import and return one command, None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"netscout.cli.{_FILES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command when somebody mistypes one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean `netscout {near[0]}`?" if near else " `netscout --help` lists the commands."
            ctx.fail(f"There is no command of that name.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's signature
        """List the commands with their one-line help from a table, so that `--help` imports none of them."""
        from netscout.cli.summary import SUMMARIES

        with formatter.section("Commands"):
            formatter.write_dl([(name, SUMMARIES[name]) for name in COMMANDS])


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="First time here? `netscout demo` shows what you get; `netscout start` does it with your own export.",
)
@click.option("--workspace", type=click.Path(path_type=Path, file_okay=False), help="Folder that holds your data.")
@click.option("--today", metavar="YYYY-MM-DD", help="Pretend it is this day.")
@click.option("--no-input", is_flag=True, help="Never ask anything.")
@click.option("--quiet", "-q", is_flag=True, help="Say only what was asked for.")
@click.option("--verbose", "-v", is_flag=True, help="Say more: files, lines, counts.")
@click.version_option(__version__, prog_name="netscout")
@click.pass_context
def cli(
    ctx: click.Context, *, workspace: Path | None, today: str | None, no_input: bool, quiet: bool, verbose: bool
) -> None:
    """Whom, of the people you already know, to ask about the career you are thinking of.

    netscout reads your own LinkedIn export, on your own machine. Nothing leaves it.
    """
    ctx.obj = build(workspace, today, no_input=no_input, quiet=quiet, verbose=verbose)
    console.set_up(ctx.obj)
    if ctx.invoked_subcommand is None:
        from netscout.cli.welcome import welcome

        welcome(ctx)


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 a fault of input or request, 2 usage, 3 a bug of ours, 130 Ctrl-C."""
    gc.disable()  # one short run, and rows hold no cycles: looking for some costs a tenth of a long command
    code = guarded(arguments)
    gc.freeze()  # nor at the end, when the system takes all memory back anyway
    sys.exit(code)


def guarded(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit code; every fault ends as one message."""
    console.prepare_streams(named=names_encoding())
    with suppress(OSError):  # a folder that is gone is told by the command, not by its help
        console.set_up(build(Path(), None, no_input=True, quiet=False, verbose=False))
    try:
        code = cli.main(args=arguments, prog_name="netscout", standalone_mode=False)
    except NetscoutError as fault:
        console.fault(fault)
        return 1
    except (click.exceptions.Abort, KeyboardInterrupt):
        console.error("Stopped. What was done stays; nothing is left half done.")
        return 130
    except click.ClickException as fault:
        console.usage_fault(fault)
        return fault.exit_code
    except OSError as fault:
        return _system(fault)
    except Exception as fault:  # noqa: BLE001  # the last line of defence: a bug of ours, told without personal data
        return _bug(fault) if _all_readable(sys.argv[1:] if arguments is None else arguments) else _unreadable()
    return code if isinstance(code, int) else 0


def _system(fault: OSError) -> int:
    if isinstance(fault, BrokenPipeError):
        _silence_stdout()
        return 0
    console.system_fault(fault)
    return 1


def _all_readable(arguments: list[str]) -> bool:
    """Return whether every argument came in as text; bytes of another encoding stand in it as lone surrogates."""
    return all(one.isascii() or not any("\ud800" <= char <= "\udfff" for char in one) for one in arguments)


def _unreadable() -> int:
    console.error("Error: words of this command are not written in the encoding this terminal announces.")
    console.error("       Give the person's id instead of the name, or set LC_ALL=C.UTF-8 and try again.")
    return 1


def _silence_stdout() -> None:
    # The reader of our pipe went away: give Python something to flush into at exit.
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())


def _bug(fault: BaseException) -> int:
    import traceback

    if debug():
        traceback.print_exception(fault)
        return 3
    frames = [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(fault.__traceback__)
        if "netscout" in Path(frame.filename).parts
    ]
    console.error(f"This is a bug of netscout ({type(fault).__name__}), not a fault of yours. Your data is as it was.")
    console.error("Please report these lines; they hold nothing personal:")
    console.error("\n".join([f"  netscout {__version__}", *frames]))
    return 3
