"""De weg van een declaratie en van een betaling."""

from enum import StrEnum

from dakpan.begrippen.toestand import Overgang, Toestanden


class Declaratiestatus(StrEnum):
    """Waar is de declaratie?"""

    PROEF = "proef"
    INGEDIEND = "ingediend"
    GOEDGEKEURD = "goedgekeurd"
    AFGEKEURD = "afgekeurd"
    TERUGGEGEVEN = "teruggegeven"


D = Declaratiestatus
# Hiervan zijn de uren weer te declareren: de financier vond haar niet goed, of de organisatie vroeg haar terug.
TERUG = (D.AFGEKEURD, D.TERUGGEGEVEN)
DECLARATIE = Toestanden(
    {
        "verwerp_proef": Overgang((D.PROEF,), D.PROEF, "Deze declaratie is definitief en kan niet meer weg."),
        "dien_in": Overgang((D.PROEF,), D.INGEDIEND, "Deze declaratie is al ingediend."),
        "keur_goed": Overgang((D.INGEDIEND,), D.GOEDGEKEURD, "Alleen een ingediende declaratie kan worden beoordeeld."),
        "keur_af": Overgang((D.INGEDIEND,), D.AFGEKEURD, "Alleen een ingediende declaratie kan worden beoordeeld."),
        "geef_terug": Overgang((D.INGEDIEND,), D.TERUGGEGEVEN, "Alleen een ingediende declaratie kan terug."),
    }
)


class Betaalstatus(StrEnum):
    """Waar is de betaling?"""

    KLAARGEZET = "klaargezet"
    VRIJGEGEVEN = "vrijgegeven"
    IN_BESTAND = "in_bestand"
    VERREKEND = "verrekend"
    BETAALD = "betaald"
    TERUGGEKOMEN = "teruggekomen"
    VERVALLEN = "vervallen"


B = Betaalstatus
# Hier is van de kant van de financier niets meer aan te doen: naar de bank, of er bleef na verrekenen niets over.
GEDAAN = (B.IN_BESTAND, B.VERREKEND, B.BETAALD)
# Hier gaat niets meer mee gebeuren: gedaan, of teruggekomen en daarna vervangen of niet meer nodig.
KLAAR = (*GEDAAN, B.VERVALLEN)
# Hiervoor ging zij in een betaalbestand.
WEG = (*KLAAR, B.TERUGGEKOMEN)
BETALING = Toestanden(
    {
        "geef_vrij": Overgang((B.KLAARGEZET,), B.VRIJGEGEVEN, "Deze betaling is al vrijgegeven."),
        "neem_op": Overgang(
            (B.VRIJGEGEVEN,), B.IN_BESTAND, "Geef de betaling eerst vrij; dat doet een tweede persoon."
        ),
        "verreken": Overgang(
            (B.VRIJGEGEVEN,), B.VERREKEND, "Geef de betaling eerst vrij; dat doet een tweede persoon."
        ),
        # Een ander bedrag: een tweede persoon moet er opnieuw naar kijken.
        "zet_terug": Overgang(
            (B.KLAARGEZET, B.VRIJGEGEVEN), B.KLAARGEZET, "Deze betaling is al naar de bank; zij blijft staan."
        ),
        "bevestig": Overgang((B.IN_BESTAND,), B.BETAALD, "Deze betaling ligt niet bij de bank."),
        "keer_terug": Overgang(
            (B.IN_BESTAND, B.BETAALD), B.TERUGGEKOMEN, "Deze betaling is niet naar de bank gegaan, of al teruggekomen."
        ),
        "vervang": Overgang((B.TERUGGEKOMEN,), B.VERVALLEN, "Deze betaling is niet teruggekomen, of al afgehandeld."),
        # Daarna is zij er niet meer; haar toestand doet er dan niet toe.
        "haal_weg": Overgang(
            (B.KLAARGEZET, B.VRIJGEGEVEN), B.KLAARGEZET, "Deze betaling is al naar de bank; zij blijft staan."
        ),
    }
)
