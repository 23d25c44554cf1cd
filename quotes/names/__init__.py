"""The people and institutions of an article: who is named, in what forms, and where."""
