# Signing in on the web, and what the pages of all rooms share.

layout-skip = Skip to the page
layout-rooms = Parts of Signpost
layout-own = Language and signing in
layout-room-ask = Ask
layout-room-desk = Desk
layout-room-keep = Keep
layout-room-overview = Overview
layout-sign-in = Sign in
layout-sign-out = Sign out
layout-account = Your account: { $standing ->
    [partner] partner
    [reception] reception
    [officer] probation staff
    [admin] keeper
   *[other] the public
  }

## Whoever may not see a page

refused-not-for-you = This page is for others
refused-how-not-for-you = Your account does not open it. If your job needs it, ask whoever keeps Signpost in your area.
refused-forged = That was not done
refused-how-forged = The page was open for too long, or the request did not come from it. Go back, load the page again, and do it once more.
refused-not-now = That cannot be looked up now
refused-how-not-now = The database does not answer, so nothing was shown or changed. Try again in a minute. Whom to ring can be asked all the same.
refused-failed = Something went wrong
refused-how-failed = That is our mistake. Whether anything was changed can be seen by loading the page before again. Whom to ring can be asked all the same.
refused-ask = Ask whom to ring
refused-lapse-suspended = Your account is suspended. Ask the coordinator of your agency, or whoever keeps Signpost. You can still ask whom to ring.
refused-lapse-agency_revoked = Your agency is not verified any longer. Ask its coordinator. You can still ask whom to ring.
refused-lapse-verify_anew = Your job has to be checked again, as it is once a year. Sign in by a link to your secure e-mail address, or ask for another invitation.
refused-lapse-not_now = Your account does not hold today. Ask the coordinator of your agency. You can still ask whom to ring.

## Where somebody is signed in

sign-in-title = Sign in
sign-in-account = Your account
sign-in-known = Signpost takes you to be { $standing ->
    [partner] somebody of a partner agency
    [reception] reception staff of probation
    [officer] probation staff
    [admin] a keeper of the directory
   *[other] the public
  }: { $agency }.
sign-in-has-address = You can sign in again by a link to the e-mail address that you proved.
sign-in-no-address = There is no e-mail address to which you can have a link sent.
sign-in-give-address = Give one
sign-in-change-address = Give another
sign-in-sessions = Where you are signed in
sign-in-sessions-how = Whoever has done nothing for an hour is signed out, and everybody after twelve hours.
sign-in-session-here = This browser
sign-in-session-elsewhere = Another browser
sign-in-session-begun = Signed in on { $moment }
sign-in-session-used = Last used on { $moment }
sign-in-by-mail = By a link in a letter
sign-in-by-telegram = By a link on Telegram
sign-in-by-invitation = By an invitation
sign-in-by-keeper = By a link from whoever runs Signpost
sign-in-leave = Leave Signpost, and have what is kept of you taken out
sign-in-end = Sign out there
sign-in-end-all = Sign out everywhere

## Asking for a link

sign-in-what = For people whose job has been checked, and for whoever has an address at an agency that works with probation. Everybody else is answered without signing in.
sign-in-address = Your work e-mail address
sign-in-address-hint = On a secure domain, such as name@agency.cjsm.net. It is used for the letter; only a hash of it is kept.
sign-in-send = Send me a link
sign-in-other-ways = Other ways to sign in
sign-in-way-telegram = On Telegram: send /web to Signpost, and open the link that it answers with.
sign-in-way-invitation = By an invitation: open the link that the coordinator of your agency sends you.
sign-in-way-none = None of these works? Ask the coordinator of your agency, or whoever keeps Signpost.
sign-in-too-many = That was a lot at once from your network. Ask again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
  }. You can still ask whom to ring.
sign-in-enough-letters = Enough letters went to that address just now. Use the link in the newest, or ask for another in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
  }.
sign-in-sent = Look at your mail
sign-in-sent-to = A letter is on its way to
sign-in-sent-how = Open the link in it within 15 minutes. It is good once, on any device.
sign-in-sent-none = No letter after five minutes? Look among unwanted mail, and check the address.
sign-in-again = Ask for another link
sign-in-letter-subject = Signing in to Signpost
sign-in-letter =
    Open this link within { $minutes } minutes to sign in. It is good once:

    { $link }

    If you did not ask for it, do nothing: without the link nobody can sign in by your address.
sign-in-letter-no-agency = Somebody asked to sign in to Signpost by this address. No agency there has its e-mail domain, so there is nothing to sign in to. If it was you, ask the coordinator of your agency, or whoever keeps Signpost, to invite you. If not, do nothing.
sign-in-letter-no-domain = Somebody asked to sign in to Signpost by this address. It is not on a secure e-mail domain that probation accepts for that agency. If it was you, ask the coordinator of your agency to invite you. If not, do nothing.
sign-in-letter-no-suspended = Somebody asked to sign in to Signpost by this address. Its account is suspended. If it was you, ask the coordinator of your agency, or whoever keeps Signpost. If not, do nothing.

## The address of an account

sign-in-address-title = Your address for links
sign-in-address-what = With an address you can sign in again, by a link in a letter. Open the link in this browser, while you are signed in.

## Opening a link

sign-in-open-link = Sign in
sign-in-open-how-link = Press the button to sign in to Signpost in this browser. The link is good once.
sign-in-open-invitation = Use the invitation
sign-in-open-how-invitation = Press the button to use your invitation and sign in to Signpost in this browser. It is good once.
sign-in-open-signed-in = You are signed in already. What you open now counts for the account that you are signed in to; if it is not for you, sign out first.
sign-in-who = { $standing ->
    [partner] somebody of a partner agency
    [reception] reception staff of probation
    [officer] probation staff
    [admin] a keeper of the directory
   *[other] the public
  }: { $agency }, { $where }
sign-in-change-how = You are signed in. If you use this invitation, the account that you are signed in to changes:
sign-in-change-now = Now it is
sign-in-change-then = Then it is
sign-in-change-leaves = It leaves { $agency }: what you had there ends with it.
sign-in-change-other = If the invitation is for somebody else, or for another account, keep this one and sign out first. The invitation stays good until it is used.
sign-in-change-keep = Keep my account as it is
sign-in-change-do = Change my account
sign-in-change-renews = You are signed in. The invitation renews your account, and changes nothing else of it: { $who }.
sign-in-refused = You are not signed in
