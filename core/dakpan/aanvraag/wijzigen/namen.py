"""Hoe een wijziging en haar antwoorden op het scherm heten."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.meldingen import Gevolg, Meldsoort, Meldstatus
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.aanvraag.wijzigen.keuzes import Aanwerk, Akkoord, Bijopleiding, Bijverzuim, Bijwerkgever, Nietsamen
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding

MELDSOORTEN: Mapping[Meldsoort, Any] = {
    Meldsoort.WERK: _l("Werk, uren of inkomen"),
    Meldsoort.WERKGEVER: _l("Werkgever of werkplek"),
    Meldsoort.BEGELEIDING: _l("Meer of minder begeleiding"),
    Meldsoort.VERZUIM: _l("Lang ziek of onbetaald verlof"),
    Meldsoort.OPLEIDING: _l("Opleiding of stage"),
    Meldsoort.GEGEVENS: _l("Adres, telefoon of rekeningnummer"),
}
VOORBEELDEN: Mapping[Meldsoort, Any] = {
    Meldsoort.WERK: _l("Meer of minder uren, een ander inkomen, de baan houdt op, of een proefplaatsing duurt langer."),
    Meldsoort.WERKGEVER: _l("Een andere plek, een nieuwe werkgever, uitstel van betaling of faillissement."),
    Meldsoort.BEGELEIDING: _l("Er is een ander begeleidingsregime nodig, bijvoorbeeld voor extra uren."),
    Meldsoort.VERZUIM: _l("Meer dan tien of twintig dagen achter elkaar ziek, weer beter, of onbetaald verlof."),
    Meldsoort.OPLEIDING: _l("Een andere school of stageplek, of ermee gestopt."),
    Meldsoort.GEGEVENS: _l("De cliënt is verhuisd, of is anders te bereiken of te betalen."),
}
# Dezelfde zes, in de woorden van wie het zelf doorgeeft.
VOORBEELDEN_ZELF: Mapping[Meldsoort, Any] = {
    Meldsoort.WERK: _l("U gaat meer of minder uren werken, u krijgt een ander inkomen, of uw baan houdt op."),
    Meldsoort.WERKGEVER: _l("U werkt op een andere plek, of uw werkgever is nieuw, kan niet betalen of is failliet."),
    Meldsoort.BEGELEIDING: _l("U hebt meer of minder hulp van uw jobcoach nodig."),
    Meldsoort.VERZUIM: _l("U bent lang ziek, u bent weer beter, of u hebt onbetaald verlof."),
    Meldsoort.OPLEIDING: _l("U hebt een andere school of stage, of u bent ermee gestopt."),
    Meldsoort.GEGEVENS: _l("U bent verhuisd, of u hebt een ander telefoonnummer of rekeningnummer."),
}
REGIMES_ZELF: Mapping[Regime, Any] = {
    Regime.ZEER_LICHT: _l("Heel weinig hulp (zeer licht)"),
    Regime.LICHT: _l("Weinig hulp (licht)"),
    Regime.MIDDEN: _l("Gewone hulp (midden)"),
    Regime.INTENSIEF: _l("Veel hulp (intensief)"),
}
MELDSTATUSSEN: Mapping[Meldstatus, Any] = {
    Meldstatus.GEMELD: _l("gemeld, nog niet beslist"),
    Meldstatus.BESLIST: _l("beslist"),
    Meldstatus.INGETROKKEN: _l("ingetrokken"),
}
GEVOLGEN: Mapping[Gevolg, Any] = {
    Gevolg.ANDERS: _l("De toekenning verandert"),
    Gevolg.GEEN: _l("De toekenning blijft zoals zij is"),
    Gevolg.AFGEWEZEN: _l("Het verzoek is afgewezen"),
}
# De bron zwijgt hierover; de beslisser vult het cijfer in en zegt waarom.
NIET_SAMEN: Mapping[Nietsamen, Any] = {
    Nietsamen.NA_BEZWAAR: _l("Wat nu geldt komt uit een bezwaar of beroep."),
    Nietsamen.NIET_DOORGEREKEND: _l("Een eerdere verandering in deze periode is niet met de regels doorgerekend."),
    Nietsamen.ZELFDE_DAG: _l("Op dezelfde dag veranderde er al iets. Hoe die twee samen tellen: niet in bron."),
    Nietsamen.AL_EEN_EINDE: _l("De baan was al eerder gestopt. Hoe een tweede einde telt: niet in bron."),
}
AKKOORDEN: Mapping[Akkoord, Any] = {
    Akkoord.ZELF: _l("De cliënt vult dit zelf in, samen met mij"),
    Akkoord.GESPREK: _l("De cliënt vertelde het mij en is akkoord"),
    Akkoord.PAPIER: _l("De cliënt tekende op papier"),
    Akkoord.LINK: _l("De cliënt gaf het zelf door, met een eigen link en een code"),
}
# Uit deze kiest wie namens de cliënt invult.
TE_KIEZEN = {een: naam for een, naam in AKKOORDEN.items() if een is not Akkoord.LINK}
AANWERK: Mapping[Aanwerk, Any] = {
    Aanwerk.UREN: _l("Het aantal uren per week"),
    Aanwerk.EINDE: _l("De baan houdt op"),
    Aanwerk.VERLENGING: _l("De proefplaatsing duurt langer"),
    Aanwerk.INKOMEN: _l("Het inkomen"),
    Aanwerk.ANDERS: _l("Iets anders"),
}
BIJWERKGEVER: Mapping[Bijwerkgever, Any] = {
    Bijwerkgever.WERKPLEK: _l("Een andere plek bij dezelfde werkgever"),
    Bijwerkgever.NIEUW: _l("Een nieuwe werkgever"),
    Bijwerkgever.SURSEANCE: _l("De werkgever heeft uitstel van betaling"),
    Bijwerkgever.FAILLIET: _l("De werkgever is failliet"),
}
BIJOPLEIDING: Mapping[Bijopleiding, Any] = {
    Bijopleiding.ANDERE: _l("Een andere opleiding of stage"),
    Bijopleiding.GESTOPT: _l("De opleiding of stage is gestopt"),
}
BIJVERZUIM: Mapping[Bijverzuim, Any] = {
    Bijverzuim.ZIEK: _l("Ziek"),
    Bijverzuim.BETER: _l("Weer beter"),
    Bijverzuim.VERLOF: _l("Onbetaald verlof"),
}


def meldnaam(melding: Wijzigingsmelding) -> str:
    """Waar de melding over gaat."""
    return str(MELDSOORTEN[melding.soort])


def meldstand(melding: Wijzigingsmelding) -> str:
    """Wat erover is beslist, of waar zij is."""
    return str(GEVOLGEN[melding.gevolg] if melding.gevolg is not None else MELDSTATUSSEN[melding.status])
