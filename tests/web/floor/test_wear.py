"""Used more than trying needs: one page at the bench, with photos; and why not, where the law gives nothing."""

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.web.floor.conftest import Device, Page
from tests.web.floor.test_boxes import BOX, unit_form
from tests.web.floor.walking import Walker
from volte.returns import operations
from volte.returns.views import ReturnView
from volte.runtime import files, shops, tenancy
from volte.runtime.actor import Actor
from volte.warehouse.queries import UnitView

Asked = Callable[..., ReturnView]
Units = Callable[[ReturnView], list[UnitView]]
Now = Callable[[ReturnView], ReturnView]


def photo(colour: int = 90) -> SimpleUploadedFile:
    made = io.BytesIO()
    Image.new("RGB", (64, 48), (colour, 40, 40)).save(made, "JPEG")
    return SimpleUploadedFile(f"{colour}.jpg", made.getvalue(), content_type="image/jpeg")


@pytest.fixture
def one(asked: Asked) -> ReturnView:
    return asked(("l1", 1))


@pytest.fixture
def bench(device: Device, one: ReturnView) -> Page:
    return device.enter(device.scan(one.parcel_code), BOX)


def opened(device: Device, bench: Page, **changes: Any) -> Page:
    """Pressing the button on the checklist, which sends its form elsewhere."""
    found = re.search(r'formaction="([^"]+/wear/opening/)"', bench.html)
    assert found is not None
    return device.send(found[1], bench.fields(unit_form(bench)) | changes)


def proposal(page: Page) -> str:
    found = re.search(r'action="([^"]+/wear/proposal/)"', page.html)
    assert found is not None
    return found[1]


def test_it_is_found_priced_shown_and_waits_for_the_desk(
    device: Device, bench: Page, one: ReturnView, now_of: Now, owner: Actor
) -> None:
    page = opened(device, bench, **{"see-state": "worn"})
    assert "€38.56 at most" in page and "25% · €9.64" in page and "The desk decides" in page
    wrong = device.enter(page, proposal(page), found="stain", photos=photo())
    assert wrong.status == 422 and "Give an amount above zero" in wrong and "One photo is kept." in wrong
    done = device.enter(wrong, proposal(wrong), found="stain", words="à l’ourlet", share="25")
    assert "€9.64 proposed" in done and "Stained. à l’ourlet" not in done
    assert re.search(r'name="see-state" value="worn"[^>]* checked', done.html)
    (found,) = now_of(one).items[0].wear
    assert (found.amount, found.why, len(found.photos)) == (964, "Taché. à l’ourlet", 1)
    with tenancy.entered(owner.shop_id):
        assert Image.open(io.BytesIO(files.read(found.photos[0]))).size == (64, 48)
    graded = device.enter(done, unit_form(done), **{"shown-grade": "C"})
    graded = graded if "Undo" in graded else device.enter(graded, unit_form(graded))
    assert now_of(one).waits_for == "shop"


def test_it_is_taken_back_as_long_as_nothing_is_graded(
    device: Device, bench: Page, one: ReturnView, now_of: Now
) -> None:
    page = opened(device, bench)
    done = device.enter(page, proposal(page), found="smell", amount="5", photos=photo())
    back = device.enter(done, re.findall(r'action="([^"]+/wear/withdrawal/)"', done.html)[0])
    assert "Nothing is taken off" in back and now_of(one).items[0].wear == ()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"found": "stain", "amount": "5"}, "Add a photo of what you found"),
        ({"amount": "5", "photos": "one"}, "Say what was found"),
        ({"found": "stain", "amount": "38.57", "photos": "one"}, "At most €38.56 can be taken off"),
        ({"found": "stain", "amount": "-1", "photos": "one"}, "Give an amount above zero"),
        ({"found": "stain", "amount": "5", "photos": "text"}, "not a picture"),
    ],
)
def test_what_is_missing_is_said(device: Device, bench: Page, fields: dict[str, Any], said: str) -> None:
    page = opened(device, bench)
    sent = {"one": photo(), "text": SimpleUploadedFile("a.jpg", b"no picture", content_type="image/jpeg")}
    if "photos" in fields:
        fields = {**fields, "photos": sent[fields["photos"]]}
    wrong = device.enter(page, proposal(page), **fields)
    assert wrong.status == 422 and said in wrong


def test_a_photo_of_somebody_else_cannot_be_slipped_in(
    device: Device, bench: Page, one: ReturnView, now_of: Now
) -> None:
    page = opened(device, bench)
    wrong = device.enter(page, proposal(page), found="stain", amount="5", kept='["x", "' + "0" * 64 + '"]')
    assert wrong.status == 422 and now_of(one).items[0].wear == ()


def test_why_nothing_can_be_taken_off_is_said_at_the_bench(
    device: Device, asked: Asked, now_of: Now, owner: Actor
) -> None:
    of = asked(("l1", 1), reason="defective")
    operations.approve(by=owner, return_id=of.id)
    bench = device.enter(device.scan(now_of(of).parcel_code), BOX)
    assert "it comes back because it was not as it should have been" in bench and "/wear/opening/" not in bench.html


def test_what_the_bench_may_decide_is_said(device: Device, bench: Page, owner: Actor) -> None:
    shops.change_settings(by=owner, changes={"bench": {"alone": 1500}})
    page = opened(device, bench)
    assert "Up to €15.00 you decide" in page


@pytest.mark.browser
@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium")
def test_by_keys_with_a_camera_that_gives_one_picture_at_a_time_and_a_network_that_goes(
    device: Device, one: ReturnView, now_of: Now, tmp_path: Path
) -> None:
    walker = Walker(executable=shutil.which("chromium") or "", client=device.client)
    for name in ("one.jpg", "two.jpg"):
        (tmp_path / name).write_bytes(photo().read() if name == "one.jpg" else photo(200).read())
    try:
        bench = device.enter(device.scan(one.parcel_code), BOX)
        walker.do(lambda page: page.goto(walker.host + bench.path))
        walker.ready()
        for keys in ("c", "w"):
            walker.do(lambda page: page.locator("#scan:focus").wait_for())
            walker.do(lambda page, keys=keys: page.keyboard.press(keys))
            if keys == "c":
                walker.do(lambda page: page.locator("[name=shown-grade][value=C]").wait_for(state="attached"))
        walker.do(lambda page: page.locator("#photos").wait_for(state="attached"))
        walker.ready()
        for keys in ("b", "2"):
            walker.do(
                lambda page, keys=keys: (
                    page.keyboard.press(keys),
                    page.locator(f"[data-key='{keys}']:checked").wait_for(),
                )
            )
        for name in ("one.jpg", "two.jpg"):
            walker.do(lambda page, name=name: page.set_input_files("#photos", str(tmp_path / name)))
        walker.do(lambda page: page.locator(".drop-file").nth(1).wait_for())
        walker.cut = True
        walker.do(lambda page: page.locator(".floor-main").click())
        walker.do(lambda page: page.locator("[data-unsent]").wait_for())
        assert now_of(one).items[0].wear == ()
        walker.cut = False
        walker.do(lambda page: page.locator(".floor-main").click())
        walker.do(lambda page: page.locator(".floor-wear").wait_for())
        (found,) = now_of(one).items[0].wear
        assert (found.amount, len(found.photos)) == (964, 2)
        assert walker.said == []
    finally:
        walker.close()
