/** Reads a content file as text and refuses what cannot be read safely. */
import type { Diagnostic, Position } from '../problem.ts';
import { LineIndex } from '../document/line-index.ts';
import { safe, unsafe } from '../document/mend.ts';
import { characterName, hasUnseen, unseenCharacters } from '../schemas/letters.ts';

// Characters that come along when text is copied, and do nothing where they stand.
const harmless = /^[\u00AD\u200B-\u200E\u2060\uFEFF]$/;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A file's text, and what is wrong with its bytes. */
export interface DecodedText {
  text: string;
  diagnostics: Diagnostic[];
}

/** Decodes a file; diagnostics name each unseen character. The text is returned without them. */
export function decodeText(bytes: Uint8Array): DecodedText {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return notUtf8(invalidPosition(bytes));
  }
  // UTF-16 without its mark decodes, and is every other character a null.
  if (text.length > 3 && text.split('\0').length > text.length / 4)
    return notUtf8({ line: 1, column: 1 });
  if (text.trim() === '') {
    return {
      text: '',
      diagnostics: [
        {
          rule: 'file-empty',
          line: 1,
          column: 1,
          message: 'the file is empty.',
          fix: 'Fill it, or delete it.',
        },
      ],
    };
  }
  if (!hasUnseen(text)) return { text, diagnostics: [] };
  const lines = new LineIndex(text);
  // Where it stands in the text that is returned, which has no byte order mark before it.
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  const readLines = new LineIndex(text.slice(first));
  const diagnostics = [...text.matchAll(unseenCharacters)].slice(0, 20).map((match) => {
    const { 0: character, index } = match;
    const isMark = character === '\uFEFF' && index === 0;
    const start = readLines.position(Math.max(0, index - first));
    const end = readLines.position(isMark ? 0 : index - first + character.length);
    const why = 'Nobody sees it, and no letter beside it changes.';
    return {
      rule: 'file-characters',
      ...lines.position(index),
      message: `the character ${characterName(character)} cannot be seen.`,
      fix: isMark ? 'Save the file as UTF-8 without a byte order mark (BOM).' : 'Delete it.',
      mend: (harmless.test(character) ? safe : unsafe)(why, { start, end, text: '' }),
    };
  });
  // Same length, so that every position behind it stays right; nothing may stand before a frontmatter.
  const readable = text.replace(unseenCharacters, (character) => ' '.repeat(character.length));
  return { text: text.startsWith('\uFEFF') ? readable.slice(1) : readable, diagnostics };
}

function notUtf8(position: Position): DecodedText {
  const message = 'the file is not UTF-8 text.';
  const fix = 'Save it again with the encoding UTF-8.';
  return { text: '', diagnostics: [{ rule: 'file-encoding', ...position, message, fix }] };
}

function invalidPosition(bytes: Uint8Array): Position {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return new LineIndex(lenient).position(Math.max(0, lenient.indexOf('\uFFFD')));
}
