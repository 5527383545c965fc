"""The icon of each kind of task."""

ICONS = {
    "call": "phone",
    "visit": "map-pin",
    "message": "message-square",
    "meeting": "users-round",
    "buy": "shopping-cart",
    "deliver": "truck",
    "pay": "credit-card",
    "check": "list-checks",
    "other": "circle-check",
}
