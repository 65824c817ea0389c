# The page that says how other programs ask.

interface-title = The interface for programs
interface-about = Other systems ask what people ask here, and are answered the same, by HTTP and JSON. Without a token they are told what anybody is.
interface-token = A client shows its token with each request, as “Authorization: Bearer TOKEN”. Whoever keeps the directory of your area makes one.
interface-openapi = All of it as OpenAPI
interface-facts = What anybody may know, as Open Referral UK
interface-told-to = Told to
interface-who = { $standing ->
    [public] anybody
    [partner] partners
    [reception] reception
   *[officer] probation staff
  }
interface-parameters = What can be sent
interface-needed = needed
interface-example = For example
interface-problems = A request that cannot be answered gets a problem (RFC 9457): what is wrong, where, and what to do.
