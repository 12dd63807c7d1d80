/** Lines and columns of a text by offset, and back. */
import type { Position } from '../problem.ts';

/** Where the lines of a text start; asked in logarithmic time. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
      this.#starts.push(at + 1);
  }

  /** Position of an offset; the end of the text when it lies behind it. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 };
  }

  /** Offset of a position; the nearest one when the position does not exist. */
  offset(position: Position): number {
    const line = Math.max(1, Math.min(position.line, this.#starts.length));
    return Math.min((this.#starts[line - 1] ?? 0) + position.column - 1, this.#length);
  }
}
