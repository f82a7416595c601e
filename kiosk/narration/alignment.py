"""Places the words of a caption file in the text they were spoken from, although the two may differ a little."""

from __future__ import annotations

# How far ahead a word may be: speakers leave out brackets and captions, never whole pages.
_REACH_CHARACTERS = 160
_PUNCTUATION = ".,;:!?…\"'“”‘’«»()[]—–-।॥؟۔،؛"


class TextCursor:
    """Walks through a text once, finding words in their order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.position = 0

    def find(self, word: str) -> tuple[int, int]:
        """Return the (start, end) characters of the next ``word``, and go on after it.

        An empty range at the present place where the word is not near; the place then stays, so that
        one strange word does not lose the rest.
        """
        for form in (word, word.strip(_PUNCTUATION)):
            start = self._search(form) if form else -1
            if start >= 0:
                self.position = start + len(form)
                return start, self.position
        return self.position, self.position

    def _search(self, form: str) -> int:
        limit = self.position + _REACH_CHARACTERS + len(form)
        start = self._text.find(form, self.position, limit)
        while start >= 0 and not self._begins_word(start):
            start = self._text.find(form, start + 1, limit)
        return start

    def _begins_word(self, start: int) -> bool:
        return start == 0 or start == self.position or not self._text[start - 1].isalnum()
