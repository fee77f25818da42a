"""The table of the words that staff may answer a prompt with: who may, and what each means."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.core.vocabulary import Extension, Refusal, Role


class Verb(StrEnum):
    """What a member of staff may tell the bot to do."""

    APPROVE = "approve"
    REDO = "redo"
    REFUSE = "refuse"
    EXTEND = "extend"
    CLASSIFY = "classify"
    CORRECT = "correct"
    LIFT = "lift"
    MASK = "mask"
    LEAVE_OUT = "leave_out"
    INCLUDE = "include"
    ID_SHOWN = "id_shown"
    CHECKED = "checked"
    CODE = "code"
    DONE = "done"
    NOTHING = "nothing"
    POSTED = "posted"
    MISSENT = "missent"
    STATUS = "status"
    HELP = "help"


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
_REASONS: Final = " eller ".join(Extension)
_WORKS, _DECIDES = Role.HANDLER, Role.DECIDER

COMMANDS: Final = (
    Word(Verb.APPROVE, ("GODKÄNN", "APPROVE"), "", _WORKS, "Svaret skickas till kunden."),
    Word(
        Verb.REDO,
        ("GÖR OM", "REDO"),
        "",
        _WORKS,
        "Steget görs om: ett nytt utkast, eller en ny kod till kunden.",
    ),
    Word(
        Verb.REFUSE,
        ("AVSLÅ", "REFUSE"),
        "<grund> <skäl>",
        _DECIDES,
        f"Kunden får avslag, med skälen i dina egna ord. Grund är ett av orden {_GROUNDS}.",
    ),
    Word(
        Verb.EXTEND,
        ("FÖRLÄNG", "EXTEND"),
        "<orsak> <skäl>",
        _DECIDES,
        f"Kunden får vänta längre, med skälen i dina egna ord. Orsak är {_REASONS}.",
    ),
    Word(
        Verb.CLASSIFY,
        ("KLASSA", "CLASSIFY"),
        "<rätt>",
        _WORKS,
        "Säger vad mejlet gäller. VANLIGT betyder att det inte är vårt ärende.",
    ),
    Word(
        Verb.CORRECT,
        ("RÄTTA", "CORRECT"),
        "<vad>",
        _WORKS,
        "Vad är KONTAKT eller UPPGIFT. På raderna under: gammalt -> nytt.",
    ),
    Word(
        Verb.MASK,
        ("MASKERA", "MASK"),
        "<nummer>",
        _WORKS,
        "Det om andra döljs på de raderna (3,7-9). Du får en ny förhandsvisning.",
    ),
    Word(
        Verb.LEAVE_OUT,
        ("UTELÄMNA", "LEAVE OUT"),
        "<nummer> <grund>",
        _DECIDES,
        "De raderna lämnas inte ut, och kunden får veta det och grunden.",
    ),
    Word(
        Verb.INCLUDE,
        ("TA MED", "INCLUDE"),
        "<nummer>",
        _WORKS,
        "Det som kanske är kundens räknas som kundens (1,3). Du får en ny förhandsvisning.",
    ),
    Word(Verb.LIFT, ("HÄV", "LIFT"), "", _DECIDES, "Begränsningen eller låset tas bort."),
    Word(
        Verb.ID_SHOWN,
        ("ID VISAT", "ID SHOWN"),
        "",
        _WORKS,
        "Kunden har visat legitimation för dig. Ingen kopia sparas.",
    ),
    Word(
        Verb.CHECKED,
        ("SPAR", "CHECKED"),
        "",
        _WORKS,
        "Adressen är kontrollerad mot folkbokföringen.",
    ),
    Word(
        Verb.CODE,
        ("KOD", "CODE"),
        "<kod>",
        _WORKS,
        "Koden som kunden läste upp för dig i telefon.",
    ),
    Word(
        Verb.DONE,
        ("KLAR", "DONE"),
        "<vad>",
        _WORKS,
        "En medarbetare har gjort det som behövs. Skriv vad.",
    ),
    Word(
        Verb.NOTHING,
        ("INGET", "NOTHING"),
        "",
        _WORKS,
        "Du har letat och inte funnit något om kunden.",
    ),
    Word(Verb.POSTED, ("POSTAT", "POSTED"), "", _WORKS, "Brevet är postat. Filen raderas."),
    Word(
        Verb.MISSENT,
        ("FELSÄNT", "MISSENT"),
        "<vad>",
        _WORKS,
        "Fel person har fått uppgifter. Dataskyddsombudet larmas, och 72 timmar räknas.",
    ),
    Word(Verb.STATUS, ("STATUS",), "", _WORKS, "Visar var ärendet står."),
    Word(Verb.HELP, ("HJÄLP", "HELP", "?"), "", _WORKS, "Visar den här listan."),
)


def row_of(verb: Verb) -> Word:
    """The table's row of a verb."""
    return next(word for word in COMMANDS if word.verb is verb)


def readme_table() -> str:
    """The Markdown table of staff commands, one row a word, as the README prints it."""
    rows = ["| Staff write | In English | Who | What they read about it |", "|---|---|---|---|"]
    for word in COMMANDS:
        english = ", ".join(f"`{spelling}`" for spelling in word.spellings[1:]) or "`STATUS`"
        rows.append(f"| `{word.usage}` | {english} | {word.who} | {word.means} |")
    return "\n".join(rows) + "\n"
