import { words } from '../../texts/words.ts';

export const writeTexts = words({
  fr: {
    ping: 'Tester',
    pingText:
      'Un message d’essai signé (webhook.ping) part tout de suite. S’il est accepté, tout ce qui attend repart.',
    pingResult: 'Résultat',
    pingAgain: 'Fermez et testez encore après une correction.',
    replay: 'Renvoyer',
    replayText: 'Le même message repart, avec le même identifiant\u00a0: un récepteur le reconnaît.',
    replayed: 'Le message repart.',
    span: 'Renvoyer une période',
    spanText: 'Les messages écrits ces jours-là (Europe/Paris) repartent, de TEST et de LIVE.',
    from: 'Du',
    to: 'Au',
    which: 'Lesquels',
    spanDone: (count: number) =>
      count === 0 ? 'Aucun message à renvoyer.' : count === 1 ? '1 message repart.' : `${count} messages repartent.`,
    spanMore: (count: number) =>
      `${count} messages repartent. Il y en a peut-être d’autres\u00a0: choisissez moins de jours.`,
    selected: (count: number) => (count === 1 ? 'Renvoyer 1 message' : `Renvoyer ${count} messages`),
    progress: (done: number, all: number) => `${done} sur ${all}`,
    progressLabel: 'Avancement',
    results: 'Résultats',
    ok: 'repart',
    tooMany: (most: number) => `${most} messages au plus à la fois.`,
  },
  en: {
    ping: 'Test',
    pingText: 'A signed test message (webhook.ping) goes out at once. If it is taken, all that waits goes out again.',
    pingResult: 'Result',
    pingAgain: 'Close, and test again after a correction.',
    replay: 'Send again',
    replayText: 'The same message goes out, with the same id: a receiver recognises it.',
    replayed: 'The message goes out again.',
    span: 'Send a span again',
    spanText: 'Messages of TEST and LIVE, written on these days (Europe/Paris), go out again.',
    from: 'From',
    to: 'To',
    which: 'Which ones',
    spanDone: (count: number) =>
      count === 0 ? 'No message to send again.' : count === 1 ? '1 message goes out.' : `${count} messages go out.`,
    spanMore: (count: number) => `${count} messages go out. There may be others: choose fewer days.`,
    selected: (count: number) => (count === 1 ? 'Send 1 message again' : `Send ${count} messages again`),
    progress: (done: number, all: number) => `${done} of ${all}`,
    progressLabel: 'Progress',
    results: 'Results',
    ok: 'goes out',
    tooMany: (most: number) => `${most} messages at most at a time.`,
  },
});
