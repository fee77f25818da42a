import hashlib
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.demo.cast import OUTSIDERS
from bot.demo.people import REGISTERS, UNKNOWN, DemoPerson
from bot.demo.population import INVENTED_SINGLY, population
from bot.demo.registers import create

TODAY = date(2026, 3, 5)
PUBLISHED = {
    *("18900101-9802", "19000101-9801", "19900101-2385"),
    *("20000229-2399", "20240229-2383", "19140168-2396"),
}


@pytest.fixture(scope="module")
def people() -> tuple[DemoPerson, ...]:
    """Everybody in the demo registers."""
    return population()


def contents(folder: Path) -> dict[str, str]:
    """Each file's digest."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def test_the_same_day_gives_the_same_registers(
    registers_of: Callable[[date], Path], tmp_path: Path
) -> None:
    """Byte by byte, and a second making leaves them as they are."""
    shutil.copytree(registers_of(TODAY), tmp_path / "one")
    for name in ("two", "one"):
        create(tmp_path / name, TODAY)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert {f"{name}.sqlite" for name in REGISTERS} < set(contents(tmp_path / "one"))


def test_a_register_that_somebody_changed_is_not_made_again(tmp_path: Path) -> None:
    """Only what is absent is made, and nothing half made is left lying."""
    (tmp_path / "gavle.sqlite").write_bytes(b"mine")
    create(tmp_path, TODAY)
    assert (tmp_path / "gavle.sqlite").read_bytes() == b"mine"
    assert not list(tmp_path.glob("*.unfinished"))


def test_each_register_has_two_thousand(people: tuple[DemoPerson, ...]) -> None:
    """Some of them in two or three."""
    for name in REGISTERS:
        assert sum(name in person.homes for person in people) == 2000
    assert sum(len(person.homes) == 3 for person in people) > 100


def test_a_full_name_is_one_person_but_for_those_made_so(people: tuple[DemoPerson, ...]) -> None:
    """A name is a key: chance must not make namesakes."""
    others = [person.name for person in people if person not in INVENTED_SINGLY]
    designed = {person.name for person in (*INVENTED_SINGLY, *OUTSIDERS, UNKNOWN)}
    assert len(others) == len(set(others))
    assert not designed.intersection(others)


@pytest.mark.law("L69")
def test_personnummer_come_from_the_published_series_alone(people: tuple[DemoPerson, ...]) -> None:
    """A made-up number may be somebody's."""
    numbers = {person.personal_number for person in people if person.personal_number}
    assert numbers
    assert numbers <= PUBLISHED


def test_who_only_writes_stands_in_no_register(people: tuple[DemoPerson, ...]) -> None:
    """The strangers of the story are strangers."""
    addresses = {person.address for person in people}
    assert not addresses.intersection(person.address for person in OUTSIDERS)


def test_nobody_real_can_be_reached(people: tuple[DemoPerson, ...]) -> None:
    """Reserved domains, and numbers that fiction has to itself."""
    assert all(person.address.endswith(".example") for person in (*people, *OUTSIDERS))
    phones = {person.phone.replace(" ", "").replace("-", "") for person in people} - {""}
    assert all("0701740605" <= phone <= "0701740699" for phone in phones)
