"""The words by which mail programs set an older mail, a signature or themselves apart.

All casefolded. Swedish and English, and the basics of Norwegian, Danish and German.
"""

from typing import Final

OLDER_MARKS: Final = (
    "ursprungligt meddelande",
    "originalmeddelande",
    "original message",
    "vidarebefordrat meddelande",
    "vidarebefordrat mail",
    "forwarded message",
    "forwarded by",
    "opprinnelig melding",
    "videresendt melding",
    "oprindelig meddelelse",
    "videresendt meddelelse",
    "ursprüngliche nachricht",
    "weitergeleitete nachricht",
)
OLDER_LINES: Final = (
    "begin forwarded message:",
    "vidarebefordrat brev:",
    "vidarebefordrat meddelande:",
    "påbörja vidarebefordrat meddelande:",
    "videresendt melding:",
    "anfang der weitergeleiteten nachricht:",
)
OWN_MARKS: Final = ("skriv ovanför den här raden", "write above this line")
DEVICES: Final = (
    "skickat från min",
    "skickat från mitt",
    "skickat från outlook",
    "skickat från mail",
    "skickat från e-post",
    "skickat från yahoo",
    "skickat från proton",
    "skickat med proton",
    "skickad från min",
    "sänt från min",
    "sent from my",
    "sent from outlook",
    "sent from mail",
    "sent from yahoo",
    "sent from proton",
    "sent with proton",
    "sendt fra min",
    "sendt fra outlook",
    "von meinem",
    "gesendet von",
)
ADVERTS: Final = ("hämta outlook för", "get outlook for", "hent outlook", "outlook für ")
DAYS: Final = "mån tis ons tor fre lör sön man tir lør søn mon tue wed thu fri sat sun"
OPENINGS: Final = (
    *("den ", "on ", "på ", "am ", "le "),
    *(f"{day} " for day in DAYS.split()),
    *(f"{day}. " for day in DAYS.split()),
    *"0123456789",
)
VERBS: Final = (" skrev", " wrote", " schrieb", " skreiv", "skrev ")
OWN_VOICE: Final = (
    "skrev jag",
    "skrev vi",
    "skrev ni",
    "skrev du",
    "i wrote",
    "we wrote",
    "you wrote",
)
