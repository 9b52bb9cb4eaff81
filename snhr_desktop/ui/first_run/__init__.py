"""The first start: a store is made step by step, and its recovery code put on paper and proved."""
