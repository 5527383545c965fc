"""vCard 2.1, 3.0 and 4.0 as cards: as iPhone, Google, Outlook, Samsung and Naver write them.

One bad card never loses the others, and nothing raises. Photos come as bytes, undecoded, and
only up to `vcard_meanings.PHOTO_BYTES`; a photo that is only linked is never fetched.
"""

from collections.abc import Iterator

from app.exchange.cards import BrokenCard, Card
from app.exchange.vcard_draft import Draft
from app.exchange.vcard_lines import Block, as_utf8, blocks, decoded, properties
from app.exchange.vcard_meanings import take
from app.jobs import Ticket

_SHOWN = 200  # bytes of what is no card


def read_cards(
    content: bytes, ticket: Ticket | None = None, *, photos: bool = True
) -> Iterator[Card | BrokenCard]:
    """Yield the cards of a file in their order, and what is broken where it stood.

    `photos=False` leaves pictures out, without a look at them.
    """
    content = as_utf8(content)
    for block in blocks(content):
        if ticket is not None:
            ticket.check()
        if block.flaw:
            text = b"\n".join(line for _number, line in block.lines[:8])
            yield BrokenCard(block.line, block.flaw, decoded(text[:_SHOWN]))
        else:
            yield _card(block, photos=photos)


def _card(block: Block, *, photos: bool) -> Card:
    draft = Draft(block.version, photos=photos)
    for found in properties(block):
        if isinstance(found, tuple):
            draft.problems.append(found)
        else:
            take(draft, found)
    return draft.card(block.line)
