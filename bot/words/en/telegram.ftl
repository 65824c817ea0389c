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
    In a group, begin with the name of this bot. About a case, ask here and not in a group: a group is told only what anybody may know.
    Do you work for a partner agency? Send /verify and your secure e-mail address, then /code and the code that comes by mail.

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

telegram-ask-in-private =
    This is a group, where all are told what anybody may know. If your job has been checked, ask { $bot } in private.
