"""Where the rows and keys of a data file stand, however they are written."""

from __future__ import annotations

import yaml

from ..reading.plain_yaml import compose


def of_rows(source: str) -> list[int]:
    """The line of each row of a file that is a list."""
    root = compose(source)
    rows = root.value if isinstance(root, yaml.SequenceNode) else []
    return [row.start_mark.line + 1 for row in rows]


def of_keys(source: str, key: str) -> dict[str, int]:
    """The lines of the keys below a key of a file that is a mapping."""
    root = compose(source)
    for name, below in root.value if isinstance(root, yaml.MappingNode) else ():
        if name.value == key and isinstance(below, yaml.MappingNode):
            return {str(inner.value): inner.start_mark.line + 1 for inner, _ in below.value}
    return {}
