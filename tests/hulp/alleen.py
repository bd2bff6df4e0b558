"""Een test die over één soort database gaat draait alleen daarop; overslaan bestaat hier niet."""

import pytest

OP_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
OP_POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
