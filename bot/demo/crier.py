"""The story on the console: week by week, a line a mail, and each kind of mail once as it reads."""

from datetime import datetime, timedelta

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from bot.core.deadlines import STOCKHOLM
from bot.core.vocabulary import Language, Mail
from bot.demo.origins import Heard
from bot.mail.compose import format_date

_INDENT = " " * 16


class Crier:
    """Says what happens as it happens; times are Swedish."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._week = (0, 0)
        self._read: set[str] = set()

    def person(self, at: datetime, caption: str, text: str) -> None:
        """What somebody wrote or did, in their own words."""
        self._line(at, caption, "bold")
        for line in text.strip().splitlines():
            self._console.print(Text(f"{_INDENT}{line}"), style="cyan", soft_wrap=True)

    def house(self, heard: Heard, caption: str) -> None:
        """A mail of the house: as it reads the first time, by its subject later on."""
        post = heard.post
        kind = self._kind(heard)
        if kind in self._read or heard.kind is Mail.TRANSCRIPT:
            self._line(post.at, f"{caption}: {post.subject}", "dim")
            return
        self._read.add(kind)
        self._line(post.at, caption, "")
        body = Text(f"{post.subject}\n\n{post.text.strip()}", overflow="fold")
        self._console.print(Panel(body, style="green"))

    def _kind(self, heard: Heard) -> str:
        """Answers are told apart by what they answer."""
        return f"{heard.kind}:{heard.effect.reason if heard.kind is Mail.ANSWER else ''}"

    def _line(self, at: datetime, text: str, style: str) -> None:
        at = at.astimezone(STOCKHOLM)
        week = at.isocalendar()[:2]
        if week != self._week:
            self._week = week
            monday = at.date() - timedelta(days=at.weekday())
            self._console.rule(f"Vecka {week[1]}, från {format_date(Language.SV, monday)}")
        stamp = f"{at:%d}/{at.month} {at:%H.%M}".rjust(len(_INDENT) - 2)
        self._console.print(Text(f"{stamp}  {text}"), style=style, soft_wrap=True)
