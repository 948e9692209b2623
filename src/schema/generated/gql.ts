/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "mutation LegacyInitiatePayment($input: InitiatePaymentInput!) {\n  initiatePayment(input: $input) {\n    __typename\n    ... on InitiatePaymentSuccess {\n      replayed\n      payment {\n        ...LegacyPayment\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n    ... on UnsupportedPaymentError {\n      allowed {\n        paymentTarget\n        paymentType\n      }\n    }\n    ... on PayerDataMissingError {\n      missingFields\n    }\n  }\n}\n\nfragment LegacyPayment on Payment {\n  id\n  reference\n  status\n  paymentUrl\n  paymentTarget\n  paymentRunMode\n  effectiveRunMode\n  paymentType\n  idOrigin\n  idSociete\n  idClient\n  idCommande\n  typePaiement\n  amount {\n    cents\n    currency\n  }\n  email\n  commentaire\n  nextAction {\n    __typename\n    ... on RedirectAction {\n      method\n      url\n      values\n    }\n    ... on BankTransferAction {\n      iban\n      bic\n      creditorName\n      reference\n      amount {\n        cents\n      }\n    }\n  }\n}": typeof types.LegacyInitiatePaymentDocument,
    "query LegacyPaymentStatus($reference: String!) {\n  paymentByReference(reference: $reference) {\n    ...LegacyPayment\n  }\n}": typeof types.LegacyPaymentStatusDocument,
};
const documents: Documents = {
    "mutation LegacyInitiatePayment($input: InitiatePaymentInput!) {\n  initiatePayment(input: $input) {\n    __typename\n    ... on InitiatePaymentSuccess {\n      replayed\n      payment {\n        ...LegacyPayment\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n    ... on UnsupportedPaymentError {\n      allowed {\n        paymentTarget\n        paymentType\n      }\n    }\n    ... on PayerDataMissingError {\n      missingFields\n    }\n  }\n}\n\nfragment LegacyPayment on Payment {\n  id\n  reference\n  status\n  paymentUrl\n  paymentTarget\n  paymentRunMode\n  effectiveRunMode\n  paymentType\n  idOrigin\n  idSociete\n  idClient\n  idCommande\n  typePaiement\n  amount {\n    cents\n    currency\n  }\n  email\n  commentaire\n  nextAction {\n    __typename\n    ... on RedirectAction {\n      method\n      url\n      values\n    }\n    ... on BankTransferAction {\n      iban\n      bic\n      creditorName\n      reference\n      amount {\n        cents\n      }\n    }\n  }\n}": types.LegacyInitiatePaymentDocument,
    "query LegacyPaymentStatus($reference: String!) {\n  paymentByReference(reference: $reference) {\n    ...LegacyPayment\n  }\n}": types.LegacyPaymentStatusDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LegacyInitiatePayment($input: InitiatePaymentInput!) {\n  initiatePayment(input: $input) {\n    __typename\n    ... on InitiatePaymentSuccess {\n      replayed\n      payment {\n        ...LegacyPayment\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n    ... on UnsupportedPaymentError {\n      allowed {\n        paymentTarget\n        paymentType\n      }\n    }\n    ... on PayerDataMissingError {\n      missingFields\n    }\n  }\n}\n\nfragment LegacyPayment on Payment {\n  id\n  reference\n  status\n  paymentUrl\n  paymentTarget\n  paymentRunMode\n  effectiveRunMode\n  paymentType\n  idOrigin\n  idSociete\n  idClient\n  idCommande\n  typePaiement\n  amount {\n    cents\n    currency\n  }\n  email\n  commentaire\n  nextAction {\n    __typename\n    ... on RedirectAction {\n      method\n      url\n      values\n    }\n    ... on BankTransferAction {\n      iban\n      bic\n      creditorName\n      reference\n      amount {\n        cents\n      }\n    }\n  }\n}"): (typeof documents)["mutation LegacyInitiatePayment($input: InitiatePaymentInput!) {\n  initiatePayment(input: $input) {\n    __typename\n    ... on InitiatePaymentSuccess {\n      replayed\n      payment {\n        ...LegacyPayment\n      }\n    }\n    ... on PaymentError {\n      code\n      message\n      path\n      retryAdvice\n      requestId\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n    ... on UnsupportedPaymentError {\n      allowed {\n        paymentTarget\n        paymentType\n      }\n    }\n    ... on PayerDataMissingError {\n      missingFields\n    }\n  }\n}\n\nfragment LegacyPayment on Payment {\n  id\n  reference\n  status\n  paymentUrl\n  paymentTarget\n  paymentRunMode\n  effectiveRunMode\n  paymentType\n  idOrigin\n  idSociete\n  idClient\n  idCommande\n  typePaiement\n  amount {\n    cents\n    currency\n  }\n  email\n  commentaire\n  nextAction {\n    __typename\n    ... on RedirectAction {\n      method\n      url\n      values\n    }\n    ... on BankTransferAction {\n      iban\n      bic\n      creditorName\n      reference\n      amount {\n        cents\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LegacyPaymentStatus($reference: String!) {\n  paymentByReference(reference: $reference) {\n    ...LegacyPayment\n  }\n}"): (typeof documents)["query LegacyPaymentStatus($reference: String!) {\n  paymentByReference(reference: $reference) {\n    ...LegacyPayment\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;