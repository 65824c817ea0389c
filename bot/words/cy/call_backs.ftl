## Asking to be called back

call-back-button = Ffoniwch fi yn ôl
call-back-offer = Gellir gofyn i hwn eich ffonio, ar eich rhif sy’n gorffen â { $digits }: { $post }. Rhif arall: anfonwch /number a’r rhif.
call-back-no-number = Gellir gofyn i hwn eich ffonio: { $post }. Dywedwch ar ba rif yn gyntaf: anfonwch /number a’r rhif, er enghraifft /number 01905 723591. Yna gwasgwch eto:
call-back-phone-first = Y rhif uchod yw’r ffordd gyflymaf i’r sawl sy’n gallu aros ar y lein.
call-back-how-urgent = Pa mor fuan mae eu hangen arnoch?
call-back-shut = Mae’r swyddfa ar gau tan { $moment }. Os na allwch aros, ffoniwch y rhif y tu allan i oriau nawr.
call-back-send = { $choice ->
    [urgent] O fewn yr awr
    [today] Heddiw, nes i’r swyddfa gau
    [opening] Pan fydd y swyddfa’n agor
   *[can_wait] Gall aros tan yfory
  }
call-back-or-until = Neu ysgrifennwch tan pryd y gellir eich cyrraedd, er enghraifft “tan hanner awr wedi 3” neu “cyn 16:00”.
call-back-until-when = Ni ellid eich ffonio tan yr amser hwnnw. Ysgrifennwch amser rhwng { $earliest } a { $latest }, pan fydd y swyddfa ar agor.
call-back-asked = Rydych wedi gofyn am alwad ar eich rhif sy’n gorffen â { $digits }. Gellir eich cyrraedd tan { $until }. Dywedir isod beth sy’n digwydd. I ychwanegu cyfeirnod achos, sy’n aros dan sêl: /ref a’r cyfeirnod.
call-back-asked-already = Rydych yn aros am yr alwad hon eisoes, ar eich rhif sy’n gorffen â { $digits }, tan { $until }. Am amser arall pwyswch “{ call-back-withdraw }” isod, yna gofynnwch eto.
call-back-not-for-you = I bobl y mae eu swydd wedi’i gwirio y mae galwadau yn ôl: anfonwch /verify a’ch cyfeiriad e-bost diogel. Mae’r rhif uchod i bawb.
call-back-nobody = Ni ellir cyrraedd neb sydd ar ddyletswydd yno drwy neges ar hyn o bryd. Ffoniwch y rhif uchod.
call-back-one-open = Rydych yn aros am dair galwad yn barod, ac ni all mwy fod ar agor ar yr un pryd.
call-back-number-kept = Eich rhif ar gyfer galwadau yn ôl yw { $phone }. Fe’i cedwir dan sêl nes ichi anfon /number off.
call-back-number-none = Ni chedwir rhif ar gyfer galwadau yn ôl. Anfonwch /number a’r rhif, er enghraifft /number 01905 723591.
call-back-number-wrong = Nid yw hwnnw’n rhif ffôn sy’n cael ei ddefnyddio. Anfonwch /number a’r rhif, er enghraifft /number 01905 723591.
call-back-number-gone = Mae eich rhif ar gyfer galwadau yn ôl wedi’i anghofio.
call-back-withdraw = Dim ei angen mwyach
call-back-reference-kept = Mae’r cyfeirnod achos dan sêl gyda’ch galwad yn ôl; dim ond staff prawf sy’n ei chymryd all ei weld.
call-back-reference-none = Nid ydych yn aros am alwad, felly nid oes dim i ychwanegu cyfeirnod ato.
call-back-reference-wrong = Nid yw hwnnw’n gyfeirnod achos: llythyren fawr a chwe digid, er enghraifft X123456.
call-back-again-note = Efallai fod hwn wedi’ch cyrraedd yn barod; fe’i hanfonwyd eto i fod yn siŵr.

## What the asker is told

call-back-post = { $post }, { $where }
call-back-manager = rheolwr ({ $where })
call-back-managers = rheolwyr
call-back-offered = { $because ->
    [none] Anfonwyd at: { $who }. Cewch wybod cyn gynted ag y bydd rhywun yn ei gymryd.
    [nobody_took_it] Gyda hwn nawr, gan na chymerodd neb ef mewn pryd: { $who }.
    [promise_missed] Gyda hwn nawr, gan na chawsoch yr alwad a addawyd: { $who }.
    [off_shift] Mae’r sifft flaenorol wedi gorffen. Gyda hwn nawr: { $who }.
    [taker_gone] Ni all y sawl a’i cymerodd eich ffonio mwyach. Gyda hwn nawr: { $who }.
    [not_delivered] Ni ellid cyrraedd y sawl oedd ar ddyletswydd o’r blaen. Gyda hwn nawr: { $who }.
    [their_case] Eu hachos nhw yw hwn. Gyda hwn nawr: { $who }.
    [their_work] Nhw sy’n gwneud y gwaith hwn. Gyda hwn nawr: { $who }.
    [opened] Mae’r swyddfa ar agor. Anfonwyd at: { $who }.
   *[other] Gyda hwn nawr: { $who }.
  }
call-back-taken = Cymerwyd gan: { $who }. Cewch alwad erbyn { $time }.
call-back-promised = Amser newydd. Cewch alwad erbyn { $time } gan: { $who }.
call-back-waits = Mae’r swyddfa ar gau. Bydd eich galwad yn ôl yn aros nes iddi agor { $moment }, ac yn cael ei hanfon bryd hynny. Os na all aros:
call-back-not-reached = Cawsoch alwad ac nid atebwyd hi. Cewch un alwad arall, erbyn { $time }.
call-back-ring = { $because ->
    [shut] Mae’r swyddfa wedi cau, ac nid oes neb wedi cymryd eich galwad yn ôl. Mae wedi’i chau. Ffoniwch:
    [time_over] Mae’r amser pan ellir eich cyrraedd ar ben, ac nid oes neb wedi ffonio. Mae’r alwad yn ôl wedi’i chau, ac mae rheolwyr yr ardal yn gwybod. Ffoniwch:
    [nobody_left] Nid oes neb ar ôl i ofyn iddo, ac mae’r alwad yn ôl wedi’i chau. Ffoniwch:
   *[other] Nid oes neb ar ddyletswydd wedi cymryd eich galwad yn ôl, ac mae gan reolwyr yr ardal hi nawr. Peidiwch ag aros amdanynt. Ffoniwch:
  }
call-back-closed = Wedi cau: { $outcome }.
outcome = { $outcome ->
    [helped] cafwyd help
    [passed_on] trosglwyddwyd i’r swyddog cyfrifol
    [risk_accepted] yr NPS yn cymryd yr achos
    [risk_not_accepted] yr achos yn aros gyda’r CRC
    [not_needed] dim ei angen mwyach
    [not_reached] ni ellid cyrraedd y galwr
    [withdrawn] tynnwyd yn ôl gan y galwr
    [told_to_ring] dywedwyd wrth y galwr am ffonio y tu allan i oriau
   *[unanswered] ni chymerodd neb ef
  }

## What staff are told

call-offer = { $urgency ->
    [urgent] Brys: mae rhywun yn gofyn am alwad.
    [today] Mae rhywun yn gofyn am alwad heddiw.
   *[can_wait] Mae rhywun yn gofyn am alwad. Gall aros tan yfory.
  }
call-about = { $from } · { $topic } · { $where }
call-from-reception = galwr, drwy’r dderbynfa ({ $office }); nid oes neb wedi gwirio pwy ydyw
call-from-nobody = asiantaeth
call-no-topic = dim pwnc
call-asked = Gofynnwyd: { $asked }. Gellir cyrraedd tan: { $until }.
call-because = { $because ->
    [nobody_took_it] Nid yw’r sawl y gofynnwyd iddo o’r blaen wedi’i gymryd.
    [promise_missed] Nid yw’r sawl a’i cymerodd wedi ffonio fel yr addawyd.
    [off_shift] Trosglwyddwyd o’r sifft flaenorol.
    [taker_gone] Ni all y sawl a’i cymerodd ffonio mwyach. Mae’r galwr wedi cael gwybod.
    [not_delivered] Ni ellid cyrraedd y sawl y gofynnwyd iddo o’r blaen.
    [their_case] Mae’r darparwr arall yn dweud mai eich achos chi yw hwn.
    [their_work] Mae’r darparwr arall yn dweud mai eich gwaith chi yw hwn.
    [nobody_left] Nid yw neb ar ddyletswydd wedi’i gymryd.
    [none] Nid yw neb ar ddyletswydd wedi’i gymryd.
   *[other] Bu’n aros i’r swyddfa agor.
  }
call-take = { $minutes ->
    [60] Fe’i cymeraf a ffonio o fewn awr
    [120] Fe’i cymeraf a ffonio o fewn 2 awr
    [240] Fe’i cymeraf a ffonio o fewn 4 awr
    [480] Fe’i cymeraf a ffonio o fewn 8 awr
   *[other] Fe’i cymeraf a ffonio o fewn { $minutes } munud
  }
call-longer = { $minutes ->
    [60] Ffonio o fewn awr yn lle hynny
    [120] Ffonio o fewn 2 awr yn lle hynny
    [240] Ffonio o fewn 4 awr yn lle hynny
    [480] Ffonio o fewn 8 awr yn lle hynny
   *[other] Ffonio o fewn { $minutes } munud yn lle hynny
  }
call-not-ours = { $provider ->
    [nps] Nid ni: yr NPS sydd â’r achos
   *[crc] Nid ni: y CRC sydd â’r achos
  }
call-not-our-work = { $provider ->
    [nps] Nid ni: yr NPS sy’n gwneud y gwaith hwn
   *[crc] Nid ni: y CRC sy’n gwneud y gwaith hwn
  }
call-yours = Chi piau hwn. Ffoniwch { $phone } erbyn { $time }.
call-yours-unreadable = Chi piau hwn, ond ni ellir darllen y rhif mwyach. Dywedwyd wrth y galwr y byddwch yn ffonio erbyn { $time }: gofynnwch i’w asiantaeth am y rhif.
call-done = Wedi’i wneud: { $outcome }
call-cannot-reach = Methu cyrraedd y galwr
call-show = Dangos y cyfeirnod achos
call-reference = Cyfeirnod achos: { $reference }. Mae’r archwiliad yn nodi ichi ei weld.
call-no-reference = Nid oes cyfeirnod achos gydag ef mwyach.
call-over = { $state ->
    [taken] Wedi’i gymryd gan rywun: dim ar ôl i’w wneud yma.
    [closed] Wedi cau: { $outcome }.
    [waiting] Mae’r swyddfa ar gau: mae hwn yn aros nes iddi agor.
   *[offered] Mae hwn wedi symud ymlaen at: { $who }.
  }
call-over-yours = { $state ->
    [taken] Chi piau hwn o hyd: gweler isod.
    [closed] Wedi cau: { $outcome }. Mae’r rhif wedi’i anghofio.
   *[other] Nid chi piau hwn mwyach. Nid yw’r rhif yma mwyach.
  }
call-reminder = Dywedoch y byddech yn ffonio erbyn { $time }: { $where }, gofynnwyd { $asked }. Ar ôl ffonio, dywedwch uchod sut y daeth i ben. Os oes angen mwy o amser arnoch, dywedwch hynny yno.
call-missed = Nid ydych wedi dweud ichi ffonio erbyn { $time }, felly nid chi piau hwn mwyach, ac mae’n mynd un cam yn uwch.
call-handed-on = Rydych oddi ar eich sifft. Mae’r hyn a gymeroch gyda’r sawl sydd ar ddyletswydd nawr.
call-taker-gone = Mae eich cyfrif wedi’i atal, felly mae’r hyn a gymeroch gydag eraill. Peidiwch â ffonio’r galwr.
call-withdrawn = Nid oes angen galwad ar y galwr mwyach. Nid oes dim ar ôl i’w wneud.
call-unanswered = Ni chymerodd neb alwad yn ôl: { $where }, gofynnwyd { $asked }. Dywedwyd wrth y galwr pwy i’w ffonio.
call-summary = Rydych ar ddyletswydd nawr. { $count ->
    [one] Mae un alwad yn ôl ar agor gyda chi:
   *[other] Galwadau yn ôl ar agor gyda chi: { $count }
  }
call-summary-line = Gofynnwyd { $asked }: { $topic } · { $where }
call-shift = Rydych ar ddyletswydd o { $begins } tan { $ends }: { $who }. Daw galwadau yn ôl atoch bryd hynny. Os na allwch: /available, neu gofynnwch i gydweithiwr ddefnyddio /cover.
cover-shift = { $post }, { $where }, { $begins } tan { $ends }
cover-asked = Mae { $who } yn gofyn i rywun gymryd sifft: { $shift }. Y cyntaf i’w derbyn sy’n ei chael.
cover-take = Fe’i cymeraf
cover-decline = Ni allaf
cover-taken = Mae { $taker } wedi cymryd drosodd oddi wrthych: { $shift }.
cover-yours = Rydych wedi cymryd drosodd oddi wrth { $who }: { $shift }.
cover-nobody = Nid yw neb wedi cymryd eich sifft: { $shift }. Chi piau hi o hyd. Mae eich SPO yn cael gwybod hefyd. Os na allwch fod yno, dywedwch hynny pan fydd yn dechrau: /available.
cover-uncovered = Nid yw neb wedi cymryd y sifft hon, y gofynnodd { $who } i rywun ei chymryd: { $shift }. Os nad oes neb ar ddyletswydd bryd hynny, anfonir galwyr gam yn uwch.
swap-asked = Mae { $who } yn gofyn ichi gyfnewid sifft. Byddech chi’n cael: { $shift }. Yn lle hynny: { $back }.
swap-take = Iawn, cyfnewid
swap-taken = Mae { $taker } wedi cyfnewid â chi. Nid chi piau hon mwyach: { $shift }. Chi piau hon nawr: { $back }.
swap-yours = Rydych wedi cyfnewid â { $who }. Chi piau hon nawr: { $shift }. Nid chi piau hon mwyach: { $back }.
swap-nobody = Nid yw { $taker } wedi cyfnewid â chi. Chi piau hon o hyd: { $shift }. Gallwch ofyn i gydweithiwr arall, neu ofyn i rywun ei chymryd: /shifts.
call-none = Nid oes galwad yn ôl ar agor gyda chi.
call-refused = { $refusal ->
    [closed] Ni newidiwyd dim: mae hwn wedi’i gau yn y cyfamser.
    [taken] Ni newidiwyd dim: mae rhywun arall wedi cymryd hwn.
    [not_on] Ni newidiwyd dim: dim ond rhywun sydd ar ddyletswydd nawr all gymryd hwn.
    [not_yours] Ni newidiwyd dim: nid chi piau hwn, neu nid mwyach.
    [changed] Ni newidiwyd dim: mae hwn wedi symud ymlaen ers tynnu’r botwm hwnnw.
   *[unknown] Ni newidiwyd dim: nid oes galwad yn ôl o’r fath mwyach.
  }
call-meanwhile = Yn y cyfamser: { $what }.
call-noted = { $what ->
    [offered] cynigiwyd i: { $who }
    [nobody_on] neb ar ddyletswydd fel: { $who }
    [unanswered] ni chymerwyd gan: { $who }
    [taken] cymerwyd gan: { $who }
    [promised] addawyd amser arall
    [promise_missed] collwyd yr addewid
    [taker_gone] ni all y sawl a’i cymerodd ffonio mwyach
    [moved] symudwyd at y darparwr arall
    [not_reached] nid atebodd y galwr
    [waits] caeodd y swyddfa
   *[closed] caewyd
  }
call-overdue = Galwadau yn ôl neu geisiadau mwy na munud yn hwyr: { $requests }. Negeseuon: { $messages }. Edrychwch ar log a chronfa ddata Signpost.
