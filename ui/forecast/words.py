"""What the forecast says of a month and of a deal."""

from __future__ import annotations

from string import ascii_letters

from PySide6.QtCore import QCoreApplication

from app.day_words import LONG
from app.money import SIGNS
from app.shapes.forecast import LATER, UNDATED, Forecast, ForecastCard, ForecastMonth
from ui.common.kit import Kit
from ui.common.widgets.avatar import avatar_colour
from ui.forecast.looks import DealLook, MonthLook

translate = QCoreApplication.translate

NO_DIGITS = "".join((*SIGNS.values(), ascii_letters, " "))  # before an amount


def month_name(month: str, kit: Kit) -> str:
    """Return a month as a column is called: 'May', in other years 'May 2027'."""
    if month == UNDATED:
        return translate("Forecast", "No date")
    if month == LATER:
        return translate("Forecast", "Later")
    year, number = int(month[:4]), int(month[5:7])
    this_year = year == kit.formats.today().year
    if kit.formats.korean:
        return f"{number}월" if this_year else f"{year}년 {number}월"
    return LONG[number - 1] if this_year else f"{LONG[number - 1]} {year}"


def month_look(found: ForecastMonth, kit: Kit, currency: str) -> MonthLook:
    """Return the head of a month."""
    formats = kit.formats

    def short(amount: int) -> str:
        return formats.short_money(amount, currency)

    def whole(amount: int) -> str:
        return formats.money(amount, currency)

    count = formats.number(found.deals) if found.deals else ""
    name = month_name(found.month, kit)
    if found.month in (UNDATED, LATER):
        return MonthLook(name, count, whole(found.value), strip="border-strong")
    lines = []
    if found.won:
        won = translate("Forecast", "{amount} won so far").format(amount=short(found.won))
        lines.append(("circle-check", "success", won))
    if found.recurring:
        recurring = translate("Forecast", "{amount} repeats").format(amount=short(found.recurring))
        lines.append(("repeat", "text-2", recurring))
    if found.fresh:
        fresh = translate("Forecast", "{amount} not known yet").format(amount=short(found.fresh))
        lines.append(("sparkles", "muted", fresh))
    if found.season:
        season = translate("Forecast", "Season {span}").format(
            span=short_span(found.season.low, found.season.high, kit, currency)
        )
        lines.append(("sun", "muted", season))
    spread = translate(
        "Forecast", "8 times out of 10 between {low} and {high}, most likely {likely}."
    ).format(low=whole(found.low), high=whole(found.high), likely=whole(found.likely))
    if found.season:
        season = translate("Forecast", "Sales, deals apart, by the season {low} – {high}.").format(
            low=whole(found.season.low), high=whole(found.season.high)
        )
        spread = f"{spread}\n{season}"
    board = translate("Forecast", "Deals {value}, weighted by their chance {weighted}.").format(
        value=whole(found.value), weighted=whole(found.weighted)
    )
    likely = short(found.likely)
    span = short_span(found.low, found.high, kit, currency) if found.high else ""
    return MonthLook(name, count, likely, span, tuple(lines), f"{spread}\n{board}")


def short_span(low: int, high: int, kit: Kit, currency: str) -> str:
    """Return from which amount to which in little room; what both have is said once."""
    first, last = (kit.formats.short_money(amount, currency) for amount in (low, high))
    if first[-1] == last[-1] and first[-1] in "MB":
        return f"{first[:-1]} – {last.lstrip(NO_DIGITS)}"
    return f"{first.removesuffix(' 원').removesuffix('원')} – {last}"


def month_sentence(look: MonthLook) -> str:
    """Return the head of a month as it is read aloud."""
    return ", ".join(part for part in (look.name, look.count, look.likely, look.span) if part)


def deal_look(row: ForecastCard, kit: Kit, currency: str) -> DealLook:
    """Return a deal as a card."""
    money = kit.formats.money(row.amount, currency) if row.amount else ""
    money = money or translate("Forecast", "No value")
    chance = f"{row.chance}%"
    if row.stale:
        chance = translate("Forecast", "{n}%, quiet for long").format(n=row.chance)
    sentence = ", ".join(
        part for part in (row.title, row.contact, money, chance, row.stage, row.owner) if part
    )
    return DealLook(
        title=row.title,
        who=row.contact,
        shade=avatar_colour(row.contact_id or 0),
        company=row.contact_kind == "company",
        money=money,
        chance=chance,
        chance_role="warning" if row.stale else "muted",
        stage=row.stage,
        sentence=sentence,
    )


def left_out(found: Forecast, kit: Kit) -> str:
    """Return what the sums do not hold, in a sentence; '' where they hold everything."""
    number, parts = kit.formats.number, []
    for code, deals in found.other_currency:
        one = translate("Forecast", "1 deal in {currency}").format(currency=code)
        many = translate("Forecast", "{n} deals in {currency}").replace("{currency}", code)
        parts.append(kit.formats.count(deals, one, many))
    if found.no_value:
        many = translate("Forecast", "{n} deals without a value")
        one = translate("Forecast", "1 deal without a value")
        parts.append(one if found.no_value == 1 else many.format(n=number(found.no_value)))
    if not parts:
        return ""
    listed = kit.formats.listing(parts)
    return translate("Forecast", "Not in the sums: {what}").format(what=listed)
