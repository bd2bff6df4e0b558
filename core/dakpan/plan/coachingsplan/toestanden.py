"""De weg van één versie van een coachingsplan."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Planstand(StrEnum):
    """Is deze versie nog te schrijven, geldt zij, of kwam er een andere voor in de plaats?"""

    CONCEPT = "concept"
    VAST = "vast"
    VERVANGEN = "vervangen"


_LIGT_VAST = "Dit plan ligt vast. Begin een nieuwe versie om het bij te stellen."
COACHINGSPLAN = Toestanden(
    {
        "wijzig": Overgang((Planstand.CONCEPT,), Planstand.CONCEPT, _LIGT_VAST),
        "gooi_weg": Overgang((Planstand.CONCEPT,), Planstand.CONCEPT, "Een plan dat vastligt verdwijnt niet meer."),
        "stel_vast": Overgang((Planstand.CONCEPT,), Planstand.VAST, "Dit plan ligt al vast."),
        "vervang": Overgang(
            (Planstand.VAST,), Planstand.VERVANGEN, "Alleen een plan dat vastligt kan worden vervangen."
        ),
    }
)
