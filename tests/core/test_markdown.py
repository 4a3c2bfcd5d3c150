"""Markdown in, HTML out."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from xml.etree.ElementTree import Element, fromstring

import markdown
import pytest

from playbooks.content import Content
from playbooks.data.fields import Field
from playbooks.data.questions import Questions
from playbooks.data.register import Register
from playbooks.languages.strings import strings
from playbooks.model.pages import Page, Site
from playbooks.model.places import Place
from playbooks.project import Project
from playbooks.reading.pages import read_page

NBSP = "\u00a0"
CLIENT = Field(
    id="client",
    kind="name",
    keeper="client",
    label={"en": "client’s name", "fr": "nom du client", "uk": "ім’я клієнта"},
    example={"en": "Ms Durand", "fr": "Madame Durand", "uk": "пані Олено"},
    help={},
    units={},
    options={},
)
CHECKLIST = """
    ## Before {#late-checklist}

    - [ ] I'm *ready* "now". {#ready}
    - [x] Done. {#done}
    """


def content(*pages: Page) -> Content:
    """What was read: one field, and these pages."""
    languages = ("en", "fr", "uk")
    project = Project(Path("/"), {language: Path("/") / language for language in languages}, Path("/data"))
    register = Register((), None, Place("data/register.yml", 1))
    texts = {language: strings(language) for language in languages}
    fields = {"client": CLIENT}
    return Content(project, Site(languages, pages), fields, (), {}, register, (), Questions(), texts, problems=())


def html(text: str, language: str = "en", read: Content | None = None) -> str:
    extensions = ["attr_list", "md_in_html", "pymdownx.superfences", "tables", "toc", "playbooks.markdown"]
    options = {"language": language, "content": read or content()}
    return markdown.markdown(
        dedent(text).strip("\n"), extensions=extensions, extension_configs={"playbooks.markdown": options}
    )


def tree(text: str, language: str = "en") -> Element:
    return fromstring(f"<main>{html(text, language)}</main>")


def one(root: Element, path: str) -> Element:
    found = root.findall(f".//{path}")
    assert len(found) == 1, f"{path}: {len(found)}"
    return found[0]


def text(element: Element) -> str:
    return "".join(element.itertext())


def copied(root: Element) -> set[str | None]:
    """What the buttons of a template copy; where they stand is a matter of design."""
    return {button.get("data-copy") for button in root.findall(".//button[@data-copy]")}


EMAIL = """
    Before.

    ```email {#late-email title="A new date" .bad-news}
    Subject: {client}: it's *late*

    Hello {client},

    {I am|I am|We are} sorry. [[Before {event}.]]

    __Regards__ <b>&amp;</b> [x](y) 2 * 3 * 4
    {sender}
    ```

    After.
    """


def test_an_email_keeps_the_contract() -> None:
    root = tree(EMAIL)
    email = one(root, "*[@data-template]")
    assert {key: email.get(key) for key in ("id", "data-template", "data-channel")} == {
        "id": "late-email",
        "data-template": "late-email",
        "data-channel": "email",
    }
    assert text(one(root, f"*[@id='{email.get('aria-labelledby')}']")) == "A new date"
    words = one(email, "*[@lang='en'][@data-words]")
    assert text(one(words, "*[@data-part='subject']")) == "[client’s name]: it’s *late*"
    assert copied(email) == {"all", "subject", "body"}
    assert [option.get("value") for option in email.findall(".//select[@data-words-language]/option")] == [
        "en",
        "fr",
        "uk",
    ]
    assert one(email, "option[@selected]").get("value") == "en"
    assert [text(p) for p in root.findall("p")] == ["Before.", "After."]


def test_the_body_of_an_email_is_paragraphs_whose_characters_stand_for_themselves() -> None:
    body = one(tree(EMAIL), "*[@data-part='body']")
    assert [text(p) for p in body] == [
        "Hello [client’s name],",
        "I am sorry. Before [event].",
        "__Regards__ <b>&amp;</b> [x](y) 2 * 3 * 4\n[sender]",
    ]
    assert {node.tag for node in body.iter()} == {"div", "p", "span", "br"}
    assert [blank.get("data-blank") for blank in body.findall(".//*[@data-blank]")] == [
        "client",
        "event",
        "sender",
    ]
    assert text(one(body, "*[@data-passage]")) == "Before [event]."


def test_every_button_says_what_it_copies_and_where_it_belongs() -> None:
    email = one(tree(EMAIL), "*[@data-template]")
    buttons = email.findall(".//button[@data-copy]")
    names = {button.get("data-copy"): button.get("aria-label") or text(button) for button in buttons}
    assert all(text(button).lower() in names[button.get("data-copy")].lower() for button in buttons)
    assert names == {
        "all": "Copy the email",
        "subject": "Copy the subject",
        "body": "Copy the text",
    }
    bar = one(email, "*[@data-bar]")
    assert bar.get("aria-label") == "Copy and other options: A new date"


def test_words_and_rows_are_there_without_a_script() -> None:
    root = tree(EMAIL + "\n    ## Ready {#late-checklist}\n\n    - [ ] I am. {#ready}\n")
    hidden = {node for box in root.findall(".//*[@hidden]") for node in box.iter()}
    assert not hidden & set(one(root, "*[@data-words]").iter())
    assert not hidden & set(one(root, "ul").iter())


@pytest.mark.parametrize(
    ("language", "you", "sorry", "spoken"),
    [
        ("en", "You: ", 'Say "sorry", don\'t wait...', "Say “sorry”, don’t wait…"),
        (
            "fr",
            f"Vous{NBSP}: ",
            'Dites "pardon" : c\'est dit !',
            f"Dites «{NBSP}pardon{NBSP}»{NBSP}: c’est dit\u202f!",
        ),
        ("uk", "Ви: ", 'Скажіть "перепрошую" - ні'.replace("-", "—"), f"Скажіть «перепрошую»{NBSP}— ні"),
    ],
)
def test_a_phone_script_speaks_its_language(language: str, you: str, sorry: str, spoken: str) -> None:
    name = you.strip().replace(NBSP, " ")
    root = tree(f'```phone {{#late-phone title="T"}}\n{name} {sorry}\n\n(Pause.)\n```', language)
    assert one(root, "*[@data-words]").get("lang") == language
    speech = one(root, "p[@data-speaker='you']")
    assert [text(node) for node in speech] == [you, spoken]
    assert text(one(root, "p[@class='direction']")) == "(Pause.)"


def test_what_belongs_to_a_branch_stands_inside_an_open_disclosure() -> None:
    root = tree("""
        ```phone {#late-phone title="T"}
        You: Hello.

        If they doubt:
          You: We checked.

          (Wait.)

        (In every case.)

        You: Bye.
        ```
        """)
    branch = one(root, "details[@open]")
    assert [text(node) for node in branch] == ["If they doubt:", "You: We checked.", "(Wait.)"]
    assert [node.tag for node in one(root, "*[@data-part='body']")] == ["p", "details", "p", "p"]


def test_a_voicemail_says_how_long_it_takes_with_its_blanks_filled() -> None:
    words = " ".join(["word"] * 23)
    root = tree(f'```voicemail {{#v title="T"}}\n{{client}} {words}\n```')  # “Ms Durand” makes 25 words: 10 s
    assert text(one(root, "*[@data-kind]")) == "Voicemail · takes about 10 seconds"
    assert copied(root) == {"all", "body"}


def test_a_checklist_keeps_the_contract() -> None:
    checklist = one(tree(CHECKLIST), "*[@data-checklist]")
    assert (checklist.get("id"), checklist.get("data-checklist")) == ("late-checklist", "late-checklist")
    assert checklist.find("h2") is not None
    rows = {label[0].get("data-item"): text(label).strip() for label in checklist.iter("label")}
    assert rows == {"ready": "I’m *ready* “now”.", "done": "Done."}
    boxes = {box.get("data-item"): box for box in checklist.findall(".//input[@type='checkbox']")}
    assert boxes["done"].get("checked") is None
    assert text(one(checklist, "*[@data-progress]")) == "0 of 2"


def versions(*translations: tuple[str, str]) -> dict[str | None, str | None]:
    """Item id → version, as the English page shows them, beside these translations."""
    read = content(
        *(read_page(dedent(text), "late.md", strings(language), "late.md")[0] for language, text in translations)
    )
    boxes = fromstring(f"<main>{html(CHECKLIST, read=read)}</main>").findall(".//input[@type='checkbox']")
    return {box.get("data-item"): box.get("data-version") for box in boxes}


def test_a_tick_is_dropped_when_the_row_changes_in_any_language() -> None:
    french = "## Avant {#late-checklist}\n\n- [ ] Prêt. {#ready}\n- [ ] Fait. {#done}\n"
    before = versions(("en", CHECKLIST), ("fr", french))
    after = versions(("en", CHECKLIST), ("fr", french.replace("Prêt", "Prête")))
    assert before["done"] == after["done"]
    assert before["ready"] != after["ready"]


def test_the_tree_has_every_id_once() -> None:
    root = tree(EMAIL + "\n    ## Ready {#late-checklist}\n\n    - [ ] I am. {#ready}\n\n    ## End {#end}\n")
    ids = [node.attrib["id"] for node in root.iter() if "id" in node.attrib]
    assert sorted(set(ids)) == sorted(ids)
    assert {"late-email", "late-checklist", "end"} <= set(ids)


@pytest.mark.parametrize(
    ("language", "source", "out"),
    [
        ("en", 'It\'s "**bold**" and *"it"*.', "<p>It’s “<strong>bold</strong>” and <em>“it”</em>.</p>"),
        ("fr", '"**Gras**" : oui ?', f"<p>«{NBSP}<strong>Gras</strong>{NBSP}»{NBSP}: oui\u202f?</p>"),
        ("fr", "**Cause :** l'_an_ 2", f"<p><strong>Cause{NBSP}:</strong> l’<em>an</em> 2</p>"),
        ("fr", "«**gras**»", f"<p>«{NBSP}<strong>gras</strong>{NBSP}»</p>"),
        ("uk", '"[дім](x.md)" — \'', f'<p>«<a href="x.md">дім</a>»{NBSP}— ’</p>'),
        ("en", "`it's \"x\"` isn't", '<p><code>it\'s "x"</code> isn’t</p>'),
        ("fr", "`a : b ?` non ?", "<p><code>a : b ?</code> non\u202f?</p>"),
        ("en", "## It's {#its}", '<h2 id="its">It’s</h2>'),
        ("fr", "[a](https://a.fr/b?c=d) ?", '<p><a href="https://a.fr/b?c=d">a</a>\u202f?</p>'),
        ("en", '* It\'s\n* "x"', "<ul>\n<li>It’s</li>\n<li>“x”</li>\n</ul>"),
        ("fr", "R&D : 5 &lt; 6 ; oui", f"<p>R&amp;D{NBSP}: 5 &lt; 6\u202f; oui</p>"),
        ("fr", "<https://a.fr/?b=c>", '<p><a href="https://a.fr/?b=c">https://a.fr/?b=c</a></p>'),
    ],
)
def test_text_is_typeset_across_markup_and_code_is_not(language: str, source: str, out: str) -> None:
    assert html(source, language) == out


def test_an_address_of_email_survives_french_spaces() -> None:
    link = one(tree("<anna@exemple.fr> ; oui", "fr"), "a")
    assert (link.get("href"), text(link)) == ("mailto:anna@exemple.fr", "anna@exemple.fr")


def test_a_block_of_code_is_left_alone() -> None:
    shown = html('````markdown\n```email {#an-email}\nSubject: it\'s "so"\n```\n````')
    assert "data-template" not in shown
    assert "it's" in shown or "it&#39;s" in shown
    assert "’" not in shown


def test_a_template_above_a_rule_of_dashes_is_still_a_template() -> None:
    root = tree('```voicemail {#v title="T"}\nHello.\n```\n\n---\n\nAfter.')
    assert [node.tag for node in root] == ["section", "hr", "p"]


def test_blanks_without_a_field_show_their_name() -> None:
    assert "[never-declared]" in html('```voicemail {#v title="T"}\n{never-declared}\n```')


def test_broken_words_are_shown_as_typed_so_that_a_preview_goes_on() -> None:
    root = tree('```voicemail {#v title="T"}\nHello {client\n```')
    assert text(one(root, "p[@class='paragraph']")) == "Hello {client"


def test_pages_rendered_one_after_another_do_not_mix() -> None:
    md = markdown.Markdown(extensions=["playbooks.markdown"])
    source = '```voicemail {{#{0} title="T"}}\n{0}.\n```'
    first, second = (md.reset().convert(source.format(name)) for name in ("first", "second"))
    assert 'data-template="first"' in first
    assert 'data-template="second"' in second
    assert "first" not in second


@pytest.mark.parametrize("attribute", [True, False])
def test_columns_are_aligned_by_a_class(attribute: bool) -> None:
    text = "| a | b |\n| --- | --: |\n| 1 | 2 |\n"
    extensions = ["tables", "playbooks.markdown"]
    options = {"tables": {"use_align_attribute": attribute}}
    html = markdown.Markdown(extensions=extensions, extension_configs=options).convert(text)
    assert '<th class="align-right">b</th>' in html
    assert '<td class="align-right">2</td>' in html
    assert "style" not in html
    assert "align=" not in html
