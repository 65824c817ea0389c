"""Tests of the channels, on aiogram as a bot imports it."""

from bot.telegram.models import import_aiogram

import_aiogram()
