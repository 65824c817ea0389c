# Everything Signpost says to people, in English.
# Short plain sentences, to be read at the age of twelve. Numbers and bold words come in as they are.

## Whom to ring

call-999 = Call { $phone } if someone is in immediate danger.
headline = { $kind ->
    [clarify] Not sure? Ring
    [explain] To ask about it, ring
    [unknown] If it is about probation, ring
    [emergency] Then ring
    [shut] The office is shut. If it cannot wait, ring
   *[other] Ring
  } { $where }: { $phone }
headline-shut = { $kind ->
    [clarify] Not sure? Shut until { $moment }. Then ring
    [explain] To ask about it: shut until { $moment }. Then ring
    [unknown] If it is about probation: shut until { $moment }. Then ring
   *[other] Shut until { $moment }. Then ring
  } { $where }: { $phone }
ask-for = Ask for: { $who }
with-extension = { $who }, extension { $extension }
open-now = Open now: { $hours }
named = { $name }, { $post }
post-at = { $post }, { $where }
sample-mark = { " (sample)" }

## What to do if nobody answers

next-same-number = { $shown ->
    [shut] No answer then?
   *[open] No answer?
  } Ring the same number and ask for: { $who }.
next-ring = { $shown ->
    [shut] No answer then?
   *[open] No answer?
  } Ring { $where }: { $phone }
next-when-open = When it opens on { $moment }, ring { $where }: { $phone }
next-waits = If it can wait, ring { $where }: { $phone }
next-ask-for = . Ask for: { $who }.
next-opens = { " " }Opens { $moment }.
next-none = No answer? Nobody comes after this one. Wait a few minutes and ring again.
next-none-then = No answer then? Nobody comes after this one. Wait a few minutes and ring again.
cannot-wait = { $urgent ->
    [yes] Until then, ring
   *[no] If it cannot wait, ring
  } { $where }: { $phone }
back-at-top = That was the last one to try. Start again from the top:
out-of-hours = When the office is shut, ring { $where }: { $phone }

## Where the directory has no number

no-number = The directory holds no number for: { $who }.
no-number-ask-next = Ring the number below and ask whom to call.
no-number-at-all = It holds none for the others either. If you know the number of a probation office there, ring it and ask for: { $who }

## Programmes and services

programmes-none = The directory knows of nothing of the kind there. Whoever you ring can say.
programmes-none-fit = Nothing that the directory knows of fits all of that. This comes nearest:
programmes-more = And { $count } more: whoever you ring can name them.
programmes-sample = Sample means made up to show how this works.
programme-where = { $name }: { $where }
programme-where-and-when = { $name }: { $where }; { $when }
programme-starts = Next start: { $date }.
programme-starts-with-places = Next start: { $date }, { $places }.
programme-any-time = Starts in any week.
programme-start-not-known = Next start not known.
programme-start-not-known-since = Next start not known since { $date }.
programme-places = { $count ->
    [0] full
    [one] 1 place
   *[other] { $count } places
  }
programme-wait = { $count ->
    [0] Wait: none.
    [one] Wait: up to 1 week.
   *[other] Wait: up to { $count } weeks.
  }
programme-price = For an NPS case, by rate card: { $price }.
programme-rate-card = For an NPS case: by rate card, price not known.
programme-not-for-the-nps = Not for NPS cases.
programme-for = For { $who }.
programme-not-for = Not for { $who }.
programme-ways = Through { $ways }.
programme-does-not-fit = Does not fit: { $what }.
programme-unsure = Not known: { $what }.
programme-confirmed = Confirmed on { $date }.
programme-ring-first = Last confirmed on { $date }, so ring first.
programme-never-confirmed = Nobody has confirmed this, so ring first.
times-daytime = daytime
times-evening = evenings
times-weekend = weekends
sex-men = men
sex-women = women
ages = aged { $least } to { $most }
ages-from = aged { $least } or over
ages-to = aged { $most } or under
risks = { $risks } risk of serious harm
risk-low = low
risk-medium = medium
risk-high = high
risk-very_high = very high
way-requirement = a requirement of the order
way-rar = rehabilitation activity (RAR) days
way-licence = a licence condition
way-voluntary = their own choice
asked-purpose = what it works on
asked-times = when it runs
asked-ways = how somebody comes to go
asked-sex = whether it is for men or women
asked-risk = the level of risk
asked-nps_case = whether NPS cases may go

## Posts, where the directory does not say whom to ask for

role-responsible_officer = { $provider ->
    [nps] NPS responsible officer
    [crc] CRC responsible officer
   *[none] responsible officer
  }
role-duty_officer = { $provider ->
    [nps] NPS duty officer
    [crc] CRC duty officer
   *[none] duty officer
  }
role-spo = { $provider ->
    [nps] NPS senior probation officer (SPO)
    [crc] CRC senior probation officer (SPO)
   *[none] senior probation officer (SPO)
  }
role-duty_spo = { $provider ->
    [nps] NPS duty senior probation officer (duty SPO)
    [crc] CRC duty senior probation officer (duty SPO)
   *[none] duty senior probation officer (duty SPO)
  }
role-approved_premises = Approved Premises (staffed day and night)
role-reception = reception
role-lead = { $provider ->
    [nps] NPS lead
    [crc] CRC lead
   *[none] lead
  }
role-head_of_ldu = { $provider ->
    [nps] head of the NPS local delivery unit
    [crc] head of the CRC local delivery unit
   *[none] head of the local delivery unit
  }
role-emergency_services = emergency services

## Why

why = Why: { $text }{ $source }
reason = { $text }{ $source }
source = { " " }(Source: { $source }.)

## Questions

asks-place = Which town or office is it about?
asks-area = Which area is it about?
asks-case = Which case is it about? Send one case reference.
asks-risk = How high is the risk of serious harm?
asks-provider = Is the case with the NPS or the CRC?
asks-topic = What is it about?
asks-urgency = Can it wait until the office opens?

## Where there is no plain answer

declined = Who manages a case, and anything else about a person, is told only to people whose job has been checked. Probation staff can check that and help:
declined-by-reference-only = Which provider and office has a case is told by its case reference only, never by a name. If you have the reference, send it. If not, probation staff can check and help:
declined-details = Addresses and other details of a person are told to nobody here. Probation staff can say what may be said:
declined-register = There is no list of cases to see: Signpost answers about one case at a time. Probation staff can help:
unknown = That was not understood, or it is not something probation deals with.
what-to-ask = You can ask whom to ring about a case, unpaid work or a recall, how to reach a duty officer, or what a word such as MAPPA means. Add the town.

## What was understood, and putting it right

understood = Understood: { $parts }
understood-no-place = no town named
understood-between = { " · " }
provider = { $provider ->
    [nps] NPS
    [crc] CRC
   *[both] NPS and CRC
  }
topic = { $topic ->
    [court_report] court report
    [parole_report] parole report
    [allocation] allocation of a new case
    [breach] enforcement (breach)
    [recall] recall to prison
    [victim] victim contact
    [approved_premises] Approved Premises (hostel)
    [mappa] MAPPA
    [sex_offender_programme] sex offender programme
    [youth_transition] young person turning 18
    [unpaid_work] unpaid work
    [programme] programme or course
    [through_the_gate] release and resettlement
    [short_sentence] sentence under 12 months
    [mentoring] mentoring
    [restorative_justice] restorative justice
    [attendance_centre] attendance centre
    [iom] offender management with police (IOM)
    [rate_card] what the CRC sells (rate card)
    [community_safety] community safety partnership
    [safeguarding_children] safeguarding children
    [safeguarding_adults] safeguarding adults
    [pcc] police and crime commissioner
    [marac] MARAC
    [mash] MASH
    [criminal_justice_board] criminal justice board
    [risk_escalation] a change of risk
    [domestic_homicide_review] domestic homicide review
    [term] what a word means
   *[case] somebody on supervision
  }
role-understood = { $role ->
    [spo] SPO
    [duty_spo] duty SPO
    [approved_premises] out of hours
    [reception] reception
    [lead] lead
    [head_of_ldu] head of the delivery unit
   *[duty_officer] duty officer
  }
urgency = { $urgency ->
    [can_wait] can wait
   *[urgent] urgent
  }
correct = What is not right?
correct-number = What is wrong with the number?
correct-place = Which place is it about?
correct-place-typed = Which town is it about? Write it.
correct-provider = Whose case is it?
correct-unhelpful = Thank you. That is counted, without what you wrote. Ask in other words, with the town and what it is about; or ring somebody who can help with anything:
correct-topic = What is it about? If it is none of these, write it in a few words.
reported = Thank you. From now on answers warn about { $phone }, and whoever keeps it is asked to check it. Meanwhile:
reported-not-noted = That could not be noted about { $phone } just now. Tell whoever you reach. Meanwhile:
from-the-start = What was said so far is forgotten. Ask anew, with the town.
greeting = Hello. This is Signpost, a program that says whom to ring in probation. Write in one sentence what you need, with the town. If someone is in immediate danger, call 999.
welcome = Good. Ask again whenever you need to.

## For reception

say-to-caller = Say to the caller: “{ $words }”

## About the answer itself

personal-data = No need for details about a person; nothing of it was kept.
sample = Sample means made up to show how this works: that number reaches nobody.
last-checked = This number was last checked on { $date }.
never-checked = Nobody has checked this number yet.
assumed = Part of this is our best guess, not confirmed: the opening hours, or which office serves the place.
gap = One of the people to try may have nobody on duty, or no number here. If so, go on to the next.

## Buttons

button-next = No answer, who next?
button-top = Start again from the top
button-why = Show why
button-sources = Show where this comes from
button-correct = Not right?
button-back = Back
button-not-working = The number does not work
button-wrong-person = It was the wrong person
button-place = Another place
button-provider = NPS or CRC
button-topic = It is about something else
button-unhelpful = None of these: it did not help
button-safe = Ring the NPS duty officer
button-provider-is = { $provider ->
    [nps] It is an NPS case
    [crc] It is a CRC case
   *[none] Nobody knows
  }

## Times

time-midnight = midnight
time-midday = midday
time-morning = { $clock }am
time-afternoon = { $clock }pm
moment = { $day } at { $time }
day = { $weekday } { $day } { $month }
date = { $day } { $month } { $year }
every-day = every day
days-range = { $first } to { $last }
list-comma = { ", " }
list-last = { $before } { $word ->
    [or] or
   *[and] and
  } { $last }
hours-span = { $opens } to { $closes }
hours-group = { $days }, { $times }
hours-between-groups = { "; " }
hours-but-bank-holidays = { $hours }, closed on bank holidays
hours-day-and-night = 24 hours

weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Languages, each by its own name

language-en = English
language-cy = Cymraeg

## The conversation in the terminal

terminal-welcome = Signpost says whom to ring in probation, in order, and why.
terminal-how = Ask in your own words, with the town. Leave out details of people. Type a number to choose, or: { $next }, { $why }, { $again }, { $quit }.
terminal-prompt = { "> " }
terminal-choice = { "  " }{ $number }. { $label }
terminal-no-choice = There is no choice { $number } here. Type one of the numbers shown, or ask in your own words.
terminal-old-choice = What this choice meant has changed. Ask again in your own words.
terminal-nothing-yet = Nothing has been asked yet. Ask whom to ring, with the town.
terminal-goodbye = Goodbye.
command-next = next
command-why = why
command-again = start again
command-quit = quit

## The web page

web-title = Signpost: whom to ring in probation
web-name = Signpost
web-what = Tells partner agencies whom to ring in probation, in order, and why.
web-skip = Skip to the question
web-log = Answers
web-question = What do you need?
web-question-next = Go on, or ask something else
web-hint-next = To go on, write what is different: “what about the CRC?”, “no answer”, “why?”. “Start again” forgets it all, and so does half an hour. Nothing you type is kept.
web-hint = Use your own words, with the town. Leave out names and details of people. Nothing you type is kept.
web-ask = Ask
web-examples = Try one of these
web-example-1 = { $area ->
    [west-mercia] breach of a community order, Redditch
   *[other] breach of a community order
  }
web-example-2 = { $area ->
    [west-mercia] duty SPO, Worcester
   *[other] duty SPO
  }
web-example-3 = what is MAPPA?
web-you-asked = You asked:
web-you-chose = You chose:
web-choices = What next?
web-waiting = Looking it up
web-no-connection = The answer did not arrive. Your question is still in the box: check the connection and ask again.
web-nothing-typed = Nothing was typed. Say what you need, with the town.
web-cut = That was a long text: only the first { $most } characters were read.
web-old-button = That button is from an older page, and what it meant has changed. Ask again in the box.
web-trouble = The answer could not be found just now, and the fault is on our side. Ask again in a minute. If someone is in immediate danger, call 999.
web-no-such-page = There is no page at this address. Ask here instead.
web-form-too-long = Nothing was done: what was sent is longer than any page of ours sends. A file may have 20 MB, and sending one needs signing in.
web-danger = In danger now? Call { $phone }.
web-relay = Cannot hear or speak on the telephone? Use Relay UK: dial 18001 before the number.

## Too much at once

too-many = That was a lot at once. Wait { $seconds } seconds and ask again. If someone is in immediate danger, call 999.
too-many-for-long = That was far too much at once. Signpost answers you again in { $minutes } minutes. Words of danger are always answered. If someone is in immediate danger, call 999.

## Being verified

verify-done = Your job has been checked. You can now ask about a case by its reference.
verify-sent = A code is on its way to that address. Type it here within { $minutes } minutes.
verify-wrong-code = That is not the code. Look at the newest letter and type its eight digits again.
verify-already = Your job has been checked already, and you can ask about a case by its reference. What you sent is good once only.
verify-change = { $by ->
    [invitation] This invitation changes the account that you have here.
   *[code] The code changes the account that you have here.
  }
verify-change-not = { $by ->
    [invitation] If the invitation is for somebody else, keep your account and pass the link on. It stays good until it is used.
   *[code] To keep your account as it is, do not send the code.
  }
verify-kept = Your account stays as it is. The invitation is still good for whoever it is for.
verify-no-invitation = This invitation cannot be used: it was used already, has run out or was taken back. Ask whoever sent it for another.
verify-no-suspended = Your account is suspended. Ask the coordinator of your agency, or whoever keeps Signpost. You can still ask whom to ring.
verify-no-address = That is not an e-mail address. Type it whole, with the @.
verify-no-domain = That address is not on a secure e-mail domain that probation accepts here. Type one that is, or ask the coordinator of your agency to invite you.
verify-no-agency = No agency here has that e-mail domain. Ask the coordinator of your agency, or whoever keeps Signpost, to invite you.
verify-no-codes = Enough codes were sent for today. Look for the newest letter, or try again tomorrow.
verify-no-code = There is no code to type: it has run out, or was tried too often. For another, send /verify and your secure e-mail address.
verify-no-link = This link cannot be used: it was used already, has run out or was never made. Ask for another.
verify-no-elsewhere = This link gives an account its address. Open it in the browser in which you are signed in to that account.
verify-no-channel = That cannot be done here yet. Use Signpost on Telegram.
verify-trouble = That could not be done just now, and the fault is on our side. Try again in a minute.
verify-mail-subject = Your code for Signpost
verify-mail-text =
    Your code is 00000000. Type it in Signpost within { $minutes } minutes.

    If you did not ask for it, do nothing: without the code nobody can use your address.
