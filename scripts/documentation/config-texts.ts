/**
 * What each entry of the config file means. The type, the limits and the default come from the schema. `*` stands for a
 * number that the config chooses, `<mode>` for `TEST` or `LIVE`, `[]` for one of a list.
 */
export const configTexts: Readonly<Record<string, string>> = {
  deployment:
    'Must be set where `NODE_ENV` is `production`. `production`: `LIVE` is real money, the sandbox banks and the documentation pages are off, and clients, sociétés, `publicUrl` and https are required. Cannot change without a restart.',
  publicUrl:
    'Where customers, banks and old systems reach the gateway. No query and no `;`. Every address given to a bank must have 150 characters at most (a limit of Paybox). In production with Paybox the port must be 443, 80 or 8080 to 8085.',
  host: 'Address to listen on. Without clients: this machine only (`127.0.0.1`, `::1`, `localhost`).',
  port: 'Port to listen on.',
  databaseUrl: '`sqlite:folder/file` or `postgres://…`. A URL with a password must be a secret reference.',
  logLevel: 'Lines below this level are not written. Default `info`.',
  defaultLanguage:
    'Language of pages for a browser or program that names none. A browser with `fr` or `en` gets the first of them, any other English.',
  logFormat: '`text` for people, `json` for programs. Default: `text` on a terminal, `json` elsewhere.',
  acceptedHosts:
    'Other host names and addresses, without port, by which the gateway is called. The host of `publicUrl` and this machine (`localhost`, `127.0.0.1`, `::1`) are always accepted. A request for another host is answered 421. `/health/*` and `/metrics` answer to every host.',
  acceptedHostsMode:
    '`reportOnly`: a request for another host is counted (`reglement_foreign_hosts_total`), logged and served.',
  trustedProxies:
    'Addresses or networks of the proxies in front. Only through them is `X-Forwarded-For` read: the sender is the first address from the right that is not a trusted proxy. A request of a trusted proxy without this header is no client by its network.',
  'societes.*.name': 'Name of the société. The number of the entry is `id_societe`.',
  'societes.*.customerPages.site':
    "Address of the shop. The customer's pages lead back to it where the payment has no `returnUrl`.",
  'societes.*.customerPages.contact.phone':
    "Telephone that the customer's pages show: international form, for instance `+33102030405`.",
  'societes.*.customerPages.contact.email': "E-mail address that the customer's pages show.",
  'societes.*.customerPages.contact.hours.fr':
    'When the telephone is answered, in French: `du lundi au vendredi, de 9 h à 18 h`.',
  'societes.*.customerPages.contact.hours.en': 'The same in English.',
  'societes.*.customerPages.retryAfterExpiry':
    'The customer may try again a payment whose time ran out; it then waits as long as a new one.',
  'societes.*.fallbackPayer.firstName':
    'The payer that a bank receives when neither request nor directory has one; never in a `LIVE` mandate.',
  'societes.*.fallbackPayer.lastName': 'The same.',
  'societes.*.fallbackPayer.address': 'The same: street and number.',
  'societes.*.fallbackPayer.zipCode': 'The same.',
  'societes.*.fallbackPayer.city': 'The same.',
  'societes.*.fallbackPayer.country': 'The same: ISO 3166-1 alpha-2, for instance `FR`.',
  'societes.*.fallbackPayer.phone': 'The same: international form, for instance `+33612345678`.',
  'societes.*.PAYBOX.<mode>.site': '7 digits. Leading zeros count.',
  'societes.*.PAYBOX.<mode>.rang': '2 or 3 digits.',
  'societes.*.PAYBOX.<mode>.identifiant': '1 to 9 digits.',
  'societes.*.PAYBOX.<mode>.hmacKeys': '40 hexadecimal digits or more. The first key signs.',
  'societes.*.PAYBOX.<mode>.hash': 'Digest of the HMAC.',
  'societes.*.PAYBOX.<mode>.pageUrl': 'The final address of the payment page.',
  'societes.*.PAYBOX.<mode>.publicKeys':
    'RSA keys in PEM form that verify messages of this account. Default: the published key of the platform.',
  'societes.*.PAYBOX.<mode>.direct.url':
    'Paybox Direct. A `LIVE` account needs it: the gateway confirms each paid message there.',
  'societes.*.PAYBOX.<mode>.direct.backupUrl':
    'The backup host of Paybox Direct. It gets calls that never reached the first host, and questions without an answer. It never gets a capture, cancellation or refund that the first host may have done.',
  'societes.*.PAYBOX.<mode>.acceptsMessagesAlone.networks':
    'Only without `direct`. A `LIVE` message from one of these networks pays without a confirmation. The address is the one that trusted proxies report.',
  'societes.*.PAYBOX.<mode>.availabilityUrl':
    'The gateway asks this address every 15 seconds whether the page takes payments (`load.html` of the host).',
  'societes.*.PAYBOX.<mode>.backup.pageUrl':
    'The same page on the other host (`tpeweb1`). Used while the first host does not say that it takes payments and this one does.',
  'societes.*.PAYBOX.<mode>.backup.availabilityUrl': '`load.html` of the backup host.',
  'societes.*.LABANQUEPOSTALE.<mode>.siteId': '8 digits: the shop.',
  'societes.*.LABANQUEPOSTALE.<mode>.formKeys': 'The first key signs. Any of them is accepted in a message.',
  'societes.*.LABANQUEPOSTALE.<mode>.algorithm': 'Signature of the form.',
  'societes.*.LABANQUEPOSTALE.<mode>.formUrl': 'Address of the payment page.',
  'societes.*.LABANQUEPOSTALE.<mode>.capture':
    'When a card is debited. `immediate`: with the next batch of the bank, without validation. 1 to 365: after so many days, without validation; after more than 6 days the bank authorises again, and the payment is `PENDING` until then. `backOffice`: as the shop says ([more](configuration.md#when-a-card-is-debited)). Default: `backOffice`, with a remark of `config check`.',
  'societes.*.LABANQUEPOSTALE.<mode>.transactionNumbers.from':
    'First `vads_trans_id` of this gateway. The platform takes each number once for each shop and UTC day, so two programs for one shop need ranges that do not overlap.',
  'societes.*.LABANQUEPOSTALE.<mode>.transactionNumbers.to':
    'Last number. All accounts of a shop in one file have the same range. When the numbers of a day are used up, new payments get 503 until midnight UTC.',
  'societes.*.LABANQUEPOSTALE.<mode>.rest.url':
    'REST API V4: inquiry, capture, cancellation, refund, and REST-style messages (`kr-answer`).',
  'societes.*.LABANQUEPOSTALE.<mode>.rest.password':
    'Password of the REST API. A `testpassword_…` in `LIVE`, or a `prodpassword_…` in `TEST`, stops the start.',
  'societes.*.LABANQUEPOSTALE.<mode>.rest.hmacKey': 'Not used: it signs what browsers bring.',
  'societes.*.LABANQUEPOSTALE.<mode>.availabilityUrl':
    'The gateway asks this address every 15 seconds whether the page takes payments.',
  'societes.*.MILLIET.<mode>.creditorName':
    'Exactly as the bank knows it, in Latin letters. Banks of payers compare it with the account (Verification of Payee).',
  'societes.*.MILLIET.<mode>.iban': 'Its check digits and its RIB key are checked. It belongs to one mode only.',
  'societes.*.MILLIET.<mode>.formerIbans':
    'Earlier accounts of the société, after a change of the bank. Keep each for 13 months at least: returns still come there, and transfers of customers who know the old IBAN. Files about them are accepted as before. The journals book them on the same `accounts.bank`, and `books reconcile` adds all accounts up. Customers and files of direct debits never have them.',
  'societes.*.MILLIET.<mode>.bic': '8 or 11 characters. With `painVersion` `02` it must begin with six letters.',
  'societes.*.MILLIET.<mode>.address.street': 'Address of the creditor, for forms and files.',
  'societes.*.MILLIET.<mode>.address.buildingNumber': 'The same.',
  'societes.*.MILLIET.<mode>.address.postalCode': 'The same.',
  'societes.*.MILLIET.<mode>.address.town': 'The same.',
  'societes.*.MILLIET.<mode>.address.country': 'The same: ISO 3166-1 alpha-2.',
  'societes.*.MILLIET.<mode>.siren': 'Stands in the name of the journal export.',
  'societes.*.MILLIET.<mode>.rules[].name':
    'What reports call the rule. Rules say what is done with entries that are about no payment of the gateway. The first rule that an entry meets decides. Without one, money that goes out is listed, and money that comes in is an exception. See [bank files](bank-files.md#rules).',
  'societes.*.MILLIET.<mode>.rules[].direction': '`OUT`: money that goes out. `IN`: money that comes in.',
  'societes.*.MILLIET.<mode>.rules[].counterparty':
    'A part of the name of the creditor (of the payer, for `IN`), or its IBAN. Case, accents and blanks do not count.',
  'societes.*.MILLIET.<mode>.rules[].text': 'A part of the remittance text; the same.',
  'societes.*.MILLIET.<mode>.rules[].bankCode':
    "The bank's code (`BkTxCd`), or its beginning: `PMNT/ICDT`, `CFONB 62`, `SWIFT NCHG`.",
  'societes.*.MILLIET.<mode>.rules[].action':
    '`LIST`: the reconciliation lists it as not booked. `IGNORE`: only its totals have it. `BOOK`: the journal books it against `account`. `EXCEPTION`: a person looks at it.',
  'societes.*.MILLIET.<mode>.rules[].account':
    '`{"number", "label"}`, with `BOOK` alone. Never the bank or suspense account of `accounting`.',
  'societes.*.MILLIET.<mode>.countsNotices':
    'Default `true`. `false` for a bank that names an entry differently in its notices (camt.054) and its statements: then only statements are money.',
  'societes.*.MILLIET.<mode>.directDebit.ics':
    'Creditor identifier, 13 characters in France. Without `directDebit` the account takes no direct debits.',
  'societes.*.MILLIET.<mode>.directDebit.schemes': 'Schemes that the bank agreed to.',
  'societes.*.MILLIET.<mode>.directDebit.painVersion': '`08`: pain.008.001.08. `02`: pain.008.001.02.',
  'societes.*.MILLIET.<mode>.directDebit.batchBooking':
    '`true`: one line on the statement for a block of debits. `false`: one line for each debit.',
  'societes.*.MILLIET.<mode>.directDebit.namesFirst':
    '`true` for a bank that wants `FRST` for the first debit of a mandate.',
  'societes.*.MILLIET.<mode>.directDebit.rumPrefix':
    'Prefix of new mandate references. Use different ones for `TEST` and `LIVE`.',
  'societes.*.MILLIET.<mode>.directDebit.notificationDays':
    'Calendar days from the notice to the customer to the due date. Less than 14 needs a clause in the contract with the customer.',
  'societes.*.MILLIET.<mode>.directDebit.presentationDays':
    'TARGET days before the due date by which the bank wants the file.',
  'societes.*.MILLIET.<mode>.directDebit.earliestDays':
    'The most calendar days before the due date that the bank accepts a file.',
  'societes.*.accounting.<mode>.fiscalYearStart': 'Month and day on which an exercise begins.',
  'societes.*.accounting.<mode>.closedUntil':
    'Last closed day. Without it, the exercises before the previous one are closed.',
  'societes.*.accounting.<mode>.journals.bank':
    '`{"code", "label"}`. Default code `BQ`. Posted entries keep their code.',
  'societes.*.accounting.<mode>.journals.cards': 'The same. Default code `CB`.',
  'societes.*.accounting.<mode>.journals.directDebits': 'The same. Default code `PRL`.',
  'societes.*.accounting.<mode>.journals.cash': 'The same. Default code `CA`.',
  'societes.*.accounting.<mode>.journals.miscellaneous': 'The same. Default code `OD`.',
  'societes.*.accounting.<mode>.accounts.customer': '`{"number", "label"}`. Default number 411000.',
  'societes.*.accounting.<mode>.accounts.advance': 'The same. Default 419100.',
  'societes.*.accounting.<mode>.accounts.bank': 'The same. Default 512000.',
  'societes.*.accounting.<mode>.accounts.cards': 'The same. Default 511500.',
  'societes.*.accounting.<mode>.accounts.cheques': 'The same. Default 511200.',
  'societes.*.accounting.<mode>.accounts.cash': 'The same. Default 530000.',
  'societes.*.accounting.<mode>.accounts.offset': 'The same. Default 467000.',
  'societes.*.accounting.<mode>.accounts.suspense': 'The same. Default 471000.',
  'societes.*.accounting.<mode>.accounts.fees': 'The same. Default 627800.',
  'societes.*.accounting.<mode>.auxiliaryPrefix':
    "Text before the customer's number in the auxiliary account. `null`: no auxiliary accounts.",
  'societes.*.accounting.<mode>.defaultMeans': 'How a recorded payment came when the request does not say.',
  'societes.*.accounting.<mode>.cashLimitCents': 'A larger amount is not recorded as cash.',
  'clients[].name': 'Small letters, digits, dashes. Payments keep it.',
  'clients[].keyHashes[].hash': 'SHA-256 of a key: `npm run gateway -- client key` prints one.',
  'clients[].keyHashes[].expiresAt': 'End of the key. Left out: none.',
  'clients[].networks':
    'Networks of an old system that cannot send a key. IPv4 or IPv6. Networks of two clients may not overlap.',
  'clients[].keylessMoney.pageOrigins':
    'With `keylessMoney`, programs in the networks may move real money without a key. Pages of these origins may too. See [configuration](configuration.md#real-money-without-a-key).',
  'clients[].origins': 'Values of `id_origin` that it may use and see.',
  'clients[].societes': 'Values of `id_societe` that it may use and see.',
  'clients[].targets': 'Values of `payment_target`. Left out: all.',
  'clients[].runModes':
    'Run modes that it may ask for, see and change. `LIVE` is real money in production, `FORCE_LIVE` everywhere. None includes another. It always sees its own payments.',
  'clients[].scopes': 'Its rights: see [scopes](vocabulary.md#scope).',
  'clients[].returnOrigins':
    "https origins to which `returnUrl` may send the customer's browser. A development deployment without clients accepts addresses of this machine.",
  'clients[].webhooks[].name': 'Unique within the client, which has 10 endpoints at most. Deliveries keep it.',
  'clients[].webhooks[].url': 'https in production. No user, password or fragment. 1024 characters at most.',
  'clients[].webhooks[].secrets': '`whsec_…`: `npm run gateway -- webhook secret` makes one. Each secret signs.',
  'clients[].webhooks[].events': 'Types that it receives. Left out: all.',
  'clients[].refundCeilingCents':
    'Most that it may give back in a day (Paris time), for each run mode. Left out: no limit.',
  'clients[].refundLimitCents':
    'A refund waits for a second person where the refunds of its payment, or of the client in a day, are above it. Left out: none waits.',
  'clients[].approvals.amendedIban': 'Another account of a mandate waits for a person with the right `approve`.',
  'clients[].approvals.reviewToPaid':
    'To decide that a payment in review is `PAID` waits for a person with the right `approve`.',
  'clients[].jsonp':
    '`false`: no answers as scripts (`?callback=`). Any page in a browser of its network can read those.',
  'clients[].documents':
    '`REGISTERED`: at `/graphql` the client may only name documents of `documents`, by their ids. See [trusted documents](../how-to/use-a-graphql-client.md#trusted-documents).',
  'clients[].bankFilesNeedConfirmation':
    'A bank file of this client waits for a confirmation. Default: `true` for a client that may bring files only by `operations`.',
  'console.oidc.issuer':
    'Address of the identity provider, as its ID tokens name it. The gateway reads the rest from `/.well-known/openid-configuration` under it.',
  'console.oidc.clientId': 'The id that the provider gave to this gateway.',
  'console.oidc.clientSecret': 'Its secret. Left out: PKCE alone protects the sign-in (a public client).',
  'console.oidc.rolesClaim':
    'Claim of the ID token with the roles or groups of a person: a list or one value. A dot leads into an object (`realm_access.roles`) where no claim has the whole name.',
  'console.local.keys':
    'Accounts of the gateway itself: passkey, or password and code. Secrets of 32 characters or more that seal what the codes are made from. The first one seals, each one opens. Left out: no such accounts.',
  'console.roles.*.claims': "Values of `rolesClaim` that give this role. Default: the role's name.",
  'console.roles.*.societes':
    'As for a client. Left out: all, or what the ready role of this name has. The same holds for the entries below.',
  'console.roles.*.origins': 'As for a client.',
  'console.roles.*.targets': 'As for a client.',
  'console.roles.*.runModes': 'As for a client. Left out: `TEST` and `LIVE`.',
  'console.roles.*.scopes': 'Its rights: see [scopes](vocabulary.md#scope). Required for a role that is not ready.',
  'console.roles.*.approve': 'May decide about what waits for a second person.',
  'console.roles.*.people': 'May see all people and sessions, and end sessions.',
  'console.roles.*.audit': 'May read the audit log.',
  'console.roles.*.refundLimitCents':
    'A refund waits for a second person where the refunds of its payment, or of the person in a day, are above it. Default: 0.',
  'console.roles.*.bankFilesNeedConfirmation':
    'A bank file of this role waits until another person confirms it. Default: `false`.',
  'console.approvals.amendedIban': 'Another account of a mandate waits for a second person. For people alone.',
  'console.approvals.reviewToPaid':
    'To decide that a payment in review is `PAID` waits for a second person. For people alone.',
  'console.sessions.idleMinutes': 'A session ends after so long without a request that the person causes.',
  'console.sessions.hours':
    'A session ends after so long in any case. The provider asks again where its own sign-in is older (`max_age`).',
  'console.sessions.stepUpMinutes': 'How long a proof of who a person is counts as fresh.',
  'rest.envelopeCasing': "Casing of ServiceStack's error envelope.",
  'rest.acceptsAnyTypePaiement': '`true`: `type_paiement` may differ from `payment_type`.',
  'rest.repeatWindowMinutes': "How long the same URL without an order's number means the same payment.",
  'rest.documentation':
    'The home page at `/`, `/metadata`, `/openapi.json`, `/docs` and `/docs/graphql`. Default: not in production.',
  'graphql.graphiql': 'GraphiQL at `/graphql`. Default: not in production.',
  documents:
    'Files with the operations of your own front ends: JSON objects from ids to documents, as GraphQL Code Generator and Relay write them, or manifests of Apollo. They are exempt from the limits on tokens, aliases, fragments and breadth. The same files on every gateway.',
  'graphql.introspection': 'Whether known clients may read the schema. Default `true`.',
  'graphql.corsOrigins': 'Sites whose pages may call `/graphql` and the legacy paths from a browser.',
  'graphql.compiledOperations':
    '`false`: the GraphQL executor runs each operation, also one that comes often. Costs more CPU; the answers are the same. Default `true`.',
  'webhooks.privateNetworks':
    'Private networks that webhooks may reach. Without them only the internet. A development deployment may also call this machine.',
  'webhooks.ports': 'Ports that webhooks may use in production.',
  'webhooks.retentionDays': 'How long a delivered or dead webhook is kept.',
  'lifetimes.hostedPageHours': 'How long a payment waits for its customer.',
  'lifetimes.bankTransferDays': 'How long a transfer is awaited.',
  'lifetimes.bankTransferReminderDays':
    'Days before its end when `REMINDER_DUE` is recorded, at most `bankTransferDays` less one. `0`: never.',
  'lifetimes.confirmationMinutes': 'How long Paybox has to confirm a reported `LIVE` payment before it needs a review.',
  'limits.connections':
    'Connections to one gateway. Refused connections wait for their answer too, so allow twice as many open files.',
  'limits.connectionsPerAddress':
    'Connections of one address. Default: a tenth of `connections` in production, else `null` (no limit). Trusted proxies have no limit.',
  'limits.connectionsPerNetwork':
    'The same for an IPv4 /24 or IPv6 /64. Default: four tenths in production, else `null`.',
  'limits.keepAliveSeconds':
    'How long an idle connection is kept. Must be longer than the proxy keeps its own. `config check` warns at 60 s or less with `trustedProxies`.',
  'limits.streams.total': 'Event streams of customer pages on one gateway.',
  'limits.streams.perLink': 'Streams of one payment link.',
  'limits.streams.perAddress':
    'Streams of one address (IPv6: /64). Default: a twentieth of `total` in production, else `null` (no limit).',
  'limits.streams.perClient': 'Streams of the payments of one client. Default: three quarters of `total`.',
  'limits.streams.subscriptionsPerClient': 'GraphQL subscriptions of one client.',
  'limits.rates.address':
    'Requests of one address to one gateway. Probes count apart, with the same figure. No default in development.',
  'limits.rates.notification': 'Bank notifications of one address, counted apart.',
  'limits.rates.reading': 'Queries and subscriptions of one client, on all gateways together.',
  'limits.rates.creation': 'Payments, other changes and bank files of one client, on all gateways together.',
  'metrics.host': 'Address of the metrics port. Default `127.0.0.1`.',
  'metrics.port':
    '`/metrics` moves to this port, and leaves the port of the gateway. `METRICS_PORT` wins over the file.',
  'metrics.token': '16 characters or more: `/metrics` needs `Authorization: Bearer <token>`, else 401.',
  'stop.graceSeconds':
    'How long everything is still answered after SIGTERM. Default: 5 in production, else 0. Longer than the load balancer takes to notice.',
  'stop.finishSeconds': 'How long requests in progress may then take.',
  'database.connections':
    'PostgreSQL connections of each gateway. All gateways × (this + 5) must fit into `max_connections`.',
  'database.connectTimeoutSeconds': 'How long a request waits for a connection.',
  'database.statementTimeoutSeconds': 'How long one statement may take.',
  'database.lockTimeoutSeconds': 'How long a statement may wait for a lock.',
  'database.idleInTransactionTimeoutSeconds': 'When PostgreSQL ends an idle transaction.',
  'bankFiles.folder': "Folder of the bank's software. Each file is imported and moved to `done` or `refused` in it.",
  'bankFiles.maximumMegabytes': 'Largest bank file.',
  'bankFiles.schemaFolder':
    'Folder with the ISO 20022 schemas (`camt.053.001.08.xsd`, …). Files up to 16 MB are checked against them.',
  'notifications.unverified.messages': 'How many messages that did not verify are kept for each account.',
  'notifications.unverified.days': 'How long they are kept.',
  'notifications.unverified.megabytes': 'How much space they take at most for each account.',
  'retention.notificationMonths': 'How long the content of bank messages is kept. `null`: for ever.',
  'retention.payerMonths': 'How long payer data is kept after the last change of an ended payment. `null`: for ever.',
  'retention.operatorMonths': 'How long the operating system user who ran a command is kept. `null`: for ever.',
  'retention.auditMonths': 'How long the audit log is kept. `null`: for ever.',
  'retention.unconfirmedBankFileDays': 'How long the bytes of an unconfirmed bank file are kept. `null`: for ever.',
  'retention.idempotencyKeyDays': 'How long an idempotency key means the same payment. `null`: for ever.',
};

/** What each variable of the environment means, those of libraries included: default and meaning. */
export const environmentTexts: Readonly<Record<string, readonly [standard: string, meaning: string]>> = {
  CONFIG: ['none', 'Path of the config file; required where `NODE_ENV` is `production`.'],
  NODE_ENV: ['none', 'With `production`, `CONFIG` and its `deployment` are required.'],
  HOST: ['`127.0.0.1`', 'Address to listen on.'],
  PORT: ['`4000`', 'Port to listen on.'],
  PUBLIC_URL: ['where it listens', 'Where customers, banks and old systems reach it.'],
  DATABASE_URL: ['`sqlite:data/reglement.sqlite`', '`sqlite:folder/file` or `postgres://…`.'],
  METRICS_PORT: ['`metrics.port`', 'Port of `/metrics`.'],
  STOP_GRACE_SECONDS: ['`stop.graceSeconds`', 'How long a stopping gateway still answers.'],
  LOG_LEVEL: ['`info`', '`fatal` `error` `warn` `info` `debug` `trace` `silent`.'],
  LOG_FORMAT: ['`text` on a terminal, else `json`', 'Readable lines, or JSON.'],
  OTEL_EXPORTER_OTLP_ENDPOINT: ['no traces', 'Collector of [traces](../how-to/read-logs-and-traces.md).'],
  RUN_SOURCES: [
    'none',
    'Any value: the sources run, even where [a bundle](../explanation/architecture.md#the-bundle) of them is built.',
  ],
  CRASH_AT: [
    'none',
    'For tests: the moment at which the process [kills itself](../../CONTRIBUTING.md#kill-the-gateway-at-a-named-moment); refused in production.',
  ],
};
