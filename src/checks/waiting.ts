/** What is not on the site yet. */
import { readOr } from '../corpus/partial.ts';
import { allEntries, type Corpus, type Entry } from '../corpus/corpus.ts';
import { referencesFrom, type Reference } from '../corpus/references.ts';
import { firstDay } from '../domain/dates.ts';
import { waitingFigures } from '../domain/figure.ts';
import type { DocumentSummary } from './rule.ts';

// Several rules ask, and each check has documents of its own.
const known = new WeakMap<readonly DocumentSummary[], { today: string; waiting: Waiting }>();

type Waiting = ReadonlyMap<string, string>;

/** Figures that wait for all that shows them, each with the first day on which something does. */
export function figuresThatWait(
  corpus: Corpus,
  documents: readonly DocumentSummary[],
  today: string,
): Waiting {
  const last = known.get(documents);
  if (last?.today === today) return last.waiting;
  const waiting = find(corpus, documents, today);
  known.set(documents, { today, waiting });
  return waiting;
}

function find(corpus: Corpus, documents: readonly DocumentSummary[], today: string): Waiting {
  const naming: { entry: Entry; named: readonly Pick<Reference, 'id' | 'collections'>[] }[] = [
    ...documents,
    ...allEntries(corpus).map((entry) => ({ entry, named: referencesFrom(entry) })),
  ];
  return waitingFigures(
    naming.flatMap(({ entry, named }) => {
      const figures = named.filter(({ collections }) => collections.includes('figures'));
      if (figures.length === 0) return [];
      // Of a text with a day that nobody can read the mistake is told already: it counts as out.
      return { figures: figures.map(({ id }) => id), from: readOr(() => firstDay(entry.data), '') };
    }),
    today,
  );
}
