"""`rightsbot demo`: the whole story plays, is shown as it goes, and hangs in the gallery."""

from pathlib import Path

import pytest

from bot.demo.story import SCENES, tell


def test_the_story_plays_to_its_end_and_every_mail_hangs_in_the_gallery(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each scene has its section, with the answers that the house itself gave."""
    page = tell(tmp_path)
    shown = capsys.readouterr().out
    text = page.read_text("utf-8")
    assert page == tmp_path / "gallery" / "index.html"
    assert text.count("<section") >= len(SCENES)
    for said in (
        "Ditt registerutdrag (ärende 2026-0001)",
        "inga uppgifter om",
        "spärrad för reklam",
        "Det gäller: radering",
        "ett kommando gjordes inte",
        "NÄRA SISTA DAG",
    ):
        assert said in text
        assert said.split(" (")[0] in shown
    letters = list((tmp_path / "gallery" / "files").glob("*.pdf"))
    assert len(letters) == 2


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    """Only an earlier demo is replaced."""
    (tmp_path / "house").mkdir()
    keepsake = tmp_path / "house" / "photo.txt"
    keepsake.write_text("mormor")
    with pytest.raises(OSError, match="is not of an earlier demo"):
        tell(tmp_path)
    assert keepsake.read_text() == "mormor"
