"""The reports of a period: chosen, their texts edited, their real pages seen, saved."""
