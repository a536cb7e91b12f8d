"""Reading a project: the file of any program, step by step, into one Exchange with its loss report."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from interviews.bulk import many_records
from interviews.errors import MisuseError, Problem, Severity
from interviews.formats.reading import Unreadable
from interviews.formats.refi.beyond import ENTRY, restore
from interviews.formats.refi.code_tree import CodeTree, read_codes
from interviews.formats.refi.codebook_file import codebook_exchange
from interviews.formats.refi.container import Container, opened, opened_entry
from interviews.formats.refi.derived import derived_groups
from interviews.formats.refi.losses import Losses
from interviews.formats.refi.memos import Notes, describe
from interviews.formats.refi.passages import Coded
from interviews.formats.refi.people import People
from interviews.formats.refi.raw import RawSource, note_refs, source_of
from interviews.formats.refi.relations import read_groups, read_links, report_graphs
from interviews.formats.refi.sources import Sources, read_marks, read_sources
from interviews.formats.refi.stream import Element, Parsed, read_stream
from interviews.formats.refi.structure import check_chunks
from interviews.formats.refi.study import Study, read_users
from interviews.formats.refi.texts import Text, turns_of
from interviews.model import Codebook, Coder, Exchange, Group, Medium, Memo, Transcript

FORMAT = "qdpx"


@many_records()
def read_qdpx(path: Path | str, language: str = "de") -> Exchange:
    """Read a REFI-QDA project (.qdpx, a .zip that is one, or a bare .qde) of any program.

    What is not as it should be, and what is lost, is in the problems. Raises `MisuseError` where nothing can be read.
    """
    path = Path(path)
    losses = Losses(path.name)
    raws: list[RawSource] = []
    with opened(path) as container:
        try:
            ours = container.has(ENTRY)
            keep = lambda element: raws.append(source_of(element))  # noqa: E731
            parsed = read_stream(container.project(), keep, checked=not ours)
        except Unreadable as reason:
            raise MisuseError(f"{path.name}: {reason}") from None
        if parsed.root.tag == "CodeBook":
            return codebook_exchange(path, parsed, language)
        if parsed.root.tag != "Project" or (parsed.damaged and not (raws or parsed.root.children)):
            raise MisuseError(f"{path.name} holds no REFI-QDA project that can be read: export it again")
        own = restore(container, parsed, raws, losses, path)
        return own if own is not None else _Reader(path, container, parsed, raws, losses, language).exchange()


def open_medium(path: Path | str, medium: Medium) -> AbstractContextManager[BinaryIO]:
    """A medium of a project file as a stream, of at most 2 GB; nothing is written to disk."""
    if not medium.entry:
        raise MisuseError("this recording or picture is not in the project file: only its name is known")
    return opened_entry(Path(path), medium.entry)


class _Reader:
    """One project that was written by any program."""

    def __init__(
        self,
        path: Path,
        container: Container,
        parsed: Parsed,
        raws: list[RawSource],
        losses: Losses,
        language: str,
    ) -> None:
        self._path, self._container, self._losses, self._raws = path, container, losses, raws
        self._root, self._language = parsed.root, language
        self._study = Study(losses, parsed.root)
        self._turns: Counter[Problem] = Counter()
        self._report(parsed)

    def exchange(self) -> Exchange:
        """All steps in order: what others refer to comes first."""
        study, people = self._study, People()
        coders = read_users(study, self._section("Users", "User"))
        tree = read_codes(study, [code for book in self._section("CodeBook", "Codes") for code in book.all("Code")])
        people.read_variables(study, self._section("Variables", "Variable"))
        sources = read_sources(study, self._container, self._raws)
        coded = Coded(study)
        coded.read(sources.texts)
        read_marks(study, sources, self._raws, coded)
        self._read_people(people, sources)
        notes = Notes(study, self._container, self._section("Notes", "Note"))
        links = read_links(study, self._section("Links", "Link"))
        groups = read_groups(study, self._section("Sets", "Set"))
        report_graphs(study, self._section("Graphs", "Graph"))
        study.point_notes(note_refs(self._root), "project", "")
        memos = [*notes.memos(), *sources.memos, *self._descriptions(people)]
        transcripts = tuple(self._transcript(text, coded, people) for text in sources.texts)
        coders += sorted({coding.coder for coding in coded.codings} - set(coders))
        return Exchange(
            self._name(),
            self._root.get("origin"),
            self._language,
            transcripts,
            self._codebook(tree),
            tuple(coded.codings),
            tuple(Coder(name) for name in coders),
            tuple(people.participants),
            people.records(),
            tuple(memos),
            _without_derived(groups, transcripts, people),
            (*links, *notes.links),
            tuple(sources.media),
            MappingProxyType(people.named_types()),
            MappingProxyType(study.ids),
            tree.folders,
            tuple(people.belongings),
            frozenset(coded.unverified),
            problems=(*self._losses.problems(), *self._turn_problems()),
        )

    def _section(self, name: str, child: str) -> list[Element]:
        return [element for section in self._root.all(name) for element in section.all(child)]

    def _name(self) -> str:
        return self._root.get("name") or self._path.stem

    def _codebook(self, tree: CodeTree) -> Codebook | None:
        return Codebook(self._name(), 1, tree.codes, self._language) if tree.codes else None

    def _read_people(self, people: People, sources: Sources) -> None:
        people.read_cases(self._study, self._section("Cases", "Case"), {text.id: text.name for text in sources.texts})
        for text, raw in sources.attributes_of():
            people.add_source(self._study, text.id, text.name, people.attributes(self._study, raw.values))
        with_text = {id(text.source) for text in sources.texts}
        lost = sum(len(raw.values) for raw in self._raws if id(raw) not in with_text)
        self._losses.add("VariableValue", "of a source without text, left out", lost, Severity.ERROR)

    def _descriptions(self, people: People) -> list[Memo]:
        described = [describe(self._study, "case", name, words) for name, words in people.descriptions]
        words = self._root.text_of("Description")
        return [*described, describe(self._study, "project", "", words)] if words else described

    def _transcript(self, text: Text, coded: Coded, people: People) -> Transcript:
        found = turns_of(text, self._losses, coded.convention) if text.original.text else ((), (), ())
        turns, speakers, problems = found
        self._turns.update(problems)
        return Transcript(
            text.name,
            text.original.text,
            turns,
            speakers,
            self._language,
            people.case_of.get(text.id),
            0,
            text.id,
            str(self._path),
            FORMAT,
            tuple(coded.notes.get(text.id, ())),
        )

    def _report(self, parsed: Parsed) -> None:
        losses, container = self._losses, self._container
        if parsed.damaged:
            losses.note("the project file is damaged: only what stands before the damage was read", Severity.ERROR)
        losses.add("other element", "of no vocabulary of the standard, left out", parsed.foreign, Severity.ERROR)
        losses.add("project file", "beside the one that was read, left out", container.projects, Severity.ERROR)
        losses.add("entry", "of the zip beside the project, left out", container.others, Severity.INFO)
        broken = parsed.broken if parsed.broken is not None else check_chunks(container.project())
        if broken and not parsed.damaged:
            message = f"the project file breaks rules of the standard and was read all the same: {broken[0]}"
            losses.note(message + (f", and {len(broken) - 1} further kinds" if broken[1:] else ""))
        if container.is_bare and any(text.plain_path for raw in self._raws for text in raw.texts):
            losses.note("the .qde alone holds no texts: give the .qdpx it was in", Severity.ERROR)

    def _turn_problems(self) -> Iterator[Problem]:
        """The problems of finding turns, each once with the number of texts it was met in."""
        for problem, count in self._turns.items():
            yield replace(problem, message=f"{problem.message} ({count} texts)") if count > 1 else problem


def _without_derived(groups: Iterable[Group], transcripts: tuple[Transcript, ...], people: People) -> tuple[Group, ...]:
    """The groups without those that were only written for programs that have no cases, and are unchanged."""
    derived = {
        group.id: set(group.members) for group in derived_groups(transcripts, people.records(), people.participants)
    }
    return tuple(group for group in groups if derived.get(group.id) != set(group.members))
