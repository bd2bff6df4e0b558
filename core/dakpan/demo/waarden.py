"""Een waarde die in de demonstratie op een tweede beheerder wacht."""

from dakpan.demo.documenten import maak_pdf
from dakpan.demo.toneel import Toneel
from dakpan.partijen.rechten import Recht
from dakpan.partijen.waarden.beheren import Gegevens, stel_voor
from dakpan.uitleg.bron import Zekerheid


def stel_waarden_voor(toneel: Toneel) -> None:
    """Bij elke financier wat zijn eerste beheerder voorstelt, zoals het in de gegevens staat."""
    for tenant_id, rij in toneel.spelers.financiers.items():
        for voorstel in rij.get("voorstel", ()):
            acteur = toneel.met_recht(toneel.bezetting.van_financier(tenant_id), Recht.WAARDEN_BEHEREN)
            velden = {naam: waarde for naam, waarde in voorstel.items() if naam not in {"regelset", "parameter"}}
            inhoud = maak_pdf(f"{velden['bron_titel']}, {velden['vindplaats']} (verzonnen)")
            gegevens = Gegevens(zekerheid=Zekerheid.TEKST, bestandsnaam="bron.pdf", inhoud=inhoud, **velden)
            stel_voor(toneel.als(acteur, toneel.nu), voorstel["regelset"], voorstel["parameter"], gegevens)
