"""Op welke gronden kan er langer over een besluit worden gedaan? Die van de wet; de bron noemt er geen eigen bij."""

from dakpan.pluginkit import AWB_GRONDEN, Berekening, Uitstelgronden, bundel_uitstelgronden


def bepaal_uitstelgronden() -> Berekening[Uitstelgronden]:
    """De gronden uit de Algemene wet bestuursrecht."""
    return bundel_uitstelgronden("g4", AWB_GRONDEN)
