"""What other programs and people read: iCalendar, vCard, and a card to print."""
