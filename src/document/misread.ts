/** Text that Markdown takes for markup: what it would lose or renumber is told. */
import type { Element, ElementContent } from 'hast';

/** Something that was read as markup; `offset` counts in the source. */
export interface Misreading {
  offset: number;
  message: string;
  fix: string;
  /** Where signs stand that no reader would miss. */
  unprinted?: readonly [start: number, end: number];
}

/** What is wrong with one element, judged by what its author wrote. */
export function misreadings(node: Element, source: string): Misreading[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  const raw = source.slice(start, end);
  const told = (message: string, fix: string, offset = start): Misreading[] => [
    { offset, message, fix },
  ];
  switch (node.tagName) {
    case 'em':
    case 'strong':
    case 'del': {
      const sign = raw.charAt(0);
      const isInside =
        (letter.test(source.charAt(start - 1)) && letter.test(source.charAt(end))) ||
        digit.test(source.charAt(start - 1)) ||
        digit.test(source.charAt(end));
      return isInside
        ? told(
            `"${shown(raw)}" is read as emphasis inside a word, and loses its signs.`,
            `Write \\${sign} for each sign that is meant.`,
          )
        : [];
    }
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      if (!raw.startsWith('#'))
        return told(
          'the line under this text makes it a heading.',
          'Start a heading with ##; put an empty line before a line that parts sections.',
        );
      return told(
        'the signs at the end of this heading are not printed.',
        'Write \\# for a sign.',
      ).flatMap((found) => {
        const signs = /[ \t]+#+[ \t]*$/.exec(raw);
        return signs === null ? [] : [{ ...found, unprinted: [start + signs.index, end] as const }];
      });
    case 'blockquote':
      return /^>[\d=]/.test(raw)
        ? told(`"${shown(raw)}" is read as a quotation.`, 'Write \\> for "more than".')
        : [];
    case 'ul':
      return raw.startsWith('+')
        ? told('a line that starts with + is read as a list.', 'Start items with -, or write \\+.')
        : [];
    case 'ol':
      return misnumbered(node, source);
    case 'li':
      return node.children.every((child) => child.type === 'text' && child.value.trim() === '')
        ? told(
            'an item of a list is empty.',
            'Fill it; a sign that is meant is written \\- or \\+.',
          )
        : [];
    case 'tr':
      return [];
    default:
      return [];
  }
}

const letter = /[\p{L}\p{N}]/u;
const digit = /\p{N}/u;

// A list is numbered from its first number on, whatever stands before the others.
function misnumbered(list: Element, source: string): Misreading[] {
  const items = list.children.filter((child) => child.type === 'element');
  const numbers = items.map(({ position }) => {
    const offset = position?.start.offset ?? 0;
    return { offset, number: Number(/^\d+/.exec(source.slice(offset, offset + 10))?.[0]) };
  });
  const [first] = numbers;
  if (first === undefined) return [];
  if (first.number >= 1000 || (numbers.length === 1 && first.number > 1))
    return [
      {
        offset: first.offset,
        message: `"${first.number}." at the start of a line is read as the number of a list.`,
        fix: `Write ${first.number}\\.`,
      },
    ];
  if (numbers.every(({ number }) => number === first.number)) return [];
  return numbers
    .flatMap(({ offset, number }, index) => {
      const printed = first.number + index;
      if (number === printed) return [];
      const message = `"${number}." would be printed as "${printed}.".`;
      return [{ offset, message, fix: 'Number a list in order, or by its first number alone.' }];
    })
    .slice(0, 1);
}

/** Blocks that begin in the middle of a sentence, right under its line. */
export function interruptions(nodes: readonly ElementContent[], source: string): Misreading[] {
  return nodes.flatMap((node, index): Misreading[] => {
    if (node.type !== 'element' || !['ul', 'ol', 'blockquote'].includes(node.tagName)) return [];
    const before = nodes.slice(0, index).findLast((child) => child.type === 'element');
    if (before?.type !== 'element' || before.tagName !== 'p') return [];
    const end = before.position?.end.offset ?? 0;
    const offset = node.position?.start.offset ?? 0;
    if (/\n\s*\n/.test(source.slice(end, offset))) return [];
    const sign = source.charAt(offset);
    if (node.tagName === 'blockquote')
      return [
        {
          offset,
          message: 'a line under this text starts with > and is read as a quotation.',
          fix: 'Put an empty line before a quotation; write \\> for "more than".',
        },
      ];
    const items = node.children.filter((child) => child.type === 'element');
    if (items.length > 1 || /[:.!?…”"’*]/.test(source.charAt(end - 1))) return [];
    return [
      {
        offset,
        message: `a line that starts with ${sign} is read as a list of one item.`,
        fix: `Put an empty line before a list; write \\${sign} for the sign.`,
      },
    ];
  });
}

/** Rows with more cells than their table has columns: the rest is not printed. */
export function lostCells(table: Element, source: string): Misreading[] {
  const rows = rowsOf(table);
  const columns = rows[0]?.children.filter((child) => child.type === 'element').length ?? 0;
  return rows.flatMap(({ position }): Misreading[] => {
    const offset = position?.start.offset ?? 0;
    const raw = source.slice(offset, position?.end.offset).trim();
    const cells = raw.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/).length;
    if (cells <= columns) return [];
    const message = `a row has ${cells} cells, and the table ${columns} columns.`;
    return [{ offset, message, fix: 'Give the head a cell for each, or write \\| for the sign.' }];
  });
}

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) =>
    child.type === 'element' ? (child.tagName === 'tr' ? [child] : rowsOf(child)) : [],
  );
}

function shown(raw: string): string {
  const line = raw.split('\n')[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
