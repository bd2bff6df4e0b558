"""Een vergelijking zoals de pagina haar toont: één rij per regelset, de verschillen in zinnen, elk cijfer uitgelegd."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup

from dakpan.aanvraag.cijfers import hoeveel_uren, uren_ten_hoogste, waarvoor
from dakpan.aanvraag.contract import vergelijking_als_json
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Eenheid, Omvang
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.termijn import Termijnsoort
from dakpan.aanvraag.namen import PARTIJEN
from dakpan.aanvraag.service import Toets, Vergeleken, Vergelijking, vergelijk
from dakpan.dossier.domain import Onderwerp
from dakpan.loket.vergelijken.in_woorden import in_woorden
from dakpan.opslag.handeling import Handeling
from dakpan.regels.regels import Regels
from dakpan.uitleg.bevinding import Aanspraak, Ernst
from dakpan.web.opmaak import kort, leesbaar
from dakpan.web.vertaling import waarde_in_taal

KLEUR = {Aanspraak.RECHT: "goed", Aanspraak.AFWEGEN: "bezig", Aanspraak.GEEN_RECHT: "let_op"}

ONDERWERPEN: Mapping[Onderwerp, Any] = {
    Onderwerp.DOELGROEP: _l("doelgroep"),
    Onderwerp.DIENSTVERBAND: _l("dienstverband"),
    Onderwerp.REGIMES: _l("begeleidingsregimes"),
    Onderwerp.BUDGET: _l("budget"),
    Onderwerp.TARIEF: _l("uurtarief"),
    Onderwerp.MAXIMALE_DUUR: _l("maximale duur"),
    Onderwerp.AANVRAAGTERMIJN: _l("aanvraagtermijn"),
    Onderwerp.BESLISTERMIJN: _l("beslistermijn"),
    Onderwerp.RAPPORTAGE: _l("rapportage"),
    Onderwerp.BETALING: _l("betaling"),
}


def welke_regels(handeling: Handeling, tenant_id: str | None, peildatum: date) -> list[Regels]:
    """Elke geïnstalleerde regelset; die van de eigen financier met wat hij zelf invulde, die van een ander zonder."""
    boek = handeling.regelboek
    eigen = boek.van_tenant(tenant_id, peildatum) if tenant_id is not None else None
    alle = (boek.van_regelset(naam) for naam in boek.register.namen)
    return [eigen if eigen is not None and een.naam == eigen.naam else een for een in alle]


def leg_naast_elkaar(alle: list[Regels], dossier: Dossier, peildatum: date) -> dict[str, Any]:
    """Alles wat de pagina nodig heeft."""
    vergelijking = vergelijk(alle, dossier, peildatum)
    titels = {regels.naam: regels.parameters.titel for regels in alle}
    gemerkt = {naam: Markup('<span lang="nl">{}</span>').format(titel) for naam, titel in titels.items()}
    rijen = [_rij(gemerkt[naam], van) for naam, van in vergelijking.per_regelset.items()]
    return {
        "peildatum": peildatum,
        "rijen": rijen,
        "koppen": [_kort(titel).striptags() for titel in titels.values()],
        "ongelijk": _niet_even_lang(vergelijking),
        "woorden": in_woorden([{**rij, "regelset": _kort(rij["regelset"].striptags())} for rij in rijen]),
        "uitleg_per_regelset": _uitleg(vergelijking, titels),
        "kolommen": list(gemerkt.items()),
        "verschillen": _verschillen(vergelijking, titels),
    }


def _niet_even_lang(vergelijking: Vergelijking) -> bool:
    """Geldt het ene cijfer voor een heel jaar en het andere voor de gevraagde periode?"""
    return len({een.ter_vergelijking.resultaat.geldt_voor for een in vergelijking.per_regelset.values()}) > 1


def _kort(titel: str) -> Markup:
    """Een lange titel heet in een zin naar wat voor de dubbele punt staat."""
    return Markup('<span lang="nl">{}</span>').format(titel.partition(":")[0])


def aanspraak_in_woorden(aanspraak: Aanspraak) -> str:
    """Is er recht, in één woord?"""
    woorden = {
        Aanspraak.RECHT: _("ja"),
        Aanspraak.AFWEGEN: _("afwegen"),
        Aanspraak.GEEN_RECHT: _("nee"),
    }
    return str(woorden[aanspraak])


def _rij(titel: Markup, van: Vergeleken) -> dict[str, Any]:
    omvang, toets = van.ter_vergelijking.resultaat, van.toets
    return {
        "regelset": titel,
        "recht": {"tekst": aanspraak_in_woorden(toets.aanspraak), "status": KLEUR[toets.aanspraak]},
        "ten_hoogste": _ten_hoogste(omvang, toets),
        "voor": waarde_in_taal(waarvoor(omvang)),
        "in_uren": _uren(omvang),
        "beoordelaar": PARTIJEN[Partij(toets.beoordelaar.value)],
        "aanvragen": _datum(toets, Termijnsoort.AANVRAAG_UITERLIJK),
        "beslissing": _datum(toets, Termijnsoort.BESLISSING_UITERLIJK),
        "langst": _datum(toets, Termijnsoort.MAXIMALE_EINDDATUM),
    }


def _uren(omvang: Omvang) -> str:
    uren = uren_ten_hoogste(omvang)
    return leesbaar(uren) if uren is not None else waarde_in_taal(hoeveel_uren(omvang))


def _ten_hoogste(omvang: Omvang, toets: Toets) -> str:
    """Wie geen recht heeft krijgt niets; wat het anders zou zijn staat er alleen als de bron het noemt."""
    bekend = omvang.uren if omvang.eenheid is Eenheid.UREN else omvang.plafond
    if bekend is None and toets.aanspraak is Aanspraak.GEEN_RECHT:
        return str(_("niets: er is geen recht"))
    return _cijfer(omvang)


def _cijfer(omvang: Omvang) -> str:
    """Het ene cijfer waar het om gaat, in uren of in euro, zoals de lezer getallen schrijft."""
    return leesbaar(omvang.uren if omvang.eenheid is Eenheid.UREN else omvang.plafond)


def _datum(toets: Toets, soort: Termijnsoort) -> str:
    gevonden = next((termijn.datum for termijn in toets.termijnen if termijn.soort is soort), None)
    return kort(gevonden) if gevonden is not None else leesbaar(None)


def _uitleg(vergelijking: Vergelijking, titels: dict[str, str]) -> list[dict[str, Any]]:
    """Per regelset elk cijfer met zijn stappen, en wat er in de weg staat."""
    json = vergelijking_als_json(vergelijking)["regelsets"]
    return [
        {
            "titel": titels[naam],
            "cijfer": _ten_hoogste(van.ter_vergelijking.resultaat, van.toets),
            "stappen": json[naam]["stappen_ter_vergelijking"],
            "termijnen": [een for een in json[naam]["stappen"] if ".termijn." in een["code"]],
            "bezwaren": _bezwaren(json[naam]),
        }
        for naam, van in vergelijking.per_regelset.items()
    ]


def _bezwaren(json: Mapping[str, Any]) -> list[Any]:
    """Wat het recht in de weg staat of af te wegen is; hetzelfde staat er één keer."""
    alle = (*json["bevindingen"], *json["bevindingen_ter_vergelijking"])
    ernstig = [een for een in alle if een["ernst"] in {Ernst.BLOKKEREND, Ernst.AFWEGEN}]
    return [een for plaats, een in enumerate(ernstig) if een not in ernstig[:plaats]]


def _verschillen(vergelijking: Vergelijking, titels: dict[str, str]) -> list[dict[str, Any]]:
    """Per onderwerp wat elke regelset zegt, met de bron; wat er niet staat is niet in bron."""
    json = vergelijking_als_json(vergelijking)["verschillen"]
    return [
        {
            "onderwerp": ONDERWERPEN[Onderwerp(een["onderwerp"])],
            "regels": [
                {"titel": titels[naam], "tekst": tekst, "bron": een["bronnen"][naam]}
                for naam, tekst in een["per_regelset"].items()
            ],
        }
        for een in json
    ]
