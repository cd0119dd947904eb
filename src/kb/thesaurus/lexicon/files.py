"""The files of a lexicon: ours, and a user's own beside them.

Ours are trusted; a line of a user's file that is wrong is told with its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.errors import LexiconInvalid
from kb.text.folding import fold
from kb.thesaurus.lexicon.inflection import Irregular
from kb.thesaurus.lexicon.lines import word_of

STARTER = Path(__file__).parent
_PAIR = re.compile("([a-z]{2,3})-([a-z]{2,3})")  # ISO 639
_LINE = re.compile(r"[^:]*\w[^:]*: .*\w")


@dataclass(frozen=True, slots=True)
class Files:
    """The files in some folders, ours first; each is read when it is asked for.

    Raises:
        LexiconInvalid: (every method) a file is not UTF-8, or a line has no colon.
    """

    folders: Sequence[Path]

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The languages from which, and into which, words are translated."""
        names = {path.stem for folder in self.folders for path in folder.glob("*.txt")}
        found = filter(None, map(_PAIR.fullmatch, names))
        return tuple(sorted((pair[1], pair[2]) for pair in found))

    def targets(self, source: str) -> tuple[str, ...]:
        """The languages into which words of a language are translated."""
        return tuple(target for other, target in self.pairs() if other == source)

    def dictionary(self, pair: str) -> list[str]:
        """The lines of one direction, "en-es", sorted by the folded word."""
        return self._read(f"{pair}.txt")

    def families(self, language: str) -> dict[str, tuple[str, ...]]:
        """The words of near meaning, by each of them, folded."""
        rows = [line.replace(": ", "; ").split("; ") for line in self._read(f"families-{language}.txt")]
        return {fold(word): tuple(row) for row in rows for word in row}

    def near(self, language: str) -> dict[str, tuple[str, ...]]:
        """The words that may stand for a word, by it, folded; of two lines the user's counts."""
        rows = (line.partition(": ") for line in reversed(self._read(f"near-{language}.txt")))
        return {fold(word): tuple(near.split("; ")) for word, _, near in rows}

    def irregular(self, language: str) -> Irregular:
        """The forms that no rule gives."""
        return Irregular(self._read(f"{language}.txt"))

    def _read(self, name: str) -> list[str]:
        """The lines of the files of a name, without their opening remarks; none if there is no such file."""
        ours, *others = [folder / name for folder in self.folders]
        own = [line for path in others for line in _checked(path)]
        return sorted((*own, *_read(ours)), key=word_of) if own else _read(ours)


def _read(path: Path) -> list[str]:
    """The lines of a file of ours without its opening remarks; none if there is no such file."""
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    remarks = next((place for place, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return lines[remarks:]


def _checked(path: Path) -> list[str]:
    """The lines of a user's file without its remarks; none if there is no such file."""
    if not path.is_file():
        return []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise LexiconInvalid("{file} is not UTF-8 text; save it as UTF-8.", file=path) from error
    except OSError as error:
        raise LexiconInvalid("{file} cannot be read: {reason}.", file=path, reason=error.strerror) from error
    found = [(number, line.strip()) for number, line in enumerate(lines, start=1)]
    told = [(number, line) for number, line in found if line and not line.startswith("#")]
    wrong = next((number for number, line in told if not _LINE.match(line)), None)
    if wrong:
        raise LexiconInvalid(
            "Line {line} of {file} is no word with its translations or forms; write it like "
            '"shelter: albergue; refugio".',
            line=wrong,
            file=path,
        )
    return [line for _, line in told]
