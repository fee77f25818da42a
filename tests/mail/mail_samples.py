"""Invented variables for every mail, so that each can be rendered and read."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product

from bot.core.commands import Verb
from bot.core.vocabulary import Language, Mail, Refusal, Right, Waits
from bot.mail.templates import SHIPPED, VARIABLES, Page, languages, render
from bot.mail.words import words_of

ARRIVED = datetime(2026, 3, 10, 8, 14, tzinfo=UTC)
ROW = {
    "number": "2026-17",
    "rights": [Right.ACCESS, Right.ERASURE],
    "received": date(2026, 3, 10),
    "safe_due": date(2026, 4, 10),
    "legal_due": date(2026, 4, 10),
    "waits": Waits.STAFF,
    "days_left": 3,
}
GAVLE = "Allkontor Teknisk Service AB"
BORLANGE = "Kontor & Miljö i Borlänge AB"
MORA = "Mora Kontorsteam AB"
CATEGORIES = [
    {"title": "Identitetsuppgifter", "count": 3, "samples": ["A*** B***", "K-10**"]},
    {"title": "Genomförda köp", "count": 14, "samples": []},
]
PREVIEW = [
    {"company": GAVLE, "own": True, "categories": CATEGORIES},
    {"company": BORLANGE, "own": False, "categories": CATEGORIES[1:]},
    {"company": MORA, "own": False, "categories": []},
]
EVERY: dict[str, object] = {
    "number": "2026-17",
    "received": date(2026, 3, 10),
    "promised": date(2026, 4, 10),
    "late": False,
    "taken": date(2026, 3, 24),
    "company": GAVLE,
    "companies": [GAVLE, BORLANGE, MORA],
    "address_lines": ["Exempelgatan 28", "802 84 Gävle"],
    "phone": "026-10 98 77",
    "asks_access": True,
    "marketing_blocked": False,
    "other_rights": False,
    "code": "K7RM-2QXP",
    "to_other_address": False,
    "reason": "shared",
    "address": "siri@kund.example",
    "rights": [Right.ACCESS],
    "mailbox": "info.gavle@allkontor.example",
    "safe_due": date(2026, 4, 10),
    "legal_due": date(2026, 4, 10),
    "act_by": datetime(2026, 3, 11, 14, 0, tzinfo=UTC),
    "because": ["registerutdrag", "sparat om mig"],
    "folder": "Rättigheter",
    "mixed": True,
    "fitting": [Verb.DONE, Verb.REDO, Verb.REFUSE, Verb.CLASSIFY],
    "file": "brev-17.pdf",
    "post_by": date(2026, 3, 18),
    "preview": PREVIEW,
    "nothing_held": False,
    "outcome": "done",
    "command": Verb.APPROVE,
    "rows": [],
    "stopped": ARRIVED,
    "day": date(2026, 4, 7),
    "overdue": [{**ROW, "days_left": -1, "rights": []}, {**ROW, "days_left": -3}],
    "due_soon": [{**ROW, "days_left": 0, "waits": Waits.REQUESTER}, ROW],
    "waiting": [{**ROW, "days_left": 12, "waits": Waits.SYSTEMS}],
}
_YES_NO = (True, False)
# Which values of a variable give a mail another text.
_FORKS: dict[Mail, dict[str, tuple[object, ...]]] = {
    Mail.ACKNOWLEDGEMENT: {
        "asks_access": _YES_NO,
        "marketing_blocked": _YES_NO,
        "other_rights": _YES_NO,
        "code": ("K7RM-2QXP", ""),
        "late": _YES_NO,
    },
    Mail.NEUTRAL_ACKNOWLEDGEMENT: {"late": _YES_NO},
    Mail.LETTER_COMING: {"late": _YES_NO},
    Mail.CODE: {"to_other_address": _YES_NO, "late": _YES_NO},
    Mail.CLASSIFY: {"rights": ([], [Right.ACCESS], [Right.ERASURE, Right.ACCESS])},
    Mail.BY_HAND: {"mixed": _YES_NO, "because": ([], ["radera mig"])},
    Mail.APPROVE: {"nothing_held": _YES_NO, "reason": ("nothing", "elsewhere")},
    Mail.TRANSCRIPT: {
        "command": (*Verb, ""),
        "rights": ([], [Right.ACCESS, Right.ERASURE]),
        "rows": ([], [ROW]),
    },
    Mail.TOKEN_MISUSED: {"number": ("", "2026-17")},
    Mail.DIGEST: {"overdue": ([], EVERY["overdue"]), "waiting": ([], EVERY["waiting"])},
}
# Which table of words.toml a mail's closed keys stand in.
TABLES = {
    Mail.WITH_A_PERSON: ("reason", "with_a_person"),
    Mail.BY_HAND: ("reason", "by_hand"),
    Mail.MARKETING_CHECK: ("reason", "marketing_check"),
    Mail.TOKEN_MISUSED: ("reason", "token_misused"),
    Mail.TRANSCRIPT: ("outcome", "outcomes"),
}


def variables(mail: Mail, **changes: object) -> dict[str, object]:
    """What the mail needs and no more, with some values changed."""
    moments = {"received": ARRIVED} if "mailbox" in VARIABLES[mail] else {}
    table = TABLES.get(mail)
    first = {table[0]: _keys(table[1])[0]} if table else {}
    known = EVERY | moments | first | changes
    return {name: known[name] for name in VARIABLES[mail]}


def names(mail: Mail) -> tuple[Mail | Refusal, ...]:
    """What `render` is asked for to get a mail: itself, or each ground of a refusal."""
    return tuple(Refusal) if mail is Mail.REFUSAL else (mail,)


def pages(mail: Mail) -> Iterator[tuple[Language, dict[str, object], Page]]:
    """The mail in each of its languages and every shape it can take."""
    forks = dict(_FORKS.get(mail, {}))
    if mail in TABLES:
        name, table = TABLES[mail]
        forks[name] = (*_keys(table), *(["done"] if mail is Mail.TRANSCRIPT else []))
    for values in product(*forks.values()):
        given = variables(mail, **dict(zip(forks, values, strict=True)))
        for language, name in product(languages(mail), names(mail)):
            yield language, given, render(name, language, given)


def _keys(table: str) -> list[str]:
    return list(words_of(SHIPPED, Language.SV).tables[table])
