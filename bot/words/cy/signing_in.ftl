# Mewngofnodi ar y we, a’r hyn y mae tudalennau pob rhan yn ei rannu.

layout-skip = Neidio i’r dudalen
layout-rooms = Rhannau Signpost
layout-own = Iaith a mewngofnodi
layout-room-ask = Gofyn
layout-room-desk = Desg
layout-room-keep = Cadw
layout-room-overview = Trosolwg
layout-sign-in = Mewngofnodi
layout-sign-out = Allgofnodi
layout-account = Eich cyfrif: { $standing ->
    [partner] partner
    [reception] derbynfa
    [officer] staff prawf
    [admin] ceidwad
   *[other] y cyhoedd
  }

## Pwy na chaiff weld tudalen

refused-not-for-you = Tudalen i eraill yw hon
refused-how-not-for-you = Nid yw eich cyfrif yn ei hagor. Os oes ei hangen ar eich swydd, gofynnwch i’r sawl sy’n cadw Signpost yn eich ardal.
refused-forged = Ni wnaed hynny
refused-how-forged = Bu’r dudalen ar agor yn rhy hir, neu nid ohoni hi y daeth y cais. Ewch yn ôl, llwythwch y dudalen eto, a gwnewch hynny unwaith eto.
refused-not-now = Ni ellir chwilio am hynny nawr
refused-how-not-now = Nid yw’r gronfa ddata yn ateb, felly ni ddangoswyd ac ni newidiwyd dim. Rhowch gynnig arall arni mewn munud. Gellir gofyn pwy i’w ffonio yr un fath.
refused-failed = Aeth rhywbeth o’i le
refused-how-failed = Ein bai ni yw hynny. Llwythwch y dudalen flaenorol eto i weld a newidiwyd rhywbeth. Gellir gofyn pwy i’w ffonio yr un fath.
refused-ask = Gofyn pwy i’w ffonio
refused-lapse-suspended = Mae eich cyfrif wedi’i atal. Gofynnwch i gydlynydd eich asiantaeth, neu i’r sawl sy’n cadw Signpost. Gallwch ofyn pwy i’w ffonio o hyd.
refused-lapse-agency_revoked = Nid yw eich asiantaeth wedi’i gwirio mwyach. Gofynnwch i’w chydlynydd. Gallwch ofyn pwy i’w ffonio o hyd.
refused-lapse-verify_anew = Rhaid gwirio eich swydd eto, fel unwaith y flwyddyn. Mewngofnodwch drwy ddolen i’ch cyfeiriad e-bost diogel, neu gofynnwch am wahoddiad arall.
refused-lapse-not_now = Nid yw eich cyfrif yn ddilys heddiw. Gofynnwch i gydlynydd eich asiantaeth. Gallwch ofyn pwy i’w ffonio o hyd.

## Ble mae rhywun wedi mewngofnodi

sign-in-title = Mewngofnodi
sign-in-account = Eich cyfrif
sign-in-known = I Signpost, { $standing ->
    [partner] rhywun o asiantaeth partner
    [reception] staff derbynfa’r gwasanaeth prawf
    [officer] staff prawf
    [admin] ceidwad y cyfeiriadur
   *[other] y cyhoedd
  } ydych chi: { $agency }.
sign-in-has-address = Gallwch fewngofnodi eto drwy ddolen i’r cyfeiriad e-bost a brofwyd gennych.
sign-in-no-address = Nid oes cyfeiriad e-bost y gellir anfon dolen ato.
sign-in-give-address = Rhoi un
sign-in-change-address = Rhoi un arall
sign-in-sessions = Ble rydych wedi mewngofnodi
sign-in-sessions-how = Caiff pwy bynnag na wnaeth ddim am awr ei allgofnodi, a phawb ar ôl deuddeg awr.
sign-in-session-here = Y porwr hwn
sign-in-session-elsewhere = Porwr arall
sign-in-session-begun = Mewngofnodwyd { $moment }
sign-in-session-used = Defnyddiwyd ddiwethaf { $moment }
sign-in-by-mail = Drwy ddolen mewn llythyr
sign-in-by-telegram = Drwy ddolen ar Telegram
sign-in-by-invitation = Drwy wahoddiad
sign-in-by-keeper = Drwy ddolen gan y sawl sy’n rhedeg Signpost
sign-in-leave = Gadael Signpost, a thynnu’r hyn sy’n cael ei gadw amdanoch
sign-in-end = Allgofnodi yno
sign-in-end-all = Allgofnodi ym mhobman

## Gofyn am ddolen

sign-in-what = I bobl y mae eu swydd wedi ei gwirio, ac i bwy bynnag sydd â chyfeiriad mewn asiantaeth sy’n gweithio gyda’r gwasanaeth prawf. Mae pawb arall yn cael ateb heb fewngofnodi.
sign-in-address = Eich cyfeiriad e-bost gwaith
sign-in-address-hint = Ar barth diogel, fel enw@asiantaeth.cjsm.net. Ar gyfer yr e-bost yn unig y mae; dim ond hash ohono sy’n cael ei gadw.
sign-in-send = Anfonwch ddolen ataf
sign-in-other-ways = Ffyrdd eraill o fewngofnodi
sign-in-way-telegram = Ar Telegram: anfonwch /web at Signpost, ac agorwch y ddolen sydd yn yr ateb.
sign-in-way-invitation = Drwy wahoddiad: agorwch y ddolen y mae cydlynydd eich asiantaeth yn ei hanfon atoch.
sign-in-way-none = Dim un o’r rhain yn gweithio? Gofynnwch i gydlynydd eich asiantaeth, neu i’r sawl sy’n cadw Signpost.
sign-in-too-many = Roedd hynny’n llawer ar unwaith o’ch rhwydwaith. Gofynnwch eto ymhen { $minutes ->
    [one] munud
   *[other] { $minutes } munud
  }. Gallwch ofyn o hyd pwy i’w ffonio.
sign-in-enough-letters = Mae digon o negeseuon wedi mynd i’r cyfeiriad hwnnw nawr. Defnyddiwch y ddolen yn yr un diweddaraf, neu gofynnwch am un arall ymhen { $minutes ->
    [one] munud
   *[other] { $minutes } munud
  }.
sign-in-sent = Edrychwch ar eich e-bost
sign-in-sent-to = Mae neges ar ei ffordd i
sign-in-sent-how = Agorwch y ddolen sydd ynddi o fewn 15 munud. Mae’n gweithio unwaith, ar unrhyw ddyfais.
sign-in-sent-none = Dim neges ar ôl pum munud? Chwiliwch ymysg yr e-byst diangen, a gwiriwch y cyfeiriad.
sign-in-again = Gofyn am ddolen arall
sign-in-letter-subject = Mewngofnodi i Signpost
sign-in-letter =
    Agorwch y ddolen hon o fewn { $minutes } munud i fewngofnodi. Mae’n gweithio unwaith:

    { $link }

    Os na wnaethoch ofyn amdani, peidiwch â gwneud dim: heb y ddolen ni all neb fewngofnodi drwy eich cyfeiriad.
sign-in-letter-no-agency = Gofynnodd rhywun am fewngofnodi i Signpost drwy’r cyfeiriad hwn. Nid oes asiantaeth yno â’i barth e-bost, felly nid oes dim i fewngofnodi iddo. Os chi oedd yno, gofynnwch i gydlynydd eich asiantaeth, neu i’r sawl sy’n cadw Signpost, eich gwahodd. Os nad chi, peidiwch â gwneud dim.
sign-in-letter-no-domain = Gofynnodd rhywun am fewngofnodi i Signpost drwy’r cyfeiriad hwn. Nid yw ar barth e-bost diogel y mae’r gwasanaeth prawf yn ei dderbyn ar gyfer yr asiantaeth honno. Os chi oedd yno, gofynnwch i gydlynydd eich asiantaeth eich gwahodd. Os nad chi, peidiwch â gwneud dim.
sign-in-letter-no-suspended = Gofynnodd rhywun am fewngofnodi i Signpost drwy’r cyfeiriad hwn. Mae ei gyfrif wedi ei atal. Os chi oedd yno, gofynnwch i gydlynydd eich asiantaeth, neu i’r sawl sy’n cadw Signpost. Os nad chi, peidiwch â gwneud dim.

## Cyfeiriad cyfrif

sign-in-address-title = Eich cyfeiriad ar gyfer dolenni
sign-in-address-what = Gyda chyfeiriad gallwch fewngofnodi eto, drwy ddolen mewn e-bost. Agorwch y ddolen yn y porwr hwn, tra byddwch wedi mewngofnodi.

## Agor dolen

sign-in-open-link = Mewngofnodi
sign-in-open-how-link = Pwyswch y botwm i fewngofnodi i Signpost yn y porwr hwn. Mae’r ddolen yn gweithio unwaith.
sign-in-open-invitation = Defnyddio’r gwahoddiad
sign-in-open-how-invitation = Pwyswch y botwm i ddefnyddio eich gwahoddiad a mewngofnodi i Signpost yn y porwr hwn. Mae’n gweithio unwaith.
sign-in-open-signed-in = Rydych wedi mewngofnodi yn barod. Mae’r hyn a agorwch nawr yn cyfrif i’r cyfrif hwnnw; os nad i chi y mae, allgofnodwch yn gyntaf.
sign-in-who = { $standing ->
    [partner] rhywun o asiantaeth partner
    [reception] staff derbynfa’r gwasanaeth prawf
    [officer] staff prawf
    [admin] ceidwad y cyfeiriadur
   *[other] y cyhoedd
  }: { $agency }, { $where }
sign-in-change-how = Rydych wedi mewngofnodi. Os defnyddiwch y gwahoddiad hwn, bydd y cyfrif rydych wedi mewngofnodi iddo yn newid:
sign-in-change-now = Nawr
sign-in-change-then = Wedyn
sign-in-change-leaves = Bydd yn gadael { $agency }: daw’r hyn oedd gennych yno i ben.
sign-in-change-other = Os i rywun arall, neu i gyfrif arall, y mae’r gwahoddiad, cadwch y cyfrif hwn ac allgofnodwch yn gyntaf. Mae’r gwahoddiad yn dal yn dda nes iddo gael ei ddefnyddio.
sign-in-change-keep = Cadw fy nghyfrif fel y mae
sign-in-change-do = Newid fy nghyfrif
sign-in-change-renews = Rydych wedi mewngofnodi. Mae’r gwahoddiad yn adnewyddu eich cyfrif, heb newid dim arall ohono: { $who }.
sign-in-refused = Nid ydych wedi mewngofnodi
