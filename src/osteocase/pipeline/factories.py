"""spaCy factories: each component can stand in anyone's pipeline by ``nlp.add_pipe("osteocase_labs")``.

A component that makes facts reads the scan of the Doc (made on the first call) and puts its drafts, plain data, into
``doc.user_data["osteocase"]``, at positions of the text in plain letters; a component that annotates sets what
spaCy users expect on the Doc.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from osteocase.pipeline.context.finder import Context, Cue
from osteocase.pipeline.matching.knowledge import Knowledge, knowledge_of
from osteocase.pipeline.scan import Draft, Scan, in_text_order, scan_of
from osteocase.pipeline.text.plain_text import Places

__all__ = ["DRAFTS", "FACT_COMPONENTS", "FactComponent", "fact_components"]

DRAFTS = "osteocase"
"""Key of the drafts in ``doc.user_data``."""

FACT_COMPONENTS: dict[str, str] = {
    "osteocase_labs": "labs",
    "osteocase_bmd": "bmd",
    "osteocase_fractures": "fractures",
    "osteocase_treatments": "treatments",
    "osteocase_scores": "scores",
    "osteocase_findings": "findings",
    "osteocase_patient": "patient",
    "osteocase_events": "events",
}
"""Component to the list that it fills, in the order they run; ``pipeline/<list>.py`` holds its ``find_<list>``."""


class _Component:
    """Base of the components: holds the compiled patterns, which are found again after pickling."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns = tuple(Path(folder) for folder in patterns)
        self.knowledge: Knowledge = knowledge_of(self.patterns)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "knowledge"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self.knowledge = knowledge_of(self.patterns)


class FactComponent(_Component):
    """Finds one kind of fact and files the drafts under its list."""

    def __init__(self, patterns: Sequence[str], name: str) -> None:
        super().__init__(patterns)
        self.list_name = FACT_COMPONENTS[name]
        _finder(self.list_name)  # every expression is made before the first note is read

    def __call__(self, doc: Doc) -> Doc:
        """Add the drafts of this component to the Doc."""
        drafts: dict[str, list[Draft] | Draft] = doc.user_data.setdefault(DRAFTS, {})
        scan = scan_of(doc, self.knowledge)
        drafts[self.list_name] = self.find(scan)
        return doc

    def find(self, scan: Scan) -> list[Draft] | Draft:
        """The drafts of this component, which the components after it find in the scan."""
        found: list[Draft] | Draft = _finder(self.list_name)(scan)
        scan.facts[self.list_name] = found
        return found


def fact_components(nlp: Language, knowledge: Knowledge) -> list[FactComponent] | None:
    """The components of a pipeline that makes facts of some patterns only, which need no Doc since none of them looks
    at a token; None where a component does something else."""
    components: list[FactComponent] = []
    for _, component in nlp.pipeline:
        if type(component) is not FactComponent or component.knowledge is not knowledge:
            return None
        components.append(component)
    return components


@cache
def _finder(list_name: str) -> Callable[[Scan], Any]:
    """The function that finds one kind of fact: ``find_labs`` of ``pipeline/labs/find.py`` for ``labs``."""
    module = import_module(f"osteocase.pipeline.{list_name}.find")
    finder: Callable[[Scan], Any] = getattr(module, f"find_{list_name}")
    return finder


class SectionsComponent(_Component):
    """Puts the sections of the note into ``doc.spans["osteocase_sections"]``, labelled with their names."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc."""
        scan = scan_of(doc, self.knowledge)
        _set_spans(doc, scan, "osteocase_sections", [(item.start, item.end, item.name) for item in scan.sections])
        return doc


class TablesComponent(_Component):
    """Puts the tables of the note into ``doc.spans["osteocase_tables"]``, labelled with their style."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc."""
        scan = scan_of(doc, self.knowledge)
        _set_spans(doc, scan, "osteocase_tables", [(item.start, item.end, item.style) for item in scan.tables])
        return doc


class TermsComponent(_Component):
    """Puts the lexicon terms into ``doc.spans["osteocase_terms"]``, labelled ``topic/id``."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc."""
        scan = scan_of(doc, self.knowledge)
        terms = sorted([*scan.mentions, *scan.bridges], key=in_text_order)
        _set_spans(doc, scan, "osteocase_terms", [(item.start, item.end, f"{item.topic}/{item.id}") for item in terms])
        return doc


class TimesComponent(_Component):
    """Puts the time expressions into ``doc.spans["osteocase_times"]``, labelled with their kind."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc."""
        scan = scan_of(doc, self.knowledge)
        _set_spans(doc, scan, "osteocase_times", [(item.start, item.end, item.kind) for item in scan.times])
        return doc


class ContextComponent(_Component):
    """Sets ``is_negated``, ``is_uncertain``, ``is_historical``, ``is_hypothetical``, ``is_family`` on ``doc.ents``.

    Works on any Doc that has entities, with or without sentence boundaries; ``span._.context_cues`` tells what fired
    and where, as (category, start, end, rule).
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        super().__init__(patterns)
        for name in ("is_negated", "is_uncertain", "is_historical", "is_hypothetical", "is_family"):
            if not Span.has_extension(name):
                Span.set_extension(name, default=False)
        if not Span.has_extension("context_cues"):
            Span.set_extension("context_cues", default=())

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the entities of the Doc."""
        scan = scan_of(doc, self.knowledge)
        for ent in doc.ents:
            start, end = scan.places.plain(ent.start_char, ent.end_char)
            # What a form offers and nobody ticked is no part of the text that is read.
            context = scan.context(start, end) if start < end else _unticked(start)
            self._annotate(ent, context, scan.places)
        return doc

    @staticmethod
    def _annotate(ent: Span, context: Context, places: Places) -> None:
        ent._.is_negated = context.negated
        ent._.is_uncertain = context.uncertain
        ent._.is_historical = context.historical or context.longstanding
        ent._.is_hypothetical = context.hypothetical
        ent._.is_family = context.subject not in {"patient", "other"}
        ent._.context_cues = tuple((cue.category, *places.stored(cue.start, cue.end), cue.rule) for cue in context.cues)


def _unticked(position: int) -> Context:
    return Context(negated=True, cues=(Cue("negated", position, position, "unticked"),))


def _set_spans(doc: Doc, scan: Scan, group: str, stretches: Sequence[tuple[int, int, str]]) -> None:
    places = ((*scan.places.stored(start, end), label) for start, end, label in stretches)
    spans = (doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in places)
    doc.spans[group] = [span for span in spans if span is not None]


def _register(name: str, make: Callable[[Sequence[str]], Callable[[Doc], Doc]]) -> Callable[..., Callable[[Doc], Doc]]:
    def create(nlp: Language, name: str, patterns: Sequence[str]) -> Callable[[Doc], Doc]:
        return make(patterns)

    Language.factory(name, default_config={"patterns": []}, func=create)
    return create


osteocase_sections = _register("osteocase_sections", SectionsComponent)
osteocase_tables = _register("osteocase_tables", TablesComponent)
osteocase_terms = _register("osteocase_terms", TermsComponent)
osteocase_times = _register("osteocase_times", TimesComponent)
osteocase_context = _register("osteocase_context", ContextComponent)
osteocase_labs = _register("osteocase_labs", lambda patterns: FactComponent(patterns, "osteocase_labs"))
osteocase_bmd = _register("osteocase_bmd", lambda patterns: FactComponent(patterns, "osteocase_bmd"))
osteocase_fractures = _register("osteocase_fractures", lambda patterns: FactComponent(patterns, "osteocase_fractures"))
osteocase_treatments = _register(
    "osteocase_treatments", lambda patterns: FactComponent(patterns, "osteocase_treatments")
)
osteocase_scores = _register("osteocase_scores", lambda patterns: FactComponent(patterns, "osteocase_scores"))
osteocase_findings = _register("osteocase_findings", lambda patterns: FactComponent(patterns, "osteocase_findings"))
osteocase_patient = _register("osteocase_patient", lambda patterns: FactComponent(patterns, "osteocase_patient"))
osteocase_events = _register("osteocase_events", lambda patterns: FactComponent(patterns, "osteocase_events"))
