"""Looking around in what was said and coded: searching, filtering, counting, and seeing what occurs together."""

from interviews.exploration.cells import Cells, known_attributes, small_cells
from interviews.exploration.charts import draw_cooccurrence, draw_crosstab
from interviews.exploration.columns import Columns
from interviews.exploration.concordance import Concordance
from interviews.exploration.cooccurrence import cooccurrence
from interviews.exploration.crosstab import crosstab
from interviews.exploration.passages import Unit
from interviews.exploration.searching import search
from interviews.exploration.suggestions import Suggestions, suggestions_of_rows
from interviews.exploration.table import codings_table
from interviews.exploration.view import View
from interviews.exploration.words import Words, index_words

__all__ = [
    "Cells",
    "Columns",
    "Concordance",
    "Suggestions",
    "Unit",
    "View",
    "Words",
    "codings_table",
    "cooccurrence",
    "crosstab",
    "draw_cooccurrence",
    "draw_crosstab",
    "index_words",
    "known_attributes",
    "search",
    "small_cells",
    "suggestions_of_rows",
]
