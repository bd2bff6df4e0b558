"""Een factuur of creditnota voor mensen."""

from collections.abc import Mapping

from dakpan.betaling.factuur.domain import Adres, Afnemer, BtwCategorie, Btwgroep, Factuur, Factuursoort, Profiel
from dakpan.uitleg.leesbaar import document, kop, lange_datum, titel, voor_mensen
from dakpan.uitleg.tabel import Regels, breedte, feiten, tabel

_BTW: Mapping[BtwCategorie, str] = {
    BtwCategorie.BELAST: "belast",
    BtwCategorie.VRIJGESTELD: "vrijgesteld",
    BtwCategorie.BUITEN_BTW: "buiten de btw",
    BtwCategorie.VERLEGD: "verlegd",
}
_PROFIEL: Mapping[Profiel, str] = {
    Profiel.PEPPOL: "Peppol BIS Billing 3",
    Profiel.NLCIUS: "NLCIUS (SI-UBL 2.0)",
}


def factuur_als_tekst(factuur: Factuur) -> str:
    """Hoeveel moet er worden betaald of teruggegeven, aan wie, voor welk werk?"""
    breed = breedte()
    soort = "Creditnota" if factuur.soort is Factuursoort.CREDITNOTA else "Factuur"
    return document(
        titel(f"{soort} {factuur.nummer}: {factuur.bedrag_incl} inclusief btw", breed),
        feiten(_gegevens(factuur), breed),
        _regels(factuur, breed),
        _bedragen(factuur, breed),
    )


def _gegevens(factuur: Factuur) -> list[tuple[str, str]]:
    credit = factuur.soort is Factuursoort.CREDITNOTA
    leverancier = factuur.leverancier
    mogelijk = [
        ("Betalen uiterlijk", lange_datum(factuur.vervaldatum) if factuur.vervaldatum is not None else None),
        ("Op rekening", None if credit else leverancier.iban.in_groepen),
        ("Van", f"{leverancier.naam}, KvK {leverancier.kvk}\n{_adres(leverancier.adres)}"),
        ("Aan", f"{factuur.afnemer.naam}{_nummer(factuur.afnemer)}\n{_adres(factuur.afnemer.adres)}"),
        ("Datum", lange_datum(factuur.factuurdatum)),
        ("Periode", str(factuur.periode) if factuur.periode is not None else None),
        ("Verplichting", factuur.verplichtingnummer),
        ("Declaratie", factuur.declaratienummer),
        ("Hoort bij", f"factuur {factuur.verwijst_naar}" if factuur.verwijst_naar else None),
        ("Geschreven als", _PROFIEL[factuur.profiel]),
    ]
    return [(woord, tekst) for woord, tekst in mogelijk if tekst is not None]


def _nummer(afnemer: Afnemer) -> str:
    if afnemer.oin is not None:
        return f", OIN {afnemer.oin}"
    return f", KvK {afnemer.kvk}" if afnemer.kvk is not None else ""


def _adres(adres: Adres) -> str:
    land = "" if adres.land == "NL" else f", {adres.land}"
    return f"{adres.straat}, {f'{adres.postcode} ' if adres.postcode else ''}{adres.plaats}{land}"


def _regels(factuur: Factuur, breed: int) -> Regels:
    rijen = [(regel.omschrijving, str(regel.uren), str(regel.tarief), str(regel.bedrag)) for regel in factuur.regels]
    koppen = ("Omschrijving", "Uren", "Uurtarief", "Exclusief btw")
    return [*kop("Regels", breed), *tabel(koppen, rijen, breed, rechts=(1, 2, 3))]


def _bedragen(factuur: Factuur, breed: int) -> Regels:
    rijen = [
        ("Exclusief btw", str(factuur.bedrag_excl)),
        *((_btw(groep), str(groep.btw)) for groep in factuur.btwgroepen),
        ("Inclusief btw", str(factuur.bedrag_incl)),
    ]
    return [*kop("Bedragen", breed), *tabel(("Wat", "Bedrag"), rijen, breed, rechts=(1,))]


def _btw(groep: Btwgroep) -> str:
    reden = f": {groep.reden}" if groep.reden else ""
    return f"Btw {voor_mensen(groep.percentage)} over {groep.grondslag}, {_BTW[groep.categorie]}{reden}"
