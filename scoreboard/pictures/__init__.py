"""Every figure of the product once: what it asks, draws and finds, for pages, documents and files alike."""
