"""Entry point of the built program's command line."""

from ui.cli import main

raise SystemExit(main())
