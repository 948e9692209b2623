/** Written by `node codegen.ts` from `console/operations`. Text of each document, by its SHA-256. */
export const consoleDocuments: Readonly<Record<string, string>> = {
  '5b680705e926aacaa9e68c4bce86128f5a4c0a9c2891cf3d9ba79fd50efcb993':
    "subscription Changes($topics: [ChangeTopic!]!) {\n  changes(topics: $topics) {\n    at\n    topics {\n      topic\n      ids\n      count\n    }\n  }\n}",
  '5ec3ae19751a092b359568b302ff81cd29e6647b89a1c4abb2d7094c6ff770cb':
    "mutation EndSession($id: ID!) {\n  endSession(id: $id) {\n    __typename\n    ... on EndSessionsSuccess {\n      ended\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n  }\n}",
  '58cfefe273157b9fdc1cb69b6c7d665aa0a0a774f44c497274daa5e3a470e926':
    "mutation EndSessions($person: ID, $keepThis: Boolean) {\n  endSessions(person: $person, keepThis: $keepThis) {\n    __typename\n    ... on EndSessionsSuccess {\n      ended\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n  }\n}",
  '13687ac825afa540ede64dd131ae0b27e9001ad8b1e51ed86aa7af918960de33':
    "query Me {\n  me {\n    client\n    person {\n      id\n      name\n      login\n    }\n    roles\n    scopes\n    rights\n    runModes\n    societes\n    origins\n    targets\n    refundLimit\n    isConfirmed\n  }\n}",
  '294b36a0f35a8e447053a4bff270189e0d8e9755d6b7fa3fd715413036e0e980':
    "subscription PaymentUpdated($id: ID!, $afterEvent: String) {\n  paymentUpdated(id: $id, afterEvent: $afterEvent) {\n    id\n    type\n    status\n    createdAt\n  }\n}",
  'ac30b62e3646943b4439e7f3a0f1a5725dd30c6a9f2ca14ba1b446acc5e6c7c8':
    "query Payment($id: ID!) {\n  payment(id: $id) {\n    id\n    reference\n    paymentTarget\n    paymentRunMode\n    effectiveRunMode\n    paymentType\n    typePaiement\n    idOrigin\n    idSociete\n    idClient\n    idCommande\n    email\n    commentaire\n    amount {\n      cents\n      currency\n    }\n    status\n    isFinal\n    createdAt\n    updatedAt\n    expiresAt\n    availableActions {\n      action\n      available\n      reason\n    }\n    events(first: 50) {\n      edges {\n        node {\n          id\n          type\n          status\n          createdAt\n          actor\n          actorPerson {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n}",
  '74a78ad8d0ffa6c0ad3921ca57ceb6e46aa1e7d2deb0839927b860450375680c':
    "query Payments($filter: PaymentFilter, $first: Int, $after: String) {\n  payments(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        reference\n        paymentTarget\n        paymentType\n        effectiveRunMode\n        idSociete\n        idOrigin\n        idClient\n        idCommande\n        amount {\n          cents\n          currency\n        }\n        status\n        isFinal\n        createdAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  'cf56becd7ad1328202a27b0a20c9b4af6c4df657f3531c2af073a768066bde65':
    "query People($first: Int, $after: String) {\n  people(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        name\n        login\n        issuer\n        roles\n        status\n        createdAt\n        signedInAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  'e56d8ad89a71ba2246d677dba35d47ebcc532082d3d152ba7b22b3e61b5e786c':
    "query Sessions($person: ID) {\n  sessions(person: $person) {\n    id\n    method\n    device\n    createdAt\n    seenAt\n    endsAt\n    isThis\n  }\n}",
};

/** The hash of each operation. */
export const consoleOperations = {
  'Changes':
    "5b680705e926aacaa9e68c4bce86128f5a4c0a9c2891cf3d9ba79fd50efcb993",
  'EndSession':
    "5ec3ae19751a092b359568b302ff81cd29e6647b89a1c4abb2d7094c6ff770cb",
  'EndSessions':
    "58cfefe273157b9fdc1cb69b6c7d665aa0a0a774f44c497274daa5e3a470e926",
  'Me':
    "13687ac825afa540ede64dd131ae0b27e9001ad8b1e51ed86aa7af918960de33",
  'PaymentUpdated':
    "294b36a0f35a8e447053a4bff270189e0d8e9755d6b7fa3fd715413036e0e980",
  'Payment':
    "ac30b62e3646943b4439e7f3a0f1a5725dd30c6a9f2ca14ba1b446acc5e6c7c8",
  'Payments':
    "74a78ad8d0ffa6c0ad3921ca57ceb6e46aa1e7d2deb0839927b860450375680c",
  'People':
    "cf56becd7ad1328202a27b0a20c9b4af6c4df657f3531c2af073a768066bde65",
  'Sessions':
    "e56d8ad89a71ba2246d677dba35d47ebcc532082d3d152ba7b22b3e61b5e786c",
} as const;
