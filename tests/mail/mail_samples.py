"""Invented variables for every mail, so that each can be rendered and read."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from itertools import product

from bot.core.commands import Verb
from bot.core.vocabulary import (
    Act,
    Concern,
    Extension,
    Language,
    Mail,
    Refusal,
    Right,
    Topic,
    Waits,
)
from bot.mail.templates import SHIPPED, Page, languages, render
from bot.mail.variables import VARIABLES
from bot.mail.words import Both, words_of

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
CONTACT = Both("Kontaktuppgifter", "Contact data")
PURCHASES = Both("Genomförda köp", "Purchases")
BEHAVIOUR = Both("Besöks- och sökhistorik", "Visits and searches")
OFFERS = Both("Anpassade erbjudanden", "Personal offers")
BOOKS = Both(
    "rättslig förpliktelse (artikel 6.1 c i GDPR): bokföringslagen",
    "legal obligation (Article 6(1)(c) GDPR): the Swedish Accounting Act",
)
CATEGORIES = [
    {"title": "Identitetsuppgifter", "count": 3, "samples": ["A*** B***", "K-10**"]},
    {"title": "Genomförda köp", "count": 14, "samples": []},
]
PREVIEW = [
    {"company": GAVLE, "own": True, "categories": CATEGORIES},
    {"company": BORLANGE, "own": False, "categories": CATEGORIES[1:]},
    {"company": MORA, "own": False, "categories": []},
]
LAST_DAY = date(2033, 12, 31)
LONG_AFTER = Both(
    "så länge du hyr kopiatorn och i 24 månader därefter",
    "for as long as you rent the copier and 24 months after that",
)
ERASED = [
    {"company": GAVLE, "title": CONTACT},
    {"company": GAVLE, "title": BEHAVIOUR},
    {"company": BORLANGE, "title": CONTACT},
]
KEPT = [
    {"company": GAVLE, "title": PURCHASES, "law": BOOKS, "until": LAST_DAY, "part": False},
    {
        "company": BORLANGE,
        "title": CONTACT,
        "law": Both("hyresavtalet", "the rental contract"),
        "until": LONG_AFTER,
        "part": True,
    },
]
PLAN = [
    {
        "company": GAVLE,
        "title": "Kontaktuppgifter",
        "count": 4,
        "verdict": "erase",
        "until": "",
        "law": "",
    },
    {
        "company": GAVLE,
        "title": "Genomförda köp",
        "count": 14,
        "verdict": "keep",
        "until": LAST_DAY,
        "law": "7 kap. 2 § bokföringslagen",
    },
    {
        "company": MORA,
        "title": "Kontaktuppgifter",
        "count": 2,
        "verdict": "ask",
        "until": "",
        "law": "",
    },
]
NOTHING: dict[str, object] = {
    **dict.fromkeys(
        ("taken", "address", "portable_file", "rows_in", "rows_file", "acted_on", "backups_until"),
        "",
    ),
    **{key: [] for key in ("erased", "kept", "told", "corrections", "outside")},
}
"""What an answer is told that has no copy, no erasure and no correction in it."""
SILENT = [{"company": MORA, "register": "mora"}]
WHY = (
    "fakturan från den 3 mars 2025 är en del av vår bokföring, och den måste vi ha kvar till och "
    "med den 31 december 2032"
)
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
    "phones": [
        {"company": GAVLE, "phone": "026-10 98 77"},
        {"company": BORLANGE, "phone": "0243-79 23 40"},
        {"company": MORA, "phone": "0250-160 75"},
    ],
    "marketing_blocked": False,
    "code": "K7RM-2QXP",
    "complains": False,
    "asked_for_letter": False,
    "to_other_address": False,
    "by_letter": True,
    "provider": "BankID",
    "instruction": Both(
        "Ring 026-10 98 77 och säg att du vill legitimera dig. Öppna sedan BankID i telefonen.",
        "Call 026-10 98 77 and say that you want to identify yourself. Then open BankID on your "
        "phone.",
    ),
    "reason": "shared",
    "ground": "accuracy",
    "restricted_by": date(2026, 3, 11),
    "lift_on": date(2026, 4, 20),
    "erase_on": date(2026, 4, 2),
    "short_grace": False,
    "change_on": date(2026, 4, 2),
    "extension": Extension.COMPLEX,
    "new_due": date(2026, 6, 10),
    "missing": [Right.ERASURE],
    "waiting_for": Waits.STAFF,
    "reopen_until": date(2026, 4, 20),
    "why": WHY,
    "decided_by": "Anna Berg",
    "lifts": False,
    "parts": ["access"],
    "approved": True,
    "address": "siri@kund.example",
    "portable_file": "uppgifter-2026-17.pdf",
    "opened_with": "pdf",
    "rows_in": "zip",
    "rows_file": "registerutdrag-2026-17.zip",
    "outside": [
        {"title": PURCHASES, "reason": "legal_duty"},
        {"title": BEHAVIOUR, "reason": "not_provided"},
    ],
    "corrections": ["A*** Andresson → A*** Andersson", "026-** ** 11 → 026-** ** 17"],
    "acted_on": date(2026, 4, 7),
    "erased": ERASED,
    "kept": KEPT,
    "backups_until": date(2026, 5, 12),
    "told": ["Kontorsmolnet Drift AB", "Norrbud Paket AB"],
    "objected": [
        {"title": Both("Rapporter och statistik", "Reports and statistics"), "done": "excluded"},
        {"title": OFFERS, "done": "erased"},
    ],
    "stops": [{"title": OFFERS, "since": date(2026, 3, 10)}],
    "continues": [
        {
            "title": PURCHASES,
            "basis": Both("rättslig förpliktelse, bokföringslagen", "legal obligation"),
            "retention": Both(
                "till och med den 31 december det sjunde året efter räkenskapsåret",
                "until 31 December of the seventh year after the financial year",
            ),
        }
    ],
    "topics": list(Topic),
    "retention_lines": [
        {
            "title": Both("Hantera dig som kund", "Handling you as a customer"),
            "text": Both(
                "Så länge du är kund och i 24 månader därefter.",
                "For as long as you are a customer and 24 months after that.",
            ),
        },
        {
            "title": Both("Bokföring", "Accounting"),
            "text": Both(
                "Till och med den 31 december det sjunde året efter utgången av det kalenderår då "
                "räkenskapsåret avslutades.",
                "Until 31 December of the seventh year after the end of the calendar year in "
                "which the financial year closed.",
            ),
        },
    ],
    "cookies": Both(
        [
            (
                "Vår webbplats använder cookies. En del försvinner när du stänger webbläsaren, "
                "andra finns kvar i upp till trettio dagar."
            ),
            (
                "Lagen (2022:482) om elektronisk kommunikation gäller, och Post- och telestyrelsen "
                "(PTS) har tillsyn. Bara det som du själv har sagt ja till är ett samtycke, och "
                "det kan du ta tillbaka."
            ),
        ],
        [
            (
                "Our website uses cookies. Some disappear when you close the browser, others stay "
                "for up to thirty days."
            ),
            (
                "The act (2022:482) on electronic communications applies, and the Swedish Post and "
                "Telecom Authority (PTS) supervises it. Only what you have said yes to yourself is "
                "consent, and you can take it back."
            ),
        ],
    ),
    "arrangement": Both(
        [
            (
                "De tre bolagen är gemensamt ansvariga för dina personuppgifter. Det bolag som du "
                "skriver till tar hand om ditt ärende för alla tre."
            )
        ],
        [
            (
                "The three companies are jointly responsible for your personal data. The company "
                "that you write to handles your case for all three."
            )
        ],
    ),
    "recipients": Both(
        ["Kontorsmolnet Drift AB: Hantera dig som kund, Bokföring", "Norrbud Paket AB: Leverans"],
        ["Kontorsmolnet Drift AB: Handling you as a customer", "Norrbud Paket AB: Delivery"],
    ),
    "rights": [Right.ACCESS],
    "mailbox": "info.gavle@allkontor.example",
    "safe_due": date(2026, 4, 10),
    "legal_due": date(2026, 4, 10),
    "act_by": datetime(2026, 3, 11, 14, 0, tzinfo=UTC),
    "closes": datetime(2026, 4, 8, 13, 0, tzinfo=UTC),
    "because": ["registerutdrag", "sparat om mig"],
    "folder": "Rättigheter",
    "mixed": True,
    "fitting": [Verb.DONE, Verb.REDO, Verb.REFUSE, Verb.CLASSIFY],
    "concerns": [],
    "reminder": False,
    "file": "brev-17.pdf",
    "post_by": date(2026, 3, 18),
    "preview": PREVIEW,
    "nothing_held": False,
    "flagged": [
        {
            "number": 1,
            "company": "Gävle",
            "title": Both("Anteckningar", "Notes"),
            "hints": ["L*** S***"],
            "said": "masked",
        },
        {
            "number": 2,
            "company": "Mora",
            "title": Both("Köp", "Purchases"),
            "hints": [],
            "said": "",
        },
    ],
    "more_flagged": 41,
    "candidates": [
        {
            "company": "Gävle",
            "own": True,
            "numbers": "1, 2",
            "count": 2,
            "lines": [
                {
                    "number": 1,
                    "title": Both("Kunder", "Customers"),
                    "row": "412",
                    "hint": "E*** A***, M*** ***",
                    "by": ["name_and_place", "phone"],
                    "day": date(2021, 5, 3),
                    "strong": True,
                },
                {
                    "number": 2,
                    "title": Both("E-post", "E-mail"),
                    "row": "",
                    "hint": "",
                    "by": ["named_by_name"],
                    "day": "",
                    "strong": False,
                },
            ],
        },
        {"company": "Mora", "own": False, "numbers": "3", "count": 1, "lines": []},
    ],
    "included": ["2"],
    "draft": "",
    "known_at": datetime(2026, 3, 16, 8, 5, tzinfo=UTC),
    "report_by": datetime(2026, 3, 19, 8, 5, tzinfo=UTC),
    "masked": False,
    "left_out": [],
    "why_left_out": [],
    "unanswered": [],
    "silent": [],
    "owed": False,
    "archive": Both("Pärmar med hyresavtal", "Binders with rental agreements"),
    "plan": PLAN,
    "holds": [],
    "first_approver": "Anna Berg",
    "left_in": ["Mora Kontorsteam AB"],
    "erased_on": date(2026, 3, 30),
    "lapses": [
        {
            "register": "mora",
            "by_people": False,
            "records": 2,
            "more": 7,
            "lines": [
                {"title": "Kunder", "fate": "delete", "rows": 1},
                {"title": "Inköp", "fate": "clear", "rows": 3},
            ],
            "left_alone": [{"why": "open_order", "records": 1}, {"why": "unknown", "records": 4}],
            "samples": [{"title": "Kunder", "row": "17", "name": "K*** ***", "year": "2023"}],
        },
        {
            "register": "arkiv",
            "by_people": True,
            "records": 1,
            "more": 0,
            "lines": [],
            "left_alone": [],
            "samples": [],
        },
    ],
    "retired": [
        {
            "register": "mora",
            "records": 2,
            "skipped": 1,
            "left": [{"title": "Kunder", "rows": 1}],
        },
    ],
    "act": Act.ERASE,
    "task_categories": [CONTACT, PURCHASES],
    "recipient": "Kontorsmolnet Drift AB",
    "asked_on": date(2026, 4, 1),
    "key_name": "customer_number",
    "key_value": "K-1042",
    "since": date(2026, 3, 11),
    "days_left": 2,
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
PARTS = (
    "access",
    "nothing_held",
    "portability",
    "rectification",
    "erasure",
    "restriction",
    "objection_li",
    "consent_withdrawal",
)
_SOME_RIGHTS = (
    [],
    *([right] for right in Right),
    [Right.ACCESS, Right.ERASURE],
    [Right.ACCESS, Right.OBJECTION_MARKETING, Right.COMPLAINT],
)
# Which values of a variable give a mail another text, in every combination.
_FORKS: dict[Mail, dict[str, tuple[object, ...]]] = {
    Mail.ACKNOWLEDGEMENT: {
        "rights": _SOME_RIGHTS,
        "marketing_blocked": _YES_NO,
        "code": ("K7RM-2QXP", ""),
        "late": _YES_NO,
    },
    Mail.NEUTRAL_ACKNOWLEDGEMENT: {"late": _YES_NO},
    Mail.LETTER_COMING: {"late": _YES_NO, "by_letter": _YES_NO},
    Mail.E_IDENTIFY: {"late": _YES_NO},
    Mail.CODE: {"rights": _SOME_RIGHTS[1:], "to_other_address": _YES_NO, "late": _YES_NO},
    Mail.RESTRICTED: {"late": _YES_NO},
    Mail.LIFTING: {"why": (WHY, "")},
    Mail.ERASURE_COMING: {"short_grace": _YES_NO},
    Mail.EXTENDED: {"extension": tuple(Extension)},
    Mail.LATENESS: {"waiting_for": tuple(Waits), "missing": _SOME_RIGHTS[1:]},
    Mail.ANSWER: {
        "parts": (*([part] for part in PARTS), list(PARTS[2:]), ["access", "erasure"]),
        "missing": ([], [Right.ERASURE, Right.RECTIFICATION]),
        "late": _YES_NO,
        "kept": (KEPT, []),
    },
    Mail.QUESTION_ANSWER: {"topics": (*([topic] for topic in Topic), list(Topic))},
    Mail.REFUSAL: {"lifts": _YES_NO},
    Mail.CLASSIFY: {"rights": ([], [Right.ACCESS], [Right.ERASURE, Right.ACCESS])},
    Mail.BY_HAND: {
        "mixed": _YES_NO,
        "because": ([], ["radera mig"]),
        "asked_for_letter": _YES_NO,
    },
    Mail.APPROVE: {
        "nothing_held": _YES_NO,
        "asked_for_letter": _YES_NO,
        "candidates": ([], EVERY["candidates"]),
    },
    Mail.PLAN: {"holds": ([], ["open_order", "rental"])},
    Mail.SECOND: {"holds": ([], ["open_order", "rental"])},
    Mail.WEIGH: {
        "rights": ([Right.RESTRICTION], [Right.OBJECTION_LI], [Right.CONSENT_WITHDRAWAL]),
    },
    Mail.REGISTER_TASK: {"act": tuple(Act), "corrections": ([], ["A*** → B***"])},
    Mail.REVIEW: {
        "reason": ("", "undeliverable"),
        "rights": ([Right.RESTRICTION], [Right.COMPLAINT]),
    },
    Mail.CHASE_RECIPIENT: {"act": tuple(Act)},
    Mail.CARRY_ON: {"act": tuple(Act), "reminder": _YES_NO, "task_categories": ([], [CONTACT])},
    Mail.TRANSCRIPT: {
        "command": (*Verb, ""),
        "rights": ([], [Right.ACCESS, Right.ERASURE]),
    },
    Mail.TOKEN_MISUSED: {"number": ("", "2026-17")},
    Mail.RETENTION: {"reason": ("", "residue")},
    Mail.RETENTION_DONE: {"reason": ("", "register_silent")},
    Mail.RED_ALARM: {"days_left": (1, 2), "reason": ("2026-04-10", "refusal_ends")},
    Mail.DIGEST: {"overdue": ([], EVERY["overdue"]), "waiting": ([], EVERY["waiting"])},
}
# The same, one value at a time.
_ALONE: dict[Mail, dict[str, tuple[object, ...]]] = {
    Mail.ACKNOWLEDGEMENT: {"complains": (True,), "asked_for_letter": (True,)},
    Mail.TRANSCRIPT: {"rows": ([ROW], [ROW, ROW])},
    Mail.ANSWER: {
        "approved": (False,),
        "by_letter": (False,),
        "told": ([],),
        "outside": ([],),
        "backups_until": ("",),
        "marketing_blocked": (True,),
        "stops": ([],),
        "continues": ([],),
        "ground": ("accuracy", "unlawful", "claims", "objection", "unstated"),
        "objected": ([{"title": OFFERS, "done": "stopped"}],),
        "unanswered": ([MORA], [GAVLE, MORA]),
    },
    Mail.APPROVE: {"silent": (SILENT,)},
    Mail.BY_HAND: {
        "concerns": (*([concern] for concern in Concern), [*Concern][:2]),
        "silent": (SILENT,),
        "owed": (True,),
    },
}
# Which table of words.toml a mail's closed keys stand in.
TABLES = {
    Mail.WITH_A_PERSON: ("reason", "with_a_person"),
    Mail.RESTRICTED: ("ground", "restricted"),
    Mail.ANSWER: ("opened_with", "opened_with"),
    Mail.BY_HAND: ("reason", "by_hand"),
    Mail.UNPROVED: ("reason", "unproved"),
    Mail.IDENTIFY: ("reason", "identify"),
    Mail.APPROVE: ("reason", "nothing_held"),
    Mail.REVIEW: ("ground", "review"),
    Mail.MARKETING_CHECK: ("reason", "marketing_check"),
    Mail.TOKEN_MISUSED: ("reason", "token_misused"),
    Mail.TRANSCRIPT: ("outcome", "outcomes"),
    Mail.DRAFT_LATE: ("reason", "draft_late"),
}


def variables(mail: Mail, **changes: object) -> dict[str, object]:
    """What the mail needs and no more, with some values changed."""
    moments = {"received": ARRIVED} if "mailbox" in VARIABLES[mail] else {}
    table = TABLES.get(mail)
    first: dict[str, object] = {table[0]: _keys(table[1])[0]} if table else {}
    if mail is Mail.WEIGH:
        first["rights"] = [Right.OBJECTION_LI]
    known = EVERY | moments | first | changes
    return {name: known[name] for name in VARIABLES[mail]}


def names(mail: Mail) -> tuple[Mail | Refusal, ...]:
    """What `render` is asked for to get a mail: itself, or each ground of a refusal."""
    return tuple(Refusal) if mail is Mail.REFUSAL else (mail,)


def shapes(mail: Mail) -> Iterator[dict[str, object]]:
    """The variables of a mail in every combination that gives it another text."""
    forks = dict(_FORKS.get(mail, {}))
    if mail.startswith("staff.action"):
        forks["reminder"] = _YES_NO
    if mail in TABLES:
        name, table = TABLES[mail]
        forks[name] = (*_keys(table), *(["done"] if mail is Mail.TRANSCRIPT else []))
    for values in product(*forks.values()):
        yield variables(mail, **dict(zip(forks, values, strict=True)))
    whole = {"parts": list(PARTS)} if mail is Mail.ANSWER else {}
    for name, values in _ALONE.get(mail, {}).items():
        yield from (variables(mail, **whole | {name: value}) for value in values)


@cache
def pages(mail: Mail) -> tuple[tuple[Language, dict[str, object], Page], ...]:
    """The mail in each of its languages and every shape it can take."""
    return tuple(
        (language, given, render(name, language, given))
        for given in shapes(mail)
        for language, name in product(languages(mail), names(mail))
    )


def _keys(table: str) -> list[str]:
    return list(words_of(SHIPPED, Language.SV).tables[table])
