"""Runs the embedded server until it is killed: argument 1 is its spool; prints its SMTP port."""

import asyncio
import sys
from pathlib import Path

from bot.shell.clock import RealClock
from bot.shell.embedded import EmbeddedMail


async def main() -> None:
    """Serve one catch-all account."""
    mail = EmbeddedMail(
        {"world@rightsbot.example": "demo"},
        "world@rightsbot.example",
        Path(sys.argv[1]),
        RealClock(),
    )
    await mail.start()
    print(mail.smtp_port, flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
