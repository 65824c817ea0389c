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
    [1] Today
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

## The pages of it

overview-page = { $view ->
    [enquiries] Enquiries
    [requests] Call backs and requests
   *[coverage] Who is on duty in the next 4 weeks
  }
overview-views = What to look at
overview-choose = { $what ->
    [days] Of which days
    [since] First day, if your own
    [until] Last day, if your own
    [area] Area
    [office] Office
   *[provider] Provider
  }
overview-choose-all = { $what ->
    [area] all areas
    [office] all offices
   *[provider] both providers
  }
overview-own = Days of your own
overview-show = Show
overview-nothing = Nothing happened in these days that there are figures of.
overview-nearest-five = How many enquiries there were is told to the nearest 5, each number by itself: so no number tells of one person, and the parts need not add up to the whole. An enquiry is a message in which something is asked.
overview-file = { $ending ->
    [csv] As a file: CSV
   *[xlsx] As a file: workbook (XLSX)
  }
overview-wrong-days = { $wrong ->
    [turned] The last day is before the first. Give the earlier day first.
    [too-many] Figures are kept for a year. Choose a year or less.
   *[unreadable] Give the first day and the last day, as 1 November 2026 or 2026-11-01.
  }
figure-title = { $figure ->
    [ended] How enquiries ended
    [days] Enquiries on each day
    [weeks] Enquiries in each week
    [hours] When in the day people ask
    [weekdays] On which day of the week
    [topics] What people ask about
    [channels] Where people ask
    [areas] Enquiries by area
    [offices] Enquiries by office
    [lengths] How long a call back takes
    [missed-hours] When steps are not taken in time
    [missed] Which posts do not take a step in time
    [gaps] Where nobody was on duty
    [open] Call backs open now
    [outcomes] How call backs ended
    [moved] Moved to the other provider, and why
    [risks] Conversations about a risk
    [overdue] Replies overdue, by agency
    [endings] How requests for information ended
   *[answered] How long a reply takes
  }
figure-by = { $figure ->
    [days] Day
    [weeks] Week from
    [hours] Hour from
    [weekdays] Day
    [topics] Topic
    [channels] Channel
    [areas] Area
    [offices] Office
    [missed-hours] Hour from
    [missed] Post and hour
    [gaps] Post
    [open] State
    [moved] Who, and why
    [overdue] Agency
    [lengths] Until when
    [answered] Until when
   *[ended] How it ended
  }
figure-count = How many
figure-time = How long
figure-most = The most: { $list }.
figure-as-table = As a table
figure-rest = The rest
weekday-short = { $day ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[6] Sun
  }
figure-contact = an office or a number
figure-no-topic = topic not known
figure-no-area = area not known
figure-no-office = { $where }, no one office
figure-day = { $day } { $month }
figure-until = { $until ->
    [taken] { $share ->
        [half] taken: half within
       *[most] taken: 9 in 10 within
      }
    [closed] { $share ->
        [half] closed: half within
       *[most] closed: 9 in 10 within
      }
   *[answered] { $share ->
        [half] answered: half within
       *[most] answered: 9 in 10 within
      }
  }
channel = { $channel ->
    [web] web page
    [telegram] Telegram
    [terminal] terminal
    [api] other systems
   *[other] elsewhere
  }
request-state = { $state ->
    [waiting] waiting for the office to open
    [offered] offered, not taken yet
   *[taken] taken, to be rung
  }
information-ending = { $ending ->
    [came] the reply came
    [answered] answered, says the agency
    [not_theirs] not theirs to answer
    [not_needed] no longer needed
   *[unanswered] never answered
  }
coverage-said = Posts with gaps: { $with_gaps } of { $posts }. Nobody is on duty for { $hours } hours in all. Days on which something clashes: { $clashes }.
coverage-sign = { $sign ->
    [on] ✓
    [gap] 8
    [clash] ×
   *[closed] –
  }
coverage-means = { $sign ->
    [on] on duty in all hours
    [gap] so many hours in which nobody is on duty
    [clash] two have the same post, or somebody two posts, at the same time
   *[closed] closed
  }
coverage-caption = Each post that a rota is kept for, the most gaps first
coverage-post = Post
coverage-left-out = { $count ->
    [one] 1 more post has no more gaps than these. Choose an office to see it.
   *[other] { $count } more posts have no more gaps than these. Choose an office to see them.
  }
coverage-none = No rota is kept here, so posts are rung as if somebody were always on duty.
coverage-keep = Close gaps in the rota
