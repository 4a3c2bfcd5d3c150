"""What a reader does on a page: fills in blanks, presses a copy button, looks at the clipboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

# Each button in turn, with the clipboard read until the old text is gone from it.
READ = """async (buttons) => {
  const nothing = 'nothing copied yet';
  const read = async (tries = 0) => {
    if (tries > 1000) throw new Error('the button copied nothing');
    if ((await navigator.clipboard.readText()) === nothing) {
      await new Promise((resolve) => { setTimeout(resolve, 2); });
      return read(tries + 1);
    }
    const [item] = await navigator.clipboard.read();
    const text = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
    return [await text('text/plain'), await text('text/html')];
  };
  const copied = [];
  for (const button of buttons) {
    await navigator.clipboard.writeText(nothing);
    button.click();
    copied.push(await read());
  }
  return copied;
}"""

TYPE = """(values) => {
  for (const control of document.querySelectorAll('[data-field]')) {
    const value = values[control.dataset.field];
    if (control.tagName === 'SELECT' && value === undefined) continue;
    control.value = value ?? '';
    control.dispatchEvent(new Event('input', {bubbles: true}));
    control.dispatchEvent(new Event('change', {bubbles: true}));
  }
}"""

# A page with something that its scripts have not started yet.
WAITING = """
  html.js:not([data-started*=header]):has([data-search]),
  html.js:not([data-started*=data-template]):has([data-template], [data-checklist]),
  html.js:not([data-started*=data-listed]):has([data-listed], [data-listed-checklist], .path)
"""


@dataclass(frozen=True)
class Copied:
    plain: str
    html: str


def ready(page: Page) -> None:
    """Wait until the scripts have started what the page holds."""
    expect(page.locator(WAITING)).to_have_count(0)


def template(page: Page, identifier: str) -> Locator:
    return page.locator(f'[data-template="{identifier}"]')


def copy_button(page: Page, identifier: str, part: str = "all") -> Locator:
    return template(page, identifier).locator(f'button[data-copy="{part}"]')


def copy(page: Page, identifier: str, part: str = "all") -> Copied:
    """Press a copy button and read what is then on the real clipboard."""
    return copied_by(copy_button(page, identifier, part))


def copied_by(button: Locator) -> Copied:
    return copy_each([button])[0]


def copy_each(buttons: Sequence[Locator]) -> list[Copied]:
    """Press the buttons one after the other and read the clipboard after each."""
    page = buttons[0].page
    ready(page)
    handles = [button.element_handle() for button in buttons]
    return [Copied(plain, html) for plain, html in page.evaluate(READ, handles)]


def field(page: Page, name: str) -> Locator:
    return page.locator(f'[data-field="{name}"]')


def fill_panel(page: Page, values: Mapping[str, str]) -> None:
    """Type into every field of the panel at once; one that is not named is emptied, a choice is left."""
    ready(page)
    page.evaluate(TYPE, dict(values))


def message(page: Page) -> Locator:
    return page.get_by_role("status")
