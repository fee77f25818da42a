import shutil
from datetime import UTC, datetime
from io import StringIO
from itertools import islice
from pathlib import Path

import pytest
from raw_reading import everything

from bot.config import load, shipped_config
from bot.core.vocabulary import Act
from bot.deeds.erasure_log import ErasureLog
from bot.demo.people import MORA
from bot.demo.population import population
from bot.registers.erasures.rowplan import Fate, Rules
from bot.registers.keys import search_keys
from bot.registers.opening import open_register
from bot.registers.orders import Order
from bot.replaying import replay

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / MORA).iterdir())}


@pytest.mark.law("L58")
def test_files_and_database_are_erased_anew_each_by_itself(
    demo_folder: Path, tmp_path: Path
) -> None:
    """Old receipts came back without the members, then the members without the receipts."""
    settings, folder = load(shipped_config(), tmp_path), tmp_path / "registers"
    shutil.copytree(demo_folder, folder)
    backup = Path(shutil.copytree(folder, tmp_path / "backup"))
    url = str(settings.registers[MORA].url)
    register = open_register(MORA, settings.registers[MORA])
    log = ErasureLog(settings)
    periods = {key: one.retention for key, one in settings.purposes.items() if one.retention}
    rules = Rules(periods, settings.companies[MORA].fiscal_year_end)
    members = (one for one in population() if one.homes.get(MORA))
    plans = ((one.address, register.plan(one.address, rules, NOW)) for one in members)
    for address, plan in islice(plans, 20):
        if plan is None or Fate.ASK in {one.fate for one in plan.rows}:
            continue
        held = register.look_up(search_keys([address]))
        log.begin(plan, f"R-{address}", address, held, NOW)
        assert register.carry_out(Order(Act.ERASE, address, NOW, plan=plan))
        log.finish(plan, f"R-{address}", NOW)
    after = _files(folder), everything(url)

    shutil.copytree(backup / MORA, folder / MORA, dirs_exist_ok=True)
    assert (_files(folder), everything(url)) != after
    assert replay(settings, NOW, StringIO()) == 0
    assert (_files(folder), everything(url)) == after

    shutil.copy(backup / "mora.sqlite", folder / "mora.sqlite")
    assert (_files(folder), everything(url)) != after
    assert replay(settings, NOW, StringIO()) == 0
    assert (_files(folder), everything(url)) == after
