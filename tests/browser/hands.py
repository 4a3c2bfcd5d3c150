"""What a reader does on a page: fills in blanks, presses a copy button, looks at the clipboard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

# From Linux Chromium, whatever machine the tests run on.
COPY_KEYS = ("Ctrl+C", "⌘C")

READ = """async (button) => {
  await navigator.clipboard.writeText('nothing copied yet');
  button.click();
  for (let tries = 0; tries < 1000; tries += 1) {
    if ((await navigator.clipboard.readText()) !== 'nothing copied yet') {
      const [item] = await navigator.clipboard.read();
      const text = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
      return [await text('text/plain'), await text('text/html')];
    }
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
  throw new Error('the button copied nothing');
}"""


@dataclass(frozen=True)
class Copied:
    plain: str
    html: str


def template(page: Page, identifier: str) -> Locator:
    return page.locator(f'[data-template="{identifier}"]')


def copy_button(page: Page, identifier: str, part: str = "all") -> Locator:
    return template(page, identifier).locator(f'button[data-copy="{part}"]')


def copy(page: Page, identifier: str, part: str = "all") -> Copied:
    """Press a copy button and read what is then on the real clipboard."""
    return copied_by(copy_button(page, identifier, part))


def copied_by(button: Locator) -> Copied:
    plain, html = button.evaluate(READ)
    return Copied(plain, html)


def field(page: Page, name: str) -> Locator:
    return page.locator(f'[data-field="{name}"]')


def fill_panel(page: Page, values: Mapping[str, str]) -> None:
    """Type into every field of the panel; one that is not named is emptied."""
    for control in page.locator("[data-field]").all():
        name = control.get_attribute("data-field") or ""
        if control.evaluate("control => control.tagName") != "SELECT":
            control.fill(values.get(name, ""))
        elif name in values:
            control.select_option(values[name])


def message(page: Page) -> Locator:
    return page.get_by_role("status")
