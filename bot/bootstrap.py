"""The only place that builds the real doors and hands them to the workers."""

import secrets
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time

from sqlalchemy import Engine

from bot.answers.topics import answerable
from bot.archives import open_all
from bot.clockwork import Clockwork
from bot.config import Mailbox, Settings, Smtp, releases_personal_data
from bot.core.deadlines import STOCKHOLM
from bot.core.effects import Kind
from bot.core.house import Colleague, House
from bot.core.vocabulary import Category
from bot.deeds.acting import Acting
from bot.deeds.filing import Filing, Unfiling
from bot.deeds.identifying import Identifying
from bot.deeds.mailing import Mailing
from bot.deeds.notifying import Notifying
from bot.deeds.planning import Planning
from bot.deeds.premises import Premises
from bot.deeds.printing import Printing
from bot.deeds.retiring import RetentionRuns
from bot.deeds.searching import Searching
from bot.errands import Deed, Errands
from bot.gather import People
from bot.intake import Intake, Office
from bot.ledger_register import with_own_ledger
from bot.letterbox import Letterbox
from bot.mail.compose import TemplateFault, check_templates
from bot.registers.maps.datamap import DataMap
from bot.shell.addresses import ImapAddress, SmtpAddress
from bot.shell.clock import Clock
from bot.shell.engine import assert_durable, migrate, open_engine
from bot.shell.identity_provider import IdentityProvider
from bot.shell.imap import ImapDoor
from bot.shell.journal import Arrived, Hall
from bot.shell.keys import Draw, load_or_make
from bot.shell.lmtp import Delivery
from bot.shell.mail_archive import MailArchive
from bot.shell.smtp import SmtpDoor
from workflows import ALL, WHOLE


@dataclass(frozen=True)
class Works:
    """The whole house, built: the three workers, the letterboxes and the hall."""

    settings: Settings
    office: Office
    premises: Premises
    intake: Intake
    clockwork: Clockwork
    errands: Errands
    hall: Hall
    letterboxes: tuple[Letterbox, ...]
    smtp: SmtpDoor
    stop: threading.Event

    def take_delivery(self, delivery: Delivery) -> None:
        """Journal what a mail server hands in by LMTP; an error keeps the mail with the server."""
        boxes = {box.address: key for key, box in self.settings.mailboxes.items()}
        arrived = [
            Arrived(boxes[address], delivery.raw, delivery.at) for address in delivery.recipients
        ]
        self.hall.take_in(arrived, self.office.clock.now())

    def close(self) -> None:
        """Let go of what is held open."""
        self.smtp.close()
        self.office.engine.dispose()


def build(
    settings: Settings,
    clock: Clock,
    draw: Draw = secrets.token_bytes,
    provider: IdentityProvider | None = None,
) -> Works:
    """Everything from the settings; the ledger is migrated and asserted durable.

    `provider` is an e-identification to offer beside letter and visit; None offers none.

    Raises LedgerFault, KeyFileFault or ConfigError; TemplateFault, since a mail that cannot be
    written must be known before one is due.
    """
    if wrong := check_templates():
        raise TemplateFault("\n".join(wrong))
    engine = _open_ledger(settings.ledger.url)
    office = _office(settings, engine, clock, draw)
    house = replace(office.house, e_identification=provider is not None)
    office = replace(office, house=house)
    premises = Premises(office, settings, with_own_ledger(open_all(settings), office, settings))
    smtp = SmtpDoor(smtp_address(settings.smtp))
    hosts = {key: box.receiving_hosts for key, box in settings.mailboxes.items()}
    stop = threading.Event()
    hall = Hall(engine, office.keys, hosts)
    return Works(
        settings=settings,
        office=office,
        premises=premises,
        intake=Intake(office),
        clockwork=Clockwork(office),
        errands=Errands(office, _deeds(premises, smtp, provider)),
        hall=hall,
        letterboxes=tuple(
            Letterbox(key, door_to(box, stop), hall, _since(box), clock)
            for key, box in settings.mailboxes.items()
        ),
        smtp=smtp,
        stop=stop,
    )


def _open_ledger(url: str) -> Engine:
    engine = open_engine(url)
    migrate(engine)
    assert_durable(engine)
    return engine


def house_of(settings: Settings) -> House:
    """The installation as decisions see it."""
    return House(
        staff=tuple(
            Colleague(person.id, company, person.roles, person.deputy)
            for company, person in settings.staff()
        ),
        registers=settings.register_companies,
        tables=ALL,
        whole=WHOLE,
        complete=frozenset(
            category.value for category, facts in settings.facts.items() if not facts.missing()
        ),
        recipients=_recipients(settings.data_map, settings.companies),
        topics=answerable(settings.data_map),
        other_consents=settings.data_map.other_consents(),
        releases=releases_personal_data(settings),
        answers_by_mail=settings.smtp.tls_to_recipients,
        most_bytes=settings.smtp.most_bytes,
        runs_on=settings.retention.day if settings.retention else None,
    )


def _recipients(
    data_map: DataMap, companies: Iterable[str]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Who gets each category from each company, as keys (P25)."""
    return {
        company: {
            category.value: tuple(one.id for one in data_map.recipients_of([category], company))
            for category in Category
        }
        for company in companies
    }


def people_of(settings: Settings) -> People:
    """Who is who by address."""
    return People(
        staff={person.address.lower(): person.id for _, person in settings.staff()},
        own=frozenset(box.address.lower() for box in settings.mailboxes.values()),
        recipients={key: one.address for key, one in settings.recipients.items()},
    )


def door_to(box: Mailbox, stop: threading.Event | None = None) -> Callable[[], ImapDoor]:
    """A new connection to a mailbox each time it is called; `stop` ends a wait on it early."""
    address = imap_address(box)
    return lambda: ImapDoor(address, stop=stop)


def imap_address(box: Mailbox) -> ImapAddress:
    """Where a mailbox is; its password is read when it is used."""
    return ImapAddress(box.host, box.port, box.security.value, box.user, box.password.reveal)


def smtp_address(smtp: Smtp) -> SmtpAddress:
    """Where our mail is handed in; the password is read when it is used."""
    password = smtp.password.reveal if smtp.password else None
    return SmtpAddress(
        smtp.host, smtp.port, smtp.security.value, smtp.user, password, helo=smtp.domain
    )


def _office(settings: Settings, engine: Engine, clock: Clock, draw: Draw) -> Office:
    return Office(
        engine=engine,
        keys=load_or_make(settings.ledger.key_file),
        draw=draw,
        clock=clock,
        domain=settings.smtp.domain.lower(),
        house=house_of(settings),
        people=people_of(settings),
        company_of={key: box.company for key, box in settings.mailboxes.items()},
    )


def _deeds(
    premises: Premises, smtp: SmtpDoor, provider: IdentityProvider | None
) -> dict[Kind, Deed]:
    mailing = Mailing(premises, smtp)
    searching = Searching(premises)
    printing = Printing(premises)
    acting, planning, runs = Acting(premises), Planning(premises), RetentionRuns(premises)
    boxes = premises.settings.mailboxes
    return {
        Kind.SEND: mailing,
        Kind.PROMPT: mailing,
        Kind.FIND_OTHER_ADDRESS: searching.find_other_address,
        Kind.LOOK_UP: searching.look_up,
        Kind.COLLECT: searching.collect,
        Kind.PLAN: planning.plan,
        Kind.HOLDS: planning.holds,
        Kind.ACT: acting.act,
        Kind.VERIFY: planning.verify,
        Kind.FIND_LAPSED: runs.find,
        Kind.RETIRE: runs.retire,
        Kind.NOTIFY: Notifying(premises, mailing),
        Kind.BLOCK: searching.block,
        Kind.E_IDENTIFY: Identifying(premises, provider),
        Kind.PRINT: printing.print_letter,
        Kind.SHRED: printing.shred,
        Kind.FILE: Filing(premises, lambda key: door_to(boxes[key])()),
        Kind.UNFILE: Unfiling(premises, lambda key: MailArchive(imap_address(boxes[key]))),
    }


def _since(box: Mailbox) -> datetime:
    return datetime.combine(box.start_from, time(), tzinfo=STOCKHOLM)
