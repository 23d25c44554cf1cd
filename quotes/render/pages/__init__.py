"""The HTML page of articles, quotes and utterances (see `document.page`)."""
