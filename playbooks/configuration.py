"""What `python -m playbooks` needs of mkdocs.yml, read without MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """Tags such as !ENV and !!python/name are for MkDocs; here they stand for nothing."""


def _nothing(loader: yaml.Loader, suffix: str, node: yaml.Node) -> None:
    return None


_Loader.add_multi_constructor("", _nothing)


def downloads(path: Path) -> tuple[str, ...]:
    """The option `downloads` of the plugin; nothing where the file is missing or unreadable, as MkDocs reports."""
    try:
        config = yaml.load(path.read_text("utf-8"), Loader=_Loader) if path.is_file() else None
    except (yaml.YAMLError, ValueError, OSError):
        return ()
    plugins = config.get("plugins") if isinstance(config, Mapping) else None
    rows: list[Any] = list(plugins) if isinstance(plugins, list) else [plugins]
    for row in rows:
        options = row.get("playbooks") if isinstance(row, Mapping) else None
        named = options.get("downloads") if isinstance(options, Mapping) else None
        if isinstance(named, list):
            return tuple(str(ending) for ending in named)
    return ()
