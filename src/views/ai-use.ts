/** The one sentence on what part AI had in a text. */
import type { Library } from '../library/records.ts';
import type { AiUse } from '../schemas/ai.ts';

const texts: Record<AiUse, string | undefined> = {
  none: undefined,
  assisted: 'This page was written with the help of AI.',
  generated: 'This page was drafted by AI.',
};

/** What part AI had in an entry: its own word, or that of the site; undefined where neither says it. */
export function aiUseOf(data: { aiUse?: AiUse | undefined }, library: Library): AiUse | undefined {
  return data.aiUse ?? library.site.aiUse;
}

/** "This page was drafted by AI."; undefined where it had none, or nobody says. */
export function aiText(use: AiUse | undefined): string | undefined {
  return use === undefined ? undefined : texts[use];
}
