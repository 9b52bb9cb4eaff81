"""How fast and how large: each figure beside a floor or a peer measured in the same run, as a ratio."""
