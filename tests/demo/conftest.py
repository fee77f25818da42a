import pytest

from bot.answers.pdf import compile_typst


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A PDF of two pages."""
    folder = tmp_path_factory.mktemp("paper")
    (folder / "two.typ").write_text("Ett #pagebreak() Två", "utf-8")
    return compile_typst(folder / "two.typ", {}, folder)
