"""Somebody who does something in a test."""

from datetime import UTC, datetime

from directory.audit.audit import Act

ACT = Act(who="sample keeper", origin="test", at=datetime(2014, 7, 8, 9, 30, tzinfo=UTC))
