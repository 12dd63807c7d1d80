/** What changed, and where: on the page of each thing, and in the log of all. */
import { inOrder } from '../domain/order.ts';
import type { Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Change } from '../schemas/change.ts';
import { dayView, type DayView } from './day.ts';
import { productTitle } from './product.ts';

/** A change as its own page shows it. */
export interface ChangeView {
  on: DayView;
  /** "Correction" */
  kindText: string;
  what: string;
}

/** A change in the log of the site, with what it was a change of. */
export interface LoggedChangeView extends ChangeView {
  title: string;
  href: string;
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
    kindText: kindTexts[kind],
    what,
  }));
}

/** Every change that readers are told of, newest first. */
export function changeLog(library: Library): LoggedChangeView[] {
  return changed(library)
    .flatMap(({ title, href, changes }) =>
      changeViews(changes).map((change) => ({ ...change, title, href })),
    )
    .sort((a, b) => inOrder(b.on.iso, a.on.iso));
}

interface Changed {
  title: string;
  href: string;
  changes: readonly Change[];
}

function changed({ articles, pages, nutrients, products, claims, terms }: Library): Changed[] {
  return [
    ...articles.map(({ id, data }) => ({ href: routes.article(id), ...data })),
    ...[...pages.values()].map(({ id, data }) => ({ href: routes.page(id), ...data })),
    ...[...nutrients.values()].map(({ id, data: { name, changes } }) => ({
      title: name,
      href: routes.nutrient(id),
      changes,
    })),
    ...[...products.values()].map(({ id, data }) => ({
      title: productTitle(data),
      href: routes.product(id),
      changes: data.changes,
    })),
    ...[...claims.values()].map(({ id, data: { statement, changes } }) => ({
      title: statement,
      href: routes.claim(id),
      changes,
    })),
    ...[...terms.values()].map(({ id, data: { name, changes } }) => ({
      title: name,
      href: routes.term(id),
      changes,
    })),
  ];
}
