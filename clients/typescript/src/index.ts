export { type Client, createClient, type ExecuteOptions, pages } from './client.ts';
export { type DocumentType, type Operation, TypedDocument } from './document.ts';
export { type AnswerError, type Fault, GatewayError, type GatewayErrorCode, LostAnswerError } from './errors.ts';
export * from './generated/graphql.ts';
export type { RequestErrorCode } from './generated/request-codes.ts';
export { Intention } from './intention.ts';
export { type Case, match } from './match.ts';
export type { ClientOptions, Send, Transport } from './transport.ts';
