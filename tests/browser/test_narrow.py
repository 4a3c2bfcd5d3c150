"""A phone in one hand: nothing scrolls sideways, and copying stays under the thumb."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from catalogue import LANGUAGES, Catalogue, playbook_path
from hands import fill_panel, ready, template
from playwright.sync_api import Page, expect

Opener = Callable[..., Page]

# What sticks out, so that a failure names it.
TOO_WIDE = """() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const sticksOut = (element) => element.getBoundingClientRect().right > innerWidth + 1;
  const wide = [...document.body.querySelectorAll('*')].filter(sticksOut);
  return [`${document.documentElement.scrollWidth} px`, ...wide.slice(0, 5).map((e) => e.outerHTML.slice(0, 100))];
}"""


def test_no_page_scrolls_sideways_at_320_pixels(open_page: Opener, pages: list[str]) -> None:
    page = open_page("/404.html", width=320, height=640)
    root = page.url.removesuffix("/404.html")
    wide = {}
    for path in pages:
        page.goto(root + path)
        ready(page)
        if found := page.evaluate(TOO_WIDE):
            wide[path] = found
    assert len(pages) > 60
    assert wide == {}


def test_long_values_do_not_make_the_page_wider(open_page: Opener) -> None:
    page = open_page(playbook_path("announce-a-delay"))
    page.locator("[data-field=client]").fill("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3)
    page.locator("[data-field=cause]").fill("https://example.org/" + "a" * 400)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.quick
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bar_sticks_to_the_lower_edge_while_its_template_is_in_view(
    open_page: Opener, catalogue: Catalogue, language: str
) -> None:
    height = 740
    page = open_page(playbook_path("announce-a-delay", language), width=360, height=height)
    for row in catalogue.templates_of("announce-a-delay"):
        ready(page)
        block = template(page, row["id"])
        copy = block.locator("button[data-copy=all]")
        # the middle of the words in the middle of the screen
        block.evaluate(
            "e => { const box = e.getBoundingClientRect();"
            " scrollTo(0, scrollY + box.top + Math.min(box.height, innerHeight) / 2 - innerHeight / 2); }"
        )
        expect(copy).to_be_in_viewport(ratio=1)
        bar, words = block.locator("[data-bar]").bounding_box(), block.bounding_box()
        assert bar is not None
        assert words is not None
        if words["y"] + words["height"] > height:
            assert abs(bar["y"] + bar["height"] - height) <= 1, row["id"]
        assert bar["height"] < height / 2
        click = page.evaluate(
            "([x, y]) => document.elementFromPoint(x, y)?.closest('button')?.dataset.copy",
            [copy.bounding_box()["x"] + 5, copy.bounding_box()["y"] + 5],
        )
        assert click == "all", "something covers the button"
    page.evaluate("scrollTo(0, 0)")
    expect(template(page, "announce-a-delay-email").locator("[data-bar]")).not_to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_touched_is_large_enough(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path("own-a-mistake", language), width=360, height=740)
    ready(page)
    small = page.locator(
        "article button:visible, article label:has(input), .sections a, header button:visible"
    ).evaluate_all(
        """all => all.filter((one) => !one.dataset.blank)
          .map((one) => [one.outerHTML.slice(0, 100), one.getBoundingClientRect()])
          .filter(([, box]) => box.width && Math.min(box.width, box.height) < 24)
          .map(([html, box]) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${html}`)"""
    )
    assert small == []


@pytest.mark.parametrize(("width", "height"), [(320, 256), (740, 360)])
def test_a_low_sheet_shows_the_field_that_is_filled(open_page: Opener, width: int, height: int) -> None:
    page = open_page(playbook_path("announce-a-delay"), width=width, height=height)
    ready(page)
    page.locator("#announce-a-delay-email [data-open-blanks]").click()
    sheet = page.locator("dialog.sheet")
    covered = """(field) => {
      const box = field.getBoundingClientRect();
      const inside = [box.top + 3, box.bottom - 3].map((y) => document.elementFromPoint(box.left + 20, y));
      return box.top < 0 || box.bottom > innerHeight || inside.some((one) => one !== field);
    }"""
    for _ in range(4):
        field = sheet.locator("[data-field]:visible")
        expect(field).to_be_focused()
        assert not field.evaluate(covered)
        sheet.locator("[data-step-next]").click()
    expect(sheet.locator("[data-sentence]")).to_be_hidden()


@pytest.mark.parametrize("height", [200, 256])
@pytest.mark.parametrize("language", LANGUAGES)
def test_at_400_percent_a_field_has_its_label_beside_the_way_out(
    open_page: Opener, language: str, height: int
) -> None:
    page = open_page(playbook_path("announce-a-delay", language), width=320, height=height)
    ready(page)
    template(page, "announce-a-delay-email").locator("[data-open-blanks]").click()
    sheet = page.locator("dialog.sheet")
    for _ in range(8):
        expect(sheet.locator("[data-field]:visible")).to_be_focused()
        parts = (".field:not([hidden]) > label", "[data-field]:visible", "[data-steps]", "[data-close-blanks]")
        label, field, steps, close = (sheet.locator(part).first.bounding_box() for part in parts)
        assert label
        assert field
        assert steps
        assert close
        assert label["y"] >= 0
        assert close["y"] < label["y"] + label["height"] <= field["y"] + 1
        assert close["y"] + close["height"] <= field["y"]
        assert field["y"] + field["height"] <= steps["y"] + 1
        assert steps["y"] + steps["height"] <= height
        sheet.locator("[data-step-next]").click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_400_percent_words_of_the_letter_are_in_view(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path("announce-a-delay", language), width=320, height=200)
    ready(page)
    block = template(page, "announce-a-delay-email")
    block.evaluate("e => e.scrollIntoView()")
    words = block.locator("[data-part=body] p").nth(1)
    words.evaluate("e => e.scrollIntoView()")
    free = words.evaluate(
        "e => document.elementFromPoint(100, innerHeight - 4)?.closest('[data-part=body]') !== null"
    )
    assert free, "the bar lies on the words"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_remembered_and_erased_is_asked_at_both_ends_alone(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path("announce-a-delay", language), width=360, height=740)
    ready(page)
    template(page, "announce-a-delay-email").locator("[data-open-blanks]").click()
    sheet = page.locator("dialog.sheet")
    seen = []
    expect(sheet.locator("[data-field]:visible")).to_be_focused()
    while True:
        keeping = [sheet.locator(part).is_visible() for part in ("[data-keep-client]", "[data-forget]")]
        seen.append(all(keeping))
        assert all(keeping) == any(keeping)
        if sheet.locator("[data-step-copy]").is_visible():
            break
        sheet.locator("[data-step-next]").click()
    assert seen == [True, *[False] * (len(seen) - 2), True]
    quiet = sheet.locator("[data-forget]").evaluate("e => getComputedStyle(e).borderTopColor")
    assert quiet == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize(("language", "height"), [("en", 740), ("fr", 640), ("uk", 568)])
def test_what_is_said_in_the_sheet_covers_none_of_its_controls(
    open_page: Opener, language: str, height: int
) -> None:
    page = open_page(playbook_path("announce-a-delay", language), width=320, height=height)
    ready(page)
    template(page, "announce-a-delay-email").locator("[data-open-blanks]").click()
    sheet = page.locator("dialog.sheet")
    sheet.locator("[data-field]:visible").fill("R&D")
    sheet.locator("[data-forget]").click()
    expect(sheet.locator("[data-undo]")).to_be_visible()
    for control in sheet.locator(".blanks :is(button, input, select, textarea):enabled:visible").all():
        control.click(trial=True, timeout=2000)
        control.evaluate("e => e.scrollIntoView({block: 'nearest'})")
        box, said = control.bounding_box(), sheet.locator(".toast").bounding_box()
        assert box
        assert said
        assert box["y"] >= said["y"] + said["height"] - 1, control.inner_text()
    sheet.locator(".message").click()  # closes nothing
    sheet.locator("[data-undo]").click()
    expect(sheet.locator("[data-field]:visible")).to_have_value("R&D")


@pytest.mark.parametrize("language", LANGUAGES)
def test_above_a_keyboard_the_steps_lie_below_what_is_asked(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path("announce-a-delay", language), width=360, height=430)
    ready(page)
    page.locator("#announce-a-delay-email [data-open-blanks]").click()
    sheet = page.locator("dialog.sheet")
    parts = [sheet.locator(part) for part in ("[data-field]:visible", "[data-quick]", "[data-steps]")]
    while sheet.locator("[data-field=new-date]").is_hidden():
        sheet.locator("[data-step-next]").click()
        expect(sheet.locator("[data-field]:visible")).to_be_focused()
        field, quick, steps = (part.bounding_box() if part.is_visible() else None for part in parts)
        assert field
        assert steps
        assert field["y"] + field["height"] <= (quick or steps)["y"]
        assert (quick["y"] + quick["height"] if quick else 0) <= steps["y"]
        assert steps["y"] + steps["height"] <= 430
        assert sheet.locator("[data-sentence]").evaluate("e => e.clientHeight") <= 60
        expect(sheet.locator("[data-close-blanks]")).to_be_in_viewport(ratio=1)


def test_a_warning_is_shown_once_where_it_belongs_and_said_besides(open_page: Opener) -> None:
    page = open_page(playbook_path("announce-a-delay"), width=360, height=740)
    fill_panel(page, {"old-date": "2027-03-15"})
    page.locator("#announce-a-delay-email [data-blank=new-date]").first.click()
    date = page.locator("dialog.sheet [data-field=new-date]")
    date.fill("2027-03-01")
    date.blur()
    expect(page.locator("#field-new-date-warning")).to_contain_text("isn’t later")
    expect(page.locator("[role=status]")).to_contain_text("isn’t later")
    expect(page.locator("[role=status].is-shown")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(740, 360), (1280, 800)])
def test_the_bar_stays_at_the_edge_of_every_screen(open_page: Opener, width: int, height: int) -> None:
    page = open_page(playbook_path("announce-a-delay"), width=width, height=height)
    ready(page)
    block = template(page, "announce-a-delay-email")
    block.evaluate("e => scrollTo(0, scrollY + e.getBoundingClientRect().top)")
    bar = block.locator("[data-bar]").bounding_box()
    assert bar
    assert bar["height"] <= 56
    assert abs(bar["y"] + bar["height"] - height) <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_section_of_the_head_is_cut(open_page: Opener, language: str) -> None:
    page = open_page("/" if language == "en" else f"/{language}/", width=320, height=640)
    for link in page.locator(".sections a").all():
        expect(link).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wide_screen_shows_all_that_may_have_happened(open_page: Opener, language: str) -> None:
    page = open_page("/" if language == "en" else f"/{language}/", width=1280, height=800)
    for link in page.locator(".situations a").all():
        expect(link).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [360, 390])
@pytest.mark.parametrize("language", ["en", "fr", "uk"])
def test_no_word_of_a_bar_is_cut_on_a_phone(open_page: Opener, language: str, width: int) -> None:
    page = open_page(playbook_path("own-a-mistake", language), width=width, height=740)
    ready(page)
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.template__bar > .button')]
          .filter((button) => button.checkVisibility() && button.scrollWidth > button.clientWidth)
          .map((button) => button.textContent.trim())"""
    )
    assert cut == []


# Lines of each value, or of the day in a long date, and whether it lies within the words.
VALUES = """(page) => [...page.querySelectorAll('.is-whole')].map((value) => {
  const boxes = [...value.getClientRects()];
  const { right } = value.closest('.template__words').getBoundingClientRect();
  return [value.textContent, boxes.length, boxes.every((box) => box.right <= right)];
})"""
WHOLE = {
    "new-date": "2026-12-08",
    "next-date": "2026-12-09",
    "next-time": "11:00",
    "amount": "1250",
    "phone": "020 7946 0958",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 360, 393])
@pytest.mark.parametrize("playbook", ["announce-a-delay", "make-amends"])
def test_dates_hours_and_numbers_stay_on_one_line(
    open_page: Opener, playbook: str, language: str, width: int
) -> None:
    page = open_page(playbook_path(playbook, language), width=width, height=740)
    fill_panel(page, WHOLE)
    expect(page.locator(".is-whole").first).to_be_visible()
    found = [tuple(one) for one in page.locator("article").evaluate(VALUES)]
    assert len(found) > 4
    assert [one for one in found if one[1] > 1 or not one[2]] == []
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_rehearsal_stands_beside_the_call(open_page: Opener, language: str, width: int) -> None:
    page = open_page(playbook_path("announce-a-delay", language), width=width, height=740)
    script = template(page, "announce-a-delay-phone")
    call, rehearsal = (
        script.locator(part).bounding_box() for part in ("[data-open-call]", "[data-open-rehearsal]")
    )
    assert call
    assert rehearsal
    assert call["y"] == rehearsal["y"]
    assert call["x"] + call["width"] <= rehearsal["x"]
