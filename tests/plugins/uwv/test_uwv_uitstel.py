"""Langer over een besluit doen: de gronden van de wet, en een medisch oordeel. (Rapport par. 4.2, voetnoot 33)"""

from datetime import date

from tests.plugins.hulp import maak_dossier, regels

from dakpan.aanvraag.domain.uitstel import Uitstelwerking


def test_een_medisch_oordeel_maakt_de_termijn_langer_maar_hoeveel_staat_er_niet() -> None:
    *wet, medisch = regels("uwv").bepaal_uitstelgronden(maak_dossier(), date(2022, 2, 17)).resultaat.lijst
    assert [een.werking for een in wet] == [*[Uitstelwerking.STAAT_STIL] * 3, Uitstelwerking.LANGER]
    assert (medisch.werking, medisch.met_einde) == (Uitstelwerking.LANGER, False)
    assert "voetnoot 33" in medisch.bron.vindplaats
