"""The catalogue: found by what is typed or scanned, retired rather than lost."""

import pytest

from app.errors import GoneError, InvalidInputError, Problem
from app.shapes.products import ProductForm
from tests.dumps import logical_dump


@pytest.fixture
def rose(core):
    return core.products.add(
        ProductForm(
            name=" 장미  한 단 ", code="R-1", category="꽃다발", unit="단", price=12_000,
            cost=5_000, barcode="8801234567893", replaces_after_days=30, tax_rate=0,
        )
    )  # fmt: skip


def names(products):
    return [product.name for product in products]


def test_a_product_is_what_was_typed(core, rose):
    row = core.products.get(rose)
    assert (row.name, row.code, row.category, row.unit) == ("장미 한 단", "R-1", "꽃다발", "단")
    assert (row.price, row.cost, row.tax_rate, row.replaces_after_days) == (12_000, 5_000, 0, 30)
    assert not row.retired
    assert core.care.check() == []


def test_a_product_is_found_by_name_initials_code_and_barcode(core, rose):
    core.products.add(ProductForm(name="해바라기"))
    core.products.add(ProductForm(name="해바라기씨"))
    core.products.add(ProductForm(name="분홍 장미"))
    assert names(core.products.find("장미")) == ["장미 한 단", "분홍 장미"]
    assert names(core.products.find("ㅈㅁ")) == ["분홍 장미", "장미 한 단"]
    assert names(core.products.find("해바라기")) == ["해바라기", "해바라기씨"]
    assert names(core.products.find("r-1")) == ["장미 한 단"]
    assert names(core.products.find("장미한")) == ["장미 한 단"]
    assert core.products.find("없는 것") == core.products.find(" ") == []
    assert len(core.products.find("장", limit=1)) == 1
    scanned = core.products.by_barcode(" 8801234567893\n")
    assert scanned is not None
    assert scanned.id == rose
    assert core.products.by_barcode("R-1").id == rose
    assert core.products.by_barcode("4") is None


def test_a_retired_product_is_offered_no_more_but_known(core, rose):
    core.products.retire([rose])
    assert core.products.all() == core.products.find("장미") == []
    assert core.products.by_barcode("8801234567893") is None
    assert core.products.get(rose).retired
    assert names(core.products.all(retired=True)) == ["장미 한 단"]
    core.products.restore([rose])
    assert names(core.products.all()) == ["장미 한 단"]


def test_categories_of_one_name_are_one(core, shop, rose):
    tulip = core.products.add(ProductForm(name="튤립", category="꽃 다발"))
    (shelf,) = core.products.categories()
    assert (shelf.name, shelf.products) == ("꽃다발", 2)
    before = logical_dump(shop)
    core.products.rename_category(shelf.id, "부케")
    assert [(c.name, c.products) for c in core.products.categories()] == [("부케", 2)]
    (shelf,) = core.products.categories()
    core.products.rename_category(shelf.id, "부 케")  # the same, written otherwise
    assert [(c.name, c.products) for c in core.products.categories()] == [("부 케", 2)]
    core.products.retire_category(core.products.categories()[0].id)
    assert core.products.categories() == []
    assert core.products.get(tulip).category == ""
    for _step in ("removed", "renamed", "renamed before"):
        core.history.undo()
    assert logical_dump(shop) == before
    core.products.edit(rose, ProductForm(name="장미", category="꽃다발"))
    assert core.products.get(rose).price is None


def test_a_category_renamed_to_one_that_is_there_joins_it(core, rose):
    core.products.add(ProductForm(name="화분", category="식물"))
    flowers = next(c for c in core.products.categories() if c.name == "꽃다발")
    core.products.rename_category(flowers.id, "식물")
    assert [(c.name, c.products) for c in core.products.categories()] == [("식물", 2)]
    assert core.care.check() == []


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (ProductForm(name="  "), "name"),
        (ProductForm(name="가" * 201), "name"),
        (ProductForm(name="꽃", price=-1), "price"),
        (ProductForm(name="꽃", price=10**15), "price"),
        (ProductForm(name="꽃", tax_rate=1001), "tax_rate"),
        (ProductForm(name="꽃", replaces_after_days=0), "replaces_after_days"),
        (ProductForm(name="꽃", pass_uses=0), "pass_uses"),
    ],
)
def test_what_a_product_cannot_be_is_refused(core, form, field):
    with pytest.raises(InvalidInputError) as caught:
        core.products.add(form)
    assert set(caught.value.problems) == {field}


def test_two_products_on_sale_never_have_one_barcode(core, rose):
    code = "8801234567893"
    with pytest.raises(InvalidInputError) as caught:
        core.products.add(ProductForm(name="꽃", barcode=code))
    assert caught.value.problems == {"barcode": Problem.TAKEN}
    vase = core.products.add(ProductForm(name="화병"))
    with pytest.raises(InvalidInputError):
        core.products.edit(vase, ProductForm(name="화병", barcode=code))
    core.products.edit(rose, ProductForm(name="장미", barcode=code))  # its own
    core.products.retire([rose])
    core.products.edit(vase, ProductForm(name="화병", barcode=code))
    with pytest.raises(InvalidInputError):
        core.products.restore([rose])
    core.products.retire([vase])
    with pytest.raises(InvalidInputError):
        core.products.restore([rose, vase])
    assert core.products.by_barcode(code) is None
    core.products.restore([vase])
    assert core.products.by_barcode(code).id == vase


def test_what_is_not_there_cannot_be_changed(core):
    for act in (
        lambda: core.products.get(5),
        lambda: core.products.retire([5]),
        lambda: core.products.edit(5, ProductForm(name="꽃")),
        lambda: core.products.rename_category(5, "꽃"),
        lambda: core.products.retire_category(5),
    ):
        with pytest.raises(GoneError):
            act()
