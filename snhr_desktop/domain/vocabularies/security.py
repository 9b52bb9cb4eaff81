"""The security branches of the regime: lists of detainees name the branch that made an arrest, and the network counts
it as one of the regime's forces (army, security, militias)."""

_NAMED = (
    "الأمن العسكري", "الأمن السياسي", "الأمن الجوي", "أمن الدولة", "المخابرات الجوية", "المخابرات العسكرية",
    "المخابرات العامة",
)  # fmt: skip
BRANCHES = (
    *_NAMED,
    *(f"فرع {name}" for name in _NAMED),
    "Military Security", "Military Intelligence", "Political Security", "State Security", "General Intelligence",
    "Air Force Intelligence", "Air Intelligence",
)  # fmt: skip
"""Their names, alone and as a branch of each. Those that others have as well («الأمن العام») are not among them."""
