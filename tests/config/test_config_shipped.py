from pathlib import Path

import pytest

from bot.config import (
    Mode,
    load,
    notice_faults,
    open_points,
    releases_personal_data,
    shipped_config,
)
from bot.registers.maps.datamap import Basis


def test_the_shipped_file_needs_nothing_else(tmp_path: Path) -> None:
    """Three mailboxes on the embedded server, two of staff and a deputy a company, one folder."""
    settings = load(shipped_config(), tmp_path)
    assert settings.mode is Mode.DEMO
    assert set(settings.mailboxes) == set(settings.companies) == {"gavle", "borlange", "mora"}
    assert {box.port for box in settings.mailboxes.values()} == {settings.embedded.imap_port}
    assert settings.smtp.port == settings.embedded.smtp_port
    for company in settings.companies.values():
        assert [person.deputy for person in company.staff] == [False, False, True]
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


@pytest.mark.people("P16")
def test_the_shipped_notice_is_the_published_one() -> None:
    """Its headings stand there, and who is a customer is on consent there."""
    notice = Path(__file__).parents[3] / "shared" / "law" / "allkontor-notice.sv.txt"
    if not notice.exists():
        pytest.skip("the companies' notice is not beside the repository: ../shared is absent")
    published = notice.read_text(encoding="utf-8")
    shipped = load(shipped_config()).notice.purposes
    assert all(purpose.title in published for purpose in shipped.values())
    assert shipped["customer"].basis is Basis.CONSENT
    assert all(purpose.retention.months == 24 for purpose in shipped.values())


@pytest.mark.people("P16")
def test_the_shipped_map_differs_from_it_by_decision_alone() -> None:
    """It differs, and each difference has its day; nothing that controllers decide is open."""
    settings = load(shipped_config())
    assert settings.notice.differences(settings.purposes)
    assert list(notice_faults(settings)) == []
    assert open_points(settings) == ()


def test_the_shipped_file_explains_every_table() -> None:
    """Above each block stands what it is for."""
    lines = shipped_config().read_text(encoding="utf-8").splitlines()
    seen: set[str] = set()
    for above, line in zip(["", *lines], lines, strict=False):
        block = line.strip("[]").partition(".")[0] if line.startswith("[") else ""
        if block and block not in seen | {"registers", "facts"}:
            assert above.startswith("# "), line
        seen.add(block)
