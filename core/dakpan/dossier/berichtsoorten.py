"""Waar een bericht over kan gaan, en of de lezer dan iets moet doen."""

from collections.abc import Mapping
from enum import StrEnum


class Berichtsoort(StrEnum):
    """Wat is er gebeurd?"""

    TERMIJN_NADERT = "termijn_nadert"
    TERMIJN_VOORBIJ = "termijn_voorbij"
    ZAAK_GEKREGEN = "zaak_gekregen"
    BESLUIT = "besluit"
    AKKOORD_GEVRAAGD = "akkoord_gevraagd"
    UREN_TERUG = "uren_terug"
    UREN_MEE_TERUG = "uren_mee_terug"
    WEEK_MAG_OPEN = "week_mag_open"
    WEEK_TOCH_NIET_OPEN = "week_toch_niet_open"
    DECLARATIE_GOED = "declaratie_goed"
    DECLARATIE_DEELS = "declaratie_deels"
    DECLARATIE_TERUG = "declaratie_terug"
    DECLARATIE_TERUGGEGEVEN = "declaratie_teruggegeven"
    TERUGGEVRAAGD = "teruggevraagd"
    TERUGVRAAG_AFGEWEZEN = "terugvraag_afgewezen"
    CORRECTIE_BEVESTIGD = "correctie_bevestigd"
    CORRECTIE_AFGEWEZEN = "correctie_afgewezen"
    VRAAG = "vraag"
    AANVULLING_GEVRAAGD = "aanvulling_gevraagd"
    AANGEVULD = "aangevuld"
    WIJZIGING_GEMELD = "wijziging_gemeld"
    WIJZIGING_BESLIST = "wijziging_beslist"
    INGEVULD = "ingevuld"
    BEZWAAR_VASTGELEGD = "bezwaar_vastgelegd"
    BEZWAAR_BESLIST = "bezwaar_beslist"
    PERIODE_EINDIGT = "periode_eindigt"
    UREN_RAKEN_OP = "uren_raken_op"
    UITSTEL = "uitstel"
    UITSTEL_KLAAR = "uitstel_klaar"
    KWARTAALVERSLAG = "kwartaalverslag"
    KWARTAALUREN = "kwartaaluren"
    WEEK_OPEN = "week_open"
    VORDERING = "vordering"
    POSTMACHTIGING = "postmachtiging"
    VORDERING_VERVALLEN = "vordering_vervallen"
    OFFERTEVERZOEK_TERUG = "offerteverzoek_terug"
    BETALINGEN_PASSEN_NIET = "betalingen_passen_niet"


# Bij deze hoeft de lezer niets te doen; wie alleen post wil over zijn werk krijgt er geen.
TER_INFORMATIE = frozenset(
    {
        Berichtsoort.BESLUIT,
        Berichtsoort.UREN_MEE_TERUG,
        Berichtsoort.WEEK_TOCH_NIET_OPEN,
        Berichtsoort.DECLARATIE_GOED,
        Berichtsoort.CORRECTIE_AFGEWEZEN,
        Berichtsoort.TERUGVRAAG_AFGEWEZEN,
        Berichtsoort.WIJZIGING_BESLIST,
        Berichtsoort.BEZWAAR_BESLIST,
        Berichtsoort.UREN_RAKEN_OP,
        Berichtsoort.UITSTEL,
        Berichtsoort.UITSTEL_KLAAR,
        Berichtsoort.POSTMACHTIGING,
        Berichtsoort.VORDERING_VERVALLEN,
    }
)
# Het onderwerp van de e-mail, zonder naam of bijzonderheid.
ONDERWERP: Mapping[Berichtsoort, str] = {
    Berichtsoort.TERMIJN_NADERT: "Een termijn loopt bijna af",
    Berichtsoort.TERMIJN_VOORBIJ: "Een termijn is voorbij",
    Berichtsoort.ZAAK_GEKREGEN: "U hebt een zaak gekregen",
    Berichtsoort.BESLUIT: "Er is een besluit genomen",
    Berichtsoort.AKKOORD_GEVRAAGD: "Er wachten uren op uw akkoord",
    Berichtsoort.UREN_TERUG: "Uren zijn teruggestuurd",
    Berichtsoort.WEEK_MAG_OPEN: "Een financier vraagt u een week te heropenen",
    Berichtsoort.UREN_MEE_TERUG: "Uren die op uw akkoord wachtten zijn teruggestuurd",
    Berichtsoort.WEEK_TOCH_NIET_OPEN: "Een financier trok de toestemming in om een week te heropenen",
    Berichtsoort.DECLARATIE_GOED: "Een declaratie is goedgekeurd",
    Berichtsoort.DECLARATIE_DEELS: "Een declaratie is deels goedgekeurd",
    Berichtsoort.DECLARATIE_TERUG: "Een declaratie is teruggestuurd",
    Berichtsoort.DECLARATIE_TERUGGEGEVEN: "Een teruggevraagde declaratie is teruggegeven",
    Berichtsoort.TERUGGEVRAAGD: "Een organisatie vraagt een declaratie terug",
    Berichtsoort.TERUGVRAAG_AFGEWEZEN: "Een declaratie komt niet terug",
    Berichtsoort.CORRECTIE_BEVESTIGD: "Een goedgekeurde declaratie is verlaagd",
    Berichtsoort.CORRECTIE_AFGEWEZEN: "Een voorgestelde correctie gaat niet door",
    Berichtsoort.VRAAG: "Er is een vraag gesteld",
    Berichtsoort.AANVULLING_GEVRAAGD: "Er is om een aanvulling gevraagd",
    Berichtsoort.AANGEVULD: "Een aanvraag is aangevuld",
    Berichtsoort.WIJZIGING_GEMELD: "Er is een wijziging gemeld",
    Berichtsoort.WIJZIGING_BESLIST: "Er is over een wijziging beslist",
    Berichtsoort.INGEVULD: "De werkgever is klaar met invullen",
    Berichtsoort.BEZWAAR_VASTGELEGD: "Er is bezwaar of beroep vastgelegd",
    Berichtsoort.BEZWAAR_BESLIST: "Er is op een bezwaar beslist",
    Berichtsoort.PERIODE_EINDIGT: "Een periode loopt af",
    Berichtsoort.UREN_RAKEN_OP: "De uren van een periode raken op",
    Berichtsoort.UITSTEL: "Het besluit komt later",
    Berichtsoort.UITSTEL_KLAAR: "De beslistermijn loopt weer",
    Berichtsoort.KWARTAALVERSLAG: "Over dit kwartaal is een verslag nodig",
    Berichtsoort.KWARTAALUREN: "Er zijn uren te declareren over een kwartaal dat voorbij is",
    Berichtsoort.WEEK_OPEN: "Een week is nog niet gesloten",
    Berichtsoort.VORDERING: "Er is geld terug te betalen",
    Berichtsoort.POSTMACHTIGING: "Een cliënt koos wie zijn post leest",
    Berichtsoort.VORDERING_VERVALLEN: "Er hoeft minder geld terug",
    Berichtsoort.OFFERTEVERZOEK_TERUG: "Een offerteverzoek is teruggenomen",
    Berichtsoort.BETALINGEN_PASSEN_NIET: "Betalingen passen niet meer bij het besluit",
}
