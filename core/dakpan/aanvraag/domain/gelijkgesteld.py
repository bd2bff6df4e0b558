"""Dagen die bij koninklijk besluit met een feestdag zijn gelijkgesteld (Algemene termijnenwet, art. 3, derde lid).

Een nieuw besluit komt er hieronder bij, met zijn vindplaats. Van 2014 tot en met 2016 en van 2020 tot en met 2022
hebben wij de besluiten niet: niet in bron, dus in die jaren verschuift een termijn daar niet om.
"""

from collections.abc import Mapping
from datetime import date

from dakpan.uitleg.bron import Bron, Zekerheid

_BESLUIT = "Besluit gelijkstelling van dagen met een algemeen erkende feestdag"
VAN_2017 = Bron(_BESLUIT, "art. 1", datum=date(2016, 10, 24), url="https://wetten.overheid.nl/BWBR0038666/2016-11-01")
# Van deze twee kennen wij alleen de titel, die de dagen noemt.
VAN_2023 = Bron(_BESLUIT, "opschrift, 2023-2025", Zekerheid.AFGELEID)
VAN_2026 = Bron(_BESLUIT, "opschrift, 2026-2028", Zekerheid.AFGELEID)

GELIJKGESTELD: Mapping[date, Bron] = {
    date(2017, 4, 28): VAN_2017,
    date(2017, 5, 26): VAN_2017,
    date(2018, 5, 11): VAN_2017,
    date(2018, 12, 24): VAN_2017,
    date(2018, 12, 31): VAN_2017,
    date(2019, 5, 31): VAN_2017,
    date(2019, 12, 27): VAN_2017,
    date(2023, 4, 28): VAN_2023,
    date(2023, 5, 19): VAN_2023,
    date(2024, 5, 10): VAN_2023,
    date(2024, 12, 27): VAN_2023,
    date(2025, 5, 30): VAN_2023,
    date(2026, 1, 2): VAN_2026,
    date(2026, 5, 15): VAN_2026,
    date(2027, 5, 7): VAN_2026,
    date(2028, 4, 28): VAN_2026,
    date(2028, 5, 26): VAN_2026,
}
