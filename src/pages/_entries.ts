/** What the files of one entry show: they are made one after the other, and what the last one was made of is kept. */
import { loadArticle, loadNutrient } from '#library/load.ts';
import type { RecordOf } from '#library/records.ts';
import { latest } from '#library/shared.ts';
import { articleView } from '#views/article.ts';
import { articleWorks, figureWorks, nutrientWorks } from '#views/cite.ts';
import { nutrientPageView } from '#views/nutrient-page.ts';
import { siteUrl } from '../environment.ts';

/** An article as its page and its Markdown show it. */
export const articleOf = latest((record: RecordOf<'articles'>, library) =>
  articleView(record, loadArticle(record), library),
);

/** A nutrient as its page and its Markdown show it. */
export const nutrientOf = latest((record: RecordOf<'nutrients'>, library) =>
  nutrientPageView(record.id, loadNutrient(record), library),
);

/** An article and the works that it cites. */
export const worksOfArticle = latest((record: RecordOf<'articles'>, library) =>
  articleWorks(record, loadArticle(record).document, library, new URL(siteUrl())),
);

/** A nutrient and the works that it cites. */
export const worksOfNutrient = latest((record: RecordOf<'nutrients'>, library) =>
  nutrientWorks(record, loadNutrient(record).document, library, new URL(siteUrl())),
);

/** A figure and the works that it cites. */
export const worksOfFigure = latest((record: RecordOf<'figures'>, library) =>
  figureWorks(record.id, library, new URL(siteUrl())),
);
