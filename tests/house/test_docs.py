"""What is printed in docs/ is what the house says today, and its links lead somewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from house.proven import page_of
from house_sources import ROOT

from bot.workflow_pages import pages

DOCS = ROOT / "docs"
RENEW = "run `make docs` and look at what changed"
_LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


def printed_law(folder: Path) -> str:
    """The law page of the tests as they are now; a pytest of its own looks at all of them."""
    path = folder / "law.md"
    run = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--print-law", str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
    return path.read_text("utf-8")


def test_the_law_page_is_what_the_marks_of_the_tests_say(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """A test that was marked, renamed or taken away changes docs/law.md."""
    # a whole run has collected every test already; a part of one asks a pytest of its own
    here = {item.path for item in request.session.items}
    whole = here >= {*(ROOT / "tests").rglob("test_*.py")}
    said = page_of(request.session) if whole else printed_law(tmp_path)
    assert said == (DOCS / "law.md").read_text("utf-8"), RENEW


@pytest.mark.parametrize("name", pages())
def test_a_workflow_page_is_what_its_table_says(name: str) -> None:
    """Table, diagram, source and first paragraph, word by word."""
    path = DOCS / "workflows" / name
    assert path.is_file(), f"docs/workflows/{name} is missing: {RENEW}"
    assert path.read_text("utf-8") == pages()[name], f"docs/workflows/{name} is old: {RENEW}"


def test_no_page_is_left_of_a_workflow_that_is_gone() -> None:
    """docs/workflows/ holds the printed pages and nothing else."""
    assert {path.name for path in (DOCS / "workflows").iterdir()} == {*pages()}, RENEW


def test_every_link_in_the_papers_leads_to_a_file() -> None:
    """In docs/, the README and the map: each relative link names something that is there."""
    papers = [ROOT / "README.md", ROOT / "bot" / "README.md", *sorted(DOCS.rglob("*.md"))]
    broken = [
        f"{paper.relative_to(ROOT)}: {link}"
        for paper in papers
        for link in sorted(set(_LINK.findall(paper.read_text("utf-8"))))
        if "://" not in link and not (paper.parent / link).exists()
    ]
    assert broken == []
