/** Reads a content file as text and refuses what cannot be read safely. */
import type { Diagnostic, Position } from '../problem.ts';
import { LineIndex } from '../document/line-index.ts';
import { characterName, hasUnseen, unseenCharacters } from '../schemas/letters.ts';

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
  const diagnostics = [...text.matchAll(unseenCharacters)].slice(0, 20).map((match) => ({
    rule: 'file-characters',
    ...lines.position(match.index),
    message: `the character ${characterName(match[0])} cannot be seen.`,
    fix:
      match[0] === '\uFEFF' && match.index === 0
        ? 'Save the file as UTF-8 without a byte order mark (BOM).'
        : 'Delete it.',
  }));
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
