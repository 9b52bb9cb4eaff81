"""The sections of reports, one file each. A section reads its edition and asks nothing itself."""
