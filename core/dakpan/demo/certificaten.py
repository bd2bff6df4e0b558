"""De coaches van de demonstratie hebben papieren: een opleiding die blijft, een certificaat dat bijna verloopt."""

from datetime import timedelta

from dakpan.demo.documenten import maak_pdf
from dakpan.demo.toneel import Toneel
from dakpan.partijen.certificaten import Certificaatgegevens, leg_vast, vermeld_mij
from dakpan.partijen.rechten import Recht

GELEDEN, KORT_GELEDEN, NOG = timedelta(2_900), timedelta(1_035), timedelta(60)


def leg_certificaten_vast(toneel: Toneel) -> None:
    """Per organisatie door wie er medewerkers beheert; de eerste coach staat met naam in het register."""
    for organisatie_id in toneel.bezetting.organisaties.values():
        mensen = toneel.bezetting.van_organisatie(organisatie_id)
        beheer = toneel.met_recht(mensen, Recht.MEDEWERKERS_BEHEREN)
        coaches = [een for een in mensen if Recht.UREN_SCHRIJVEN.value in een.vrager.rechten]
        for nummer, coach in enumerate(coaches):
            lid_id = coach.vrager.lidmaatschap_id
            assert lid_id is not None  # noqa: S101 - elke speler heeft een lidmaatschap
            for een in _papieren(toneel, nummer):
                leg_vast(toneel.als(beheer, toneel.nu), lid_id, een)
        for coach in coaches[:1]:
            vermeld_mij(toneel.als(coach, toneel.nu), met_naam=True)


def _papieren(toneel: Toneel, nummer: int) -> list[Certificaatgegevens]:
    vast = ("jobcoachopleiding.pdf", maak_pdf("Diploma jobcoach (verzonnen)"))
    opleiding = Certificaatgegevens("jobcoachopleiding", toneel.vandaag - GELEDEN, None, *vast)
    if nummer:
        return [opleiding]
    bijna = Certificaatgegevens("jobcoachcertificering", toneel.vandaag - KORT_GELEDEN, toneel.vandaag + NOG)
    return [Certificaatgegevens("hbo", toneel.vandaag - GELEDEN), opleiding, bijna]
