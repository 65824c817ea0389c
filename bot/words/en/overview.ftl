## How the service works, in figures

overview-of = How it goes: { $where }, from { $begins } to { $ends }
overview-scope = { $provider ->
    [nps] NPS, { $where }
   *[crc] CRC, { $where }
  }
overview-everywhere = all areas
overview-enquiries = Enquiries, to the nearest five: { $list }
enquiry-ended = { $ended ->
    [answered] answered
    [clarified] one more fact asked for
    [emergency] 999 first
    [declined] may not be told
   *[unknown] not understood
  }
overview-open = { $count ->
    [0] No call back is open now.
    [one] Open now: 1 call back, asked for on { $oldest }.
   *[other] Open now: { $count } call backs, the oldest asked for on { $oldest }.
  }
overview-asked = { $count ->
    [0] Nobody asked for a call back.
    [one] Asked for: 1 call back.
   *[other] Asked for: { $count } call backs.
  }
overview-taken = Taken: { $count }, half of them within { $median }, nine in ten within { $ninetieth } of opening hours.
overview-closed = Closed: { $count }, half of them within { $median }, nine in ten within { $ninetieth } of opening hours.
overview-outcomes = How they ended: { $list }
overview-risks = Conversations about a risk: { $list }
overview-unanswered = Not taken in time: { $list }
overview-gaps = Nobody on duty: { $list }
overview-moved = Moved to the other provider: { $list }
overview-move = { $because ->
    [their_work] { $provider ->
        [nps] by the NPS, as it is the CRC’s work
       *[crc] by the CRC, as it is the NPS’s work
      }
   *[their_case] { $provider ->
        [nps] by the NPS, as it is the CRC’s case
       *[crc] by the CRC, as it is the NPS’s case
      }
  }
overview-times = { $what } ({ $count })
overview-at = { $post }, in the hour from { $time }
overview-not-over = not over yet
overview-information = { $count ->
    [0] Nothing was asked of another agency; { $open } open now.
    [one] Asked of other agencies: 1; { $open } open now.
   *[other] Asked of other agencies: { $count }; { $open } open now.
  }
overview-overdue = { $count ->
    [0] No reply is overdue.
    [one] 1 reply is overdue. It was needed by { $oldest }.
   *[other] { $count } replies are overdue. The oldest was needed by { $oldest }.
  }
overview-overdue-at = Overdue with: { $list }
overview-answered = Answered: { $count }, half of them within { $median }, nine in ten within { $ninetieth }.
overview-days = { $days ->
    [7] The last 7 days
    [28] The last 4 weeks
   *[91] The last 13 weeks
  }
overview-not-yours = Figures are for whoever manages: an SPO, a duty SPO or a head by the rota, and whoever keeps the directory. Your account is none of them. If you manage a team, ask the keeper of the directory to put you on the rota.
duration-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
  }
duration-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
  }
duration-days = { $count ->
    [one] 1 day
   *[other] { $count } days
  }
