"""What anybody may know of the directory, by HTTP as Open Referral UK 3.0 wants it."""
