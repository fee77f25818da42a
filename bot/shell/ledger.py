"""The ledger: a matter is read back from its facts; a decision is written in one transaction."""

import hashlib
import json
from datetime import datetime

from sqlalchemy import BindParameter, bindparam
from sqlmodel import Session, col, delete, func, select

from bot.core import facts as f
from bot.core.deadlines import receipt_day
from bot.core.effects import Decision, Effect, Kind, Wake
from bot.core.facts import FACTS, Fact
from bot.core.fold import fold
from bot.core.matter import Case, Matter
from bot.core.orders import LETTER_CODE_LIVES
from bot.mail.tokens import mail_id, message_id
from bot.shell.blocks import block
from bot.shell.effect_rows import effect_row
from bot.shell.issuing import issue_code, issue_token
from bot.shell.keys import Draw, Keys
from bot.shell.tables import (
    CaseRow,
    CodeRow,
    Content,
    EffectRow,
    EventRow,
    Journal,
    MatterRow,
    TokenRow,
    WakeRow,
)
from bot.shell.vault import Vault

#: matters by the hash of their last fact, which stands for every fact before it; no two are alike
_FOLDED: dict[str, Matter] = {}
MOST_FOLDED = 500

# what every decision asks is put into words once
_OF: BindParameter[str] = bindparam("of")
_KEY: BindParameter[str] = bindparam("key")
_ORDERED = select(EffectRow.id).where(EffectRow.matter == _OF, EffectRow.key == _KEY)
_SET = select(WakeRow.id).where(WakeRow.matter == _OF, WakeRow.key == _KEY)


class Ledger:
    """Reads and writes matters inside a transaction that the caller holds.

    `domain` is the right side of our Message-IDs; `draw` gives random bytes.
    """

    def __init__(self, session: Session, keys: Keys, draw: Draw, domain: str) -> None:
        self.session = session
        self.keys = keys
        self.draw = draw
        self.domain = domain
        self.vault = Vault(session, keys, draw)

    def load(self, number: str) -> Matter:
        """The matter with this number; a KeyError when there is none."""
        row = self.session.get(MatterRow, number)
        known = _FOLDED.get(row.head) if row is not None else None
        if known is not None:
            return known
        facts = [FACTS.validate_json(row.fact) for row in self.events(number)]
        if not facts:
            raise KeyError(f"there is no matter {number}")
        return fold(facts)

    def events(self, number: str) -> list[EventRow]:
        """Every fact of a matter with who and when, in order."""
        chosen = select(EventRow).where(EventRow.matter == number).order_by(col(EventRow.seq))
        return list(self.session.exec(chosen))

    def next_number(self, now: datetime) -> str:
        """The number of the next matter: year and a count within it."""
        of_year = select(MatterRow.number).where(col(MatterRow.number).like(f"{now:%Y}-%"))
        longest_first = of_year.order_by(
            func.length(MatterRow.number).desc(), col(MatterRow.number).desc()
        )
        last = self.session.exec(longest_first.limit(1)).first()
        return f"{now:%Y}-{int(last.split('-')[1]) + 1 if last else 1:04d}"

    def keep(self, number: str, label: str, body: bytes) -> f.MailKept:
        """Keep content of a matter; the fact that says so holds a salted hash alone."""
        salt = self.draw(16)
        self.session.merge(Content(matter=number, label=label, body=body, salt=salt))
        digest = hashlib.sha256(salt + body).hexdigest()
        return f.MailKept(label=label, digest=digest)

    def content(self, number: str, label: str) -> bytes | None:
        """Content of a matter, or None where it is not (any longer)."""
        row = self.session.get(Content, (number, label))
        return row.body if row else None

    def mail_of(self, number: str, row: Journal) -> bytes | None:
        """The bytes of a journalled mail of a matter; an identical one's serve as well."""
        same = select(Journal.id).where(
            Journal.matter == number,
            Journal.message_key == row.message_key,
            Journal.content_key == row.content_key,
        )
        for one in (row.id, *self.session.exec(same)):
            held = self.content(number, f"mail:{one}")
            if held is not None:
                return held
        return None

    def forget_mails(self, number: str) -> None:
        """Destroy the mails of a matter that was none of ours."""
        self.session.exec(
            delete(Content).where(col(Content.matter) == number, col(Content.label).like("mail:%"))
        )

    def record(
        self, number: str, decision: Decision, actor: str, now: datetime, person_key: str = ""
    ) -> Matter:
        """Write what a decision says: facts, effects, wakes, and the rows that queries need."""
        row = self.session.get(MatterRow, number)
        before = self.load(number) if row else None
        matter = fold(decision.facts, before) if decision.facts else before
        if matter is None:
            raise ValueError(f"nothing is known of matter {number}")
        row = self._project(row, matter, person_key, now)
        self._project_cases(matter, before.cases if before else ())
        for fact in decision.facts:
            self._append(row, fact, actor, now)
            self._follow(number, fact, now)
        _remember(row.head, matter)
        for effect in decision.effects:
            self._order(matter, effect, now)
        for wake in decision.wakes:
            self._wake(number, wake)
        return matter

    def mail_id(self, key: str) -> str:
        """The Message-ID of the mail of an effect: the same however often it is sent."""
        return mail_id(self.keys.of("mail"), key, self.domain)

    def _append(self, row: MatterRow, fact: Fact, actor: str, now: datetime) -> None:
        text = FACTS.dump_json(fact).decode()
        seq = row.version + 1
        chained = json.dumps([row.head, row.number, seq, now.isoformat(), actor, text])
        row.head = hashlib.sha256(chained.encode()).hexdigest()
        row.version = seq
        self.session.add(
            EventRow(matter=row.number, seq=seq, at=now, actor=actor, fact=text, hash=row.head)
        )

    def _project(
        self, row: MatterRow | None, matter: Matter, person_key: str, now: datetime
    ) -> MatterRow:
        if row is None:
            row = MatterRow(
                number=matter.number,
                company=matter.company,
                mailbox=matter.mailbox,
                person_key=person_key,
                received_at=matter.received_at,
            )
        row.received_at = matter.received_at
        row.closed_at = (row.closed_at or now) if matter.closed else None
        self.session.add(row)
        return row

    def _project_cases(self, matter: Matter, before: tuple[Case, ...]) -> None:
        for case in matter.cases:
            if case not in before:
                self.session.merge(
                    CaseRow(
                        matter=matter.number,
                        number=case.number,
                        right=case.right,
                        workflow=case.workflow,
                        stage=case.stage,
                    )
                )

    def _follow(self, number: str, fact: Fact, now: datetime) -> None:
        """Bring the rows beside the matter into line with a fact."""
        match fact:
            case f.CodesVoided():
                for code in self._codes(number):
                    if fact.channel in {"", code.channel}:
                        code.voided_at = code.voided_at or now
            case f.LetterPosted():
                for code in self._codes(number):
                    if code.channel == "letter" and code.lapses_at is None:
                        code.lapses_at = now + LETTER_CODE_LIVES
            case f.Commanded():
                self._consume(number, now, fact.step)
            case f.StaffAway():
                self._consume(number, now, fact.step, fact.person)
            case f.Frozen():
                self._freeze(number, frozen=not fact.thawed_by)
            case _:
                pass

    def _consume(self, number: str, now: datetime, step: int, person: str = "") -> None:
        """The tokens of a prompt can be used no longer; those of one person, where it is named."""
        chosen = select(TokenRow).where(TokenRow.matter == number, TokenRow.step == step)
        if person:
            chosen = chosen.where(TokenRow.person == person)
        for row in self.session.exec(chosen):
            row.consumed_at = row.consumed_at or now

    def _freeze(self, number: str, *, frozen: bool) -> None:
        """Evidence in dispute is every matter of the same sender (P24)."""
        key = self.session.get_one(MatterRow, number).person_key
        same = select(MatterRow).where(
            (MatterRow.number == number) if not key else (MatterRow.person_key == key)
        )
        for row in self.session.exec(same):
            row.frozen = frozen

    def _codes(self, number: str) -> list[CodeRow]:
        return list(self.session.exec(select(CodeRow).where(CodeRow.matter == number)))

    def _order(self, matter: Matter, effect: Effect, now: datetime) -> None:
        named = {"of": matter.number, "key": effect.key}
        if self.session.exec(_ORDERED, params=named).first() is not None:
            return
        given = ""
        if effect.kind is Kind.PROMPT:
            given = message_id(issue_token(self, matter, effect), self.domain)
        elif effect.kind is Kind.SEND:
            given = self.mail_id(f"{matter.number}:{effect.key}")
        elif effect.kind is Kind.BLOCK:
            # our own list holds them before a register is asked, and if none answers
            held = json.loads(self.content(matter.number, "block") or b"[]")
            block(self.session, held, receipt_day(now), matter.number)
        if effect.code:
            issue_code(self, matter, effect, now)
        self.session.add(effect_row(matter.number, effect, now, given))

    def _wake(self, number: str, wake: Wake) -> None:
        if self.session.exec(_SET, params={"of": number, "key": wake.key}).first() is None:
            row = WakeRow(matter=number, key=wake.key, event=wake.event, at=wake.at)
            row.ordinal, row.case = wake.ordinal, wake.case
            self.session.add(row)


def _remember(head: str, matter: Matter) -> None:
    if len(_FOLDED) >= MOST_FOLDED:
        _FOLDED.clear()
    _FOLDED[head] = matter
