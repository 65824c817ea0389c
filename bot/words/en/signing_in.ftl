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
layout-sessions = Where you are signed in

## Whoever may not see a page

refused-not-for-you = This page is for others
refused-how-not-for-you = Your account does not open it. If your job needs it, ask whoever keeps Signpost in your area.
refused-forged = That was not done
refused-how-forged = The page was open for too long, or the request did not come from it. Go back, load the page again, and do it once more.
refused-ask = Ask whom to ring
refused-lapse-suspended = Your account is suspended. Ask the coordinator of your agency, or whoever keeps Signpost. You can still ask whom to ring.
refused-lapse-agency_revoked = Your agency is not verified any longer. Ask its coordinator. You can still ask whom to ring.
refused-lapse-verify_anew = Your job has to be checked again, as it is once a year. Sign in by a link to your secure e-mail address, or ask for another invitation.
refused-lapse-not_now = Your account does not hold today. Ask the coordinator of your agency. You can still ask whom to ring.

## Where somebody is signed in

sign-in-title = Sign in
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
sign-in-end = Sign out there
sign-in-end-all = Sign out everywhere
