"""The words that staff may answer a prompt with, and the reader that takes nothing for granted.

A word is taken exactly as it stands in the table, in any case, with or without the dots and rings
of å, ä and ö. Two different words in one mail stop the whole mail: nothing half runs.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.core.vocabulary import Refusal, Right, Role


class Verb(StrEnum):
    """What a member of staff may tell the bot to do."""

    APPROVE = "approve"
    REDO = "redo"
    REFUSE = "refuse"
    CLASSIFY = "classify"
    DONE = "done"
    POSTED = "posted"
    STATUS = "status"
    HELP = "help"


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

    `rights` belongs to CLASSIFY, where none means an ordinary mail; `ground` belongs to REFUSE,
    `text` (what was done, as written) to DONE.
    """

    verb: Verb
    rights: tuple[Right, ...] = ()
    ground: Refusal | None = None
    text: str = ""


@dataclass(frozen=True)
class Word:
    """One row of the table: the spellings (Swedish first, English second), who, and the help."""

    verb: Verb
    spellings: tuple[str, ...]
    argument: str
    who: Role
    means: str

    @property
    def usage(self) -> str:
        """The word as a member of staff writes it, with its argument if it takes one."""
        return f"{self.spellings[0]} {self.argument}".strip()


_GROUNDS: Final = ", ".join(Refusal)

COMMANDS: Final = (
    Word(Verb.APPROVE, ("GODKÄNN", "APPROVE"), "", Role.HANDLER, "Svaret skickas till kunden."),
    Word(
        Verb.REDO,
        ("GÖR OM", "REDO"),
        "",
        Role.HANDLER,
        "Steget görs om: ett nytt utkast, eller en ny kod till kunden.",
    ),
    Word(
        Verb.REFUSE,
        ("AVSLÅ", "REFUSE"),
        "<grund>",
        Role.DECIDER,
        f"Kunden får avslag. Grund är ett av orden {_GROUNDS}.",
    ),
    Word(
        Verb.CLASSIFY,
        ("KLASSA", "CLASSIFY"),
        "<rätt>",
        Role.HANDLER,
        "Säger vad mejlet gäller. VANLIGT betyder att det inte är vårt ärende.",
    ),
    Word(
        Verb.DONE,
        ("KLAR", "DONE"),
        "<vad>",
        Role.HANDLER,
        "En medarbetare har svarat kunden. Ärendet avslutas.",
    ),
    Word(Verb.POSTED, ("POSTAT", "POSTED"), "", Role.HANDLER, "Brevet är postat. Filen raderas."),
    Word(Verb.STATUS, ("STATUS",), "", Role.HANDLER, "Visar var ärendet står."),
    Word(Verb.HELP, ("HJÄLP", "HELP", "?"), "", Role.HANDLER, "Visar den här listan."),
)

# The first word of each row is the one that prompts propose.
RIGHT_WORDS: Final[dict[Right, tuple[str, ...]]] = {
    Right.ACCESS: ("TILLGÅNG", "REGISTERUTDRAG", "UTDRAG", "ACCESS"),
    Right.RECTIFICATION: ("RÄTTELSE", "RÄTTA", "RECTIFICATION"),
    Right.ERASURE: ("RADERING", "RADERA", "ERASURE"),
    Right.RESTRICTION: ("BEGRÄNSNING", "RESTRICTION"),
    Right.PORTABILITY: ("PORTABILITET", "DATAPORTABILITET", "PORTABILITY"),
    Right.OBJECTION_MARKETING: (
        "REKLAM",
        "DIREKTREKLAM",
        "MARKNADSFÖRING",
        "NEJ TILL DIREKTREKLAM",
        "MARKETING",
    ),
    Right.OBJECTION_LI: ("INVÄNDNING", "OBJECTION"),
    Right.CONSENT_WITHDRAWAL: ("SAMTYCKE", "ÅTERKALLAT SAMTYCKE", "CONSENT"),
    Right.COMPLAINT: ("KLAGOMÅL", "COMPLAINT"),
    Right.PRIVACY_QUESTION: ("FRÅGA", "FRÅGA OM PERSONUPPGIFTER", "QUESTION"),
    Right.HUMAN_ONLY: ("MÄNNISKA", "ÄRENDE FÖR MÄNNISKA", "HUMAN"),
}
ORDINARY_WORDS: Final = ("VANLIGT", "ORDINARY")

_ASCII = str.maketrans("åäöé", "aaoe")
_ROUND = " \t.,:;!\"'*_`()[]<>«»“”„’‘–—-"
_GREETINGS = frozenset({"hej", "hejsan", "hej hej", "hallå", "hi", "hello"})
_ASKING = "?"


def _plain(text: str) -> str:
    """Casefolded and composed, with every run of white space or underscores as one blank."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return " ".join(composed.replace("_", " ").split())


def _spellings(words: tuple[str, ...]) -> frozenset[str]:
    """Each word as it is compared: with its own letters, and with a, a, o for å, ä, ö."""
    own = {_plain(word) for word in words}
    return frozenset(own | {word.translate(_ASCII) for word in own})


_VERBS: Final = {
    spelling: word.verb for word in COMMANDS for spelling in _spellings(word.spellings)
}
_RIGHTS: Final = {
    spelling: right for right, words in RIGHT_WORDS.items() for spelling in _spellings(words)
}
_ORDINARY: Final = _spellings(ORDINARY_WORDS)
_REFUSALS: Final = {_plain(ground): ground for ground in Refusal} | {
    "andras rätt": Refusal.OTHERS_RIGHTS
}
_READ_ONLY: Final = frozenset({Verb.STATUS, Verb.HELP})
_ANYWHERE: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, _VERBS.keys() - {_ASKING}))})(?!\w)"
)


def command_words() -> frozenset[str]:
    """The first words (casefolded) by which a text is known to be meant as a command."""
    return frozenset(spelling.split()[0] for spelling in _VERBS)


def row_of(verb: Verb) -> Word:
    """The table's row of a verb."""
    return next(word for word in COMMANDS if word.verb is verb)


def parse(new_text: str) -> Command | Misread:
    """Read what a member of staff newly wrote, quotes and signature already taken off.

    The first line that is neither blank nor a greeting must be the command.
    """
    lines = _lines(new_text)
    if not lines:
        return Misread.EMPTY
    first = _first_word(lines[0])
    if first is None:
        return Misread.UNKNOWN
    verb, argument = first
    # What was done is told in free words, and "postat" may be one of them.
    rest = lines[1:] if verb is Verb.DONE else [argument, *lines[1:]]
    if {_VERBS[found] for found in _ANYWHERE.findall(_plain("\n".join(rest)))} - {verb}:
        return Misread.TWO_WORDS
    return _with_argument(verb, argument)


def meant(new_text: str) -> Verb | None:
    """The verb a text begins with, also when `parse` refuses it: for the sentence that says why."""
    first = _first_word(next(iter(_lines(new_text)), ""))
    return first[0] if first else None


def _lines(text: str) -> list[str]:
    """The lines that are not blank, a greeting at the top left out."""
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    return lines[1:] if lines and _plain(lines[0]).strip(_ROUND) in _GREETINGS else lines


def _first_word(line: str) -> tuple[Verb, str] | None:
    """The command a line begins with and what stands after it on that line."""
    if line == _ASKING:
        return Verb.HELP, ""
    pieces = unicodedata.normalize("NFC", line).split(maxsplit=2)
    for length in (2, 1):
        head = _plain(" ".join(pieces[:length])).strip(_ROUND + _ASKING)
        if len(pieces) >= length and head in _VERBS:
            return _VERBS[head], " ".join(pieces[length:]).strip(_ROUND)
    return None


def _with_argument(verb: Verb, argument: str) -> Command | Misread:
    takes_one = row_of(verb).argument != ""
    if takes_one and not argument:
        return Misread.MISSING_ARGUMENT
    if verb is Verb.CLASSIFY:
        return _classified(argument)
    if verb is Verb.REFUSE:
        ground = _REFUSALS.get(_plain(argument))
        return Command(verb, ground=ground) if ground else Misread.WRONG_ARGUMENT
    if verb is Verb.DONE:
        return Command(verb, text=argument)
    if argument.strip(_ASKING) and verb not in _READ_ONLY:
        # "GODKÄNN inte" must never be an approval.
        return Misread.WRONG_ARGUMENT
    return Command(verb)


def _classified(argument: str) -> Command | Misread:
    """One right, or several with "och", "and" or commas between them; or an ordinary mail."""
    whole = _plain(argument)
    if whole in _ORDINARY:
        return Command(Verb.CLASSIFY)
    names = [name.strip() for name in re.split(r",|\+| och | and ", whole)]
    rights = tuple(dict.fromkeys(_RIGHTS[name] for name in names if name in _RIGHTS))
    if not all(name in _RIGHTS for name in names):
        return Misread.WRONG_ARGUMENT
    return Command(Verb.CLASSIFY, rights=rights)


def readme_table() -> str:
    """The Markdown table of staff commands, one row a word, as the README prints it."""
    rows = ["| Staff write | In English | Who | What they read about it |", "|---|---|---|---|"]
    for word in COMMANDS:
        english = ", ".join(f"`{spelling}`" for spelling in word.spellings[1:]) or "`STATUS`"
        rows.append(f"| `{word.usage}` | {english} | {word.who} | {word.means} |")
    return "\n".join(rows) + "\n"
