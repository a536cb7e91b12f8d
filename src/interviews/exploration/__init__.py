"""Looking around in what was said and coded: searching, filtering, counting, and seeing what occurs together."""

from interviews.exploration.counts.cells import Cells, known_attributes, small_cells
from interviews.exploration.counts.closeness import closeness
from interviews.exploration.counts.cooccurrence import cooccurrence
from interviews.exploration.counts.crosstab import crosstab
from interviews.exploration.counts.following import following
from interviews.exploration.counts.portrait import Portrait, portrait
from interviews.exploration.counts.publication import Published, publish_crosstab
from interviews.exploration.counts.sequence import Course, draw_sequence, sequence
from interviews.exploration.pictures.heat_maps import draw_closeness, draw_cooccurrence, draw_crosstab, draw_following
from interviews.exploration.queries import check_queries
from interviews.exploration.searching.concordance import Concordance
from interviews.exploration.searching.passages import Unit
from interviews.exploration.searching.searching import search
from interviews.exploration.searching.suggestions import Suggestions, suggestions_of_rows
from interviews.exploration.searching.words import Words, index_words
from interviews.exploration.views.columns import Columns
from interviews.exploration.views.records import Records
from interviews.exploration.views.table import codings_table
from interviews.exploration.views.view import View

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
