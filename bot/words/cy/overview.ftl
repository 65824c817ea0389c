## Sut mae’r gwasanaeth yn gweithio, mewn ffigurau

overview-of = Sut mae pethau’n mynd: { $where }, o { $begins } i { $ends }
overview-scope = { $provider ->
    [nps] NPS, { $where }
   *[crc] CRC, { $where }
  }
overview-everywhere = pob ardal
overview-enquiries = Ymholiadau, i’r pump agosaf: { $list }
enquiry-ended = { $ended ->
    [answered] wedi’u hateb
    [clarified] gofynnwyd am un ffaith arall
    [emergency] 999 yn gyntaf
    [declined] ni chaniateir dweud
   *[unknown] heb eu deall
  }
overview-open = { $count ->
    [0] Nid oes galwad yn ôl ar agor nawr.
    [one] Ar agor nawr: 1 alwad yn ôl, y gofynnwyd amdani { $oldest }.
   *[other] Ar agor nawr: { $count } o alwadau yn ôl; gofynnwyd am yr hynaf { $oldest }.
  }
overview-asked = { $count ->
    [0] Ni ofynnodd neb am alwad yn ôl.
    [one] Gofynnwyd am: 1 alwad yn ôl.
   *[other] Gofynnwyd am: { $count } o alwadau yn ôl.
  }
overview-taken = Cymerwyd: { $count }, eu hanner o fewn { $median }, naw o bob deg o fewn { $ninetieth } o oriau agor.
overview-closed = Caewyd: { $count }, eu hanner o fewn { $median }, naw o bob deg o fewn { $ninetieth } o oriau agor.
overview-outcomes = Sut y daethant i ben: { $list }
overview-risks = Sgyrsiau am risg: { $list }
overview-unanswered = Heb eu cymryd mewn pryd: { $list }
overview-gaps = Neb ar ddyletswydd: { $list }
overview-moved = Symudwyd at y darparwr arall: { $list }
overview-move = { $because ->
    [their_work] { $provider ->
        [nps] gan yr NPS, am mai gwaith y CRC ydyw
       *[crc] gan y CRC, am mai gwaith yr NPS ydyw
      }
   *[their_case] { $provider ->
        [nps] gan yr NPS, am mai achos y CRC ydyw
       *[crc] gan y CRC, am mai achos yr NPS ydyw
      }
  }
overview-times = { $what } ({ $count })
overview-at = { $post }, yn yr awr o { $time }
overview-not-over = heb ddod i ben eto
overview-information = { $count ->
    [0] Ni ofynnwyd dim i asiantaeth arall; { $open } ar agor nawr.
    [one] Gofynnwyd i asiantaethau eraill: 1; { $open } ar agor nawr.
   *[other] Gofynnwyd i asiantaethau eraill: { $count }; { $open } ar agor nawr.
  }
overview-overdue = { $count ->
    [0] Nid oes ateb yn hwyr.
    [one] Mae 1 ateb yn hwyr. Roedd ei angen erbyn { $oldest }.
   *[other] Mae { $count } ateb yn hwyr. Roedd angen yr hynaf erbyn { $oldest }.
  }
overview-overdue-at = Yn hwyr gan: { $list }
overview-answered = Atebwyd: { $count }, eu hanner o fewn { $median }, naw o bob deg o fewn { $ninetieth }.
overview-days = { $days ->
    [1] Heddiw
    [7] Y 7 diwrnod diwethaf
    [28] Y 4 wythnos ddiwethaf
   *[91] Y 13 wythnos ddiwethaf
  }
overview-not-yours = Mae’r ffigurau ar gyfer rheolwyr: SPO, SPO ar ddyletswydd neu bennaeth yn ôl y rota, a’r sawl sy’n cadw’r cyfeiriadur. Nid yw eich cyfrif yn un ohonynt. Os ydych yn rheoli tîm, gofynnwch i’r sawl sy’n cadw’r cyfeiriadur eich rhoi ar y rota.
duration-minutes = { $count ->
    [one] 1 funud
   *[other] { $count } munud
  }
duration-hours = { $count ->
    [one] 1 awr
   *[other] { $count } awr
  }
duration-days = { $count ->
    [one] 1 diwrnod
   *[other] { $count } diwrnod
  }

## Y tudalennau

overview-page = { $view ->
    [enquiries] Ymholiadau
    [requests] Galwadau yn ôl a cheisiadau
   *[coverage] Pwy sydd ar ddyletswydd yn y 4 wythnos nesaf
  }
overview-views = Beth i edrych arno
overview-choose = { $what ->
    [days] O ba ddyddiau
    [since] Diwrnod cyntaf, os eich rhai chi
    [until] Diwrnod olaf, os eich rhai chi
    [area] Ardal
    [office] Swyddfa
   *[provider] Darparwr
  }
overview-choose-all = { $what ->
    [area] pob ardal
    [office] pob swyddfa
   *[provider] y ddau ddarparwr
  }
overview-own = Dyddiau o’ch dewis chi
overview-show = Dangos
overview-nothing = Ni ddigwyddodd dim yn y dyddiau hyn y mae ffigurau ohono.
overview-nearest-five = Dywedir nifer yr ymholiadau i’r 5 agosaf, pob rhif ar ei ben ei hun: felly nid yw’r un rhif yn dweud dim am un person, ac nid oes rhaid i’r rhannau ddod i’r cyfanswm. Ymholiad yw neges lle gofynnir rhywbeth.
overview-file = { $ending ->
    [csv] Fel ffeil: CSV
   *[xlsx] Fel ffeil: llyfr gwaith (XLSX)
  }
overview-wrong-days = { $wrong ->
    [turned] Mae’r diwrnod olaf cyn y cyntaf. Rhowch y diwrnod cynharaf yn gyntaf.
    [too-many] Cedwir ffigurau am flwyddyn. Dewiswch flwyddyn neu lai.
   *[unreadable] Rhowch y diwrnod cyntaf a’r diwrnod olaf, fel 1 Tachwedd 2026 neu 2026-11-01.
  }
figure-title = { $figure ->
    [ended] Sut y daeth ymholiadau i ben
    [days] Ymholiadau bob dydd
    [weeks] Ymholiadau bob wythnos
    [hours] Pryd yn y dydd y mae pobl yn gofyn
    [weekdays] Ar ba ddiwrnod o’r wythnos
    [topics] Am beth y mae pobl yn gofyn
    [channels] Ble mae pobl yn gofyn
    [areas] Ymholiadau yn ôl ardal
    [offices] Ymholiadau yn ôl swyddfa
    [lengths] Faint o amser y mae galwad yn ôl yn ei gymryd
    [missed-hours] Pryd nad yw camau’n cael eu cymryd mewn pryd
    [missed] Pa swyddi nad ydynt yn cymryd cam mewn pryd
    [gaps] Lle nad oedd neb ar ddyletswydd
    [open] Galwadau yn ôl sydd ar agor nawr
    [outcomes] Sut y daeth galwadau yn ôl i ben
    [moved] Symudwyd at y darparwr arall, a pham
    [risks] Sgyrsiau am risg
    [overdue] Atebion hwyr, yn ôl asiantaeth
    [endings] Sut y daeth ceisiadau am wybodaeth i ben
   *[answered] Faint o amser y mae ateb yn ei gymryd
  }
figure-by = { $figure ->
    [days] Diwrnod
    [weeks] Wythnos o
    [hours] Awr o
    [weekdays] Diwrnod
    [topics] Pwnc
    [channels] Sianel
    [areas] Ardal
    [offices] Swyddfa
    [missed-hours] Awr o
    [missed] Swydd ac awr
    [gaps] Swydd
    [open] Cyflwr
    [moved] Pwy, a pham
    [overdue] Asiantaeth
    [lengths] Tan pryd
    [answered] Tan pryd
   *[ended] Sut y daeth i ben
  }
figure-count = Sawl un
figure-time = Faint o amser
figure-most = Y mwyaf: { $list }.
figure-as-table = Fel tabl
figure-rest = Y gweddill
weekday-short = { $day ->
    [0] Llun
    [1] Maw
    [2] Mer
    [3] Iau
    [4] Gwe
    [5] Sad
   *[6] Sul
  }
figure-contact = swyddfa neu rif
figure-no-topic = pwnc heb ei nodi
figure-no-area = ardal heb ei nodi
figure-no-office = { $where }, dim un swyddfa
figure-day = { $day } { $month }
figure-until = { $until ->
    [taken] { $share ->
        [half] cymerwyd: hanner o fewn
       *[most] cymerwyd: 9 o bob 10 o fewn
      }
    [closed] { $share ->
        [half] caewyd: hanner o fewn
       *[most] caewyd: 9 o bob 10 o fewn
      }
   *[answered] { $share ->
        [half] atebwyd: hanner o fewn
       *[most] atebwyd: 9 o bob 10 o fewn
      }
  }
channel = { $channel ->
    [web] tudalen we
    [telegram] Telegram
    [terminal] terfynell
    [api] systemau eraill
   *[other] rhywle arall
  }
request-state = { $state ->
    [waiting] yn aros i’r swyddfa agor
    [offered] wedi’i gynnig, heb ei gymryd eto
   *[taken] wedi’i gymryd, i’w ffonio
  }
information-ending = { $ending ->
    [came] daeth yr ateb
    [answered] wedi’i ateb, medd yr asiantaeth
    [not_theirs] nid eu lle nhw i ateb
    [not_needed] dim ei angen mwyach
   *[unanswered] byth wedi’i ateb
  }
coverage-said = Swyddi â bylchau: { $with_gaps } o { $posts }. Nid oes neb ar ddyletswydd am { $hours } awr i gyd. Diwrnodau pan fydd rhywbeth yn gwrthdaro: { $clashes }.
coverage-sign = { $sign ->
    [on] ✓
    [gap] 8
    [clash] ×
   *[closed] –
  }
coverage-means = { $sign ->
    [on] ar ddyletswydd drwy’r oriau i gyd
    [gap] cynifer o oriau heb neb ar ddyletswydd
    [clash] dau yn yr un swydd, neu rywun mewn dwy swydd, yr un pryd
   *[closed] ar gau
  }
coverage-caption = Pob swydd y cedwir rota ar ei chyfer, y mwyaf o fylchau yn gyntaf
coverage-post = Swydd
coverage-left-out = { $count ->
    [one] Nid oes gan 1 swydd arall fwy o fylchau na’r rhain. Dewiswch swyddfa i’w gweld.
   *[other] Nid oes gan { $count } swydd arall fwy o fylchau na’r rhain. Dewiswch swyddfa i’w gweld.
  }
coverage-none = Ni chedwir rota yma, felly ffonnir swyddi fel petai rhywun ar ddyletswydd bob amser.
coverage-keep = Cau bylchau yn y rota
