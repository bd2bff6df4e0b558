"""De weg van een uur: Voorraad, Te accorderen, Geaccordeerd, Gedeclareerd."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Urenstatus(StrEnum):
    """Waar zijn deze uren?"""

    VOORRAAD = "voorraad"
    TE_ACCORDEREN = "te_accorderen"
    GEACCORDEERD = "geaccordeerd"
    GEDECLAREERD = "gedeclareerd"


S = Urenstatus
UREN = Toestanden(
    {
        "wijzig": Overgang((S.VOORRAAD,), S.VOORRAAD, "Deze week is gesloten. Heropen haar om de uren te wijzigen."),
        "sluit_week": Overgang((S.VOORRAAD,), S.TE_ACCORDEREN, "Deze week is al gesloten."),
        "heropen_week": Overgang(
            (S.TE_ACCORDEREN,),
            S.VOORRAAD,
            "In deze week zijn al uren geaccordeerd. Laat de accordeerder het akkoord eerst intrekken.",
        ),
        "heropen_met_toestemming": Overgang(
            (S.TE_ACCORDEREN, S.GEACCORDEERD),
            S.VOORRAAD,
            "Van deze week zijn al uren gedeclareerd; zij gaat niet meer open.",
        ),
        "accordeer": Overgang(
            (S.TE_ACCORDEREN,), S.GEACCORDEERD, "Accorderen kan als de coach de week heeft gesloten."
        ),
        "trek_akkoord_in": Overgang(
            (S.GEACCORDEERD,), S.TE_ACCORDEREN, "Een akkoord intrekken kan zolang de uren nog niet gedeclareerd zijn."
        ),
        "stuur_terug": Overgang(
            (S.TE_ACCORDEREN,), S.VOORRAAD, "Terugsturen kan alleen bij uren die op akkoord wachten."
        ),
        "boek_om": Overgang(
            (S.VOORRAAD, S.TE_ACCORDEREN, S.GEACCORDEERD),
            S.VOORRAAD,
            "Gedeclareerde uren blijven in de periode waarin zij zijn gedeclareerd.",
        ),
        "boek_om_gesloten": Overgang(
            (S.VOORRAAD, S.TE_ACCORDEREN, S.GEACCORDEERD),
            S.TE_ACCORDEREN,
            "Gedeclareerde uren blijven in de periode waarin zij zijn gedeclareerd.",
        ),
        "declareer": Overgang(
            (S.GEACCORDEERD,), S.GEDECLAREERD, "Alleen geaccordeerde uren kunnen worden gedeclareerd."
        ),
        "declaratie_vervalt": Overgang((S.GEDECLAREERD,), S.GEACCORDEERD, "Deze uren staan niet op een declaratie."),
    }
)
