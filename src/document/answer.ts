/** An answer as lists of questions hold it: its words, its citations and the doses in it. */
import type { AnswerPiece } from '../schemas/article.ts';
import type { Part } from './document.ts';

/**
 * The pieces of an answer. Terms are their words; cards, tables and pictures of data stay in the
 * article, where their evidence stands before them.
 */
export function listedAnswer(parts: readonly Part[]): AnswerPiece[] {
  const pieces: AnswerPiece[] = [];
  for (const piece of parts.flatMap(piecesOf)) {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string')
      pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

function piecesOf(part: Part): AnswerPiece[] {
  if (typeof part === 'string') return [part];
  if (part.kind === 'citation') return [{ cites: part.ids }];
  if (part.name === 'Dose') return [part.props];
  return part.children.flatMap(piecesOf);
}
