"""Some thousand invented customers around the designed ones: same seed, same people."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product
from random import Random

from bot.demo.cast import CAST
from bot.demo.people import DESIGNED
from bot.demo.person import BORLANGE, GAVLE, MORA, REGISTERS, DemoPerson, Home
from bot.demo.unusual import UNUSUAL

INVENTED_SINGLY = (*DESIGNED, *CAST, *UNUSUAL)
"""Who stands in a register and is known by name."""
PER_REGISTER = 2000
_FIRST_NUMBER = 100
_TOWNS = {GAVLE: ("802", "Gävle"), BORLANGE: ("784", "Borlänge"), MORA: ("792", "Mora")}
_STREETS = (
    *("Påhittsgatan", "Sagostigen", "Låtsasvägen", "Exempelvägen", "Fabelgränd", "Diktarbacken"),
    *("Tankegatan", "Drömstigen", "Fantasivägen", "Rimgränden", "Ordleksgatan", "Gåtbacken"),
)
_HOSTS = ("post.example", "brevlada.example", "epost.example", "kontor.example")
_GIVEN = (
    *("Agnes", "Albin", "Alva", "Anders", "Anna", "Arvid", "Astrid", "Axel", "Berit", "Birgitta"),
    *("Björn", "Britta", "Cecilia", "Daniel", "David", "Ebba", "Edvin", "Elin", "Elsa", "Emil"),
    *("Erik", "Ester", "Fanny", "Filip", "Frida", "Gerda", "Greta", "Gunnar", "Göran", "Hanna"),
    *("Harald", "Hedda", "Helena", "Hugo", "Håkan", "Ida", "Inga", "Jakob", "Johan", "Jonas"),
    *("Kajsa", "Kerstin", "Klara", "Knut", "Linnea", "Ludvig", "Magnus", "Malin", "Märta", "Olof"),
    *("Oskar", "Pernilla", "Ragnar", "Rut", "Sigrid", "Sten", "Svea", "Tage", "Wilma", "Åke"),
)
_FAMILY_STARTS = (
    *("Al", "Asp", "Berg", "Blom", "Ceder", "Dal", "Eke", "Fager", "Fjäll", "Gran", "Gyllen"),
    *("Hag", "Hassel", "Hjort", "Hög", "Kvarn", "Lilje", "Löv", "Mo", "Ny", "Rosen", "Silver"),
)
_FAMILY_ENDS = ("qvist", "näs", "stig", "blad", "åker", "vik", "torp")
_PLAIN = str.maketrans("åäöé", "aaoe")
_SPREADS = (
    (150, REGISTERS),
    (150, (GAVLE, BORLANGE)),
    (120, (GAVLE, MORA)),
    (130, (BORLANGE, MORA)),
)
"""How many of PER_REGISTER stand in more than one register, and in which."""


def population(per_register: int = PER_REGISTER) -> tuple[DemoPerson, ...]:
    """Everybody in the demo registers, the designed first; no two others share a full name."""
    chance = Random("allkontor")  # noqa: S311 - invented people, not secrets
    people = list(INVENTED_SINGLY)
    missing = {
        name: per_register - sum(name in person.homes for person in people) for name in REGISTERS
    }
    named = enumerate(_names(chance), start=_FIRST_NUMBER)
    for of_all, registers in _SPREADS:
        many = of_all * per_register // PER_REGISTER
        people += [_person(chance, *one, registers) for one in islice(named, many)]
        for name in registers:
            missing[name] -= many
    for name, many in missing.items():
        people += [_person(chance, *one, (name,)) for one in islice(named, many)]
    return _couples(chance, people)


def _names(chance: Random) -> Iterator[tuple[str, str]]:
    families = [start + end for start, end in product(_FAMILY_STARTS, _FAMILY_ENDS)]
    names = list(product(_GIVEN, families))
    chance.shuffle(names)
    return iter(names)


def _person(
    chance: Random, number: int, name: tuple[str, str], registers: tuple[str, ...]
) -> DemoPerson:
    given, family = name
    host = chance.choice(_HOSTS)
    homes: dict[str, Home | None] = dict.fromkeys(registers, _home(chance, registers[-1]))
    if _one_in(chance, 16):  # newsletter only
        homes = dict.fromkeys(registers)
    elif _one_in(chance, 20):  # moved, and told one shop
        homes[registers[0]] = _home(chance, registers[0])
    return DemoPerson(
        number=number,
        given=given,
        family=family,
        address=f"{given}.{family}@{host}".lower().translate(_PLAIN),
        homes=homes,
        phone="" if _one_in(chance, 5) else f"070-174 06 {chance.randint(7, 99):02}",
        credit=_one_in(chance, 250),
        changed=_changed(chance),
    )


def _home(chance: Random, register: str) -> Home:
    code, city = _TOWNS[register]
    street = f"{chance.choice(_STREETS)} {chance.randint(1, 120)}"
    return Home(street, f"{code} {chance.randint(10, 99)}", city)


def _changed(chance: Random) -> int | None:
    """Mostly years ago, sometimes lately, seldom nobody knows."""
    if _one_in(chance, 100):
        return None
    return chance.randint(1, 89) if _one_in(chance, 50) else chance.randint(800, 2200)


def _one_in(chance: Random, many: int) -> bool:
    return chance.randrange(many) == 0


def _couples(chance: Random, people: list[DemoPerson]) -> tuple[DemoPerson, ...]:
    """Every fortieth lives with the one before, and they share a mailbox."""
    for place in range(len(INVENTED_SINGLY) + 40, len(people), 40):
        one, other = people[place - 1], people[place]
        if one.homes.keys() == other.homes.keys():
            mailbox = f"familjen.{one.family}.{one.number}@{chance.choice(_HOSTS)}"
            mailbox = mailbox.lower().translate(_PLAIN)
            people[place - 1] = replace(one, address=mailbox)
            people[place] = replace(other, address=mailbox, homes=one.homes)
    return tuple(people)
