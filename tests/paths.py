"""Where what the tests read lies, wherever a test is moved to."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENQUIRIES = ROOT / "tests" / "enquiries"
