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
layout-sessions = Ble rydych wedi mewngofnodi

## Pwy na chaiff weld tudalen

refused-not-for-you = Tudalen i eraill yw hon
refused-how-not-for-you = Nid yw eich cyfrif yn ei hagor. Os oes ei hangen ar eich swydd, gofynnwch i’r sawl sy’n cadw Signpost yn eich ardal.
refused-forged = Ni wnaed hynny
refused-how-forged = Bu’r dudalen ar agor yn rhy hir, neu nid ohoni hi y daeth y cais. Ewch yn ôl, llwythwch y dudalen eto, a gwnewch hynny unwaith eto.
refused-ask = Gofyn pwy i’w ffonio
refused-lapse-suspended = Mae eich cyfrif wedi’i atal. Gofynnwch i gydlynydd eich asiantaeth, neu i’r sawl sy’n cadw Signpost. Gallwch ofyn pwy i’w ffonio o hyd.
refused-lapse-agency_revoked = Nid yw eich asiantaeth wedi’i gwirio mwyach. Gofynnwch i’w chydlynydd. Gallwch ofyn pwy i’w ffonio o hyd.
refused-lapse-verify_anew = Rhaid gwirio eich swydd eto, fel unwaith y flwyddyn. Mewngofnodwch drwy ddolen i’ch cyfeiriad e-bost diogel, neu gofynnwch am wahoddiad arall.
refused-lapse-not_now = Nid yw eich cyfrif yn ddilys heddiw. Gofynnwch i gydlynydd eich asiantaeth. Gallwch ofyn pwy i’w ffonio o hyd.

## Ble mae rhywun wedi mewngofnodi

sign-in-title = Mewngofnodi
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
sign-in-end = Allgofnodi yno
sign-in-end-all = Allgofnodi ym mhobman
