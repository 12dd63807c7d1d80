/** What changed, and where: on the page of each thing, and in the log of all. */
import { anchors } from '../anchors.ts';
import { inOrder } from '../domain/order.ts';
import type { Library } from '../library/records.ts';
import { shared } from '../library/shared.ts';
import type { Change } from '../schemas/change.ts';
import { dayView, type DayView } from './day.ts';

/** A change as its own page shows it. */
export interface ChangeView {
  on: DayView;
  kind: Change['kind'];
  /** "Correction" */
  kindText: string;
  what: string;
}

/** A change in the log of the site, with what it was a change of. */
export interface LoggedChangeView extends ChangeView {
  title: string;
  href: string;
  /** Its place in the log, which stays while its words do. */
  anchor: string;
}

const kindTexts: Record<Change['kind'], string> = {
  correction: 'Correction',
  update: 'Update',
  review: 'Review',
};

/** Changes in the order of their file. */
export function changeViews(changes: readonly Change[]): ChangeView[] {
  return changes.map(({ on, kind, what }) => ({
    on: dayView(on),
    kind,
    kindText: kindTexts[kind],
    what,
  }));
}

/** Every change that readers are told of, newest first. */
export function changeLog(library: Library): readonly LoggedChangeView[] {
  return logOf(library.changed, library);
}

// Each page of the log asks for all of them.
const logOf = shared((changed: Library['changed']): readonly LoggedChangeView[] =>
  changed
    .flatMap(({ title, href, changes }) =>
      changeViews(changes).map((change) => ({
        ...change,
        title,
        href,
        anchor: anchors.change(`${change.on.iso}-${markOf(href, change)}`),
      })),
    )
    .sort((a, b) => inOrder(b.on.iso, a.on.iso)),
);

// New ones may be written above or below the others: a number would move.
function markOf(href: string, { kindText, what }: ChangeView): string {
  const text = `${href} ${kindText} ${what}`;
  let hash = 0xcbf29ce484222325n;
  for (const character of text)
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(36);
}
