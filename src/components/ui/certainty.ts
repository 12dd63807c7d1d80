/** How sure the evidence is: four blocks, which the stylesheet draws, and, beside prose, a word. */
import { certaintyText } from '#domain/certainty.ts';
import type { Certainty } from '#schemas/fields.ts';
import { written, type Html } from '../html.ts';

/** The blocks with their word. */
export function certaintyMark(certainty: Certainty): Html {
  return written`<span class="certainty sure ${certainty}">${certaintyText[certainty]}</span>`;
}

/** The blocks alone, where the word stands in an accessible name already. */
export function bareCertainty(certainty: Certainty): Html {
  return written`<i class="sure ${certainty}"></i>`;
}
