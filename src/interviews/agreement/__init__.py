"""How far coders agree: units of comparison, coefficients from the papers, intervals, and where they disagree."""
