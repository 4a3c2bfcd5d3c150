"""The words of every template stand in the same elements, whether the build made them or the browser did."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from catalogue import LANGUAGES, PLAYBOOKS, playbook_path
from hands import ready
from playwright.sync_api import Page, expect

Opener = Callable[..., Page]

# An element as [tag, what it means, children]; a blank is a control in the browser and a mark in the page.
COMPARE = r"""async ([address, language]) => {
  const meaning = (element) => ['data-blank', 'data-part', 'data-speaker', 'data-passage']
    .filter((name) => element.hasAttribute(name)).map((name) => `${name}=${element.getAttribute(name)}`);
  const kinds = (element) => [...element.classList].filter((name) => !name.startsWith('is-')).sort();
  const shape = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/^\n\s*|\n\s*$/g, '');
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    if (node.matches('[data-forms]:not(.blank)')) return node.textContent;
    if (node.matches('.blank')) return ['blank', node.getAttribute('data-blank'), node.textContent];
    const children = [];
    for (const child of [...node.childNodes].map(shape)) {
      if (typeof child === 'string' && typeof children.at(-1) === 'string') children.push(children.pop() + child);
      else if (child !== '') children.push(child);
    }
    return [node.localName, ...kinds(node), ...meaning(node), children];
  };
  const built = await new Promise((resolve) => { // the policy lets nobody make it from a string
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.onload = () => resolve(request.response);
    request.open('GET', address);
    request.send();
  });
  const differences = [];
  const blocks = [...document.querySelectorAll('[data-template]')];
  for (const block of blocks) {
    const here = block.querySelector('[data-words]');
    const there = built.getElementById(block.id).querySelector('[data-words]');
    if (here.lang !== language || there.lang !== language) differences.push(`${block.id}: ${here.lang}`);
    const all = (words) => JSON.stringify([...words.childNodes].map(shape).filter(Boolean));
    const [made, given] = [all(here), all(there)];
    if (made !== given) differences.push(`${block.id}: ${made} ${given}`);
  }
  return [blocks.length, differences];
}"""


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_browser_and_build_make_the_same_elements(open_page: Opener, playbook: str) -> None:
    page = open_page(playbook_path(playbook))
    ready(page)
    for language in LANGUAGES:
        page.locator("[data-words-language]").first.select_option(language)
        expect(page.locator("[data-words]").first).to_have_attribute("lang", language)
        count, differences = page.evaluate(COMPARE, [playbook_path(playbook, language), language])
        assert count > 0
        assert differences == []
