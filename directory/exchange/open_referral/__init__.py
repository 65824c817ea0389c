"""What anybody may know of the directory, as Open Referral UK 3.0 (HSDS-UK) has it."""
