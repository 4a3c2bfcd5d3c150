"""The call desk: a script line by line, what comes before and after the call, and the rehearsal; by keyboard, by
finger, on low screens, without a connection and without storage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from catalogue import LANGUAGES, Catalogue, playbook_path
from hands import field, message, template
from playwright.sync_api import Locator, Page, expect

Opener = Callable[..., Page]

DELAY = "announce-a-delay"
PHONE = f"{DELAY}-phone"
FRUSTRATED = "frustrated-client"
NAME = {"en": "Call mode", "fr": "Mode appel", "uk": "Режим розмови"}
MEETING = {
    "en": ("Meeting script", "Start meeting mode", "Meeting mode"),
    "fr": ("Trame de réunion", "Passer en mode réunion", "Mode réunion"),
    "uk": ("Сценарій зустрічі", "Режим зустрічі", "Режим зустрічі"),
}
LOW = [(740, 360), (320, 256)]
REFUSED = (
    "Object.defineProperty(window, '{}', {{get() {{ throw new DOMException('refused', 'SecurityError'); }}}})"
)

# The first words of a button lie within it; what screen readers get, and the count on its corner, do not matter.
FITS = """(button) => {
  const range = document.createRange();
  const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    range.selectNodeContents(text);
    const words = range.getBoundingClientRect();
    const box = button.getBoundingClientRect();
    if (words.width) return words.left >= box.left && words.right <= box.right;
  }
  return true;
}"""


def opener(page: Page, name: str = PHONE) -> Locator:
    return template(page, name).locator("[data-open-call]")


def desk(page: Page) -> Locator:
    return page.locator("dialog.call[open]")


def words(page: Page) -> Locator:
    return desk(page).locator("[data-call-words]")


def said(page: Page) -> Locator:
    """The button of what they may say."""
    return desk(page).locator(".call__said")


def branches(page: Page) -> Locator:
    return desk(page).locator("[data-branch]")


def start(page: Page, name: str = PHONE, language: str = "en") -> Locator:
    """Open call mode by keyboard, and pass by the blanks to the first line."""
    opener(page, name).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name=NAME[language])).to_be_visible()
    if desk(page).locator("[data-call-before]").is_visible():
        page.keyboard.press("ArrowRight")
    expect(words(page)).to_be_visible()
    return desk(page)


def walk(page: Page) -> Iterator[int]:
    """Every line of the script from here, by the right arrow; afterwards one is at the end."""
    for number in range(200):
        if desk(page).locator("[data-call-after]").is_visible():
            return
        yield number
        page.keyboard.press("ArrowRight")
    raise AssertionError("the script does not end")


def to_the_end(page: Page) -> None:
    for _ in walk(page):
        pass


def script(catalogue: Catalogue, name: str, language: str) -> list[tuple[str, str]]:
    """(kind, words) of the paragraphs of the script without its blanks."""
    paragraphs = catalogue.templates[name]["body"][language].split("\n\n")
    return [(kind(text), bare(re.sub(r"\{([^{}]*)\}|\[\[|\]\]", said_by_one, text))) for text in paragraphs]


def said_by_one(found: re.Match[str]) -> str:
    """What stands in place of a blank, which is empty, or of forms: that of one person, if it is one form."""
    forms = (found[1] or "").split("|")
    return forms[0] if len(forms) > 1 and forms[0] == forms[1] else " "


def kind(text: str) -> str:
    return "branch" if text.rstrip().endswith(":") else "direction" if text.startswith("(") else "speech"


def bare(text: str) -> str:
    """Words only, without who says them."""
    return " ".join(re.findall(r"\w+", re.sub(r"^[^\W\d_]+\s?: ", "", text)))


def without_gaps(shown: Locator) -> str:
    return str(
        shown.evaluate(
            "e => { const c = e.cloneNode(true);"
            " c.querySelectorAll('.call__gap').forEach((g) => g.replaceWith(' ')); return c.textContent; }"
        )
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_and_every_branch_comes_by_keyboard_alone(
    open_page: Opener, catalogue: Catalogue, language: str
) -> None:
    page = open_page(playbook_path(DELAY, language))
    start(page, language=language)
    lines = [bare(without_gaps(words(page))) for _ in walk(page)]
    page.keyboard.press("ArrowLeft")
    for number in range(branches(page).count()):
        said(page).focus()
        page.keyboard.press("Enter")
        expect(branches(page).first).to_be_focused()
        for _ in range(number):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        while desk(page).locator(".call__case").inner_text():
            lines.append(bare(without_gaps(words(page))))
            page.keyboard.press("ArrowRight")
    wanted = [text for what, text in script(catalogue, PHONE, language) if what != "branch"]
    assert len(lines) == len(wanted)
    # What is left out with its blank is not reckoned here; every other line is there to the letter.
    assert len(set(lines) & set(wanted)) >= len(wanted) * 0.8
    page.keyboard.press("Escape")
    expect(desk(page)).to_have_count(0)
    expect(opener(page)).to_be_focused()


@pytest.mark.quick
def test_what_is_blank_is_shown_before_the_call_and_can_be_filled_there(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    opener(page).focus()
    page.keyboard.press("Enter")
    left = desk(page).locator("[data-call-left]")
    fill = desk(page).get_by_role("button", name="Fill in", exact=True)
    expect(fill).to_be_focused()
    expect(words(page)).to_be_visible()  # the first of them: whoever is in a hurry reads at once
    count = int(left.get_attribute("data-call-left") or 0)
    assert count > 2
    expect(left).to_have_text(f"{count} blanks left")
    page.keyboard.press("Enter")
    asked = page.locator("dialog.sheet [data-field]:visible")
    expect(asked).to_be_focused()
    asked.fill("Nadia")
    page.keyboard.press("Escape")
    expect(left).to_have_text(f"{count - 1} blanks left")
    go_on = desk(page).get_by_role("button", name="Call anyway")
    expect(go_on).to_be_focused()
    page.keyboard.press("Enter")
    expect(words(page)).to_be_visible()
    expect(desk(page).get_by_role("button", name="Next")).to_be_focused()
    assert "[" not in words(page).inner_text()


@pytest.mark.quick
def test_every_blank_filled_leads_to_the_call(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY), width=360, height=740)
    opener(page).click()
    expect(desk(page).locator("[data-call-left]")).to_have_text(re.compile(r"^\d+ blanks left$"))
    desk(page).get_by_role("button", name="Fill in", exact=True).click()
    while True:  # one after the other, in the order of the words, those of optional passages too
        control = page.locator("[data-field]:visible")
        expect(control).to_be_focused()
        if control.evaluate("e => e.tagName") == "SELECT":
            control.select_option(index=1)
        elif control.get_attribute("type") in ("date", "time"):
            control.fill("2027-03-02" if control.get_attribute("type") == "date" else "10:30")
        else:
            control.fill("words")
        following = page.locator("[data-step-next]")
        if not following.is_visible():
            break
        following.click()
    page.locator("[data-close-blanks]").click()
    expect(desk(page).locator("[data-call-left]")).to_have_text("No blanks left")
    desk(page).get_by_role("button", name="Start the call").click()
    for _ in walk(page):
        expect(words(page).locator(".call__gap")).to_have_count(0)
    page.keyboard.press("Escape")
    page.reload()
    opener(page).click()
    expect(words(page)).to_be_visible()  # nothing is blank: straight to the first line


def test_an_empty_blank_is_a_gap_with_its_label(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    start(page)
    gap = words(page).locator(".call__gap--blank").first
    expect(gap).to_be_visible()
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    assert gap.locator(".call__gap-label").evaluate(size) == words(page).evaluate(size)
    assert gap.evaluate("e => getComputedStyle(e).borderBottomStyle") == "dashed"
    for _ in walk(page):
        assert not re.search(r"[\[\]]", words(page).inner_text())


@pytest.mark.quick
def test_a_branch_can_be_taken_at_any_line_and_leads_back(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    start(page)
    total = branches(page).count()
    assert total >= 2
    for number in range(3):
        there = words(page).inner_text()
        said(page).click()
        expect(said(page)).to_have_attribute("aria-expanded", "true")
        expect(words(page)).to_be_hidden()
        choice = branches(page).nth(number % total)
        title = choice.inner_text()
        choice.click()
        expect(desk(page).locator(".call__case")).to_have_text(title.split("\n")[0])
        while desk(page).locator(".call__leads").inner_text() != "Then back to the script":
            page.keyboard.press("Enter")
        desk(page).get_by_role("button", name="Next", exact=True).click()
        expect(desk(page).locator(".call__leads")).to_be_empty()
        assert words(page).inner_text() == there
        page.keyboard.press("ArrowRight")
    said(page).click()
    expect(desk(page).locator(".is-visited")).to_have_count(min(3, total))


def test_escape_leaves_the_branches_first_then_the_call_and_the_place_is_kept(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    start(page)
    page.keyboard.press("ArrowRight")
    there = words(page).inner_text()
    said(page).click()
    page.keyboard.press("Escape")
    expect(words(page)).to_be_visible()
    expect(said(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(desk(page)).to_have_count(0)
    expect(opener(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(words(page)).to_have_text(re.compile(re.escape(there.split()[0])))
    assert words(page).inner_text() == there


def test_back_is_disabled_at_the_first_line_and_there_is_one_way_out(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    start(page)
    back = desk(page).get_by_role("button", name="Back", exact=True)
    expect(back).to_be_disabled()
    first = words(page).inner_text()
    page.keyboard.press("ArrowLeft")
    assert words(page).inner_text() == first
    page.keyboard.press("ArrowRight")
    expect(back).to_be_enabled()
    back.focus()
    page.keyboard.press("Enter")
    expect(back).to_be_disabled()
    expect(desk(page).get_by_role("button", name="Next")).to_be_focused()
    for _ in walk(page):
        expect(desk(page).get_by_role("button", name="Leave call mode")).to_have_count(1)
    expect(desk(page).get_by_role("button", name="Leave call mode")).to_have_count(0)
    expect(desk(page).get_by_role("button", name="Done")).to_have_count(1)


@pytest.mark.parametrize(("width", "height"), [*LOW, (360, 740), (1280, 800)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_never_move_and_have_two_fifths_of_the_screen(
    open_page: Opener, language: str, width: int, height: int
) -> None:
    page = open_page(playbook_path(FRUSTRATED, language), width=width, height=height)
    start(page, f"{FRUSTRATED}-phone", language)
    boxes = set()
    steps = set()
    for _ in walk(page):
        box = words(page).bounding_box()
        next_one = desk(page).locator(".call__next").bounding_box()
        assert box is not None
        assert next_one is not None
        boxes.add((box["y"], box["height"]))
        steps.add((round(next_one["x"]), round(next_one["y"])))
        assert desk(page).evaluate("e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight")
        for control in desk(page).get_by_role("button").all():
            expect(control).to_be_in_viewport(ratio=1)
            assert control.evaluate(FITS), control.inner_text()
    assert len(boxes) == len(steps) == 1
    assert boxes.pop()[1] >= 0.4 * height


@pytest.mark.parametrize(("width", "height"), LOW)
def test_on_a_low_screen_long_words_and_notes_are_within_reach(open_page: Opener, width: int, height: int) -> None:
    page = open_page(playbook_path(DELAY), width=width, height=height)
    for name in ("client", "project"):
        field(page, name).evaluate(
            "e => { e.value = 'a long name '.repeat(20); e.dispatchEvent(new Event('input', {bubbles: true})); }"
        )
    start(page)
    while words(page).evaluate("e => e.scrollHeight <= e.clientHeight"):
        page.keyboard.press("ArrowRight")
    for _ in range(40):
        page.keyboard.press("ArrowDown")
    assert words(page).evaluate("e => e.scrollTop + e.clientHeight >= e.scrollHeight - 2")
    desk(page).locator(".call__note").click()
    notes = desk(page).get_by_label("Notes", exact=False).locator("visible=true").last
    expect(notes).to_be_focused()
    page.keyboard.type("by Friday")
    page.keyboard.press("Escape")
    expect(words(page)).to_be_visible()
    expect(desk(page).locator(".call__note")).to_be_focused()
    expect(desk(page).locator(".call__note")).to_have_text("Notes")
    page.keyboard.press("Enter")
    back = desk(page).locator(".call__steps button:visible")
    expect(back).to_have_text("Back to the line")
    assert back.evaluate(FITS)
    back.click()
    expect(words(page)).to_be_visible()


def test_whose_line_it_is_shows_by_label_place_and_border(open_page: Opener) -> None:
    page = open_page(playbook_path(FRUSTRATED))
    start(page, f"{FRUSTRATED}-phone")
    looks: dict[str, tuple[str, ...]] = {}
    for _ in walk(page):
        who = desk(page).locator(".call__line").get_attribute("data-kind") or ""
        looks[who] = (
            *tuple(
                words(page).evaluate(
                    "e => { const s = getComputedStyle(e);"
                    " return [s.color, s.marginInlineStart, s.borderInlineStartStyle, s.fontStyle]; }"
                )
            ),
            desk(page).locator(".call__who").inner_text(),
        )
    assert {"say", "they"} <= set(looks)
    mine, theirs = looks["say"], looks["they"]
    assert all(mine[at] != theirs[at] for at in (0, 1, 2, 4))


def test_the_page_behind_is_out_of_reach(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    start(page)
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )


def test_the_words_are_filled_and_speak_the_clients_language(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    field(page, "client").fill("Олена")
    template(page, PHONE).locator("[data-words-language]").select_option("uk")
    start(page)
    expect(words(page)).to_contain_text("Олено")
    expect(words(page)).to_have_attribute("lang", "uk")
    expect(desk(page).get_by_role("button", name="Next")).to_be_visible()


def note(page: Page) -> Locator:
    return desk(page).locator("textarea")


def test_notes_stay_with_their_playbook_and_their_client(open_page: Opener) -> None:
    page = open_page(playbook_path(FRUSTRATED))
    start(page, f"{FRUSTRATED}-phone")
    note(page).focus()
    page.keyboard.type("Proofs by Friday, one contact. ")
    page.keyboard.press("Escape")
    body = template(page, f"{FRUSTRATED}-email").locator("[data-part=body]")
    expect(body).to_contain_text("Proofs by Friday, one contact.")
    # the client gets a name during the call: they are that client's
    field(page, "client").press_sequentially("Nadia")
    field(page, "client").press("Tab")
    expect(body).to_contain_text("Proofs by Friday, one contact.")
    # another client's are other notes
    field(page, "client").fill("Marc")
    field(page, "client").press("Tab")
    expect(body).not_to_contain_text("Proofs by Friday")
    expect(field(page, "notes")).to_have_value("")
    field(page, "client").fill("Nadia")
    field(page, "client").press("Tab")
    expect(body).to_contain_text("Proofs by Friday")
    # another playbook has none of them, with the same client
    page.goto(page.url.replace(FRUSTRATED, DELAY))
    expect(field(page, "client")).to_have_value("Nadia")
    start(page)
    expect(note(page)).to_have_value("")
    note(page).fill("noted elsewhere")
    # the same playbook in another language is the same playbook
    page.goto(page.url.split("/playbooks/")[0] + playbook_path(FRUSTRATED, "fr"))
    expect(field(page, "notes")).to_have_value("Proofs by Friday, one contact.")


def test_whoever_types_on_while_a_call_closes_keeps_the_focus(open_page: Opener) -> None:
    page = open_page(playbook_path(FRUSTRATED))
    start(page, f"{FRUSTRATED}-phone")
    # the browser tells of the closing after the dialog is gone: here, as late as on a busy phone
    page.evaluate(
        """() => {
          const dialog = document.querySelector('dialog[open]');
          dialog.close();
          document.querySelector('[data-field=client]').focus();
        }"""
    )
    page.keyboard.type("Nadia")
    expect(field(page, "client")).to_be_focused()
    expect(field(page, "client")).to_have_value("Nadia")


@pytest.mark.quick
def test_after_the_call_notes_email_date_and_checklist_follow(open_page: Opener) -> None:
    page = open_page(playbook_path(FRUSTRATED), clipboard=True)
    field(page, "new-date").fill("2027-03-02")
    start(page, f"{FRUSTRATED}-phone")
    to_the_end(page)
    after = desk(page).locator("[data-call-after]")
    expect(after.get_by_role("heading")).to_be_focused()
    note(page).fill("Proofs by Friday")
    after.locator("[data-copy-notes]").click()
    expect(message(page)).to_have_text("Notes copied.")
    assert page.evaluate("navigator.clipboard.readText()") == "Proofs by Friday"
    with page.expect_download() as download:
        after.locator("[data-call-date]").click()
    assert "DTSTART;VALUE=DATE:20270302" in download.value.path().read_text("utf-8")
    links = [link.get_attribute("href") or "" for link in after.get_by_role("link").all()]
    assert links[-1].endswith("/playbooks/make-amends/")  # a list for before or during the call comes too late now
    email = page.locator(links[0])
    expect(email).to_have_attribute("data-channel", "email")
    after.get_by_role("link", name="Write the email").press("Enter")
    expect(desk(page)).to_have_count(0)
    expect(email).to_be_focused()
    expect(email).to_be_in_viewport()
    expect(email.locator("[data-part=body]")).to_contain_text("Proofs by Friday")


def test_a_list_that_was_begun_can_be_finished_after_the_call(open_page: Opener) -> None:
    page = open_page(playbook_path(FRUSTRATED))
    page.locator("[data-checklist] input").first.check()
    start(page, f"{FRUSTRATED}-phone")
    to_the_end(page)
    desk(page).get_by_role("link", name="Tick off the rest").click()
    expect(page.locator("[data-checklist]").first).to_be_focused()


def test_the_last_button_after_a_call_is_a_quiet_way_out(open_page: Opener) -> None:
    page = open_page(playbook_path(FRUSTRATED), width=360, height=740)
    start(page, f"{FRUSTRATED}-phone")
    to_the_end(page)
    ways = desk(page).locator(".call__act :is(.button, textarea)")
    assert len({round(way.bounding_box()["width"]) for way in ways.all()}) == 1  # type: ignore[index]
    done = desk(page).get_by_role("button").last
    expect(done).to_have_text("Done")
    expect(done).not_to_have_class(re.compile("primary"))
    done.click()
    expect(desk(page)).to_have_count(0)
    expect(opener(page, f"{FRUSTRATED}-phone")).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(320, 568), (360, 740)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_every_button_fit_in_every_stage(
    open_page: Opener, language: str, width: int, height: int
) -> None:
    page = open_page(playbook_path(DELAY, language), width=width, height=height)
    burst = set()

    def look(stage: str) -> None:
        for button in desk(page).locator("button:visible").all():
            fits = "e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight + 1"
            if not (button.evaluate(fits) and button.evaluate(FITS)):
                burst.add((stage, button.inner_text()))

    opener(page).click()
    expect(desk(page)).to_be_visible()
    look("before")
    page.keyboard.press("ArrowRight")
    look("line")
    for number in range(branches(page).count()):
        said(page).click()
        look("asked")
        expect(desk(page).locator(".button--primary:visible")).to_have_count(1)
        expect(desk(page).locator(".call__next")).to_be_hidden()
        branches(page).nth(number).click()
        while not desk(page).locator(".call__leads").inner_text():
            page.keyboard.press("ArrowRight")
        look("end of a branch")
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    opener(page).click()
    to_the_end(page)
    look("after")
    assert burst == set()


def test_without_a_new_date_there_is_none_to_save(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    start(page)
    to_the_end(page)
    expect(desk(page).locator("[data-call-date]")).to_have_count(0)
    expect(desk(page).locator("[data-copy-notes]")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(words(page)).to_be_visible()


def test_without_storage_everything_lasts_as_long_as_the_page(open_page: Opener) -> None:
    page = open_page("/404.html", fresh=True)
    for area in ("localStorage", "sessionStorage"):
        page.add_init_script(REFUSED.format(area))
    page.goto(page.url.replace("/404.html", playbook_path(FRUSTRATED)))
    start(page, f"{FRUSTRATED}-phone")
    note(page).fill("Kept in the page")
    page.keyboard.press("Escape")
    body = template(page, f"{FRUSTRATED}-email").locator("[data-part=body]")
    expect(body).to_contain_text("Kept in the page")
    start(page, f"{FRUSTRATED}-phone")
    expect(note(page)).to_have_value("Kept in the page")


def test_once_opened_it_works_without_a_connection(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY), fresh=True)
    start(page)
    page.context.set_offline(True)
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    said(page).click()
    branches(page).first.click()
    to_the_end(page)
    note(page).fill("noted offline")
    page.keyboard.press("Escape")
    start(page)
    expect(note(page)).to_have_value("noted offline")
    assert [address for address in failed if "keeping" not in address] == []  # what begins to keep pages may wait


def test_the_clock_starts_with_the_first_step_and_is_quiet(open_page: Opener) -> None:
    page = open_page("/404.html", fresh=True)
    page.clock.install()
    page.goto(page.url.replace("/404.html", playbook_path(DELAY)))
    call = start(page)
    clock = call.get_by_role("timer")
    page.clock.run_for(5000)
    expect(clock).to_have_text("0:00")
    page.keyboard.press("ArrowRight")
    page.clock.run_for(65_000)
    expect(clock).to_have_text("1:05")
    expect(clock).to_have_attribute("aria-live", "off")


def test_a_finger_swipes_through_the_script(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY), width=360, height=740, has_touch=True, is_mobile=True)
    opener(page).tap()
    desk(page).get_by_role("button", name="Call anyway").tap()
    first = words(page).inner_text()
    session = page.context.new_cdp_session(page)

    def swipe(start_x: int, end_x: int) -> None:
        for what, x in (("touchStart", start_x), ("touchMove", (start_x + end_x) // 2), ("touchMove", end_x)):
            session.send("Input.dispatchTouchEvent", {"type": what, "touchPoints": [{"x": x, "y": 240}]})
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    swipe(300, 60)
    expect(words(page)).not_to_have_text(first)
    swipe(60, 300)
    assert words(page).inner_text() == first


def rehearse(page: Page, name: str = PHONE) -> Locator:
    template(page, name).locator("[data-open-rehearsal]").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Rehearsal")).to_be_visible()
    return desk(page)


@pytest.mark.quick
def test_a_rehearsal_asks_and_shows_the_words_when_they_are_wanted(open_page: Opener) -> None:
    page = open_page(playbook_path(FRUSTRATED))
    room = rehearse(page, f"{FRUSTRATED}-phone")
    answer = room.locator(".call__row")
    total = int((room.locator(".call__position").inner_text()).split()[-1])
    assert total >= template(page, f"{FRUSTRATED}-phone").locator("details.branch").count() >= 2
    asked = []
    for number in range(total):
        expect(room.locator(".call__position")).to_have_text(f"{number + 1} of {total}")
        asked.append(words(page).inner_text())
        expect(answer).to_have_count(0)
        expect(room.get_by_role("button", name="Show the words")).to_be_focused()
        page.keyboard.press("Enter")
        expect(answer.first).to_be_visible()
        expect(room.get_by_role("button", name="Next")).to_be_focused()
        page.keyboard.press("ArrowRight")
    assert len(set(asked)) == total
    expect(room.get_by_role("heading", name="That’s the end of the rehearsal.")).to_be_visible()
    page.keyboard.press("Enter")
    expect(room.get_by_role("button", name="Show the words")).to_be_visible()
    expect(room.get_by_role("timer")).to_be_visible()
    page.keyboard.press("Escape")
    expect(template(page, f"{FRUSTRATED}-phone").locator("[data-open-rehearsal]")).to_be_focused()


def test_a_rehearsal_comes_in_another_order(open_page: Opener) -> None:
    page = open_page(playbook_path(FRUSTRATED))
    firsts = set()
    for _ in range(25):
        rehearse(page, f"{FRUSTRATED}-phone")
        firsts.add(words(page).inner_text())
        page.keyboard.press("Escape")
        if len(firsts) > 1:
            return
    raise AssertionError("always the same order")


@pytest.mark.parametrize(("width", "height"), LOW)
def test_a_rehearsal_on_a_low_screen(open_page: Opener, width: int, height: int) -> None:
    page = open_page(playbook_path(FRUSTRATED), width=width, height=height)
    room = rehearse(page, f"{FRUSTRATED}-phone")
    box = words(page).bounding_box()
    assert box is not None
    assert box["height"] >= 0.4 * height
    page.keyboard.press("Enter")
    shown = room.locator("[data-call-answer]").bounding_box()
    assert shown is not None
    assert shown["height"] >= 0.2 * height
    for control in room.get_by_role("button").all():
        expect(control).to_be_in_viewport(ratio=1)


def test_call_mode_covers_a_small_screen_without_sideways_scrolling(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY, "uk"), width=320, height=568)
    call = start(page, language="uk")
    box = call.bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 320, 568)
    assert call.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    for control in call.get_by_role("button").all():
        expect(control).to_be_in_viewport()
    size = float(words(page).evaluate("e => getComputedStyle(e).fontSize").removesuffix("px"))
    assert size >= 20


LEFT = {
    "en": ("Call left at line 5 · Resume", "Resume at line 5", "From the beginning"),
    "fr": ("Appel interrompu à la réplique 5 · Reprendre", "Reprendre à la réplique 5", "Depuis le début"),
    "uk": (
        "Розмову перервано на репліці 5 · Продовжити",
        "Продовжити з репліки 5",
        "З самого початку",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_call_that_was_left_is_taken_up_where_it_was_in_one_tap(open_page: Opener, language: str) -> None:
    left, resume, restart = LEFT[language]
    page = open_page(playbook_path(DELAY, language), width=320, height=740)
    start(page, language=language)
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    there = words(page).inner_text()
    desk(page).locator(".call__notes-field").fill("Wants it by Friday")
    page.goto(page.url.split("/playbooks/")[0] + "/")
    state = page.locator("[data-begun] .begun__state")
    expect(state).to_have_text(left)
    assert state.evaluate("e => e.scrollWidth <= e.clientWidth")
    page.locator("[data-begun] a").click()
    page.wait_for_url(f"**/{DELAY}/#{DELAY}-phone")
    expect(opener(page)).to_have_text(resume)
    opener(page).click()
    expect(words(page)).to_have_text(there)
    expect(desk(page).locator("[data-call-before]")).to_be_hidden()
    expect(desk(page).locator(".call__position")).to_contain_text(re.compile(r"^5 "))
    expect(desk(page).locator(".call__next")).to_be_focused()
    expect(desk(page).locator(".call__notes-field")).to_have_value("Wants it by Friday")
    expect(desk(page).locator(".call__clock")).not_to_have_text("0:00")
    again = desk(page).get_by_role("button", name=restart)
    top = words(page).bounding_box()["y"]  # type: ignore[index]
    page.keyboard.press("ArrowRight")
    expect(again).to_be_hidden()
    assert words(page).bounding_box()["y"] == top  # type: ignore[index]
    page.keyboard.press("ArrowLeft")
    page.reload()
    opener(page).click()
    again.click()
    expect(desk(page).locator(".call__clock")).to_have_text("0:00")
    expect(desk(page).locator("[data-call-left]")).to_be_visible()
    expect(again).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_to_the_beginning_lies_on_nothing_of_the_line(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path(DELAY, language), width=320, height=256)
    start(page, language=language)
    for _ in walk(page):
        page.keyboard.press("Escape")
        opener(page).click()
        again = desk(page).locator(".call__again")
        if again.is_hidden():
            continue
        box = again.bounding_box()
        who = desk(page).locator(".call__who").bounding_box()
        assert box
        assert who
        assert who["x"] + who["width"] <= box["x"]
        assert box["y"] + box["height"] <= words(page).bounding_box()["y"] + 1  # type: ignore[index]


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_a_call_on_a_phone_held_sideways_the_email_is_in_view(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path(DELAY, language), width=740, height=360)
    start(page, language=language)
    to_the_end(page)
    steps = desk(page).locator(".call__steps").bounding_box()
    email = desk(page).locator(".call__act .button--primary").bounding_box()
    assert steps
    assert email
    assert email["y"] + email["height"] <= steps["y"]
    buttons = desk(page).locator(".call__steps button:visible, .call__head button:visible")
    expect(buttons).to_have_count(2)  # back, and out


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_script_for_people_in_one_room_is_called_a_meeting(open_page: Opener, language: str) -> None:
    page = open_page(playbook_path("team-debrief", language))
    kind, way, mode = MEETING[language]
    expect(template(page, "team-debrief-phone").locator("[data-kind]")).to_have_text(kind)
    expect(opener(page, "team-debrief-phone")).to_have_text(way)
    opener(page, "team-debrief-phone").click()
    expect(page.get_by_role("dialog", name=mode)).to_be_visible()


def test_notes_of_the_same_call_in_two_tabs_agree(open_page: Opener) -> None:
    page = open_page(playbook_path(DELAY))
    field(page, "client").fill("Nadia")
    page.locator("[data-keep-client]").check()
    other = page.context.new_page()
    other.goto(page.url)
    for tab in (page, other):
        tab.set_viewport_size({"width": 360, "height": 740})
        start(tab)
        desk(tab).locator(".call__notes-field").fill("Wants it by Friday")  # and the focus stays there
    desk(other).locator(".call__notes-field").fill("Wants it by Friday, or half of it")
    notes = desk(page).locator(".call__notes-field")
    expect(notes).to_have_value("Wants it by Friday, or half of it")
    notes.press("End")
    notes.press_sequentially(" - maybe")
    expect(notes).to_have_value("Wants it by Friday, or half of it - maybe")
    expect(desk(other).locator(".call__notes-field")).to_have_value("Wants it by Friday, or half of it - maybe")
