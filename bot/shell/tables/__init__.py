"""The ledger's tables. What a person wrote or owns is in `content` and `artefact`, nowhere else."""

from bot.shell.tables.hall import Cursor, Journal, Trace
from bot.shell.tables.issued import CodeRow, TokenRow, WrongTry
from bot.shell.tables.kept import Artefact, Chunk, Content
from bot.shell.tables.lists import BlockRow, Told
from bot.shell.tables.matters import CaseRow, EffectRow, EventRow, MatterRow, WakeRow
from bot.shell.tables.row import UtcDateTime

__all__ = [
    "Artefact",
    "BlockRow",
    "CaseRow",
    "Chunk",
    "CodeRow",
    "Content",
    "Cursor",
    "EffectRow",
    "EventRow",
    "Journal",
    "MatterRow",
    "TokenRow",
    "Told",
    "Trace",
    "UtcDateTime",
    "WakeRow",
    "WrongTry",
]
