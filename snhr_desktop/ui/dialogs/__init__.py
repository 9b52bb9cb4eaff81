"""What a person is asked before a store is open, and what is told when the program itself failed."""
