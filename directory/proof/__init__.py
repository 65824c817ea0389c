"""That no hour has a dead end: what is asked, the holes found, and that no change may open one."""
