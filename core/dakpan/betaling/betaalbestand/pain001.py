"""De betaalopdracht als pain.001.001.09: één SEPA-overboeking met één betaalblok."""

from lxml.etree import _Element

from dakpan.begrippen.nummers import Iban
from dakpan.betaling.betaalbestand.domain import Betaalopdracht, Betaler, Betaling
from dakpan.betaling.xmlboom import Boom, Kind, als_bytes

_BOOM = Boom({None: "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"})
_blad, _tak = _BOOM.blad, _BOOM.tak
OVERBOEKING = "TRF"
ELK_ZIJN_EIGEN_KOSTEN = "SLEV"
BANK_ONBEKEND = "NOTPROVIDED"


def schrijf_pain001(opdracht: Betaalopdracht) -> bytes:
    """Het betaalbestand in UTF-8; dezelfde opdracht geeft dezelfde bytes."""
    overboeking = _tak("CstmrCdtTrfInitn", _kop(opdracht), _betaalblok(opdracht))
    return als_bytes(_tak("Document", overboeking))


def _kop(opdracht: Betaalopdracht) -> _Element:
    """De uitvoeringsdatum is ook het tijdstip van aanmaken: de klok zou elk bestand anders maken."""
    return _tak(
        "GrpHdr",
        _blad("MsgId", opdracht.bericht_id),
        _blad("CreDtTm", f"{opdracht.uitvoeringsdatum.isoformat()}T00:00:00"),
        *_controle(opdracht),
        _tak("InitgPty", _blad("Nm", opdracht.betaler.naam)),
    )


def _betaalblok(opdracht: Betaalopdracht) -> _Element:
    return _tak(
        "PmtInf",
        _blad("PmtInfId", opdracht.bericht_id),
        _blad("PmtMtd", OVERBOEKING),
        *_controle(opdracht),
        _tak("PmtTpInf", _tak("SvcLvl", _blad("Cd", "SEPA"))),
        _tak("ReqdExctnDt", _blad("Dt", opdracht.uitvoeringsdatum.isoformat())),
        _tak("Dbtr", _blad("Nm", opdracht.betaler.naam)),
        _rekening("DbtrAcct", opdracht.betaler.iban),
        _tak("DbtrAgt", _tak("FinInstnId", _bank(opdracht.betaler))),
        _blad("ChrgBr", ELK_ZIJN_EIGEN_KOSTEN),
        *(_overboeking(betaling) for betaling in opdracht.betalingen),
    )


def _controle(opdracht: Betaalopdracht) -> tuple[_Element, _Element]:
    """Aantal en controlesom: de bank rekent ze na, voor het bericht en voor het blok."""
    return _blad("NbOfTxs", str(opdracht.aantal)), _blad("CtrlSum", opdracht.totaal.iso)


def _bank(betaler: Betaler) -> _Element:
    if betaler.bic is None:
        return _tak("Othr", _blad("Id", BANK_ONBEKEND))
    return _blad("BICFI", betaler.bic.nummer)


def _overboeking(betaling: Betaling) -> _Element:
    return _tak(
        "CdtTrfTxInf",
        _tak("PmtId", _blad("EndToEndId", betaling.kenmerk)),
        _tak("Amt", _blad("InstdAmt", betaling.bedrag.iso, Ccy="EUR")),
        _tak("Cdtr", _blad("Nm", betaling.naam)),
        _rekening("CdtrAcct", betaling.iban),
        _mededeling(betaling),
    )


def _rekening(naam: str, iban: Iban) -> _Element:
    return _tak(naam, _tak("Id", _blad("IBAN", iban.nummer)))


def _mededeling(betaling: Betaling) -> Kind:
    if betaling.omschrijving is None:
        return None
    return _tak("RmtInf", _blad("Ustrd", betaling.omschrijving))
