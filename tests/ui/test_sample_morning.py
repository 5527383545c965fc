"""What was logged in the sample shop of the pictures agrees with what was bought there."""

from app.bootstrap import open_core
from ui.sample_past import WHO, live_a_morning
from ui.tour import make_sample_shop, now


def test_visits_logged_for_the_one_of_the_pictures_are_days_she_bought_on(tmp_path):
    shop = tmp_path / "shop.db"
    make_sample_shop(shop)
    live_a_morning(shop, now())
    core = open_core(shop, now=now)
    core.stages.decide()
    stage = core.stages.of(core.contacts.search(WHO)[0][0])
    core.close()
    assert (stage.stage, stage.since) == ("slipping", "2026-05-02")
    assert '"visits":34,"gap":21,"last":"2026-03-31"' in stage.why
