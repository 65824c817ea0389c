## What only Telegram says: greetings, and the way on where a message holds no question.

telegram-start =
    Mae Signpost yn dweud pwy i’w ffonio yn y gwasanaeth prawf, ym mha drefn, a pham.

    Ysgrifennwch mewn un frawddeg beth sydd ei angen arnoch, er enghraifft:
    Nid yw’r swyddog yn Worcester yn ateb. Pwy nesaf?

    Peidiwch â rhoi enwau, dyddiadau geni na chyfeiriadau: nid yw’r rhif yn dibynnu arnynt.
    Mae /help yn dweud mwy.

    Os oes rhywun mewn perygl nawr, ffoniwch 999.

telegram-help =
    Os oes rhywun mewn perygl nawr, ffoniwch 999.

    Dywedwch beth yw’r mater ac ymhle, er enghraifft:
    · Swyddog ar ddyletswydd, Redditch
    · Mae’r risg yn codi ar achos CRC yn Kidderminster
    · Pwy sy’n gwneud gwaith di-dâl?

    Mae llinell gyntaf yr ateb yn dweud pwy i’w ffonio. Mae’r botymau oddi tano yn dangos pwy sydd nesaf os nad oes ateb, a pham, ac yn cywiro beth gafodd ei gamddeall neu rif sy’n anghywir.
    Wedyn ewch ymlaen yn eich geiriau eich hun: “ac yn Redditch?”, “dim ateb”, “pam?”. Ysgrifennwch “dechrau eto” i holi am rywbeth arall.
    Mae Signpost yn darllen eich neges i gael hyd i’r rhif, ac nid yw’n ei chadw. Mae’n cofio am 30 munud beth oedd y mater. Peidiwch â rhoi enwau, dyddiadau geni na chyfeiriadau.
telegram-help-group = Yma, dechreuwch gyda { $bot }, neu atebwch ei ateb. Am achos, ysgrifennwch ato’n breifat: nid yw pawb sy’n darllen yma yn cael gwybod ond yr hyn y gall unrhyw un ei wybod.
telegram-help-private = Mewn grŵp, dechreuwch gydag enw’r bot hwn, neu atebwch ei ateb. Am achos, gofynnwch yma ac nid mewn grŵp: nid yw grŵp yn cael gwybod ond yr hyn y gall unrhyw un ei wybod.

telegram-words-only =
    Dim ond geiriau y mae Signpost yn eu darllen. Ysgrifennwch mewn un frawddeg beth sydd ei angen arnoch ac ym mha dref, ac fe gewch wybod pwy i’w ffonio.
    Os oes rhywun mewn perygl nawr, ffoniwch 999.

telegram-old-button =
    Mae’r botwm hwn yn perthyn i fersiwn gynharach o Signpost. Ysgrifennwch eich cwestiwn eto i gael ateb heddiw.
    Os oes rhywun mewn perygl nawr, ffoniwch 999.

telegram-trouble =
    Nid oedd Signpost yn gallu cael yr ateb nawr. Arnom ni mae’r bai. Anfonwch eich cwestiwn eto ymhen munud.
    Os oes rhywun mewn perygl nawr, ffoniwch 999.

telegram-command-start = Beth yw Signpost
telegram-command-help = Sut i ofyn

## To the keeper of a number that a caller has reported

telegram-keeper-not-working =
    Mae galwr yn dweud nad yw { $phone } yn gweithio. Bydd rhybudd ar atebion â’r rhif hwn nes i chi ddweud ei fod yn iawn.
    Ffoniwch ef, wedyn pwyswch:

telegram-keeper-wrong-person =
    Mae galwr yn dweud mai’r person anghywir sydd ar { $phone }. Bydd rhybudd ar atebion â’r rhif hwn nes i chi ddweud ei fod yn iawn.
    Ffoniwch ef, wedyn pwyswch:

telegram-keeper-right = Mae’n iawn
telegram-keeper-wrong = Mae’n anghywir

telegram-keeper-confirmed =
    Diolch. Mae { $phone } wedi ei gadarnhau heddiw, ac nid oes rhybudd arno mwyach.

telegram-keeper-stays-suspect =
    Diolch. Mae’r rhybudd ar { $phone } yn aros. Rhowch y rhif cywir yn ei le:
    python -m directory export numbers numbers.csv, newidiwch ef yno, wedyn mewnforiwch ef.

telegram-keeper-settled-before =
    Mae { $phone } wedi ei gadarnhau’n barod. Nid oes dim ar ôl i’w wneud.

telegram-keeper-not-yours =
    Ni newidiwyd dim: nid yw { $phone } mewn ardal y mae’r cyfrif hwn yn ei chadw.

## To the keepers of an area of which an account is trying case references out

telegram-alarm =
    Mae’r cyfrif { $account } yn rhoi cynnig ar gyfeirnodau achosion, ac fe’i hataliwyd am ddiwrnod. Os na all neb ddweud pam, ataliwch ef:
    python -m directory account suspend { $account }

telegram-ask-in-private =
    Grŵp yw hwn, lle mae pawb yn cael gwybod dim ond yr hyn y gall unrhyw un ei wybod. Os yw eich swydd wedi ei gwirio, gofynnwch i { $bot } yn breifat.

telegram-only-in-private =
    Mae hynny ar gyfer sgwrs breifat, gan fod eraill yn darllen yma. Ysgrifennwch at { $bot }.
    Os oes rhywun mewn perygl nawr, ffoniwch 999.

telegram-not-for-you =
    Dim ond i rai o’r bobl y mae eu swydd wedi ei gwirio y mae’r gorchymyn hwnnw; mae /me yn dweud beth ydych chi yma. Mae /help yn dangos beth y gallwch ei wneud, a gallwch ofyn bob amser pwy i’w ffonio.
    Os oes rhywun mewn perygl nawr, ffoniwch 999.

## What each command is for, as Telegram lists it

telegram-command-duty = Swyddog ar ddyletswydd mewn swyddfa
telegram-command-spo = Uwch swyddog prawf (SPO)
telegram-command-ooh = Pwy i’w ffonio y tu allan i oriau
telegram-command-office = Rhif swyddfa brawf
telegram-command-case = Pwy i’w ffonio am achos
telegram-command-programme = Rhaglenni a gwasanaethau
telegram-command-term = Beth yw ystyr gair
telegram-command-call = Eich galwadau agored
telegram-command-number = Eich rhif ar gyfer galwadau yn ôl
telegram-command-ref = Ychwanegu cyfeirnod achos at alwad yn ôl
telegram-command-shifts = Eich sifftiau, a gofyn i rywun eu cymryd neu gyfnewid
telegram-command-calendar = Eich sifftiau yn eich calendr eich hun
telegram-command-rota = Pwy sydd ar ddyletswydd nawr a nesaf
telegram-command-invite = Gwahodd rhywun i gael ei wirio
telegram-command-check = Rhifau a rhaglenni i’w gwirio
telegram-command-unanswered = Beth na chafodd ei ddeall
telegram-command-requests = Gwybodaeth y gofynnwyd i asiantaethau eraill amdani
telegram-command-overview = Sut mae’r gwasanaeth yn gweithio, mewn ffigurau
telegram-command-web = Mewngofnodi ar y we
telegram-command-me = Pwy ydych chi i Signpost
telegram-command-language = Iaith yr atebion

## How each is used, said where nothing stands behind it

telegram-use-duty = I gael swyddfa arall, rhowch y dref ar ei ôl: /duty redditch. I gael un gwasanaeth: /duty nps worcester.
telegram-use-spo = I gael swyddfa arall, rhowch y dref ar ei ôl: /spo redditch. I gael un gwasanaeth: /spo crc worcester.
telegram-use-ooh = I gael lle arall, rhowch y dref ar ei ôl: /ooh redditch.
telegram-use-office = I gael swyddfa arall, rhowch y dref ar ei ôl: /office redditch.
telegram-use-case =
    Rhowch gyfeirnod yr achos ar ei ôl: /case A123456. Nid oes angen dim arall am y person.
    Os oes rhywun mewn perygl nawr, ffoniwch 999.
telegram-use-programme =
    Rhowch at beth ac ymhle ar ei ôl: /programme cam-drin domestig redditch.
    Os oes rhywun mewn perygl nawr, ffoniwch 999.
telegram-use-term =
    Rhowch y gair ar ei ôl: /term MAPPA.
    Os oes rhywun mewn perygl nawr, ffoniwch 999.

telegram-use-verify =
    Anfonwch eich cyfeiriad e-bost diogel, ar ei ben ei hun neu ar ei ôl: /verify enw@asiantaeth.cjsm.net. Daw cod drwy e-bost; anfonwch ef yma. Neu agorwch wahoddiad cydlynydd eich asiantaeth.
    Os oes rhywun mewn perygl nawr, ffoniwch 999.
telegram-use-code =
    Anfonwch wyth digid y llythyr diweddaraf, ar eu pen eu hunain neu ar ei ôl: /code 12345678. I gael llythyr arall, anfonwch /verify a’ch cyfeiriad e-bost diogel.
    Os oes rhywun mewn perygl nawr, ffoniwch 999.

telegram-help-verify = Ydych chi’n gweithio i asiantaeth partner? Anfonwch /verify a’ch cyfeiriad e-bost diogel, wedyn y cod a ddaw drwy e-bost.
telegram-help-own = Hefyd, gan fod eich swydd wedi ei gwirio:

## Why somebody whose job was checked is told only what anybody may know

telegram-lapse-suspended = Mae eich cyfrif wedi ei atal. Gofynnwch i gydlynydd eich asiantaeth, neu i’r sawl sy’n cadw Signpost. Gallwch ofyn o hyd pwy i’w ffonio.
telegram-lapse-agency_revoked = Nid yw eich asiantaeth wedi ei gwirio mwyach. Gofynnwch i’w chydlynydd. Gallwch ofyn o hyd pwy i’w ffonio.
telegram-lapse-verify_anew = Mae’n rhaid gwirio eich swydd eto, fel bob blwyddyn. Anfonwch /verify a’ch cyfeiriad e-bost diogel, neu gofynnwch am wahoddiad arall.
telegram-lapse-not_now = Nid yw eich cyfrif yn dal heddiw. Gofynnwch i gydlynydd eich asiantaeth. Gallwch ofyn o hyd pwy i’w ffonio.

## Who somebody is

telegram-me-public =
    Nid yw Signpost yn gwybod pwy ydych chi, ac mae’n dweud wrthych yr hyn y gall unrhyw un ei wybod: pwy i’w ffonio, a dim byd am achos.
    Ydych chi’n gweithio i asiantaeth partner neu i’r gwasanaeth prawf? Anfonwch /verify a’ch cyfeiriad e-bost diogel, neu agorwch y gwahoddiad y mae cydlynydd eich asiantaeth yn ei anfon.
telegram-me-known = I Signpost, { $standing ->
    [partner] rhywun o asiantaeth partner
    [reception] staff derbynfa’r gwasanaeth prawf
    [officer] staff prawf
    [admin] ceidwad y cyfeiriadur
   *[other] y cyhoedd
  } ydych chi: { $agency }{ $where ->
    [none] .
   *[other] , { $where }.
  }
telegram-me-until = Mae hynny’n dal tan { $date }. Wedyn bydd eich swydd yn cael ei gwirio eto.
telegram-me-for-good = Mae hynny’n dal nes i rywun ddod ag ef i ben.
telegram-me-coordinator = Cewch wahodd eraill o’ch asiantaeth: /invite.
telegram-me-kept = { $address ->
    [yes] Beth sy’n cael ei gadw amdanoch: rhif y sgwrs hon, hash o’ch cyfeiriad e-bost na all neb ei ddarllen ac, os rhoesoch nhw, eich dewis iaith ac, o dan sêl, y rhif yr ydych am gael galwad arno. Mae ble rydych wedi mewngofnodi ar y we yn cael ei gadw am ddeuddeg awr ar y mwyaf.
   *[no] Beth sy’n cael ei gadw amdanoch: rhif y sgwrs hon ac, os rhoesoch nhw, eich dewis iaith ac, o dan sêl, y rhif yr ydych am gael galwad arno. Mae ble rydych wedi mewngofnodi ar y we yn cael ei gadw am ddeuddeg awr ar y mwyaf.
  }
telegram-me-lapsed = Cawsoch eich gwirio ar gyfer { $agency }, a nawr rydych yn cael gwybod yr hyn y gall unrhyw un ei wybod yn unig.
telegram-me-leave-button = Gadael
telegram-me-leave = Gadael Signpost? Bydd popeth sy’n cael ei gadw amdanoch yn cael ei dynnu, a byddwch yn cael gwybod yr hyn y gall unrhyw un ei wybod yn unig. Mae nifer yr achosion y buoch yn chwilio amdanynt heddiw yn cael ei gadw am ddiwrnod arall, heb i neb allu darllen pwy oedd wrthi.
telegram-me-sure = Ie, gadael
telegram-me-not-sure = Na, aros
telegram-me-left = Rydych wedi gadael. Nid oes dim yn cael ei gadw amdanoch ond y nifer hwnnw, am ddiwrnod. Gallwch ofyn o hyd pwy i’w ffonio.

telegram-web-link = Agorwch y ddolen hon o fewn { $minutes } munud i fewngofnodi ar y we. Mae’n gweithio unwaith, ac i chi yn unig y mae:

telegram-language = Mae Signpost yn eich ateb yn Gymraeg.
telegram-language-app = Iaith eich ap
telegram-language-forgotten = O’r neges nesaf ymlaen bydd Signpost yn ateb yn iaith eich ap, os yw’n ei siarad. Nid oes dewis yn cael ei gadw.

## Invitations

telegram-invite-own = Mae gwahoddiad yn gwneud un person o’ch asiantaeth ({ $agency }) yr hyn ydych chi yma: { $standing }. Mae’n gweithio unwaith.
telegram-invite-make = Gwneud gwahoddiad
telegram-invite-link = Anfonwch y ddolen hon nawr at yr un person y mae ar ei gyfer. Mae’n gweithio unwaith, am { $days } diwrnod, mae’n rhoi’r statws hwn: { $standing }, { $agency }, ac nid yw’n cael ei chadw yn unman:
telegram-invite-how =
    Rhowch asiantaeth ar ei ôl, a’r hyn y caiff ei pherson ei wybod (partner, reception, officer, admin): /invite west-mercia-police partner. Mae swyddfa’n ei rwymo i’r swyddfa honno; mae “coordinator” yn gadael iddo wahodd eraill.
    Asiantaethau: { $agencies }.
telegram-invite-no-agency = dim un eto; dewch â nhw i mewn gyda python -m directory import agencies

## What a keeper has to check

telegram-check-nothing = Nid oes dim i’w wirio heddiw.
telegram-check-due = { $count } i’w gwirio. Ffoniwch neu gofynnwch, wedyn pwyswch yr hyn sy’n iawn:
telegram-check-suspect = { $what } ({ $where }): mae galwr yn dweud ei fod yn anghywir.
telegram-check-since = { $what } ({ $where }): i’w wirio ers { $date }.
telegram-check-never = { $what } ({ $where }): heb ei wirio erioed.
telegram-check-right = Mae { $what } yn iawn
telegram-check-confirmed = Mae { $what } wedi ei gadarnhau heddiw.
telegram-check-not-due = Nid yw hynny i chi ei wirio mwyach; ni newidiwyd dim.

## What was not understood

telegram-unanswered-none = Cafodd popeth hyd yma ei ddeall.
telegram-unanswered-total = Heb ei ddeall hyd yma: { $count }. Nid oes geiriau neb yn cael eu cadw.
telegram-unanswered-no-topic = dim pwnc
telegram-unanswered-shape = { $count ->
    [one] unwaith
   *[other] { $count } gwaith
  }: { $about } efallai, { $place ->
    [yes] gyda lle
   *[no] heb le
  }, { $length ->
    [unhelpful] wedi ei ateb ond heb fod o help.
   *[other] { $length } gair.
  }
telegram-unanswered-words = Geiriau y mae tri wedi eu defnyddio ac nad oes neb yn eu hadnabod: { $words }. Dysgwch nhw gyda python -m directory alias add.

## The rota

telegram-rota-none = Nid oes rota yma. Mae /duty yn dweud pwy i’w ffonio.
telegram-rota-today = Ar ddyletswydd nawr:
telegram-rota-line = { $role }, { $where }: { $now }{ $next ->
    [none] .
   *[other] ; wedyn { $next }.
  }
telegram-rota-until = { $who } tan { $moment }
telegram-rota-from = { $who } o { $moment }
telegram-rota-nobody = neb
telegram-rota-somebody = rhywun

## A number to copy, and a contact to save

telegram-copy = Copïo { $phone }
telegram-card = Cadw’r cyswllt
telegram-card-none = Nid oes rhif yma i’w gadw. Ysgrifennwch eich cwestiwn eto i gael ateb heddiw.

## Inline mode

telegram-inline-private = Gofyn mewn sgwrs breifat
telegram-inline-too-many = Gormod ar unwaith: gofynnwch mewn sgwrs breifat
telegram-inline-answer = Pwy i’w ffonio

## Where somebody is

telegram-nearby = Agosaf mewn llinell syth: { $office }, tua { $kilometres } km{ $of ->
    [town] , wedi ei fesur i ganol y dref.
   *[office] .
  } Efallai mai swyddfa arall sy’n gwasanaethu eich lle chi: enwch y dref i fod yn siŵr. Defnyddiwyd ble’r ydych chi at hyn yn unig, ac nid yw’n cael ei gadw.
telegram-nearby-far =
    Mae hynny’n bell o swyddfeydd yr ardal hon y mae Signpost yn gwybod amdanynt. Ysgrifennwch y dref, ac fe gewch wybod ardal pwy ydyw.
    Os oes rhywun mewn perygl nawr, ffoniwch 999.
telegram-nearby-none =
    Nid yw’r cyfeiriadur yn dweud ble mae swyddfeydd yr ardal hon. Ysgrifennwch y dref, ac fe gewch wybod pa swyddfa sy’n ei gwasanaethu.
    Os oes rhywun mewn perygl nawr, ffoniwch 999.

## An account is suspended

telegram-command-suspend = Atal cyfrif
telegram-suspend-how = Rhowch y cyfrif ar ei ôl, fel y mae rhybudd neu’r llinell orchymyn yn ei enwi: /suspend a3f09c2b7d51e864a.
telegram-suspend-sure = Atal y cyfrif hwn? Bydd pwy bynnag sydd ag ef yn cael gwybod dim ond yr hyn y gall unrhyw un ei wybod, o’r neges nesaf ymlaen, a bydd ei wahoddiadau agored yn cael eu tynnu’n ôl.
telegram-suspend-button = Atal y cyfrif
telegram-suspend-restore-button = Adfer y cyfrif
telegram-suspend-done = Mae’r cyfrif wedi ei atal.
telegram-suspend-restored = Mae’r cyfrif fel yr oedd.
telegram-suspend-not-yours = Ni newidiwyd dim: nid oes cyfrif o’r fath i chi ei farnu.

## A group of duty officers

telegram-command-dutygroup = Swyddogion dyletswydd yn y grŵp hwn
telegram-dutygroup-in-the-group = Ysgrifennwch hyn yn y grŵp lle mae’r swyddogion ar ddyletswydd i’w cyrraedd: /dutygroup worcester nps.
telegram-dutygroup-how = Rhowch y swyddfa a’r darparwr ar ei ôl: /dutygroup worcester nps. Mae /dutygroup off yn dod â hyn i ben.
telegram-dutygroup-is = Mae galwadau yn ôl a gynigir i swyddog ar ddyletswydd { $provider ->
    [nps] yr NPS
   *[crc] y CRC
  } yn cael eu cynnig yma hefyd: { $office }.
telegram-dutygroup-done = O hyn ymlaen, mae galwadau yn ôl a gynigir i swyddog ar ddyletswydd { $provider ->
    [nps] yr NPS
   *[crc] y CRC
  } yn cael eu cynnig yma hefyd: { $office }. Mae pawb yn y grŵp hwn yn gweld pa asiantaeth sy’n gofyn, am beth a than pryd, ond dim rhif na chyfeirnod achos. Dim ond y sawl sydd ar ddyletswydd all gymryd un. Mae /dutygroup off yn dod â hyn i ben.
telegram-dutygroup-not-yours = Ni newidiwyd dim: nid yw { $office } yn eich ardal chi.
telegram-dutygroup-gone = Ni chynigir galwadau yn ôl yma mwyach.
telegram-dutygroup-none = Ni newidiwyd dim: ni chynigir yma alwadau yn ôl unrhyw swyddfa sydd i chi ei chadw.

## On the rota oneself

telegram-command-available = Dweud eich bod i ffwrdd, neu’n ôl
telegram-command-cover = Cymryd shifft cydweithiwr
telegram-not-on-rota = Nid yw’r cyfrif hwn yn neb ar y rota. Yr un sy’n cadw’r cyfeiriadur sy’n ei gysylltu: colofn person yn accounts.
telegram-available-how = Am ba hyd yr ydych i ffwrdd? Bydd galwadau’n mynd at y nesaf. Neu ysgrifennwch: /available until 15:30.
telegram-available-sure = A ydych i ffwrdd o hyn ymlaen?
telegram-available-sure-on = A ydych yn ôl?
telegram-available-until = I ffwrdd tan { $time }
telegram-available-on = Rwyf yn ôl
telegram-available-is-off = Rydych i ffwrdd tan { $moment }. Bydd atebion yn mynd heibio i chi tan hynny.
telegram-available-is-on = Rydych yn ôl ar y rota.
telegram-available-was-on = Nid ydych wedi dweud eich bod i ffwrdd. Ni newidiwyd dim.
telegram-available-leaves-nobody = Nid oes neb ar ddyletswydd wedyn o { $moment }. Gall cydweithiwr gymryd drosodd gyda /cover. Heb hynny, bydd galwyr yn cael eu hanfon gam yn uwch.
telegram-available-all-the-same = Rwyf i ffwrdd er hynny
telegram-cover-whom = Oddi wrth bwy yr ydych yn cymryd drosodd, o hyn ymlaen?
telegram-cover-nobody = Nid oes un o’ch cydweithwyr ar ddyletswydd nawr.
telegram-cover-for = { $who }, tan { $moment }
telegram-cover-done = Rydych wedi cymryd drosodd oddi wrth { $who } tan { $moment }.
telegram-calendar-about = Gall eich calendr ddarllen eich sifftiau ei hun, o gyfeiriad sy’n eiddo i chi yn unig. Bydd pwy bynnag sydd â’r cyfeiriad yn gweld pryd a ble rydych ar ddyletswydd, heb eich enw. Mae cyfeiriad newydd yn dod â’r un blaenorol i ben.
telegram-calendar-make = Gwneud cyfeiriad newydd
telegram-calendar-take-back = Tynnu’r cyfeiriad yn ôl
telegram-calendar-made =
    Ychwanegwch galendr drwy ei gyfeiriad (“o URL”, “tanysgrifio”) a gludo hwn. Dangosir ef unwaith yn unig:
    { $address }
telegram-calendar-taken-back = Ni ddarllenir dim o’ch cyfeiriad mwyach.
telegram-shifts-none = Nid oes gennych sifft yn ystod y pythefnos nesaf.
telegram-shifts-yours = Eich sifftiau:
telegram-shifts-line = { $role }, { $where }: { $begins } tan { $ends }
telegram-shifts-ask = Gofyn i rywun ei chymryd neu gyfnewid: { $begins }
telegram-shifts-ask-sure = Gofyn i’r rhai sydd â’r swydd hon ac sy’n rhydd bryd hynny ei chymryd drosodd? Nes i rywun wneud hynny, chi piau’r sifft.
telegram-shifts-ask-button = Ie, gofyn iddynt ei chymryd
telegram-shifts-swap-button = Ei chyfnewid am sifft cydweithiwr
telegram-shifts-swap-which = Am ba sifft y byddech yn ei chyfnewid?
telegram-shifts-swap-none = Nid oes gan yr un cydweithiwr â’r swydd hon sifft yn ystod y pythefnos nesaf y gellid ei chyfnewid. Gallwch ofyn i rywun ei chymryd.
telegram-shifts-swap-with = { $who }: { $begins }
telegram-shifts-swap-sure = Byddech yn rhoi: { $shift }. Byddech yn cael: { $back }. Nes i { $who } dderbyn, nid oes dim yn newid.
telegram-shifts-swap-ask = Gofyn i { $who } gyfnewid
telegram-shifts-swap-asked = Gofynnwyd i { $who } gyfnewid. Cewch wybod beth yw’r ateb; gellir derbyn tan { $until }. Tan hynny mae’r ddwy sifft yn aros fel y maent.
telegram-shifts-asked-already = Rydych wedi gofyn am y sifft hon eisoes. I ofyn am rywbeth arall, tynnwch hynny’n ôl yn gyntaf.
telegram-shifts-asked = { $count ->
    [one] Gofynnwyd i un cydweithiwr.
   *[other] Cydweithwyr y gofynnwyd iddynt: { $count }.
  } Cewch wybod pwy sy’n ei chymryd; os nad yw neb wedi gwneud erbyn { $until }, cewch chi a’ch SPO wybod. Tan hynny chi piau’r sifft.
telegram-shifts-nobody-to-ask = Ni ellir gofyn i neb sydd â’r swydd hon, sy’n rhydd bryd hynny ac sy’n defnyddio Signpost. Chi piau’r sifft o hyd: ffoniwch eich SPO.
telegram-shifts-withdraw = Nid oes angen hyn arnaf mwyach
telegram-shifts-withdrawn = Ni all neb ei chymryd mwyach. Chi piau’r sifft o hyd.
telegram-shifts-swapped = Rydych wedi cyfnewid. Mae eich cydweithiwr yn cael gwybod. Chi piau hon nawr:
telegram-shifts-taken = Rydych wedi ei chymryd drosodd. Mae eich cydweithiwr yn cael gwybod.
telegram-shifts-declined = Nid ydych wedi ei chymryd.
telegram-shifts-refused = { $refusal ->
    [taken] Ni newidiwyd dim: mae rhywun wedi’i chymryd.
    [withdrawn] Ni newidiwyd dim: mae’r sawl a ofynnodd wedi tynnu hyn yn ôl.
    [nobody] Ni newidiwyd dim: ni chymerodd neb hi mewn pryd, felly ni ofynnir amdani mwyach.
    [changed] Ni newidiwyd dim: mae’r rota wedi newid ers hynny, a rhywun arall piau’r sifft nawr.
    [keeper] Ni newidiwyd dim: mae cofnodion eraill ar y rota yn rhwystro hyn. Gall y sawl sy’n cadw’r rota wneud y newid.
    [not_free] Ni newidiwyd dim: rydych ar ddyletswydd neu i ffwrdd bryd hynny, neu nid yw’r swydd hon gennych mwyach.
   *[unknown] Ni newidiwyd dim: ni ofynnir hyn i chi.
  }
