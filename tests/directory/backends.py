"""Marks for tests that are about one database only; every other test runs on both."""

import pytest

ON_SQLITE = pytest.mark.parametrize("server", ["sqlite"], indirect=True)
ON_POSTGRESQL = pytest.mark.parametrize("server", ["postgresql"], indirect=True)
