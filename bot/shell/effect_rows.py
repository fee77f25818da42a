"""Effects as rows of the ledger, and back."""

import json
from dataclasses import asdict
from datetime import datetime

from bot.core.effects import Effect, Kind
from bot.core.vocabulary import Mail, Manner
from bot.shell.tables import EffectRow


def effect_row(number: str, effect: Effect, now: datetime, given_id: str) -> EffectRow:
    """The row of an effect that is due at once."""
    return EffectRow(
        matter=number,
        key=effect.key,
        kind=effect.kind,
        body=json.dumps(asdict(effect)),
        message_id=given_id,
        due_at=now,
    )


def effect_of(row: EffectRow) -> Effect:
    """The effect that a row holds."""
    held = json.loads(row.body)
    held["kind"] = Kind(held["kind"])
    held["mail"] = Mail(held["mail"]) if held["mail"] else None
    held["manner"] = Manner(held["manner"]) if held["manner"] else None
    return Effect(**held)
