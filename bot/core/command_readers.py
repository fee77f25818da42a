"""What may stand after each word of staff, read: a right, a ground, numbers of rows, own words."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.core.command_table import Verb
from bot.core.command_words import (
    CONTACT_WORDS,
    EXTENSION_WORDS,
    GROUND_WORDS,
    ORDINARY_WORDS,
    RIGHT_WORDS,
    ROUND,
    ROW_GROUNDS,
    Change,
    changes,
    headed,
    own_words,
    plain,
    row_numbers,
    spellings,
    spelt,
)
from bot.core.vocabulary import Extension, Refusal, Right


class Misread(StrEnum):
    """Why a text is no command; the value names the sentence that its writer is told."""

    EMPTY = "empty"
    UNKNOWN = "unknown_word"
    TWO_WORDS = "two_words"
    MISSING_ARGUMENT = "missing_argument"
    WRONG_ARGUMENT = "wrong_argument"


@dataclass(frozen=True)
class Command:
    """One command, read.

    `rights` belongs to CLASSIFY, where none means an ordinary mail; `ground` to REFUSE and
    LEAVE_OUT, `extension` to EXTEND; `contact` (contact data or other data) and `changes` to
    CORRECT; `code`, as it was typed, to CODE; `numbers`, of rows, to MASK and LEAVE_OUT, and
    of candidates to INCLUDE. `text` is
    what was written in own words: the reasons of a refusal or an extension (possibly none), the
    lines of CORRECT, what was done of DONE.
    """

    verb: Verb
    rights: tuple[Right, ...] = ()
    ground: Refusal | None = None
    text: str = ""
    extension: Extension | None = None
    contact: bool | None = None
    changes: tuple[Change, ...] = ()
    code: str = ""
    numbers: tuple[int, ...] = ()


_RIGHTS: Final = spelt(RIGHT_WORDS)
_ORDINARY: Final = spellings(ORDINARY_WORDS)
_REFUSALS: Final = spelt(GROUND_WORDS)
_EXTENSIONS: Final = spelt(EXTENSION_WORDS)
_PARTS: Final = spelt(CONTACT_WORDS)
_CODE: Final = re.compile(r"(?=\D*\d)[0-9A-Za-z]{6,12}")


def _refused(rest: str, following: Sequence[str]) -> Command | Misread:
    found = headed(rest, _REFUSALS)
    if found is None:
        return Misread.WRONG_ARGUMENT
    second = headed(found[1], _REFUSALS)
    if second is not None and second[0] is not found[0]:
        return Misread.WRONG_ARGUMENT
    return Command(Verb.REFUSE, ground=found[0], text=own_words(found[1], following))


def _extended(rest: str, following: Sequence[str]) -> Command | Misread:
    found = headed(rest, _EXTENSIONS)
    if found is None:
        return Misread.WRONG_ARGUMENT
    return Command(Verb.EXTEND, extension=found[0], text=own_words(found[1], following))


def _corrected(rest: str, following: Sequence[str]) -> Command | Misread:
    found = headed(rest, _PARTS)
    if found is None:
        return Misread.WRONG_ARGUMENT
    text = own_words(found[1], following)
    if not text:
        return Misread.MISSING_ARGUMENT
    read = changes(text)
    if read is None:
        return Misread.WRONG_ARGUMENT
    return Command(Verb.CORRECT, contact=found[0], changes=read, text=text)


def _done(rest: str, following: Sequence[str]) -> Command | Misread:
    return Command(Verb.DONE, text=own_words(rest, following).strip(ROUND))


def _missent(rest: str, following: Sequence[str]) -> Command | Misread:
    return Command(Verb.MISSENT, text=own_words(rest, following).strip(ROUND))


def _coded(rest: str, _following: Sequence[str]) -> Command | Misread:
    code = rest.strip(ROUND)
    signs = re.sub(r"[\s‐-―_-]", "", code)
    return Command(Verb.CODE, code=code) if _CODE.fullmatch(signs) else Misread.WRONG_ARGUMENT


def _masked(rest: str, _following: Sequence[str]) -> Command | Misread:
    numbers, after = row_numbers(rest.strip(ROUND))
    if not numbers or after.strip(ROUND):
        return Misread.WRONG_ARGUMENT
    return Command(Verb.MASK, numbers=numbers)


def _included(rest: str, _following: Sequence[str]) -> Command | Misread:
    numbers, after = row_numbers(rest.strip(ROUND))
    if not numbers or after.strip(ROUND):
        return Misread.WRONG_ARGUMENT
    return Command(Verb.INCLUDE, numbers=numbers)


def _left_out(rest: str, following: Sequence[str]) -> Command | Misread:
    numbers, after = row_numbers(rest.strip(ROUND))
    found = headed(after, _REFUSALS)
    if not numbers or found is None or found[0] not in ROW_GROUNDS:
        return Misread.WRONG_ARGUMENT
    text = own_words(found[1], following)
    return Command(Verb.LEAVE_OUT, ground=found[0], text=text, numbers=numbers)


def _classified(rest: str, _following: Sequence[str]) -> Command | Misread:
    """One right, or several with "och", "and" or commas between them; or an ordinary mail."""
    whole = plain(rest.strip(ROUND))
    if whole in _ORDINARY:
        return Command(Verb.CLASSIFY)
    names = [name.strip() for name in re.split(r",|\+| och | and ", whole)]
    rights = tuple(dict.fromkeys(_RIGHTS[name] for name in names if name in _RIGHTS))
    if not all(name in _RIGHTS for name in names):
        return Misread.WRONG_ARGUMENT
    return Command(Verb.CLASSIFY, rights=rights)


READERS: Final[Mapping[Verb, Callable[[str, Sequence[str]], Command | Misread]]] = {
    Verb.CLASSIFY: _classified,
    Verb.CODE: _coded,
    Verb.CORRECT: _corrected,
    Verb.DONE: _done,
    Verb.EXTEND: _extended,
    Verb.INCLUDE: _included,
    Verb.LEAVE_OUT: _left_out,
    Verb.MASK: _masked,
    Verb.MISSENT: _missent,
    Verb.REFUSE: _refused,
}
"""How the argument of each word that takes one is read: the rest of its line, the lines below."""
