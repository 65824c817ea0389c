"""Cover for a shift, or a swap, asked of colleagues: what people are told of it."""
