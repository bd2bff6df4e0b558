"""Van geaccordeerde uren naar een declaratie: rekenen, begrenzen, motiveren en vastleggen."""
