"""De weg van een offerte en van een periode."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Planstatus(StrEnum):
    """Waar is de offerte?"""

    CONCEPT = "concept"
    VERSTUURD = "verstuurd"
    TERUGGEGEVEN = "teruggegeven"
    GETEKEND = "getekend"


OFFERTE = Toestanden(
    {
        "wijzig": Overgang(
            (Planstatus.CONCEPT, Planstatus.TERUGGEGEVEN),
            Planstatus.CONCEPT,
            "De offerte is verstuurd. Vraag de financier haar terug te geven als zij anders moet.",
        ),
        "verstuur": Overgang(
            (Planstatus.CONCEPT, Planstatus.TERUGGEGEVEN), Planstatus.VERSTUURD, "Deze offerte is al verstuurd."
        ),
        "geef_terug": Overgang(
            (Planstatus.VERSTUURD,), Planstatus.TERUGGEGEVEN, "Er is nog geen offerte verstuurd om terug te geven."
        ),
        "teken": Overgang(
            (Planstatus.VERSTUURD,), Planstatus.GETEKEND, "Er is nog geen offerte verstuurd om te tekenen."
        ),
    }
)


class Periodestatus(StrEnum):
    """Mag er worden geschreven, en mag er worden gedeclareerd?"""

    VOORLOPIG = "voorlopig"
    OPEN = "open"
    BEEINDIGD = "beeindigd"
    VERVALLEN = "vervallen"


# Zolang een periode leeft kan er worden geschreven, geaccordeerd en gekoppeld.
LEVEND = frozenset({Periodestatus.VOORLOPIG, Periodestatus.OPEN})

PERIODE = Toestanden(
    {
        "ken_toe": Overgang(
            (Periodestatus.VOORLOPIG,), Periodestatus.OPEN, "Deze periode is al toegekend of beëindigd."
        ),
        "wijzig": Overgang(
            (Periodestatus.OPEN,), Periodestatus.OPEN, "Alleen een toegekende periode die nog loopt kan veranderen."
        ),
        "herzie": Overgang(
            (Periodestatus.BEEINDIGD,), Periodestatus.BEEINDIGD, "Herzien achteraf kan als de periode is beëindigd."
        ),
        "beeindig": Overgang(
            (Periodestatus.OPEN,), Periodestatus.BEEINDIGD, "Alleen een toegekende periode kan worden beëindigd."
        ),
        "heropen": Overgang(
            (Periodestatus.BEEINDIGD,), Periodestatus.OPEN, "Alleen een beëindigde periode kan weer open."
        ),
        "herleef": Overgang(
            (Periodestatus.VERVALLEN,), Periodestatus.VOORLOPIG, "Alleen een vervallen periode kan weer gaan lopen."
        ),
        "vervalt": Overgang(
            (Periodestatus.VOORLOPIG,), Periodestatus.VERVALLEN, "Een toegekende periode vervalt niet; beëindig haar."
        ),
    }
)
