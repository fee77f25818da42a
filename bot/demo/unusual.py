"""More invented persons: each has something in a register that most customers do not have."""

from functools import partial

from bot.demo.person import (
    BORLANGE,
    FIRM,
    GAVLE,
    MORA,
    REGISTERS,
    SOLE_TRADER,
    DemoPerson,
    Home,
)

SHIELDED = DemoPerson(
    25,
    "Ylva",
    "Skuggdal",
    "ylva@skuggdal.example",
    homes={GAVLE: Home("Sagostigen 77", "803 11", "Gävle"), BORLANGE: None},
    protected=(BORLANGE,),
)
"""Has a protected identity; Gävle has not heard of it and holds where she lived (P05)."""

NEIGHBOUR = DemoPerson(
    26,
    "Sture",
    "Pihlgranne",
    "sture@pihlgranne.example",
    homes={GAVLE: Home("Fabelgränd 31", "802 77", "Gävle")},
)
"""Is named in somebody else's complaint (Art. 15(4))."""

COMPLAINING = DemoPerson(
    27,
    "Rolf",
    "Kvistbo",
    "rolf@kvistbo.example",
    homes=dict.fromkeys((GAVLE, MORA), Home("Fabelgränd 33", "802 77", "Gävle")),
    running=("goods_complaint",),
    remark=f"Stolen vinglar. Erik Lund i butiken såg det. Grannen {NEIGHBOUR.name} har en likadan.",
)
"""Has complained of a chair, and what was written down names a colleague and a neighbour (P07)."""

OWING = DemoPerson(
    28,
    "Dagny",
    "Sandrevel",
    "dagny@sandrevel.example",
    homes={BORLANGE: Home("Tankegatan 71", "784 33", "Borlänge")},
    running=("unpaid_invoice",),
)
"""Has not paid an invoice of Borlänge yet (P07)."""

LEFT = DemoPerson(
    29,
    "Hilma",
    "Avlund",
    "hilma@avlund.example",
    homes=dict.fromkeys(REGISTERS, Home("Drömstigen 64", "802 12", "Gävle")),
    wants_mail=False,
    since=3450,
    bought_first=3400,
    ended=765,
)
"""Ceased to be a customer 25 months ago; her first purchase left the books long ago (P03)."""

LEAVING = DemoPerson(
    30,
    "Edla",
    "Kvarsten",
    "edla@kvarsten.example",
    homes={BORLANGE: Home("Rimgränden 90", "784 40", "Borlänge")},
    ended=700,
)
"""Ceased to be a customer 23 months ago: a month too few (P03)."""

BROWSING = DemoPerson(
    31,
    "Tyra",
    "Klickberg",
    "tyra@klickberg.example",
    homes={GAVLE: Home("Ordleksgatan 55", "802 31", "Gävle")},
    wants_mail=True,
    looked=1200,
)
"""Has been in the web shop more often than an extract has lines for."""

PHONING = DemoPerson(
    32,
    "Manne",
    "Telegrund",
    "manne@telegrund.example",
    homes={GAVLE: Home("Låtsasvägen 101", "804 20", "Gävle")},
    ordered_by="tel",
)
"""Orders by telephone as nobody else does, and an order of his has been corrected."""

SOLE = DemoPerson(
    33,
    "Vilgot",
    "Hyvelö",
    "vilgot@hyvelo.example",
    homes={GAVLE: Home("Gåtbacken 88", "802 31", "Gävle")},
    kind=SOLE_TRADER,
    org_number="000101-9801",
)
"""A sole trader: the number of the firm is the man's own, 19000101-9801 (P19)."""

OFFICE = DemoPerson(
    34,
    "",
    "Påhittskontoret i Gävle AB",
    "info@pahittskontoret.example",
    homes={GAVLE: Home("Diktarbacken 99", "802 31", "Gävle")},
    kind=FIRM,
    org_number="559999-0000",  # of no company: its last digit is wrong
)
"""A firm, which the GDPR does not protect (P19)."""

_employed = partial(DemoPerson, homes={GAVLE: None}, employer=OFFICE.customer_number(GAVLE))

BUYER = _employed(35, "Disa", "Pärmsund", "disa@pahittskontoret.example", phone="070-174 06 14")
"""Orders for the firm, and has rows of her own (P19)."""

CARETAKER = _employed(36, "Folke", "Nyckelö", OFFICE.address)
RECEPTION = _employed(38, "Göta", "Diskvall", OFFICE.address)
"""Both read the firm's info@, like everybody there: a shared key (P01, P19)."""

DEPARTED = DemoPerson(
    37,
    "Alfrida",
    "Solnedal",
    "alfrida@solnedal.example",
    homes=dict.fromkeys((BORLANGE, MORA), Home("Påhittsgatan 93", "784 55", "Borlänge")),
    personal_number="18900101-9802",
    credit=True,
    wants_mail=True,
)
"""Has died, which no register has heard of (P18)."""

UNUSUAL = (
    *(SHIELDED, NEIGHBOUR, COMPLAINING, OWING, LEFT, LEAVING, BROWSING, PHONING),
    *(SOLE, OFFICE, BUYER, CARETAKER, RECEPTION, DEPARTED),
)
"""Everybody above."""
