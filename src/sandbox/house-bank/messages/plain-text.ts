/** Text formats have plain letters: accents go, and any other sign is a blank. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]/g, ' ')
    .toUpperCase();
