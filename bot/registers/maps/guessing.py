"""What a column means, guessed from a name that leaves no doubt, in Swedish or English."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from bot.core.vocabulary import Category
from bot.registers.maps.fieldmap import Means

_SIGNS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Guess:
    """A meaning, the category that goes with it, and what people call it."""

    means: Means
    category: Category
    label_sv: str
    label_en: str


_IDENTITY, _CONTACT = Category.IDENTITY, Category.CONTACT
#: what columns of that meaning are called, in small letters and without signs
_NAMES: Final = {
    Guess(Means.EMAIL, _CONTACT, "E-post", "E-mail"):
        "email mail epost emailaddress mailaddress epostadress mailadress emailadress",
    Guess(Means.PERSONAL_NUMBER, _IDENTITY, "Personnummer", "Personal identity number"):
        "personnummer personnr persnr pnr ssn personalno personalnumber personalidentitynumber",
    Guess(Means.PHONE, _CONTACT, "Telefon", "Telephone"):
        "phone phonenumber telephone telefon telefonnummer telefonnr mobil mobilnr cellphone",
    Guess(Means.NAME, _IDENTITY, "Förnamn", "First name"):
        "firstname fornamn givenname tilltalsnamn",
    Guess(Means.NAME, _IDENTITY, "Efternamn", "Last name"):
        "lastname efternamn surname familyname",
    Guess(Means.NAME, _IDENTITY, "Namn", "Name"):
        "fullname kundnamn customername personnamn",
    Guess(Means.CUSTOMER_NUMBER, _IDENTITY, "Kundnummer", "Customer number"):
        "kundnr kundnummer customerno customernumber medlemsnr medlemsnummer memberno membernumber",
    Guess(Means.STREET, _CONTACT, "Gata", "Street"):
        "street gata gatuadress streetaddress addressline1 addressline2 postadress",
    Guess(Means.POSTCODE, _CONTACT, "Postnummer", "Postcode"):
        "postcode postalcode postnr postnummer zip zipcode",
    Guess(Means.CITY, _CONTACT, "Ort", "City"):
        "city ort postort town stad",
    Guess(Means.COOKIE_ID, Category.BEHAVIOUR, "Kaknummer", "Cookie number"):
        "cookieid kakid cookienumber",
}  # fmt: skip
_BY_NAME: Final = {name: meant for meant, names in _NAMES.items() for name in names.split()}


def guess(column: str) -> Guess | None:
    """What a column of this name means; None where its name leaves a doubt."""
    plain = unicodedata.normalize("NFKD", column.casefold())
    return _BY_NAME.get(_SIGNS.sub("", "".join(s for s in plain if not unicodedata.combining(s))))
