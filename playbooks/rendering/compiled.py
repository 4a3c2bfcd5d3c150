"""Templates of the theme are compiled once for all languages: MkDocs makes an environment for each."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Keeps code in memory by the name and the text of its template; nothing is written, as code is not read
    from where anybody could put it."""

    def __init__(self) -> None:
        self.kept: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.kept.get(f"{bucket.key} {bucket.checksum}")

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self.kept[f"{bucket.key} {bucket.checksum}"] = bucket.code
