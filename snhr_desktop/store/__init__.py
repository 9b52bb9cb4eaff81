"""The encrypted store: a folder with one SQLite file, its keyslots, its backups and room for attachments.

SQL is spoken here and in `figures`, nowhere else. `Store` opens and closes it; the modules beside it read and
write one thing each and take the connection they work on. `workspace` is the only door for callers above.
"""

import snhr_desktop.store.driver  # noqa: F401 - has to be known before anything here imports sqlite_utils
