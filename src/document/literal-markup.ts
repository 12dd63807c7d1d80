/**
 * Markup of other systems, and markup that was begun and not ended: Markdown prints it as it stands.
 * One table says what each looks like, what to write instead, and is what the documentation lists.
 */
import { boxElsewhere, shortcodes, templateElsewhere } from './elsewhere.ts';

interface Kind {
  id: string;
  /** One that the pattern finds; the tests try each. */
  example: string;
  /** Has the flags g and u. */
  pattern: RegExp;
  fix: string | ((text: string) => string);
  /** What was meant, where that is sure. */
  mend?: (text: string) => string;
  /** `field`: only text that no Markdown is read in, such as a title. `start`: only where a block starts. */
  only?: 'field' | 'start';
}

const sign = 'Write the sign itself: ₂, ², ½.';
const callout = (text: string): string => {
  const [name] = /[a-z]+/i.exec(text) ?? [];
  return name === undefined
    ? 'Close it with </Callout>.'
    : `Write <Callout kind="${boxElsewhere(name)}" title="…">…</Callout>.`;
};
const link = 'Write [words](/path/).';
const table = 'Give the table its second line: | --- | --- |.';
const plain = 'No Markdown is read here: write the words alone.';

/** In the order in which they are looked for: what one has found, those behind it leave alone. */
export const literalKinds: readonly Kind[] = [
  {
    id: 'field-link',
    example: 'See [our guide](/guide/).',
    pattern: /\[[^[\]\n]*\]\([^()\n]*\)/gu,
    fix: plain,
    only: 'field',
  },
  {
    id: 'field-citation',
    example: 'As found [@id].',
    pattern: /\[@[^[\]\n]*\]/gu,
    fix: plain,
    only: 'field',
  },
  {
    id: 'field-emphasis',
    example: 'This is *new*.',
    pattern: /(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])[^*_\n]*[^\s*_]\1(?![\p{L}\p{N}*_])/gu,
    fix: plain,
    only: 'field',
  },
  {
    id: 'field-tag',
    example: 'This is <b>new</b>.',
    pattern: /<!--|<\/?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?\/?>/gu,
    fix: plain,
    only: 'field',
  },
  {
    id: 'field-template',
    example: 'This is {{ new }}.',
    pattern: /\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{\/\*/gu,
    fix: plain,
    only: 'field',
  },
  {
    id: 'field-escape',
    example: 'Five \\* nine',
    pattern: /\\[!-/:-@[-`{-~]/gu,
    fix: 'Write the character alone: nothing is escaped here.',
    only: 'field',
  },
  { id: 'box', example: ':::note', pattern: /^[ \t]*:{3,}.*$/gmu, fix: callout },
  { id: 'alert', example: '[!NOTE] Mind the label.', pattern: /\[!\w+\]/gu, fix: callout },
  {
    id: 'shortcode',
    example: '[gallery ids="1,2"]',
    pattern: new RegExp(
      String.raw`\[/?(?:${shortcodes.join('|')})(?![\w-])[^[\]\n]*\](?!\()`,
      'giu',
    ),
    fix: templateElsewhere,
  },
  {
    id: 'contents',
    example: '[TOC]',
    pattern: /@?\[\[?_?toc_?\]?\]/giu,
    fix: 'Take it out: the page makes its own list of contents.',
  },
  {
    id: 'embed',
    example: '![[plate.png]]',
    pattern: /!\[\[[^[\]\n]*\]\]/gu,
    fix: 'Write <Picture id="…" /> for a picture of content/images/.',
  },
  { id: 'wiki-link', example: 'See [[Iron]].', pattern: /\[\[[^[\]\n]*\]\]/gu, fix: link },
  {
    id: 'inline-note',
    example: 'A note^[Like this.].',
    pattern: /\^\[[^[\]\n]*\]?/gu,
    fix: 'Write the note as a sentence, or cite with [@id].',
  },
  {
    id: 'number',
    example: 'Needed by nerves [1][2].',
    pattern:
      /(?<!\b(?:CI|interval|range|between)[:,]?\s)\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\](?:\[[\d,;–-]*\])*(?!\()/gu,
    fix: 'Cite with [@id]: the numbers are made from it.',
  },
  {
    id: 'reference-link',
    example: 'See [the guide][guide].',
    pattern: /\[(?!@)[^[\]\n]+\]\[(?!@)[^[\]\n]*\]/gu,
    fix: link,
  },
  {
    id: 'bbcode',
    example: 'This is [b]loud[/b].',
    pattern:
      /\[(b|i|u|s|url|img|quote|code|color|size|list)(?:=[^[\]\n]*)?\][^[\n]{0,200}\[\/\1\]|\[\/(?:b|i|u|s|url|img|quote|code|color|size|list)\]/giu,
    fix: 'Write **words** for weight, *words* for stress, [words](/path/) for a link.',
  },
  {
    id: 'broken-link',
    example: 'See [the guide](/some path/).',
    pattern: /\]\([^\s)]*/gu,
    fix: 'Write [words](/path/): an address without spaces, and both brackets closed.',
  },
  {
    id: 'table-rule',
    example: '| a | b |\n|---|\n| 1 | 2 |',
    pattern: /^(?=[^\n]*\|)(?=[^\n]*---)[ \t|:-]+$/gmu,
    fix: 'Give the second line of the table as many columns as the first: | --- | --- |.',
  },
  { id: 'table', example: '| Food | Zinc |', pattern: /^[ \t]*\|.*\|[ \t]*$/gmu, fix: table },
  { id: 'bars', example: 'a ||| b', pattern: /\|{2,}/gu, fix: 'Take the bars out.' },
  {
    id: 'heading',
    example: '##No space',
    pattern: /^#{2,6}(?=[^\s#]|[\u00A0\u2000-\u200A\u202F\u3000]).*$/gmu,
    fix: 'Put a space behind the signs: ## Words.',
    mend: (text) => text.replace(/^(#+)[^\S\n]*/, '$1 '),
  },
  {
    id: 'heading-start',
    example: '#Zinc and you',
    pattern: /^#(?=\p{L}).*$/gu,
    fix: 'Write ## and a space for a heading, \\# for the sign.',
    only: 'start',
  },
  {
    id: 'lowered',
    example: 'H~2~O',
    pattern: /(?<=[\p{L})])~[\p{L}\p{N}+−-]{1,12}~/gu,
    fix: sign,
  },
  { id: 'raised', example: 'kg/m^2^', pattern: /\^[^\s^[\]]{1,12}\^/gu, fix: sign },
  {
    id: 'marked',
    example: 'This is ==marked==.',
    pattern: /(?<!=)==(?=[^\s=])[^=\n]*==(?!=)/gu,
    fix: 'Write **words** for weight.',
  },
  {
    id: 'inserted',
    example: 'This is ++new++.',
    pattern: /(?<![\p{L}\p{N}+])\+\+(?=[^\s+])[^+\n]*[^\s+]\+\+/gu,
    fix: 'Take the signs out.',
  },
  {
    id: 'math-block',
    example: '$$ x $$',
    pattern: /\$\$/gu,
    fix: 'Write the formula in words or plain signs.',
  },
  {
    id: 'math',
    example: 'the sum $x^2$',
    pattern:
      /\$(?:[A-Za-z]|(?=[^\s$])(?=[^$\n]{0,80}[\\^_={])[^$\n]{0,80}[^\s$])\$(?![\p{L}\p{N}])/gu,
    fix: 'Write the formula in words or plain signs.',
  },
  {
    id: 'latex',
    example: 'a \\frac of it',
    pattern: /\\[A-Za-z]{2,}/gu,
    fix: 'Write the sign itself, or put it into `code`.',
  },
  {
    id: 'bold',
    example: 'bold with **no close',
    pattern: /\*{2,}/gu,
    fix: 'Close it right behind the last word: **words**. A star is written \\*.',
  },
  {
    id: 'bold-underscores',
    example: 'bold with __no close',
    pattern: /(?<![\p{L}\p{N}_])__(?=[^\s_])|(?<=[^\s_])__(?![\p{L}\p{N}_])/gu,
    fix: 'Close it right behind the last word, or write \\_ for the line.',
  },
  {
    id: 'emphasis',
    example: 'stress with *no close',
    pattern: /(?<=\S\s)[*_](?=\p{L})/gu,
    fix: 'Close it right behind the last word: *words*. A star is written \\*.',
  },
  {
    id: 'struck',
    example: 'struck with ~~no close',
    pattern: /~{2,}/gu,
    fix: 'Close it right behind the last word: ~~words~~.',
  },
  {
    id: 'code',
    example: 'code with `no close',
    pattern: /`+/gu,
    fix: 'Close it: `code`. The sign itself is written \\`.',
  },
  {
    id: 'placeholder',
    example: 'TODO: fix me.',
    pattern: /\b(?:TODO|FIXME|XXX+|TKTK|TBD|[Ll]orem ipsum)\b|(?<!\()\bTK\b(?!\))/gu,
    fix: 'Finish it, or move the note into {/* … */}.',
  },
  {
    id: 'emoji',
    example: 'Well done :tada:',
    pattern: /(?<![\p{L}\p{N}:]):[a-z][a-z0-9_+-]*:(?![\p{L}\p{N}:])/gu,
    fix: 'Write the sign itself, or leave it out.',
  },
  {
    id: 'task',
    example: 'buy beans [ ]',
    pattern: /\[ ?\]|^[ \t]*\[[xX]\](?=\s)/gmu,
    fix: 'Take the box out: nobody can tick it here.',
  },
  {
    id: 'definition',
    example: 'Term\n: what it means',
    pattern: /(?<=\n)[ \t]*: +\S/gu,
    fix: 'Write a list: - **Term.** What it means.',
  },
  {
    id: 'entity',
    example: 'salt &amp;nbsp; iron',
    pattern: /&(?:[a-z][a-zA-Z0-9]+|#\d+|#x[0-9a-fA-F]+);|&(?:nbsp|amp|lt|gt|quot|copy|deg)\b/gu,
    fix: 'Write the character itself.',
  },
  {
    id: 'lost-letter',
    example: 'na\uFFFDve',
    pattern: /\uFFFD/gu,
    fix: 'A letter was lost here: write it again.',
  },
];

// One walk over the letters tells of nearly every text that it holds nothing of the kind.
const mayHold =
  /[*_`~$\\&^|\uFFFD{<]|\+\+|==|\]\s?[[(]|\[[^@]|#\S|:[:a-z]|\n\s*:|@\[|TODO|FIXME|XXX|TK|TBD|[Ll]orem ipsum/u;

/** Something that would be printed as it stands; `start` and `end` count in the text given. */
export interface LiteralMarkup {
  start: number;
  end: number;
  text: string;
  fix: string;
  /** What was meant, where that is sure. */
  mended?: string | undefined;
}

/**
 * What a text prints that was meant as markup, in order.
 * @param place `start` where a block begins with the text, `field` where no Markdown is read in it
 */
export function findLiteralMarkup(
  text: string,
  place: 'start' | 'inside' | 'field',
): LiteralMarkup[] {
  if (!mayHold.test(text) && !(place === 'field' && text.includes('['))) return [];
  const found: LiteralMarkup[] = [];
  for (const { pattern, fix, mend, only } of literalKinds) {
    if (only !== undefined && only !== place) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((earlier) => start < earlier.end && end > earlier.start)) continue;
      found.push({
        start,
        end,
        text: match[0].trim(),
        fix: typeof fix === 'string' ? fix : fix(match[0]),
        mended: mend?.(match[0]),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
