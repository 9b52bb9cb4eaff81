"""The numbered steps from an empty file to today's schema. Each is written out and imports nothing of the program.

To change the schema, add a module with its statements and a line in `STEPS`. A step that has been released is
never edited. `PRAGMA user_version` holds the number of the last step, and a higher one is a newer program's.
"""

from snhr_desktop.store.migrations import (
    m0001_initial,
    m0002_part_of_day,
    m0003_place_shown,
    m0004_published,
    m0005_cases,
    m0006_doubles,
    m0007_search,
    m0008_incident_line,
    m0009_review,
    m0010_merges,
    m0011_waivers,
    m0012_editing,
    m0013_people,
    m0014_asked,
    m0015_case_origin,
    m0016_queue,
    m0017_case_days,
    m0018_users,
    m0019_attachments,
    m0020_signatures,
    m0021_draft_files,
    m0022_received_again,
    m0023_origin,
    m0024_actor_identity,
    m0025_own_terms,
    m0026_place_packs,
)

STEPS: tuple[tuple[str, ...], ...] = (
    m0001_initial.STATEMENTS,
    m0002_part_of_day.STATEMENTS,
    m0003_place_shown.STATEMENTS,
    m0004_published.STATEMENTS,
    m0005_cases.STATEMENTS,
    m0006_doubles.STATEMENTS,
    m0007_search.STATEMENTS,
    m0008_incident_line.STATEMENTS,
    m0009_review.STATEMENTS,
    m0010_merges.STATEMENTS,
    m0011_waivers.STATEMENTS,
    m0012_editing.STATEMENTS,
    m0013_people.STATEMENTS,
    m0014_asked.STATEMENTS,
    m0015_case_origin.STATEMENTS,
    m0016_queue.STATEMENTS,
    m0017_case_days.STATEMENTS,
    m0018_users.STATEMENTS,
    m0019_attachments.STATEMENTS,
    m0020_signatures.STATEMENTS,
    m0021_draft_files.STATEMENTS,
    m0022_received_again.STATEMENTS,
    m0023_origin.STATEMENTS,
    m0024_actor_identity.STATEMENTS,
    m0025_own_terms.STATEMENTS,
    m0026_place_packs.STATEMENTS,
)
"""Step n stands at n - 1; the statements of one step run in one transaction."""
