/** Finds the letters of a text again where a file writes it longer: escapes, folds, entities. */

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };
const entity = /&(?:#x?[0-9a-f]+|[a-z][a-z0-9]*);/iy;

/**
 * Makes a function from offsets in `value` to offsets in `raw`. It walks on from the last answer,
 * so that asking in order takes one walk.
 * @param raw as Markdown or YAML writes it
 * @param from where the writing starts in `raw`
 * @param value what it says
 */
export function alignTexts(raw: string, from: number, value: string): (offset: number) => number {
  let at = from;
  let done = 0;
  return (offset) => {
    if (offset < done) {
      at = from;
      done = 0;
    }
    while (done < offset && at < raw.length) {
      const [written, said] = stride(raw, at, value, done);
      at += written;
      done += said;
    }
    // What is written between the last letter and this one.
    const next = value.charAt(done);
    while (at < raw.length && isSpace(raw.charAt(at)) && !isSpace(next)) at += 1;
    return raw.charAt(at) === '\\' && raw.charAt(at + 1) === next ? at + 1 : at;
  };
}

// How many letters are written, and how many are said by them.
function stride(raw: string, at: number, value: string, done: number): [number, number] {
  const written = raw.charAt(at);
  const said = value.charAt(done);
  if (written === said) return [1, 1];
  if (isSpace(written)) return [1, isSpace(said) ? 1 : 0];
  switch (written) {
    case '\\': {
      const next = raw.charAt(at + 1);
      if (escapes[next] === said) return [2, 1];
      if (next === said) return [1, 0];
      return next === 'u' ? [6, 1] : next === 'x' ? [4, 1] : [1, 0];
    }
    case '&':
      entity.lastIndex = at;
      return [entity.exec(raw)?.[0].length ?? 1, (value.codePointAt(done) ?? 0) > 0xff_ff ? 2 : 1];
    case '.':
      return [said === '…' ? 3 : 1, 1];
    case "'":
      // Of two apostrophes in single quotation marks one is said; a curled one is said itself.
      return [1, said !== '' && '‘’′'.includes(said) ? 1 : 0];
    case '>':
      return [1, 0];
    default:
      return [1, 1];
  }
}

function isSpace(letter: string): boolean {
  return letter === ' ' || letter === '\n' || letter === '\t' || letter === '\r';
}
