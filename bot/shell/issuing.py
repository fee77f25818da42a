"""Tokens and codes, drawn while an effect is recorded, so that a repetition finds the same."""

from datetime import datetime
from typing import Protocol

from sqlmodel import Session

from bot.core.effects import Effect, Kind
from bot.core.matter import Matter
from bot.core.orders import MAIL_CODE_LIVES
from bot.mail.tokens import Claim, code_from, code_hash, token
from bot.shell.keys import Draw, Keys
from bot.shell.tables import CodeRow, TokenRow
from bot.shell.vault import Vault


class Desk(Protocol):
    """What is needed of the ledger: its transaction, keys, randomness and vault."""

    session: Session
    keys: Keys
    draw: Draw
    vault: Vault


def issue_token(ledger: Desk, matter: Matter, effect: Effect) -> str:
    """The token of one prompt to one person; its row says what it binds."""
    person = effect.to.removeprefix("staff:")
    claim = Claim(
        matter=matter.number,
        case=effect.case,
        step=effect.step,
        person=person,
        company=matter.company,
        nonce=ledger.draw(16).hex(),
    )
    made = token(ledger.keys.of("token"), claim)
    ledger.session.add(
        TokenRow(
            token=made, matter=matter.number, case=effect.case, step=effect.step, person=person
        )
    )
    return made


def issue_code(ledger: Desk, matter: Matter, effect: Effect, now: datetime) -> None:
    """Draw a code: its hash stays, the code itself lies in the vault until it has left."""
    code = code_from(ledger.draw(16))
    by_letter = effect.kind is Kind.PRINT
    ledger.session.add(
        CodeRow(
            hash=code_hash(ledger.keys.of("code"), code),
            matter=matter.number,
            ordinal=matter.codes,
            channel="letter" if by_letter else "mail",
            label=matter.proved if by_letter else effect.to,
            lapses_at=None if by_letter else now + MAIL_CODE_LIVES,
        )
    )
    ledger.vault.put(matter.number, f"code:{effect.key}", code.encode())
