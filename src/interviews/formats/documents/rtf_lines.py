"""Lines in the making: the paragraphs and table rows of an RTF document, or of a note or box in it."""


class Lines:
    """Collects pieces of text into lines; what belongs below a paragraph waits for its end."""

    __slots__ = ("_cells", "_done", "_line", "below")

    def __init__(self) -> None:
        self._done: list[str] = []
        self._line: list[str] = []
        self._cells: list[str] = []
        self.below: list[str] = []
        """Footnotes and text boxes of the paragraph that is being collected."""

    def add(self, piece: str) -> None:
        """More of the current line."""
        self._line.append(piece)

    def end_paragraph(self, in_table: bool) -> None:
        """The end of a paragraph; inside a table it only parts two paragraphs of a cell."""
        self._line.append("\n")
        if not in_table:
            self._flush()

    def end_cell(self) -> None:
        """The end of a table cell."""
        self._cells.append("".join(self._line))
        self._line.clear()

    def end_row(self) -> None:
        """The end of a table row; a row of one cell is a frame around a text and no row of values."""
        if len(self._cells) == 1:
            self._done += self._cells[0].split("\n")
        elif self._cells:
            self._done.append("\t".join(" ".join(cell.split()) for cell in self._cells))
        self._cells.clear()
        self._take_below()

    def _flush(self) -> None:
        text = "".join(self._line)
        self._line.clear()
        self._done += text.removesuffix("\n").split("\n")
        self._take_below()

    def _take_below(self) -> None:
        self._done += self.below
        self.below.clear()

    def finished(self) -> list[str]:
        """All lines, also those of a table or paragraph that was not ended."""
        if self._cells:
            self.end_row()
        if self._line or self.below:
            self._flush()
        return self._done
