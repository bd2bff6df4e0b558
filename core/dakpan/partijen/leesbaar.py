"""De lijsten van regelsets en tenants voor mensen."""

from collections.abc import Sequence

from dakpan.partijen.tenant import GekozenRegelset, Tenant
from dakpan.partijen.waardentabel import aantal_waarden, parameterblok
from dakpan.regels.parameters.parameters import Parameters
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.leesbaar import document, en_samen, kop, lange_datum, legenda, titel
from dakpan.uitleg.tabel import Regels, breedte, feiten, overzicht, wikkel


def regelsets_als_tekst(alle: Sequence[Parameters]) -> str:
    """Welke regelsets zijn er, met welke waarden en bronnen, en wat ontbreekt?"""
    breed = breedte()
    return document(
        titel(f"{_hoeveel(len(alle), 'regelset')}: {en_samen([p.regelset for p in alle])}", breed)
        if alle
        else titel("Er is geen regelset geïnstalleerd", breed),
        *(blok for parameters in alle for blok in _regelset(parameters, breed)),
        legenda(breed),
    )


def _regelset(parameters: Parameters, breed: int) -> list[Regels]:
    aantallen = [aantal_waarden(parameter) for parameter in parameters.lijst.values()]
    gegeven, ontbrekend = (sum(rij) for rij in zip(*aantallen, strict=True)) if aantallen else (0, 0)
    kort = [
        ("Naam", f"{parameters.regelset}, versie {parameters.versie}"),
        ("Waarden", f"{gegeven} gegeven, {ontbrekend} niet in bron"),
        ("Bronnen", "\n".join(map(_bron, parameters.bronnen.values())) or "niet in bron"),
    ]
    return [
        [*kop(parameters.titel, breed), *feiten(kort, breed)],
        *(parameterblok(parameter, breed) for parameter in parameters.lijst.values()),
    ]


def _bron(bron: Bron) -> str:
    datum = f", {lange_datum(bron.datum)}" if bron.datum is not None else ""
    return f"{bron.titel}{datum}"


def tenants_als_tekst(alle: Sequence[Tenant]) -> str:
    """Welke financiers zijn er, met welke regelset sinds wanneer?"""
    breed = breedte()
    koppen = ("Naam", "Kies met", "Regelset", "Logotekst", "Kleur")
    return document(
        titel(f"Er {'is' if len(alle) == 1 else 'zijn'} {_hoeveel(len(alle), 'tenant')}", breed),
        overzicht(koppen, [_tenant(tenant) for tenant in alle], breed),
        wikkel("Toets met de regels van een tenant: dakpan toets DOSSIER.json --tenant NAAM --leesbaar", breed),
    )


def _tenant(tenant: Tenant) -> tuple[str, ...]:
    huisstijl = tenant.huisstijl
    regelsets = "\n".join(map(_keuze, tenant.regelsets))
    return tenant.naam, tenant.slug, regelsets, huisstijl.logotekst, huisstijl.kleur


def _keuze(keuze: GekozenRegelset) -> str:
    eigen = " met eigen waarden" if keuze.aanvulling else ""
    return f"{keuze.naam} vanaf {keuze.vanaf:%d-%m-%Y}{eigen}"


def _hoeveel(aantal: int, woord: str) -> str:
    return f"{aantal} {woord}{'' if aantal == 1 else 's'}"
