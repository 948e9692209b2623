/** `+33 6 39 98 30 36`; numbers of other countries as they are. */
export const phoneText = (phone: string): string =>
  phone.replace(/^(\+33)(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4 $5 $6').replaceAll(' ', '\u00a0');
