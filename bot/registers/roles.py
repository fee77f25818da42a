"""Mail addresses of an office and not of a person: info@, order@ (P01, P19)."""

import re
from typing import Final

from bot.registers.keys import normalise_address

#: Swedish and English; info.mora and order2 begin with one
_ROLES: Final = frozenset(
    {
        *("info", "information", "kontakt", "contact", "kontor", "kontoret", "office", "mail"),
        *("mejl", "epost", "post", "hej", "hello", "hallo", "hi", "reception", "receptionen"),
        *("vaxel", "vaxeln", "order", "orders", "ordrar", "bestallning", "bestallningar"),
        *("inkop", "purchase", "purchasing", "procurement", "lager", "logistik", "logistics"),
        *("faktura", "fakturor", "fakturering", "invoice", "invoices", "billing", "ekonomi"),
        *("economy", "finance", "accounting", "accounts", "bokforing", "redovisning", "lon"),
        *("admin", "administration", "adm", "sales", "salj", "forsaljning", "butik", "butiken"),
        *("shop", "store", "webbshop", "support", "helpdesk", "service", "kundtjanst"),
        *("kundservice", "customerservice", "hr", "personal", "jobb", "jobs", "career", "press"),
        *("marketing", "marknad", "it", "webmaster", "postmaster", "hostmaster", "noreply"),
        *("team", "foretag", "company", "firma", "styrelsen", "skola", "skolan", "verkstad"),
        *("verkstaden", "bokning", "booking", "arende", "gdpr", "dataskydd", "privacy", "dpo"),
    }
)
_PARTED: Final = re.compile(r"[.+_\-\d]")
_SWEDISH: Final = str.maketrans("åäöé", "aaoe")


def is_role(address: str) -> bool:
    """Whether an address is that of an office, which whoever works there reads."""
    local = normalise_address(address).partition("@")[0].translate(_SWEDISH)
    return _PARTED.split(local)[0] in _ROLES
