"""The window: everything that needs Qt. Pages ask the workspace through one worker thread and speak two languages."""
