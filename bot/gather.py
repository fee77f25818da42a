"""Gather: everything the ledger knows about one journalled mail, before anything is decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import col, func, select

from bot.core.commands import command_words
from bot.core.vocabulary import Manner
from bot.mail.codes import candidates, says_code
from bot.mail.incoming import parse
from bot.mail.porter import Judgement, Known, judge
from bot.mail.shapes import IncomingMail, Reading
from bot.mail.tokens import code_hash, find
from bot.reading import read_mail
from bot.shell.effect_rows import effect_of
from bot.shell.ledger import Ledger
from bot.shell.tables import (
    CodeRow,
    Content,
    EffectRow,
    EventRow,
    Journal,
    MatterRow,
    TokenRow,
    Trace,
    WrongTry,
)

#: a reminder takes the receipt of a mail this old at most (P08 is tested at day 60)
REMINDER_REACHES = timedelta(days=186)
#: wrong codes of one sender without a matter, within TRIES_WITHIN, after which none is tried
MOST_TRIES = 5
#: the contents of a matter that are addresses to which a code of ours may have gone
ASKED_LABELS = ("requester", "other")
#: before the Message-ID of one copy of a notice; the content is the key of its effect
COPY = "copy:"
TRIES_WITHIN = timedelta(days=1)


@dataclass(frozen=True)
class People:
    """Who is who: staff id by address, the mailboxes' own addresses, recipients' by their key."""

    staff: Mapping[str, str]
    own: frozenset[str]
    recipients: Mapping[str, str] = field(default_factory=dict)

    @property
    def addresses(self) -> dict[str, str]:
        """Address by staff id."""
        return {person: address for address, person in self.staff.items()}


@dataclass(frozen=True)
class Arrival:
    """One mail with all that is known of it.

    `twin` is an earlier journal row with the same Message-ID and content. `prompt` is the token
    row that the thread names, `names_token` whether it names any. `answers` is the effect row of a
    mail of ours to a customer. `code` is a code row that the mail holds, `guesses` whether it
    holds codes that open nothing.
    """

    row: Journal
    mail: IncomingMail
    reading: Reading
    judgement: Judgement
    sender_key: str
    twin: Journal | None = None
    prompt: TokenRow | None = None
    names_token: bool = False
    answers: EffectRow | None = None
    code: CodeRow | None = None
    guesses: bool = False

    @property
    def manner(self) -> Manner:
        """What is surely and only a request moves; with anything else in it, it is copied."""
        return Manner.MOVE if self.reading.only else Manner.COPY


class Gatherer:
    """Reads the ledger, inside the caller's transaction; writes nothing."""

    def __init__(self, ledger: Ledger, people: People, now: datetime) -> None:
        self._ledger = ledger
        self._session = ledger.session
        self.people = people
        self._now = now

    def gather(self, row: Journal) -> Arrival:
        """What is known of one journalled mail."""
        mail = parse(row.raw or b"")
        sender_key = self._ledger.keys.mark("sender", mail.sender or "")
        tokens = find(mail.thread, self._ledger.domain)
        prompt = self._first_prompt(tokens)
        answers = self._answered(mail)
        tries_spent = self._tries(sender_key) >= MOST_TRIES
        held = candidates(f"{mail.subject}\n{mail.new_text}")
        code = None if tries_spent else self._code(held)
        known = Known(
            own_addresses=self.people.own,
            staff=frozenset(self.people.staff),
            command_words=command_words(),
            answers_prompt=bool(tokens),
            answers_matter=answers is not None and not _to_staff(answers),
            holds_code=code is not None,
        )
        reading = read_mail(mail, in_matter=known.answers_matter)
        judgement = judge(mail, reading, known)
        said = answers is not None or says_code(mail.new_text) or says_code(mail.subject)
        return Arrival(
            row=row,
            mail=mail,
            reading=reading,
            judgement=judgement,
            sender_key=sender_key,
            twin=self.twin(row),
            prompt=prompt,
            names_token=bool(tokens),
            answers=answers,
            code=code,
            guesses=bool(held) and code is None and said,
        )

    @property
    def own(self) -> frozenset[str]:
        """The mailboxes' own addresses."""
        return self.people.own

    def open_matters(self, sender_key: str) -> list[str]:
        """The numbers of the open matters of a sender, the oldest first."""
        chosen = select(MatterRow.number).where(
            MatterRow.person_key == sender_key, col(MatterRow.closed_at).is_(None)
        )
        return list(self._session.exec(chosen.order_by(MatterRow.number)))

    def written_to(self, address: str) -> list[str]:
        """The numbers of the open matters that an address was asked about, the oldest first."""
        chosen = (
            select(Content.matter)
            .join(MatterRow, col(MatterRow.number) == col(Content.matter))
            .where(col(MatterRow.closed_at).is_(None), col(Content.label).in_(ASKED_LABELS))
            .where(Content.body == address.encode())
        )
        return list(self._session.exec(chosen.distinct().order_by(Content.matter)))

    def earlier_receipt(self, arrival: Arrival) -> datetime | None:
        """The receipt of the mail that this one reminds of, also when that one was judged ordinary.

        EDPB 01/2022, 29 and 187: a reminder joins the first request. The mail that its thread
        names; else, when the writer says that nothing came, the sender's first one without matter.
        """
        keys = [self._ledger.keys.mark("message", one) for one in arrival.mail.thread]
        if keys:
            named = select(Trace).where(col(Trace.message_key).in_(keys))
            rows = [row for row in self._session.exec(named) if row.matter is None]
            mine = [row.received_at for row in rows if row.sender_key == arrival.sender_key]
            if mine:
                return min(mine)
        if not arrival.reading.reminder or arrival.mail.sender is None:
            return None
        since = arrival.row.received_at - REMINDER_REACHES
        return self._session.exec(
            select(func.min(Trace.received_at)).where(
                Trace.sender_key == arrival.sender_key,
                col(Trace.matter).is_(None),
                col(Trace.verdict).in_(("ordinary", "machine")),
                Trace.received_at >= since,
            )
        ).one()

    def twin(self, row: Journal) -> Journal | None:
        """An earlier mail with the same Message-ID and content, handled or set aside."""
        same = select(Journal).where(
            Journal.message_key == row.message_key,
            Journal.content_key == row.content_key,
            Journal.state != "received",
            col(Journal.id) != row.id,
        )
        return self._session.exec(same.order_by(col(Journal.id))).first()

    def _first_prompt(self, tokens: tuple[str, ...]) -> TokenRow | None:
        for token in tokens:
            row = self._session.get(TokenRow, token)
            if row is not None:
                return row
        return None

    def _answered(self, mail: IncomingMail) -> EffectRow | None:
        ids = [one.lower() for one in mail.thread]
        if mail.bounce is not None:
            ids += [one.lower() for one in mail.bounce.about]
        for one in ids:
            row = self._session.exec(select(EffectRow).where(EffectRow.message_id == one)).first()
            if row is not None or (row := self._notified(one)) is not None:
                return row
        return None

    def _notified(self, message_id: str) -> EffectRow | None:
        """The effect of a notice that went to several addresses, each with an id of its own."""
        label = f"{COPY}{message_id}"
        copy = self._session.exec(select(Content).where(Content.label == label)).first()
        if copy is None:
            return None
        chosen = select(EffectRow).where(EffectRow.matter == copy.matter)
        return self._session.exec(chosen.where(EffectRow.key == copy.body.decode())).first()

    def _code(self, held: tuple[str, ...]) -> CodeRow | None:
        key = self._ledger.keys.of("code")
        rows = [self._session.get(CodeRow, code_hash(key, one)) for one in held]
        known = [row for row in rows if row is not None]
        return next((row for row in known if self.is_open(row)), known[0] if known else None)

    def code_of(self, said: str) -> CodeRow | None:
        """The code that a text holds, if we know it."""
        return self._code(candidates(said))

    def deciders_of(self, sender_key: str) -> tuple[str, ...]:
        """The staff who said anything that decided in the matters of a sender, sorted."""
        if not sender_key:
            return ()
        chosen = (
            select(EventRow.actor)
            .join(MatterRow, col(MatterRow.number) == col(EventRow.matter))
            .where(MatterRow.person_key == sender_key, col(EventRow.actor).like("staff:%"))
        )
        actors = self._session.exec(chosen.distinct())
        return tuple(sorted(actor.removeprefix("staff:") for actor in actors))

    def is_open(self, row: CodeRow) -> bool:
        """Whether a code still counts; a letter's has no last day before it is posted."""
        fresh = row.lapses_at is None or row.lapses_at > self._now
        return row.used_at is None and row.voided_at is None and fresh

    def _tries(self, sender_key: str) -> int:
        since = self._now - TRIES_WITHIN
        chosen = select(func.count()).select_from(WrongTry)
        return self._session.exec(
            chosen.where(WrongTry.sender_key == sender_key, WrongTry.at > since)
        ).one()


def _to_staff(sent: EffectRow) -> bool:
    return effect_of(sent).to.startswith(("staff:", "dpo"))
