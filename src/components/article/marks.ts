/** Marks of citations, and prose with them: what stands in its lines is one text. */
import { bareCertainty } from '#components/ui/certainty.ts';
import type { CitationView, EvidenceLinkView } from '#views/citation.ts';
import type { ComponentView, PartView } from '#views/parts.ts';
import { Html, textOf, written } from '../html.ts';

/**
 * Marks of one citation bracket: numbers that open a note in place. A button lies over each number
 * and does not hold it, so that reader views keep the number; copies leave it out. Where the browser
 * opens no notes, or shows no styles, the arrow beside the number leads to the reference instead.
 */
export function citationMarks(citations: readonly CitationView[]): Html[] {
  return citations.map(({ text, mark, anchor, noteId, label, href }, index) => {
    const classes = text.length === 1 ? 'cite digit' : 'cite';
    const comma = index < citations.length - 1 && ',';
    return written`<sup class="${classes}">${text}${comma}${mark && bareCertainty(mark)}<button type="button" id="${anchor}" popovertarget="${noteId}" aria-label="${label}"></button><a href="${href}" aria-label="To the source">↓</a></sup>`;
  });
}

/** Marks of a citation where no notes and no reference list stand: each leads to its evidence. */
function evidenceMarks(links: readonly EvidenceLinkView[]): Html {
  const marks = links.map(
    ({ href, label, number, mark }) =>
      written`<a href="${href}" aria-label="${label}">${number}${mark && bareCertainty(mark)}</a>`,
  );
  return written`<sup class="evidence">${marks}</sup>`;
}

/** Prose in order: its text with the marks in it, and the components between. */
export function inRuns(parts: readonly PartView[]): (Html | ComponentView)[] {
  const runs: (Html | ComponentView)[] = [];
  let text = '';
  const close = (): void => {
    if (text !== '') runs.push(new Html(text));
    text = '';
  };
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if (part.kind === 'citation') text += textOf(citationMarks(part.citations));
    else if (part.kind === 'evidence') text += evidenceMarks(part.links).text;
    else {
      close();
      runs.push(part.component);
    }
  }
  close();
  return runs;
}
