## The desk, for reception

reception-title = Desk: { $office }
reception-box = Whom or what do they ask for?
reception-hint = An office, a person, a post, a team, a topic, a number or a programme. What you type is kept nowhere. Leave out names of people on supervision.
reception-look-up = Look up
reception-other-office = Another office
reception-choose = Show
reception-keys = Keys: Esc empties the box. Enter finishes, and looks up a case. Down and Up move. Alt+C copies the number, Alt+L logs whom you sent them to, Alt+R asks for a call back: of the one you are on, or of the first.
reception-answer = Answer
reception-finds = In the directory
reception-enter-for-case = A case is looked up once you press Enter, and that you looked stands in the audit.
reception-too-fast = That was a lot at once. Wait a moment and go on.

## What was found

reception-find-unknown = That number is not in the directory.
reception-find-led = { $name }: { $provider ->
    [nps] NPS
    [crc] CRC
    [both] NPS and CRC
   *[none] by the case
  }
reception-find-at = { $name }, { $where }
reception-programme-run = { $where }{ $start ->
    [none] { "" }
   *[other] . Next start: { $start }
  }
reception-own-number = Own number, for colleagues only
reception-no-number = No number in the directory
reception-extension = extension { $extension }
reception-person-off = Not on duty just now.

## How a post stands

reception-now = { $name ->
    [none] On duty
   *[other] { $name }
  }{ $until ->
    [none] { "" }
   *[other] { " " }until { $until }
  }
reception-next = Next: { $name ->
    [none] from
   *[other] { $name }, from
  } { $from }{ $until ->
    [none] { "" }
   *[other] { " " }to { $until }
  }
reception-nobody-until = Nobody on duty until { $until }
reception-nobody-from = Nobody on duty from { $from } to { $until }
reception-nobody-now = Nobody is on just now.
reception-no-rota = No rota is kept: ring and ask.
reception-sample = sample
reception-stale = may be out of date

## The board

reception-today = Today, { $day }
reception-open = Open until { $until }
reception-always-open = Open day and night
reception-shut = Shut until { $moment }
reception-shut-for-long = Shut
reception-hours-assumed = The hours are our best guess.
reception-of-the-area = For the whole area
reception-out-of-hours = Out of hours, day and night
reception-who-can-say = Has no number of its own. Ask whom to call:
reception-notices = Notices
reception-no-notices = Nothing to notice.
reception-notice-suspect = { $phone }: a caller says that it is wrong. Try the next.
reception-notice-stale = { $phone }: nobody has checked it lately.
reception-notice-closed = Closed on { $day }, a bank holiday.
reception-notice-hours = From { $day }: { $hours }.
reception-notice-shuts_down = From { $day } this office is no longer in the directory.
reception-notice-begins = From { $day } there is: { $post }.
reception-notice-ends = From { $day } there is no longer: { $post }.
reception-notice-renumbered = From { $day } another number for: { $post }.
reception-notice-renumbered-to = From { $day } on { $phone }: { $post }.
reception-from = From { $day }:
reception-live = This page follows changes by itself.
reception-not-live = This page does not follow changes just now: load it anew to see the newest. Where many pages of the desk are open, close some.
reception-many-open = Too many pages of the desk are open for your account: close some, and this one follows changes again.
reception-changed = The board has changed.

## Copying, logging, calling back

reception-copy = Copy number
reception-copied = Copied:
reception-log = Log: sent here
reception-logged = Logged: { $asked ->
    [none] sent to
   *[other] asked for { $asked }, sent to
  } { $sent }.
reception-not-logged = That could not be logged: the page is from before something changed. Look it up again.
reception-log-failed = That could not be logged just now. Try again in a minute.
reception-call-back = Call back
reception-call-hint = The number is sealed, told only to whoever takes the call, and gone when it is over. Nothing else about the caller goes with it.
reception-call-number = The caller’s number
reception-call-wrong-number = That is not a telephone number in use. Write it like 01905 723591.
reception-call-how-soon = How soon do they need somebody?
reception-call-send = Ask for the call back
reception-call-asked = Asked for: the { $post } is told. Tell the caller that somebody rings by { $until }, if anybody is free; whoever can wait on the line is helped soonest.
reception-call-nobody = Nobody there can be reached by a message just now. Give the caller the number.
reception-call-too-many = You have asked for many call backs already, so this one was not asked for. Give the caller the number; when others are over you can ask again.
reception-call-withdrawn = Withdrawn: the caller is not rung any longer.
reception-call-not-withdrawn = Nothing was changed: that call back is over.
reception-calls = Call backs asked for here
reception-call = { $asked }: { $topic }, { $provider ->
    [nps] NPS
   *[crc] CRC
  }.
reception-call-offered = With the { $who }.
reception-call-taken = Taken by the { $who }, to ring by { $time }.
reception-call-waiting = Waits for the office to open.
reception-call-closed = Over: { $outcome }.
