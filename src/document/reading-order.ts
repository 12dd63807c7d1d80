/** What stands in a document, in the order in which it is read. */
import type { Citation, ComponentPart, Document, Part } from './document.ts';

/** Its citations and components, those inside of others behind them. */
export function inReadingOrder({
  urgent,
  takeaways,
  body,
  answers,
}: Pick<Document, 'urgent' | 'takeaways' | 'body' | 'answers'>): (Citation | ComponentPart)[] {
  return [urgent, ...takeaways, body, ...answers].flat().flatMap(within);
}

function within(part: Part): (Citation | ComponentPart)[] {
  if (typeof part === 'string') return [];
  return part.kind === 'citation' ? [part] : [part, ...part.children.flatMap(within)];
}
