import io
from pathlib import Path

from directory.exchange.files.problems import Problems
from directory.exchange.files.progress import NO_PROGRESS, progress_bar
from directory.exchange.files.table_file import read_lines


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_long_import_shows_how_far_it_is_and_leaves_no_trace() -> None:
    terminal, times = Terminal(), iter((0.0, 1.0, 2.0))

    with progress_bar("Reading cases.csv", terminal, lambda: next(times)) as progress:
        progress(0.5)
        shown = terminal.getvalue()

    assert shown == f"\rReading cases.csv [{'#' * 15}{'.' * 15}]  50%"
    assert terminal.getvalue().endswith(f"\r{' ' * (len(shown) - 1)}\r")


def test_a_short_import_shows_nothing() -> None:
    terminal = Terminal()

    with progress_bar("Reading cases.csv", terminal, lambda: 0.0) as progress:
        progress(0.5)

    assert terminal.getvalue() == ""


def test_nothing_is_shown_where_the_output_goes_to_a_file() -> None:
    piped, times = io.StringIO(), iter((0.0, 10.0))

    with progress_bar("Reading cases.csv", piped, lambda: next(times)) as progress:
        progress(0.5)

    assert piped.getvalue() == ""
    assert progress is NO_PROGRESS


def test_progress_goes_up_to_the_whole_file(tmp_path: Path) -> None:
    file, told = tmp_path / "days.csv", list[float]()
    file.write_text("day\n" + "2014-06-02\n" * 10_000, "utf-8")

    assert sum(1 for _ in read_lines(file, ("day",), Problems(file), progress=told.append)) == 10_000

    assert told == sorted(told)
    assert len(told) == 5
    assert 0 < told[0] < told[-1] <= 1
