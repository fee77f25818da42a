"""The languages that the reader knows: one line each. Adding one is adding its table here."""

from typing import Final

from bot.classify.cues import Table, joined
from bot.classify.cues_de import DE
from bot.classify.cues_dutch import NL
from bot.classify.cues_en import EN
from bot.classify.cues_fi import FI
from bot.classify.cues_french import FR
from bot.classify.cues_iberian import ES, PT
from bot.classify.cues_italian import IT
from bot.classify.cues_near_concern import FINNISH, GERMAN, NORDIC
from bot.classify.cues_no_da import DA, NO
from bot.classify.cues_slavic import CS, HR, PL
from bot.classify.cues_sv import SV

TABLES: Final[dict[str, Table]] = {
    "sv": SV,
    "en": EN,
    "no": joined(NO, NORDIC),
    "da": joined(DA, NORDIC),
    "fi": joined(FI, FINNISH),
    "de": joined(DE, GERMAN),
    "nl": NL,
    "fr": FR,
    "es": ES,
    "pt": PT,
    "it": IT,
    "pl": PL,
    "cs": CS,
    "hr": HR,
}
