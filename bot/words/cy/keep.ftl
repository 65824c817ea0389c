# Tudalennau’r ceidwad.

keep-pages = Tudalennau’r ceidwad
keep-page-front = Cadw’r cyfeiriadur
keep-page-due = I’w gwirio
keep-page-rota = Rota
keep-page-holes = Bylchau
keep-page-directory = Cyfeiriadur
keep-page-import = Mewnforio
keep-page-unanswered = Heb eu deall
keep-page-accounts = Cyfrifon
keep-page-audit = Archwiliad

keep-front-of = Yr ardal rydych chi’n ei chadw: { $area }.
keep-front-of-all = Rydych chi’n cadw pob ardal.
keep-front-due = { $count ->
    [0] Nid oes dim i’w wirio.
    [one] Un rhif neu raglen i’w wirio.
   *[other] Rhifau a rhaglenni i’w gwirio: { $count }.
}
keep-front-suspect = { $count ->
    [one] Mae galwr wedi rhoi gwybod am un ohonynt.
   *[other] Mae galwyr wedi rhoi gwybod am rai: { $count }.
}
keep-front-rota = Pwy sydd ar ba swydd, fesul wythnos neu fis, a beth fyddai newid yn ei adael.
keep-front-holes = Pryd y byddai rhywun heb neb i’w ffonio, a beth sy’n cau’r bwlch.
keep-front-directory = Swyddfeydd, cysylltiadau, rhifau, lleoedd a phopeth arall, fesul rhes.
keep-front-import = Dewch â ffeil i mewn, a gweld ymlaen llaw beth fyddai’n newid.
keep-front-unanswered = { $count ->
    [0] Nid oes geiriau newydd i’w dysgu.
    [one] Un gair nad oes neb yn ei adnabod eto.
   *[other] Geiriau nad oes neb yn eu hadnabod eto: { $count }.
}
keep-front-accounts = Pwy sydd wedi’i wirio; gwahodd, atal, adfer.
keep-front-audit = Pwy newidiodd beth, a phryd.

## Yr hyn sydd i’w wirio

keep-due-how = Ffoniwch bob rhif, neu holwch bwy bynnag sy’n rhedeg y rhaglen. Yna dywedwch a yw’n gywir.
keep-due-nothing = Nid oes dim i’w wirio heddiw.
keep-due-confirmed = Gwiriwyd { $what } heddiw ac mae’n gywir.
keep-due-not = Nid oes angen gwirio hwnnw bellach, neu nid chi sydd i’w wirio. Dyma’r rhestr fel y mae nawr.
keep-due-wrong-person = Dywed galwr iddo gyrraedd y person anghywir.
keep-due-not-working = Dywed galwr nad yw’n gweithio.
keep-due-since = Daeth y gwiriad diwethaf i ben ar { $date }.
keep-due-more = Mae mwy ar ôl y rhain: { $count }.
keep-due-never = Nid oes neb wedi’i wirio eto.
keep-due-used = Defnyddir ar gyfer: { $where }
keep-due-unused = Nid oes swydd yn ei ddefnyddio.
keep-due-right = Mae’n gywir
keep-due-wrong = Mae’n anghywir: ei newid

## Y cyfeiriadur, fesul rhes

keep-directory-how = Gwirir pob newid fel y gwirir ffeil, ac mae i’w weld ym mhobman o fewn eiliad neu ddwy. Cedwir yr hyn a oedd yno o’r blaen.
keep-add = Ychwanegu un
keep-add-to = { $kind }: ychwanegu un
keep-find = Chwilio am
keep-search = Chwilio
keep-all-areas = Pob ardal
keep-past = Hefyd yr hyn nad yw’n dal bellach
keep-found = { $count ->
    [0] Ni chafwyd hyd i ddim.
    [one] Un rhes.
   *[other] Rhesi: { $count }.
}
keep-which = Pa un
keep-holds = Yn dal
keep-from = o { $day }
keep-until = hyd at cyn { $day }
keep-leaves = Tudalennau’r rhestr
keep-leaf = Tudalen { $page } o { $pages }
keep-leaf-before = Tudalen flaenorol
keep-leaf-next = Tudalen nesaf
keep-done-add = Mae wedi’i ychwanegu.
keep-done-change = Mae wedi’i gadw.
keep-done-end = Mae wedi dod i ben.
keep-save = Cadw
keep-leave-it = Gadael fel y mae
keep-optional = (gellir ei adael yn wag)
keep-since = O ba ddiwrnod y mae’r newid yn dal
keep-since-how = Dyddiad fel 2026-12-01; tan hynny mae’r hyn a oedd yno yn aros. Gadewch yn wag os oedd yn anghywir o’r dechrau.
keep-end = Nid yw’n dal bellach
keep-end-since = O ba ddiwrnod nad yw’n dal bellach
keep-end-since-how = Dyddiad fel 2026-12-01. Gadewch yn wag i dynnu’r rhes, fel pe na bai erioed wedi bod.
keep-end-at-once = Tynnir y rhes ar unwaith.
keep-end-button = Dod ag ef i ben
keep-not-saved = Nid yw’r newid wedi’i gadw eto. Mae’r hyn a deipioch isod.
keep-meanwhile = Nid yw wedi’i gadw: mae rhywun arall wedi’i newid ers ichi ei agor.
keep-meanwhile-now = Mae’r hyn a deipioch isod. Lle mae’n wahanol, dyma sydd yno nawr:
keep-trouble = Ni ellid ei gadw nawr; ni sydd ar fai. Mae’r hyn a deipioch isod: cadwch ef eto ymhen munud.
keep-holes-would-open = Nid yw wedi’i gadw: byddai rhywun heb neb i’w ffonio.
keep-holes-meant = Cadw beth bynnag; mae hyn yn fwriadol
keep-wrong-nothing = { "" }
keep-wrong-after = { ": " }

keep-kind-providers = Darparwyr
keep-kind-areas = Ardaloedd
keep-kind-offices = Swyddfeydd
keep-kind-other-hours = Oriau eraill
keep-kind-teams = Timau
keep-kind-numbers = Rhifau
keep-kind-contacts = Cysylltiadau
keep-kind-emails = Cyfeiriadau e-bost
keep-kind-secure-domains = Parthau diogel
keep-kind-places = Lleoedd
keep-kind-aliases = Enwau eraill
keep-kind-bank-holidays = Gwyliau banc
keep-kind-programmes = Rhaglenni
keep-kind-programme-runs = Rhediadau rhaglenni
keep-kind-people = Pobl
keep-kind-agencies = Asiantaethau

keep-column-about = Am
keep-column-accepted = Derbyniol
keep-column-accredited = Achrededig
keep-column-address = Cyfeiriad
keep-column-age_from = Oed o
keep-column-age_to = Oed hyd
keep-column-also_called = Gelwir hefyd
keep-column-alternative_names = Enwau eraill
keep-column-any_time = Unrhyw bryd
keep-column-area = Ardal
keep-column-ask_for = Gofyn am
keep-column-assumed = Tybiedig
keep-column-cluster = Clwstwr
keep-column-code = Cod
keep-column-confirmed_days = Dyddiau y mae gwiriad yn dal
keep-column-confirmed_on = Cadarnhawyd ar
keep-column-crc = CRC
keep-column-day = Diwrnod
keep-column-delivered_by = Darperir gan
keep-column-district = Dosbarth
keep-column-domain = Parth
keep-column-e164 = Rhif
keep-column-extension = Estyniad
keep-column-fallback_office = Swyddfa pan na wyddys y lle
keep-column-former_trusts = Cyn-ymddiriedolaethau
keep-column-hours = Oriau
keep-column-hours_assumed = Oriau tybiedig
keep-column-id = Id
keep-column-kind = Math
keep-column-means = Math o beth
keep-column-name = Enw
keep-column-next_start = Dechrau nesaf
keep-column-not_for = Nid ar gyfer
keep-column-nps = NPS
keep-column-number = Rhif
keep-column-office = Swyddfa
keep-column-out_of_hours = Y tu allan i oriau
keep-column-owner = Perchennog
keep-column-phrase = Ymadrodd
keep-column-places = Lleoedd rhydd
keep-column-population = Poblogaeth
keep-column-position = Safle
keep-column-position_of = Safle beth
keep-column-price = Pris
keep-column-programme = Rhaglen
keep-column-provider = Darparwr
keep-column-purpose = Diben
keep-column-purposes = Dibenion
keep-column-rate_card = Ar y cerdyn cyfraddau
keep-column-redirects_to = Ailgyfeirio i
keep-column-redirects_until = Ailgyfeirio tan
keep-column-review_days = Dyddiau y mae gwiriad yn dal
keep-column-revoked = Dirymwyd
keep-column-risks = Lefelau risg
keep-column-role = Swydd
keep-column-sample = Sampl
keep-column-sessions = Sesiynau
keep-column-sex = Pwy gaiff fynd
keep-column-source = Ffynhonnell
keep-column-team = Tîm
keep-column-times = Pryd yn yr wythnos
keep-column-topic = Pwnc
keep-column-topics = Pynciau
keep-column-valid_from = Yn dal o
keep-column-valid_to = Ddim yn dal o
keep-column-value = Yn golygu
keep-column-venue = Lleoliad
keep-column-verified_on = Gwiriwyd ar
keep-column-waiting_weeks = Wythnosau o aros
keep-column-ways = Sut y daw rhywun i fynd

## Yr hyn na ddeallwyd

keep-unanswered-how = Ni chedwir yn unman beth a ysgrifennodd neb. Dangosir gair wedi i dri pherson gwahanol ei ddefnyddio mewn un mis.
keep-words = Geiriau nad oes neb yn eu hadnabod
keep-words-nothing = Nid oes geiriau newydd i’w dysgu.
keep-word-times = { $count ->
    [0] gan dri pherson
    [one] gan dri pherson, ac unwaith eto
   *[other] gan dri pherson, a mwy o weithiau: { $count }
}
keep-word-means = Beth mae’n ei olygu
keep-word-means-how = O’r neges nesaf ymlaen fe’i deellir felly.
keep-word-other = Lle, neu ymadrodd o sawl gair
keep-word-teach = Ei ddysgu
keep-word-forget = Ei dynnu oddi ar y rhestr
keep-word-taught = Mae wedi’i ddysgu: fe’i deellir o’r neges nesaf ymlaen.
keep-word-forgotten = Mae oddi ar y rhestr.
keep-word-none = Nid yw’r gair hwnnw ar y rhestr bellach. Dyma’r rhestr fel y mae nawr.
keep-word-no-word = Dewiswch y gair yn gyntaf.
keep-word-no-meaning = Dewiswch beth mae’r gair yn ei olygu.
keep-word-refused = Nid yw wedi’i ddysgu:
keep-means-topic = Pynciau
keep-means-role = Swyddi
keep-means-office = Swyddfeydd
keep-means-term = Termau
keep-shapes = Negeseuon na ddeallwyd
keep-unhelpful = Atebion na fu o gymorth
keep-shape-times = Pa mor aml
keep-shape-topic = Efallai am
keep-shape-place = Lle ynddi
keep-shape-length = Geiriau
keep-shape-none = dim pwnc
keep-yes = oes
keep-no = nac oes

## Cyfrifon

keep-accounts-how = Mae’r hyn a wnewch yma yn dal o’u neges nesaf ymlaen. Mae gan gyfrif id, nad yw’n dweud dim am bwy ydyw.
keep-accounts-more = Mae mwy: { $count }. Chwiliwch amdanynt fesul asiantaeth neu id.
keep-accounts-none = Nid oes cyfrif o’r fath.
keep-all-agencies = Pob asiantaeth
keep-agency-empty = Nid oes gan neb o’r asiantaeth hon gyfrif.
keep-agency-revoked = dirymwyd
keep-account-account = Cyfrif
keep-account-standing = Caiff wybod
keep-account-where = Ble
keep-account-until = Wedi’i wirio tan
keep-account-deeds = Beth allwch chi ei wneud
keep-account-own = Eich un chi
keep-account-suspended = wedi’i atal
keep-standing-public = yr hyn a gaiff pawb
keep-standing-partner = yr hyn a gaiff partneriaid
keep-standing-reception = yr hyn a gaiff y dderbynfa
keep-standing-officer = yr hyn a gaiff swyddogion
keep-standing-admin = popeth, ac yn cadw’r cyfeiriadur
keep-coordinator = caiff wahodd eraill
keep-press-suspend = Atal
keep-press-restore = Adfer
keep-deed-leave = Maent wedi gadael
keep-press-leave = Maent wedi gadael
keep-leave-sure = Mae’r cyfrif yn mynd am byth, gyda phob gwahoddiad a roddodd.
keep-deed-revoke = Dirymu’r asiantaeth
keep-press-revoke = Dirymu’r asiantaeth
keep-revoke-sure = O hynny ymlaen nid oes neb o’r asiantaeth yn cael gwybod mwy na’r cyhoedd, nes ei hadfer. Tynnir ei gwahoddiadau agored yn ôl.
keep-press-restore-agency = Adfer yr asiantaeth
keep-deed-person = Ar y rota
keep-press-person = Cadw pwy ydyw
keep-account-person = Id y person ar y rota; gwag am neb
keep-judged-person = Cadwyd pwy yw { $whom } ar y rota.
keep-judged-suspend = Ataliwyd: { $whom }.
keep-judged-restore = Adferwyd: { $whom }.
keep-judged-leave = Wedi mynd: { $whom }.
keep-judged-revoke = Dirymwyd: { $whom }.
keep-judged-restore-agency = Adferwyd: { $whom }.
keep-judged-not-yours = Ni newidiwyd dim: nid chi sydd i farnu’r cyfrif neu’r asiantaeth honno, neu mae wedi mynd.

keep-invite = Gwahodd rhywun
keep-invite-agency = Asiantaeth
keep-invite-standing = Beth gânt wybod
keep-invite-standing-how = Mae’r dderbynfa a swyddogion yn perthyn i asiantaeth brawf.
keep-invite-area = Ardal
keep-invite-office = Swyddfa
keep-invite-office-how = I bobl un swyddfa, yn yr ardal honno.
keep-no-office = Dim un swyddfa
keep-invite-coordinator = Cânt wahodd eraill o’u hasiantaeth
keep-invite-days = Am sawl diwrnod y gellir ei agor
keep-invite-days-how = O 1 i 90; { $days } os gadewch ef yn wag.
keep-invite-make = Gwneud y gwahoddiad
keep-not-invited = Nid oes gwahoddiad eto. Mae’r hyn a ddewisoch isod.
keep-invited = Y gwahoddiad
keep-invited-how = Yn dda unwaith, am { $days ->
    [one] un diwrnod
    [two] ddau ddiwrnod
    [few] { $days } diwrnod
   *[other] { $days } diwrnod
}. Ni chedwir ef yn unman ac ni ellir ei ddangos eto: rhowch ef nawr i’r person y’i bwriadwyd ar ei gyfer, ac i neb arall.
keep-invited-web = Ar y we
keep-invited-telegram = Ar Telegram
keep-invite-another = Gwahodd rhywun arall

## Systemau eraill sy’n gofyn

keep-page-clients = Systemau eraill
keep-front-clients = Rhaglenni cyfrifiadur sy’n gofyn drwy’r rhyngwyneb: gadael un i mewn, rhoi tocyn newydd iddi, dod â hi i ben.
keep-clients-how = Rhaglen gyfrifiadur asiantaeth sy’n gofyn drwy HTTP, fel cleient â’i docyn ei hun. Cyfrif ydyw: daw i ben gyda’i asiantaeth, ac mae’n rhaid ei adnewyddu.
keep-clients-none = Nid oes gan unrhyw raglen docyn eto. Heb un, dywedir wrth raglenni yr hyn y caiff pawb ei wybod.
keep-account-client = Cleient
keep-account-agency = Asiantaeth
keep-account-limits = Faint
keep-client-limits = { $requests } cais y funud, { $lookups } achos y dydd
keep-client-over = i’w adnewyddu
keep-client-add = Gadael i raglen ofyn
keep-client-not-made = Nid oes cleient eto. Mae’r hyn a ddewisoch isod.
keep-invite-id = Id y cleient
keep-client-id-how = 3 i 60 o lythrennau bach, digidau a chysylltnodau, fel police-cad. Mae am byth; nid enw person.
keep-client-standing-how = Mae’r dderbynfa a swyddogion yn perthyn i asiantaeth brawf. Nid oes rhaglen yn cadw’r cyfeiriadur.
keep-client-days = Am sawl diwrnod y mae’r tocyn yn dda
keep-client-days-how = O 1 i 1,096; { $days } os gadewch ef yn wag.
keep-invite-requests_a_minute = Ceisiadau y funud
keep-client-requests-how = O 1 i 6,000; 60 os gadewch ef yn wag.
keep-invite-look_ups_a_day = Achosion gwahanol y caiff chwilio amdanynt mewn diwrnod
keep-client-look-ups-how = O 1 i 10,000; { $count }, fel pawb, os gadewch ef yn wag.
keep-client-make = Gwneud y tocyn
keep-client-token = Y tocyn
keep-client-token-how = Gall { $client } ofyn ag ef am { $days ->
    [one] un diwrnod
    [two] ddau ddiwrnod
   *[other] { $days } diwrnod
  }. Ni chedwir ef yn unman ac ni ellir ei ddangos eto: rhowch ef nawr i bwy bynnag sy’n rhedeg y system honno, ac i neb arall.
keep-client-shown-as = Gyda phob cais
keep-client-operations = Beth y gall ei ofyn, a sut
keep-client-renew = Tocyn newydd
keep-client-renew-sure = Ni fydd y tocyn sydd ganddo yn dda wedyn. Dangosir yr un newydd unwaith, a bydd yn dda am { $days } diwrnod.
keep-client-end = Dod ag ef i ben
keep-client-end-sure = Mae’r cleient yn mynd am byth, gyda’i docyn a’i galendrau.
keep-client-suspend = Atal am ychydig
keep-client-ended = Mae { $whom } wedi mynd: nid yw ei docyn yn dda mwyach.
keep-client-not-yours = Ni newidiwyd dim: nid oes cleient o’r fath gennych, neu mae wedi mynd.

## Yr archwiliad

keep-audit-how = Yr hyn a wnaeth cyfrifon eich ardal, y diweddaraf yn gyntaf. Dangosir yr hyn a wnaed wrth y llinell orchymyn i bwy bynnag sy’n cadw pob ardal.
keep-audit-how-all = Pob newid, a phob datgeliad o bwy sydd biau achos, y diweddaraf yn gyntaf.
keep-audit-check = Gwirio na chyffyrddwyd â dim ohono
keep-audit-whole = { $count ->
    [one] Mae’r archwiliad yn gyfan: un rhes.
   *[other] Mae’r archwiliad yn gyfan; rhesi: { $count }.
}
keep-audit-seal = Ei sêl, i’w nodi yn rhywle arall:
keep-audit-broken = Nid yw’r archwiliad yn gyfan. Cadwch y gronfa ddata fel y mae, a chymharwch gopi wrth gefn.
keep-audit-since = O’r diwrnod
keep-audit-until = Hyd at y diwrnod
keep-audit-who = Pwy
keep-audit-what = Beth
keep-audit-when = Pryd
keep-audit-of = I beth
keep-audit-origin = O ble
keep-audit-day-wrong = Ysgrifennwch ddiwrnod fel 2026-12-01
keep-audit-older = Rhai hŷn
keep-audit-nothing = Ni chafwyd hyd i ddim.
keep-origin = { $origin ->
    [command-line] llinell orchymyn
    [web] tudalen we
    [telegram] Telegram
    [terminal] terfynell
    [api] systemau eraill
   *[other] lle arall
  }
keep-action-add = Ychwanegwyd
keep-action-alias-add = Dysgwyd gair
keep-action-alias-remove = Tynnwyd gair
keep-action-change = Newidiwyd
keep-action-choose = Dewiswyd
keep-action-confirm = Cadarnhawyd
keep-action-disclose = Dywedwyd pwy sydd biau’r achos
keep-action-forget = Anghofiwyd
keep-action-import = Daethpwyd â ffeil i mewn
keep-action-invite = Gwahoddwyd
keep-action-leave = Gadawodd
keep-action-link = Gwnaed dolen
keep-action-move = Symudwyd
keep-action-rekey = Newidiwyd yr allwedd
keep-action-remove = Tynnwyd
keep-action-renew = Adnewyddwyd
keep-action-restore = Adferwyd
keep-action-revoke = Dirymwyd
keep-action-show = Dangoswyd
keep-action-sign-in = Mewngofnodwyd
keep-action-sign-out = Allgofnodwyd
keep-action-stop = Ataliwyd: chwiliwyd am ormod o achosion
keep-action-suspect = Adroddwyd yn anghywir
keep-action-suspend = Ataliwyd
keep-action-verify = Gwiriwyd
