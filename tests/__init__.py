"""Tests of the three packages. What is compiled for them is kept, whatever the environment says: three
processes would each compile all tests anew, and each process that is tested the whole program."""

import os
import sys

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
