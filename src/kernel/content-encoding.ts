/**
 * Whether a body is compressed or encoded in another way, by its header `Content-Encoding`. A header without a value
 * and the coding `identity` say that it is not; an empty entry of the list counts for nothing (RFC 9110, 5.6.1).
 */
export const isEncodedBody = (contentEncoding: string | undefined): boolean =>
  (contentEncoding ?? '').split(',').some((coding) => !['', 'identity'].includes(coding.trim().toLowerCase()));
