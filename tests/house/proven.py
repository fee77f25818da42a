"""A plugin of pytest: which tests prove which row, and what is said when a row is not proven.

Each test that carries `law("L08")` or `people("P11")` tells of it in its report, so that the
process that counts need not be the one that ran it (pytest-xdist). The rows are looked at when a
whole run ends: no path, no -k or -m, nothing deselected or ignored, nobody stopped it.
`--print-law PATH` runs nothing and writes docs/law.md to PATH.
"""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from house.law_page import law_page
from house.law_rows import KINDS, Row, complaints, read_rows, tally

ROWS = Path(__file__).with_name("rows.toml")
ROW = "row"
LEFT_OUT = "left_out"
#: options with which a run is not whole
NARROWING = ("keyword", "markexpr", "lf", "stepwise", "deselect", "ignore", "ignore_glob")

_book = pytest.StashKey["Book"]()
_left_out = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`law_rows` names another list of rows; the tests of this plugin bring their own."""
    parser.addini("law_rows", "the file of the rows", type="paths", default=[ROWS])
    parser.addoption("--print-law", metavar="PATH", type=Path, help="write docs/law.md and end")


def pytest_configure(config: pytest.Config) -> None:
    """The book is kept where the run is counted, never in a worker of pytest-xdist."""
    config.stash[_left_out] = 0
    if not hasattr(config, "workerinput"):
        config.stash[_book] = Book(config)
        config.pluginmanager.register(config.stash[_book])


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Writes the numbers of each test into its reports."""
    for item in items:
        item.user_properties += [(ROW, number) for number in _numbers(item)]


def pytest_deselected(items: list[pytest.Item]) -> None:
    """A run that leaves a test out proves nothing of the whole."""
    if items:
        items[0].config.stash[_left_out] += len(items)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker says how many tests it was told to leave out."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput[LEFT_OUT] = session.config.stash[_left_out]


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """With `--print-law` nothing is run: the page is written from what was collected."""
    path: Path | None = session.config.option.print_law
    if path is None or session.testsfailed:
        return None
    if not _is_asked_for_all(session.config):
        raise pytest.UsageError("--print-law tells of all tests: leave paths and -k, -m away")
    path.write_text(page_of(session), "utf-8")
    return True


def page_of(session: pytest.Session) -> str:
    """docs/law.md as the tests that were collected say it."""
    marked: dict[str, list[str]] = defaultdict(list)
    for item in session.items:
        for number in _numbers(item):
            marked[number].append(_function(item.nodeid))
    return law_page(_rows(session.config), marked)


def _is_asked_for_all(config: pytest.Config) -> bool:
    source = config.args_source
    if source is pytest.Config.ArgsSource.INVOCATION_DIR:
        everything = config.invocation_params.dir == config.rootpath
    else:
        everything = source is pytest.Config.ArgsSource.TESTPATHS
    narrowed = any(getattr(config.option, name, None) for name in NARROWING)
    return everything and not narrowed and not config.stash[_left_out]


def _rows(config: pytest.Config) -> dict[str, Row]:
    return read_rows(config.getini("law_rows")[0])


def _numbers(item: pytest.Item) -> list[str]:
    return [str(name) for kind in KINDS for mark in item.iter_markers(kind) for name in mark.args]


def _function(nodeid: str) -> str:
    """The id without its parameters, and without the group that pytest-xdist adds."""
    return nodeid.partition("[")[0].partition("@")[0]


class Book:
    """What the tests of one run said of the rows, and what is complained of in the end."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.passed: dict[str, bool] = {}
        self.numbers: dict[str, list[str]] = {}
        self.lines: list[str] | None = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Passed is what ran well and came down well; neither skipped nor expected to fail."""
        numbers = [str(value) for name, value in report.user_properties if name == ROW]
        if not numbers:
            return
        self.numbers[report.nodeid] = numbers
        before = self.passed.get(report.nodeid, report.when != "teardown")
        as_hoped = report.passed and not hasattr(report, "wasxfail")
        self.passed[report.nodeid] = before and as_hoped

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:  # noqa: ANN401 - of pytest-xdist, untyped
        """What a worker left out counts as left out of the whole."""
        self.config.stash[_left_out] += getattr(node, "workeroutput", {}).get(LEFT_OUT, 0)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """At the end of a whole run: a complaint makes the run fail."""
        if not self._is_whole(session):
            return
        self.lines = complaints(_rows(self.config), self._tests())
        if self.lines and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """One line a number; one line in all when there is nothing to complain of."""
        if self.lines is None:
            return
        if not self.lines:
            terminalreporter.write_line(tally(_rows(self.config), self._tests()))
            return
        terminalreporter.section("rows that are not as tests/house/rows.toml says", red=True)
        for line in self.lines:
            terminalreporter.write_line(line)

    def _tests(self) -> dict[str, dict[str, bool]]:
        tests: dict[str, dict[str, bool]] = defaultdict(dict)
        for nodeid, numbers in self.numbers.items():
            name = _function(nodeid)
            for number in numbers:
                tests[number][name] = tests[number].get(name, False) or self.passed[nodeid]
        return tests

    def _is_whole(self, session: pytest.Session) -> bool:
        option = self.config.option
        cut = option.collectonly or option.print_law or session.shouldstop or session.shouldfail
        ended = session.exitstatus in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}
        return ended and not cut and _is_asked_for_all(self.config)
