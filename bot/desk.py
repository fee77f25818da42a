"""The desk: what is done with a mail whatever it is: opened, kept, filed, traced."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.classify import RULES_VERSION
from bot.core import facts as f
from bot.core.deadlines import receipt_day
from bot.core.decide import Happening, allows, decide, open_matter
from bot.core.effects import Decision, Effect, Kind
from bot.core.house import House
from bot.core.matter import Matter
from bot.core.vocabulary import Act, Language, Manner, Right, Verdict
from bot.gather import Arrival, Gatherer
from bot.mail.named import named_in, newsletter_recipients
from bot.shell.ledger import Ledger
from bot.shell.tables import Trace

#: what is left of an ordinary mail lives so long (P08)
TRACE_LIVES = timedelta(days=730)
BOT = "rightsbot"
#: languages that are answered in one; a text of no language is Swedish
OURS = frozenset({"sv", "en", "und"})


class Desk:
    """One mail at a time: the ledger, the gatherer and the house, at one instant."""

    def __init__(
        self, ledger: Ledger, gatherer: Gatherer, house: House, company_of: Mapping[str, str]
    ) -> None:
        self.ledger = ledger
        self.gatherer = gatherer
        self.house = house
        self.company_of = company_of

    def leave_trace(self, arrival: Arrival) -> None:
        """Keyed hashes, receipt and verdict: enough to say whether a mail was seen."""
        row = arrival.row
        self.ledger.session.add(
            Trace(
                mailbox=row.mailbox,
                message_key=row.message_key,
                sender_key=arrival.sender_key,
                content_key=row.content_key,
                received_at=row.received_at,
                verdict=row.verdict,
                rules=RULES_VERSION,
                matter=row.matter,
                last_day=receipt_day(row.received_at) + TRACE_LIVES,
            )
        )

    def open(self, arrival: Arrival, rights: tuple[Right, ...], now: datetime) -> str:
        """A new matter for this mail; its number."""
        row = arrival.row
        number = self.ledger.next_number(now)
        earlier = self.gatherer.earlier_receipt(arrival)
        blocked = self._addresses_to_block(arrival)
        readable = arrival.judgement.verdict is not Verdict.UNREADABLE
        opened = f.MatterOpened(
            number=number,
            company=self.company_of[row.mailbox],
            mailbox=row.mailbox,
            language=Language.EN if arrival.reading.language == "en" else Language.SV,
            both_languages=arrival.reading.language not in OURS,
            received_at=min(row.received_at, earlier or row.received_at),
            may_answer=arrival.judgement.may_answer,
            addresses=len(blocked),
            readable=readable,
            concerns=arrival.reading.concerns,
            topics=arrival.reading.topics,
            decided_before=self._decided_before(arrival, rights),
        )
        decision = open_matter(opened, rights, now, self.house)
        kept = self.keep_mail(arrival, number)
        self._keep_names(number, arrival, blocked)
        decision = replace(decision, facts=(*decision.facts, kept))
        self.ledger.record(number, decision, BOT, now, arrival.sender_key)
        if rights:
            self.file(number, row.id or 0, arrival.manner, now)
        return number

    def block_more(self, arrival: Arrival, number: str, now: datetime) -> None:
        """A mailing that went on was forwarded: block what it names besides (P14)."""
        held: list[str] = json.loads(self.ledger.content(number, "block") or b"[]")
        more = [one for one in self._addresses_to_block(arrival) if one not in held]
        matter = self.ledger.load(number)
        cases = [case for case in matter.cases if case.right is Right.OBJECTION_MARKETING]
        if not (more and cases):
            return
        self.ledger.keep(number, "block", json.dumps([*held, *more]).encode())
        effects = tuple(
            Effect(
                Kind.BLOCK,
                f"block:{arrival.row.id}:{register}",
                case=cases[0].number,
                register=register,
            )
            for register in self.house.registers
        )
        self.ledger.record(number, Decision(effects=effects), BOT, now)

    def _addresses_to_block(self, arrival: Arrival) -> tuple[str, ...]:
        mail, own = arrival.mail, self.gatherer.own
        hinted = (*newsletter_recipients(mail, own), *named_in(mail, own).addresses)
        return tuple(dict.fromkeys(one for one in (mail.sender, *hinted) if one))

    def keep_mail(self, arrival: Arrival, number: str) -> f.MailKept:
        """The mail's bytes become content of the matter."""
        return self.ledger.keep(number, f"mail:{arrival.row.id}", arrival.row.raw or b"")

    def file(self, number: str, journal: int, manner: Manner, now: datetime) -> None:
        """Order a move or copy of one mail in its mailbox."""
        effect = Effect(Kind.FILE, f"file:{journal}", journal=journal, manner=manner)
        self.ledger.record(number, Decision(effects=(effect,)), BOT, now)

    def happen(self, number: str, happening: Happening, now: datetime, actor: str = BOT) -> Matter:
        """Decide over a matter and record what follows."""
        matter = self.ledger.load(number)
        decision = decide(matter, happening, now, self.house)
        return self.ledger.record(number, decision, actor, now)

    def unanswered(self, number: str) -> set[Right | None]:
        """The rights of a matter that another mail may join; None is a mail not yet named.

        What is answered, refused or taken back is asked anew, and answered in full (L41).
        """
        cases = [
            (case, self.house.tables[case.workflow]) for case in self.ledger.load(number).cases
        ]
        stages = [(case.right, table.by_name[case.stage]) for case, table in cases]
        return {right for right, stage in stages if not (stage.final or stage.settled)}

    def tries(self, number: str, happening: Happening, now: datetime) -> bool:
        """Record what follows only if a case has a rule for it; whether one has."""
        fits = allows(self.ledger.load(number), happening, self.house, now)
        if fits:
            self.happen(number, happening, now)
        return fits

    def _decided_before(self, arrival: Arrival, rights: tuple[Right, ...]) -> tuple[str, ...]:
        """Who of staff decided earlier matters of a sender who now complains (P24)."""
        if Right.COMPLAINT not in rights:
            return ()
        return self.gatherer.deciders_of(arrival.sender_key)

    def _keep_names(self, number: str, arrival: Arrival, blocked: tuple[str, ...]) -> None:
        mail = arrival.mail
        named = named_in(mail, self.gatherer.own)
        thread = [mail.message_id] if mail.message_id else []
        kept = {
            "requester": mail.sender or "",
            "thread": json.dumps(thread),
            "named": json.dumps([named.addresses, named.customer_numbers, named.cookies]),
            "block": json.dumps(blocked),
            "cues": json.dumps(arrival.judgement.because, ensure_ascii=False),
            "perhaps": json.dumps(arrival.judgement.rights),
            "mixed": "" if arrival.reading.only else "mixed",
            "paper": "paper" if arrival.reading.paper else "",
        }
        for label, text in kept.items():
            self.ledger.keep(number, label, text.encode())


def acted_name(act: Act, case: int) -> str:
    """The label of the day on which the registers last did an act for a case; ISO date."""
    return f"acted:{act}:{case}"


def papers_name(turn: int, register: str) -> str:
    """The name in the vault of what people handed in for a register in one round.

    The list of the files lies there, and each file under the same name with its place.
    """
    return f"papers:{turn}:{register}"
