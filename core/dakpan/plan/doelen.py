"""De acht doelen met voorbeelden van activiteiten: de gedeelde woordenschat van jobcoaching.

Welke ervan een financier toelaat en met welke bron, zegt zijn regelset.
"""

from dakpan.plan.domain import Doel, Doelomschrijving

ACHT_DOELEN = (
    Doelomschrijving(
        Doel.INTRODUCEREN,
        "De persoon introduceren",
        ("in het bedrijf", "in het team (directe collega's)"),
    ),
    Doelomschrijving(
        Doel.STRUCTUREREN,
        "Het werk structureren",
        (
            "advies over de inrichting van het werk",
            "advies over de organisatie van het werk of de aanpassing ervan",
        ),
    ),
    Doelomschrijving(
        Doel.INWERKEN_EN_TRAINEN,
        "De persoon inwerken en trainen",
        (
            "handelingen aanleren",
            "nodige vaardigheden trainen",
            "sociale vaardigheden aanleren (bedrijfscultuur)",
        ),
    ),
    Doelomschrijving(
        Doel.STORINGEN_VERHELPEN,
        "Storingen in de arbeidssituatie opsporen en verhelpen (bij calamiteit of crisis)",
        ("bij de persoon", "bij de werkgever", "doorverwijzen of andere hulp inschakelen"),
    ),
    Doelomschrijving(
        Doel.BEGELEIDEN_OP_HET_WERK,
        "De persoon begeleiden op het werk (afspraken maken en bewaken)",
        (
            "in contact met collega's",
            "in contact met de leidinggevende",
            "bij het verwerken van algemene bedrijfsinformatie",
            "bij interne voorlichting of cursussen",
            "bij calamiteiten",
        ),
    ),
    Doelomschrijving(
        Doel.BEGELEIDING_THUISSITUATIE,
        "De persoon begeleiden in de thuissituatie, voor zover het werk daarom vraagt",
        (
            "schakel tussen werk, persoon en thuissituatie",
            "werkhervatting stimuleren bij langdurige afwezigheid",
        ),
    ),
    Doelomschrijving(
        Doel.BEGELEIDEN_LEIDINGGEVENDE,
        "De direct leidinggevende begeleiden, zodat die de begeleiding kan overnemen",
        (
            "bij het aanleren van vaardigheden",
            "bij calamiteiten en conflicten",
            "bij het omgaan met collega's en in overleg",
            "bij nieuwe situaties in het werk (reorganisatie, verandering van het werkproces)",
            "bij belangrijke gebeurtenissen in het leven van de persoon",
        ),
    ),
    Doelomschrijving(
        Doel.EVALUATIE_EN_COORDINATIE,
        "Evaluatie en coördinatie",
        (
            "de werkafspraken tussen persoon en werkgever evalueren",
            "activiteiten coördineren gericht op voortzetting van het contract",
            "de verantwoordingsrapportage opstellen",
        ),
    ),
)
