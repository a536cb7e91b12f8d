"""Looking around in what was said and coded: searching, filtering, counting, and seeing what occurs together."""

from interviews.exploration.cells import Cells, known_attributes, small_cells
from interviews.exploration.charts import draw_cooccurrence, draw_crosstab
from interviews.exploration.columns import Columns
from interviews.exploration.concordance import Concordance, search
from interviews.exploration.cooccurrence import cooccurrence
from interviews.exploration.crosstab import crosstab
from interviews.exploration.table import codings_table
from interviews.exploration.view import View

__all__ = [
    "Cells",
    "Columns",
    "Concordance",
    "View",
    "codings_table",
    "cooccurrence",
    "crosstab",
    "draw_cooccurrence",
    "draw_crosstab",
    "known_attributes",
    "search",
    "small_cells",
]
