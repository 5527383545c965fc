"""What a user does at the desk, each the same with the services and with the model."""

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from app.ops import Op
from app.settings import SHOP_NAME
from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from app.shapes.interactions import InteractionForm
from db.ids import meaning_id
from db.repositories.tags import tag_id
from tests.app.desk import Desk
from tests.app.shop_model import Key, Row
from tests.files import bring_in, write_csv

PICK = st.integers(0, 99)
FIELDS = st.sampled_from(["name", "company", "nickname"])
TEXT = st.sampled_from(["가람", "나래", "다솜"])
TAG = st.sampled_from(["단골", "VIP"])
MAIL = st.sampled_from(["a@example.com", "b@example.com"])


class DeskAtWork(Desk):
    """Contacts, what belongs to them, imports, settings and smart lists."""

    @initialize()
    def open_for_the_day(self):
        self.import_list(names=["라온", "마루", "바다"], tag="단골")
        self.add(name="사랑", mail="a@example.com", note="나래", tags=["VIP"])

    @rule(name=TEXT, mail=st.none() | MAIL, note=st.none() | TEXT, tags=st.lists(TAG, max_size=2))
    def add(self, name, mail, note, tags):
        form = ContactForm(
            name=name, phone=self.new_number(), email=mail or "", note=note or "", tags=tuple(tags)
        )
        contact = self.core.contacts.add(form)
        rows = self.appeared(contact, form.tags)
        said = sorted(row["value"] for key, row in rows.items() if key[0] == "contact_point")
        assert said == sorted(filter(None, [form.phone, form.email]))
        assert [r["body"] for key, r in rows.items() if key[0] == "note"] == [note] * bool(note)
        assert rows["contact", contact] == {"name": name, "kind": "person"}
        self.model.do(Op.ADD_CONTACT, self.clock.now, rows)
        self.note_step()

    @rule(pick=PICK, mail=MAIL)
    def add_point(self, pick, mail):
        if contact := self.pick("contact", pick):
            point = self.core.contacts.add_point(contact, "email", mail)
            row = {"contact_id": contact, "kind": "email", "value": mail}
            self.model.do(Op.ADD_POINT, self.clock.now, {("contact_point", point): row})
            self.note_step()

    @rule(pick=PICK, mail=MAIL)
    def edit_point(self, pick, mail):
        if point := self.pick("contact_point", pick, kind="email"):
            self.both(
                Op.EDIT_POINT, lambda: self.core.contacts.edit_point(point, mail),
                {("contact_point", point): {"value": mail}},
            )  # fmt: skip

    @rule(pick=PICK, mail=MAIL)
    def replace_point(self, pick, mail):
        if point := self.pick("contact_point", pick, kind="email"):
            contact = self.model.rows["contact_point", point]["contact_id"]
            new = self.core.contacts.replace_point(point, mail)
            row = {"contact_id": contact, "kind": "email", "value": mail}
            gone = {"invalid_since": self.now(), "invalid_reason": "no_longer"}
            rows = {("contact_point", new): row, ("contact_point", point): gone}
            self.model.do(Op.EDIT_POINT, self.clock.now, rows)
            self.note_step()

    @rule(pick=PICK)
    def remove_point(self, pick):
        if point := self.pick("contact_point", pick):
            self.both(
                Op.REMOVE_POINT, lambda: self.core.contacts.remove_point(point),
                {("contact_point", point): {"deleted_at": self.now()}},
            )  # fmt: skip

    @rule(picks=st.lists(PICK, min_size=1, max_size=3), tag=TAG)
    def tag(self, picks, tag):
        if contacts := {c for p in picks if (c := self.pick("contact", p))}:
            rows: dict[Key, Row] = {}
            for contact in contacts:
                rows |= self.linked(contact, tag)
            work = self.core.contacts.tag
            self.both(Op.TAG_CONTACTS, lambda: work(contacts, tag), rows)

    @rule(picks=st.lists(PICK, min_size=1, max_size=3), tag=TAG)
    def untag(self, picks, tag):
        if contacts := {c for p in picks if (c := self.pick("contact", p))}:
            links = self.model.living("contact_tag", tag_id=tag_id(tag))
            gone = {"deleted_at": self.now()}
            rows = {
                ("contact_tag", i): gone for i, r in links.items() if r["contact_id"] in contacts
            }
            work = self.core.contacts.untag
            self.both(Op.UNTAG_CONTACTS, lambda: work(contacts, tag), rows)

    @rule(pick=PICK, body=TEXT)
    def add_note(self, pick, body):
        if contact := self.pick("contact", pick):
            note = self.core.contacts.add_note(contact, body)
            row = {"contact_id": contact, "body": body, "pinned": 0}
            self.model.do(Op.ADD_NOTE, self.clock.now, {("note", note): row})
            self.note_step()

    @rule(pick=PICK, body=TEXT)
    def edit_note(self, pick, body):
        if note := self.pick("note", pick):
            self.both(
                Op.EDIT_NOTE, lambda: self.core.notes.edit(note, body),
                {("note", note): {"body": body}},
            )  # fmt: skip

    @rule(pick=PICK, pinned=st.booleans())
    def pin_note(self, pick, pinned):
        if note := self.pick("note", pick):
            self.both(
                Op.PIN_NOTE, lambda: self.core.notes.pin(note, pinned=pinned),
                {("note", note): {"pinned": int(pinned)}},
            )  # fmt: skip

    @rule(pick=PICK)
    def remove_note(self, pick):
        if note := self.pick("note", pick):
            self.both(
                Op.REMOVE_NOTE, lambda: self.core.notes.remove(note),
                {("note", note): {"deleted_at": self.now()}},
            )  # fmt: skip

    @rule(
        picks=st.lists(PICK, min_size=1, max_size=2),
        kind=st.sampled_from(["call", "visit"]),
        outcome=st.sampled_from([None, "talked", "no_answer"]),
    )
    def log(self, picks, kind, outcome):
        contacts = tuple({c for p in picks if (c := self.pick("contact", p))})
        if contacts:
            form = InteractionForm(contact_ids=contacts, kind=kind, outcome=outcome)
            happened = self.core.interactions.log(form)
            two_way = outcome == "talked" if outcome else kind == "visit"
            row = {"kind": kind, "outcome": outcome, "two_way": two_way, "at": self.now()}
            rows: dict[Key, Row] = {("interaction", happened): row}
            for contact in contacts:
                link = {"contact_id": contact, "interaction_id": happened}
                rows["interaction_contact", meaning_id(happened, contact)] = link
            self.model.do(Op.LOG_INTERACTION, self.clock.now, rows)
            self.note_step()

    @rule(pick=PICK, body=TEXT)
    def edit_interaction(self, pick, body):
        if happened := self.pick("interaction", pick):
            self.both(
                Op.EDIT_INTERACTION, lambda: self.core.interactions.edit(happened, body),
                {("interaction", happened): {"body": body}},
            )  # fmt: skip

    @rule(pick=PICK)
    def remove_interaction(self, pick):
        if happened := self.pick("interaction", pick):
            self.both(
                Op.REMOVE_INTERACTION, lambda: self.core.interactions.remove(happened),
                {("interaction", happened): {"deleted_at": self.now()}},
            )  # fmt: skip

    @rule(picks=st.lists(PICK, min_size=1, max_size=2))
    def trash(self, picks):
        if contacts := {c for p in picks if (c := self.pick("contact", p))}:
            gone = {"deleted_at": self.now()}
            rows = {("contact", contact): gone for contact in contacts}
            self.both(Op.TRASH_CONTACTS, lambda: self.core.contacts.trash(contacts), rows)

    @rule(pick=PICK)
    def restore(self, pick):
        if ids := self.in_trash():
            contact = sorted(ids)[pick % len(ids)]
            self.both(
                Op.RESTORE_CONTACTS, lambda: self.core.contacts.restore([contact]),
                {("contact", contact): {"deleted_at": None}},
            )  # fmt: skip

    @rule(names=st.lists(TEXT, min_size=1, max_size=3), tag=TAG)
    def import_list(self, names, tag):
        rows = [(name, self.new_number(), tag) for name in names]
        before = {row.id for row in self.listed()}
        table = [("이름", "휴대폰", "태그"), *rows]
        report = bring_in(self.core, write_csv(self.path.with_name("list.csv"), table))
        assert report.added == len(rows)
        added = sorted({row.id for row in self.listed()} - before)
        after: dict[Key, Row] = {}
        for contact in added:
            after |= self.appeared(contact, (tag,))
        said = {
            (after["contact", row["contact_id"]]["name"], row["value"], tag)
            for key, row in after.items()
            if key[0] == "contact_point"
        }
        assert said == set(rows)
        self.model.do(Op.IMPORT_CONTACTS, self.clock.now, after)
        self.note_step()

    @rule(name=TEXT)
    def name_shop(self, name):
        self.both(
            Op.CHANGE_SETTING, lambda: self.core.settings.put(SHOP_NAME, name),
            {("setting", meaning_id("setting", SHOP_NAME.key)): {"value": name}},
        )  # fmt: skip

    @rule(name=TEXT, tag=TAG)
    def save_segment(self, name, tag):
        wanted = Filter((Condition("tag", "any_of", (tag,)),))
        segment = self.core.segments.save(name, wanted)
        self.model.do(
            Op.SAVE_SEGMENT, self.clock.now, {("segment", segment): {"name": name, "tag": tag}}
        )
        self.note_step()

    @rule(pick=PICK, name=TEXT)
    def rename_segment(self, pick, name):
        if segment := self.pick("segment", pick):
            self.both(
                Op.RENAME_SEGMENT, lambda: self.core.segments.rename(segment, name),
                {("segment", segment): {"name": name}},
            )  # fmt: skip

    @rule(pick=PICK)
    def remove_segment(self, pick):
        if segment := self.pick("segment", pick):
            self.both(
                Op.REMOVE_SEGMENT, lambda: self.core.segments.remove(segment),
                {("segment", segment): {"deleted_at": self.now()}},
            )  # fmt: skip
