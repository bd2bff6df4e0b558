"""Wat voor baan is het, en wie coacht daar?"""

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.groepen.soort import Soort
from dakpan.aanvraag.namen import DIENSTVERBANDEN, JOBCOACHUITZONDERINGEN, keuzes
from dakpan.web.formulier import Groep, Veld


def dienstverband(soort: Soort) -> Groep:
    """Wat voor contract is het?"""
    velden = [
        Veld("dienstverband.soort", _l("Soort dienstverband"), "keuze", verplicht=True, keuzes=keuzes(DIENSTVERBANDEN)),
        Veld("dienstverband.begin", _l("Eerste werkdag"), "datum", verplicht=True),
        Veld("dienstverband.eind", _l("Laatste werkdag"), "datum", hulp=_l("Leeg bij onbepaalde tijd.")),
        Veld("dienstverband.uren_per_week", _l("Uren per week"), "uren", verplicht=True, hulp=_l("Zoals 24 of 24,5")),
        Veld(
            "dienstverband.minimum_uren_per_week",
            _l("Minimum aantal uren per week"),
            "uren",
            hulp=_l("Alleen bij een min-maxcontract; daar is het verplicht."),
            toon_als=("dienstverband.soort", ("min_max",)),
            soms=True,
        ),
        Veld("dienstverband.loonwaarde", _l("Loonwaarde in procenten"), "getal", hulp=_l("Leeg als nog niet gemeten.")),
        Veld("dienstverband.uitzicht_op_norm", _l("Groeit binnen een jaar naar de norm voor uren en loon"), "janee"),
        Veld("dienstverband.uitzendbeding", _l("Er is een uitzendbeding"), "janee"),
        Veld(
            "dienstverband.intentieverklaring",
            _l("De werkgever wil na de proefplaatsing een contract geven, en schreef dat op"),
            "janee",
        ),
    ]
    velden[1:1] = [
        Veld("aanvulling.functie", _l("Functie"), hulp=_l("Hoe het werk heet.")),
        Veld("aanvulling.functie_op_maat", _l("De functie is voor de cliënt op maat gemaakt"), "janee"),
    ]
    velden.append(
        Veld(
            "aanvulling.loon_wml",
            _l("Loon in procenten van het minimumloon"),
            "getal",
            hulp=_l("Sommige financiers stellen een ondergrens. Leeg als u het niet weet."),
        )
    )
    if soort.is_proefplaatsing:
        goedgekeurd = _l("De proefplaatsing zelf is al goedgekeurd")
        velden.append(Veld("aanvulling.proefplaatsing_goedgekeurd", goedgekeurd, "janee"))
    velden.append(
        Veld(
            "aanvulling.eerder_contract",
            _l("Er was eerder een contract of proefplaatsing bij deze werkgever"),
            "janee",
            hulp=_l("Dan vraagt een aparte pagina de dagen, en rekent zij de maanden voor u uit."),
        )
    )
    if soort.van_financier:
        afwijking = _l("Reden om van de voorwaarden af te wijken")
        velden.append(Veld("dienstverband.afwijking_gemotiveerd", afwijking, "lang", rijen=3))
    return Groep(_l("Dienstverband"), velden, _l("Zoals het in de arbeidsovereenkomst staat."), "dienstverband")


def jobcoach(soort: Soort) -> Groep:
    """Wat kan wie coacht? Vraagt de financier een certificaat, dan ook wanneer het er komt als het er nog niet is."""
    return Groep(
        _l("Jobcoach"),
        [
            Veld("aanvulling.jobcoach_naam", _l("Naam van de jobcoach")),
            Veld(
                "aanvulling.jobcoach_email",
                _l("E-mailadres van de jobcoach"),
                "email",
                hulp=_l("Voor wie de aanvraag beoordeelt en een vraag heeft."),
            ),
            Veld("aanvulling.jobcoach_telefoon", _l("Telefoonnummer van de jobcoach")),
            Veld("aanvraag.jobcoach.hbo", _l("Heeft hbo-werk- en denkniveau"), "janee"),
            Veld("aanvraag.jobcoach.opleiding", _l("Heeft een opleiding tot jobcoach"), "janee"),
            Veld("aanvraag.jobcoach.harrie", _l("Heeft een HARRIE-certificaat of iets vergelijkbaars"), "janee"),
            Veld("aanvraag.jobcoach.gecertificeerd", _l("Is gecertificeerd jobcoach"), "janee"),
            *(_bij_certificaat() if soort.stukken.certificaat else ()),
        ],
        _l("Wat heeft de jobcoach in huis?"),
        "jobcoach",
    )


def _bij_certificaat() -> tuple[Veld, ...]:
    uitzondering = "aanvraag.jobcoach.uitzondering"
    return (
        Veld("aanvulling.jobcoach_achtervang", _l("Wie neemt het over bij ziekte of verlof?")),
        Veld(
            uitzondering,
            _l("Waarom mag de jobcoach beginnen zonder het certificaat?"),
            "keuze",
            keuzes=keuzes(JOBCOACHUITZONDERINGEN),
            hulp=_l("Alleen als hij het nog niet heeft."),
        ),
        Veld(
            "aanvraag.jobcoach.voldoet_op",
            _l("Op welke dag voldoet hij wel?"),
            "datum",
            hulp=_l("De werkgever bevestigt dat. De financier weegt de uitzondering af."),
            toon_als=(uitzondering, tuple(een.value for een in JOBCOACHUITZONDERINGEN)),
        ),
    )
