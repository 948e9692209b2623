/* Written by `npm run codegen` from the commands. */
type Listed = { readonly term: string; readonly description: string; readonly aliases: readonly string[] };
export const listedCommands: Readonly<Record<string, Listed>> = {
  "actions": {
    "term": "actions [options]",
    "description": "Who did what, where no event says it whole: replays, tests of endpoints, reversals, erasures, imports, decisions. Every command that changed something is in the audit log: audit list.",
    "aliases": []
  },
  "audit": {
    "term": "audit",
    "description": "Who did what: people, clients and commands. An initiation has no entry; its event names the client.",
    "aliases": []
  },
  "bank": {
    "term": "bank",
    "description": "Files from the company’s bank: statements and status reports.",
    "aliases": []
  },
  "books": {
    "term": "books",
    "description": "The books against the bank.",
    "aliases": []
  },
  "client": {
    "term": "client",
    "description": "Clients: the systems that may ask for payments.",
    "aliases": []
  },
  "config": {
    "term": "config",
    "description": "The configuration, read as the gateway would read it now.",
    "aliases": []
  },
  "console": {
    "term": "console",
    "description": "People of the console.",
    "aliases": []
  },
  "customer": {
    "term": "customer",
    "description": "The directory of customers: who pays, where an old URL says only their number.",
    "aliases": []
  },
  "db": {
    "term": "db",
    "description": "The database: its shape, backups of it, and how one comes back.",
    "aliases": []
  },
  "explain-url": {
    "term": "explain-url [options] <url>",
    "description": "Say how the legacy door reads a URL, what it would do, and the same call in GraphQL. Initiates nothing.",
    "aliases": []
  },
  "event-log": {
    "term": "event-log|ledger",
    "description": "The story of all payments, as a chain that shows what was changed in it.",
    "aliases": [
      "ledger"
    ]
  },
  "notification": {
    "term": "notification",
    "description": "The banks' messages, as they were kept.",
    "aliases": []
  },
  "payment": {
    "term": "payment",
    "description": "Payments: a list of them, their totals, or one by its id or its reference.",
    "aliases": []
  },
  "privacy": {
    "term": "privacy",
    "description": "Customers' personal data: what the law lets them ask for.",
    "aliases": []
  },
  "sepa": {
    "term": "sepa",
    "description": "SEPA direct debits: mandates, and the files for the bank.",
    "aliases": []
  },
  "webhook": {
    "term": "webhook",
    "description": "Webhooks of clients: endpoints, messages, tests and replays.",
    "aliases": []
  },
  "journal": {
    "term": "journal",
    "description": "The sociétés' books: what moved money, in double entry.",
    "aliases": []
  }
};
