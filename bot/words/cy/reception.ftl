## The desk, for reception

reception-title = Desg: { $office }
reception-box = Am bwy neu am beth maen nhw’n gofyn?
reception-hint = Swyddfa, person, swydd, tîm, pwnc, rhif neu raglen. Ni chedwir dim o’r hyn rydych yn ei deipio. Peidiwch â rhoi enwau pobl sydd dan oruchwyliaeth.
reception-look-up = Chwilio
reception-other-office = Swyddfa arall
reception-choose = Dangos
reception-keys = Bysellau: mae Esc yn gwagio’r blwch. Mae Enter yn gorffen, ac yn chwilio am achos. I lawr ac I fyny i symud. Mae Alt+C yn copïo’r rhif, Alt+L yn cofnodi at bwy yr anfonwyd y galwr, Alt+R yn gofyn am alwad yn ôl: am yr un rydych arno, neu’r cyntaf.
reception-answer = Ateb
reception-finds = Yn y cyfeiriadur
reception-enter-for-case = Dim ond pan wasgwch Enter y chwilir am achos, ac mae’r ffaith ichi edrych yn aros yn yr archwiliad.
reception-too-fast = Roedd hynny’n llawer ar unwaith. Arhoswch eiliad ac ewch ymlaen.

## What was found

reception-find-unknown = Nid yw’r rhif hwnnw yn y cyfeiriadur.
reception-find-led = { $name }: { $provider ->
    [nps] NPS
    [crc] CRC
    [both] NPS a CRC
   *[none] yn ôl yr achos
  }
reception-find-at = { $name }, { $where }
reception-programme-run = { $where }{ $start ->
    [none] { "" }
   *[other] . Yn dechrau nesaf: { $start }
  }
reception-own-number = Rhif personol, i gydweithwyr yn unig
reception-no-number = Dim rhif yn y cyfeiriadur
reception-extension = estyniad { $extension }
reception-person-off = Ddim ar ddyletswydd ar hyn o bryd.

## How a post stands

reception-now = { $name ->
    [none] Ar ddyletswydd
   *[other] { $name }
  }{ $until ->
    [none] { "" }
   *[other] { " " }tan { $until }
  }
reception-next = Nesaf: { $name ->
    [none] o
   *[other] { $name }, o
  } { $from }{ $until ->
    [none] { "" }
   *[other] { " " }tan { $until }
  }
reception-nobody-until = Neb ar ddyletswydd tan { $until }
reception-nobody-from = Neb ar ddyletswydd o { $from } tan { $until }
reception-nobody-now = Nid oes neb ar ddyletswydd ar hyn o bryd.
reception-no-rota = Ni chedwir rota: ffoniwch a gofynnwch.
reception-sample = sampl
reception-stale = gall fod yn hen

## The board

reception-today = Heddiw, { $day }
reception-open = Ar agor tan { $until }
reception-always-open = Ar agor ddydd a nos
reception-shut = Ar gau tan { $moment }
reception-shut-for-long = Ar gau
reception-hours-assumed = Ein tybiaeth orau yw’r oriau.
reception-of-the-area = I’r ardal gyfan
reception-out-of-hours = Y tu allan i oriau, ddydd a nos
reception-who-can-say = Nid oes ganddi rif ei hun. Gofynnwch pwy i’w ffonio:
reception-notices = Hysbysiadau
reception-no-notices = Dim i’w nodi.
reception-notice-suspect = { $phone }: mae galwr yn dweud ei fod yn anghywir. Rhowch gynnig ar y nesaf.
reception-notice-stale = { $phone }: nid oes neb wedi’i wirio yn ddiweddar.
reception-notice-closed = Ar gau { $day }, gŵyl banc.
reception-notice-hours = O { $day }: { $hours }.
reception-notice-shuts_down = O { $day } nid yw’r swyddfa hon yn y cyfeiriadur mwyach.
reception-notice-begins = O { $day } bydd: { $post }.
reception-notice-ends = O { $day } ni fydd mwyach: { $post }.
reception-notice-renumbered = O { $day } bydd rhif arall i: { $post }.
reception-notice-renumbered-to = O { $day } ar { $phone }: { $post }.
reception-from = O { $day }:
reception-live = Mae’r dudalen hon yn dilyn newidiadau ohoni’i hun.
reception-not-live = Nid yw’r dudalen hon yn dilyn newidiadau ar hyn o bryd: llwythwch hi eto i weld y diweddaraf. Lle mae llawer o dudalennau’r ddesg ar agor, caewch rai.
reception-many-open = Mae gormod o dudalennau’r ddesg ar agor i’ch cyfrif: caewch rai, a bydd hon yn dilyn newidiadau eto.
reception-changed = Mae’r bwrdd wedi newid.

## Copying, logging, calling back

reception-copy = Copïo rhif
reception-copied = Copïwyd:
reception-log = Cofnodi: anfonwyd yma
reception-logged = Cofnodwyd: { $asked ->
    [none] anfonwyd at
   *[other] gofynnwyd am { $asked }, anfonwyd at
  } { $sent }.
reception-not-logged = Ni ellid cofnodi hynny: mae’r dudalen yn hŷn na rhyw newid. Chwiliwch eto.
reception-log-failed = Ni ellid cofnodi hynny ar hyn o bryd. Rhowch gynnig arall arni ymhen munud.
reception-call-back = Galwad yn ôl
reception-call-hint = Cedwir y rhif dan sêl, dim ond y sawl sy’n cymryd yr alwad sy’n ei weld, ac mae wedi mynd pan ddaw i ben. Nid oes dim arall am y galwr yn mynd gydag ef.
reception-call-number = Rhif y galwr
reception-call-wrong-number = Nid yw hwnnw’n rhif ffôn sy’n cael ei ddefnyddio. Ysgrifennwch ef fel 01905 723591.
reception-call-how-soon = Pa mor fuan mae angen rhywun arnynt?
reception-call-send = Gofyn am yr alwad yn ôl
reception-call-asked = Gofynnwyd, a dywedwyd wrth: { $post }. Dywedwch wrth y galwr y bydd rhywun yn ffonio erbyn { $until }, os bydd rhywun ar gael; aros ar y lein yw’r ffordd gyflymaf.
reception-call-nobody = Ni ellir cyrraedd neb yno drwy neges ar hyn o bryd. Rhowch y rhif i’r galwr.
reception-call-too-many = Rydych wedi gofyn am lawer o alwadau yn ôl yn barod, felly ni ofynnwyd am hon. Rhowch y rhif i’r galwr; pan fydd rhai eraill drosodd gallwch ofyn eto.
reception-call-withdrawn = Tynnwyd yn ôl: ni chaiff y galwr ei ffonio mwyach.
reception-call-not-withdrawn = Ni newidiwyd dim: mae’r alwad honno ar ben.
reception-calls = Galwadau yn ôl y gofynnwyd amdanynt yma
reception-call = { $asked }: { $topic }, { $provider ->
    [nps] NPS
   *[crc] CRC
  }.
reception-call-offered = Gyda: { $who }.
reception-call-taken = Cymerwyd gan: { $who }, i ffonio erbyn { $time }.
reception-call-waiting = Yn aros i’r swyddfa agor.
reception-call-closed = Ar ben: { $outcome }.
