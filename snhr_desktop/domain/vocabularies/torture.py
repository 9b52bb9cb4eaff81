"""Other words for a death due to torture: a state of a case and an outcome alike."""

ALSO = (
    "تعذيب", "الموت تحت التعذيب", "وفاة تحت التعذيب", "torture", "died under torture", "killed under torture",
    "death under torture", "tortured to death",
)  # fmt: skip
OF_PEOPLE = tuple(
    f"{verb} {how} التعذيب" for verb in ("توفي", "قضى", "قتل", "مات", "استشهد") for how in ("تحت", "بسبب")
)
"""What is said of one man."""
