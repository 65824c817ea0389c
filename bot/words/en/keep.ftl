# The keeper's pages.

keep-pages = The keeper’s pages
keep-page-front = Keep the directory
keep-page-due = To check
keep-page-rota = Rota
keep-page-holes = Holes
keep-page-directory = Directory
keep-page-import = Import
keep-page-unanswered = Not understood
keep-page-accounts = Accounts
keep-page-audit = Audit

keep-front-of = What you keep is of { $area }.
keep-front-of-all = You keep all areas.
keep-front-due = { $count ->
    [0] Nothing is due for a check.
    [one] One number or programme is due for a check.
   *[other] { $count } numbers and programmes are due for a check.
}
keep-front-suspect = { $count ->
    [one] A caller has reported one of them.
   *[other] Callers have reported { $count } of them.
}
keep-front-rota = Who is on which post, by week or month, and what a change would leave.
keep-front-holes = When somebody would be left with nobody to ring, and what closes that.
keep-front-directory = Offices, contacts, numbers, places and all else, row by row.
keep-front-import = Bring in a file, and see beforehand what it would change.
keep-front-unanswered = { $count ->
    [0] No new words to teach.
    [one] One word that nobody knows yet.
   *[other] { $count } words that nobody knows yet.
}
keep-front-accounts = Who has been verified; invite, suspend, restore.
keep-front-audit = Who changed what, and when.

## What is due for a check

keep-due-how = Ring each number, or ask whoever runs the programme. Then say whether it is right.
keep-due-nothing = Nothing is due today.
keep-due-confirmed = { $what } was checked today and is right.
keep-due-not = That is not due any longer, or not yours to check. This is the list as it is now.
keep-due-wrong-person = A caller says that it reached the wrong person.
keep-due-not-working = A caller says that it does not work.
keep-due-since = The last check ran out on { $date }.
keep-due-more = { $count ->
    [one] One more comes after these.
   *[other] { $count } more come after these.
}
keep-due-never = Nobody has checked it yet.
keep-due-used = Used for: { $where }
keep-due-unused = No post uses it.
keep-due-right = It is right
keep-due-wrong = It is wrong: change it

## The directory, row by row

keep-directory-how = Each change is checked as a file is, and shows everywhere within a second or two. What held before is kept.
keep-add = Add one
keep-add-to = { $kind }: add one
keep-find = Look for
keep-search = Search
keep-all-areas = All areas
keep-past = Also what holds no longer
keep-found = { $count ->
    [0] Nothing was found.
    [one] One row.
   *[other] { $count } rows.
}
keep-which = Which
keep-holds = Holds
keep-from = from { $day }
keep-until = until before { $day }
keep-leaves = Pages of the list
keep-leaf = Page { $page } of { $pages }
keep-leaf-before = Page before
keep-leaf-next = Next page
keep-done-add = It is added.
keep-done-change = It is saved.
keep-done-end = It is ended.
keep-save = Save
keep-leave-it = Leave it as it is
keep-optional = (can be left empty)
keep-since = From which day the change holds
keep-since-how = A date like 2026-12-01; until then what held before stays. Leave it empty where it was wrong all along.
keep-end = It holds no longer
keep-end-since = From which day it holds no longer
keep-end-since-how = A date like 2026-12-01. Leave it empty to take the row away, as if it had never been.
keep-end-at-once = The row is taken away at once.
keep-end-button = End it
keep-not-saved = It is not saved yet. What you typed is below.
keep-meanwhile = It is not saved: somebody else has changed it since you opened it.
keep-meanwhile-now = What you typed is below. Where it is different, this stands there now:
keep-trouble = It could not be saved just now; the fault is on our side. What you typed is below: save it again in a minute.
keep-holes-would-open = It is not saved: somebody would be left with nobody to ring.
keep-holes-meant = Save it all the same; this is meant
keep-wrong-nothing = Nothing
keep-wrong-after = { " " }

keep-kind-providers = Providers
keep-kind-areas = Areas
keep-kind-offices = Offices
keep-kind-other-hours = Other hours
keep-kind-teams = Teams
keep-kind-numbers = Numbers
keep-kind-contacts = Contacts
keep-kind-emails = E-mail addresses
keep-kind-secure-domains = Secure domains
keep-kind-places = Places
keep-kind-aliases = Aliases
keep-kind-bank-holidays = Bank holidays
keep-kind-programmes = Programmes
keep-kind-programme-runs = Runs of programmes
keep-kind-people = People
keep-kind-agencies = Agencies

keep-column-about = About
keep-column-accepted = Accepted
keep-column-accredited = Accredited
keep-column-address = Address
keep-column-age_from = Age from
keep-column-age_to = Age to
keep-column-also_called = Also called
keep-column-alternative_names = Other names
keep-column-any_time = At any time
keep-column-area = Area
keep-column-ask_for = Ask for
keep-column-assumed = Assumed
keep-column-cluster = Cluster
keep-column-code = Code
keep-column-confirmed_days = Days a check holds
keep-column-confirmed_on = Confirmed on
keep-column-crc = CRC
keep-column-day = Day
keep-column-delivered_by = Delivered by
keep-column-district = District
keep-column-domain = Domain
keep-column-e164 = Number
keep-column-extension = Extension
keep-column-fallback_office = Office where no place is known
keep-column-former_trusts = Former trusts
keep-column-hours = Hours
keep-column-hours_assumed = Hours assumed
keep-column-id = Id
keep-column-kind = Kind
keep-column-means = Sort
keep-column-name = Name
keep-column-next_start = Next start
keep-column-not_for = Not for
keep-column-nps = NPS
keep-column-number = Number
keep-column-office = Office
keep-column-out_of_hours = Out of hours
keep-column-owner = Owner
keep-column-phrase = Phrase
keep-column-places = Free places
keep-column-population = Population
keep-column-position = Position
keep-column-position_of = Position of
keep-column-price = Price
keep-column-programme = Programme
keep-column-provider = Provider
keep-column-purpose = Purpose
keep-column-purposes = Purposes
keep-column-rate_card = On the rate card
keep-column-redirects_to = Redirects to
keep-column-redirects_until = Redirects until
keep-column-review_days = Days a check holds
keep-column-revoked = Revoked
keep-column-risks = Levels of risk
keep-column-role = Post
keep-column-sample = Sample
keep-column-sessions = Sessions
keep-column-sex = Who may go
keep-column-source = Source
keep-column-team = Team
keep-column-times = When in the week
keep-column-topic = Topic
keep-column-topics = Topics
keep-column-valid_from = Holds from
keep-column-valid_to = Holds no longer from
keep-column-value = Stands for
keep-column-venue = Venue
keep-column-verified_on = Checked on
keep-column-waiting_weeks = Weeks to wait
keep-column-ways = How somebody comes to go

## What was not understood

keep-unanswered-how = What somebody wrote is kept nowhere. A word is shown once three different people have used it in one month.
keep-words = Words that nobody knows
keep-words-nothing = There are no new words to teach.
keep-word-times = { $count ->
    [0] by three people
    [one] by three people, and once more
   *[other] by three people, and { $count } more times
}
keep-word-means = What it stands for
keep-word-means-how = From the next message on it is understood so.
keep-word-other = A place, or a phrase of several words
keep-word-teach = Teach it
keep-word-forget = Take it off the list
keep-word-taught = It is taught: from the next message on it is understood.
keep-word-forgotten = It is off the list.
keep-word-none = That word is not on the list any longer. This is the list as it is now.
keep-word-no-word = Choose the word first.
keep-word-no-meaning = Choose what the word stands for.
keep-word-refused = It is not taught:
keep-means-topic = Topics
keep-means-role = Posts
keep-means-office = Offices
keep-means-term = Terms
keep-shapes = Messages that were not understood
keep-unhelpful = Answers that did not help
keep-shape-times = How often
keep-shape-topic = Perhaps about
keep-shape-place = A place in it
keep-shape-length = Words
keep-shape-none = no topic
keep-yes = yes
keep-no = no

## Accounts

keep-accounts-how = What you do here holds from their next message on. An account has an id, which says nothing of who it is.
keep-accounts-more = { $count ->
    [one] There is one more: look for it by its agency or its id.
   *[other] There are { $count } more: look for them by agency or id.
}
keep-accounts-none = There is no such account.
keep-all-agencies = All agencies
keep-agency-empty = Nobody of this agency has an account.
keep-agency-revoked = revoked
keep-account-account = Account
keep-account-standing = May know
keep-account-where = Where
keep-account-until = Verified until
keep-account-deeds = What you can do
keep-account-own = Your own
keep-account-suspended = suspended
keep-standing-public = what everybody may
keep-standing-partner = what partners may
keep-standing-reception = what reception may
keep-standing-officer = what officers may
keep-standing-admin = everything, and keeps the directory
keep-coordinator = may invite others
keep-press-suspend = Suspend
keep-press-restore = Restore
keep-deed-leave = They have left
keep-press-leave = They have left
keep-leave-sure = The account goes for good, with all invitations that it issued.
keep-deed-revoke = Revoke the agency
keep-press-revoke = Revoke the agency
keep-revoke-sure = Nobody of the agency knows more than the public from then on, until it is restored. Its open invitations are taken back.
keep-press-restore-agency = Restore the agency
keep-deed-person = On the rota
keep-press-person = Save who it is
keep-account-person = Id of the person on the rota; empty for nobody
keep-judged-person = It is saved who { $whom } is on the rota.
keep-judged-suspend = { $whom } is suspended.
keep-judged-restore = { $whom } is restored.
keep-judged-leave = { $whom } is gone.
keep-judged-revoke = { $whom } is revoked.
keep-judged-restore-agency = { $whom } is restored.
keep-judged-not-yours = Nothing was changed: that account or agency is not yours to judge, or is gone meanwhile.

keep-invite = Invite somebody
keep-invite-agency = Agency
keep-invite-standing = What they may know
keep-invite-standing-how = Reception and officers are of a probation agency.
keep-invite-area = Area
keep-invite-office = Office
keep-invite-office-how = For people of one office, in that area.
keep-no-office = No one office
keep-invite-coordinator = They may invite others of their agency
keep-invite-days = For how many days it can be opened
keep-invite-days-how = From 1 to 90; { $days } if you leave it empty.
keep-invite-make = Make the invitation
keep-not-invited = There is no invitation yet. What you chose is below.
keep-invited = The invitation
keep-invited-how = Good once, for { $days ->
    [one] one day
   *[other] { $days } days
}. It is kept nowhere and cannot be shown again: pass it on now, to the person it is meant for and to nobody else.
keep-invited-web = On the web
keep-invited-telegram = On Telegram
keep-invite-another = Invite somebody else

## Other systems that ask

keep-page-clients = Other systems
keep-front-clients = Programs that ask by the interface: let one in, give it a new token, end it.
keep-clients-how = A program of an agency that asks by HTTP, as a client with a token of its own. It is an account: it ends with its agency, and has to be renewed.
keep-clients-none = No program has a token yet. Without one, programs are told what everybody may know.
keep-account-client = Client
keep-account-agency = Agency
keep-account-limits = How much
keep-client-limits = { $requests ->
    [one] 1 request
   *[other] { $requests } requests
  } a minute, { $lookups ->
    [one] 1 case
   *[other] { $lookups } cases
  } a day
keep-client-over = to be renewed
keep-client-add = Let a program ask
keep-client-not-made = There is no client yet. What you chose is below.
keep-invite-id = Id of the client
keep-client-id-how = 3 to 60 small letters, digits and hyphens, like police-cad. It is for good; no name of a person.
keep-client-standing-how = Reception and officers are of a probation agency. No program keeps the directory.
keep-client-days = For how many days the token is good
keep-client-days-how = From 1 to 1,096; { $days } if you leave it empty.
keep-invite-requests_a_minute = Requests a minute
keep-client-requests-how = From 1 to 6,000; 60 if you leave it empty.
keep-invite-look_ups_a_day = Different cases it may look up in a day
keep-client-look-ups-how = From 1 to 10,000; { $count }, as anybody, if you leave it empty.
keep-client-make = Make the token
keep-client-token = The token
keep-client-token-how = { $client } can ask with it for { $days ->
    [one] one day
   *[other] { $days } days
  }. It is kept nowhere and cannot be shown again: give it now to whoever runs that system, and to nobody else.
keep-client-shown-as = With each request
keep-client-operations = What it can ask, and how
keep-client-renew = New token
keep-client-renew-sure = The token it has is good no longer from then on. The new one is shown once, and good for { $days } days.
keep-client-end = End it
keep-client-end-sure = The client goes for good, with its token and its calendars.
keep-client-suspend = Suspend for a while
keep-client-ended = { $whom } is gone: its token is good no longer.
keep-client-not-yours = Nothing was changed: there is no such client of yours, or it is gone meanwhile.

## The audit

keep-audit-how = What the accounts of your area did, the newest first. What was done at the command line is shown to whoever keeps all areas.
keep-audit-how-all = Every change, and every disclosure of who owns a case, the newest first.
keep-audit-check = Check that nothing of it was touched
keep-audit-whole = { $count ->
    [one] The audit is whole: one row.
   *[other] The audit is whole: { $count } rows.
}
keep-audit-seal = Its seal, to note somewhere else:
keep-audit-broken = The audit is not whole. Keep the database as it is, and compare a backup.
keep-audit-since = From the day
keep-audit-until = To the day
keep-audit-who = Who
keep-audit-what = What
keep-audit-when = When
keep-audit-of = To what
keep-audit-origin = From where
keep-audit-day-wrong = Write a day like 2026-12-01
keep-audit-older = Older ones
keep-audit-nothing = Nothing was found.
keep-origin = { $origin ->
    [command-line] command line
    [web] web page
    [telegram] Telegram
    [terminal] terminal
    [api] other systems
   *[other] elsewhere
  }
keep-action-add = Added
keep-action-alias-add = Word taught
keep-action-alias-remove = Word taken out
keep-action-change = Changed
keep-action-choose = Chosen
keep-action-confirm = Confirmed
keep-action-disclose = Told whose case it is
keep-action-forget = Forgotten
keep-action-import = File brought in
keep-action-invite = Invited
keep-action-leave = Left
keep-action-link = Link made
keep-action-move = Moved
keep-action-rekey = Key changed
keep-action-remove = Removed
keep-action-renew = Renewed
keep-action-restore = Restored
keep-action-revoke = Revoked
keep-action-show = Shown
keep-action-sign-in = Signed in
keep-action-sign-out = Signed out
keep-action-stop = Stopped: too many cases looked up
keep-action-suspect = Reported as wrong
keep-action-suspend = Suspended
keep-action-verify = Verified
