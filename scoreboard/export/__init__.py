"""Pictures that outlive their page: a figure with its title, context, source and mark, as PNG for documents."""
