"""The front door: the commands of `rightsbot`; those of `rightsbot registers` stand beside it.

Every command imports what it needs itself, so that `--help` and `deadline` answer at once.
"""

import logging
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_config import Config, config_path, settings_of
from bot.cli_registers import registers

if TYPE_CHECKING:
    from bot.bootstrap import Works

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Answers GDPR requests that come by mail, inside the legal month.",
    pretty_exceptions_enable=False,
)
app.add_typer(registers, name="registers")
SENTENCES = frozenset(
    {"ConfigError", "LedgerFault", "KeyFileFault", "TemplateFault", "UnreadableListError"}
)


def main() -> None:
    """Run one command; a fault that an operator can mend is printed as a sentence, exit 1."""
    try:
        app()
    except Exception as fault:
        # each of these is a sentence for the operator; anything else is a fault of ours
        if type(fault).__name__ not in SENTENCES and not isinstance(fault, OSError):
            raise
        sys.stderr.write(f"{fault}\n")
        sys.exit(1)


def _works(config: Path | None) -> "Works":
    from bot.bootstrap import build  # noqa: PLC0415 - see above
    from bot.shell.clock import RealClock  # noqa: PLC0415 - see above

    return build(settings_of(config), RealClock())


@app.command()
def run(config: Config = None) -> None:
    """Read the mailboxes and work until stopped."""
    from bot.running import run as work  # noqa: PLC0415 - see above

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    for chatty in ("mail.log", "apscheduler", "alembic", "transitions", "pymap", "imapclient"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    work(settings_of(config))


@app.command()
def demo(
    folder: Annotated[Path, typer.Option(help="Where everything is written.")] = Path("var/demo"),
) -> None:
    """Play a small story with a wound clock, and write the gallery."""
    from bot.demo.story import tell  # noqa: PLC0415 - see above

    tell(folder)


@app.command()
def check(config: Config = None) -> None:
    """Say what is wrong with config, mailboxes, registers and templates, and what to do."""
    from bot.checking import check as look  # noqa: PLC0415 - see above

    found = look(config_path(config))
    for fault in found.faults:
        typer.echo(f"FAULT  {fault}")
    for note in found.notes:
        typer.echo(f"note   {note}")
    if not found.faults:
        typer.echo("No fault was found.")
    raise typer.Exit(1 if found.faults else 0)


@app.command()
def cases(
    config: Config = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Closed matters too.")] = False,
) -> None:
    """List the matters: number, rights, receipt, dates, and for whom they wait."""
    from bot.showing import list_matters  # noqa: PLC0415 - see above

    list_matters(_works(config), everything=everything)


@app.command()
def case(number: str, config: Config = None) -> None:
    """Tell the whole story of one matter."""
    from bot.showing import tell_matter  # noqa: PLC0415 - see above

    raise typer.Exit(tell_matter(_works(config), number))


@app.command()
def trace(
    sender: Annotated[str, typer.Option("--from", help="The sender's address.")],
    on: Annotated[str | None, typer.Option("--on", help="The day, as 2026-03-10.")] = None,
    config: Config = None,
) -> None:
    """Say whether a mail was seen, what it was judged to be, and which matter it led to."""
    from bot.showing import tell_trace  # noqa: PLC0415 - see above

    try:
        day = date.fromisoformat(on) if on else None
    except ValueError:
        typer.echo(f"--on {on}: no such day; write it as 2026-03-10", err=True)
        raise typer.Exit(2) from None
    tell_trace(_works(config), sender, day)


@app.command()
def digest(config: Config = None) -> None:
    """Print what the data protection officer's digest would say now."""
    from bot.showing import print_digest  # noqa: PLC0415 - see above

    print_digest(_works(config))


@app.command()
def deadline(
    received: Annotated[str | None, typer.Argument(help="The day of receipt.")] = None,
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Read days or aware date-times from standard input.")
    ] = False,
    suspended: Annotated[
        list[str] | None,
        typer.Option("--suspended", help="ASKED:ANSWERED, as 2026-03-06:2026-03-12; repeatable."),
    ] = None,
) -> None:
    """Print until when a request must be answered, and why."""
    from bot.deadline_lines import print_one, stream  # noqa: PLC0415 - see above

    if as_json:
        # a byte that is no UTF-8 is a bad line, not the end of the stream
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        raise typer.Exit(stream(sys.stdin, sys.stdout))
    if received is None:
        typer.echo("Write the day of receipt, as: rightsbot deadline 2026-03-05", err=True)
        raise typer.Exit(2)
    raise typer.Exit(print_one(received, suspended or ()))


@app.command()
def blocked(
    addresses: Annotated[list[str] | None, typer.Argument(help="Mail addresses.")] = None,
    *,
    stdin: Annotated[bool, typer.Option("--stdin", help="Ask for each line of input.")] = False,
    sift: Annotated[
        bool, typer.Option("--filter", help="Hand on the lines of input that name nobody blocked.")
    ] = False,
    take_over: Annotated[
        bool, typer.Option("--import", help="Add whom the registers have blocked themselves.")
    ] = False,
    config: Config = None,
) -> None:
    """Say who gets no marketing. Exit 0: none of them is blocked; 3: one is; 2: no address."""
    from bot import blocked as lists  # noqa: PLC0415 - see above
    from bot.core.deadlines import receipt_day  # noqa: PLC0415 - see above
    from bot.shell.clock import RealClock  # noqa: PLC0415 - see above

    if not (addresses or stdin or sift or take_over):
        typer.echo("Write addresses, or --stdin, as: rightsbot blocked anna@post.example", err=True)
        raise typer.Exit(2)
    settings = settings_of(config)
    if take_over:
        today = receipt_day(RealClock().now())
        raise typer.Exit(lists.take_over(settings, today, sys.stdout))
    if sift:
        raise typer.Exit(lists.sift(settings, sys.stdin.buffer, sys.stdout.buffer))
    asked = lists.read_lines(sys.stdin.buffer) if stdin else addresses or ()
    raise typer.Exit(lists.tell(settings, asked, sys.stdout))


@app.command()
def workflow(
    name: Annotated[str, typer.Argument(help="A right, a table or a word of staff, as ACCESS.")],
    *,
    table: Annotated[bool, typer.Option("--table", help="Its stages and rules.")] = False,
    mermaid: Annotated[bool, typer.Option("--mermaid", help="Its diagram, for Mermaid.")] = False,
) -> None:
    """Print the table of a right: its stages, what moves a case on, and what is then done."""
    from bot.core.machine_print import mermaid as diagram  # noqa: PLC0415 - see above
    from bot.workflow_pages import UnknownWorkflowError, find, tables_text  # noqa: PLC0415 - see above

    try:
        meant = find(name)
    except UnknownWorkflowError as fault:
        typer.echo(str(fault), err=True)
        raise typer.Exit(2) from None
    if table or not mermaid:
        typer.echo(tables_text(meant), nl=mermaid)
    if mermaid:
        typer.echo(diagram(meant), nl=False)


@app.command()
def read(paths: list[Path], config: Config = None) -> None:
    """Read mails as the bot would, touching nothing: one JSON object a mail."""
    from bot.bootstrap import people_of  # noqa: PLC0415 - see above
    from bot.core.commands import command_words  # noqa: PLC0415 - see above
    from bot.mail.porter import Known  # noqa: PLC0415 - see above
    from bot.reading import read_paths  # noqa: PLC0415 - see above

    people = people_of(settings_of(config))
    known = Known(
        own_addresses=people.own,
        staff=frozenset(people.staff),
        command_words=command_words(),
    )
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    raise typer.Exit(read_paths(paths, known, sys.stdout))


if __name__ == "__main__":
    main()
