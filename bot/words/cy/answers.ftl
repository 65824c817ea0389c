# Everything Signpost says to people, in Welsh; which words of the field are used is in docs/welsh.md.
# Short plain sentences, to be read at the age of twelve. Names, posts and numbers come in as they are, so
# they stand where Welsh does not mutate: after a colon, after “yn”-less verbs, in brackets.

## Whom to ring

call-999 = Ffoniwch { $phone } os oes rhywun mewn perygl nawr.
headline = { $kind ->
    [clarify] Ddim yn siŵr? Ffoniwch
    [explain] I holi am hyn, ffoniwch
    [unknown] Os yw’n ymwneud â’r gwasanaeth prawf, ffoniwch
    [emergency] Wedyn ffoniwch
    [shut] Mae’r swyddfa ar gau. Os na all aros, ffoniwch
   *[other] Ffoniwch
  } { $where }: { $phone }
headline-shut = { $kind ->
    [clarify] Ddim yn siŵr? Ar gau tan { $moment }. Wedyn ffoniwch
    [explain] I holi am hyn: ar gau tan { $moment }. Wedyn ffoniwch
    [unknown] Os yw’n ymwneud â’r gwasanaeth prawf: ar gau tan { $moment }. Wedyn ffoniwch
   *[other] Ar gau tan { $moment }. Wedyn ffoniwch
  } { $where }: { $phone }
ask-for = Gofynnwch am: { $who }
with-extension = { $who }, estyniad { $extension }
open-now = Ar agor nawr: { $hours }
named = { $name }, { $post }
post-at = { $post }, { $where }
sample-mark = { " (enghraifft)" }

## What to do if nobody answers

next-same-number = { $shown ->
    [shut] Dim ateb bryd hynny?
   *[open] Dim ateb?
  } Ffoniwch yr un rhif a gofynnwch am: { $who }.
next-ring = { $shown ->
    [shut] Dim ateb bryd hynny?
   *[open] Dim ateb?
  } Ffoniwch { $where }: { $phone }
next-when-open = Pan fydd yn agor { $moment }, ffoniwch { $where }: { $phone }
next-waits = Os gall aros, ffoniwch { $where }: { $phone }
next-ask-for = . Gofynnwch am: { $who }.
next-opens = { " " }Mae’n agor { $moment }.
next-none = Dim ateb? Nid oes neb ar ôl hwn. Arhoswch ychydig funudau a ffoniwch eto.
next-none-then = Dim ateb bryd hynny? Nid oes neb ar ôl hwn. Arhoswch ychydig funudau a ffoniwch eto.
cannot-wait = { $urgent ->
    [yes] Tan hynny, ffoniwch
   *[no] Os na all aros, ffoniwch
  } { $where }: { $phone }
back-at-top = Dyna’r olaf i’w ffonio. Dechreuwch eto o’r brig:
out-of-hours = Pan fydd y swyddfa ar gau, ffoniwch { $where }: { $phone }

## Where the directory has no number

no-number = Nid oes rhif yn y cyfeiriadur ar gyfer: { $who }.
no-number-ask-next = Ffoniwch y rhif isod a gofynnwch pwy i’w ffonio.
no-number-at-all = Nid oes rhif ar gyfer y lleill chwaith. Os ydych yn gwybod rhif swyddfa brawf yno, ffoniwch hi a gofynnwch am: { $who }

## Programmes and services

programmes-none = Nid oes dim byd o’r math yn y cyfeiriadur yno. Gall y sawl sy’n ateb y ffôn ddweud.
programmes-none-fit = Nid oes dim yn y cyfeiriadur sy’n ateb hyn i gyd. Dyma’r agosaf:
programmes-more = { $count ->
    [one] Hefyd 1 arall: gall y sawl sy’n ateb y ffôn ei enwi.
   *[other] Hefyd { $count } arall: gall y sawl sy’n ateb y ffôn eu henwi.
  }
programmes-sample = Ystyr “enghraifft” yw ei fod wedi ei greu i ddangos sut mae hyn yn gweithio.
programme-where = { $name }: { $where }
programme-where-and-when = { $name }: { $where }; { $when }
programme-starts = Yn dechrau nesaf: { $date }.
programme-starts-with-places = Yn dechrau nesaf: { $date }, { $places }.
programme-any-time = Gall ddechrau unrhyw wythnos.
programme-start-not-known = Nid yw’n hysbys pryd mae’n dechrau nesaf.
programme-start-not-known-since = Nid yw’n hysbys ers { $date } pryd mae’n dechrau nesaf.
programme-places = { $count ->
    [zero] llawn
    [one] 1 lle
    [two] 2 le
   *[other] { $count } lle
  }
programme-wait = { $count ->
    [zero] Amser aros: dim.
   *[other] Amser aros: hyd at { $count } wythnos.
  }
programme-price = Ar gyfer achos NPS, yn ôl y cerdyn cyfraddau: { $price }.
programme-rate-card = Ar gyfer achos NPS: yn ôl y cerdyn cyfraddau, pris ddim yn hysbys.
programme-not-for-the-nps = Ddim ar gyfer achosion NPS.
programme-for = Ar gyfer: { $who }.
programme-not-for = Ddim ar gyfer: { $who }.
programme-ways = Gellir mynd: { $ways }.
programme-does-not-fit = Ddim yn ateb: { $what }.
programme-unsure = Ddim yn hysbys: { $what }.
programme-confirmed = Cadarnhawyd ar { $date }.
programme-ring-first = Cadarnhawyd ddiwethaf ar { $date }, felly ffoniwch yn gyntaf.
programme-never-confirmed = Nid oes neb wedi cadarnhau hyn, felly ffoniwch yn gyntaf.
times-daytime = yn y dydd
times-evening = gyda’r nos
times-weekend = ar benwythnosau
sex-men = dynion
sex-women = menywod
ages = oed { $least } i { $most }
ages-from = oed { $least } neu hŷn
ages-to = oed { $most } neu iau
risks = risg o niwed difrifol: { $risks }
risk-low = isel
risk-medium = canolig
risk-high = uchel
risk-very_high = uchel iawn
way-requirement = fel gofyniad yn y gorchymyn
way-rar = fel diwrnodau gweithgaredd adsefydlu (RAR)
way-licence = fel amod trwydded
way-voluntary = o’u dewis eu hunain
asked-purpose = at beth y mae
asked-times = pryd mae’n rhedeg
asked-ways = sut mae rhywun yn cael mynd
asked-sex = ai i ddynion neu i fenywod y mae
asked-risk = lefel y risg
asked-nps_case = a gaiff achosion NPS fynd

## Posts, where the directory does not say whom to ask for

role-responsible_officer = { $provider ->
    [nps] swyddog cyfrifol yr NPS
    [crc] swyddog cyfrifol y CRC
   *[none] swyddog cyfrifol
  }
role-duty_officer = { $provider ->
    [nps] swyddog ar ddyletswydd yr NPS
    [crc] swyddog ar ddyletswydd y CRC
   *[none] swyddog ar ddyletswydd
  }
role-spo = { $provider ->
    [nps] uwch swyddog prawf (SPO) yr NPS
    [crc] uwch swyddog prawf (SPO) y CRC
   *[none] uwch swyddog prawf (SPO)
  }
role-duty_spo = { $provider ->
    [nps] uwch swyddog prawf ar ddyletswydd (SPO ar ddyletswydd) yr NPS
    [crc] uwch swyddog prawf ar ddyletswydd (SPO ar ddyletswydd) y CRC
   *[none] uwch swyddog prawf ar ddyletswydd (SPO ar ddyletswydd)
  }
role-approved_premises = Eiddo Cymeradwy (staff yno ddydd a nos)
role-reception = y dderbynfa
role-lead = { $provider ->
    [nps] arweinydd yr NPS
    [crc] arweinydd y CRC
   *[none] arweinydd
  }
role-head_of_ldu = { $provider ->
    [nps] y pennaeth ar uned gyflawni leol yr NPS
    [crc] y pennaeth ar uned gyflawni leol y CRC
   *[none] y pennaeth ar yr uned gyflawni leol
  }
role-emergency_services = y gwasanaethau brys

## Why

why = Pam: { $text }{ $source }
reason = { $text }{ $source }
source = { " " }(Ffynhonnell: { $source }.)

## Questions

asks-place = Pa dref neu swyddfa?
asks-area = Pa ardal?
asks-case = Pa achos? Anfonwch un cyfeirnod achos.
asks-risk = Pa mor uchel yw’r risg o niwed difrifol?
asks-provider = Pwy sydd â’r achos, yr NPS neu’r CRC?
asks-topic = Beth yw’r mater?
asks-urgency = A all aros nes bydd y swyddfa’n agor?

## Where there is no plain answer

declined = Dim ond pobl y mae eu swydd wedi ei gwirio sy’n cael gwybod pwy sy’n rheoli achos, neu ddim byd arall am berson. Gall staff prawf wirio hynny a helpu:
declined-by-reference-only = Dim ond wrth ei gyfeirnod y dywedir pa ddarparwr a swyddfa sydd ag achos, byth wrth enw. Os yw’r cyfeirnod gennych, anfonwch ef. Os nad yw, gall staff prawf wirio a helpu:
declined-details = Nid oes neb yn cael gwybod cyfeiriad na manylion eraill am berson yma. Gall staff prawf ddweud beth y gellir ei ddweud:
declined-register = Nid oes rhestr o achosion i’w gweld: mae Signpost yn ateb am un achos ar y tro. Gall staff prawf helpu:
unknown = Ni chafodd hynny ei ddeall, neu nid yw’n fater i’r gwasanaeth prawf.
what-to-ask = Gallwch ofyn pwy i’w ffonio am achos, gwaith di-dâl neu alw rhywun yn ôl i’r carchar, sut i gael gafael ar swyddog ar ddyletswydd, neu beth yw ystyr gair fel MAPPA. Nodwch y dref.

## What was understood, and putting it right

understood = Deallwyd: { $parts }
understood-no-place = dim tref wedi ei henwi
understood-between = { " · " }
provider = { $provider ->
    [nps] NPS
    [crc] CRC
   *[both] NPS a CRC
  }
topic = { $topic ->
    [court_report] adroddiad llys
    [parole_report] adroddiad parôl
    [allocation] dyrannu achos newydd
    [breach] gorfodi (torri amodau)
    [recall] galw’n ôl i’r carchar
    [victim] cyswllt â dioddefwyr
    [approved_premises] Eiddo Cymeradwy (hostel)
    [mappa] MAPPA
    [sex_offender_programme] rhaglen troseddau rhyw
    [youth_transition] person ifanc yn troi’n 18
    [unpaid_work] gwaith di-dâl
    [programme] rhaglen neu gwrs
    [through_the_gate] rhyddhau ac ailsefydlu
    [short_sentence] dedfryd o dan 12 mis
    [mentoring] mentora
    [restorative_justice] cyfiawnder adferol
    [attendance_centre] canolfan bresenoldeb
    [iom] rheoli troseddwyr gyda’r heddlu (IOM)
    [rate_card] beth mae’r CRC yn ei werthu (cerdyn cyfraddau)
    [community_safety] partneriaeth diogelwch cymunedol
    [safeguarding_children] diogelu plant
    [safeguarding_adults] diogelu oedolion
    [pcc] comisiynydd yr heddlu a throseddu
    [marac] MARAC
    [mash] MASH
    [criminal_justice_board] bwrdd cyfiawnder troseddol
    [risk_escalation] newid yn y risg
    [domestic_homicide_review] adolygiad o ddynladdiad domestig
    [term] ystyr gair
   *[case] rhywun dan oruchwyliaeth
  }
role-understood = { $role ->
    [spo] SPO
    [duty_spo] SPO ar ddyletswydd
    [approved_premises] y tu allan i oriau
    [reception] y dderbynfa
    [lead] arweinydd
    [head_of_ldu] pennaeth yr uned gyflawni
   *[duty_officer] swyddog ar ddyletswydd
  }
urgency = { $urgency ->
    [can_wait] gall aros
   *[urgent] brys
  }
correct = Beth sydd ddim yn iawn?
correct-number = Beth sydd o’i le ar y rhif?
correct-place = Pa le?
correct-place-typed = Pa dref? Ysgrifennwch ei henw.
correct-provider = Achos pwy yw hwn?
correct-unhelpful = Diolch. Mae hynny wedi ei gyfrif, heb yr hyn a ysgrifennoch. Gofynnwch mewn geiriau eraill, gyda’r dref a beth yw’r mater; neu ffoniwch rywun a all helpu gydag unrhyw beth:
correct-topic = Beth yw’r mater? Os nad yw’n un o’r rhain, dywedwch mewn ychydig eiriau.
reported = Diolch. O hyn ymlaen bydd atebion yn rhybuddio am { $phone }, a bydd y sawl sy’n ei gadw yn cael cais i’w wirio. Yn y cyfamser:
reported-not-noted = Nid oedd modd nodi hynny am { $phone } nawr. Dywedwch wrth bwy bynnag sy’n ateb. Yn y cyfamser:
from-the-start = Mae’r hyn a ddywedwyd hyd yma wedi ei anghofio. Gofynnwch o’r newydd, a nodwch y dref.
greeting = Helo. Signpost yw hwn, rhaglen sy’n dweud pwy i’w ffonio yn y gwasanaeth prawf. Ysgrifennwch mewn un frawddeg beth sydd ei angen, a nodwch y dref. Os oes rhywun mewn perygl nawr, ffoniwch 999.
welcome = Da iawn. Gofynnwch eto pryd bynnag y bydd angen.

## For reception

say-to-caller = Dywedwch wrth y galwr: “{ $words }”

## About the answer itself

personal-data = Nid oes angen manylion am berson; ni chadwyd dim ohono.
sample = Ystyr “enghraifft” yw ei fod wedi ei greu i ddangos sut mae hyn yn gweithio: nid yw’r rhif yn cyrraedd neb.
last-checked = Cafodd y rhif hwn ei wirio ddiwethaf ar { $date }.
never-checked = Nid oes neb wedi gwirio’r rhif hwn eto.
assumed = Ein dyfaliad gorau yw rhan o hyn, heb ei gadarnhau: yr oriau agor, neu pa swyddfa sy’n gwasanaethu’r lle.
gap = Efallai nad oes neb ar ddyletswydd, neu ddim rhif yma, ar gyfer un o’r bobl hyn. Os felly, ewch ymlaen at y nesaf.

## Buttons

button-next = Dim ateb, pwy nesaf?
button-top = Dechrau eto o’r brig
button-why = Dangos pam
button-sources = Dangos o ble y daw hyn
button-correct = Ddim yn iawn?
button-back = Yn ôl
button-not-working = Nid yw’r rhif yn gweithio
button-wrong-person = Nid y person iawn oedd yno
button-place = Lle arall
button-provider = NPS neu CRC
button-topic = Mae am rywbeth arall
button-unhelpful = Dim un o’r rhain: nid oedd yn help
button-safe = Ffonio swyddog ar ddyletswydd yr NPS
button-provider-is = { $provider ->
    [nps] Achos NPS yw hwn
    [crc] Achos CRC yw hwn
   *[none] Nid oes neb yn gwybod
  }

## Times

time-midnight = hanner nos
time-midday = hanner dydd
time-morning = { $clock }yb
time-afternoon = { $clock }yp
# A moment says when something happens, and then “dydd” becomes “ddydd”; after “tan” as well.
moment = d{ $day } am { $time }
day = { $weekday } { $day } { $month }
date = { $day } { $month } { $year }
every-day = bob dydd
days-range = { $first } i d{ $last }
list-comma = { ", " }
list-last = { $word ->
    [or] { $before } neu { $last }
   *[and] { $before }, { $last }
  }
hours-span = { $opens } tan { $closes }
hours-group = { $days }, { $times }
hours-between-groups = { "; " }
hours-but-bank-holidays = { $hours }, ar gau ar wyliau banc
hours-day-and-night = 24 awr

weekday-0 = dydd Llun
weekday-1 = dydd Mawrth
weekday-2 = dydd Mercher
weekday-3 = dydd Iau
weekday-4 = dydd Gwener
weekday-5 = dydd Sadwrn
weekday-6 = dydd Sul

month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr

## Languages, each by its own name

language-en = English
language-cy = Cymraeg

## The conversation in the terminal

terminal-welcome = Mae Signpost yn dweud pwy i’w ffonio yn y gwasanaeth prawf, ym mha drefn, a pham.
terminal-how = Gofynnwch yn eich geiriau eich hun, a nodwch y dref. Peidiwch â rhoi manylion pobl. Teipiwch rif i ddewis, neu: { $next }, { $why }, { $again }, { $quit }.
terminal-prompt = { "> " }
terminal-choice = { "  " }{ $number }. { $label }
terminal-no-choice = Nid oes dewis { $number } yma. Teipiwch un o’r rhifau a ddangosir, neu gofynnwch yn eich geiriau eich hun.
terminal-old-choice = Mae ystyr y dewis hwn wedi newid. Gofynnwch eto yn eich geiriau eich hun.
terminal-nothing-yet = Nid oes dim wedi ei ofyn eto. Gofynnwch pwy i’w ffonio, a nodwch y dref.
terminal-goodbye = Hwyl fawr.
command-next = nesaf
command-why = pam
command-again = dechrau eto
command-quit = gadael

## The web page

web-title = Signpost: pwy i’w ffonio yn y gwasanaeth prawf
web-name = Signpost
web-what = Mae’n dweud wrth asiantaethau partner pwy i’w ffonio yn y gwasanaeth prawf, ym mha drefn, a pham.
web-skip = Neidio i’r cwestiwn
web-log = Atebion
web-question = Beth sydd ei angen arnoch?
web-question-next = Ewch ymlaen, neu gofynnwch am rywbeth arall
web-hint-next = I fynd ymlaen, ysgrifennwch beth sy’n wahanol: “beth am y CRC?”, “dim ateb”, “pam?”. Mae “dechrau eto” yn anghofio’r cyfan, a hanner awr hefyd. Nid oes dim a deipiwch yn cael ei gadw.
web-hint = Defnyddiwch eich geiriau eich hun, a nodwch y dref. Peidiwch â rhoi enwau na manylion pobl. Nid oes dim a deipiwch yn cael ei gadw.
web-ask = Gofyn
web-examples = Rhowch gynnig ar un o’r rhain
web-example-1 = { $area ->
    [west-mercia] torri gorchymyn cymunedol, Redditch
   *[other] torri gorchymyn cymunedol
  }
web-example-2 = { $area ->
    [west-mercia] SPO ar ddyletswydd, Worcester
   *[other] SPO ar ddyletswydd
  }
web-example-3 = beth yw MAPPA?
web-you-asked = Gofynnoch chi:
web-you-chose = Dewisoch chi:
web-choices = Beth nesaf?
web-waiting = Yn chwilio
web-no-connection = Ni chyrhaeddodd yr ateb. Mae eich cwestiwn yn y blwch o hyd: gwiriwch y cysylltiad a gofynnwch eto.
web-nothing-typed = Nid oedd dim wedi ei deipio. Dywedwch beth sydd ei angen, a nodwch y dref.
web-cut = Roedd hwnnw’n destun hir: dim ond y { $most } nod cyntaf a gafodd eu darllen.
web-old-button = Mae’r botwm hwnnw o dudalen hŷn, ac mae ei ystyr wedi newid. Gofynnwch eto yn y blwch.
web-trouble = Nid oedd modd cael yr ateb nawr, ac arnom ni mae’r bai. Gofynnwch eto ymhen munud. Os oes rhywun mewn perygl nawr, ffoniwch 999.
web-no-such-page = Nid oes tudalen yn y cyfeiriad hwn. Gofynnwch yma yn lle hynny.
web-form-too-long = Ni wnaed dim: mae’r hyn a anfonwyd yn hwy na dim y mae ein tudalennau yn ei anfon. Caiff ffeil fod hyd at 20 MB, ac mae angen mewngofnodi i’w hanfon.
web-danger = Mewn perygl nawr? Ffoniwch { $phone }.
web-relay = Methu clywed neu siarad ar y ffôn? Defnyddiwch Relay UK: deialwch 18001 cyn y rhif.

## Too much at once

too-many = Roedd hynny’n llawer ar unwaith. Arhoswch { $seconds } eiliad a gofynnwch eto. Os oes rhywun mewn perygl nawr, ffoniwch 999.
too-many-for-long = Roedd hynny’n ormod o lawer ar unwaith. Bydd Signpost yn eich ateb eto ymhen { $minutes } munud. Mae geiriau o berygl bob amser yn cael ateb. Os oes rhywun mewn perygl nawr, ffoniwch 999.

## Being verified

verify-done = Mae eich swydd wedi ei gwirio. Gallwch ofyn nawr am achos yn ôl ei gyfeirnod.
verify-sent = Mae cod ar ei ffordd i’r cyfeiriad hwnnw. Teipiwch ef yma o fewn { $minutes } munud.
verify-wrong-code = Nid dyna’r cod. Edrychwch ar yr e-bost diweddaraf a theipiwch ei wyth digid eto.
verify-already = Mae eich swydd wedi ei gwirio yn barod, a gallwch ofyn am achos wrth ei gyfeirnod. Unwaith yn unig y gellir defnyddio’r hyn a anfonwyd gennych.
verify-change = { $by ->
    [invitation] Mae’r gwahoddiad hwn yn newid y cyfrif sydd gennych yma.
   *[code] Mae’r cod yn newid y cyfrif sydd gennych yma.
  }
verify-change-not = { $by ->
    [invitation] Os i rywun arall y mae’r gwahoddiad, cadwch eich cyfrif ac anfonwch y ddolen ymlaen. Mae’n dal yn dda nes iddo gael ei ddefnyddio.
   *[code] I gadw eich cyfrif fel y mae, peidiwch ag anfon y cod.
  }
verify-kept = Mae eich cyfrif yn aros fel y mae. Mae’r gwahoddiad yn dal yn dda i’r sawl y mae ar ei gyfer.
verify-no-invitation = Nid oes modd defnyddio’r gwahoddiad hwn: mae wedi ei ddefnyddio’n barod, wedi dod i ben neu wedi ei dynnu’n ôl. Gofynnwch am un arall i’r sawl a’i hanfonodd.
verify-no-suspended = Mae eich cyfrif wedi ei atal. Gofynnwch i gydlynydd eich asiantaeth, neu i’r sawl sy’n cadw Signpost. Gallwch ofyn o hyd pwy i’w ffonio.
verify-no-address = Nid cyfeiriad e-bost yw hwnnw. Teipiwch ef i gyd, gyda’r @.
verify-no-domain = Nid yw’r cyfeiriad hwnnw ar barth e-bost diogel y mae’r gwasanaeth prawf yn ei dderbyn yma. Teipiwch un sydd, neu gofynnwch i gydlynydd eich asiantaeth eich gwahodd.
verify-no-agency = Nid oes asiantaeth yma â’r parth e-bost hwnnw. Gofynnwch i gydlynydd eich asiantaeth, neu i’r sawl sy’n cadw Signpost, eich gwahodd.
verify-no-codes = Mae digon o godau wedi eu hanfon heddiw. Chwiliwch am yr e-bost diweddaraf, neu rhowch gynnig arall arni yfory.
verify-no-code = Nid oes cod i’w deipio: mae wedi dod i ben, neu cafwyd gormod o gynigion. I gael un arall, anfonwch /verify a’ch cyfeiriad e-bost diogel.
verify-no-link = Nid oes modd defnyddio’r ddolen hon: mae wedi ei defnyddio’n barod, wedi dod i ben neu nid yw erioed wedi ei gwneud. Gofynnwch am un arall.
verify-no-elsewhere = Mae’r ddolen hon yn rhoi ei gyfeiriad i gyfrif. Agorwch hi yn y porwr lle’r ydych wedi mewngofnodi i’r cyfrif hwnnw.
verify-no-channel = Nid oes modd gwneud hynny yma eto. Defnyddiwch Signpost ar Telegram.
verify-trouble = Nid oedd modd gwneud hynny nawr, ac arnom ni mae’r bai. Rhowch gynnig arall arni ymhen munud.
verify-mail-subject = Eich cod ar gyfer Signpost
verify-mail-text =
    Eich cod yw 00000000. Teipiwch ef yn Signpost o fewn { $minutes } munud.

    Os na wnaethoch ofyn amdano, peidiwch â gwneud dim: heb y cod ni all neb ddefnyddio eich cyfeiriad.
