"""Een klein huis om de bouwstenen te proberen: één pagina met alles erop, en een formulier dat verzendt."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request
from werkzeug.wrappers import Response

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.uren import Uren
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import (
    Geheel,
    JaNee,
    bedragveld,
    datumveld,
    duurveld,
    genest,
    lijst,
    tekstveld,
    tijdveld,
    urenveld,
)
from dakpan.web.formulier import Formulier, Groep, Veld

bp = Blueprint("proef", __name__, template_folder="templates")


class DienstverbandProef(Strikt):
    soort = tekstveld(required=True)
    begin = datumveld(required=True)
    eind = datumveld()
    uren_per_week = urenveld(required=True)
    loonwaarde = Geheel(0, 100)
    uitzendbeding = JaNee()


class GesprekProef(Strikt):
    wat = tekstveld(required=True)
    duur = duurveld()


class Proef(Strikt):
    dienstverband = genest(DienstverbandProef, required=True)
    doelgroepen = lijst(tekstveld())
    tarief = bedragveld()
    motivering = tekstveld(100)
    email = tekstveld()
    aanvang = tijdveld()
    bsn = tekstveld(9)
    regeling = tekstveld()
    wachtwoord = tekstveld()
    gesprekken = lijst(genest(GesprekProef))


SOORTEN = [("onbepaald", "Voor onbepaalde tijd"), ("bepaald", "Voor bepaalde tijd"), ("min_max", "Min-max")]
DOELGROEPEN = [("sfb", "Structureel functionele beperking"), ("banenafspraak", "Banenafspraak")]
REGELINGEN = [(f"regeling_{nummer}", f"Regeling {nummer}") for nummer in range(1, 8)]

PROEF = Formulier(
    [
        Groep(
            "Dienstverband",
            [
                Veld("dienstverband.soort", "Soort dienstverband", "keuze", verplicht=True, keuzes=SOORTEN),
                Veld("dienstverband.begin", "Begindatum", "datum", verplicht=True),
                Veld("dienstverband.eind", "Einddatum", "datum", toon_als=("dienstverband.soort", ("bepaald",))),
                Veld("dienstverband.uren_per_week", "Uren per week", "uren", verplicht=True, hulp="Bijvoorbeeld 24,5"),
                Veld(
                    "dienstverband.loonwaarde",
                    "Loonwaarde",
                    "getal",
                    hulp="Een heel percentage, tot en met 100",
                    toon_als=("dienstverband.soort", ("min_max",)),
                    voorstel=True,
                ),
                Veld("dienstverband.uitzendbeding", "Er is een uitzendbeding", "janee"),
            ],
            "Zoals het in de arbeidsovereenkomst staat.",
        ),
        Groep(
            "Aanvraag",
            [
                Veld("doelgroepen", "Doelgroepen", "keuzes", keuzes=DOELGROEPEN),
                Veld("regeling", "Regeling", "keuze", keuzes=REGELINGEN),
                Veld("tarief", "Tarief per uur", "bedrag", hulp="Zonder btw"),
                Veld("aanvang", "Aanvang", "tijd"),
                Veld("motivering", "Motivering", "lang", max=100, rijen=4),
                Veld("email", "E-mailadres", "email", aanvullen="email"),
                Veld("bsn", "Burgerservicenummer", "bsn"),
                Veld("wachtwoord", "Wachtwoord", "wachtwoord", aanvullen="current-password"),
                Veld("gesprekken.0.wat", "Eerste gesprek"),
                Veld("gesprekken.0.duur", "Duur van het eerste gesprek", "duur"),
                Veld("gesprekken.1.wat", "Tweede gesprek"),
                Veld("gesprekken.1.duur", "Duur van het tweede gesprek", "duur"),
            ],
        ),
    ],
    Proef,
)

_BRON = {"titel": "Uitvoeringsregels jobcoaching", "vindplaats": "par. 1.5"}
STAPPEN: list[dict[str, Any]] = [
    {
        "code": "a",
        "tekst": "Het jaarbedrag voor regime midden, jaar 1, is € 5.162,85",
        "waarden": {},
        "uitkomst": "5162.85",
        "bron": {**_BRON, "zekerheid": "tekst", "datum": "2022-01-01", "url": "https://voorbeeld.example/regels"},
    },
    {
        "code": "b",
        "tekst": "€ 5.162,85 × 2/3 van een voltijdbaan",
        "waarden": {},
        "uitkomst": "3441.90",
        "bron": {**_BRON, "zekerheid": "afgeleid"},
    },
    {
        "code": "c",
        "tekst": "Of reistijd meetelt",
        "waarden": {},
        "uitkomst": "",
        "bron": {**_BRON, "zekerheid": "ontbreekt"},
    },
]
BEVINDINGEN = [
    {"code": "d", "ernst": ernst, "tekst": tekst, "bron": {**_BRON, "zekerheid": "tekst"}}
    for ernst, tekst in [
        ("voldaan", "De overeenkomst duurt ten minste 6 maanden."),
        ("voldaan", "De aanvraag is op tijd ontvangen."),
        ("afwegen", "De loonwaarde is 29%; onder 30% weegt de gemeente af."),
        ("blokkerend", "Een stage telt niet als dienstverband."),
    ]
]
LIJN = [
    {"naam": "Aanvraag", "toestand": "klaar", "wie": "Sanne de Wit", "wanneer": "1 maart", "url": "#aanvraag"},
    {"naam": "Offerte", "toestand": "klaar", "wanneer": "8 maart"},
    {"naam": "Besluit", "toestand": "bezig", "wie": "Werkconsulent", "toelichting": "uiterlijk 26 april"},
    {"naam": "Plan", "toestand": "vervallen"},
    {"naam": "Uren", "toestand": "wacht"},
    {"naam": "Rapportage", "toestand": "wacht"},
    {"naam": "Betaling", "toestand": "wacht"},
]
ZAKEN = [
    {
        "nummer": f"Z-2023-00{nummer}",
        "client": client,
        "staat": {"tekst": staat, "status": soort},
        "bedrag": Bedrag(centen),
        "url": "#zaak",
    }
    for nummer, client, staat, soort, centen in [
        (14, "Mila Bakker", "Wacht op besluit", "bezig", 344190),
        (15, "Joris van den Hoogenband-Achterberg", "Toegekend", "goed", 516285),
        (16, "Yara Öztürk", "Termijn verstrijkt", "let_op", 0),
    ]
]


@bp.get("/")
def begin() -> str:
    return _pagina(PROEF.leeg({"dienstverband": {"uren_per_week": Uren(2450), "loonwaarde": 80}}, versie=3))


@bp.post("/verzend")
def verzend() -> tuple[str, int] | Response:
    ingevuld = PROEF.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(ingevuld), 422
    flash("Opgeslagen.", "goed")
    return redirect("/", 303)


@bp.get("/bevestig")
def bevestig() -> str:
    return render_template("proef_bevestig.html")


@bp.post("/traag")
def traag() -> str:
    return render_template("proef_bevestig.html")


@bp.post("/ping")
def ping() -> tuple[str, int]:
    return "", 204


@bp.get("/storing")
def storing() -> str:
    raise RuntimeError("met opzet")


def _pagina(ingevuld: Any) -> str:
    return render_template(
        "proef.html",
        form=PROEF,
        ingevuld=ingevuld,
        stappen=STAPPEN,
        bevindingen_lijst=BEVINDINGEN,
        de_lijn=LIJN,
        zaken=ZAKEN,
        duur=Duur(893),
        huisstijl=request.args.get("huisstijl"),
    )
