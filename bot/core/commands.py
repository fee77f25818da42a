"""The words that staff may answer a prompt with, and the reader that takes nothing for granted.

A word is taken exactly as it stands in the table, in any case, with or without the dots and rings
of å, ä and ö. Two different words in one mail stop the whole mail: nothing half runs. Only in the
free words after AVSLÅ, FÖRLÄNG, RÄTTA, UTELÄMNA and KLAR may another command's word be mentioned.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from bot.core.command_readers import READERS, Command, Misread
from bot.core.command_table import COMMANDS, Verb, Word, readme_table, row_of
from bot.core.command_words import RIGHT_WORDS, ROUND, Change, is_greeting, plain, spellings

__all__ = ["COMMANDS", "RIGHT_WORDS", "Change", "Command", "Misread", "Verb", "Word"]
__all__ += ["command_words", "meant", "parse", "readme_table", "row_of"]


_ASKING = "?"
_VERBS: Final = {s: word.verb for word in COMMANDS for s in spellings(word.spellings)}
_READ_ONLY: Final = frozenset({Verb.STATUS, Verb.HELP})
_FREE: Final = frozenset(
    {Verb.REFUSE, Verb.EXTEND, Verb.CORRECT, Verb.LEAVE_OUT, Verb.DONE, Verb.MISSENT}
)
# free words may begin a line with these two; in capitals they are meant as commands
_LOUD: Final = frozenset({Verb.DONE, Verb.CODE})
_ANYWHERE: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, _VERBS.keys() - {_ASKING}))})(?!\w)"
)


def command_words() -> frozenset[str]:
    """The first words (casefolded) by which a text is known to be meant as a command."""
    return frozenset(spelling.split()[0] for spelling in _VERBS)


def parse(new_text: str) -> Command | Misread:
    """Read what a member of staff newly wrote, quotes and signature already taken off.

    The first line that is neither blank nor a greeting must be the command, its closed word on the
    same line; free words may go on below.
    """
    lines = _lines(new_text)
    if not lines:
        return Misread.EMPTY
    first = _first_word(lines[0])
    if first is None:
        return Misread.UNKNOWN
    verb, rest = first
    read = _with_argument(verb, rest, lines[1:])
    if _names_another(verb, rest, lines[1:], read):
        return Misread.TWO_WORDS
    return read


def meant(new_text: str) -> Verb | None:
    """The verb a text begins with, also when `parse` refuses it: for the sentence that says why."""
    first = _first_word(next(iter(_lines(new_text)), ""))
    return first[0] if first else None


def _lines(text: str) -> list[str]:
    """The lines from the first written one on, a greeting at the top left out."""
    lines = [line.strip() for line in text.strip().splitlines()]
    if lines and is_greeting(lines[0]):
        return "\n".join(lines[1:]).strip().splitlines()
    return lines


def _first_word(line: str) -> tuple[Verb, str] | None:
    """The command a line begins with and what stands after it on that line, as written."""
    if line == _ASKING:
        return Verb.HELP, ""
    # KOD:AB12 is KOD: AB12
    whole = re.sub(r"^(\w+):(?=\S)", r"\1: ", unicodedata.normalize("NFC", line))
    pieces = whole.split(maxsplit=2)
    for length in (2, 1):
        head = plain(" ".join(pieces[:length])).strip(ROUND + _ASKING)
        if len(pieces) >= length and head in _VERBS:
            return _VERBS[head], " ".join(pieces[length:]).strip()
    return None


def _names_another(
    verb: Verb, rest: str, following: Sequence[str], read: Command | Misread
) -> bool:
    """Whether a second command is named, outside what may be said in free words."""
    if verb in _FREE:
        wrong = [rest] if read is Misread.WRONG_ARGUMENT else []
        return _mentions(verb, wrong) or any(_is_whole(verb, line) for line in following)
    # KLASSA RÄTTA: the right, not the command
    taken = verb is Verb.CLASSIFY and isinstance(read, Command)
    return _mentions(verb, [*following] if taken else [rest, *following])


def _mentions(verb: Verb, lines: Sequence[str]) -> bool:
    return bool({_VERBS[found] for found in _ANYWHERE.findall(plain("\n".join(lines)))} - {verb})


def _is_whole(verb: Verb, line: str) -> bool:
    """Whether a line of free words is, by itself, another command that would run."""
    first = _first_word(line)
    if first is None or first[0] is verb or (first[0] in _READ_ONLY and first[1]):
        return False
    if first[0] in _LOUD and not line.split(maxsplit=1)[0].isupper():
        return False
    return isinstance(_with_argument(*first, []), Command)


def _with_argument(verb: Verb, rest: str, following: Sequence[str]) -> Command | Misread:
    argument = rest.strip(ROUND)
    if row_of(verb).argument:
        return READERS[verb](rest, following) if argument else Misread.MISSING_ARGUMENT
    if argument.strip(_ASKING) and verb not in _READ_ONLY:
        # "GODKÄNN inte" must never be an approval.
        return Misread.WRONG_ARGUMENT
    return Command(verb)
