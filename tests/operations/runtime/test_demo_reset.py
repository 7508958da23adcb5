"""`volte demo --reset` throws away what the demo made, and nothing of anybody else."""

from pathlib import Path
from typing import Any

import click
import pytest
from django.db import connection

from volte.project import demo_run
from volte.project.demo.playing import curtain
from volte.runtime import shops
from volte.runtime.models import Shop
from volte.runtime.shop_settings import ShopSettings

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    settings.DEMO_SHOP = "demo"
    settings.FILES, settings.FACTS = tmp_path / "files", str(tmp_path / "insights")
    (tmp_path / "insights" / "some-shop").mkdir(parents=True)
    (tmp_path / "files" / "ab").mkdir(parents=True)
    for name in ("demo.json", "psp.sqlite", "psp.sqlite-wal", "secret_key", "files/ab/abcd"):
        (tmp_path / name).write_text("x")
    return tmp_path


def open_shop(handle: str) -> None:
    shops.open_shop(handle=handle, settings=ShopSettings())


def test_rows_files_and_the_providers_memory_go_and_the_secret_stays(home: Path) -> None:
    open_shop("demo")
    demo_run.forget(home)
    assert Shop.objects.count() == 0
    assert [path.name for path in home.iterdir()] == ["secret_key"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_migrations")
        assert cursor.fetchone()[0] > 0


def test_a_database_with_other_shops_is_left_alone(home: Path) -> None:
    open_shop("demo")
    open_shop("maison")
    with pytest.raises(click.ClickException, match="maison"):
        demo_run.forget(home)
    assert Shop.objects.count() == 2
    assert (home / "demo.json").exists()


def test_a_shop_that_was_cut_off_is_known_and_not_taken_for_done(home: Path) -> None:
    assert not curtain.is_cut_off()
    open_shop("demo")
    assert curtain.is_cut_off()
    with pytest.raises(click.ClickException, match="--reset"):
        curtain.rise(file=home / "demo.json", say=lambda line: None)
