"""Where finished units lie: a folder, or any place that fsspec can reach. A file is there whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from osteocase.errors import OutputError

__all__ = ["FolderStorage", "Storage", "storage_at"]


class Storage(Protocol):
    """Named files that are written in one step."""

    def write(self, name: str, data: bytes) -> None:
        """Put a file in place; whoever reads sees the old content or the new."""

    def read(self, name: str) -> bytes | None:
        """Content of a file; null when there is none."""

    def names(self) -> Iterator[str]:
        """Names of all files, sorted."""

    def remove(self, name: str) -> None:
        """Remove a file."""


def storage_at(address: str) -> Storage:
    """The storage at a path, or at an address such as ``s3://bucket/run`` that fsspec can reach."""
    return _FsspecStorage(address) if "://" in address else FolderStorage(Path(address))


class FolderStorage:
    """A folder of this machine, or one that several machines share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, name: str, data: bytes) -> None:
        """Write beside the place, to the disk, and move into the place."""
        path = self._folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(data)
                    stream.flush()
                    os.fsync(stream.fileno())
                os.replace(beside, path)
            except BaseException:
                os.unlink(beside)
                raise
        except OSError as error:
            reason = "the disk is full" if error.errno == errno.ENOSPC else f"it cannot be written ({error.strerror})"
            raise OutputError(reason, place=str(path), hint="make room and run the same command again") from error

    def read(self, name: str) -> bytes | None:
        """Content of a file; null when there is none."""
        try:
            return (self._folder / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def names(self) -> Iterator[str]:
        """Names of all files, sorted; those that were never finished are passed over."""
        if self._folder.is_dir():
            yield from sorted(name for name in os.listdir(self._folder) if not name.startswith("."))

    def remove(self, name: str) -> None:
        """Remove a file."""
        (self._folder / name).unlink(missing_ok=True)


class _FsspecStorage:
    """A place that fsspec reaches. Object stores put a file in place in one step by themselves."""

    def __init__(self, address: str) -> None:
        try:
            import fsspec
        except ImportError as error:
            raise OutputError("this place needs fsspec", place=address, hint="pip install 'osteocase[dask]'") from error
        files: Any
        files, self._root = fsspec.core.url_to_fs(address)
        self._files = files

    def write(self, name: str, data: bytes) -> None:
        """Put a file in place."""
        path = f"{self._root}/{name}"
        try:
            self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
            self._files.pipe_file(path, data)
        except OSError as error:
            raise OutputError(f"it cannot be written ({type(error).__name__})", place=path) from error

    def read(self, name: str) -> bytes | None:
        """Content of a file; null when there is none."""
        try:
            data: bytes = self._files.cat_file(f"{self._root}/{name}")
        except FileNotFoundError:
            return None
        return data

    def names(self) -> Iterator[str]:
        """Names of all files, sorted."""
        if self._files.isdir(self._root):
            yield from sorted(path.rpartition("/")[2] for path in self._files.ls(self._root, detail=False))

    def remove(self, name: str) -> None:
        """Remove a file."""
        self._files.rm_file(f"{self._root}/{name}")
