## Gwybodaeth y gofynnwyd i asiantaeth arall amdani

information-kind = { $kind ->
    [offences] troseddau a chudd-wybodaeth
    [domestic_abuse] galwadau am gam-drin domestig
    [children] yr hyn y mae gwasanaethau plant yn ei wybod
    [adults] yr hyn y mae gofal cymdeithasol i oedolion yn ei wybod
    [court_papers] papurau gan y llys
    [address] a yw cyfeiriad yn addas
    [health] iechyd a thriniaeth
    [youth] cofnodion troseddau ieuenctid
   *[custody] cofnodion carchar
  }
information-none-asked = Nid oes dim y gofynnwyd i asiantaeth arall amdano ar agor.
information-none-of-you = Nid oes dim yn cael ei ofyn i’ch asiantaeth ar hyn o bryd.
information-open = { $count ->
    [one] Mae 1 cais am wybodaeth ar agor:
   *[other] Mae { $count } cais am wybodaeth ar agor:
  }
information-line = Rhif { $number } · { $agency } · { $what } · erbyn { $due } · { $state ->
    [asked] heb ei ateb eto
    [overdue] yn hwyr
    [answered] mae’r asiantaeth yn dweud ei bod wedi ateb
    [came] ar gau: mae’r ateb wedi dod
    [not_theirs] ar gau: nid eu mater nhw
    [not_needed] ar gau: nid oes ei angen mwyach
   *[unanswered] ar gau: ni chafwyd ateb
  }
information-see = Rhif { $number }: { $agency }
information-asked-by = Gofynnwyd gan: { $post }, { $where }, { $day }
information-chased = { $count ->
    [one] Mae’r asiantaeth wedi cael ei hatgoffa unwaith.
   *[other] Mae’r asiantaeth wedi cael ei hatgoffa { $count } gwaith.
  }
information-new = Cofnodi cais newydd
information-back = Yn ôl at y rhestr
information-no-agency = Nid oes asiantaeth o’r ardal hon yn y cyfeiriadur, felly nid oes neb i’w ddewis. Gall yr un sy’n cadw’r cyfeiriadur ychwanegu asiantaethau.
information-which-agency = I ba asiantaeth yr ydych wedi gofyn? Mae’r hyn sydd angen ei ddweud am y person yn mynd at yr asiantaeth ei hun, byth yma.
information-which-kind = Am beth yr ydych wedi gofyn i { $agency }?
information-how-long = Pryd mae angen yr ateb arnoch?
information-within = { $days ->
    [0] Heddiw
    [1] Ar y diwrnod gwaith nesaf
   *[other] O fewn { $days } diwrnod gwaith
  }
information-as-which = Ar ran pa ddarparwr yr ydych yn gofyn?
information-recorded = Wedi ei gofnodi fel rhif { $number }. Rhowch y rhif hwnnw i’r asiantaeth. Os yw’r ateb yn hwyr, bydd yr asiantaeth yn cael ei hatgoffa, ac wedyn bydd eich SPO yn cael gwybod.
information-nobody-there = Nid oes neb yn { $agency } yn defnyddio Signpost, felly pan fydd yr ateb yn hwyr chi fydd yn cael eich atgoffa ac nid nhw.
information-add-reference = I gadw cyfeirnod yr achos gyda’r cais, wedi ei selio, anfonwch /requests a’r cyfeirnod, er enghraifft /requests X123456.
information-reference-kept = Mae cyfeirnod yr achos wedi ei selio gyda rhif { $number }. Dim ond chi a’ch rheolwyr sy’n gallu ei weld; nid yw’r asiantaeth yn gallu.
information-reference-none = Nid oes gennych gais ar agor, felly nid oes dim i ychwanegu cyfeirnod ato.
information-reference = Cyfeirnod yr achos: { $reference }. Mae’r archwiliad yn dangos eich bod wedi ei weld.
information-no-reference = Nid oes cyfeirnod achos gydag ef mwyach.
information-answered = Rydym wedi ateb
information-not-theirs = Nid ein mater ni
information-came = Mae’r ateb wedi dod
information-not-come = Nid yw’r ateb wedi dod
information-not-needed = Nid oes ei angen mwyach
information-show = Dangos cyfeirnod yr achos
information-refused = { $refusal ->
    [closed] Ni newidiwyd dim: mae hwn wedi ei gau yn y cyfamser.
    [changed] Ni newidiwyd dim: mae hwn wedi symud ymlaen ers i’r botwm hwnnw gael ei ddangos.
    [answered] Ni newidiwyd dim: dywedwyd o’r blaen fod hwn wedi ei ateb.
   *[unknown] Ni newidiwyd dim: nid oes cais o’r fath, neu nid yw i chi.
  }

## Yr hyn y mae pob ochr yn cael gwybod

information-told-asked = Mae { $where } wedi gofyn i { $agency } am wybodaeth: rhif { $number }, { $what }. Mae angen yr ateb erbyn { $due }. Atebwch yr un a ofynnodd, byth yma; wedyn pwyswch:
information-told-overdue = { $to ->
    [agency] Yn hwyr: rhif { $number }, { $what }, ar gyfer { $where }. Roedd ei angen erbyn { $due }. Atebwch yr un a ofynnodd, byth yma; wedyn pwyswch:
   *[asker] { $reached ->
        [yes] Yn hwyr: roedd angen rhif { $number }, { $what }, erbyn { $due }. Mae { $agency } wedi cael ei hatgoffa. A yw wedi dod?
       *[no] Yn hwyr: roedd angen rhif { $number }, { $what }, erbyn { $due }. Nid oes neb yn { $agency } yn defnyddio Signpost: atgoffwch nhw eich hun. A yw wedi dod?
      }
  }
information-told-late = { $to ->
    [agency] Yn dal yn hwyr: rhif { $number }, { $what }, ar gyfer { $where }. Roedd ei angen erbyn { $due }. Atebwch yr un a ofynnodd, byth yma; wedyn pwyswch:
    [managers] Yn dal yn hwyr, a chi sydd i fynd ag ef ymhellach: rhif { $number }, a ofynnwyd i { $agency } gan { $where }: { $what }. Roedd ei angen erbyn { $due }.
   *[asker] Yn dal yn hwyr: rhif { $number }, { $what }, a ofynnwyd i { $agency }. Roedd ei angen erbyn { $due }. Mae eich SPO wedi cael gwybod. A yw wedi dod?
  }
information-told-unreachable = Nid yw Signpost yn gallu cyrraedd neb yn { $agency } ynghylch rhif { $number }, { $what }, sydd ei angen erbyn { $due }. Ffoniwch neu ysgrifennwch atynt eich hun. A yw wedi dod?
information-told-answered = Mae { $agency } yn dweud ei bod wedi ateb rhif { $number }, { $what }. A yw’r ateb wedi dod?
information-told-not-come = Nid yw { $where } wedi cael ateb i rif { $number }, { $what }. Anfonwch ef eto at yr un a ofynnodd, byth yma; wedyn pwyswch:
information-told-handed-on = Chi sydd i ddilyn hwn nawr, gan fod y sawl a ofynnodd wedi gadael neu ei atal: rhif { $number }, a ofynnwyd i { $agency } gan { $where }: { $what }. Mae ei angen erbyn { $due }.
information-told-closed = { $ending ->
    [came] Rhif { $number }, { $what }, ar gyfer { $where }: mae’r ateb wedi dod. Nid oes dim ar ôl i’w wneud.
    [not_needed] Rhif { $number }, { $what }, ar gyfer { $where }: nid oes ei angen mwyach. Nid oes dim ar ôl i’w wneud.
    [not_theirs] Mae { $agency } yn dweud nad nhw sydd i ateb rhif { $number }, { $what }. Mae ar gau. Gofynnwch i’r sawl sydd â’r wybodaeth, a chofnodwch hynny:
    [answered] Mae rhif { $number }, { $what }, ar gau: mae { $agency } yn dweud ei bod wedi ateb, ac nid oes neb wedi dweud fel arall.
   *[unanswered] Ni chafwyd ateb i rif { $number }, { $what }, a ofynnwyd i { $agency } gan { $where }, ac nid yw’n cael ei ddilyn mwyach. Roedd ei angen erbyn { $due }.
  }
