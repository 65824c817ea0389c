## What only Telegram says: greetings, and the way on where a message holds no question.

telegram-start =
    Mae Signpost yn dweud pwy i’w ffonio yn y gwasanaeth prawf, ym mha drefn, a pham.

    Ysgrifennwch mewn un frawddeg beth sydd ei angen arnoch, er enghraifft:
    Nid yw’r swyddog yn Worcester yn ateb. Pwy nesaf?

    Peidiwch â rhoi enwau, dyddiadau geni na chyfeiriadau: nid yw’r rhif yn dibynnu arnynt.
    Mae mwy o dan /help.

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
    Mewn grŵp, dechreuwch gydag enw’r bot hwn. Am achos, gofynnwch yma ac nid mewn grŵp: nid yw grŵp yn cael gwybod ond yr hyn y gall unrhyw un ei wybod.
    Ydych chi’n gweithio i asiantaeth partner? Anfonwch /verify a’ch cyfeiriad e-bost diogel, wedyn /code a’r cod a ddaw drwy e-bost.

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

telegram-ask-in-private =
    Grŵp yw hwn, lle mae pawb yn cael gwybod dim ond yr hyn y gall unrhyw un ei wybod. Os yw eich swydd wedi ei gwirio, gofynnwch i { $bot } yn breifat.
