"""Other words for a death due to torture: a state of a case and an outcome alike."""

ALSO = (
    "الموت تحت التعذيب", "وفاة تحت التعذيب", "died under torture", "killed under torture",
    "death under torture", "tortured to death",
)  # fmt: skip
WIDER = ("تعذيب", "تحت التعذيب", "torture")
"""What may be said of somebody who is alive."""
OF_PEOPLE = tuple(
    f"{verb} {how} التعذيب" for verb in ("توفي", "قضى", "قتل", "مات", "استشهد") for how in ("تحت", "بسبب")
)
"""What is said of one man."""
