"""Topics: what interviewees talk about, found from their words alone, to be held against the codes people gave."""

from interviews.topics.comparison import Gaps
from interviews.topics.fitting import fit_topics
from interviews.topics.result import Topics

__all__ = ["Gaps", "Topics", "fit_topics"]
