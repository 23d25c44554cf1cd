"""Who is reported to have said which words: source, cue and content."""

from quotes.attribution.mentions import Mention, MentionKind
from quotes.attribution.relation import Relation
from quotes.attribution.relations import relations, unattributed
from quotes.attribution.scene import Scene, scenes

__all__ = [
    "Mention",
    "MentionKind",
    "Relation",
    "Scene",
    "relations",
    "scenes",
    "unattributed",
]
