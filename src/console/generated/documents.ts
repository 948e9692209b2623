/** Written by `npm run codegen` from `console/operations`. Text of each document, by its SHA-256. */
export const consoleDocuments: Readonly<Record<string, string>> = {
  '07b85a00afc8f1dbf49da6b67a6faeca72d3b1b97ba594b9f0787160ec06210b':
    "query AccountingExercises($idSociete: String!, $runMode: PaymentRunMode!) {\n  accountingExercises(idSociete: $idSociete, runMode: $runMode) {\n    __typename\n    ... on AccountingExercises {\n      exercises {\n        year\n        from\n        to\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n  }\n}",
  'bb1f298e99486a62afea44ca2a83f96f589786e6ffeeeb4f37aa50957bca3de7':
    "mutation ActivateMandate($input: ActivateMandateInput!) {\n  activateMandate(input: $input) {\n    __typename\n    ... on ChangeMandateSuccess {\n      changed\n      mandate {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '392ed659f2b9b2ab221609cc894bd5cd4664ba9cc61732a3e5421292699a17d1':
    "mutation AmendMandate($input: AmendMandateInput!) {\n  amendMandate(input: $input) {\n    __typename\n    ... on ChangeMandateSuccess {\n      changed\n      mandate {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n    ... on ApprovalRequiredError {\n      approval {\n        id\n        expiresAt\n      }\n    }\n  }\n}",
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
  '10bb0b522109b45af225f69f24f6859a3b232c63f518e0bd312316fb2713b9b1':
    "mutation CancelBatch($input: CancelDirectDebitBatchInput!) {\n  cancelDirectDebitBatch(input: $input) {\n    __typename\n    ... on ChangeDirectDebitBatchSuccess {\n      changed\n      batch {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  'e3237a715d990dbdac94ecd1bcacd08d0a68f349dab9dbbe0158dadb2f1f564e':
    "mutation CancelPayment($input: CancelPaymentInput!) {\n  cancelPayment(input: $input) {\n    __typename\n    ... on CancelPaymentSuccess {\n      payment {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '5bee92f2b96fa92103584a3d2d54350734b47a7642f038cd34cb73e777c962d7':
    "mutation CapturePayment($input: CapturePaymentInput!) {\n  capturePayment(input: $input) {\n    __typename\n    ... on CapturePaymentSuccess {\n      payment {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  'a18ba31c1b952ab9d8b5f788f39f940f6f392bd5d66344cf1864a0da27d22daf':
    "mutation ChangeSavedView($input: ChangeSavedViewInput!) {\n  changeSavedView(input: $input) {\n    __typename\n    ... on SavedViewSuccess {\n      view {\n        id\n        name\n        search\n        isShared\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n  }\n}",
  '5b680705e926aacaa9e68c4bce86128f5a4c0a9c2891cf3d9ba79fd50efcb993':
    "subscription Changes($topics: [ChangeTopic!]!) {\n  changes(topics: $topics) {\n    at\n    topics {\n      topic\n      ids\n      count\n    }\n  }\n}",
  'af92e33ebce59a8a71f716d2796e3bd28816b9382c09ddf84a9bbbc86c131d7a':
    "mutation ConfirmBankFile($input: ConfirmBankFileInput!) {\n  confirmBankFile(input: $input) {\n    __typename\n    ... on ConfirmBankFileSuccess {\n      bankFile {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  'e780832a31d9daecd81e823541aaa53c274bab4c52cab8cf4c9ade5636afce76':
    "mutation CreateBatch($input: CreateDirectDebitBatchInput!) {\n  createDirectDebitBatch(input: $input) {\n    __typename\n    ... on CreateDirectDebitBatchSuccess {\n      moreIsDue\n      batches {\n        id\n        scheme\n        debits\n        total {\n          cents\n        }\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '1e6da5896ea83bf9a5540696dbc68494b016000ec47a5f3b7a1e005b0d1b9b98':
    "mutation CreateMandate($input: CreateMandateInput!) {\n  createMandate(input: $input) {\n    __typename\n    ... on CreateMandateSuccess {\n      mandate {\n        id\n        rum\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
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
  '8bf937b09ff54605eacd7c7ee8a441c7efb7d545524652fa694d7b5ecee55b6d':
    "mutation DecideApproval($input: DecideApprovalInput!) {\n  decideApproval(input: $input) {\n    __typename\n    ... on DecideApprovalSuccess {\n      approval {\n        id\n        status\n        refund {\n          id\n          status\n        }\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '77fdc2f9efe5fd2071f6e860ce1464bfade7b378f40835620ed6a14e1dd9a1d6':
    "query DirectDebitBatches($filter: DirectDebitBatchFilter, $first: Int, $after: String) {\n  directDebitBatches(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        messageId\n        idSociete\n        scheme\n        cutOff\n        status\n        debits\n        total {\n          cents\n        }\n        file {\n          firstDownloadedAt\n        }\n        createdAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  'e00a0e61c05a7d949ada547194fe78abce28b0d9a739e4386ecad84cd1c28b76':
    "query DirectDebitCalendar($idSociete: String!, $runMode: PaymentRunMode!) {\n  directDebitCalendar(idSociete: $idSociete, runMode: $runMode) {\n    __typename\n    ... on DirectDebitCalendar {\n      days {\n        dueDate\n        scheme\n        debits\n        total {\n          cents\n        }\n        fileFrom\n        fileUntil\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '5ec3ae19751a092b359568b302ff81cd29e6647b89a1c4abb2d7094c6ff770cb':
    "mutation EndSession($id: ID!) {\n  endSession(id: $id) {\n    __typename\n    ... on EndSessionsSuccess {\n      ended\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n  }\n}",
  '58cfefe273157b9fdc1cb69b6c7d665aa0a0a774f44c497274daa5e3a470e926':
    "mutation EndSessions($person: ID, $keepThis: Boolean) {\n  endSessions(person: $person, keepThis: $keepThis) {\n    __typename\n    ... on EndSessionsSuccess {\n      ended\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n  }\n}",
  '1d4d32eccd0b1087c50ce06a8d133b91f0d9ddde11bfc6f229abb14ffec5f722':
    "query Exception($id: ID!) {\n  node(id: $id) {\n    __typename\n    ... on BankException {\n      id\n      kind\n      status\n      idSociete\n      runMode\n      amount {\n        cents\n      }\n      isCredit\n      bookedOn\n      reasonCode\n      reasonMeaning\n      isInSuspense\n      openedAt\n      counterparty\n      counterpartyMaskedIban\n      ultimateCounterparty\n      remittance\n      endToEndId\n      mandateReference\n      differsIn\n      resolution\n      resolvedBy\n      resolvedByPerson {\n        id\n        name\n      }\n      resolutionReason\n      resolvedAt\n      bankFile {\n        id\n        name\n      }\n      payment {\n        id\n        reference\n        status\n        paymentType\n        idSociete\n        idClient\n        customer {\n          firstName\n          lastName\n        }\n        idCommande\n        payer {\n          firstName\n          lastName\n        }\n        createdAt\n        amount {\n          cents\n        }\n      }\n      countedPayment {\n        id\n        reference\n        status\n        paymentType\n        idSociete\n        idClient\n        customer {\n          firstName\n          lastName\n        }\n        idCommande\n        payer {\n          firstName\n          lastName\n        }\n        createdAt\n        amount {\n          cents\n        }\n      }\n      candidates {\n        agrees\n        payment {\n          id\n          reference\n          status\n          paymentType\n          idSociete\n          idClient\n          customer {\n            firstName\n            lastName\n          }\n          idCommande\n          payer {\n            firstName\n            lastName\n          }\n          createdAt\n          amount {\n            cents\n          }\n        }\n      }\n    }\n  }\n}",
  '2b4a7e3daf64bdee8ef6732b2f89964782382db656f1cd9b60218df2dd12f7d8':
    "query Exceptions($filter: BankExceptionFilter, $first: Int, $after: String) {\n  bankExceptions(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        kind\n        status\n        idSociete\n        amount {\n          cents\n        }\n        isCredit\n        bookedOn\n        counterparty\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  '357208d905b1f315d7d494ff3908dd65622340dc52fd05c67832917fb625aa56':
    "query ExplainUrl($url: String!, $client: String) {\n  explainUrl(url: $url, client: $client) {\n    __typename\n    ... on UrlExplanation {\n      effect\n      effectiveRunMode\n      fields {\n        name\n        value\n        from\n      }\n      refusal {\n        status\n        code\n        message\n        fields {\n          name\n          message\n        }\n      }\n      payment {\n        id\n        reference\n        status\n      }\n      graphqlTwin {\n        query\n        variables\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  'e9cfe6a27b733ce7ce8bae3a18064102d2620d9e455fb361d6da2689108f6243':
    "query Health {\n  health {\n    isReady\n    reason\n    version\n    configDigest\n  }\n}",
  '658d86df0764e3139429f6c3164ad81a5ef54d74adcf232f237e09be361fa4b5':
    "mutation ImportCustomers($input: ImportCustomersInput!) {\n  importCustomers(input: $input) {\n    __typename\n    ... on ImportCustomersSuccess {\n      rows {\n        change\n        issues {\n          path\n          message\n        }\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
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
  'e194038d2d022d3d8deabe90074db0997d82f62c027a3d89a2a88f5747e3f54c':
    "mutation MarkBatchSubmitted($input: MarkDirectDebitBatchSubmittedInput!) {\n  markDirectDebitBatchSubmitted(input: $input) {\n    __typename\n    ... on ChangeDirectDebitBatchSuccess {\n      changed\n      batch {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
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
  '9afacfd3b0f0e3f4215b4b0cc192a76b8bba0a1e9dbe1cf3fdf0b66a5e72fce0':
    "mutation PingWebhookEndpoint($input: PingWebhookEndpointInput!) {\n  pingWebhookEndpoint(input: $input) {\n    __typename\n    ... on PingWebhookEndpointSuccess {\n      outcome\n      statusCode\n      detail\n      durationMs\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  'eab2cda5f69c68a612688304239c7af93cf1e4708c4ffa374336dd2e506546d4':
    "query PreviewBatch($input: PreviewDirectDebitBatchInput!) {\n  previewDirectDebitBatch(input: $input) {\n    __typename\n    ... on PreviewDirectDebitBatchSuccess {\n      schemes {\n        scheme\n        debits\n        total {\n          cents\n        }\n        moreIsDue\n        heldBack {\n          paymentId\n          reference\n          reason\n        }\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  'de7b3cff0ca24118e0d3aea61a7ad7ad27ecccd9bbf41af60a71e31d8afd7a1a':
    "mutation RecordCheque($input: InitiatePaymentInput!) {\n  initiatePayment(input: $input) {\n    __typename\n    ... on InitiatePaymentSuccess {\n      payment {\n        id\n        reference\n        idClient\n        amount {\n          cents\n        }\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '7546f760470e85886659d8ad5af7f47c39fc103d8a52a641ac263891fe02f0f0':
    "mutation RefreshPayment($id: ID!) {\n  refreshPayment(id: $id) {\n    __typename\n    ... on RefreshPaymentSuccess {\n      changed\n      payment {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '511962d8566288bf02610f330e5f8f6295f47beb87e211c670bd14ac19cd0fc7':
    "mutation RefundPayment($input: RefundPaymentInput!) {\n  refundPayment(input: $input) {\n    __typename\n    ... on RefundPaymentSuccess {\n      refund {\n        id\n        status\n        reason\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n    ... on ApprovalRequiredError {\n      approval {\n        id\n        expiresAt\n      }\n    }\n  }\n}",
  'da176b97ace951b62194e8430495c09600d52940069467a3fa17404230b7823b':
    "query Refusals($filter: PaymentFilter!) {\n  payments(filter: $filter, first: 100) {\n    edges {\n      node {\n        paymentTarget\n        paymentType\n        attempts {\n          number\n          bankCode\n        }\n        debitFailure {\n          code\n          meaning\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n    }\n  }\n}",
  '20a6e37a373f59e8d0efe6c250dfb3a6114e79cdcee2464cc4bea8d0f567dab9':
    "mutation RejectBankFile($input: RejectBankFileInput!) {\n  rejectBankFile(input: $input) {\n    __typename\n    ... on RejectBankFileSuccess {\n      bankFile {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  'd3a01b2c5c65595e5025e133b54902c81e5f87c93ff8e25d1272387c1f7c7d29':
    "mutation RemoveCustomer($input: RemoveCustomerInput!) {\n  removeCustomer(input: $input) {\n    __typename\n    ... on RemoveCustomerSuccess {\n      removed\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '716b68686294b252498e7fee83792b47676ba0a084d3f0462fa69cdd1979123c':
    "mutation RemoveSavedView($id: ID!) {\n  removeSavedView(id: $id) {\n    __typename\n    ... on SavedViewSuccess {\n      view {\n        id\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n  }\n}",
  'f4c1bea712ce3b2596b48c07e3f31494cf57b7d49937b76947ce12a72ce8364f':
    "mutation ReplayNotification($input: ReplayNotificationInput!) {\n  replayNotification(input: $input) {\n    __typename\n    ... on ReplayNotificationSuccess {\n      notification {\n        id\n        outcome\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  'bba4428ab29e4f0d1bcf90b3ec6aa42ff273f13649e7b09bc77dabc77acee01b':
    "mutation ReplayWebhookDelivery($input: ReplayWebhookDeliveryInput!) {\n  replayWebhookDelivery(input: $input) {\n    __typename\n    ... on ReplayWebhookDeliverySuccess {\n      delivery {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  'be77fb0631ee8daa0f7c81b3d4ef80f120cfa58bbbe5065b861e6cda17ae6ed8':
    "mutation ReplayWebhooks($input: ReplayWebhooksInput!) {\n  replayWebhooks(input: $input) {\n    __typename\n    ... on ReplayWebhooksSuccess {\n      replayed\n      isMore\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '109ec06e803b3d515631ddc687cdc6912d1762d678de8a00136cb5e31fb590dd':
    "query RequestLog($client: String, $route: String, $failed: Boolean) {\n  requestLog(first: 100, client: $client, route: $route, failed: $failed) {\n    id\n    at\n    method\n    route\n    client\n    status\n    isAborted\n    durationMs\n  }\n}",
  'bb6a8d8f62abfe8bb6f1d3051ec0e0176319553ef916277e0f240057fa3a1fbe':
    "mutation ResolveBankException($input: ResolveBankExceptionInput!) {\n  resolveBankException(input: $input) {\n    __typename\n    ... on ResolveBankExceptionSuccess {\n      exception {\n        id\n        status\n      }\n      payment {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '49b6c302d3c915f0160968945885eb24d5eca50f5819d6a0c844b3097b284fa7':
    "mutation ResumeMandate($input: ResumeMandateInput!) {\n  resumeMandate(input: $input) {\n    __typename\n    ... on ChangeMandateSuccess {\n      changed\n      mandate {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '394028af05a764ecce7a00742e9e1f309f271674a80b20fafc3e07f5ae0e5d8c':
    "mutation ReverseJournalEntry($input: ReverseJournalEntryInput!) {\n  reverseJournalEntry(input: $input) {\n    __typename\n    ... on ReverseJournalEntrySuccess {\n      entry {\n        id\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '2fd292eff8273767147b787425b8ce8ae7b417a06f7fbadc4fd14270ac7b7613':
    "mutation ReviewPayment($input: ReviewPaymentInput!) {\n  reviewPayment(input: $input) {\n    __typename\n    ... on ReviewPaymentSuccess {\n      payment {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n    ... on ApprovalRequiredError {\n      approval {\n        id\n        expiresAt\n      }\n    }\n  }\n}",
  '3622570571a6948c001f59a47262b391fc2ab498caed9aea8fca94ca647c2271':
    "mutation RevokeMandate($input: StopMandateInput!) {\n  revokeMandate(input: $input) {\n    __typename\n    ... on ChangeMandateSuccess {\n      changed\n      mandate {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
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
  '7cec90747e2b38f0ecfc9a7d61e3571d73936e89b930913ccc1e9305fb32f4a3':
    "mutation ShowIban($input: ShowIbanInput!) {\n  showIban(input: $input) {\n    __typename\n    ... on ShowIbanSuccess {\n      iban\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '800bca8e24480f25300bb3997ca4af5a708627c3e5d9c3a9915c01229e076594':
    "mutation SignMandate($input: SignMandateInput!) {\n  signMandate(input: $input) {\n    __typename\n    ... on ChangeMandateSuccess {\n      changed\n      mandate {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '18ede42b7217467c72477ee71f40c01db7d1e4f63659c9b0eac8d4d2f85c6efd':
    "query StatementCalendar($runMode: PaymentRunMode!, $from: Date!, $to: Date!) {\n  statementCalendar(runMode: $runMode, from: $from, to: $to) {\n    __typename\n    ... on StatementCalendars {\n      accounts {\n        maskedIban\n        societes\n        isUnbroken\n        lastDay\n        days {\n          day\n          state\n          statements {\n            number\n            follows\n          }\n        }\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n    }\n  }\n}",
  '5a3e6909202fdea22d3b5f7760b7c9a71eb05dede05c289162b75e7c4458b547':
    "mutation SuspendMandate($input: StopMandateInput!) {\n  suspendMandate(input: $input) {\n    __typename\n    ... on ChangeMandateSuccess {\n      changed\n      mandate {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '8cecb063c943df0a34563f84ba363485682b95e1a543fff3bc7d57d88bafe93e':
    "query Suspense($idSociete: String!, $runMode: PaymentRunMode!) {\n  suspense(idSociete: $idSociete, runMode: $runMode) {\n    __typename\n    ... on Suspense {\n      isMore\n      total {\n        cents\n      }\n      money {\n        remaining {\n          cents\n        }\n        counterparty\n        text\n        bankException\n        entry {\n          id\n          date\n          pieceReference\n          label\n        }\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n  }\n}",
  'ba5c03afd02ffdae710353dff2b154edb8c40fa11699a5c235e5e364445bec47':
    "query TrialBalance($idSociete: String!, $runMode: PaymentRunMode!, $from: Date!, $to: Date!) {\n  trialBalance(idSociete: $idSociete, runMode: $runMode, from: $from, to: $to) {\n    __typename\n    ... on TrialBalance {\n      from\n      to\n      isComplete\n      accounts {\n        account\n        accountLabel\n        debit {\n          cents\n        }\n        credit {\n          cents\n        }\n        balance {\n          cents\n        }\n      }\n      debit {\n        cents\n      }\n      credit {\n        cents\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      requestId\n    }\n  }\n}",
  '904281e80e6e1ea462f40c3e14c3e78d313c5b4ccdea2f8a56c97684cb8a3074':
    "mutation UpsertCustomer($input: UpsertCustomerInput!) {\n  upsertCustomer(input: $input) {\n    __typename\n    ... on UpsertCustomerSuccess {\n      change\n      customer {\n        idSociete\n        idClient\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n}",
  '49e1a0179fb13655e4b16fe5eefe4a943a7b5298dee17f49e4f0ebadf1ca5bfc':
    "query WebhookDeliveries($filter: WebhookDeliveryFilter, $first: Int, $after: String) {\n  webhookDeliveries(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        client\n        endpoint\n        type\n        status\n        createdAt\n        nextAttemptAt\n        payment {\n          id\n          reference\n        }\n        attempts {\n          number\n          outcome\n          statusCode\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}",
  '81fe1b99180d6e9997d93821de9ec402ad27ffe01036da958e4923bc7583bfb6':
    "query WebhookDelivery($id: ID!) {\n  node(id: $id) {\n    __typename\n    ... on WebhookDelivery {\n      id\n      client\n      endpoint\n      type\n      status\n      eventId\n      body\n      createdAt\n      nextAttemptAt\n      settledAt\n      payment {\n        id\n        reference\n        status\n        effectiveRunMode\n      }\n      attempts {\n        number\n        outcome\n        statusCode\n        detail\n        durationMs\n        createdAt\n      }\n      actions {\n        id\n        actor\n        actorPerson {\n          id\n          name\n        }\n        createdAt\n      }\n    }\n  }\n}",
  'ac891d14620575fe28ee79b1b6748d4bfc9a2dcf08e00d3367cf35e1fa9d6964':
    "query WebhookEndpoints {\n  webhookEndpoints {\n    client\n    name\n    url\n    events\n    state\n    lastSuccessAt\n    lastFailureAt\n    failingSince\n    pausedUntil\n    waitingCount\n    oldestWaitingAt\n  }\n}",
  '7240462c30cff2acce275061d0f8f3e6a034fec8260b021bd84f1ad70f692d9c':
    "mutation WithdrawApproval($input: WithdrawApprovalInput!) {\n  withdrawApproval(input: $input) {\n    __typename\n    ... on WithdrawApprovalSuccess {\n      approval {\n        id\n        status\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n  }\n}",
  '890dca28c58086bc3265e6ecd85e62a7a672918b8c60ceed768f95c3238a5bb1':
    "query Workload($runMode: PaymentRunMode!) {\n  workload(runMode: $runMode) {\n    paymentsInReview\n    transfersAwaited\n    operationsInDoubt\n    approvalsWaiting\n    bankFilesWaiting\n    bankExceptions {\n      kind\n      count\n    }\n    mandatesLapsing\n    debitsWaiting\n    debitsOverdue\n    webhooksDead\n  }\n}",
};

/** The hash of each operation. */
export const consoleOperations = {
  'AccountingExercises':
    "07b85a00afc8f1dbf49da6b67a6faeca72d3b1b97ba594b9f0787160ec06210b",
  'ActivateMandate':
    "bb1f298e99486a62afea44ca2a83f96f589786e6ffeeeb4f37aa50957bca3de7",
  'AmendMandate':
    "392ed659f2b9b2ab221609cc894bd5cd4664ba9cc61732a3e5421292699a17d1",
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
    "10bb0b522109b45af225f69f24f6859a3b232c63f518e0bd312316fb2713b9b1",
  'CancelPayment':
    "e3237a715d990dbdac94ecd1bcacd08d0a68f349dab9dbbe0158dadb2f1f564e",
  'CapturePayment':
    "5bee92f2b96fa92103584a3d2d54350734b47a7642f038cd34cb73e777c962d7",
  'ChangeSavedView':
    "a18ba31c1b952ab9d8b5f788f39f940f6f392bd5d66344cf1864a0da27d22daf",
  'Changes':
    "5b680705e926aacaa9e68c4bce86128f5a4c0a9c2891cf3d9ba79fd50efcb993",
  'ConfirmBankFile':
    "af92e33ebce59a8a71f716d2796e3bd28816b9382c09ddf84a9bbbc86c131d7a",
  'CreateBatch':
    "e780832a31d9daecd81e823541aaa53c274bab4c52cab8cf4c9ade5636afce76",
  'CreateMandate':
    "1e6da5896ea83bf9a5540696dbc68494b016000ec47a5f3b7a1e005b0d1b9b98",
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
    "8bf937b09ff54605eacd7c7ee8a441c7efb7d545524652fa694d7b5ecee55b6d",
  'DirectDebitBatches':
    "77fdc2f9efe5fd2071f6e860ce1464bfade7b378f40835620ed6a14e1dd9a1d6",
  'DirectDebitCalendar':
    "e00a0e61c05a7d949ada547194fe78abce28b0d9a739e4386ecad84cd1c28b76",
  'EndSession':
    "5ec3ae19751a092b359568b302ff81cd29e6647b89a1c4abb2d7094c6ff770cb",
  'EndSessions':
    "58cfefe273157b9fdc1cb69b6c7d665aa0a0a774f44c497274daa5e3a470e926",
  'Exception':
    "1d4d32eccd0b1087c50ce06a8d133b91f0d9ddde11bfc6f229abb14ffec5f722",
  'Exceptions':
    "2b4a7e3daf64bdee8ef6732b2f89964782382db656f1cd9b60218df2dd12f7d8",
  'ExplainUrl':
    "357208d905b1f315d7d494ff3908dd65622340dc52fd05c67832917fb625aa56",
  'Health':
    "e9cfe6a27b733ce7ce8bae3a18064102d2620d9e455fb361d6da2689108f6243",
  'ImportCustomers':
    "658d86df0764e3139429f6c3164ad81a5ef54d74adcf232f237e09be361fa4b5",
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
    "e194038d2d022d3d8deabe90074db0997d82f62c027a3d89a2a88f5747e3f54c",
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
    "9afacfd3b0f0e3f4215b4b0cc192a76b8bba0a1e9dbe1cf3fdf0b66a5e72fce0",
  'PreviewBatch':
    "eab2cda5f69c68a612688304239c7af93cf1e4708c4ffa374336dd2e506546d4",
  'RecordCheque':
    "de7b3cff0ca24118e0d3aea61a7ad7ad27ecccd9bbf41af60a71e31d8afd7a1a",
  'RefreshPayment':
    "7546f760470e85886659d8ad5af7f47c39fc103d8a52a641ac263891fe02f0f0",
  'RefundPayment':
    "511962d8566288bf02610f330e5f8f6295f47beb87e211c670bd14ac19cd0fc7",
  'Refusals':
    "da176b97ace951b62194e8430495c09600d52940069467a3fa17404230b7823b",
  'RejectBankFile':
    "20a6e37a373f59e8d0efe6c250dfb3a6114e79cdcee2464cc4bea8d0f567dab9",
  'RemoveCustomer':
    "d3a01b2c5c65595e5025e133b54902c81e5f87c93ff8e25d1272387c1f7c7d29",
  'RemoveSavedView':
    "716b68686294b252498e7fee83792b47676ba0a084d3f0462fa69cdd1979123c",
  'ReplayNotification':
    "f4c1bea712ce3b2596b48c07e3f31494cf57b7d49937b76947ce12a72ce8364f",
  'ReplayWebhookDelivery':
    "bba4428ab29e4f0d1bcf90b3ec6aa42ff273f13649e7b09bc77dabc77acee01b",
  'ReplayWebhooks':
    "be77fb0631ee8daa0f7c81b3d4ef80f120cfa58bbbe5065b861e6cda17ae6ed8",
  'RequestLog':
    "109ec06e803b3d515631ddc687cdc6912d1762d678de8a00136cb5e31fb590dd",
  'ResolveBankException':
    "bb6a8d8f62abfe8bb6f1d3051ec0e0176319553ef916277e0f240057fa3a1fbe",
  'ResumeMandate':
    "49b6c302d3c915f0160968945885eb24d5eca50f5819d6a0c844b3097b284fa7",
  'ReverseJournalEntry':
    "394028af05a764ecce7a00742e9e1f309f271674a80b20fafc3e07f5ae0e5d8c",
  'ReviewPayment':
    "2fd292eff8273767147b787425b8ce8ae7b417a06f7fbadc4fd14270ac7b7613",
  'RevokeMandate':
    "3622570571a6948c001f59a47262b391fc2ab498caed9aea8fca94ca647c2271",
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
    "7cec90747e2b38f0ecfc9a7d61e3571d73936e89b930913ccc1e9305fb32f4a3",
  'SignMandate':
    "800bca8e24480f25300bb3997ca4af5a708627c3e5d9c3a9915c01229e076594",
  'StatementCalendar':
    "18ede42b7217467c72477ee71f40c01db7d1e4f63659c9b0eac8d4d2f85c6efd",
  'SuspendMandate':
    "5a3e6909202fdea22d3b5f7760b7c9a71eb05dede05c289162b75e7c4458b547",
  'Suspense':
    "8cecb063c943df0a34563f84ba363485682b95e1a543fff3bc7d57d88bafe93e",
  'TrialBalance':
    "ba5c03afd02ffdae710353dff2b154edb8c40fa11699a5c235e5e364445bec47",
  'UpsertCustomer':
    "904281e80e6e1ea462f40c3e14c3e78d313c5b4ccdea2f8a56c97684cb8a3074",
  'WebhookDeliveries':
    "49e1a0179fb13655e4b16fe5eefe4a943a7b5298dee17f49e4f0ebadf1ca5bfc",
  'WebhookDelivery':
    "81fe1b99180d6e9997d93821de9ec402ad27ffe01036da958e4923bc7583bfb6",
  'WebhookEndpoints':
    "ac891d14620575fe28ee79b1b6748d4bfc9a2dcf08e00d3367cf35e1fa9d6964",
  'WithdrawApproval':
    "7240462c30cff2acce275061d0f8f3e6a034fec8260b021bd84f1ad70f692d9c",
  'Workload':
    "890dca28c58086bc3265e6ecd85e62a7a672918b8c60ceed768f95c3238a5bb1",
} as const;
