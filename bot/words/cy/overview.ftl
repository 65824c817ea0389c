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
