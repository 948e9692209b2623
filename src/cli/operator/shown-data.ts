/**
 * What each command does with data. A change has its entry in the audit log by its transaction; a command that shows
 * people, settings or the whole database gets one before it begins.
 */

type Options = Readonly<Record<string, unknown>>;
type Doing = 'CHANGES' | 'SHOWS' | 'READS' | ((options: Options) => 'SHOWS' | 'READS');

const showsWith =
  (option: string): Doing =>
  (options) =>
    options[option] === undefined ? 'READS' : 'SHOWS';

/** Every command. The table is held to the command line by a test. */
export const doingOf: Readonly<Record<string, Doing>> = {
  actions: 'READS',
  'audit list': 'READS',
  'audit export': 'SHOWS',
  'bank list': 'READS',
  'bank confirm': 'CHANGES',
  'bank reject': 'CHANGES',
  'bank exceptions': showsWith('json'),
  'bank rules preview': 'SHOWS',
  'bank raise': 'CHANGES',
  'bank import': 'CHANGES',
  'books reconcile': 'SHOWS',
  'client key': 'READS',
  'config check': 'READS',
  'config print': 'SHOWS',
  'console invite': 'CHANGES',
  'console people': 'SHOWS',
  'console change': 'CHANGES',
  'console reset': 'CHANGES',
  'console forget': 'CHANGES',
  'customer import': 'CHANGES',
  'db status': 'READS',
  'db migrate': 'SHOWS',
  'db contract': 'SHOWS',
  'db backup': 'SHOWS',
  'db restore': 'SHOWS',
  'db skip-bank-numbers': 'CHANGES',
  'db confirm-compared': 'CHANGES',
  'explain-url': 'READS',
  'event-log verify': 'READS',
  'notification replay': 'CHANGES',
  'payment list': 'READS',
  'payment totals': 'READS',
  'payment find': 'READS',
  'payment show': showsWith('personal'),
  'payment refresh': 'CHANGES',
  'payment refund': 'CHANGES',
  'privacy export': 'SHOWS',
  'privacy erase': 'CHANGES',
  'privacy retention': 'CHANGES',
  'sepa batch': 'CHANGES',
  'sepa batches': 'READS',
  'sepa mandate import': 'CHANGES',
  'sepa mandate show': 'SHOWS',
  'webhook endpoints': 'READS',
  'webhook list': showsWith('json'),
  'webhook ping': 'CHANGES',
  'webhook replay': 'CHANGES',
  'webhook secret': 'READS',
  'journal export': 'SHOWS',
  'journal check': 'CHANGES',
  'journal suspense': 'SHOWS',
  'journal balance': 'READS',
};

/** Whether a command shows data with these options. One that is not in the table is taken for one that does. */
export function showsData(command: string, options: Options): boolean {
  const doing = doingOf[command] ?? 'SHOWS';
  return (typeof doing === 'function' ? doing(options) : doing) === 'SHOWS';
}
