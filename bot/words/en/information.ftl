## Information that was asked of another agency

information-kind = { $kind ->
    [offences] offences and intelligence
    [domestic_abuse] domestic abuse call-outs
    [children] what children’s services know
    [adults] what adult social care knows
    [court_papers] papers from court
    [address] whether an address is suitable
    [health] health and treatment
    [youth] youth offending records
   *[custody] prison records
  }
information-none-asked = Nothing that was asked of another agency is open.
information-none-of-you = Nothing is asked of your agency at the moment.
information-open = { $count ->
    [one] 1 request for information is open:
   *[other] { $count } requests for information are open:
  }
information-line = No. { $number } · { $agency } · { $what } · by { $due } · { $state ->
    [asked] not answered yet
    [overdue] overdue
    [answered] the agency says that it has answered
    [came] closed: the reply has come
    [not_theirs] closed: not theirs
    [not_needed] closed: no longer needed
   *[unanswered] closed: never answered
  }
information-see = No. { $number }: { $agency }
information-asked-by = Asked by: { $post }, { $where }, on { $day }
information-chased = { $count ->
    [one] The agency has been reminded once.
   *[other] The agency has been reminded { $count } times.
  }
information-new = Record a new request
information-back = Back to the list
information-no-agency = No agency of this area is in the directory, so there is nobody to choose. Whoever keeps the directory can add agencies.
information-which-agency = Which agency have you asked? What you need to say about the person goes to the agency itself, never here.
information-which-kind = What have you asked { $agency } for?
information-how-long = When do you need the reply?
information-within = { $days ->
    [0] Today
    [1] On the next working day
   *[other] Within { $days } working days
  }
information-as-which = Which provider are you asking for?
information-recorded = Recorded as No. { $number }. Quote that number to the agency. If the reply is late, the agency is reminded, and then your SPO is told.
information-nobody-there = Nobody at { $agency } uses Signpost, so when the reply is late you are reminded and they are not.
information-add-reference = To keep the case reference with it, sealed, send /requests and the reference, as in /requests X123456.
information-reference-kept = The case reference is sealed with No. { $number }. Only you and your managers can see it; the agency cannot.
information-reference-none = You have no open request, so there is nothing to add a case reference to.
information-reference = Case reference: { $reference }. That you saw it stands in the audit.
information-no-reference = There is no case reference with it any longer.
information-answered = We have answered
information-not-theirs = Not ours to answer
information-came = The reply has come
information-not-come = The reply has not come
information-not-needed = No longer needed
information-show = Show the case reference
information-refused = { $refusal ->
    [closed] Nothing was changed: this has been closed meanwhile.
    [changed] Nothing was changed: this has moved on since that button was drawn.
    [answered] Nothing was changed: it was said before that this is answered.
   *[unknown] Nothing was changed: there is no such request, or it is not for you.
  }

## What each side is told

information-told-asked = { $where } has asked { $agency } for information: No. { $number }, { $what }. The reply is needed by { $due }. Reply to whoever asked, never here; then press:
information-told-overdue = { $to ->
    [agency] Overdue: No. { $number }, { $what }, for { $where }. It was needed by { $due }. Reply to whoever asked, never here; then press:
   *[asker] { $reached ->
        [yes] Overdue: No. { $number }, { $what }, was needed by { $due }. { $agency } has been reminded. Has it come?
       *[no] Overdue: No. { $number }, { $what }, was needed by { $due }. Nobody at { $agency } uses Signpost: remind them yourself. Has it come?
      }
  }
information-told-late = { $to ->
    [agency] Still overdue: No. { $number }, { $what }, for { $where }. It was needed by { $due }. Reply to whoever asked, never here; then press:
    [managers] Still overdue, and yours to take further: No. { $number }, asked of { $agency } by { $where }: { $what }. It was needed by { $due }.
   *[asker] Still overdue: No. { $number }, { $what }, asked of { $agency }. It was needed by { $due }. Your SPO has been told. Has it come?
  }
information-told-unreachable = Signpost can reach nobody at { $agency } about No. { $number }, { $what }, needed by { $due }. Ring or write to them yourself. Has it come?
information-told-answered = { $agency } says that it has answered No. { $number }, { $what }. Has the reply come?
information-told-not-come = { $where } has no reply to No. { $number }, { $what }. Send it again to whoever asked, never here; then press:
information-told-handed-on = Yours to follow now, as whoever asked has left or is stopped: No. { $number }, asked of { $agency } by { $where }: { $what }. It is needed by { $due }.
information-told-closed = { $ending ->
    [came] No. { $number }, { $what }, for { $where }: the reply has come. Nothing is left to do.
    [not_needed] No. { $number }, { $what }, for { $where }: no longer needed. Nothing is left to do.
    [not_theirs] { $agency } says that No. { $number }, { $what }, is not theirs to answer. It is closed. Ask whoever has it, and record that:
    [answered] No. { $number }, { $what }, is closed: { $agency } says that it has answered, and nobody has said otherwise.
   *[unanswered] No. { $number }, { $what }, asked of { $agency } by { $where }, was never answered, and is no longer chased. It was needed by { $due }.
  }
