"""What of a text is asked, and what is only told: "is he on licence?" asks, "he is on licence" tells."""

from routing.reading.questions.finding import Question, questions_in
from routing.reading.questions.manner import Manner

__all__ = ["Manner", "Question", "questions_in"]
