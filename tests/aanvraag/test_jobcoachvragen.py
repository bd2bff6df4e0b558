"""Wat het formulier over de jobcoach vraagt hangt af van wat de financier wil zien."""

from dakpan.aanvraag.groepen.baan import jobcoach
from dakpan.aanvraag.groepen.soort import Soort
from dakpan.aanvraag.stukvragen import Stukvragen

ALLEEN_MET_CERTIFICAAT = {
    "aanvulling.jobcoach_achtervang",
    "aanvraag.jobcoach.uitzondering",
    "aanvraag.jobcoach.voldoet_op",
}


def test_alleen_wie_een_certificaat_wil_zien_vraagt_wanneer_het_er_komt_en_wie_invalt() -> None:
    gewoon = {veld.naam for veld in jobcoach(Soort()).velden}
    met = {veld.naam for veld in jobcoach(Soort(stukken=Stukvragen(certificaat=True))).velden}
    assert met - gewoon == ALLEEN_MET_CERTIFICAAT
    assert gewoon < met
