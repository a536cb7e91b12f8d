"""Reading a question: a parser by recursive descent, one function a rule.

either   = both { or both }
both     = negated { and negated }
negated  = not negated | related
related  = part { relation part [ within NUMBER turns | characters ] }
part     = ( either ) | condition | @saved | code
condition = column (= | != | < | <= | > | >= | ~) value | column [not] in ( value {, value} )
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from rapidfuzz import fuzz, process

from interviews.errors import MisuseError
from interviews.exploration.queries.expression import (
    Both,
    Coded,
    Condition,
    Distance,
    Either,
    Expression,
    Negated,
    Related,
    Relation,
    Word,
)
from interviews.exploration.queries.keywords import (
    ALONE,
    AND,
    BEGINNINGS,
    FILLERS,
    IN,
    KEYWORDS,
    MEASURES,
    NONE,
    NOT,
    OR,
    RELATIONS,
    UP_TO,
)
from interviews.exploration.queries.tokens import Kind, Token, tokens_of

_DEEPEST = 80
_FARTHEST = 10**9
_DISTANT = frozenset({Relation.FOLLOWED, Relation.PRECEDED, Relation.NEAR})
_NOTHING_SAVED: Mapping[str, str] = MappingProxyType({})


def parse(question: str, saved: Mapping[str, str] = _NOTHING_SAVED) -> Expression:
    """The question as an expression; `saved` are the texts of saved queries by name, for `@name`.

    Raises MisuseError with the place of what cannot be understood.
    """
    return _Parser(question, saved, (), {}).whole()


class _Parser:
    def __init__(
        self, question: str, saved: Mapping[str, str], within: tuple[str, ...], parsed: dict[str, Expression]
    ) -> None:
        self._tokens = list(tokens_of(question, within[-1] if within else ""))
        self._saved = saved
        self._within = within
        self._parsed = parsed
        self._at = 0
        self._depth = 0

    def whole(self) -> Expression:
        if self._next.kind is Kind.END:
            raise MisuseError("The question is empty: write the name of a code, or a condition such as case = Nord.")
        found = self._either()
        token = self._next
        if token.kind is Kind.END:
            return found
        if token.text == ")":
            raise token.place.mistake("This bracket was never opened.")
        if token.kind in (Kind.WORD, Kind.QUOTED, Kind.SAVED) or token.text == "(":
            raise token.place.mistake(
                "Before this, 'and' or 'or' is missing; a name of several words stands in quotation marks."
            )
        raise token.place.mistake(f"{token.text!r} means nothing here: before it comes the name of a column.")

    def _either(self) -> Expression:
        parts = self._joined(self._both, OR)
        return parts[0] if len(parts) == 1 else Either(parts)

    def _both(self) -> Expression:
        parts = self._joined(self._negated, AND)
        return parts[0] if len(parts) == 1 else Both(parts)

    def _joined(self, part: Callable[[], Expression], words: frozenset[str]) -> tuple[Expression, ...]:
        parts = [part()]
        while self._next.folded in words:
            self._step()
            parts.append(part())
        return tuple(parts)

    def _negated(self) -> Expression:
        if self._next.folded not in NOT:
            return self._related()
        self._deeper(self._step())
        found = Negated(self._negated())
        self._depth -= 1
        return found

    def _related(self) -> Expression:
        found, chained = self._part(), 0
        while relation := self._relation():
            token, chained = self._next, chained + 1
            self._deeper(token)
            right = self._part()
            distance = self._distance()
            if distance and relation not in _DISTANT:
                raise token.place.mistake(
                    f"A distance goes with 'followed by', 'preceded by' and 'near', not {relation}."
                )
            if relation is Relation.NEAR and distance is None:
                raise token.place.mistake("After this, say how near: within 2 turns, or within 200 characters.")
            found = Related(found, relation, right, distance)
        self._depth -= chained
        return found

    def _relation(self) -> Relation | None:
        first = self._next.folded
        if first in BEGINNINGS:
            token = self._step()
            both = f"{first} {self._next.folded}"
            if both not in RELATIONS:
                expected = next(words for words in RELATIONS if words.startswith(first + " "))
                raise token.place.mistake(f"After {token.text!r} comes {expected.partition(' ')[2]!r}.")
            self._step()
            return RELATIONS[both]
        if first not in RELATIONS:
            return None
        token = self._step()
        if self._next.folded in FILLERS:
            self._step()
        if first in UP_TO and self._next.text.isdecimal() and self._after.folded in MEASURES:
            raise token.place.mistake("Before a distance comes 'followed by', 'preceded by' or 'near' and a code.")
        return RELATIONS[first]

    def _distance(self) -> Distance | None:
        start = self._at
        if self._next.folded in UP_TO:
            self._step()
            if self._next.folded in FILLERS:
                self._step()
            number = self._next
            if number.kind is Kind.WORD and number.text.isdecimal():
                unit = self._after
                if unit.folded in MEASURES:
                    self._at += 2
                    return Distance(min(int(number.text[:12]), _FARTHEST), MEASURES[unit.folded])
                raise unit.place.mistake("A distance is counted in turns or characters.")
        self._at = start
        return None

    def _part(self) -> Expression:
        token = self._step()
        if token.text == "(" and token.kind is Kind.MARK:
            self._deeper(token)
            found = self._either()
            if self._next.text != ")":
                raise token.place.mistake("This bracket is not closed.")
            self._step()
            self._depth -= 1
            return found
        if token.kind is Kind.SAVED:
            return self._query(token)
        if token.kind not in (Kind.WORD, Kind.QUOTED):
            raise token.place.mistake("Here the name of a code, a condition or a bracket is missing.")
        return self._condition(token) or self._code(token)

    def _code(self, token: Token) -> Expression:
        word = Word(token.text, token.place, token.kind is Kind.QUOTED)
        if token.folded in ALONE:
            return Condition(word, "!=", (None,))
        if token.folded in KEYWORDS:
            raise token.place.mistake(
                f"Before {token.text!r} something is missing; a code of this name stands in quotation marks."
            )
        return Coded(word)

    def _condition(self, token: Token) -> Expression | None:
        column = Word(token.text, token.place, token.kind is Kind.QUOTED)
        if self._next.kind is Kind.OPERATOR:
            return Condition(column, self._step().text, (self._value(),))
        if self._next.folded in IN:
            self._step()
            return Condition(column, "=", self._values())
        if self._next.folded in NOT and self._after.folded in IN:
            self._at += 2
            return Condition(column, "!=", self._values())
        return None

    def _values(self) -> tuple[Word | None, ...]:
        if self._next.text != "(":
            raise self._next.place.mistake("After 'in' come values in brackets: in (A, B).")
        opened = self._step()
        values = [self._value()]
        while self._next.text == ",":
            self._step()
            values.append(self._value())
        if self._next.text != ")":
            raise opened.place.mistake("This bracket is not closed; between values stand commas.")
        self._step()
        return tuple(values)

    def _value(self) -> Word | None:
        token = self._step()
        if token.kind not in (Kind.WORD, Kind.QUOTED):
            raise token.place.mistake("Here a value is missing, such as a name or a number.")
        return None if token.folded in NONE else Word(token.text, token.place, token.kind is Kind.QUOTED)

    def _query(self, token: Token) -> Expression:
        name = token.text
        if name in self._within:
            way = " → ".join(f"@{one}" for one in (*self._within[self._within.index(name) :], name))
            raise token.place.mistake(f"This saved query would need itself: {way}.")
        if name not in self._saved:
            near = process.extractOne(name, list(self._saved), scorer=fuzz.ratio, score_cutoff=50)
            told = (
                f"did you mean @{near[0]}?" if near else f"there are: {', '.join(sorted(self._saved)) or 'none yet'}."
            )
            raise token.place.mistake(f"There is no saved query @{name}: {told}")
        if len(self._within) >= _DEEPEST // 4:
            raise token.place.mistake("Too many saved queries stand within one another here.")
        if name not in self._parsed:
            self._parsed[name] = _Parser(self._saved[name], self._saved, (*self._within, name), self._parsed).whole()
        return self._parsed[name]

    def _deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise token.place.mistake("Too many things stand within one another here.")

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    @property
    def _after(self) -> Token:
        return self._tokens[min(self._at + 1, len(self._tokens) - 1)]

    def _step(self) -> Token:
        token = self._next
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token
