import { type Expression, type Kysely, sql } from 'kysely';
import { preparedQuery } from '../../../store/prepared-query.ts';
import type { Books } from '../journal.ts';
import type { Tables } from './tables.ts';

type Place = Books & { readonly day: string };
type Run = Place & { readonly exercise: number };

/** About the days of the entries of a books that have their numbers. */
export function postedDayQueries(db: Kysely<Tables>) {
  const entries = db.selectFrom('journal_entries');
  const posted = ({ idSociete, runMode }: Books) =>
    entries
      .where(({ and }) => and({ id_societe: idSociete, run_mode: runMode }))
      .where('position', 'is not', null)
      .limit(sql.lit(1));
  const from = (books: Books, is: '>=' | '>', day: string | Expression<string>) =>
    posted(books).where('date', is, day).orderBy('date');
  const upTo = (books: Books, is: '<=' | '<', day: string | Expression<string>) =>
    posted(books).where('date', is, day).orderBy('date', 'desc');
  const dayOfPart = sql.ref<string>('part.date');
  type Entries = ReturnType<typeof posted>;
  /** From day to day, however many entries each has, as long as the exercise is one of the run. */
  const daysOfRun = (first: Entries, next: Entries, is: '<=' | '>', exercise: number) =>
    db
      .withRecursive('part', (parts) =>
        entries
          .select(['date', 'exercise'])
          .where('id', '=', first.select('id'))
          .unionAll(
            parts
              .selectFrom('part')
              .innerJoin('journal_entries as next', (join) => join.on('next.id', '=', next.select('id')))
              .select(['next.date', 'next.exercise'])
              .where('part.exercise', is, exercise),
          ),
      )
      .selectFrom('part')
      .where('exercise', is, exercise);
  return {
    postedFrom: preparedQuery((place: Place) => from(place, '>=', place.day).select(['date', 'exercise'])),
    postedUpTo: preparedQuery((place: Place) => upTo(place, '<=', place.day).select(['date', 'exercise'])),
    runFrom: preparedQuery((run: Run) =>
      daysOfRun(from(run, '>=', run.day), from(run, '>', dayOfPart), '<=', run.exercise).select(
        sql<string | null>`max(date)`.as('date'),
      ),
    ),
    runUpTo: preparedQuery((run: Run) =>
      daysOfRun(upTo(run, '<=', run.day), upTo(run, '<', dayOfPart), '>', run.exercise).select(
        sql<string | null>`min(date)`.as('date'),
      ),
    ),
  };
}
