"""The commands `rightsbot registers …`."""

import sys
from datetime import date
from typing import Annotated

import typer

from bot.cli_config import Config, settings_of

registers = typer.Typer(no_args_is_help=True, help="Work on the registers and their data map.")


@registers.command()
def draft(
    url: Annotated[str, typer.Argument(help="A SQLAlchemy URL; - reads it from standard input.")],
    company: Annotated[str, typer.Option(help="The key of the company it belongs to.")] = "",
) -> None:
    """Print a first map of a database from its own schema, with the unknown left empty."""
    from bot.registers.maps.drafting import draft as drawn  # noqa: PLC0415 - `--help` answers at once
    from bot.registers.records import RegisterUnavailable  # noqa: PLC0415 - the same

    try:
        typer.echo(drawn(sys.stdin.readline().strip() if url == "-" else url, company), nl=False)
    except (RegisterUnavailable, ValueError) as fault:
        typer.echo(str(fault), err=True)
        raise typer.Exit(1) from None


@registers.command()
def replay(
    config: Config = None,
    since: Annotated[
        str | None, typer.Option(help="The day of the backup, as 2026-03-10; else every erasure.")
    ] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count, and change nothing.")] = False,
) -> None:
    """Erase again what the deletion log names, after a register was restored from a backup.

    Exit 0: all of it is gone. 1: a register did not answer, or people must see to some of it.
    """
    from bot.replaying import replay as again  # noqa: PLC0415 - the same
    from bot.shell.clock import RealClock  # noqa: PLC0415 - the same

    try:
        day = date.fromisoformat(since) if since else date.min
    except ValueError:
        typer.echo(f"--since {since}: no such day; write it as 2026-03-10", err=True)
        raise typer.Exit(2) from None
    settings = settings_of(config)
    now = RealClock().now()
    raise typer.Exit(again(settings, now, sys.stdout, since=day, dry_run=dry_run))


@registers.command()
def lapsed(config: Config = None) -> None:
    """Print the rows whose time is up by the periods of the data map; nothing is touched."""
    from bot.lapsed import print_lapsed  # noqa: PLC0415 - the same
    from bot.shell.clock import RealClock  # noqa: PLC0415 - the same

    settings = settings_of(config)
    raise typer.Exit(print_lapsed(settings, RealClock().now(), sys.stdout))
