# Y dudalen sy’n dweud sut mae rhaglenni eraill yn gofyn.

interface-title = Y rhyngwyneb i raglenni
interface-about = Mae systemau eraill yn gofyn yr hyn y mae pobl yn ei ofyn yma, ac yn cael yr un atebion, drwy HTTP a JSON. Heb docyn dywedir wrthynt yr hyn a ddywedir wrth bawb.
interface-token = Mae cleient yn dangos ei docyn gyda phob cais, fel “Authorization: Bearer TOKEN”. Pwy bynnag sy’n cadw cyfeiriadur eich ardal sy’n gwneud un.
interface-openapi = Y cyfan fel OpenAPI
interface-facts = Yr hyn y caiff pawb ei wybod, fel Open Referral UK
interface-told-to = Dywedir wrth
interface-who = { $standing ->
    [public] bawb
    [partner] bartneriaid
    [reception] y dderbynfa
   *[officer] staff prawf
  }
interface-parameters = Yr hyn y gellir ei anfon
interface-needed = angenrheidiol
interface-example = Er enghraifft
interface-problems = Mae cais na ellir ei ateb yn cael problem (RFC 9457): beth sydd o’i le, ymhle, a beth i’w wneud.
