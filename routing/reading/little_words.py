"""The little words of English that several modules look at, each kind once, as words.py writes them."""

from routing.reading.words import word_set

ARTICLES = word_set("a an the")
POSSESSIVES = word_set("my his her their")
FIRST_PERSON = word_set("i im am we were")  # "we're" is written so
THIRD_PERSON = word_set("he she they him her hes shes theyre theyve")
SOMEBODY = word_set("someone somebody")
NOT = word_set("not dont doesnt didnt never")
WANTING = word_set("want need after")
AGAINST = word_set("or vs v versus")  # what sets two against each other
