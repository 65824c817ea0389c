# Y rota fel calendr, i bwy bynnag sy’n ei chadw.

rota-title = Rota
rota-area = Ardal
rota-office = Swyddfa
rota-whole-area = Yr ardal gyfan
rota-by = Llinellau
rota-by-post = Swyddi
rota-by-person = Pobl
rota-stretch = Dyddiau
rota-stretch-week = wythnos
rota-stretch-month = mis
rota-day = Diwrnod
rota-show = Dangos
rota-busy = Un eiliad: edrychir ar yr hyn y byddai hyn yn ei adael.
rota-failed = Ni chyrhaeddodd hynny Signpost. Ni newidiwyd dim: rhowch gynnig arall.
rota-turn = Dyddiau eraill
rota-before-week = Yr wythnos cynt
rota-before-month = Y mis cynt
rota-today = Heddiw
rota-after-week = Yr wythnos wedyn
rota-after-month = Y mis wedyn
rota-week-of = { $first } i { $last }
rota-line-away = I ffwrdd, cyflenwi a chyfnewid
rota-cell = { $line }, { $day }
rota-add-here = Ychwanegu: { $where }
rota-palette = Llusgwch rywun i ddiwrnod
rota-clashing = Beth sy’n gwrthdaro yn y dyddiau hyn

rota-drag-scope = Pan lusgir sifft wythnosol, neu ei symud â bysell, mae’n newid
rota-scope-once = ar y diwrnod hwnnw yn unig
rota-scope-weekly = bob wythnos o hynny ymlaen
rota-scope-all_days = ar ei holl ddyddiau o hynny ymlaen

rota-keys = Â’r bysellfwrdd
rota-key-open = Enter ar gofnod: ei newid neu ei dynnu
rota-key-day = Chwith a de: diwrnod yn gynt neu’n hwyrach
rota-key-line = I fyny ac i lawr: y llinell uwchben neu islaw
rota-key-time = Ctrl gyda chwith a de: hanner awr yn gynt neu’n hwyrach
rota-key-end = Shift gyda chwith a de: gorffen hanner awr yn gynt neu’n hwyrach, neu ddiwrnod lle mae’n ddyddiau cyfan
rota-key-remove = Delete: ei dynnu
rota-key-add = Enter ar +: ychwanegu rhywbeth ar y diwrnod hwnnw

rota-post-of-team = { $post }, { $team }
rota-every-post = pob swydd
rota-all-day = drwy’r dydd
rota-from = o { $time }
rota-until = tan { $time }
rota-on-a-day = { $day }, { $times }
rota-each-week = { $days }, { $times }, o { $since } ymlaen{ $until ->
    [none] {""}
   *[other] {""}, tan { $until }
  }
rota-row-weekly = { $person }, { $post }: { $when }
rota-row-shift = { $person }, { $post }: { $when }
rota-row-absence = Mae { $person } i ffwrdd: { $when }
rota-row-cover = Mae { $person } yn cyflenwi dros { $other }, { $post }: { $when }
rota-row-swap = Mae { $person } a { $other } yn cyfnewid, { $post }: { $when }
rota-piece-absence = Mae { $person } i ffwrdd
rota-piece-cover = { $person } dros { $other }
rota-piece-swap = { $person } a { $other } yn cyfnewid
rota-instead = { $who ->
    [nobody] neb { $when }
   *[other] { $who } yn lle hynny { $when }
  }
rota-gap-piece = Neb { $times }
rota-gap = { $post }: { $when }
rota-clash-same_post = { $posts }: mae gan { $people } yr un swydd, { $when }
rota-clash-same_person = Mae gan { $people } ddwy ar unwaith, { $posts }: { $when }

## Ffurflen cofnod

rota-panel-new = Ychwanegu at y rota
rota-panel-row = Newid y cofnod hwn
rota-kind = Beth ydyw
rota-kind-weekly = sifft bob wythnos
rota-kind-shift = sifft unwaith
rota-kind-absence = mae rhywun i ffwrdd
rota-kind-cover = cyflenwi dros rywun
rota-kind-swap = cyfnewid
rota-person = Person
rota-other = Dros bwy, neu gyda phwy
rota-post = Swydd
rota-role = Swydd
rota-starts = Yn dechrau
rota-ends = Yn gorffen
rota-source = Ffynhonnell
rota-days = Dyddiau
rota-team = Tîm
rota-provider = Darparwr
rota-valid_from = Diwrnod cyntaf
rota-valid_to = Diwrnod olaf
rota-on_bank_holidays = Gwyliau banc
rota-assumed = Tybiaeth
rota-sample = Sampl
rota-choose = Dewiswch
rota-nobody = neb
rota-scope = Beth sy’n newid
rota-weekly = Os yw bob wythnos
rota-weekly-hint = O’r diwrnod y mae’n dechrau, ar y dyddiau a ddewisir yma; ar y diwrnod hwnnw o’r wythnos os na ddewisir yr un.
rota-until-day = Diwrnod olaf, os oes un
rota-holidays = ar wyliau banc hefyd
rota-do-move = Newid
rota-do-remove = Tynnu
rota-do-add = Ychwanegu
rota-do-close = Gadael llonydd iddo
rota-wrong = { $field }: { $what }

## Y drafft

rota-draft = { $count ->
    [one] 1 newid, heb ei gadw eto
   *[other] { $count } o newidiadau, heb eu cadw eto
  }
rota-edit-add = Ychwanegwyd: { $row }
rota-edit-move = Newidiwyd: { $row }. Yn awr: { $new }
rota-edit-remove = Tynnwyd: { $row }
rota-opens = Ni fyddai neb ar ddyletswydd
rota-closes = Byddai rhywun ar ddyletswydd eto
rota-clashes = Byddai hyn yn gwrthdaro
rota-no-effects = Nid yw’n gadael bwlch o fewn blwyddyn, ac nid oes dim yn gwrthdaro.
rota-more = a { $count } arall
rota-do-save = Cadw
rota-do-force = Cadw, er nad oes neb ar ddyletswydd bryd hynny
rota-do-undo = Dad-wneud yr olaf
rota-do-drop = Gollwng y cyfan

rota-saved = Wedi’i gadw. Mae’n ddilys ym mhobman o fewn eiliad neu ddwy.
rota-old-page = Roedd y dudalen yn rhy hen, neu heb ei llenwi gan Signpost. Ni newidiwyd dim: dechreuwch eto.
rota-row-gone = Nid yw rhan o’r hyn a newidioch ar y rota mwyach, felly gadawyd hynny allan. Edrychwch ar yr hyn sydd yno nawr.
rota-draft-full = Ni wnaed hynny, gan fod y drafft yn hir eisoes: cadwch ef yn gyntaf.
rota-edit-refused = Ni ellir gwneud hynny
rota-not-yours = Mae hynny mewn ardal y mae rhywun arall yn ei chadw. Ni newidiwyd dim.
rota-not-saved-changed = Heb ei gadw: newidiodd rhywun arall y rota yn y cyfamser. Edrychwch ar yr hyn a wnaethant, yna cadwch neu gollyngwch eich newidiadau chi.
rota-not-saved-holes = Heb ei gadw: ni fyddai neb ar gael i rywun sy’n gofyn. Llenwch yr amserau hyn, neu cadwch beth bynnag.
rota-meanwhile = Beth a newidiwyd yn y cyfamser
rota-meanwhile-add = { $at }: ychwanegodd { $who } { $what }
rota-meanwhile-add-gone = { $at }: ychwanegodd { $who } gofnod { $what }
rota-meanwhile-change = { $at }: newidiodd { $who } gofnod, sydd yn awr: { $what }
rota-meanwhile-change-gone = { $at }: newidiodd { $who } gofnod { $what }
rota-meanwhile-remove = { $at }: tynnodd { $who } { $what }
rota-meanwhile-remove-gone = { $at }: tynnodd { $who } gofnod { $what }
rota-meanwhile-import = { $at }: daeth { $who } â ffeil i mewn

## Bylchau

hole-line = { $when }, { $where }: { $fault }
hole-at = beth bynnag a ofynnir, { $where }
hole-unmanned = nid oes neb ar y rota
hole-no-answer = nid oes rhif sy’n cael ei ateb
hole-no-numbers = nid oes rhifau gan yr ardal
hole-remedy-unmanned = Rhowch rywun ar y rota bryd hynny.
hole-remedy-no-answer = { $line ->
    [none] Enwch Safle Cymeradwy fel llinell y tu allan i oriau’r ardal, a rhowch ei rif.
   *[other] Rhowch rif sy’n cael ei ateb bryd hynny ar gyfer { $line }.
  }
hole-remedy-no-numbers = Rhowch rifau ei swyddfeydd a’i llinell y tu allan i oriau.

hole-title = Oriau heb neb
hole-what = Gofynnir popeth y gellir ei ofyn ar gyfer pob awr sydd i ddod, gan bwy bynnag a gaiff ofyn. Dyma’r oriau pan na ellid cyrraedd neb.
hole-span-month = y mis nesaf
hole-span-year = y flwyddyn nesaf
hole-working = Mae hyn yn cael ei gyfrifo. Bydd y dudalen yn edrych eto ohoni ei hun ymhen ychydig eiliadau.
hole-none = Nid oes awr o’r fath.
hole-asked = Gofynnwyd { $questions } o gwestiynau, mewn { $spans } o gyfnodau lle nad oes dim yn newid.
hole-count = { $count ->
    [one] Mae 1.
   *[other] Mae { $count }.
  }
hole-wrong = Bryd hynny { $fault }.
