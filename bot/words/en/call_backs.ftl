## Asking to be called back

call-back-button = Call me back
call-back-offer = { $post } can be asked to ring you, on your number that ends in { $digits }. Another: send /number and the number.
call-back-no-number = { $post } can be asked to ring you. Say on which number first: send /number and the number, as in /number 01905 723591. Then press again:
call-back-phone-first = Whoever can wait on the line is helped soonest by the number above.
call-back-how-urgent = How soon do you need them?
call-back-shut = The office is shut until { $moment }. Whoever cannot wait rings the out-of-hours number now.
call-back-send = { $choice ->
    [urgent] Within the hour
    [today] Today, until the office shuts
    [opening] When the office opens
   *[can_wait] It can wait until tomorrow
  }
call-back-or-until = Or write until when you can be reached, as in “till half 3” or “before 16:00”.
call-back-until-when = That is no time until when you could be rung. Write one from { $earliest } until { $latest }, when the office is open.
call-back-asked = You have asked to be rung on your number that ends in { $digits }. You can be reached until { $until }. What becomes of it is told below. To add a case reference, which stays sealed: /ref and the reference.
call-back-asked-already = You are waiting for this call already, on your number that ends in { $digits }, until { $until }. For another time press “{ call-back-withdraw }” below, then ask again.
call-back-not-for-you = A call back is for people whose job has been checked: send /verify and your secure e-mail address. The number above is for everybody.
call-back-nobody = Nobody on duty there can be reached by a message just now. Ring the number above.
call-back-one-open = You are waiting for three calls already, and no more can be open at once.
call-back-number-kept = Your number for call backs is { $phone }. It is kept sealed until you send /number off.
call-back-number-none = No number for call backs is kept. Send /number and the number, as in /number 01905 723591.
call-back-number-wrong = That is not a telephone number in use. Send /number and the number, as in /number 01905 723591.
call-back-number-gone = Your number for call backs is forgotten.
call-back-withdraw = No longer needed
call-back-reference-kept = The case reference is sealed with your call back; only probation staff who take it can see it.
call-back-reference-none = You are not waiting for a call, so there is nothing to add a case reference to.
call-back-reference-wrong = That is not a case reference: a capital letter and six digits, as in X123456.
call-back-again-note = This may have reached you already; it was sent again to be sure.

## What the asker is told

call-back-post = { $post }, { $where }
call-back-manager = manager of { $where }
call-back-managers = managers
call-back-offered = { $because ->
    [none] Sent to the { $who }. You are told as soon as somebody takes it.
    [nobody_took_it] Now with the { $who }, because nobody took it in time.
    [promise_missed] Now with the { $who }, because you were not rung as promised.
    [off_shift] Now with the { $who }: the shift before is over.
    [taker_gone] Now with the { $who }: whoever had taken it can ring you no longer.
    [not_delivered] Now with the { $who }: whoever was on before could not be reached.
    [their_case] Now with the { $who }: the case is theirs.
    [their_work] Now with the { $who }: they do this work.
    [opened] The office is open. Sent to the { $who }.
   *[other] Now with the { $who }.
  }
call-back-taken = Taken by the { $who }, who will ring you by { $time }.
call-back-promised = The { $who } will now ring you by { $time }.
call-back-waits = The office is shut. Your call back waits until it opens on { $moment }, and is sent then. If it cannot wait:
call-back-not-reached = You were rung and did not answer. You will be rung once more, by { $time }.
call-back-ring = { $because ->
    [shut] The office has shut, and nobody has taken your call back. It is closed. Ring:
    [time_over] The time in which you can be reached is over, and nobody has rung. Your call back is closed, and the managers of the area know. Ring:
    [nobody_left] There is nobody left to ask, and your call back is closed. Ring:
   *[other] Nobody on duty has taken your call back, and the managers of the area now have it. Do not wait for them. Ring:
  }
call-back-closed = Closed: { $outcome }.
outcome = { $outcome ->
    [helped] helped
    [passed_on] passed on to the responsible officer
    [risk_accepted] the NPS takes the case over
    [risk_not_accepted] the case stays with the CRC
    [not_needed] no longer needed
    [not_reached] the caller could not be reached
    [withdrawn] withdrawn by the caller
    [told_to_ring] the caller was told to ring out of hours
   *[unanswered] nobody took it
  }

## What staff are told

call-offer = { $urgency ->
    [urgent] Urgent: somebody asks to be rung.
    [today] Somebody asks to be rung today.
   *[can_wait] Somebody asks to be rung. It can wait until tomorrow.
  }
call-about = { $from } · { $topic } · { $where }
call-from-reception = a caller, by way of reception at { $office }; nobody has checked who they are
call-from-nobody = an agency
call-no-topic = no topic given
call-asked = Asked at { $asked }. Can be reached until { $until }.
call-because = { $because ->
    [nobody_took_it] Whoever was asked before has not taken it.
    [promise_missed] Whoever took it has not rung as promised.
    [off_shift] Handed on from the shift before.
    [taker_gone] Whoever had taken it can ring no longer. The caller has been told.
    [not_delivered] Whoever was asked before could not be reached.
    [their_case] The other provider says that the case is yours.
    [their_work] The other provider says that this is your work.
    [nobody_left] Nobody on duty has it.
    [none] Nobody on duty has it.
   *[other] It waited for the office to open.
  }
call-take = { $minutes ->
    [60] I’ll take it and ring within an hour
    [120] I’ll take it and ring within 2 hours
    [240] I’ll take it and ring within 4 hours
    [480] I’ll take it and ring within 8 hours
   *[other] I’ll take it and ring within { $minutes } minutes
  }
call-longer = { $minutes ->
    [60] Ring within an hour instead
    [120] Ring within 2 hours instead
    [240] Ring within 4 hours instead
    [480] Ring within 8 hours instead
   *[other] Ring within { $minutes } minutes instead
  }
call-not-ours = { $provider ->
    [nps] Not ours: the case is the NPS’s
   *[crc] Not ours: the case is the CRC’s
  }
call-not-our-work = { $provider ->
    [nps] Not ours: the NPS does this work
   *[crc] Not ours: the CRC does this work
  }
call-yours = Yours. Ring { $phone } by { $time }.
call-yours-unreadable = Yours, but the number can no longer be read. The caller has been told that you will ring by { $time }: ask their agency for it.
call-done = Done: { $outcome }
call-cannot-reach = Cannot reach the caller
call-show = Show the case reference
call-reference = Case reference: { $reference }. That you saw it stands in the audit.
call-no-reference = There is no case reference with it any longer.
call-over = { $state ->
    [taken] Taken by somebody: nothing left to do here.
    [closed] Closed: { $outcome }.
    [waiting] The office is shut: this waits until it opens.
   *[offered] This has moved on to the { $who }.
  }
call-over-yours = { $state ->
    [taken] Still yours: see below.
    [closed] Closed: { $outcome }. The number is forgotten.
   *[other] No longer yours. The number is gone from here.
  }
call-reminder = You said that you would ring by { $time }: { $where }, asked at { $asked }. Once you have rung, say above how it ended. If you need longer, say so there.
call-missed = You have not said that you rang by { $time }, so this is no longer yours, and goes one step higher.
call-handed-on = You are off shift. What you had taken is with whoever is on now.
call-taker-gone = Your account is stopped, so what you had taken is with others. Do not ring the caller.
call-withdrawn = The caller no longer needs you. Nothing is left to do.
call-unanswered = Nobody took a call back: { $where }, asked at { $asked }. The caller has been told whom to ring.
call-summary = You are on now. { $count ->
    [one] One call back is open with you:
   *[other] { $count } call backs are open with you:
  }
call-summary-line = Asked at { $asked }: { $topic } · { $where }
call-shift = You are on as { $who }, from { $begins } until { $ends }. Call backs come to you then. If you cannot: /available, or ask a colleague to use /cover.
cover-shift = { $post }, { $where }, { $begins } to { $ends }
cover-asked = { $who } asks for cover: { $shift }. Whoever accepts first has the shift.
cover-take = I’ll take it
cover-decline = I can’t
cover-taken = { $taker } has taken over from you: { $shift }.
cover-yours = You have taken over from { $who }: { $shift }.
cover-nobody = Nobody has taken your shift over: { $shift }. It stays yours. Your SPO is told too. If you cannot be there, say so when it begins: /available.
cover-uncovered = Nobody has taken this shift over, for which { $who } asked for cover: { $shift }. If nobody is on then, callers are sent a step higher.
swap-asked = { $who } asks you to swap a shift. You would have theirs: { $shift }. They would have yours: { $back }.
swap-take = Yes, swap
swap-taken = { $taker } has swapped with you. Theirs now: { $shift }. Yours now: { $back }.
swap-yours = You have swapped with { $who }. Yours now: { $shift }. Theirs now: { $back }.
swap-nobody = { $taker } has not swapped with you. It stays yours: { $shift }. You can ask another colleague, or for cover: /shifts.
call-none = No call back is open with you.
call-refused = { $refusal ->
    [closed] Nothing was changed: this has been closed meanwhile.
    [taken] Nothing was changed: somebody else has taken this.
    [not_on] Nothing was changed: only somebody who is on duty now can take this.
    [not_yours] Nothing was changed: this is not yours, or no longer.
    [changed] Nothing was changed: this has moved on since that button was drawn.
   *[unknown] Nothing was changed: there is no such call back any longer.
  }
call-meanwhile = Meanwhile: { $what }.
call-noted = { $what ->
    [offered] offered to the { $who }
    [nobody_on] nobody on duty as { $who }
    [unanswered] not taken by the { $who }
    [taken] taken by the { $who }
    [promised] another time promised
    [promise_missed] the promise was missed
    [taker_gone] whoever had taken it can ring no longer
    [moved] moved to the other provider
    [not_reached] the caller did not answer
    [waits] the office shut
   *[closed] closed
  }
call-overdue = { $requests } call backs or requests and { $messages } messages are more than a minute late. Look at the log of Signpost and at its database.
