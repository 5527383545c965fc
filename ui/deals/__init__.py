"""One deal: its page, its dialogs, and what a contact's page shows of deals."""
