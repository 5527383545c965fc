"""What the tests of selling have in common: a till with products, buyers and sales."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.settings import CURRENCY, TAX_ADDED, TAX_RATE
from app.shapes.payments import PaidForm
from app.shapes.products import ProductForm
from app.shapes.sales import LineForm, SaleFilter, SaleForm
from tests.ui.contact_parts import focused, press, write
from ui import sales_parts

ROSE, PEONY, VASE, PASS = "장미 꽃다발", "작약 한 단", "화병", "꽃 정기권"
CODE = "8801234567890"


def till_of(core):
    """Return the till of an open shop."""
    get = core.settings.get
    return sales_parts.till_of(core, lambda: get(CURRENCY), lambda: (get(TAX_ADDED), get(TAX_RATE)))


def make_products(core):
    """Put four products into the catalogue; return their ids by name."""
    forms = (
        ProductForm(ROSE, code="R1", category="꽃다발", price=35_000, barcode=CODE),
        ProductForm(PEONY, category="생화", price=20_000),
        ProductForm(VASE, category="소품", price=24_000),
        ProductForm(PASS, category="정기권", price=180_000, pass_uses=10),
    )
    return {form.name: core.products.add(form) for form in forms}


def sell(core, contact_id, *amounts, method="card", **told):
    """Record a sale of bare amounts; unpaid without a method."""
    lines = tuple(LineForm(amount, description="꽃") for amount in amounts)
    paid = (PaidForm(None, method),) if method else ()
    return core.sales.sell(SaleForm(lines, contact_id=contact_id, payments=paid, **told))


def sales(core, **wanted):
    """Return the sales in the book, newest first."""
    return core.sale_lists.page(SaleFilter(**wanted), offset=0, limit=100)


def lines(core, sale_id):
    """Return (name, pieces, total) of the lines of a sale."""
    found = core.sale_lists.detail(sale_id).lines
    return [(line.name, line.quantity / 1000, line.total) for line in found]


def active(qtbot, quick):
    """Wait until the keys are for the dialog."""
    quick.activateWindow()
    qtbot.waitUntil(lambda: quick.isActiveWindow() and isinstance(focused(), QLineEdit))


def enter(qtbot, *texts):
    """Type each text and Enter."""
    for text in texts:
        write(qtbot, text)
        press(qtbot, Qt.Key.Key_Return)


def choose(qtbot, quick, key):
    """A number of a way of paying, when the ways are in front."""
    qtbot.waitUntil(lambda: quick.methods.isAncestorOf(focused()))
    press(qtbot, key)


def closed(qtbot, quick):
    """Wait until it is recorded."""
    qtbot.waitUntil(lambda: not quick.isVisible())


def paid(core):
    """Return how the newest sale was paid."""
    return [(p.method, p.amount) for p in core.sale_lists.detail(sales(core)[0].id).payments]
