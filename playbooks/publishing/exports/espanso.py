"""/exports/espanso/<site>-<language>/: a package for espanso, in the form its documentation asks for.

package.yml, _manifest.yml and README.md, in a folder that has the name of the package. Each template is
a match with a form for its blanks; an optional passage is a field of the form that holds the passage,
to be edited or emptied. Where words depend on the sender, matches share a trigger and espanso asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from ...content import Content
from ...languages.languages import LANGUAGES
from ...languages.typography import typeset
from ...model.layout import EXPORTS
from ...model.templates import Template
from ...model.words import SPEAKERS, Alternatives, Blank, Part, Passage, Speaker, Text, Words, labelled
from . import wording
from .markdown import escaped

FORM = "blanks"
# the space or the empty line before a passage goes with it, so that emptying its field leaves no trace
BEFORE_PASSAGE = re.compile(rf"(\s+)(?=\{{\{{{FORM}\.(passage_\d+)\}}\}})")
BASE = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # the one in C is ten times as fast


def package(content: Content, language: str, version: str, site_url: str) -> Iterator[tuple[str, str]]:
    """(path, text) of the three files."""
    name = f"{content.project.slug}-{language}"
    folder = f"{EXPORTS}/espanso/{name}"
    templates = [template for page in content.site.pages_of(language) for template in page.templates]
    matches = [match for template in templates for match in _matches(content, template, language)]
    texts = content.texts[language]
    title = f"{texts('site.name')} – {texts('site.claim')} ({LANGUAGES[language].own_name})"
    manifest = {
        "name": name,
        "title": title,
        "description": texts("site.description"),
        "version": version,
        "author": texts("site.name"),
    }
    if site_url:
        manifest["homepage"] = site_url
    yield f"{folder}/package.yml", _yaml({"matches": matches})
    yield f"{folder}/_manifest.yml", _yaml(manifest)
    yield f"{folder}/README.md", _readme(content, title, templates, language)


def _matches(content: Content, template: Template, language: str) -> Iterator[dict[str, Any]]:
    texts = [paragraph.words for paragraph in template.body]
    for voice, name in _voices(content, template, language, texts):
        form = _Form(content, language, SPEAKERS[voice])
        words = wording.body(content, template, language, form.take)
        yield _match(wording.trigger(template.id, language), template.title + name, words, form)
    if template.subject is None:
        return
    label = f"{template.title} – {content.texts[language]('template.subject')}"
    for voice, name in _voices(content, template, language, [template.subject]):
        form = _Form(content, language, SPEAKERS[voice])
        words = form.take(template.subject)
        yield _match(wording.trigger(template.id, language, "subject"), label + name, words, form)


def _voices(
    content: Content, template: Template, language: str, texts: Sequence[Words]
) -> Iterator[tuple[str, str]]:
    """A sender for each way in which the words differ, and what to add to the label for it."""
    voices = wording.voices(content, template, language, texts)
    for voice in voices:
        differs = len(voices) > 1
        yield voice[0], f" – {wording.voice_name(content, voice, language)}" if differs else ""


@dataclass
class _Form:
    """Turns words into a replacement, and collects the rows of the form it needs."""

    content: Content
    language: str
    speaker: Speaker
    rows: dict[str, str] = field(default_factory=dict)
    fields: dict[str, dict[str, Any]] = field(default_factory=dict)

    def take(self, words: Words) -> str:
        return "".join(self._part(part) for part in words.parts)

    def _part(self, part: Part) -> str:
        if isinstance(part, Text):
            return _literal(part.text)
        if isinstance(part, Alternatives):
            return _literal(part.form(self.speaker) or part.open_form)
        return self._passage(part.parts) if isinstance(part, Passage) else self._blank(part)

    def _blank(self, blank: Blank) -> str:
        # names of variables have no hyphens; each form is asked for, since espanso cannot make it
        name = "_".join([*blank.field.split("-"), *(blank.form or "").split("-")]).rstrip("_")
        self.rows[name] = wording.label(self.content, blank, self.language)
        declared = self.content.fields.get(blank.field)
        if declared and declared.kind == "long-text":
            self.fields[name] = {"multiline": True}
        elif declared and declared.kind == "choice":
            self.fields[name] = {"type": "choice", "values": list(declared.options[self.language].values())}
        return f"{{{{{FORM}.{name}}}}}"

    def _passage(self, parts: Sequence[Part]) -> str:
        count = sum(name.startswith("passage_") for name in self.rows) + 1
        name = f"passage_{count}"
        self.rows[name] = self.content.texts[self.language]("exports.optional")
        self.fields[name] = {"multiline": True, "default": labelled(parts, self._label, self.speaker)}
        return f"{{{{{FORM}.{name}}}}}"

    def take_spaces(self, words: str) -> str:
        """The replacement without what stands between a passage and the words before it: its field has that."""
        for space, name in BEFORE_PASSAGE.findall(words):
            self.fields[name]["default"] = space + self.fields[name]["default"]
        return BEFORE_PASSAGE.sub("", words)

    def _label(self, blank: Blank) -> str:
        return wording.label(self.content, blank, self.language)


def _match(trigger: str, label: str, words: str, form: _Form) -> dict[str, Any]:
    match: dict[str, Any] = {"trigger": trigger, "label": label, "replace": form.take_spaces(words)}
    if form.rows:
        labels = {name: typeset(f"{text}:", form.language) for name, text in form.rows.items()}
        layout = "\n".join(f"{text} [[{name}]]" for name, text in labels.items())
        parameters: dict[str, Any] = {"layout": layout}
        if form.fields:
            parameters["fields"] = form.fields
        match["vars"] = [{"name": FORM, "type": "form", "params": parameters}]
    return match


def _literal(text: str) -> str:
    """Braces that are not variables of espanso."""
    return text.replace("{{", "\\{\\{").replace("}}", "\\}\\}")


def _readme(content: Content, title: str, templates: Sequence[Template], language: str) -> str:
    texts = content.texts[language]
    example = wording.trigger(templates[0].id, language) if templates else ""
    rows = [
        f"# {title}",
        texts("exports.espanso-about").replace("{trigger}", f"`{example}`"),
        texts("exports.espanso-install"),
        f"## {texts('exports.espanso-triggers')}",
        "\n".join(f"- `{wording.trigger(t.id, language)}` {escaped(t.title)}" for t in templates),
    ]
    return "\n\n".join(rows) + "\n"


class _Dumper(BASE):  # type: ignore[misc,valid-type]
    """Words on lines of their own, as an author would write them."""


def _string(dumper: yaml.representer.SafeRepresenter, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _string)


def _yaml(data: Mapping[str, Any]) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
