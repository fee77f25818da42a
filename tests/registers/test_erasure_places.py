from pathlib import Path

import pytest

from bot.checks.erasures import look_at_erasures
from bot.config import Settings, load, shipped_config
from bot.config.erasure import Erasure


def _placed(folder: Path, log: str, key: str) -> Settings:
    """The shipped settings with their data in a folder, and log and key somewhere below it."""
    places = Erasure(log=folder / log, key_file=folder / key)
    return load(shipped_config(), folder).model_copy(update={"erasure": places})


@pytest.mark.law("L58")
@pytest.mark.parametrize("wrong", ["log", "key"])
def test_neither_may_lie_in_a_folder_of_a_register(tmp_path: Path, wrong: str) -> None:
    """The backup of that folder would bring an older one back."""
    places = {"log": "erasures.log", "key": "erasures.key"}
    places[wrong] = "registers/mora/one"
    found = [each.text for each in look_at_erasures(_placed(tmp_path, **places)) if each.is_fault]
    assert found
    assert all("would come back with its backup" in each for each in found)


def test_the_shipped_places_are_right(tmp_path: Path) -> None:
    """Nothing is wrong; that the key needs a backup of its own is said."""
    settings = load(shipped_config(), tmp_path)
    assert settings.erasure.log == tmp_path / "erasures.log"
    (remark,) = look_at_erasures(settings)
    assert not remark.is_fault


def test_a_lost_key_and_an_open_log_are_faults(tmp_path: Path) -> None:
    """Each with what to do."""
    settings = _placed(tmp_path, "erasures.log", "erasures.key")
    settings.erasure.log.write_text("")
    settings.erasure.log.chmod(0o644)
    found = [each.text for each in look_at_erasures(settings)]
    assert "chmod 600" in found[0]
    assert "restore it" in found[1]
