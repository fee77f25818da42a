"""`rightsbot run`: the letterboxes in threads, the workers beside them, until told to stop.

APScheduler is only the metronome: its jobs wake a worker, and the rows say what is due.
"""

import asyncio
import contextlib
import logging
import signal
import threading
from collections.abc import Callable
from contextlib import AsyncExitStack

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.bootstrap import Works, build
from bot.config import Mode, Settings, why_nothing_is_released
from bot.core.deadlines import receipt_day
from bot.shell.clock import Clock, RealClock
from bot.shell.embedded import EmbeddedMail, Loopback
from bot.shell.faults import place_of
from bot.shell.lmtp import LmtpDoor

log = logging.getLogger(__name__)

HANDFUL = 20
#: seconds between two looks at the rows when nobody has woken a worker
BEAT = {"intake": 30, "clockwork": 20, "errands": 5}
AFTER_A_FAULT = 2.0
#: seconds that a letterbox gets to end its conversation
LAST_WAIT = 5.0


def run(settings: Settings) -> None:
    """Work until SIGINT or SIGTERM. Raises what `build` raises, and OSError on a taken port."""
    asyncio.run(_run(settings, RealClock()))


async def _run(settings: Settings, clock: Clock) -> None:
    async with AsyncExitStack() as open_doors:
        if settings.mode is Mode.DEMO:
            await asyncio.to_thread(_demo_registers, settings, clock)
        if settings.embedded.enabled:
            ports = settings.embedded
            at = Loopback(smtp_port=ports.smtp_port, imap_port=ports.imap_port)
            server = embedded(settings, clock, at)
            await server.start()
            open_doors.push_async_callback(server.stop)
        works = await asyncio.to_thread(build, settings, clock)
        # in a thread: it says good-bye to a server that may live in this very loop
        open_doors.push_async_callback(asyncio.to_thread, works.close)
        await asyncio.to_thread(works.premises.publish_blocks)
        if settings.lmtp.enabled:
            addresses = [box.address for box in settings.mailboxes.values()]
            lmtp = LmtpDoor(addresses, works.take_delivery, clock)
            await lmtp.start(settings.lmtp.host, settings.lmtp.port)
            open_doors.push_async_callback(lmtp.stop)
        if withheld := why_nothing_is_released(settings):
            log.warning(withheld)
        log.info("rightsbot is at work: %s", ", ".join(settings.mailboxes))
        await _work(works)


def embedded(settings: Settings, clock: Clock, at: Loopback) -> EmbeddedMail:
    """The embedded server of the config, with an account for each of its addresses."""
    part = settings.embedded
    accounts = dict.fromkeys(settings.addresses(), part.password)
    return EmbeddedMail(accounts, part.catch_all or "", part.spool, clock, at)


def _demo_registers(settings: Settings, clock: Clock) -> None:
    from bot.demo.registers import create  # noqa: PLC0415 - invented people belong to the demo

    create(settings.folder / "registers", receipt_day(clock.now()))


async def _work(works: Works) -> None:
    """Threads and tasks until a signal comes; then each finishes what it has in its hands."""
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stop.set)
    takes = {
        "intake": works.intake.take,
        "clockwork": works.clockwork.take,
        "errands": works.errands.take,
    }
    bells = {name: asyncio.Event() for name in takes}
    tasks = [asyncio.create_task(_drive(take, bells, name, stop)) for name, take in takes.items()]
    metronome = _metronome(bells)
    threads = _watchers(works, lambda: loop.call_soon_threadsafe(bells["intake"].set))
    await stop.wait()
    works.stop.set()
    metronome.shutdown(wait=False)
    for bell in bells.values():
        bell.set()
    await asyncio.gather(*tasks)
    for thread in threads:
        await asyncio.to_thread(thread.join, LAST_WAIT)


def _metronome(bells: dict[str, asyncio.Event]) -> AsyncIOScheduler:
    """Wakes each worker on its beat, so that what is due by the clock alone is seen."""
    metronome = AsyncIOScheduler()
    for name, bell in bells.items():
        metronome.add_job(
            bell.set,
            "interval",
            seconds=BEAT[name],
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    metronome.start()
    return metronome


def _watchers(works: Works, wake: Callable[[], object]) -> list[threading.Thread]:
    """A thread a mailbox, started."""
    threads = [
        threading.Thread(
            target=box.watch, args=(works.stop, wake), name=f"letterbox-{box.mailbox}", daemon=True
        )
        for box in works.letterboxes
    ]
    for thread in threads:
        thread.start()
    return threads


async def _drive(
    take: Callable[[int], int], bells: dict[str, asyncio.Event], name: str, stop: asyncio.Event
) -> None:
    """One worker: take until there is nothing, wake the others when something was done."""
    while not stop.is_set():
        bells[name].clear()
        try:
            done = await asyncio.to_thread(take, HANDFUL)
        except Exception as fault:  # noqa: BLE001 - a worker that dies would leave rows undone
            log.error("%s: %s", name, place_of(fault))  # noqa: TRY400 - its text may quote
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), AFTER_A_FAULT)
            continue
        if done:
            for bell in bells.values():
                bell.set()
        else:
            await bells[name].wait()
