"""The invented persons whose data makes each rule matter; the story and the tests know them."""

from bot.demo.person import BORLANGE, GAVLE, MORA, REGISTERS, DemoPerson, Home

__all__ = [
    "BO",
    "BORLANGE",
    "BO_OCH_EVA",
    "CHANGED",
    "DESIGNED",
    "EVA",
    "FATHER",
    "FATHER_AND_SON",
    "GAVLE",
    "GUEST",
    "KARIN",
    "LEAP",
    "MORA",
    "MOVED",
    "NEW",
    "NILS",
    "ON_CREDIT",
    "PER",
    "REGISTERS",
    "RENTING",
    "SIRI",
    "SON",
    "THIEF",
    "UNDATED",
    "UNKNOWN",
    "WAITING",
    "DemoPerson",
    "Home",
]

_FORSBERG = Home("Påhittsgatan 14", "802 55", "Gävle")
KARIN = DemoPerson(
    1,
    "Karin",
    "Forsbeck",
    "karin.forsbeck@post.example",
    homes=dict.fromkeys(REGISTERS, _FORSBERG),
    phone="070-174 06 05",
    wants_mail=True,
    bought_last=GAVLE,
)
"""In all three registers, one address, nothing odd: the whole road."""

SIRI = DemoPerson(
    2, "Siri", "Hedlycka", "siri@hedlycka.example", homes={MORA: None}, wants_mail=True
)
"""Reads the newsletter of Mora and is nothing else: no number, no postal address (P10)."""

_LINDHAGE = Home("Sagostigen 3", "803 11", "Gävle")
BO = DemoPerson(3, "Bo", "Lindhage", "familjen@lindhage.example", {GAVLE: _LINDHAGE})
EVA = DemoPerson(
    4, "Eva", "Lindhage", "familjen@lindhage.example", {GAVLE: _LINDHAGE, MORA: _LINDHAGE}
)
BO_OCH_EVA = (BO, EVA)
"""A couple on one mailbox (P01)."""

NILS = DemoPerson(
    5,
    "Nils",
    "Wallgrund",
    "nils@wallgrund.example",
    homes={GAVLE: Home("Låtsasvägen 8", "804 20", "Gävle")},
    phone="070-174 06 06",
    personal_number="19900101-2385",
    credit=True,
)
THIEF = DemoPerson(
    6,
    "Nils",
    "Wallgrund",
    "nils.wallgrund@snabbpost.example",
    homes={MORA: Home("Box 999", "792 99", "Mora")},
    personal_number="19900101-2385",
)
"""Bought in Mora in Nils's name, with his personnummer and a mailbox of their own (P01)."""

_EKDUNGE = Home("Exempelvägen 21", "784 40", "Borlänge")
FATHER = DemoPerson(
    7,
    "Lars",
    "Ekdunge",
    "lars@ekdunge.example",
    homes=dict.fromkeys((BORLANGE, GAVLE), _EKDUNGE),
)
SON = DemoPerson(
    8,
    "Lars",
    "Ekdunge",
    "lasse.ekdunge@post.example",
    homes={BORLANGE: _EKDUNGE},
)
FATHER_AND_SON = (FATHER, SON)
"""Two men of one name in one house (P01)."""

PER = DemoPerson(
    9,
    "Per",
    "Dahlbris",
    "per.dahlbris@brevlada.example",
    homes=dict.fromkeys((GAVLE, BORLANGE), Home("Fabelgränd 2", "802 77", "Gävle")),
    wants_mail=True,
)
"""Wants no more advertising; every channel is on."""

MOVED = DemoPerson(
    10,
    "Maja",
    "Strandkulle",
    "maja@strandkulle.example",
    homes={
        GAVLE: Home("Påhittsgatan 31", "802 55", "Gävle"),
        MORA: Home("Diktarbacken 17", "792 32", "Mora"),
    },
)
"""Two registers know two postal addresses of hers (P05)."""

CHANGED = DemoPerson(
    11,
    "Tove",
    "Almskog",
    "tove@almskog.example",
    homes={BORLANGE: Home("Sagostigen 40", "784 40", "Borlänge")},
    changed=20,
)
"""Her contact data changed three weeks ago (P02)."""

UNDATED = DemoPerson(
    12,
    "Ivar",
    "Björkvret",
    "ivar@bjorkvret.example",
    homes={MORA: Home("Exempelvägen 4", "792 30", "Mora")},
    phone="070-174 06 12",
    changed=None,
)
"""Nobody noted when his contact data changed (P02)."""

ON_CREDIT = DemoPerson(
    13,
    "Ulla",
    "Granmark",
    "ulla@granmark.example",
    homes={BORLANGE: Home("Låtsasvägen 60", "784 33", "Borlänge")},
    credit=True,
)
"""A credit customer without personnummer on file (level 3)."""

GUEST = DemoPerson(
    14,
    "Aino",
    "Sjövall",
    "aino@sjovall.example",
    homes={GAVLE: Home("Fabelgränd 9", "802 77", "Gävle")},
    personal_number="19140168-2396",
)
"""Has a samordningsnummer."""

LEAP = DemoPerson(
    15,
    "Elof",
    "Hagtorn",
    "elof@hagtorn.example",
    homes={BORLANGE: Home("Påhittsgatan 2", "784 55", "Borlänge")},
    personal_number="20000229-2399",
)
"""Born on a leap day, personnummer on file."""

UNKNOWN = DemoPerson(16, "Vera", "Nyhamn", "vera@nyhamn.example")
"""Stands in no register."""

WAITING = DemoPerson(
    17,
    "Mia",
    "Ängsholm",
    "mia@angsholm.example",
    homes={GAVLE: Home("Tankegatan 6", "802 55", "Gävle")},
    phone="070-174 06 13",
    running=("open_order", "unpaid_invoice"),
)
"""Her toner is on the lorry, and its invoice is not paid (P07)."""

RENTING = DemoPerson(
    18,
    "Torsten",
    "Myrlund",
    "torsten@myrlund.example",
    homes={BORLANGE: Home("Rimgränden 12", "784 40", "Borlänge")},
    running=("rental",),
)
"""Rents a copier, and became a customer when the notice said consent (P07, P16)."""

NEW = DemoPerson(
    19,
    "Signe",
    "Kvistlid",
    "signe@kvistlid.example",
    homes={MORA: Home("Gåtbacken 3", "792 32", "Mora")},
    changed=30,
    wants_mail=True,
    since=30,
)
"""Became a customer after the notice had been corrected (P16)."""

DESIGNED = (
    *(KARIN, SIRI, BO, EVA, NILS, THIEF, FATHER, SON, PER, MOVED),
    *(CHANGED, UNDATED, ON_CREDIT, GUEST, LEAP, WAITING, RENTING, NEW),
)
"""Everybody above who stands in a register."""
