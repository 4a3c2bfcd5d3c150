"""What is published beside the pages: catalogue, permanent links, embeds, previews, exports."""
