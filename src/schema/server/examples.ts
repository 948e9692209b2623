/** GraphiQL's first tabs. Each runs as it is on the development deployment. */
export const examples: readonly { readonly query: string; readonly variables?: string }[] = [
  {
    query: `# Take a payment by card. Run it, then follow paymentUrl and pay at the bank's sandbox.
mutation InitiatePayment {
  initiatePayment(
    input: {
      paymentTarget: PAYBOX
      paymentRunMode: TEST
      paymentType: CB
      idOrigin: "web"
      idSociete: "1"
      idClient: "2263"
      idCommande: "45012"
      amount: 1250
      email: "client@example.fr"
      commentaire: "Livraison du jeudi"
    }
  ) {
    __typename
    ... on InitiatePaymentSuccess {
      replayed
      payment {
        id
        reference
        status
        effectiveRunMode
        amount { formatted }
        paymentUrl
      }
    }
    ... on PaymentError {
      code
      message
      path
      retryAdvice
    }
  }
}
`,
  },
  {
    query: `# Ask for a transfer: the answer has the account, the reference and a QR code to show.
mutation AskForTransfer {
  initiatePayment(
    input: {
      paymentTarget: MILLIET
      paymentRunMode: TEST
      paymentType: SEPA
      idOrigin: "web"
      idSociete: "2"
      idClient: "2263"
      amount: "98050"
      email: "client@example.fr"
    }
  ) {
    __typename
    ... on InitiatePaymentSuccess {
      payment {
        id
        status
        nextAction {
          ... on BankTransferAction { creditorName iban bic reference amount { formatted } }
        }
      }
    }
    ... on PaymentError { code message path }
  }
}
`,
  },
  {
    query: `# The newest payments, and the story of each.
query NewestPayments {
  payments(first: 5) {
    edges {
      node {
        id
        reference
        status
        isFinal
        paymentTarget
        amount { formatted }
        attempts { number status bankTransaction bankCode }
        events { edges { node { sequence type previousStatus status cause createdAt } } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    query: `# What can be paid how at a société.
query Capabilities {
  paymentCapabilities(idSociete: "1") {
    paymentTarget
    paymentType
    flow
    effectiveRunModes
  }
}
`,
  },
];
