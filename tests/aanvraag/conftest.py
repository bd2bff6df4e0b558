"""Zorgt dat elke test van een aanvraag ``tests.plugins.hulp`` vindt, van welke map pytest ook start."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
