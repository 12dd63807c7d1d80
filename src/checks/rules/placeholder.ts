/** What only the owner of the site knows is filled in before it goes out. */
import { isPlaceholder, siteSchema } from '../../schemas/site.ts';
import type { Rule } from '../rule.ts';

const fields = Object.keys(siteSchema.shape) as (keyof typeof siteSchema.shape)[];

export const placeholder: Rule = {
  id: 'placeholder',
  demands: 'No value of `site.yaml` is a placeholder, and no e-mail address ends in `.example`.',
  why: 'Readers must learn who is responsible, and where to write; only the owner of the site knows, and nobody makes it up.',
  fix: 'Write what is true, before the site goes out.',
  corpus: ({ corpus }) =>
    [...corpus.entries.site.values()].flatMap((entry) =>
      fields.flatMap((field) => {
        const value = entry.data[field];
        return value === undefined || !isPlaceholder(value)
          ? []
          : [
              {
                file: entry.file,
                ...entry.locate([field]),
                message: `"${field}" is a placeholder (${value}).`,
              },
            ];
      }),
    ),
};
