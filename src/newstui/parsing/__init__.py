"""Text to reading: pure functions over the model. The heart of newstui."""
