# The rota as a calendar, for whoever keeps it.

rota-title = Rota
rota-area = Area
rota-office = Office
rota-whole-area = The whole area
rota-by = Lines
rota-by-post = Posts
rota-by-person = People
rota-stretch = Days
rota-stretch-week = a week
rota-stretch-month = a month
rota-day = Day
rota-show = Show
rota-busy = One moment: it is looked at what this would leave.
rota-failed = That did not reach Signpost. Nothing was changed: try again.
rota-turn = Other days
rota-before-week = Week before
rota-before-month = Month before
rota-today = Today
rota-after-week = Week after
rota-after-month = Month after
rota-week-of = { $first } to { $last }
rota-line-away = Away, cover and swaps
rota-cell = { $line }, { $day }
rota-add-here = Add: { $where }
rota-palette = Drag somebody to a day
rota-clashing = What clashes in these days

rota-drag-scope = A weekly shift that is dragged, or moved by a key, changes
rota-scope-once = on that day only
rota-scope-weekly = each week from then on
rota-scope-all_days = on all its days from then on

rota-keys = By keyboard
rota-key-open = Enter on an entry: change or remove it
rota-key-day = Left and right: a day earlier or later
rota-key-line = Up and down: the line above or below
rota-key-time = Ctrl with left and right: half an hour earlier or later
rota-key-end = Shift with left and right: ends half an hour earlier or later, or a day where it is whole days
rota-key-remove = Delete: remove it
rota-key-add = Enter on +: add something on that day

rota-post-of-team = { $post }, { $team }
rota-every-post = every post
rota-all-day = all day
rota-from = from { $time }
rota-until = until { $time }
rota-on-a-day = { $day }, { $times }
rota-each-week = { $days }, { $times }, from { $since } on{ $until ->
    [none] {""}
   *[other] {""}, until { $until }
  }
rota-row-weekly = { $person }, { $post }: { $when }
rota-row-shift = { $person }, { $post }: { $when }
rota-row-absence = { $person } is away: { $when }
rota-row-cover = { $person } covers for { $other }, { $post }: { $when }
rota-row-swap = { $person } and { $other } swap, { $post }: { $when }
rota-piece-absence = { $person } is away
rota-piece-cover = { $person } for { $other }
rota-piece-swap = { $person } and { $other } swap
rota-instead = { $who ->
    [nobody] nobody { $when }
   *[other] { $who } instead { $when }
  }
rota-gap-piece = Nobody { $times }
rota-gap = { $post }: { $when }
rota-clash-same_post = { $posts }: { $people } both have it, { $when }
rota-clash-same_person = { $people } has two at once, { $posts }: { $when }

## The form of an entry

rota-panel-new = Add to the rota
rota-panel-row = Change this entry
rota-kind = What it is
rota-kind-weekly = a shift each week
rota-kind-shift = a shift once
rota-kind-absence = somebody is away
rota-kind-cover = cover for somebody
rota-kind-swap = a swap
rota-person = Person
rota-other = For whom, or with whom
rota-post = Post
rota-role = Post
rota-starts = Begins
rota-ends = Ends
rota-source = Source
rota-days = Days
rota-team = Team
rota-provider = Provider
rota-valid_from = First day
rota-valid_to = Last day
rota-on_bank_holidays = Bank holidays
rota-assumed = Assumed
rota-sample = Sample
rota-choose = Choose
rota-nobody = nobody
rota-scope = What changes
rota-weekly = If it is each week
rota-weekly-hint = From the day on which it begins, on the days chosen here; on that day of the week where none is.
rota-until-day = Last day, if there is one
rota-holidays = also on bank holidays
rota-do-move = Change
rota-do-remove = Remove
rota-do-add = Add
rota-do-close = Leave it
rota-wrong = { $field }: { $what }

## The draft

rota-draft = { $count ->
    [one] 1 change, not saved yet
   *[other] { $count } changes, not saved yet
  }
rota-edit-add = Added: { $row }
rota-edit-move = Changed: { $row }. It is now: { $new }
rota-edit-remove = Removed: { $row }
rota-opens = Nobody would be on duty
rota-closes = Somebody would be on duty again
rota-clashes = This would clash
rota-no-effects = It leaves nobody out within a year, and nothing clashes.
rota-more = and { $count } more
rota-do-save = Save
rota-do-force = Save, although nobody is on duty then
rota-do-undo = Undo the last
rota-do-drop = Drop them all

rota-saved = Saved. It holds everywhere within a second or two.
rota-old-page = The page was too old, or not filled in by Signpost. Nothing was changed: begin again.
rota-row-gone = Part of what you changed is no longer on the rota, so that was left out. Look at what is there now.
rota-draft-full = That was not done, as the draft is long already: save it first.
rota-edit-refused = That cannot be done
rota-not-yours = That is in an area that somebody else keeps. Nothing was changed.
rota-not-saved-changed = Not saved: somebody else changed the rota meanwhile. Look at what they did, then save or drop yours.
rota-not-saved-holes = Not saved: somebody who asks would find nobody. Close these times, or save all the same.
rota-meanwhile = What was changed meanwhile
rota-meanwhile-add = { $at }: { $who } added { $what }
rota-meanwhile-add-gone = { $at }: { $who } added entry { $what }
rota-meanwhile-change = { $at }: { $who } changed an entry, which is now { $what }
rota-meanwhile-change-gone = { $at }: { $who } changed entry { $what }
rota-meanwhile-remove = { $at }: { $who } removed { $what }
rota-meanwhile-remove-gone = { $at }: { $who } removed entry { $what }
rota-meanwhile-import = { $at }: { $who } brought in a file

## Holes

hole-line = { $when }, { $where }: { $fault }
hole-at = whatever is asked, { $where }
hole-unmanned = nobody is on the rota
hole-no-answer = no number is answered
hole-no-numbers = the area holds no numbers
hole-remedy-unmanned = Put somebody on the rota then.
hole-remedy-no-answer = { $line ->
    [none] Name an Approved Premises as the out-of-hours line of the area, and enter its number.
   *[other] Enter a number that is answered then for { $line }.
  }
hole-remedy-no-numbers = Enter the numbers of its offices and its out-of-hours line.

hole-title = Hours with nobody
hole-what = Everything that can be asked is asked for each hour to come, by whoever may ask. These are the hours in which nobody could be reached.
hole-span-month = the coming month
hole-span-year = the coming year
hole-working = This is being worked out. The page looks again by itself in a few seconds.
hole-none = There is no such hour.
hole-asked = { $questions } questions were asked, in { $spans } stretches of time in which nothing changes.
hole-count = { $count ->
    [one] There is 1.
   *[other] There are { $count }.
  }
hole-wrong = Then { $fault }.
