"""Entry point of the built program's window."""

from ui.main import main

raise SystemExit(main())
