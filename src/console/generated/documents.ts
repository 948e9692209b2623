/** Written by `npm run codegen` from `console/operations`. Text of each document, by its SHA-256. */
export const consoleDocuments: Readonly<Record<string, string>> = {
  '07b85a00afc8f1dbf49da6b67a6faeca72d3b1b97ba594b9f0787160ec06210b':
    "query AccountingExercises($idSociete: String!, $runMode: PaymentRunMode!) {\n  accountingExercises(idSociete: $idSociete, runMode: $runMode) {\n    __typename\n    ... on AccountingExercises {\n      exercises {\n        year\n        from\n        to\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n  }\n}",
  '78a7edd53911859719e2ba1b02d594e10a14be3b2cea58fa0f7269944729d99d':
    "mutation ActivateMandate($input: ActivateMandateInput!) {\n  activateMandate(input: $input) {\n    __typename\n    ... on ChangeMandateSuccess {\n      changed\n      mandate {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '00d71a1e52b80a286eb0e398f5b8b052ca1621b74f68aa8effc3894b1a0a0fa5':
    "mutation AmendMandate($input: AmendMandateInput!) {\n  amendMandate(input: $input) {\n    __typename\n    ... on ChangeMandateSuccess {\n      changed\n      mandate {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n    ... on ApprovalRequiredError {\n      approval {\n        id\n        expiresAt\n      }\n    }\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  'b7ce36d4ebfb3870c3a6498717b4015e5042dd4a79e98b3ba8577a79c2436474':
    "query Approvals($status: ApprovalStatus, $runMode: PaymentRunMode, $locale: String = \"fr-FR\", $first: Int, $after: String) {\n  approvals(status: $status, runMode: $runMode, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        kind\n        status\n        cause\n        amount {\n          cents\n        }\n        payment {\n          id\n          reference\n          idSociete\n          idClient\n          customer {\n            firstName\n            lastName\n          }\n          amount {\n            cents\n          }\n          availableActions {\n            action\n            reason(locale: $locale)\n            maximumAmount {\n              cents\n            }\n          }\n        }\n        amendment {\n          rum\n          oldIban\n          newIban\n          fields\n          mandate {\n            id\n          }\n        }\n        requestedBy\n        requestedByPerson {\n          id\n          name\n        }\n        decidedBy\n        decidedByPerson {\n          id\n          name\n        }\n        reason\n        refund {\n          id\n          status\n        }\n        createdAt\n        expiresAt\n        decidedAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  '68b1bd5a976dd34b3f4d5c7b6b46a5f536776ec3163049b9ffcc60cea40b1a24':
    "query AuditEntries($filter: AuditFilter, $first: Int, $after: String) {\n  auditEntries(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        at\n        actor\n        actorPerson {\n          id\n          name\n        }\n        roles\n        action\n        object\n        outcome\n        code\n        requestId\n        approvalId\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  '833ba7a9510ae79a3d3dd7aabd102a8134e05ef29ab2e1254976aa4f51cb72f2':
    "query AwaitedTransfers($runMode: PaymentRunMode!, $filter: AwaitedTransferFilter, $first: Int, $after: String) {\n  awaitedTransfers(\n    runMode: $runMode\n    filter: $filter\n    first: $first\n    after: $after\n  ) {\n    edges {\n      node {\n        payment {\n          id\n          reference\n          idSociete\n          idClient\n          customer {\n            firstName\n            lastName\n          }\n          idCommande\n          createdAt\n          expiresAt\n          amount {\n            cents\n          }\n          nextAction {\n            __typename\n            ... on BankTransferAction {\n              iban\n              reference\n            }\n          }\n        }\n        received {\n          cents\n        }\n        missing {\n          cents\n        }\n        isLate\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  'fab4abe2189fc5991b82bb4302421db3b1d84b0299333cdd4ce1c087cee24219':
    "query BankFileEntries($id: ID!, $first: Int, $after: String) {\n  bankFile(id: $id) {\n    id\n    entries(first: $first, after: $after) {\n      edges {\n        node {\n          place\n          outcome\n          reason\n          amount {\n            cents\n          }\n          isCredit\n          bookedOn\n          reference\n          rule\n          broughtBy\n          payment {\n            id\n            reference\n            idClient\n            customer {\n              firstName\n              lastName\n            }\n            payer {\n              firstName\n              lastName\n            }\n          }\n          bankException {\n            id\n            kind\n            status\n            counterparty\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}",
  '62e6a29f58ba805d8e6fd4ce81b4cff55eff9f315170a869204b80fd1ef0e602':
    "query BankFile($id: ID!) {\n  bankFile(id: $id) {\n    id\n    name\n    digest\n    sizeBytes\n    status\n    reason\n    format\n    version\n    idSociete\n    runMode\n    receivedAt\n    receivedBy\n    receivedByPerson {\n      id\n      name\n    }\n    decidedAt\n    decidedBy\n    decidedByPerson {\n      id\n      name\n    }\n    steps\n    done\n    applied\n    repeated\n    exceptions\n    ruled\n    ignored\n  }\n}",
  '076e840e9a0b8a4d528e3da4f172a28098450970248ed223f8706d1116fa4b3f':
    "query BankFiles($runMode: PaymentRunMode, $first: Int, $after: String) {\n  bankFiles(runMode: $runMode, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        name\n        status\n        format\n        idSociete\n        receivedAt\n        receivedBy\n        receivedByPerson {\n          id\n          name\n        }\n        steps\n        done\n        applied\n        exceptions\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  '39b9456ae6ab14373c5cd069f9adf5a824f885c5fc66c59ef2e07bbbf2db5e0b':
    "query BankReconciliation($idSociete: String!, $runMode: PaymentRunMode!, $from: Date!, $to: Date!) {\n  bankReconciliation(\n    idSociete: $idSociete\n    runMode: $runMode\n    from: $from\n    to: $to\n  ) {\n    __typename\n    ... on BankReconciliation {\n      maskedIban\n      days {\n        day\n        opening {\n          cents\n        }\n        booked {\n          cents\n        }\n        notBooked {\n          cents\n        }\n        closing {\n          cents\n        }\n        difference {\n          cents\n        }\n        lines {\n          kind\n          amount {\n            cents\n          }\n          journalEntry\n          reference\n          counterparty\n          text\n          rule\n        }\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n  }\n}",
  'c800ae3a8adb720b06b63f639cdba736fece1c0e8aca5a1fd7e63e3710ba5678':
    "query BatchDebits($id: ID!, $first: Int, $after: String) {\n  directDebitBatch(id: $id) {\n    payments(first: $first, after: $after) {\n      edges {\n        node {\n          id\n          reference\n          idClient\n          customer {\n            firstName\n            lastName\n          }\n          amount {\n            cents\n            currency\n          }\n          status\n          dueDate\n          mandate\n          debitFailure {\n            code\n            meaning\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}",
  '4cca9d1f0b0f7df4421ab7b239fac2dfe8642df4c994bd72f4865505b531dd9b':
    "query Batch($id: ID!) {\n  directDebitBatch(id: $id) {\n    id\n    messageId\n    idSociete\n    runMode\n    scheme\n    cutOff\n    status\n    debits\n    total {\n      cents\n    }\n    outcomes {\n      status\n      debits\n      total {\n        cents\n      }\n    }\n    file {\n      name\n      format\n      digest\n      bytes\n      firstDownloadedAt\n      firstDownloadedBy\n    }\n    createdBy\n    createdByPerson {\n      name\n    }\n    createdAt\n    closedBy\n    closedByPerson {\n      name\n    }\n    closedAt\n  }\n}",
  'a022955bcd78c21483cba8589e2386775d0ab65335cc5f937bad0a95b5ae517f':
    "mutation CancelBatch($input: CancelDirectDebitBatchInput!) {\n  cancelDirectDebitBatch(input: $input) {\n    __typename\n    ... on ChangeDirectDebitBatchSuccess {\n      changed\n      batch {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '179c407a8ddf7c51629411d82b943145636e3e29124745ff4a9b3b024bb8ea31':
    "mutation CancelPayment($input: CancelPaymentInput!) {\n  cancelPayment(input: $input) {\n    __typename\n    ... on CancelPaymentSuccess {\n      payment {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '0dfc89be8245bd46fbad908136c866cfcbd416d8867debd242036e0329a0048b':
    "mutation CapturePayment($input: CapturePaymentInput!) {\n  capturePayment(input: $input) {\n    __typename\n    ... on CapturePaymentSuccess {\n      payment {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '5b680705e926aacaa9e68c4bce86128f5a4c0a9c2891cf3d9ba79fd50efcb993':
    "subscription Changes($topics: [ChangeTopic!]!) {\n  changes(topics: $topics) {\n    at\n    topics {\n      topic\n      ids\n      count\n    }\n  }\n}",
  'f7df1b7d4f8a20301e9a929b238af5c8d874c744c2d0955e1a4de11e047d92f3':
    "mutation ConfirmBankFile($input: ConfirmBankFileInput!) {\n  confirmBankFile(input: $input) {\n    __typename\n    ... on ConfirmBankFileSuccess {\n      bankFile {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '15b1de05070542b4270184c4b9bd26a19dbb8a7e4cd5516fc76e366f43e97c0a':
    "mutation CreateBatch($input: CreateDirectDebitBatchInput!) {\n  createDirectDebitBatch(input: $input) {\n    __typename\n    ... on CreateDirectDebitBatchSuccess {\n      moreIsDue\n      batches {\n        id\n        scheme\n        debits\n        total {\n          cents\n        }\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  'f3f7a712667b1e5e622e45a0ad5481a0f4912ba80118cf227fdbdaa7e3991502':
    "mutation CreateMandate($input: CreateMandateInput!) {\n  createMandate(input: $input) {\n    __typename\n    ... on CreateMandateSuccess {\n      mandate {\n        id\n        rum\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '807f5c7fc2d753bfa540eb7580aedd7ddc5831dc4497273c02840c43e8fdd77f':
    "mutation CreateSavedView($input: CreateSavedViewInput!) {\n  createSavedView(input: $input) {\n    __typename\n    ... on SavedViewSuccess {\n      view {\n        id\n        name\n        search\n        isShared\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n  }\n}",
  '83a41f509a9e32dc80cfbe1fc76c39f1a6bbedfd68260de214ac6dd3b7ed9143':
    "query CustomerMandates($filter: MandateFilter, $first: Int, $after: String) {\n  mandates(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        rum\n        scheme\n        status\n        debtor {\n          maskedIban\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  '496487c52943479a27423ab6e945b4eaf4b338ded413174a24170d7042956521':
    "query CustomerPayments($filter: PaymentFilter, $first: Int, $after: String) {\n  payments(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        reference\n        paymentType\n        amount {\n          cents\n          currency\n        }\n        status\n        createdAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  '48ee8586e987f311c09478b5c681c96c62d0b2cbf36e0d19ff684c2658c26743':
    "query Customer($idSociete: String!, $idClient: String!) {\n  customer(idSociete: $idSociete, idClient: $idClient) {\n    idSociete\n    idClient\n    firstName\n    lastName\n    address\n    zipCode\n    city\n    country\n    phone\n    version\n    createdAt\n    updatedAt\n    updatedBy\n    updatedByPerson {\n      name\n    }\n  }\n}",
  'fe6d5b34f5be8100150070a022c1170abb5ff8e5c23602426830df5fb9c89074':
    "query Customers($idSociete: String, $text: String, $first: Int, $after: String) {\n  customers(idSociete: $idSociete, text: $text, first: $first, after: $after) {\n    edges {\n      node {\n        idSociete\n        idClient\n        firstName\n        lastName\n        zipCode\n        city\n        phone\n        updatedAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  '2fe0b6a0a659005ef17e726b7f2630a83971125d8bc8135070dcf1f8774f71c9':
    "mutation DecideApproval($input: DecideApprovalInput!) {\n  decideApproval(input: $input) {\n    __typename\n    ... on DecideApprovalSuccess {\n      approval {\n        id\n        status\n        refund {\n          id\n          status\n        }\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '77fdc2f9efe5fd2071f6e860ce1464bfade7b378f40835620ed6a14e1dd9a1d6':
    "query DirectDebitBatches($filter: DirectDebitBatchFilter, $first: Int, $after: String) {\n  directDebitBatches(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        messageId\n        idSociete\n        scheme\n        cutOff\n        status\n        debits\n        total {\n          cents\n        }\n        file {\n          firstDownloadedAt\n        }\n        createdAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  'b9b9d923b64bb2dba8b33f523cf400e277266114547724d91d7fd6f06f7005aa':
    "query DirectDebitCalendar($idSociete: String!, $runMode: PaymentRunMode!) {\n  directDebitCalendar(idSociete: $idSociete, runMode: $runMode) {\n    __typename\n    ... on DirectDebitCalendar {\n      days {\n        dueDate\n        scheme\n        debits\n        total {\n          cents\n        }\n        fileFrom\n        fileUntil\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  'ef180cc36781fd17be58ed7925a9e537152c5ef65656a9015507f417c62a2aa9':
    "mutation EndSession($id: ID!) {\n  endSession(id: $id) {\n    __typename\n    ... on EndSessionsSuccess {\n      ended\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '77de665ded9d7d6aa4d26ff12ad0c2b858f7e8bbb815010d00cc0775fe637c9f':
    "mutation EndSessions($person: ID, $keepThis: Boolean) {\n  endSessions(person: $person, keepThis: $keepThis) {\n    __typename\n    ... on EndSessionsSuccess {\n      ended\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '1d4d32eccd0b1087c50ce06a8d133b91f0d9ddde11bfc6f229abb14ffec5f722':
    "query Exception($id: ID!) {\n  node(id: $id) {\n    __typename\n    ... on BankException {\n      id\n      kind\n      status\n      idSociete\n      runMode\n      amount {\n        cents\n      }\n      isCredit\n      bookedOn\n      reasonCode\n      reasonMeaning\n      isInSuspense\n      openedAt\n      counterparty\n      counterpartyMaskedIban\n      ultimateCounterparty\n      remittance\n      endToEndId\n      mandateReference\n      differsIn\n      resolution\n      resolvedBy\n      resolvedByPerson {\n        id\n        name\n      }\n      resolutionReason\n      resolvedAt\n      bankFile {\n        id\n        name\n      }\n      payment {\n        id\n        reference\n        status\n        paymentType\n        idSociete\n        idClient\n        customer {\n          firstName\n          lastName\n        }\n        idCommande\n        payer {\n          firstName\n          lastName\n        }\n        createdAt\n        amount {\n          cents\n        }\n      }\n      countedPayment {\n        id\n        reference\n        status\n        paymentType\n        idSociete\n        idClient\n        customer {\n          firstName\n          lastName\n        }\n        idCommande\n        payer {\n          firstName\n          lastName\n        }\n        createdAt\n        amount {\n          cents\n        }\n      }\n      candidates {\n        agrees\n        payment {\n          id\n          reference\n          status\n          paymentType\n          idSociete\n          idClient\n          customer {\n            firstName\n            lastName\n          }\n          idCommande\n          payer {\n            firstName\n            lastName\n          }\n          createdAt\n          amount {\n            cents\n          }\n        }\n      }\n    }\n  }\n}",
  '2b4a7e3daf64bdee8ef6732b2f89964782382db656f1cd9b60218df2dd12f7d8':
    "query Exceptions($filter: BankExceptionFilter, $first: Int, $after: String) {\n  bankExceptions(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        kind\n        status\n        idSociete\n        amount {\n          cents\n        }\n        isCredit\n        bookedOn\n        counterparty\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  '357208d905b1f315d7d494ff3908dd65622340dc52fd05c67832917fb625aa56':
    "query ExplainUrl($url: String!, $client: String) {\n  explainUrl(url: $url, client: $client) {\n    __typename\n    ... on UrlExplanation {\n      effect\n      effectiveRunMode\n      fields {\n        name\n        value\n        from\n      }\n      refusal {\n        status\n        code\n        message\n        fields {\n          name\n          message\n        }\n      }\n      payment {\n        id\n        reference\n        status\n      }\n      graphqlTwin {\n        query\n        variables\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  'e9cfe6a27b733ce7ce8bae3a18064102d2620d9e455fb361d6da2689108f6243':
    "query Health {\n  health {\n    isReady\n    reason\n    version\n    configDigest\n  }\n}",
  '7a5c4e6699075d60093066d1acf3f56d0776851e4092292e323a8421b9d9b3ff':
    "mutation ImportCustomers($input: ImportCustomersInput!) {\n  importCustomers(input: $input) {\n    __typename\n    ... on ImportCustomersSuccess {\n      rows {\n        change\n        issues {\n          path\n          message\n        }\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '042955e93312749f88eb8265abb1a8a59c3eff3cd68edeb6e8c9fd09039c093a':
    "query JournalEntries($idSociete: String!, $runMode: PaymentRunMode!, $filter: JournalEntryFilter, $first: Int, $after: String) {\n  journalEntries(\n    idSociete: $idSociete\n    runMode: $runMode\n    filter: $filter\n    first: $first\n    after: $after\n  ) {\n    __typename\n    ... on JournalEntryConnection {\n      edges {\n        node {\n          id\n          kind\n          journalCode\n          number\n          date\n          pieceReference\n          label\n          lines {\n            account\n            debit {\n              cents\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n  }\n}",
  '846a41a58a532239fbd168d67f6c95ae987d4146c9ec6d7552674c741199ee5b':
    "query JournalEntry($id: ID!) {\n  node(id: $id) {\n    __typename\n    ... on JournalEntry {\n      id\n      idSociete\n      effectiveRunMode\n      kind\n      journalCode\n      journalLabel\n      exercise\n      number\n      postedAt\n      hash\n      date\n      pieceReference\n      pieceDate\n      label\n      lines {\n        account\n        accountLabel\n        auxiliary\n        debit {\n          cents\n        }\n        credit {\n          cents\n        }\n      }\n      payment {\n        id\n        reference\n        status\n      }\n      reverses\n      reversedBy\n      reason\n      operator\n      operatorPerson {\n        id\n        name\n      }\n    }\n  }\n}",
  'f14717198225b591ff3e16fdb7aeb7a2a6c1c15be06202fd9a9a5f9eb2756ddd':
    "subscription LedgerVerification {\n  ledgerVerification {\n    payments\n    events\n    isBusy\n    report {\n      holds\n      anchors\n      auditEntries\n      problemCount\n      problems {\n        kind\n        place\n      }\n      unanchored\n      lastAnchor\n      lastAuditAnchor\n    }\n  }\n}",
  '92d1a4262d0a927598d6340012231fe83a0b9ab1919b13328840715235b9ba4c':
    "query MandateDebits($filter: PaymentFilter, $first: Int, $after: String) {\n  payments(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        reference\n        amount {\n          cents\n          currency\n        }\n        status\n        dueDate\n        createdAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  '2334fb10d054d078aac5821d3129e4785da92fd703afdb0a87cd403efad59342':
    "query Mandate($id: ID!) {\n  mandate(id: $id) {\n    id\n    rum\n    ics\n    creditorName\n    idSociete\n    idClient\n    runMode\n    scheme\n    type\n    status\n    debtor {\n      name\n      maskedIban\n      bic\n      address {\n        street\n        buildingNumber\n        postalCode\n        town\n        country\n      }\n    }\n    signature {\n      signedOn\n      place\n      method\n      evidenceDigest\n    }\n    bankConfirmedOn\n    lastCollectedOn\n    lapsesOn\n    hasPendingAmendment\n    endsWithNext\n    formUrl\n    createdAt\n    updatedAt\n    events(first: 100) {\n      edges {\n        node {\n          id\n          type\n          status\n          cause\n          reason\n          fields\n          by\n          byPerson {\n            name\n          }\n          createdAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n}",
  '859ca402572c3cb4cd2f5b366bbdb86051ab8686234507bcdd427e0763b683ad':
    "query Mandates($filter: MandateFilter, $first: Int, $after: String) {\n  mandates(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        rum\n        idSociete\n        idClient\n        scheme\n        type\n        status\n        debtor {\n          name\n          maskedIban\n        }\n        lapsesOn\n        createdAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  'fa21384fd060f289d656030eebc6d57d454ed11727f018734ebaabc6a2cbc9be':
    "mutation MarkBatchSubmitted($input: MarkDirectDebitBatchSubmittedInput!) {\n  markDirectDebitBatchSubmitted(input: $input) {\n    __typename\n    ... on ChangeDirectDebitBatchSuccess {\n      changed\n      batch {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  'ec8cbb1cde66971ac7514983d65fd591c16cc792d454a3eb4073482775f27297':
    "query Me {\n  me {\n    client\n    person {\n      id\n      name\n      login\n    }\n    roles\n    scopes\n    rights\n    runModes\n    societes\n    usableSocietes\n    origins\n    targets\n    refundLimit\n    proofs\n    isConfirmed\n  }\n}",
  '4aaaae4149773de0ffa694f18da28408a7846b92370372d2ff15396df03d93f1':
    "query Overview($runMode: PaymentRunMode!, $created: DayRange!) {\n  byDay: paymentTotals(\n    filter: { runMode: $runMode, created: $created }\n    by: [DAY, STATUS]\n  ) {\n    day\n    status\n    count\n    amount {\n      cents\n    }\n  }\n  byMeans: paymentTotals(\n    filter: { runMode: $runMode, created: $created }\n    by: [TARGET, TYPE, STATUS]\n  ) {\n    paymentTarget\n    paymentType\n    status\n    count\n    amount {\n      cents\n    }\n  }\n}",
  '848097ecf8197db6c1100e00b76e662bbd0f52d3165cd0ac8259b2ced8d626f8':
    "query PaymentDoors($id: ID!) {\n  payment(id: $id) {\n    id\n    legacyUrl\n    graphqlTwin {\n      query\n      variables\n    }\n    bankExceptions {\n      id\n      kind\n      status\n    }\n  }\n}",
  '87d1961439485929c1ab4412148d5921d467b27b932e464eeb6cbdb2a794d9d3':
    "query PaymentEntries($id: ID!) {\n  payment(id: $id) {\n    id\n    journalEntries {\n      id\n      kind\n      journalCode\n      number\n      date\n      label\n      lines {\n        account\n        accountLabel\n        debit {\n          cents\n        }\n        credit {\n          cents\n        }\n      }\n    }\n  }\n}",
  '50c21d185d69111bbc02f48c769ffd28f1fce65d6ad84db37f520272b279d976':
    "query PaymentMessages($id: ID!) {\n  payment(id: $id) {\n    id\n    notifications {\n      id\n      receivedAt\n      outcome\n      reason\n      raw {\n        method\n        fields {\n          name\n          value\n        }\n      }\n    }\n  }\n}",
  '57a206253fefc64485ff4f6d4a6eb9f629acf6eb94117c9d8dec6f1db002ba38':
    "query PaymentTotals($filter: PaymentFilter) {\n  paymentTotals(filter: $filter) {\n    runMode\n    count\n    isExact\n    amount {\n      cents\n    }\n  }\n}",
  '294b36a0f35a8e447053a4bff270189e0d8e9755d6b7fa3fd715413036e0e980':
    "subscription PaymentUpdated($id: ID!, $afterEvent: String) {\n  paymentUpdated(id: $id, afterEvent: $afterEvent) {\n    id\n    type\n    status\n    createdAt\n  }\n}",
  '1860b7448329d7768541be4d31e2145245566a8421ad64298a8434770da87c29':
    "query PaymentWebhooks($id: ID!) {\n  payment(id: $id) {\n    id\n    webhookDeliveries {\n      id\n      endpoint\n      type\n      status\n      createdAt\n      nextAttemptAt\n      body\n      attempts {\n        number\n        outcome\n        statusCode\n        detail\n        createdAt\n      }\n    }\n  }\n}",
  'c19bb892fe4584a6d2b19ad818ecb51dc7466c6d33d65ea5e37699d80b04bdeb':
    "query Payment($id: ID!, $locale: String = \"fr-FR\") {\n  payment(id: $id) {\n    id\n    reference\n    paymentTarget\n    paymentRunMode\n    effectiveRunMode\n    paymentType\n    typePaiement\n    idOrigin\n    idSociete\n    idClient\n    customer {\n      firstName\n      lastName\n    }\n    idCommande\n    client\n    email\n    commentaire\n    amount {\n      cents\n      currency\n    }\n    capture\n    status\n    isFinal\n    paymentUrl\n    createdAt\n    updatedAt\n    expiresAt\n    mandate\n    dueDate\n    payer {\n      firstName\n      lastName\n      address\n      zipCode\n      city\n      country\n      phone\n    }\n    debitFailure {\n      code\n      meaning\n    }\n    availableActions {\n      action\n      available\n      reason(locale: $locale)\n      maximumAmount {\n        cents\n        currency\n      }\n    }\n    waitingApprovals {\n      id\n      kind\n      amount {\n        cents\n      }\n      requestedBy\n      requestedByPerson {\n        id\n        name\n      }\n      expiresAt\n    }\n    operations {\n      id\n      kind\n      status\n      reason\n      amount {\n        cents\n        currency\n      }\n    }\n    refunds {\n      id\n      status\n      reason\n      bankTransaction\n      createdAt\n      amount {\n        cents\n        currency\n      }\n    }\n    events(first: 100) {\n      edges {\n        node {\n          id\n          sequence\n          type\n          status\n          previousStatus\n          cause\n          reason\n          bankTransaction\n          bankStatus\n          bankCode\n          dueDate\n          createdAt\n          actor\n          actorPerson {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n}",
  '2cd895ef87115e0bba195bc5028c934d2135c40785e8903e01fa42cda59444ed':
    "query PaymentsToAssign($text: String!, $runModes: [PaymentRunMode!]) {\n  search(text: $text, first: 20, runModes: $runModes) {\n    hits {\n      node {\n        __typename\n        ... on Payment {\n          id\n          reference\n          status\n          paymentType\n          idSociete\n          idClient\n          customer {\n            firstName\n            lastName\n          }\n          idCommande\n          payer {\n            firstName\n            lastName\n          }\n          createdAt\n          amount {\n            cents\n          }\n        }\n      }\n    }\n  }\n}",
  '8ace75cdb2042469722d51e53b9b6789274f18dae2fa152dc17420c9a7a5ed5c':
    "query Payments($filter: PaymentFilter, $first: Int, $after: String, $sort: PaymentSort) {\n  payments(filter: $filter, first: $first, after: $after, sort: $sort) {\n    edges {\n      node {\n        id\n        reference\n        paymentTarget\n        paymentType\n        effectiveRunMode\n        idSociete\n        idOrigin\n        idClient\n        customer {\n          firstName\n          lastName\n        }\n        idCommande\n        amount {\n          cents\n          currency\n        }\n        status\n        isFinal\n        createdAt\n        dueDate\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  'cf56becd7ad1328202a27b0a20c9b4af6c4df657f3531c2af073a768066bde65':
    "query People($first: Int, $after: String) {\n  people(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        name\n        login\n        issuer\n        roles\n        status\n        createdAt\n        signedInAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  '3022ee0149bf4d06f5a7024637ce1caf0734cd54833d51293fcc9b2ac08fba4d':
    "mutation PingWebhookEndpoint($input: PingWebhookEndpointInput!) {\n  pingWebhookEndpoint(input: $input) {\n    __typename\n    ... on PingWebhookEndpointSuccess {\n      outcome\n      statusCode\n      detail\n      durationMs\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  'a3e2cd33e7bf6cfe3c37c9ff79ad66843cb8096583a59bb4a2fa31b43209378b':
    "query PreviewBatch($input: PreviewDirectDebitBatchInput!) {\n  previewDirectDebitBatch(input: $input) {\n    __typename\n    ... on PreviewDirectDebitBatchSuccess {\n      schemes {\n        scheme\n        debits\n        total {\n          cents\n        }\n        moreIsDue\n        heldBack {\n          paymentId\n          reference\n          reason\n        }\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  'ccd8cbb0d6db84db622948f869c4ba969d146c921f5b7cc1d6c314c9bf761e26':
    "mutation RecordCheque($input: InitiatePaymentInput!) {\n  initiatePayment(input: $input) {\n    __typename\n    ... on InitiatePaymentSuccess {\n      payment {\n        id\n        reference\n        idClient\n        amount {\n          cents\n        }\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  'e332e346752cdcb1f4521a3b35b6b2f6e4fa1dfccf02032b46ef9b58586b89ad':
    "mutation RefreshPayment($id: ID!) {\n  refreshPayment(id: $id) {\n    __typename\n    ... on RefreshPaymentSuccess {\n      changed\n      payment {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '020f821f5ffdff24f02815f1ca764ad6af279776850c241147af068c3cfec64f':
    "mutation RefundPayment($input: RefundPaymentInput!) {\n  refundPayment(input: $input) {\n    __typename\n    ... on RefundPaymentSuccess {\n      refund {\n        id\n        status\n        reason\n      }\n    }\n    ...RefusalParts\n    ... on ApprovalRequiredError {\n      approval {\n        id\n        expiresAt\n      }\n    }\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  'da176b97ace951b62194e8430495c09600d52940069467a3fa17404230b7823b':
    "query Refusals($filter: PaymentFilter!) {\n  payments(filter: $filter, first: 100) {\n    edges {\n      node {\n        paymentTarget\n        paymentType\n        attempts {\n          number\n          bankCode\n        }\n        debitFailure {\n          code\n          meaning\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n    }\n  }\n}",
  'ed07a0fb1deeac5d6c5cece8355cc0254b9095d3b8698ea99cd1428e61c27069':
    "mutation RejectBankFile($input: RejectBankFileInput!) {\n  rejectBankFile(input: $input) {\n    __typename\n    ... on RejectBankFileSuccess {\n      bankFile {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '689eed42e9648f455fe054e1da8247a47fd3b0f52ef4f97291a0ed3bc473c0a1':
    "mutation RemoveCustomer($input: RemoveCustomerInput!) {\n  removeCustomer(input: $input) {\n    __typename\n    ... on RemoveCustomerSuccess {\n      removed\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '716b68686294b252498e7fee83792b47676ba0a084d3f0462fa69cdd1979123c':
    "mutation RemoveSavedView($id: ID!) {\n  removeSavedView(id: $id) {\n    __typename\n    ... on SavedViewSuccess {\n      view {\n        id\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n  }\n}",
  '23298099e1fbb5a8c5f5069cb4c6b0f7149411d6703a29f1a0a99b7426cb326e':
    "mutation ReplayNotification($input: ReplayNotificationInput!) {\n  replayNotification(input: $input) {\n    __typename\n    ... on ReplayNotificationSuccess {\n      notification {\n        id\n        outcome\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  'f4aaa0b1b3d32c5de982ee79313eaf8f163ffbe1da7368cf9d6054f0724b91de':
    "mutation ReplayWebhookDelivery($input: ReplayWebhookDeliveryInput!) {\n  replayWebhookDelivery(input: $input) {\n    __typename\n    ... on ReplayWebhookDeliverySuccess {\n      delivery {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '611084fa72b61930b99deee69d9a69158db3921a6a5c07d88513039ae8dc73fb':
    "mutation ReplayWebhooks($input: ReplayWebhooksInput!) {\n  replayWebhooks(input: $input) {\n    __typename\n    ... on ReplayWebhooksSuccess {\n      replayed\n      isMore\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '109ec06e803b3d515631ddc687cdc6912d1762d678de8a00136cb5e31fb590dd':
    "query RequestLog($client: String, $route: String, $failed: Boolean) {\n  requestLog(first: 100, client: $client, route: $route, failed: $failed) {\n    id\n    at\n    method\n    route\n    client\n    status\n    isAborted\n    durationMs\n  }\n}",
  '23762b3f8e7410e2a60a5e60ae621ab11ab5bb33d410c4f396f056e39d664ad4':
    "mutation ResolveBankException($input: ResolveBankExceptionInput!) {\n  resolveBankException(input: $input) {\n    __typename\n    ... on ResolveBankExceptionSuccess {\n      exception {\n        id\n        status\n      }\n      payment {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  'fe9bf41bcbc0132e8c2252711d5c56dbcb1601a4b3cad96a3de6152ee6005a32':
    "mutation ResumeMandate($input: ResumeMandateInput!) {\n  resumeMandate(input: $input) {\n    __typename\n    ... on ChangeMandateSuccess {\n      changed\n      mandate {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '37454f9f769e3e2317638467c66a343e7df623fa1668f976962676014e16f591':
    "mutation ReverseJournalEntry($input: ReverseJournalEntryInput!) {\n  reverseJournalEntry(input: $input) {\n    __typename\n    ... on ReverseJournalEntrySuccess {\n      entry {\n        id\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  'c22818a81ea6f45d70cdf073d1f18a72506bd18d2318596d0988afe09345b523':
    "mutation ReviewPayment($input: ReviewPaymentInput!) {\n  reviewPayment(input: $input) {\n    __typename\n    ... on ReviewPaymentSuccess {\n      payment {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n    ... on ApprovalRequiredError {\n      approval {\n        id\n        expiresAt\n      }\n    }\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '409ff96fc373584cc84500da5ba1110e7eca39cf5b612ad1cf907d92d48de59f':
    "mutation RevokeMandate($input: StopMandateInput!) {\n  revokeMandate(input: $input) {\n    __typename\n    ... on ChangeMandateSuccess {\n      changed\n      mandate {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '9fc68064433477308853244506047eddd071fea9976ad3a7206c10750607b61f':
    "query SameWeekdays($runMode: PaymentRunMode!, $created: DayRange!) {\n  paymentTotals(\n    filter: { runMode: $runMode, created: $created }\n    by: [DAY, STATUS]\n  ) {\n    day\n    status\n    count\n    amount {\n      cents\n    }\n  }\n}",
  '1867bacfe80e8d8ce9623ae49e3984a95c39edd7bef3f596135ea89cc00745ea':
    "query SavedViews($page: ConsolePage) {\n  savedViews(page: $page) {\n    id\n    name\n    page\n    search\n    isShared\n    isMine\n    owner {\n      id\n      name\n    }\n  }\n}",
  '58c47b612e084d28e579c76f8a200d18315fefe28ceea1f5357b0c72f57ab8fc':
    "query Search($text: String!, $first: Int, $runModes: [PaymentRunMode!]) {\n  search(text: $text, first: $first, runModes: $runModes) {\n    hasMore\n    isComplete\n    hits {\n      matched\n      node {\n        __typename\n        ... on Payment {\n          id\n          reference\n          status\n          idSociete\n          idClient\n          customer {\n            firstName\n            lastName\n          }\n          idCommande\n          createdAt\n          payer {\n            firstName\n            lastName\n          }\n          amount {\n            cents\n            currency\n          }\n        }\n        ... on Mandate {\n          id\n          rum\n          mandateStatus: status\n          idSociete\n          idClient\n          createdAt\n        }\n        ... on Customer {\n          idSociete\n          idClient\n          firstName\n          lastName\n          city\n        }\n        ... on BankException {\n          id\n          exceptionStatus: status\n          idSociete\n          bookedOn\n          amount {\n            cents\n            currency\n          }\n          payment {\n            id\n          }\n        }\n        ... on DirectDebitBatch {\n          id\n          messageId\n          idSociete\n          createdAt\n          total {\n            cents\n            currency\n          }\n        }\n        ... on JournalEntry {\n          id\n          label\n          date\n          idSociete\n          payment {\n            id\n          }\n        }\n        ... on WebhookDelivery {\n          id\n          eventName: type\n          createdAt\n          payment {\n            id\n          }\n        }\n      }\n    }\n  }\n}",
  '2a90522fd1d73648ad565a74b0d1cb8260fa4f4655b2d3e6d8fed7062cbb4e0c':
    "query Sessions($person: ID) {\n  sessions(person: $person) {\n    id\n    method\n    device\n    createdAt\n    seenAt\n    endsAt\n    endsAtLatest\n    isThis\n  }\n}",
  'e2f07cb05685eea3b2e62dbf2f580741e7e4d9533f09d05d31a0e4c3d6b0302b':
    "query Settings {\n  settings {\n    json\n    remarks\n  }\n}",
  'd901e858de52af746cafc63a9c79a834fd8507adc08393af68dcc0d639dc3018':
    "mutation ShowIban($input: ShowIbanInput!) {\n  showIban(input: $input) {\n    __typename\n    ... on ShowIbanSuccess {\n      iban\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '3c0590d8cb7a9379a83ca1765a64bcc26296d8af4567d8703f5ff043851d885d':
    "mutation SignMandate($input: SignMandateInput!) {\n  signMandate(input: $input) {\n    __typename\n    ... on ChangeMandateSuccess {\n      changed\n      mandate {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '18ede42b7217467c72477ee71f40c01db7d1e4f63659c9b0eac8d4d2f85c6efd':
    "query StatementCalendar($runMode: PaymentRunMode!, $from: Date!, $to: Date!) {\n  statementCalendar(runMode: $runMode, from: $from, to: $to) {\n    __typename\n    ... on StatementCalendars {\n      accounts {\n        maskedIban\n        societes\n        isUnbroken\n        lastDay\n        days {\n          day\n          state\n          statements {\n            number\n            follows\n          }\n        }\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n    }\n  }\n}",
  'aeea995231f09c60c905c900489938b551a359b3ec1e268ac063fd8bbbbcf9b7':
    "mutation SuspendMandate($input: StopMandateInput!) {\n  suspendMandate(input: $input) {\n    __typename\n    ... on ChangeMandateSuccess {\n      changed\n      mandate {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '8cecb063c943df0a34563f84ba363485682b95e1a543fff3bc7d57d88bafe93e':
    "query Suspense($idSociete: String!, $runMode: PaymentRunMode!) {\n  suspense(idSociete: $idSociete, runMode: $runMode) {\n    __typename\n    ... on Suspense {\n      isMore\n      total {\n        cents\n      }\n      money {\n        remaining {\n          cents\n        }\n        counterparty\n        text\n        bankException\n        entry {\n          id\n          date\n          pieceReference\n          label\n        }\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n  }\n}",
  'ba5c03afd02ffdae710353dff2b154edb8c40fa11699a5c235e5e364445bec47':
    "query TrialBalance($idSociete: String!, $runMode: PaymentRunMode!, $from: Date!, $to: Date!) {\n  trialBalance(idSociete: $idSociete, runMode: $runMode, from: $from, to: $to) {\n    __typename\n    ... on TrialBalance {\n      from\n      to\n      isComplete\n      accounts {\n        account\n        accountLabel\n        debit {\n          cents\n        }\n        credit {\n          cents\n        }\n        balance {\n          cents\n        }\n      }\n      debit {\n        cents\n      }\n      credit {\n        cents\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n  }\n}",
  'da13593a8bdb0607ccf930eece277f6060a739b396e8fc077438e12a65f72e87':
    "mutation UpsertCustomer($input: UpsertCustomerInput!) {\n  upsertCustomer(input: $input) {\n    __typename\n    ... on UpsertCustomerSuccess {\n      change\n      customer {\n        idSociete\n        idClient\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '49e1a0179fb13655e4b16fe5eefe4a943a7b5298dee17f49e4f0ebadf1ca5bfc':
    "query WebhookDeliveries($filter: WebhookDeliveryFilter, $first: Int, $after: String) {\n  webhookDeliveries(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        client\n        endpoint\n        type\n        status\n        createdAt\n        nextAttemptAt\n        payment {\n          id\n          reference\n        }\n        attempts {\n          number\n          outcome\n          statusCode\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  '81fe1b99180d6e9997d93821de9ec402ad27ffe01036da958e4923bc7583bfb6':
    "query WebhookDelivery($id: ID!) {\n  node(id: $id) {\n    __typename\n    ... on WebhookDelivery {\n      id\n      client\n      endpoint\n      type\n      status\n      eventId\n      body\n      createdAt\n      nextAttemptAt\n      settledAt\n      payment {\n        id\n        reference\n        status\n        effectiveRunMode\n      }\n      attempts {\n        number\n        outcome\n        statusCode\n        detail\n        durationMs\n        createdAt\n      }\n      actions {\n        id\n        actor\n        actorPerson {\n          id\n          name\n        }\n        createdAt\n      }\n    }\n  }\n}",
  'ac891d14620575fe28ee79b1b6748d4bfc9a2dcf08e00d3367cf35e1fa9d6964':
    "query WebhookEndpoints {\n  webhookEndpoints {\n    client\n    name\n    url\n    events\n    state\n    lastSuccessAt\n    lastFailureAt\n    failingSince\n    pausedUntil\n    waitingCount\n    oldestWaitingAt\n  }\n}",
  '6c8878941052e730c338fd3b354573f3483058a4af055b800e8230514a69d7d9':
    "mutation WithdrawApproval($input: WithdrawApprovalInput!) {\n  withdrawApproval(input: $input) {\n    __typename\n    ... on WithdrawApprovalSuccess {\n      approval {\n        id\n        status\n      }\n    }\n    ...RefusalParts\n  }\n}\n\nfragment RefusalParts on PaymentError {\n  code\n  message\n  path\n  retryAdvice\n  requestId\n  ... on InvalidInputError {\n    issues {\n      path\n      message\n    }\n  }\n}",
  '890dca28c58086bc3265e6ecd85e62a7a672918b8c60ceed768f95c3238a5bb1':
    "query Workload($runMode: PaymentRunMode!) {\n  workload(runMode: $runMode) {\n    paymentsInReview\n    transfersAwaited\n    operationsInDoubt\n    approvalsWaiting\n    bankFilesWaiting\n    bankExceptions {\n      kind\n      count\n    }\n    mandatesLapsing\n    debitsWaiting\n    debitsOverdue\n    webhooksDead\n  }\n}",
};

/** The hash of each operation. */
export const consoleOperations = {
  'AccountingExercises':
    "07b85a00afc8f1dbf49da6b67a6faeca72d3b1b97ba594b9f0787160ec06210b",
  'ActivateMandate':
    "78a7edd53911859719e2ba1b02d594e10a14be3b2cea58fa0f7269944729d99d",
  'AmendMandate':
    "00d71a1e52b80a286eb0e398f5b8b052ca1621b74f68aa8effc3894b1a0a0fa5",
  'Approvals':
    "b7ce36d4ebfb3870c3a6498717b4015e5042dd4a79e98b3ba8577a79c2436474",
  'AuditEntries':
    "68b1bd5a976dd34b3f4d5c7b6b46a5f536776ec3163049b9ffcc60cea40b1a24",
  'AwaitedTransfers':
    "833ba7a9510ae79a3d3dd7aabd102a8134e05ef29ab2e1254976aa4f51cb72f2",
  'BankFileEntries':
    "fab4abe2189fc5991b82bb4302421db3b1d84b0299333cdd4ce1c087cee24219",
  'BankFile':
    "62e6a29f58ba805d8e6fd4ce81b4cff55eff9f315170a869204b80fd1ef0e602",
  'BankFiles':
    "076e840e9a0b8a4d528e3da4f172a28098450970248ed223f8706d1116fa4b3f",
  'BankReconciliation':
    "39b9456ae6ab14373c5cd069f9adf5a824f885c5fc66c59ef2e07bbbf2db5e0b",
  'BatchDebits':
    "c800ae3a8adb720b06b63f639cdba736fece1c0e8aca5a1fd7e63e3710ba5678",
  'Batch':
    "4cca9d1f0b0f7df4421ab7b239fac2dfe8642df4c994bd72f4865505b531dd9b",
  'CancelBatch':
    "a022955bcd78c21483cba8589e2386775d0ab65335cc5f937bad0a95b5ae517f",
  'CancelPayment':
    "179c407a8ddf7c51629411d82b943145636e3e29124745ff4a9b3b024bb8ea31",
  'CapturePayment':
    "0dfc89be8245bd46fbad908136c866cfcbd416d8867debd242036e0329a0048b",
  'Changes':
    "5b680705e926aacaa9e68c4bce86128f5a4c0a9c2891cf3d9ba79fd50efcb993",
  'ConfirmBankFile':
    "f7df1b7d4f8a20301e9a929b238af5c8d874c744c2d0955e1a4de11e047d92f3",
  'CreateBatch':
    "15b1de05070542b4270184c4b9bd26a19dbb8a7e4cd5516fc76e366f43e97c0a",
  'CreateMandate':
    "f3f7a712667b1e5e622e45a0ad5481a0f4912ba80118cf227fdbdaa7e3991502",
  'CreateSavedView':
    "807f5c7fc2d753bfa540eb7580aedd7ddc5831dc4497273c02840c43e8fdd77f",
  'CustomerMandates':
    "83a41f509a9e32dc80cfbe1fc76c39f1a6bbedfd68260de214ac6dd3b7ed9143",
  'CustomerPayments':
    "496487c52943479a27423ab6e945b4eaf4b338ded413174a24170d7042956521",
  'Customer':
    "48ee8586e987f311c09478b5c681c96c62d0b2cbf36e0d19ff684c2658c26743",
  'Customers':
    "fe6d5b34f5be8100150070a022c1170abb5ff8e5c23602426830df5fb9c89074",
  'DecideApproval':
    "2fe0b6a0a659005ef17e726b7f2630a83971125d8bc8135070dcf1f8774f71c9",
  'DirectDebitBatches':
    "77fdc2f9efe5fd2071f6e860ce1464bfade7b378f40835620ed6a14e1dd9a1d6",
  'DirectDebitCalendar':
    "b9b9d923b64bb2dba8b33f523cf400e277266114547724d91d7fd6f06f7005aa",
  'EndSession':
    "ef180cc36781fd17be58ed7925a9e537152c5ef65656a9015507f417c62a2aa9",
  'EndSessions':
    "77de665ded9d7d6aa4d26ff12ad0c2b858f7e8bbb815010d00cc0775fe637c9f",
  'Exception':
    "1d4d32eccd0b1087c50ce06a8d133b91f0d9ddde11bfc6f229abb14ffec5f722",
  'Exceptions':
    "2b4a7e3daf64bdee8ef6732b2f89964782382db656f1cd9b60218df2dd12f7d8",
  'ExplainUrl':
    "357208d905b1f315d7d494ff3908dd65622340dc52fd05c67832917fb625aa56",
  'Health':
    "e9cfe6a27b733ce7ce8bae3a18064102d2620d9e455fb361d6da2689108f6243",
  'ImportCustomers':
    "7a5c4e6699075d60093066d1acf3f56d0776851e4092292e323a8421b9d9b3ff",
  'JournalEntries':
    "042955e93312749f88eb8265abb1a8a59c3eff3cd68edeb6e8c9fd09039c093a",
  'JournalEntry':
    "846a41a58a532239fbd168d67f6c95ae987d4146c9ec6d7552674c741199ee5b",
  'LedgerVerification':
    "f14717198225b591ff3e16fdb7aeb7a2a6c1c15be06202fd9a9a5f9eb2756ddd",
  'MandateDebits':
    "92d1a4262d0a927598d6340012231fe83a0b9ab1919b13328840715235b9ba4c",
  'Mandate':
    "2334fb10d054d078aac5821d3129e4785da92fd703afdb0a87cd403efad59342",
  'Mandates':
    "859ca402572c3cb4cd2f5b366bbdb86051ab8686234507bcdd427e0763b683ad",
  'MarkBatchSubmitted':
    "fa21384fd060f289d656030eebc6d57d454ed11727f018734ebaabc6a2cbc9be",
  'Me':
    "ec8cbb1cde66971ac7514983d65fd591c16cc792d454a3eb4073482775f27297",
  'Overview':
    "4aaaae4149773de0ffa694f18da28408a7846b92370372d2ff15396df03d93f1",
  'PaymentDoors':
    "848097ecf8197db6c1100e00b76e662bbd0f52d3165cd0ac8259b2ced8d626f8",
  'PaymentEntries':
    "87d1961439485929c1ab4412148d5921d467b27b932e464eeb6cbdb2a794d9d3",
  'PaymentMessages':
    "50c21d185d69111bbc02f48c769ffd28f1fce65d6ad84db37f520272b279d976",
  'PaymentTotals':
    "57a206253fefc64485ff4f6d4a6eb9f629acf6eb94117c9d8dec6f1db002ba38",
  'PaymentUpdated':
    "294b36a0f35a8e447053a4bff270189e0d8e9755d6b7fa3fd715413036e0e980",
  'PaymentWebhooks':
    "1860b7448329d7768541be4d31e2145245566a8421ad64298a8434770da87c29",
  'Payment':
    "c19bb892fe4584a6d2b19ad818ecb51dc7466c6d33d65ea5e37699d80b04bdeb",
  'PaymentsToAssign':
    "2cd895ef87115e0bba195bc5028c934d2135c40785e8903e01fa42cda59444ed",
  'Payments':
    "8ace75cdb2042469722d51e53b9b6789274f18dae2fa152dc17420c9a7a5ed5c",
  'People':
    "cf56becd7ad1328202a27b0a20c9b4af6c4df657f3531c2af073a768066bde65",
  'PingWebhookEndpoint':
    "3022ee0149bf4d06f5a7024637ce1caf0734cd54833d51293fcc9b2ac08fba4d",
  'PreviewBatch':
    "a3e2cd33e7bf6cfe3c37c9ff79ad66843cb8096583a59bb4a2fa31b43209378b",
  'RecordCheque':
    "ccd8cbb0d6db84db622948f869c4ba969d146c921f5b7cc1d6c314c9bf761e26",
  'RefreshPayment':
    "e332e346752cdcb1f4521a3b35b6b2f6e4fa1dfccf02032b46ef9b58586b89ad",
  'RefundPayment':
    "020f821f5ffdff24f02815f1ca764ad6af279776850c241147af068c3cfec64f",
  'Refusals':
    "da176b97ace951b62194e8430495c09600d52940069467a3fa17404230b7823b",
  'RejectBankFile':
    "ed07a0fb1deeac5d6c5cece8355cc0254b9095d3b8698ea99cd1428e61c27069",
  'RemoveCustomer':
    "689eed42e9648f455fe054e1da8247a47fd3b0f52ef4f97291a0ed3bc473c0a1",
  'RemoveSavedView':
    "716b68686294b252498e7fee83792b47676ba0a084d3f0462fa69cdd1979123c",
  'ReplayNotification':
    "23298099e1fbb5a8c5f5069cb4c6b0f7149411d6703a29f1a0a99b7426cb326e",
  'ReplayWebhookDelivery':
    "f4aaa0b1b3d32c5de982ee79313eaf8f163ffbe1da7368cf9d6054f0724b91de",
  'ReplayWebhooks':
    "611084fa72b61930b99deee69d9a69158db3921a6a5c07d88513039ae8dc73fb",
  'RequestLog':
    "109ec06e803b3d515631ddc687cdc6912d1762d678de8a00136cb5e31fb590dd",
  'ResolveBankException':
    "23762b3f8e7410e2a60a5e60ae621ab11ab5bb33d410c4f396f056e39d664ad4",
  'ResumeMandate':
    "fe9bf41bcbc0132e8c2252711d5c56dbcb1601a4b3cad96a3de6152ee6005a32",
  'ReverseJournalEntry':
    "37454f9f769e3e2317638467c66a343e7df623fa1668f976962676014e16f591",
  'ReviewPayment':
    "c22818a81ea6f45d70cdf073d1f18a72506bd18d2318596d0988afe09345b523",
  'RevokeMandate':
    "409ff96fc373584cc84500da5ba1110e7eca39cf5b612ad1cf907d92d48de59f",
  'SameWeekdays':
    "9fc68064433477308853244506047eddd071fea9976ad3a7206c10750607b61f",
  'SavedViews':
    "1867bacfe80e8d8ce9623ae49e3984a95c39edd7bef3f596135ea89cc00745ea",
  'Search':
    "58c47b612e084d28e579c76f8a200d18315fefe28ceea1f5357b0c72f57ab8fc",
  'Sessions':
    "2a90522fd1d73648ad565a74b0d1cb8260fa4f4655b2d3e6d8fed7062cbb4e0c",
  'Settings':
    "e2f07cb05685eea3b2e62dbf2f580741e7e4d9533f09d05d31a0e4c3d6b0302b",
  'ShowIban':
    "d901e858de52af746cafc63a9c79a834fd8507adc08393af68dcc0d639dc3018",
  'SignMandate':
    "3c0590d8cb7a9379a83ca1765a64bcc26296d8af4567d8703f5ff043851d885d",
  'StatementCalendar':
    "18ede42b7217467c72477ee71f40c01db7d1e4f63659c9b0eac8d4d2f85c6efd",
  'SuspendMandate':
    "aeea995231f09c60c905c900489938b551a359b3ec1e268ac063fd8bbbbcf9b7",
  'Suspense':
    "8cecb063c943df0a34563f84ba363485682b95e1a543fff3bc7d57d88bafe93e",
  'TrialBalance':
    "ba5c03afd02ffdae710353dff2b154edb8c40fa11699a5c235e5e364445bec47",
  'UpsertCustomer':
    "da13593a8bdb0607ccf930eece277f6060a739b396e8fc077438e12a65f72e87",
  'WebhookDeliveries':
    "49e1a0179fb13655e4b16fe5eefe4a943a7b5298dee17f49e4f0ebadf1ca5bfc",
  'WebhookDelivery':
    "81fe1b99180d6e9997d93821de9ec402ad27ffe01036da958e4923bc7583bfb6",
  'WebhookEndpoints':
    "ac891d14620575fe28ee79b1b6748d4bfc9a2dcf08e00d3367cf35e1fa9d6964",
  'WithdrawApproval':
    "6c8878941052e730c338fd3b354573f3483058a4af055b800e8230514a69d7d9",
  'Workload':
    "890dca28c58086bc3265e6ecd85e62a7a672918b8c60ceed768f95c3238a5bb1",
} as const;
