"""What may not be told to everybody: who has a case, whether somebody is known, where they live.

Who may be told what all the same is for routing.disclosure to say.
"""

from routing.reading.forbidden.asked import asked_about_a_person

__all__ = ["asked_about_a_person"]
