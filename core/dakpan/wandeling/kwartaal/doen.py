"""Wat doet de ronde bij een portie zaken? Klaarzetten wat ontbreekt, en herinneren aan wat moet komen."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from dakpan.begrippen.periode import Kwartaal, Periode
from dakpan.betaling.betalen.klaarzetten import nummer
from dakpan.betaling.kwartaal.tables import Gedaan
from dakpan.betaling.tables import Betaalopdracht
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.veel import voeg_toe
from dakpan.rapportage.tables import Verslag
from dakpan.wandeling.kwartaal.blik import Blik, TeSchrijven
from dakpan.wandeling.kwartaal.herinneren import Wachtend, herinner
from dakpan.wandeling.kwartaal.zaak import Uitkomst, Zaakwerk, bepaal, lees


def doe(handeling: Handeling, kwartaal: Kwartaal, blik: Blik) -> Mapping[UUID, Sequence[Uitkomst]]:
    """Per zaak wat er gebeurde; waar alles al klaarstond staat zij er niet bij.

    Elke zaak apart berekend en alles samen opgeslagen: het aantal vragen hangt niet af van hoeveel zaken het zijn.
    """
    te_doen = list(blik.te_doen())
    lezing = lees(handeling, blik, te_doen)
    werken = [bepaal(handeling, blik, lezing, een) for een in te_doen]
    voeg_toe(handeling.sessie, Verslag, [een for werk in werken for een in werk.verslagen])
    betalingen = [een for werk in werken for een in werk.betalingen]
    voeg_toe(handeling.sessie, Betaalopdracht, nummer(handeling, betalingen))
    periode = kwartaal.periode
    herinnerd = herinner(handeling, kwartaal, [_wacht(periode, blik, werk) for werk in werken])
    per_zaak = {werk.zaak.id: [*werk.uitkomsten, *_herinnerd(herinnerd.get(werk.zaak.id, 0))] for werk in werken}
    return {zaak_id: uitkomsten for zaak_id, uitkomsten in per_zaak.items() if uitkomsten}


def _wacht(kwartaal: Periode, blik: Blik, werk: Zaakwerk) -> Wachtend:
    """Ook een verslag dat nu pas klaarstaat kan dit kwartaal nog moeten komen."""
    zaak = werk.zaak
    nieuw = [
        TeSchrijven(een["id"], een["vorm"], een["uiterlijk"]) for een in werk.verslagen if een["uiterlijk"] in kwartaal
    ]
    return Wachtend(zaak, [*blik.te_schrijven.get(zaak.id, ()), *nieuw], zaak.id in blik.te_declareren)


def _herinnerd(aantal: int) -> list[Uitkomst]:
    return [Uitkomst(Gedaan.HERINNERD, aantal)] if aantal else []
