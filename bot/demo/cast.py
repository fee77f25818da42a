"""Who else plays in the demo's story: a few more customers, and people who stand in no register."""

from bot.demo.people import BORLANGE, GAVLE, MORA, DemoPerson, Home

GRETA = DemoPerson(
    20,
    "Greta",
    "Lundmark",
    "greta.lundmark@brevlada.example",
    homes=dict.fromkeys((GAVLE, BORLANGE), Home("Ordleksgatan 7", "784 40", "Borlänge")),
    phone="070-174 06 08",
    wants_mail=True,
    bought_last=BORLANGE,
)
"""Wants to see everything, and then that it goes."""

LINA = DemoPerson(
    21,
    "Lina",
    "Kvarnby",
    "lena.kvarnby@post.example",
    homes={GAVLE: Home("Fantasivägen 3", "802 55", "Gävle")},
    phone="070-174 06 09",
)
"""Is called Lena; the register says Lina."""

TORA = DemoPerson(
    22,
    "Tora",
    "Ekmark",
    "tora@ekmark.example",
    homes={GAVLE: Home("Drömstigen 11", "803 11", "Gävle")},
    phone="070-174 06 10",
    wants_mail=True,
)
"""Says that a purchase on her account is not hers."""

ADA = DemoPerson(
    23,
    "Ada",
    "Wigren",
    "ada.wigren@kontor.example",
    homes={BORLANGE: Home("Tankegatan 40", "784 33", "Borlänge")},
    phone="070-174 06 11",
)
"""Does not want to be counted."""

GUNNAR = DemoPerson(
    24,
    "Gunnar",
    "Stenhult",
    "gunnar@stenhult.example",
    homes={MORA: Home("Rimgränden 5", "792 30", "Mora")},
    wants_mail=True,
)
"""Has died (P18)."""

CAST = (GRETA, LINA, TORA, ADA, GUNNAR)
"""Those of them who stand in a register."""

KLARA = DemoPerson(40, "Klara", "Waldstein", "klara@waldstein.example")
"""Writes German, and is nobody's customer."""

JOHN = DemoPerson(41, "John", "Farrow", "john@farrow.example")
"""Writes English about advertising."""

MARY = DemoPerson(42, "Mary", "Oakes", "mary.oakes@post.example")
"""Never comes back with her code."""

SOFIA = DemoPerson(43, "Sofia", "Lönnrot", "sofia@lonnrot.example")
"""Only asks how things are done."""

RUT = DemoPerson(44, "Rut", "Stenhult", "rut@stenhult.example")
"""Gunnar's widow."""

BOSSE = DemoPerson(45, "Bosse", "Verkmäster", "bosse@verkstad.example")
"""Orders toner."""

STRANGER = DemoPerson(46, "Nils", "Wallgrund", "nils.w@annanstans.example")
"""Says that he is Nils."""

FORGER = DemoPerson(47, "Olle", "Ström", "olle.strom@tjuven.example")
"""Says that he is Olle of the office."""

AUTHORITY = DemoPerson(48, "Karl", "Tallved", "karl.tallved@myndighet.example")
"""Writes for the supervisory authority."""

EMMA = DemoPerson(49, "Emma", "Clarke", "emma.clarke@post.example")
"""Only asks, in English."""

OUTSIDERS = (KLARA, JOHN, MARY, SOFIA, RUT, BOSSE, STRANGER, FORGER, AUTHORITY, EMMA)
"""Those of them who stand in none."""

PRETENDERS = {
    STRANGER.address: "den som säger sig vara Nils",
    FORGER.address: "den som säger sig vara Olle",
}
"""What the two who lie about their names are called, by address."""
