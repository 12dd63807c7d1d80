/** Says what content may not hold: code, raw HTML, components and marks where they cannot stand. */
import type { Element, ElementContent } from 'hast';
import type { Diagnostic, Mend, Position } from '../problem.ts';
import { characterName, hasUnseen, unseenCharacters } from '../schemas/letters.ts';
import { isContent, placeOf, rawOf, type Context, type JsxNode } from './context.ts';
import type { ComponentPart } from './document.ts';
import { isBlock } from './elements.ts';
import { tagElsewhere } from './elsewhere.ts';
import { findLiteralMarkup } from './literal-markup.ts';
import type { Misreading } from './misread.ts';
import { marker } from './normal.ts';
import { placeNames, type ProseBlock } from './prose.ts';
import { editAt, safe } from './mend.ts';
import type { LostDefinition } from './parse.ts';
import { didYouMean, sureGuess } from './suggest.ts';
import { inlineContent } from './typeset.ts';
import { componentNames, vocabulary, type ComponentName } from './vocabulary.ts';

type ValueNode = ElementContent & { value: string };

/** A module's `import` or `export`. */
export function validateModule(node: ValueNode, context: Context): Diagnostic[] {
  const word = node.value.trimStart().startsWith('export') ? 'export' : 'import';
  const start = node.position?.start.offset ?? 0;
  const raw = rawOf(node, context).trimEnd();
  return [
    {
      rule: 'no-code',
      ...placeOf(node, context),
      mend:
        word === 'import' && !raw.includes('\n')
          ? safe(
              'Nothing has to be imported.',
              editAt(context.locate, start, start + raw.length, ''),
            )
          : undefined,
      message: `${word}: content is data and cannot hold code.`,
      fix:
        word === 'import'
          ? 'Delete the line: every component is there without an import.'
          : 'Delete the line; a figure belongs in a data file.',
    },
  ];
}

// One comment or several, and nothing between them.
const comments = /^\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)+$/;

/** What stands in braces: comments alone are fine. */
export function validateExpression(node: ValueNode, context: Context): Diagnostic[] {
  if (comments.test(node.value)) return [];
  return [
    {
      rule: 'no-code',
      ...placeOf(node, context),
      message: `expression: {${shorten(node.value)}} is not allowed in content.`,
      fix: 'Write the text itself; a brace that is meant as a character is written \\{.',
    },
  ];
}

const blockNames: Readonly<Record<string, string>> = {
  ul: 'a list',
  ol: 'a list',
  blockquote: 'a quotation',
  table: 'a table',
  pre: 'a block of code',
  hr: 'a line',
};

/** A takeaway is set as one line of a list: it is one paragraph. */
export function validateTakeaway(nodes: readonly ElementContent[], context: Context): Diagnostic[] {
  const blocks = nodes.filter((node) => node.type !== 'text' || isContent(node));
  const [first, second] = blocks.filter(({ type }) => (type as string) !== 'mdxFlowExpression');
  const wrong = [first, second].find(
    (node) => node?.type === 'element' && node.tagName !== 'p' && !/^h\d$/.test(node.tagName),
  );
  const found =
    wrong?.type === 'element'
      ? { node: wrong, what: blockNames[wrong.tagName] ?? 'a block' }
      : second?.type === 'element'
        ? { node: second, what: 'a second paragraph' }
        : undefined;
  if (found === undefined) return [];
  return [
    {
      rule: 'markup-place',
      ...placeOf(found.node, context),
      message: `${found.what} stands in a takeaway.`,
      fix: 'A takeaway is one paragraph: write it as a sentence.',
    },
  ];
}

/** What Markdown took for markup, told at its places. */
export function reportMisreadings(found: readonly Misreading[], { locate }: Context): Diagnostic[] {
  return found.map(({ offset, message, fix, unprinted }) => ({
    rule: 'accidental-markup',
    ...locate(offset),
    message,
    fix,
    mend: unprinted && safe('They are not printed now.', editAt(locate, ...unprinted, '')),
  }));
}

/** Definitions of links that nothing uses. */
export function reportLostDefinitions(
  lost: readonly LostDefinition[],
  context: Context,
): Diagnostic[] {
  return reportMisreadings(
    lost.map(({ offset, isNote }) =>
      isNote
        ? {
            offset,
            message: 'a footnote would be the address of a link.',
            fix: 'Cite with [@id], a claim or a source: the notes are made from it.',
          }
        : {
            offset,
            message: 'the address of a link that nothing uses is not printed.',
            fix: 'Delete it; a bracket that is meant as text is written \\[.',
          },
    ),
    context,
  );
}

/**
 * Markup of other systems in a text.
 * @param letter where a letter stands in the file, and whether it was escaped
 */
export function validateText(
  text: string,
  at: 'start' | 'inside',
  letter: (index: number) => { position: Position; isEscaped: boolean },
): Diagnostic[] {
  return findLiteralMarkup(text, at).flatMap(({ start, end, text: found, fix, mended }) => {
    // A sign that was escaped is meant as it stands.
    const isMeant = text
      .slice(start, end)
      .split('')
      .some((sign, index) => /[!-/:-@[-`{-~]/.test(sign) && letter(start + index).isEscaped);
    if (isMeant) return [];
    return [
      {
        rule: 'literal-markup',
        ...letter(start).position,
        message: `"${shorten(found)}" would be printed as it stands.`,
        fix,
        mend:
          mended === undefined
            ? undefined
            : safe('Nothing else begins like that.', {
                start: letter(start).position,
                end: letter(end).position,
                text: mended,
              }),
      },
    ];
  });
}

/** Spelled as an entity, a character that nobody can see gets past the reader of files. */
export function validateCharacters(text: string, position: Position): Diagnostic[] {
  if (!hasUnseen(text)) return [];
  const at = text.search(unseenCharacters);
  const name = characterName(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return [
    {
      rule: 'file-characters',
      ...position,
      message: `the character ${name} cannot be seen.`,
      fix: 'Delete it.',
    },
  ];
}

/** The form of a citation, and whether it stands in a link. */
export function validateCitation(
  text: string,
  isMalformed: boolean,
  position: Position,
  { inLink }: Context,
  end: Position,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (isMalformed) {
    const ids = text
      .slice(1, -1)
      .split(/\s*[,;&]\s*|\s+and\s+|\s+/)
      .filter((id) => id !== '');
    const isPlain = ids.length > 0 && ids.every((id) => /^@[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id));
    diagnostics.push({
      rule: 'citation-syntax',
      ...position,
      message: `"${text}" is no citation.`,
      fix: 'Write [@id], or [@first-id; @second-id] for several.',
      mend: isPlain
        ? safe('The ids stay, with the sign that parts them.', {
            start: position,
            end,
            text: `[${ids.join('; ')}]`,
          })
        : undefined,
    });
  }
  if (inLink)
    diagnostics.push({
      rule: 'markup-place',
      ...position,
      message: 'a citation stands inside a link.',
      fix: 'Move it behind the link.',
    });
  return diagnostics;
}

const citationMarker = new RegExp(marker.citation, 'g');
const insideWord = new RegExp(String.raw`\p{Script=Latin}${marker.citation}\p{Script=Latin}`, 'u');

/** Citations that part a word, in a block that is not yet in its normal form. */
export function validateMarks({ text, citations }: ProseBlock): Diagnostic[] {
  if (!text.includes(marker.citation)) return [];
  return [...text.matchAll(citationMarker)].flatMap(({ index }, number) => {
    if (!insideWord.test(text.slice(Math.max(0, index - 2), index + 3))) return [];
    return [
      {
        rule: 'citation-syntax',
        ...(citations[number]?.position ?? { line: 1, column: 1 }),
        message: 'a citation stands inside a word.',
        fix: 'Move it behind the word.',
      },
    ];
  });
}

/** A list of tasks: it would be printed with boxes. */
export function validateItem({ properties }: Element, position: Position): Diagnostic[] {
  if (!String(properties['className'] ?? '').includes('task-list-item')) return [];
  return [
    {
      rule: 'literal-markup',
      ...position,
      message: 'a list of tasks: nobody can tick its boxes here.',
      fix: 'Take out [ ] and [x].',
    },
  ];
}

/** A block of code that runs to the end of the text. */
export function validateCode(node: Element, context: Context): Diagnostic[] {
  const raw = rawOf(node, context);
  const fence = /^(?:`{3,}|~{3,})/.exec(raw)?.[0];
  if (fence === undefined) return [];
  const last = raw.trimEnd().split('\n').slice(1).at(-1) ?? '';
  if (last.replace(/^[\s>]*/, '').startsWith(fence)) return [];
  return [
    {
      rule: 'mdx-syntax',
      ...placeOf(node, context),
      message: 'a block of code is not closed.',
      fix: `Write ${fence} on a line of its own behind it.`,
    },
  ];
}

// Words that turn a sentence round.
const turning =
  /\b(?:not|no|never|nor|none|nothing|nobody|neither|cannot|without|hardly|barely|fails?|failed|unable|myth|false|untrue|unproven)\b|n['’]t\b/iu;

/** A picture of Markdown, of which a page knows neither the size nor whose it is. */
export function validateImage(node: Element, position: Position): Diagnostic[] {
  const address = shorten(String(node.properties['src'] ?? ''));
  return [
    {
      rule: 'prose-image',
      ...position,
      message: `![…](${address}) shows a picture of which nobody says whose it is.`,
      fix: 'Put it into content/images/ with a file that says so, and write <Picture id="…" /> on a line of its own.',
    },
  ];
}

/** Words that are struck out, and turn the sentence round for those who only hear it. */
export function validateDeletion(text: string, position: Position): Diagnostic[] {
  if (!turning.test(text)) return [];
  return [
    {
      rule: 'literal-markup',
      ...position,
      message: `"${text}" is struck out, and the sentence then says the opposite.`,
      fix: 'Write the sentence that holds: a listener hears no line through words.',
    },
  ];
}

/** A tag of HTML. */
export function reportHtml(
  name: string,
  node: JsxNode,
  position: Position,
  context: Context,
): Diagnostic {
  return {
    rule: 'no-html',
    ...position,
    mend: mendTag(name, node, context),
    message: `raw HTML: <${name}> is not allowed in content.`,
    fix: tagElsewhere(name) ?? `Write Markdown, or a component: ${componentNames.join(', ')}.`,
  };
}

const signs: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*' };

// Weight and stress have signs of Markdown.
function mendTag(name: string, node: JsxNode, context: Context): Mend | undefined {
  const raw = rawOf(node, context);
  const [open, close] = [`<${name}>`, `</${name}>`];
  const sign = signs[name];
  const words = raw.slice(open.length, -close.length);
  if (sign === undefined || !raw.startsWith(open) || !raw.endsWith(close)) return undefined;
  if (!context.isPlain || !/^[^\s*_<>{}](?:[^*_<>{}\n]*[^\s*_<>{}])?$/.test(words))
    return undefined;
  const start = node.position?.start.offset ?? 0;
  return safe(
    'It looks the same.',
    editAt(context.locate, start, start + raw.length, sign + words + sign),
  );
}

/** A component that authors do not have. */
export function reportUnknownComponent(
  name: string,
  node: JsxNode,
  position: Position,
  context: Context,
): Diagnostic {
  const guess = context.isPlain ? sureGuess(name, componentNames) : undefined;
  const start = node.position?.start.offset ?? 0;
  const raw = rawOf(node, context);
  const places = [...raw.matchAll(/<\/?(?=[A-Z])/g)]
    .map(({ 0: sign, index }) => index + sign.length)
    .filter((at) => raw.startsWith(name, at) && !/^\w/.test(raw.slice(at + name.length)))
    // Its own two tags; another inside it is told by itself.
    .filter((_, index, all) => index === 0 || index === all.length - 1);
  const edits = places.map((at) =>
    editAt(context.locate, start + at, start + at + name.length, guess ?? name),
  );
  return {
    mend: guess === undefined ? undefined : safe('No other component is called like it.', ...edits),
    rule: 'component-unknown',
    ...position,
    message: `unknown component <${name}>.`,
    fix:
      (guess === undefined ? tagElsewhere(name) : undefined) ??
      didYouMean(name, componentNames, `Components are ${componentNames.join(', ')}.`),
  };
}

/**
 * Where a component stands and whether it has what stands between its tags.
 * @param standsInText whether a sentence goes on around it
 */
export function validateComponent(
  name: ComponentName,
  node: JsxNode,
  standsInText: boolean,
  context: Context,
): Diagnostic[] {
  const definition = vocabulary[name];
  const position = placeOf(node, context);
  const diagnostics: Diagnostic[] = [];
  const report = (rule: string, message: string, fix: string): void => {
    diagnostics.push({ rule, ...position, message, fix });
  };
  if (!definition.inline && standsInText)
    report(
      'component-place',
      `<${name}> stands inside a sentence.`,
      'Give it a paragraph of its own: an empty line before and after.',
    );
  const place = refusingPlace(name, context);
  if (place !== undefined)
    report('component-place', `<${name}> stands in ${place.where}.`, place.fix);
  const hasContent = node.children.some(isContent);
  if (!definition.children && hasContent)
    report(
      'component-props',
      `<${name}> has content between its tags; it takes none.`,
      `Close it at once: <${name} … />.`,
    );
  if (definition.children && !hasContent)
    report(
      'component-props',
      `<${name}> is empty.`,
      `Write Markdown between <${name} …> and </${name}>.`,
    );
  return diagnostics;
}

// Where a component would be no valid HTML, or would not be seen by the rules for its kind.
function refusingPlace(
  name: ComponentName,
  { where, inHeading, inLink, attributed }: Context,
): { where: string; fix: string } | undefined {
  if (attributed)
    return {
      where: 'a quotation',
      fix: 'Put it behind </Quote>: there are the words of others alone.',
    };
  if (!vocabulary[name].inline)
    return where === 'body'
      ? undefined
      : { where: placeNames[where], fix: 'Put it into the body.' };
  if (name === 'Term' && inLink)
    return { where: 'a link', fix: 'Link other words: nothing opens inside a link.' };
  if (name === 'Dose' && inHeading)
    return { where: 'a heading', fix: 'The list of contents would lack it: put it below.' };
  return undefined;
}

/** An inline component that goes on into another paragraph. */
export function validateInlineContent(
  { name, position }: ComponentPart,
  node: JsxNode,
): Diagnostic[] {
  const paragraphs = node.children.filter(
    (child) => child.type === 'element' && child.tagName === 'p',
  );
  if (paragraphs.length <= 1 && !inlineContent(node.children).some((child) => isBlock(child)))
    return [];
  return [
    {
      rule: 'component-props',
      ...position,
      message: `<${name}> holds more than a few words.`,
      fix: `Close it with </${name}> in the same paragraph.`,
    },
  ];
}

/** The words of an inline component are set in a button, and nothing that can be clicked may stand in one. */
export function validateInlineParts(
  { name, position, children }: ComponentPart,
  hasLink: boolean,
): Diagnostic[] {
  if (!hasLink && children.every((child) => typeof child === 'string')) return [];
  return [
    {
      rule: 'component-props',
      ...position,
      message: `<${name}> holds a citation, a link or a component; it takes words only.`,
      fix: `Move it behind </${name}>.`,
    },
  ];
}

/** A component that stands in a document already, with the same props. */
export function reportRepetition({ name, position }: ComponentPart): Diagnostic {
  return {
    rule: 'component-place',
    ...position,
    message: `<${name}> shows the same a second time.`,
    fix: 'Take one of the two out.',
  };
}

function shorten(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return oneLine.length > 40 ? `${oneLine.slice(0, 39)}…` : oneLine;
}
