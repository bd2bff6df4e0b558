"""Een aanvraag die nog getekend moet worden: iedereen is gevraagd, de jobcoach heeft zijn link."""

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.tekenen.document import Papier
from dakpan.aanvraag.tekenen.papier import papier_van
from dakpan.aanvraag.tekenen.verzoeken import nog_te_tekenen, vraag
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.demo.toneel import Loop
from dakpan.dossier.domain import Zaakstap


def vraag_handtekeningen(loop: Loop) -> None:
    """Vraagt wie er nog moet; bij een zaak zonder ondertekening gebeurt er niets."""
    werkstap = next((een for een in loop.werkwijze if een.stap is Zaakstap.ONDERTEKENING), None)
    if werkstap is None:
        return
    handeling = loop.toneel.als(loop.wie(werkstap), loop.toneel.nu)  # vandaag, zodat de link nog werkt
    zaak = loop.zaak(handeling)
    aanvraag = haal_aanvraag(handeling, zaak)
    namen = {
        Partij.CLIENT: loop.plan.naam,
        Partij.WERKGEVER: loop.plan.werkgever["contactpersoon"],
        Partij.JOBCOACH: handeling.vrager.naam,
    }
    nog = nog_te_tekenen(handeling, zaak, aanvraag)
    mensen = {een: Mens(namen[een], f"{een.value}.{zaak.nummer.lower()}@voorbeeld.invalid") for een in nog}

    def papier(partij: Partij) -> Papier:
        return papier_van(handeling, zaak, aanvraag, voor_werkgever=partij is Partij.WERKGEVER)

    vraag(handeling, zaak, mensen, papier, loop.toneel.adres)
