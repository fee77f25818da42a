"""What the bot itself keeps of people: a register and a purpose that no config file has to name."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from bot.core.retention import CASE_YEARS
from bot.core.vocabulary import Category, Language
from bot.mail.templates import SHIPPED
from bot.mail.words import words_of
from bot.registers.maps.datamap import NOBODY, Basis, CategoryWords, Kind, Period, Purpose

OWN_LEDGER: Final = "rightsbot"
"""The key of the ledger among the registers; no register of the config may have it."""
OWN_PURPOSE: Final = "requests"
"""The key of what it is kept for; a table [purposes.requests] of the config stands instead."""
CLOSED: Final = "case_closed"
"""The event that its period counts from."""
_TOLD: Final = ("title", "text", "basis", "retention", "sources", "transfers", "automated")


def with_own_purpose(purposes: Mapping[str, Purpose]) -> dict[str, Purpose]:
    """The purposes of a config file and the ledger's own, last.

    Without any the map is not written yet, and stays so: nothing may look answered.
    """
    return {**purposes, OWN_PURPOSE: purposes.get(OWN_PURPOSE) or _purpose()} if purposes else {}


def with_own_words(words: Mapping[Category, CategoryWords]) -> dict[Category, CategoryWords]:
    """What a config file says of the categories, and of the ledger's own what it leaves out."""
    return {**words, Category.REQUESTS: words.get(Category.REQUESTS) or _words()}


@cache
def _purpose() -> Purpose:
    """Art. 5(2), 12, 24 and 21(3): the law, not the controllers, wants it kept."""
    told = {f"{fact}_{language}": _said(language)[fact] for fact in _TOLD for language in Language}
    return Purpose.model_validate(
        {
            "id": OWN_PURPOSE,
            "categories": (Category.REQUESTS,),
            "needs": (Category.REQUESTS,),
            "basis": Basis.LEGAL_OBLIGATION,
            "recipients": (NOBODY,),
            "retention": Period(kind=Kind.EVENT, event=CLOSED, months=12 * CASE_YEARS),
            # the day from which the GDPR applies (Art. 99(2))
            "version": "2018-05-25",
            "valid_from": date(2018, 5, 25),
            **told,
        }
    )


@cache
def _words() -> CategoryWords:
    titles = {f"title_{language}": _said(language)["category"] for language in Language}
    return CategoryWords(**titles, provided=True)


def _said(language: Language) -> Mapping[str, str]:
    table: Mapping[str, str] = words_of(SHIPPED, language).tables["ledger_purpose"]
    return table
