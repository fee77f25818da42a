"""Which effect of which matter a mail of the house came from, asked of the ledger."""

from dataclasses import dataclass

from sqlmodel import select

from bot.core.effects import Effect, Kind
from bot.core.vocabulary import Mail
from bot.demo.play import Post
from bot.shell.effect_rows import effect_of
from bot.shell.ledger import Ledger
from bot.shell.tables import EffectRow

#: most addresses that one notice went to
_MOST_COPIES = 8


@dataclass(frozen=True)
class Heard:
    """One mail that the house sent, with its matter ("" for none) and what ordered it."""

    post: Post
    number: str
    effect: Effect

    @property
    def kind(self) -> Mail:
        """Which of our mails it is."""
        if self.effect.mail is None:
            raise ValueError(f"the effect {self.effect.key} sends no mail")
        return self.effect.mail


def origin(ledger: Ledger, post: Post) -> Heard:
    """What a mail came from. LookupError for one that the house did not send."""
    given = post.mail.message_id
    row = ledger.session.exec(select(EffectRow).where(EffectRow.message_id == given)).first()
    row = row or _notice(ledger, given or "")
    if row is None:
        raise LookupError(f"no effect sent «{post.subject}»")
    return Heard(post, row.matter, effect_of(row))


def _notice(ledger: Ledger, given: str) -> EffectRow | None:
    """The copies of a notice to several addresses are numbered by their place."""
    for row in ledger.session.exec(select(EffectRow).where(EffectRow.kind == Kind.NOTIFY)):
        keys = (f"{row.matter}:{row.key}:{place}" for place in range(_MOST_COPIES))
        if given in map(ledger.mail_id, keys):
            return row
    return None
