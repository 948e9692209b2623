/**
 * Whether a body is encoded, for instance compressed, by its header `Content-Encoding`. An empty header and the coding
 * `identity` mean no; empty entries of the list are ignored (RFC 9110, 5.6.1).
 */
export const isEncodedBody = (contentEncoding: string | undefined): boolean =>
  (contentEncoding ?? '').split(',').some((coding) => !['', 'identity'].includes(coding.trim().toLowerCase()));
