## What only Telegram says: greetings, and the way on where a message holds no question.

telegram-start =
    Signpost tells you whom to ring in probation, in what order, and why.

    Write what you need in one sentence, for example:
    The officer at Worcester is not answering. Who is next?

    Leave out names, dates of birth and addresses: the number does not depend on them.
    /help says more.

    If someone is in immediate danger, call 999.

telegram-help =
    If someone is in immediate danger, call 999.

    Say what it is about and where, for example:
    · Duty officer in Redditch
    · A risk is rising on a CRC case in Kidderminster
    · Who does unpaid work?

    The first line of an answer says whom to ring. The buttons under it show who is next if nobody answers, and why, and put right what was misunderstood or a number that is wrong.
    Then go on in your own words: “and in Redditch?”, “no answer”, “why?”. Write “start again” for something else.
    Signpost reads your message to find the number and does not keep it. What it was about is remembered for 30 minutes. Leave out names, dates of birth and addresses.
telegram-help-private = In a group, begin with the name of this bot, or reply to its answer. About a case, ask here and not in a group: a group is told only what anybody may know.
telegram-help-group = Here, begin with { $bot }, or reply to its answer. About a case, write to it in private: all who read along here are told only what anybody may know.

telegram-words-only =
    Signpost reads words only. Write in one sentence what you need and in which town, and it tells you whom to ring.
    If someone is in immediate danger, call 999.

telegram-old-button =
    This button belongs to an earlier version of Signpost. Write your question again for today’s answer.
    If someone is in immediate danger, call 999.

telegram-trouble =
    Signpost could not find the answer just now. The fault is on our side. Send your question again in a minute.
    If someone is in immediate danger, call 999.

telegram-command-start = What Signpost is for
telegram-command-help = How to ask

## To the keeper of a number that a caller has reported

telegram-keeper-not-working =
    A caller says that { $phone } does not work. Answers with it carry a warning until you say that it is right.
    Ring it, then press:

telegram-keeper-wrong-person =
    A caller says that { $phone } reached the wrong person. Answers with it carry a warning until you say that it is right.
    Ring it, then press:

telegram-keeper-right = It is right
telegram-keeper-wrong = It is wrong

telegram-keeper-confirmed =
    Thank you. { $phone } is confirmed as of today, and the warning is gone.

telegram-keeper-stays-suspect =
    Thank you. { $phone } keeps its warning. Put the right number in place of it:
    python -m directory export numbers numbers.csv, change it there, then import it.

telegram-keeper-settled-before =
    { $phone } has been confirmed already. There is nothing left to do.

telegram-keeper-not-yours =
    Nothing was changed: { $phone } is not in an area that this account keeps.

## To the keepers of an area of which an account is trying case references out

telegram-alarm =
    The account { $account } is trying case references out and was stopped for a day. If nobody can say why, suspend it:
    python -m directory account suspend { $account }

telegram-ask-in-private =
    This is a group, where all are told what anybody may know. If your job has been checked, ask { $bot } in private.

telegram-only-in-private =
    That is for a private chat, as others read along here. Write to { $bot }.
    If someone is in immediate danger, call 999.

telegram-not-for-you =
    That command is only for some of those whose job has been checked; /me says what you are here. /help shows what you can do, and you can always ask whom to ring.
    If someone is in immediate danger, call 999.

## What each command is for, as Telegram lists it

telegram-command-duty = Duty officer of an office
telegram-command-spo = Senior probation officer (SPO)
telegram-command-ooh = Whom to ring out of hours
telegram-command-office = Number of a probation office
telegram-command-case = Whom to ring about a case
telegram-command-programme = Programmes and services
telegram-command-term = What a word means
telegram-command-call = Your open call backs
telegram-command-number = Your number for call backs
telegram-command-ref = Add a case reference to a call back
telegram-command-shifts = Your coming shifts, and cover or a swap
telegram-command-calendar = Your shifts in your own calendar
telegram-command-rota = Who is on duty now and next
telegram-command-invite = Invite somebody to be verified
telegram-command-check = Numbers and programmes to check
telegram-command-unanswered = What was not understood
telegram-command-requests = Information asked of other agencies
telegram-command-overview = How the service works, in figures
telegram-command-web = Sign in on the web
telegram-command-me = Who Signpost takes you to be
telegram-command-language = Language of the answers

## How each is used, said where nothing stands behind it

telegram-use-duty = For another office, write its town behind it: /duty redditch. For one service: /duty nps worcester.
telegram-use-spo = For another office, write its town behind it: /spo redditch. For one service: /spo crc worcester.
telegram-use-ooh = For another place, write its town behind it: /ooh redditch.
telegram-use-office = For another office, write its town behind it: /office redditch.
telegram-use-case =
    Write the case reference behind it: /case A123456. Nothing else about the person is needed.
    If someone is in immediate danger, call 999.
telegram-use-programme =
    Write what for and where behind it: /programme domestic abuse redditch.
    If someone is in immediate danger, call 999.
telegram-use-term =
    Write the word behind it: /term MAPPA.
    If someone is in immediate danger, call 999.

telegram-use-verify =
    Send your secure e-mail address, by itself or behind it: /verify name@agency.cjsm.net. A code comes by mail; send it here. Or open the invitation of your agency’s coordinator.
    If someone is in immediate danger, call 999.
telegram-use-code =
    Send the eight digits of the newest letter, by themselves or behind it: /code 12345678. For another letter, send /verify and your secure e-mail address.
    If someone is in immediate danger, call 999.

telegram-help-verify = Do you work for a partner agency? Send /verify and your secure e-mail address, then the code that comes by mail.
telegram-help-own = Besides, as your job has been checked:

## Why somebody whose job was checked is told only what anybody may know

telegram-lapse-suspended = Your account is suspended. Ask the coordinator of your agency, or whoever keeps Signpost. You can still ask whom to ring.
telegram-lapse-agency_revoked = Your agency is not verified any longer. Ask its coordinator. You can still ask whom to ring.
telegram-lapse-verify_anew = Your job has to be checked again, as it is once a year. Send /verify and your secure e-mail address, or ask for another invitation.
telegram-lapse-not_now = Your account does not hold today. Ask the coordinator of your agency. You can still ask whom to ring.

## Who somebody is

telegram-me-public =
    Signpost does not know who you are, and tells you what anybody may know: whom to ring, and nothing of a case.
    Do you work for a partner agency or for probation? Send /verify and your secure e-mail address, or open the invitation that your agency’s coordinator sends you.
telegram-me-known = Signpost takes you to be { $standing ->
    [partner] somebody of a partner agency
    [reception] reception staff of probation
    [officer] probation staff
    [admin] a keeper of the directory
   *[other] the public
  }: { $agency }{ $where ->
    [none] .
   *[other] , { $where }.
  }
telegram-me-until = That holds until { $date }. Then your job is checked again.
telegram-me-for-good = That holds until somebody ends it.
telegram-me-coordinator = You may invite others of your agency: /invite.
telegram-me-kept = { $address ->
    [yes] Kept of you: the number of this chat, a hash of your e-mail address that nobody can read and, if you gave them, your choice of language and, sealed, the number on which you want to be called back. Where you are signed in on the web is kept for twelve hours at most.
   *[no] Kept of you: the number of this chat and, if you gave them, your choice of language and, sealed, the number on which you want to be called back. Where you are signed in on the web is kept for twelve hours at most.
  }
telegram-me-lapsed = You were verified for { $agency }, and are told only what anybody may know.
telegram-me-leave-button = Leave
telegram-me-leave = Leave Signpost? All that is kept of you is taken out, and you are told only what anybody may know. How many cases you looked up today is counted for a day more, where nobody can read whose it was.
telegram-me-sure = Yes, leave
telegram-me-not-sure = No, stay
telegram-me-left = You have left. Nothing is kept of you but that count, for a day. You can still ask whom to ring.

telegram-web-link = Open this link within { $minutes } minutes to sign in on the web. It is good once, and for you alone:

telegram-language = Signpost answers you in English.
telegram-language-app = The language of your app
telegram-language-forgotten = From the next message on, Signpost answers in the language of your app, where it speaks it. No choice is kept.

## Invitations

telegram-invite-own = An invitation makes one person of your agency ({ $agency }) what you are here: { $standing }. It is good once.
telegram-invite-make = Make an invitation
telegram-invite-link = Pass this link on now, to the one person it is for. It is good once, for { $days } days, makes them { $standing } of { $agency }, and is kept nowhere:
telegram-invite-how =
    Write an agency behind it, and what its person may know (partner, reception, officer, admin): /invite west-mercia-police partner. An office binds it to that office; “coordinator” lets them invite others.
    Agencies: { $agencies }.
telegram-invite-no-agency = none yet; bring them in with python -m directory import agencies

## What a keeper has to check

telegram-check-nothing = Nothing is due for a check today.
telegram-check-due = { $count } to check. Ring or ask, then press what is right:
telegram-check-suspect = { $what } ({ $where }): a caller says that it is wrong.
telegram-check-since = { $what } ({ $where }): due since { $date }.
telegram-check-never = { $what } ({ $where }): never checked.
telegram-check-right = { $what } is right
telegram-check-confirmed = { $what } is confirmed as of today.
telegram-check-not-due = That is not due to you any longer; nothing was changed.

## What was not understood

telegram-unanswered-none = Everything so far was understood.
telegram-unanswered-total = Not understood so far: { $count }. Nobody’s words are kept.
telegram-unanswered-no-topic = no topic
telegram-unanswered-shape = { $count ->
    [one] once
   *[other] { $count } times
  }: perhaps { $about }, { $place ->
    [yes] with a place
   *[no] without a place
  }, { $length ->
    [unhelpful] answered and of no help.
   *[other] { $length } words.
  }
telegram-unanswered-words = Words that three askers have used and nobody knows: { $words }. Teach them with python -m directory alias add.

## The rota

telegram-rota-none = No rota is kept here. /duty says whom to ring.
telegram-rota-today = On duty now:
telegram-rota-line = { $role }, { $where }: { $now }{ $next ->
    [none] .
   *[other] ; then { $next }.
  }
telegram-rota-until = { $who } until { $moment }
telegram-rota-from = { $who } from { $moment }
telegram-rota-nobody = nobody
telegram-rota-somebody = somebody

## A number to copy, and a contact to save

telegram-copy = Copy { $phone }
telegram-card = Save the contact
telegram-card-none = There is no number here to save. Write your question again for today’s answer.

## Inline mode

telegram-inline-private = Ask in a private chat
telegram-inline-too-many = Too many at once: ask in a private chat
telegram-inline-answer = Whom to ring

## Where somebody is

telegram-nearby = Nearest in a straight line: { $office }, about { $kilometres } km{ $of ->
    [town] , measured to the middle of its town.
   *[office] .
  } Another office may serve your place: name the town to be sure. Where you are was used for this and is not kept.
telegram-nearby-far =
    That is far from the offices of this area that Signpost knows. Write the town, and Signpost says whose area it is in.
    If someone is in immediate danger, call 999.
telegram-nearby-none =
    The directory does not say where the offices of this area are. Write the town, and Signpost says which office serves it.
    If someone is in immediate danger, call 999.

## An account is suspended

telegram-command-suspend = Suspend an account
telegram-suspend-how = Write the account behind it, as an alarm or the command line names it: /suspend a3f09c2b7d51e864a.
telegram-suspend-sure = Suspend this account? Whoever has it is told only what anybody may know, from the next message on, and its open invitations are taken back.
telegram-suspend-button = Suspend the account
telegram-suspend-restore-button = Restore the account
telegram-suspend-done = The account is suspended.
telegram-suspend-restored = The account is what it was.
telegram-suspend-not-yours = Nothing was changed: there is no such account that is yours to judge.

## A group of duty officers

telegram-command-dutygroup = Reach duty officers in this group
telegram-dutygroup-in-the-group = Write this in the group in which the duty officers are reached: /dutygroup worcester nps.
telegram-dutygroup-how = Write the office and the provider behind it: /dutygroup worcester nps. /dutygroup off ends it.
telegram-dutygroup-is = Call backs offered to the duty officer of the { $provider ->
    [nps] NPS
   *[crc] CRC
  } are offered here too: { $office }.
telegram-dutygroup-done = From now on, call backs offered to the duty officer of the { $provider ->
    [nps] NPS
   *[crc] CRC
  } are offered here too: { $office }. Everybody in this group sees which agency asks, about what and until when, but no number and no case. Only whoever is on can take one. /dutygroup off ends it.
telegram-dutygroup-not-yours = Nothing was changed: { $office } is in another area than yours.
telegram-dutygroup-gone = No call backs are offered here any longer.
telegram-dutygroup-none = Nothing was changed: no call backs of an office of yours are offered here.

## On the rota oneself

telegram-command-available = Say that you are away, or back
telegram-command-cover = Take over a colleague’s shift
telegram-not-on-rota = This account is nobody on the rota. Whoever keeps the directory links it: the column person of accounts.
telegram-available-how = How long are you away? Calls then go to whoever is next. Or write: /available until 15:30.
telegram-available-sure = Are you away from now on?
telegram-available-sure-on = Are you back?
telegram-available-until = Away until { $time }
telegram-available-on = I am back
telegram-available-is-off = You are away until { $moment }. Answers pass you over until then.
telegram-available-is-on = You are back on the rota.
telegram-available-was-on = You have not said that you are away. Nothing was changed.
telegram-available-leaves-nobody = That leaves nobody on duty from { $moment }. A colleague can take over with /cover. Without one, callers are sent a step higher.
telegram-available-all-the-same = I am away all the same
telegram-cover-whom = From whom do you take over, from now on?
telegram-cover-nobody = None of your colleagues is on duty now.
telegram-cover-for = { $who }, until { $moment }
telegram-cover-done = You have taken over from { $who } until { $moment }.
telegram-calendar-about = Your calendar can read your shifts by itself, from an address that is yours alone. Whoever has the address sees when and where you are on duty, without your name. A new address ends the one before.
telegram-calendar-make = Make a new address
telegram-calendar-take-back = Take the address back
telegram-calendar-made =
    Add a calendar by its address (“from URL”, “subscribe”) and paste this. It is shown this once:
    { $address }
telegram-calendar-taken-back = Nothing is read at your address any longer.
telegram-shifts-none = You have no shift in the next two weeks.
telegram-shifts-yours = Your shifts:
telegram-shifts-line = { $role }, { $where }: { $begins } to { $ends }
telegram-shifts-ask = Cover or swap: { $begins }
telegram-shifts-ask-sure = Ask whoever holds this post and is free then to take it over? Until somebody does, it stays yours.
telegram-shifts-ask-button = Yes, ask them for cover
telegram-shifts-swap-button = Swap it for a colleague’s shift
telegram-shifts-swap-which = For which shift would you swap it?
telegram-shifts-swap-none = No colleague who holds this post has a shift in the next two weeks that could be swapped with it. You can ask for cover.
telegram-shifts-swap-with = { $who }: { $begins }
telegram-shifts-swap-sure = You would give: { $shift }. You would have: { $back }. Until { $who } accepts, nothing changes.
telegram-shifts-swap-ask = Ask { $who } to swap
telegram-shifts-swap-asked = { $who } is asked to swap. You are told what they say; until { $until } they can accept. Until then both shifts stay as they are.
telegram-shifts-asked-already = You have asked for this shift already. To ask for something else, take that back first.
telegram-shifts-asked = { $count ->
    [one] One colleague is asked.
   *[other] { $count } colleagues are asked.
  } You are told who takes it; if nobody has by { $until }, you and your SPO are told. Until then it stays yours.
telegram-shifts-nobody-to-ask = Nobody who holds this post, is free then and uses Signpost can be asked. The shift stays yours: ring your SPO.
telegram-shifts-withdraw = No longer needed
telegram-shifts-withdrawn = Nobody can take it any longer. The shift stays yours.
telegram-shifts-swapped = You have swapped. Your colleague is told. Yours now:
telegram-shifts-taken = You have taken it over. Your colleague is told.
telegram-shifts-declined = You have not taken it.
telegram-shifts-refused = { $refusal ->
    [taken] Nothing was changed: it is taken.
    [withdrawn] Nothing was changed: whoever asked has taken it back.
    [nobody] Nothing was changed: nobody took it in time, so it is no longer asked for.
    [changed] Nothing was changed: the rota has changed since, and a shift of it is somebody else’s now.
    [keeper] Nothing was changed: other entries of the rota are in the way. Whoever keeps the rota can make this change.
    [not_free] Nothing was changed: you are on or away at that time, or no longer hold this post.
   *[unknown] Nothing was changed: you are not asked for this.
  }
