"""Tot welke dag kan een declaratie worden teruggevraagd?"""

from datetime import date

from dakpan.aanvraag.domain.rustdagen import rustdag
from dakpan.begrippen.kalender import DAG


def na_werkdagen(dag: date, aantal: int) -> date:
    """De zoveelste werkdag na deze dag: zaterdag, zondag en de feestdagen van de Algemene termijnenwet tellen niet."""
    for _keer in range(aantal):
        dag += DAG
        while rustdag(dag) is not None:
            dag += DAG
    return dag
