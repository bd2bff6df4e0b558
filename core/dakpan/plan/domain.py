"""De doelen van jobcoaching, en de offerte of het coachingsplan dat een regelset toetst."""

from dataclasses import dataclass
from enum import StrEnum

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren


class Doel(StrEnum):
    """De acht doelen van jobcoaching."""

    INTRODUCEREN = "introduceren"
    STRUCTUREREN = "structureren"
    INWERKEN_EN_TRAINEN = "inwerken_en_trainen"
    STORINGEN_VERHELPEN = "storingen_verhelpen"
    BEGELEIDEN_OP_HET_WERK = "begeleiden_op_het_werk"
    BEGELEIDING_THUISSITUATIE = "begeleiding_thuissituatie"
    BEGELEIDEN_LEIDINGGEVENDE = "begeleiden_leidinggevende"
    EVALUATIE_EN_COORDINATIE = "evaluatie_en_coordinatie"


@dataclass(frozen=True, slots=True)
class Doelomschrijving:
    """Een doel met voorbeelden van activiteiten die erbij horen."""

    doel: Doel
    titel: str
    voorbeelden: tuple[str, ...]


class Planonderdeel(StrEnum):
    """Wat kan er in een coachingsplan of offerte staan?"""

    GEGEVENS_DIENSTVERBAND = "gegevens_dienstverband"
    WERKZAAMHEDEN = "werkzaamheden"
    KNELPUNTEN = "knelpunten"
    COACHINGSDOELEN = "coachingsdoelen"
    AANPAK = "aanpak"
    BENODIGDE_TIJD = "benodigde_tijd"
    ACTIVITEITEN_PER_DOEL = "activiteiten_per_doel"
    UREN_PER_ACTIVITEIT = "uren_per_activiteit"
    DATUM_BEREIKT = "datum_bereikt"
    EVALUATIEMOMENTEN = "evaluatiemomenten"
    PASSENDE_WERKPLEK = "passende_werkplek"
    AFSPRAKEN_BEGELEIDER = "afspraken_begeleider"

    @property
    def woorden(self) -> str:
        """``uren per activiteit``: zoals iemand het leest."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Plan:
    """Wat staat er in het plan? ``teksten`` per onderdeel; een leeg onderdeel telt niet."""

    teksten: dict[Planonderdeel, str]
    hoofddoelen: tuple[Doel, ...] = ()
    uren: Uren | None = None
    tarief: Bedrag | None = None

    def heeft(self, onderdeel: Planonderdeel) -> bool:
        return bool(self.teksten.get(onderdeel, "").strip())
