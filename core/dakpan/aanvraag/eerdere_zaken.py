"""Welke contracten en welke coaching zijn al bekend uit eerdere zaken? Van de vorige zaak terug naar de eerste."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from dakpan.aanvraag.domain.tijdlijn import Contractsoort, EerderContract, Tijdvakken
from dakpan.aanvraag.domain.tijdvakcontrole import maak_tijdlijn, nu_van
from dakpan.aanvraag.domain.tijdvakken import EERDER, MEESTE_TIJDVAKKEN, als_antwoorden, als_dag, lees_tijdvakken
from dakpan.aanvraag.herkomst import Bronsoort, Overgenomen
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_besluit
from dakpan.aanvraag.tables import Aanvraag
from dakpan.begrippen.kalender import DAG
from dakpan.begrippen.periode import Periode
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.fouten import InArchief, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Werkgever

# Van een contract dat voorbij is gelden deze dagen niet meer voor het contract van nu.
VOORBIJ = frozenset({"dienstverband.begin", "dienstverband.eind"})
NA_PROEF = VOORBIJ | {"dienstverband.soort"}


class Bekend(NamedTuple):
    """De antwoorden voor de tijdlijn, en welke antwoorden van toen juist niet meer gelden."""

    antwoorden: Mapping[str, Overgenomen] = {}
    vervallen: frozenset[str] = frozenset()


class Schakelzaak(NamedTuple):
    """Eén zaak van de keten. ``toegekend``: de dagen met coaching; None als er niets is toegekend."""

    zaak: Zaak
    aanvraag: Aanvraag
    toegekend: Periode | None


@dataclass
class Baan:
    """Een contract zoals de zaken het kennen, met de coaching daarin."""

    begin: date
    eind: date | None
    proef: bool
    elders: bool
    coaching: list[Periode] = field(default_factory=list)

    def dicht(self, uiterlijk: date) -> EerderContract | None:
        """Het contract als eerder contract, dat niet langer duurt dan ``uiterlijk``."""
        eind = min(self.eind or uiterlijk, uiterlijk)
        if eind < self.begin:
            return None
        geheel = Periode(self.begin, eind)
        binnen = [
            Periode(max(een.begin, self.begin), min(een.eind, eind)) for een in self.coaching if een.raakt(geheel)
        ]
        return EerderContract(self.soort, geheel, tuple(Tijdvakken.uit(binnen)))

    @property
    def soort(self) -> Contractsoort:
        if self.elders:
            return Contractsoort.ANDERE_WERKGEVER
        return Contractsoort.PROEFPLAATSING if self.proef else Contractsoort.CONTRACT


def uit_eerdere_zaken(handeling: Handeling, zaak: Zaak, werkgever: Werkgever | None = None) -> Bekend:
    """De tijdlijn tot en met deze zaak, als daar een contract van voorbij is. ``werkgever``: die van nu."""
    keten = [*_keten(handeling, zaak)][::-1]
    nieuwste = keten[-1]
    nu = werkgever if werkgever is not None and werkgever.naam else zaak.werkgever
    if nieuwste.toegekend is None or not _zelfde(zaak.werkgever, nu):
        return Bekend()
    eerder, baan = _samen(keten, nu)
    tot = baan.eind if baan.eind is not None and not baan.proef else nieuwste.toegekend.eind
    voorbij = baan.proef or (baan.eind is not None and baan.eind <= nieuwste.toegekend.eind)
    dicht = baan.dicht(tot) if voorbij else None
    lopend = () if voorbij else Tijdvakken.uit(baan.coaching)
    antwoorden = als_antwoorden([*eerder, *([dicht] if dicht is not None else [])], lopend)
    vervallen = (NA_PROEF if baan.proef else VOORBIJ) if voorbij else frozenset()
    return Bekend(_met_bron(antwoorden, nieuwste), vervallen)


def _met_bron(antwoorden: Mapping[str, str], uit: Schakelzaak) -> dict[str, Overgenomen]:
    if not antwoorden:
        return {}
    bron = uit.aanvraag.nummer or uit.zaak.nummer
    alle: dict[str, Any] = {f"aanvulling.{EERDER}": True, **antwoorden}
    return {veld: Overgenomen(Bronsoort.CONTRACT, waarde, bron) for veld, waarde in alle.items()}


def _keten(handeling: Handeling, zaak: Zaak) -> Iterator[Schakelzaak]:
    """Deze zaak en de zaken waar zij een vervolg op is, tot aan een die haar eigen tijdlijn al heeft.

    Wat de vrager niet (meer) mag zien breekt de keten af.
    """
    for _keer in range(MEESTE_TIJDVAKKEN):
        aanvraag, besluit = haal_aanvraag(handeling, zaak), haal_besluit(handeling, zaak)
        kent_toe = besluit is not None and besluit.soort.kent_toe
        yield Schakelzaak(zaak, aanvraag, Periode(besluit.begin, besluit.eind) if besluit and kent_toe else None)
        if aanvraag.vorige_zaak_id is None or lees_tijdvakken(aanvraag.aanvulling):
            return
        try:
            zaak = haal_zaak(handeling, zaak.tenant_id, aanvraag.vorige_zaak_id)
        except (NietGevonden, InArchief):
            return


def _samen(keten: list[Schakelzaak], nu: Werkgever) -> tuple[list[EerderContract], Baan]:
    """De contracten vóór dat van de laatste zaak, en dat contract zelf."""
    eerder, baan = _begin(keten[0], nu)
    for een in keten[1:]:
        volgende = _baan(een, nu)
        if (volgende.begin, volgende.proef, volgende.elders) == (baan.begin, baan.proef, baan.elders):
            baan.eind = volgende.eind
        else:
            dicht = baan.dicht(volgende.begin - DAG)
            eerder += [dicht] if dicht is not None else []
            baan = volgende
        if een.toegekend is not None:
            baan.coaching.append(een.toegekend)
    return eerder, baan


def _begin(oudste: Schakelzaak, nu: Werkgever) -> tuple[list[EerderContract], Baan]:
    """Wat de oudste zaak zelf al wist van ervoor."""
    gegevens = oudste.aanvraag.gegevens
    lijn = maak_tijdlijn(lees_tijdvakken(oudste.aanvraag.aanvulling), nu_van(gegevens))
    baan = _baan(oudste, nu)
    baan.coaching += [*(lijn.coaching if lijn is not None else ()), *([oudste.toegekend] if oudste.toegekend else [])]
    return list(lijn.eerder) if lijn is not None else [], baan


def _baan(uit: Schakelzaak, nu: Werkgever) -> Baan:
    van = nu_van(uit.aanvraag.gegevens)
    begin = (
        van.begin or uit.zaak.begin or (uit.toegekend.begin if uit.toegekend else als_dag(uit.zaak.geopend_op.date()))
    )
    assert begin is not None  # noqa: S101 - een ingediende aanvraag heeft een begin
    return Baan(begin, van.eind, van.proefplaatsing, not _zelfde(uit.zaak.werkgever, nu))


def _zelfde(een: Werkgever, ander: Werkgever) -> bool:
    """Hetzelfde KvK-nummer, of anders dezelfde naam."""
    if een.kvk and ander.kvk:
        return een.kvk == ander.kvk
    return een.naam.strip().casefold() == ander.naam.strip().casefold()
