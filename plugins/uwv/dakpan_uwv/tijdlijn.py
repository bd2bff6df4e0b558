"""Welke contracten tellen door? (Protocol 2014 A.3.2, A.4.1 en A.4.2; Protocol Interne Jobcoach 2015 2.6)"""

from datetime import date

from dakpan.pluginkit import Berekening, Bron, Geldt, Telling, Telregels, Tijdlijn, Vorm, tel_tijdlijn
from dakpan_uwv.aanvraag import MAXIMUM_MAANDEN
from dakpan_uwv.bronnen import INTERN_2015, PROTOCOL_2014, RAPPORT

# Vier weken: "een (of meerdere) onderbreking(en) van maximaal 4 weken voor dezelfde Werkgever".
LANGSTE_ONDERBREKING = 28
# Vanaf hier geldt een protocol waarvan de tekst ontbreekt; dat de regel bleef is een aanname.
TOT_HIER_GELEZEN = date(2016, 1, 1)
TABEL = RAPPORT.bij("bijlage 3, rekentool: 1e AOV")
JAAR = RAPPORT.bij("par. 2.3 en hoofdstuk 4").afgeleid


def bereken_tijdlijn(tijdlijn: Tijdlijn, peildatum: date) -> Berekening[Telling]:
    """Een onderbreking tot en met vier weken telt door; over een interne jobcoach zegt de bron dat niet."""
    return tel_tijdlijn("uwv", tijdlijn, INTERN if tijdlijn.vorm is Vorm.INTERN else _extern(peildatum))


def _extern(peildatum: date) -> Telregels:
    gelezen = peildatum < TOT_HIER_GELEZEN

    def bij(vindplaats: str) -> Bron:
        bron = PROTOCOL_2014.bij(vindplaats)
        return bron if gelezen else bron.afgeleid

    return Telregels(
        onderbreking=Geldt(LANGSTE_ONDERBREKING, bij("A.4.1")),
        andere_functie=Geldt(None, PROTOCOL_2014.bij("A.4.2").ontbreekt),
        andere_werkgever=Geldt(True, bij("A.4.2")),
        maximum=Geldt(MAXIMUM_MAANDEN, bij("A.4.2")),
        aansluitend=bij("A.4.1, voorbeeld 4"),
        proefplaatsing=bij("A.3.2"),
        eerste_contract=TABEL,
        jaar=JAAR,
    )


INTERN = Telregels(
    onderbreking=Geldt(None, INTERN_2015.bij("2.6.1").ontbreekt),
    andere_functie=Geldt(None, INTERN_2015.bij("2.6.1").ontbreekt),
    andere_werkgever=Geldt(True, INTERN_2015.bij("2.6.5")),
    maximum=Geldt(MAXIMUM_MAANDEN, INTERN_2015.bij("2.6.1 en 2.6.4")),
    aansluitend=INTERN_2015.bij("2.7, voorbeeld 3"),
    proefplaatsing=INTERN_2015.bij("2.6.2"),
    eerste_contract=TABEL,
    jaar=JAAR,
)
