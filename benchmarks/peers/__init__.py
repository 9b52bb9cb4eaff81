"""The engines that set the same content, ours among them: each a module with `build(content, out)`, run in `child`."""
