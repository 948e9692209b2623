/** A tab of GraphiQL. The name of its operation is its title. */
export type Example = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

/** GraphiQL sends the id of the payment that it last saw in an answer where a variable has this value. */
export const lastPayment = 'the last payment';

const initiatePayment = (name: string, comment: string, selection: string): string => `${comment}
mutation ${name}($input: InitiatePaymentInput!) {
  initiatePayment(input: $input) {
    __typename
    ... on InitiatePaymentSuccess {
      payment {
${selection}
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
`;

const hostedPageFields = `        id
        reference
        status
        effectiveRunMode
        amount { formatted }
        paymentUrl`;

const transferFields = `        id
        reference
        status
        paymentUrl
        nextAction {
          ... on BankTransferAction {
            creditorName
            iban
            bic
            reference
            amount { formatted }
          }
        }`;

const shared = { paymentRunMode: 'TEST', idOrigin: 'web', idClient: '2263', email: 'client@example.fr' } as const;

/** What GraphiQL opens with, in the order of a payment's life: each runs as it is on the development deployment. */
export const examples: readonly Example[] = [
  {
    query: initiatePayment(
      'Card',
      `# Take a payment by card.
# Then open paymentUrl and pay with a test card.
# The panel "Help" has a link to it.`,
      hostedPageFields,
    ),
    variables: {
      input: {
        paymentTarget: 'PAYBOX',
        paymentType: 'CB',
        ...shared,
        idSociete: '1',
        idCommande: '45012',
        amount: 1250,
        commentaire: 'Livraison du jeudi',
      },
    },
  },
  {
    query: initiatePayment(
      'Debit',
      `# Take a direct debit. The customer signs the mandate
# on the bank's page. For mandates of your own see
# createMandate, and paymentTarget MILLIET.`,
      hostedPageFields,
    ),
    variables: {
      input: {
        paymentTarget: 'LABANQUEPOSTALE',
        paymentType: 'DIRECT_SEPA',
        ...shared,
        idSociete: '1',
        idCommande: '45013',
        amount: 4990,
      },
    },
  },
  {
    query: initiatePayment(
      'Transfer',
      `# Ask for a transfer. The answer has the account and
# the reference; paymentUrl shows them with a QR code.`,
      transferFields,
    ),
    variables: {
      input: {
        paymentTarget: 'MILLIET',
        paymentType: 'SEPA',
        ...shared,
        idSociete: '2',
        idCommande: '45014',
        amount: 98050,
      },
    },
  },
  {
    query: `# Follow a payment while its customer pays: each event
# as it happens. Stop it with the same button.
subscription Follow($id: ID!) {
  paymentUpdated(id: $id) {
    sequence
    type
    previousStatus
    status
    cause
    createdAt
  }
}
`,
    variables: { id: lastPayment },
  },
  {
    query: `# Give a part of a paid payment back. Without amount:
# all of it. Before it is paid, this is refused.
mutation Refund($input: RefundPaymentInput!) {
  refundPayment(input: $input) {
    __typename
    ... on RefundPaymentSuccess {
      payment {
        id
        status
        refunds {
          id
          status
          amount { formatted }
        }
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
    variables: { input: { id: lastPayment, amount: 500 } },
  },
  {
    query: initiatePayment(
      'Errors',
      `# What is wrong with an input comes as a typed error:
# path names the field. No payment is recorded.`,
      '        id',
    ),
    variables: {
      input: {
        paymentTarget: 'PAYBOX',
        paymentType: 'CB',
        ...shared,
        idSociete: '1',
        idCommande: '45015',
        amount: '12,50',
        email: 'client.example.fr',
      },
    },
  },
  {
    query: `# The newest payments, and the story of each.
query Payments($first: Int) {
  payments(first: $first) {
    edges {
      node {
        id
        reference
        status
        isFinal
        amount { formatted }
        availableActions { action available }
        events { edges { node { type status } } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: { first: 5 },
  },
];
