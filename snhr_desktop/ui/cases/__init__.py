"""Cases of detention and disappearance: the list with the record beside it, and the form they are entered in."""
