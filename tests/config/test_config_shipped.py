from pathlib import Path

import pytest

from bot.config import Mode, load, releases_personal_data, shipped_config


def test_the_shipped_file_needs_nothing_else(tmp_path: Path) -> None:
    """Three mailboxes on the embedded server, two of staff a company, all in its folder."""
    settings = load(shipped_config(), tmp_path)
    assert settings.mode is Mode.DEMO
    assert set(settings.mailboxes) == set(settings.companies) == {"gavle", "borlange", "mora"}
    assert {box.port for box in settings.mailboxes.values()} == {settings.embedded.imap_port}
    assert settings.smtp.port == settings.embedded.smtp_port
    assert all(len(company.staff) == 2 for company in settings.companies.values())
    assert releases_personal_data(settings)
    for path in (settings.ledger.key_file, settings.printing.folder, settings.embedded.spool):
        assert path.is_relative_to(tmp_path)


def test_the_shipped_companies_are_those_of_the_notice() -> None:
    """Names, numbers, places and telephones as published; mail addresses invented."""
    notice = Path(__file__).parents[3] / "shared" / "law" / "allkontor-notice.sv.txt"
    if not notice.exists():
        pytest.skip("the companies' notice is not beside the repository: ../shared is absent")
    published = notice.read_text(encoding="utf-8")
    for company in load(shipped_config()).companies.values():
        for fact in (company.name, company.org_nr, company.phone, *company.address_lines):
            assert fact in published


def test_the_shipped_file_explains_every_table() -> None:
    """Above each block stands what it is for."""
    lines = shipped_config().read_text(encoding="utf-8").splitlines()
    seen: set[str] = set()
    for above, line in zip(["", *lines], lines, strict=False):
        block = line.strip("[]").partition(".")[0] if line.startswith("[") else ""
        if block and block not in seen | {"registers", "facts"}:
            assert above.startswith("# "), line
        seen.add(block)
