"""The structure tree of a tagged PDF: elements, their marked content on the pages, and links.

ReportLab writes no tags, so the tree is written here, object by object. The elements used are those of ISO 32000-1,
14.8.4, and the rules those of ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from osteocase.report.pdf.file import FileObjects

__all__ = ["Anchor", "Link", "Node", "Structure", "Written", "text_string"]


def text_string(text: str) -> str:
    """A PDF text string in UTF-16, hexadecimal, so that no character needs an escape."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


@dataclass(slots=True, eq=False)
class Node:
    """One structure element; its kids are marked contents (page, id), links' annotations and further elements."""

    role: str
    parent: Node | None = None
    alternative: str | None = None
    box: tuple[float, float, float, float] | None = None
    scope: str | None = None
    span: int = 1
    kids: list[tuple[int, int] | Node | Link] = field(default_factory=list)

    def add(self, role: str, *, alternative: str | None = None, scope: str | None = None, span: int = 1) -> Node:
        """A new element within this one."""
        node = Node(role, self, alternative=alternative, scope=scope, span=span)
        self.kids.append(node)
        return node


@dataclass(slots=True, eq=False)
class Link:
    """One link annotation: the area on a page that leads to an anchor."""

    page: int
    rect: tuple[float, float, float, float]
    target: str
    contents: str
    node: Node


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links lead to."""

    page: int
    y: float


class Structure:
    """The tree in the making, with the links and anchors of the pages."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self.links: list[Link] = []
        self.anchors: dict[str, Anchor] = {}
        self.contents: list[list[Node]] = []
        """For each page the element of each marked content, by its id."""

    def mark(self, node: Node, page: int) -> int:
        """The id of a new marked content of the element on the page."""
        while len(self.contents) <= page:
            self.contents.append([])
        here = self.contents[page]
        here.append(node)
        node.kids.append((page, len(here) - 1))
        return len(here) - 1

    def link(self, node: Node, page: int, rect: tuple[float, float, float, float], target: str, contents: str) -> None:
        """An area that leads to an anchor, as part of its Link element."""
        link = Link(page, rect, target, contents, node)
        self.links.append(link)
        node.kids.append(link)

    def write(self, objects: FileObjects, pages: list[int], left: float) -> Written:
        """Write the tree and the annotations into the file.

        Args:
            objects: the file.
            pages: object numbers of the pages.
            left: x of the place that links go to, points.
        """
        return _Writer(self, objects, pages, left).write()


@dataclass(frozen=True, slots=True)
class Written:
    """Numbers of the objects that the catalogue and the pages must name."""

    tree: int
    annotations: Mapping[int, int]
    """Page to the object number of its array of annotations."""


class _Writer:
    def __init__(self, structure: Structure, objects: FileObjects, pages: list[int], left: float) -> None:
        self.structure = structure
        self.objects = objects
        self.pages = pages
        self.left = left
        self.numbers: dict[int, int] = {}

    def _number(self, item: Node | Link) -> int:
        key = id(item)
        found = self.numbers.get(key)
        if found is None:
            found = self.numbers[key] = self.objects.reserve()
        return found

    def write(self) -> Written:
        structure = self.structure
        tree, parents = self.objects.reserve(), self.objects.reserve()
        self.objects.add(
            f"<</Type/StructTreeRoot/K {self._number(structure.root)} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self.pages) + len(structure.links)}>>",
            tree,
        )
        self._node(structure.root, tree)
        rows = [
            f"{page} [{' '.join(f'{self._number(node)} 0 R' for node in nodes)}]"
            for page, nodes in enumerate(structure.contents)
        ]
        annotations: dict[int, list[int]] = {}
        for place, link in enumerate(structure.links):
            key = len(self.pages) + place
            rows.append(f"{key} {self._number(link.node)} 0 R")
            annotations.setdefault(link.page, []).append(self._number(link))
            self._link(link, key)
        self.objects.add(f"<</Nums[{' '.join(rows)}]>>", parents)
        lists = {
            page: self.objects.add(f"[{' '.join(f'{number} 0 R' for number in numbers)}]")
            for page, numbers in annotations.items()
        }
        return Written(tree, lists)

    def _node(self, node: Node, parent: int) -> None:
        number = self._number(node)
        kids: list[str] = []
        own_page: int | None = None
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(f"{self._number(kid)} 0 R")
                self._node(kid, number)
            elif isinstance(kid, Link):
                page = self.pages[kid.page]
                kids.append(f"<</Type/OBJR/Obj {self._number(kid)} 0 R/Pg {page} 0 R>>")
            else:
                page_index, content = kid
                own_page = page_index if own_page is None else own_page
                if page_index == own_page:
                    kids.append(str(content))
                else:
                    kids.append(f"<</Type/MCR/Pg {self.pages[page_index]} 0 R/MCID {content}>>")
        page_entry = f"/Pg {self.pages[own_page]} 0 R" if own_page is not None else ""
        extra = ""
        if node.alternative is not None:
            extra += f"/Alt {text_string(node.alternative)}"
        if node.box is not None:
            extra += f"/A<</O/Layout/Placement/Block/BBox[{' '.join(f'{side:.2f}' for side in node.box)}]>>"
        elif node.scope is not None or node.span > 1:
            scope = f"/Scope/{node.scope}" if node.scope else ""
            span = f"/ColSpan {node.span}" if node.span > 1 else ""
            extra += f"/A<</O/Table{scope}{span}>>"
        self.objects.add(
            f"<</Type/StructElem/S/{node.role}/P {parent} 0 R{page_entry}/K[{' '.join(kids)}]{extra}>>", number
        )

    def _link(self, link: Link, key: int) -> None:
        anchor = self.structure.anchors[link.target]
        rect = " ".join(f"{side:.2f}" for side in link.rect)
        self.objects.add(
            f"<</Type/Annot/Subtype/Link/Rect[{rect}]/Border[0 0 0]/F 4/StructParent {key}"
            f"/Contents {text_string(link.contents)}"
            f"/Dest[{self.pages[anchor.page]} 0 R/XYZ {self.left:.2f} {anchor.y:.2f} null]>>",
            self._number(link),
        )
