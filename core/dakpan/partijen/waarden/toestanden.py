"""De weg van een waarde: voorgesteld, goedgekeurd, en soms weer vervallen. Altijd met vier ogen."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Waardestatus(StrEnum):
    """Telt deze waarde mee?"""

    VOORGESTELD = "voorgesteld"
    GOEDGEKEURD = "goedgekeurd"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"
    EINDE_VOORGESTELD = "einde_voorgesteld"
    VERVALLEN = "vervallen"


TELT_MEE = (Waardestatus.GOEDGEKEURD, Waardestatus.EINDE_VOORGESTELD)
WACHT = (Waardestatus.VOORGESTELD, Waardestatus.EINDE_VOORGESTELD)

_AL_BEOORDEELD = "Dit voorstel is al beoordeeld of ingetrokken. Doe een nieuw voorstel als het anders moet."
_GEEN_EINDE = "Er is geen einde voorgesteld; stel eerst voor dat deze waarde vervalt."

WAARDE = Toestanden(
    {
        "keur_goed": Overgang((Waardestatus.VOORGESTELD,), Waardestatus.GOEDGEKEURD, _AL_BEOORDEELD),
        "wijs_af": Overgang((Waardestatus.VOORGESTELD,), Waardestatus.AFGEWEZEN, _AL_BEOORDEELD),
        "trek_in": Overgang((Waardestatus.VOORGESTELD,), Waardestatus.INGETROKKEN, _AL_BEOORDEELD),
        "stel_einde_voor": Overgang(
            (Waardestatus.GOEDGEKEURD,),
            Waardestatus.EINDE_VOORGESTELD,
            "Alleen een goedgekeurde waarde kan vervallen; een voorstel trekt u in.",
        ),
        "trek_einde_in": Overgang((Waardestatus.EINDE_VOORGESTELD,), Waardestatus.GOEDGEKEURD, _GEEN_EINDE),
        "laat_vervallen": Overgang((Waardestatus.EINDE_VOORGESTELD,), Waardestatus.VERVALLEN, _GEEN_EINDE),
        "behoud": Overgang((Waardestatus.EINDE_VOORGESTELD,), Waardestatus.GOEDGEKEURD, _GEEN_EINDE),
    }
)
