"""The file itself: numbered objects in compressed object streams with a cross-reference stream.

ReportLab writes each object well but the file as PDF/A refuses it (ISO 19005-3, 6.1.7.1: the ends of streams), and the
structure tree brings thousands of small objects. Both are solved by writing the file anew as ISO 32000-1, 7.5.7 and
7.5.8 lay it down.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Iterable
from functools import lru_cache

__all__ = ["FileObjects"]

_LENGTH = re.compile(rb"/Length (\d+)")
_PACK = 200
"""Objects to a stream: few enough for a viewer to find one quickly."""


@lru_cache(maxsize=8)
def _packed_once(content: bytes) -> bytes:
    return zlib.compress(content, 9)


class FileObjects:
    """The objects of a file by number; each is a body, or a dictionary with the bytes of its stream."""

    def __init__(self) -> None:
        self._bodies: dict[int, bytes] = {}
        self._streams: dict[int, tuple[bytes, bytes]] = {}
        self._next = 1

    def take(self, written: bytes, offsets: Iterable[tuple[int, int]]) -> None:
        """Take over the objects of a file with plain objects: pairs of number and offset, in the order of the file."""
        pairs = list(offsets)
        ends = [offset for _number, offset in pairs[1:]]
        ends.append(written.rindex(b"xref\n", 0, written.rindex(b"startxref")))
        for (number, offset), end in zip(pairs, ends, strict=True):
            piece = written[offset:end]
            body = piece[piece.index(b"obj") + 3 : piece.rindex(b"endobj")].strip()
            self._next = max(self._next, number + 1)
            if body.endswith(b"endstream"):
                cut = body.index(b"stream")
                length = _LENGTH.search(body, 0, cut)
                assert length is not None, "a stream tells its length"
                begin = cut + len(b"stream")
                begin += 2 if body[begin : begin + 2] == b"\r\n" else 1
                head = _LENGTH.sub(b"", body[:cut]).strip()
                self._streams[number] = (head[2:-2], body[begin : begin + int(length.group(1))])
            else:
                self._bodies[number] = body

    def rewrite(self, number: int, change: Callable[[bytes], bytes]) -> None:
        """Change what a compressed stream holds."""
        entries, content = self._streams[number]
        self._streams[number] = (entries, zlib.compress(change(zlib.decompress(content)), 6))

    def reserve(self) -> int:
        """A number for an object that comes later."""
        self._next += 1
        return self._next - 1

    def add(self, body: str, number: int | None = None) -> int:
        """A new object; its number."""
        number = self.reserve() if number is None else number
        self._bodies[number] = body.encode("ascii")
        return number

    def add_stream(self, entries: str, content: bytes, *, compress: bool = True, lasting: bool = False) -> int:
        """A new stream with further entries of its dictionary; its number. What is ``lasting`` comes in every file."""
        number = self.reserve()
        if compress:
            entries = f"{entries}/Filter/FlateDecode"
            content = _packed_once(content) if lasting else zlib.compress(content, 6)
        self._streams[number] = (entries.encode("ascii"), content)
        return number

    def extend(self, number: int, entries: str) -> None:
        """Add entries to a dictionary."""
        body = self._bodies[number].rstrip()
        assert body.endswith(b">>"), "only a dictionary can be extended"
        self._bodies[number] = body[:-2] + entries.encode("ascii") + b">>"

    def write(self, catalogue: int, info: int) -> bytes:
        """The whole file; its identifier is the hash of its contents, so that the same objects give the same bytes."""
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        for number in sorted(self._streams):
            entries, content = self._streams[number]
            places[number] = (1, len(out), 0)
            out += b"%d 0 obj\n<<%s/Length %d>>\nstream\n" % (number, entries, len(content))
            out += content
            out += b"\nendstream\nendobj\n"
        numbers = sorted(self._bodies)
        for begin in range(0, len(numbers), _PACK):
            members = numbers[begin : begin + _PACK]
            pack = self.reserve()
            places[pack] = (1, len(out), 0)
            for index, member in enumerate(members):
                places[member] = (2, pack, index)
            out += self._packed(pack, members)
        table = self.reserve()
        places[table] = (1, len(out), 0)
        size = table + 1
        rows = b"".join(
            kind.to_bytes(1, "big") + where.to_bytes(4, "big") + index.to_bytes(2, "big")
            for kind, where, index in (places.get(number, (0, 0, 65535)) for number in range(size))
        )
        identifier = hashlib.md5(bytes(out), usedforsecurity=False).hexdigest()
        content = zlib.compress(rows, 6)
        start = len(out)
        out += (
            f"{table} 0 obj\n<</Type/XRef/Size {size}/W[1 4 2]/Root {catalogue} 0 R/Info {info} 0 R"
            f"/ID[<{identifier}><{identifier}>]/Filter/FlateDecode/Length {len(content)}>>\nstream\n"
        ).encode("ascii")
        out += content
        out += f"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n".encode("ascii")
        return bytes(out)

    def _packed(self, number: int, members: list[int]) -> bytes:
        bodies = [self._bodies[member] for member in members]
        index = []
        offset = 0
        for member, body in zip(members, bodies, strict=True):
            index.append(b"%d %d" % (member, offset))
            offset += len(body) + 1
        head = b" ".join(index) + b"\n"
        content = zlib.compress(head + b"\n".join(bodies), 6)
        return (
            b"%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n"
            % (number, len(members), len(head), len(content))
            + content
            + b"\nendstream\nendobj\n"
        )
