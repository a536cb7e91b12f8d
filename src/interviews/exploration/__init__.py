"""Looking around in what was said and coded: searching, filtering, counting, and seeing what occurs together."""

from interviews.exploration.cells import Cells, known_attributes, small_cells
from interviews.exploration.closeness import closeness
from interviews.exploration.columns import Columns
from interviews.exploration.concordance import Concordance
from interviews.exploration.cooccurrence import cooccurrence
from interviews.exploration.crosstab import crosstab
from interviews.exploration.following import following
from interviews.exploration.passages import Unit
from interviews.exploration.pictures.heat_maps import draw_closeness, draw_cooccurrence, draw_crosstab, draw_following
from interviews.exploration.portrait import Portrait, portrait
from interviews.exploration.publication import Published, publish_crosstab
from interviews.exploration.queries import check_queries
from interviews.exploration.records import Records
from interviews.exploration.searching import search
from interviews.exploration.sequence import Course, draw_sequence, sequence
from interviews.exploration.suggestions import Suggestions, suggestions_of_rows
from interviews.exploration.table import codings_table
from interviews.exploration.view import View
from interviews.exploration.words import Words, index_words

__all__ = [
    "Cells",
    "Columns",
    "Concordance",
    "Course",
    "Portrait",
    "Published",
    "Records",
    "Suggestions",
    "Unit",
    "View",
    "Words",
    "check_queries",
    "closeness",
    "codings_table",
    "cooccurrence",
    "crosstab",
    "draw_closeness",
    "draw_cooccurrence",
    "draw_crosstab",
    "draw_following",
    "draw_sequence",
    "following",
    "index_words",
    "known_attributes",
    "portrait",
    "publish_crosstab",
    "search",
    "sequence",
    "small_cells",
    "suggestions_of_rows",
]
