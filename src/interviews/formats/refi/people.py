"""Cases and variables: what they hold, and where in our records it goes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from interviews.errors import Severity
from interviews.formats.refi.guids import canonical
from interviews.formats.refi.lexical import VALUE_TYPES
from interviews.formats.refi.raw import target_of
from interviews.formats.refi.stream import Element
from interviews.formats.refi.study import Names, Study
from interviews.model import Case, Participant

_VALUES = frozenset(f"{kind}Value" for kind in VALUE_TYPES)


@dataclass
class People:
    """Cases with their attributes, participants made of variables on sources, and which case a transcript is of."""

    cases: dict[str, dict[str, str]] = field(default_factory=dict)
    participants: list[Participant] = field(default_factory=list)
    case_of: dict[str, str] = field(default_factory=dict)
    belongings: list[tuple[str, str, str]] = field(default_factory=list)
    types: dict[str, str] = field(default_factory=dict)
    descriptions: list[tuple[str, str]] = field(default_factory=list)
    """What a case is described as, by its name."""
    _names: dict[str, str] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)
    _taken: Names = field(default_factory=Names)
    _persons: Names = field(default_factory=Names)
    _sizes: Counter[str] = field(default_factory=Counter)

    def records(self) -> tuple[Case, ...]:
        """The cases."""
        return tuple(Case(name, attributes) for name, attributes in self.cases.items())

    def named_types(self) -> dict[str, str]:
        """The types of the variables: Text only where no record has the attribute, which would else be lost."""
        return {name: kind for name, kind in self.types.items() if kind != "Text" or name not in self._used}

    def read_variables(self, study: Study, variables: Iterable[Element]) -> None:
        """The names and types of attributes."""
        taken = Names()
        for number, variable in enumerate(variables, 1):
            name = taken.distinct(variable.get("name") or f"variable {number}")
            if name != variable.get("name"):
                study.losses.add("Variable", "without a name or named like another one, given a number")
            kind = variable.get("typeOfVariable")
            self.types[name] = kind if kind in VALUE_TYPES else "Text"
            if variable.text_of("Description"):
                study.losses.add("Variable", "with a description, which is left out")
            if study.register("variable", name, variable.get("guid")):
                self._names[canonical(variable.get("guid"))] = name

    def attributes(self, study: Study, values: Iterable[Element]) -> dict[str, str]:
        """Attributes by name, values as they are written."""
        found: dict[str, str] = {}
        for value in values:
            reference = value.child("VariableRef")
            name = self._names.get(canonical(target_of(reference))) if reference else None
            if name is None:
                study.losses.add("VariableValue", "of no variable that there is, left out", severity=Severity.ERROR)
                continue
            written = next((child for child in value.children if child.tag in _VALUES), None)
            text = "" if written is None else written.text
            if name in found and found[name] != text:
                study.losses.add("VariableValue", "a second value for one variable, left out", severity=Severity.ERROR)
                continue
            found[name] = text if written is None or written.tag == "TextValue" else text.strip()
            self._used.add(name)
        return found

    def read_cases(self, study: Study, cases: Iterable[Element], names: Mapping[str, str]) -> None:
        """Cases, and what belongs to them; `names` are those of transcripts by id."""
        for number, case in enumerate(cases, 1):
            members = [ref for child in case.all("SourceRef") for ref in _found(study, child)]
            name = self._taken.distinct(_case_name(study, case, members, names) or f"case {number}")
            if case.get("name") and name != case.get("name"):
                study.losses.add("Case", "named like another one, given a number")
            study.register("case", name, case.get("guid"))
            self.cases[name] = self.attributes(study, case.all("VariableValue"))
            if case.text_of("Description"):
                self.descriptions.append((name, case.text_of("Description")))
            self._place(study, name, members)
            for child in case.all("SelectionRef", "CodeRef"):
                self.belongings += [(name, *ref) for ref in _found(study, child)]

    def _place(self, study: Study, case: str, members: Iterable[tuple[str, str]]) -> None:
        for kind, record in members:
            if kind == "transcript" and record not in self.case_of:
                self.case_of[record] = case
                self._sizes[case] += 1
            elif self.case_of.get(record) != case:
                self.belongings.append((case, kind, record))
                if kind == "transcript":
                    study.losses.add("SourceRef", "of a source that is in another case already, kept beside it")

    def add_source(self, study: Study, transcript: str, name: str, attributes: dict[str, str]) -> None:
        """Variables of a source: those of its case where it is the only one there, else of a case or participant."""
        if not attributes:
            return
        case = self.case_of.get(transcript)
        if case is None:
            case = self._taken.distinct(name)
            self.cases[case] = attributes
            self.case_of[transcript] = case
            self._sizes[case] += 1
            study.losses.add("Source", "with variables became a case of its own", severity=Severity.INFO)
            return
        own = self.cases[case]
        if self._sizes[case] == 1 and all(own.get(key, value) == value for key, value in attributes.items()):
            own.update(attributes)
            return
        self.participants.append(Participant(self._persons.distinct(name), case, attributes))
        study.losses.add(
            "Source", "with variables became a participant named as the transcript", severity=Severity.INFO
        )


def _found(study: Study, reference: Element) -> list[tuple[str, str]]:
    found = study.find(target_of(reference))
    if not found:
        study.losses.add(reference.tag, "leads nowhere, left out", severity=Severity.ERROR)
    return found


def _case_name(study: Study, case: Element, members: list[tuple[str, str]], names: Mapping[str, str]) -> str:
    """The name; where there is none, that of the only source."""
    if case.get("name"):
        return case.get("name")
    study.losses.add("Case", "without a name, named after its source or numbered")
    sources = [names[record] for kind, record in members if kind == "transcript" and record in names]
    return sources[0] if len(sources) == 1 else ""
