import { words } from '../../texts/words.ts';

export const writeTexts = words({
  ping: { fr: 'Tester', en: 'Test' },
  pingText: {
    fr: 'Un message d’essai signé (webhook.ping) part tout de suite. S’il est accepté, tout ce qui attend repart.',
    en: 'A signed test message (webhook.ping) goes out at once. If it is taken, all that waits goes out again.',
  },
  pingResult: { fr: 'Résultat', en: 'Result' },
  pingAgain: { fr: 'Fermez et testez encore après une correction.', en: 'Close, and test again after a correction.' },
  replay: { fr: 'Renvoyer', en: 'Send again' },
  replayText: {
    fr: 'Le même message repart, avec le même identifiant\u00a0: un récepteur le reconnaît.',
    en: 'The same message goes out, with the same id: a receiver recognises it.',
  },
  replayed: { fr: 'Le message repart.', en: 'The message goes out again.' },
  span: { fr: 'Renvoyer une période', en: 'Send a span again' },
  spanText: {
    fr: 'Les messages écrits ces jours-là (Europe/Paris) repartent, de TEST et de LIVE.',
    en: 'Messages of TEST and LIVE, written on these days (Europe/Paris), go out again.',
  },
  from: { fr: 'Du', en: 'From' },
  to: { fr: 'Au', en: 'To' },
  which: { fr: 'Lesquels', en: 'Which ones' },
  spanDone: {
    fr: (count: number) =>
      count === 0 ? 'Aucun message à renvoyer.' : count === 1 ? '1 message repart.' : `${count} messages repartent.`,
    en: (count: number) =>
      count === 0 ? 'No message to send again.' : count === 1 ? '1 message goes out.' : `${count} messages go out.`,
  },
  spanMore: {
    fr: (count: number) =>
      `${count} messages repartent. Il y en a peut-être d’autres\u00a0: choisissez moins de jours.`,
    en: (count: number) => `${count} messages go out. There may be others: choose fewer days.`,
  },
  selected: {
    fr: (count: number) => (count === 1 ? 'Renvoyer 1 message' : `Renvoyer ${count} messages`),
    en: (count: number) => (count === 1 ? 'Send 1 message again' : `Send ${count} messages again`),
  },
  progress: {
    fr: (done: number, all: number) => `${done} sur ${all}`,
    en: (done: number, all: number) => `${done} of ${all}`,
  },
  progressLabel: { fr: 'Avancement', en: 'Progress' },
  results: { fr: 'Résultats', en: 'Results' },
  ok: { fr: 'repart', en: 'goes out' },
  tooMany: {
    fr: (most: number) => `${most} messages au plus à la fois.`,
    en: (most: number) => `${most} messages at most at a time.`,
  },
});
