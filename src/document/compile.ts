/**
 * Compiles an author's MDX once: refuses code, parses every component's props, resolves the order
 * of citations, and yields parts that pages render and prose that rules read.
 */
import GithubSlugger, { slug } from 'github-slugger';
import type { Element, ElementContent, Nodes, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { ZodType } from 'zod';
import { frameIds, isSeriesId } from '../anchors.ts';
import type { Finding, Position } from '../problem.ts';
import { alignTexts } from './alignment.ts';
import { findCitations } from './citations.ts';
import type { Citation, ComponentPart, Document, Heading, Part } from './document.ts';
import { isBlock, wordsOf } from './elements.ts';
import { LineIndex } from './line-index.ts';
import { findLiteralMarkup } from './literal-markup.ts';
import { interruptions, lostCells, misreadings, type Misreading } from './misread.ts';
import { marker, normalForm, normalOffset } from './normal.ts';
import { lostDefinitions, parseMarkdown } from './parse.ts';
import { placeNames, plainText, type Flow, type ProseBlock } from './prose.ts';
import { literalProps, type JsxAttribute } from './props.ts';
import { sentencesOf } from './sentences.ts';
import { didYouMean } from './suggest.ts';
import { excessFinding, syntaxFinding } from './syntax.ts';
import { typesetTree } from './typography.ts';
import { vocabulary, type ComponentName } from './vocabulary.ts';
import { countWords } from './words.ts';
import { characterName, hasUnseen, unseenCharacters } from '../schemas/letters.ts';
import { fieldOf } from '../schemas/fields.ts';

/** A piece of Markdown from the frontmatter, which knows where its letters stand in the file. */
export interface Snippet {
  text: string;
  /** Whether the file writes each letter as it is: else their places are looked up word by word. */
  isPlain: boolean;
  locate: (offset: number) => Position;
}

/** What is compiled: the whole file, frontmatter included, and the Markdown of its fields. */
export interface DocumentSource {
  text: string;
  urgent?: Snippet | undefined;
  takeaways: Snippet[];
  questions: Snippet[];
  answers: Snippet[];
}

export interface Compiled {
  document: Document;
  /** Care card, takeaways, body, questions and answers in reading order. */
  prose: ProseBlock[];
  /** Blocks and components of the body in reading order. */
  flow: Flow[];
  /** What is said beside the prose. */
  asides: Aside[];
  findings: Finding[];
}

/** A text that stands in no block: of an image, a link's or an image's title, a component's prop. */
export interface Aside {
  /** What it is, as messages name it. */
  of: string;
  text: string;
  locate: (offset: number) => Position;
}

const componentNames = Object.keys(vocabulary) as ComponentName[];

/**
 * Compiles a document. Never throws on an author's mistake: each is a finding with its place.
 * @param source the file and the Markdown fields of its frontmatter
 */
export function compileDocument(source: DocumentSource): Compiled {
  const compiler = new Compiler();
  const urgent = source.urgent === undefined ? [] : compiler.fragment(source.urgent, 'urgent', 0);
  const takeaways = source.takeaways.map((snippet, index) =>
    compiler.fragment(snippet, 'takeaway', index),
  );
  const lines = new LineIndex(source.text);
  const file = { text: source.text, isPlain: true, locate: (at: number) => lines.position(at) };
  const body = compiler.fragment(file, 'body', 0);
  const questionIds = source.questions.map((snippet, index) => compiler.question(snippet, index));
  const answers = source.answers.map((snippet, index) =>
    compiler.fragment(snippet, 'answer', index),
  );
  compiler.normalize();
  return {
    document: {
      urgent,
      takeaways: takeaways.map(unwrapParagraph),
      body,
      answers,
      questionIds,
      headings: compiler.headings,
      citations: compiler.citations,
      links: compiler.links,
      images: compiler.images,
      components: compiler.components,
      words: compiler.prose.reduce((sum, block) => sum + block.words, 0),
    },
    prose: compiler.prose,
    flow: compiler.flow,
    asides: compiler.asides,
    findings: compiler.findings,
  };
}

// A takeaway is one paragraph in a list item that the page makes: its own <p> would stand in the way.
function unwrapParagraph(parts: Part[]): Part[] {
  const first = parts[0];
  const last = parts.at(-1);
  if (typeof first !== 'string' || typeof last !== 'string') return parts;
  const inner = [...parts];
  const open = first.replace(/^<p>/, '');
  inner[0] = open;
  const end = inner.at(-1);
  if (typeof end === 'string') inner[inner.length - 1] = end.replace(/<\/p>$/, '');
  return inner.filter((part) => part !== '');
}

interface JsxNode {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: JsxAttribute[];
  children: ElementContent[];
  position?: Nodes['position'];
}

interface Context {
  source: string;
  isPlain: boolean;
  locate: (offset: number) => Position;
  where: ProseBlock['where'];
  index: number;
  quoted: boolean;
  inItem: boolean;
  inHeading: boolean;
  inLink: boolean;
}

// Each run of letters between these private-use characters is the number of a pending call.
const pendingPattern = /\uE003(\d+)\uE004/;

// One comment or several, and nothing between them.
const comments = /^\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)+$/;

const citationMarker = new RegExp(marker.citation, 'g');
const insideWord = new RegExp(String.raw`\p{Script=Latin}${marker.citation}\p{Script=Latin}`, 'u');

const unitBehindNumber =
  /(\d) (?=(?:mg|mcg|µg|g|kg|IU|mL|L|dL|km|kcal|mmol|nmol|ng|hours?|minutes?|percent)\b)/g;

// Words that turn a sentence round.
const turning =
  /\b(?:not|no|never|nor|none|nothing|nobody|neither|cannot|without|hardly|barely|fails?|failed|unable|myth|false|untrue|unproven)\b|n['’]t\b/iu;

class Compiler {
  readonly headings: Heading[] = [];
  readonly citations: Citation[] = [];
  readonly links: Document['links'] = [];
  readonly images: Document['images'] = [];
  readonly components: ComponentPart[] = [];
  readonly prose: ProseBlock[] = [];
  readonly flow: Flow[] = [];
  readonly asides: Aside[] = [];
  readonly findings: Finding[] = [];
  readonly #slugger = new GithubSlugger();
  readonly #pending: Part[] = [];
  readonly #calls = new Set<string>();
  #block: ProseBlock | undefined;

  constructor() {
    for (const id of frameIds) this.#slugger.slug(id);
  }

  /** Compiles one Markdown text; an empty list when its syntax is broken. */
  fragment(
    { text: source, isPlain, locate }: Snippet,
    where: ProseBlock['where'],
    index: number,
  ): Part[] {
    const excess = excessFinding(source, locate);
    if (excess !== undefined) {
      this.findings.push(excess);
      return [];
    }
    this.#block = undefined;
    try {
      const nodes = parseMarkdown(source, where === 'body').children as ElementContent[];
      typesetTree(nodes, source);
      const context: Context = {
        source,
        isPlain,
        locate,
        where,
        index,
        quoted: false,
        inItem: false,
        inHeading: false,
        inLink: false,
      };
      for (const offset of lostDefinitions(source, where === 'body'))
        this.#misread([{ offset, ...unusedDefinition }], context);
      if (where === 'takeaway') this.#refuseBlocks(nodes, context);
      const children = this.#children(nodes, context);
      return this.#render(children);
    } catch (error) {
      this.findings.push(syntaxFinding(error, source, locate));
      return [];
    } finally {
      this.#block = undefined;
    }
  }

  /** Records a question as prose and returns its anchor. */
  question(snippet: Snippet, index: number): string {
    const block = this.#open(
      {
        source: snippet.text,
        isPlain: snippet.isPlain,
        locate: snippet.locate,
        where: 'question',
        index,
        quoted: false,
        inItem: false,
        inHeading: true,
        inLink: false,
      },
      'heading',
      3,
    );
    this.#append(block, snippet.text, snippet.locate, snippet.isPlain);
    this.#block = undefined;
    return this.#idOf(snippet.text);
  }

  // What the page gives its own notes, sources and cards is not for headings and questions.
  #idOf(text: string): string {
    const words = slug(text);
    const id = this.#slugger.slug(words === '' ? 'section' : words);
    return isSeriesId(id) ? this.#slugger.slug(`section-${id}`) : id;
  }

  /** Brings what was gathered into the form that rules read, once all of it is there. */
  normalize(): void {
    for (const block of this.prose) {
      [...block.text.matchAll(citationMarker)].forEach(({ index }, number) => {
        if (!insideWord.test(block.text.slice(Math.max(0, index - 2), index + 3))) return;
        this.findings.push({
          rule: 'citation-syntax',
          ...(block.citations[number]?.position ?? { line: 1, column: 1 }),
          message: 'a citation stands inside a word.',
          fix: 'Move it behind the word.',
        });
      });
      const { text, shifts, marks } = normalForm(block.text, block.kind === 'row');
      Object.assign(block, { text, shifts, marks, words: countWords(text) });
      for (const code of block.codes) {
        code.start = normalOffset(shifts, code.start);
        code.end = normalOffset(shifts, code.end);
      }
      joinMarks(block);
    }
  }

  #render(children: ElementContent[]): Part[] {
    // The tree is finished HTML by now: nothing an author wrote is left unescaped.
    const pieces = toHtml({ type: 'root', children }).split(pendingPattern);
    return pieces.flatMap((piece, index): Part[] => {
      if (index % 2 === 0) {
        const html = piece.replace(/^\n+$/, '');
        return html === '' ? [] : [html];
      }
      const part = this.#pending[Number(piece)];
      return part === undefined ? [] : [part];
    });
  }

  #pend(part: Part): Text {
    this.#pending.push(part);
    return { type: 'text', value: `\uE003${this.#pending.length - 1}\uE004` };
  }

  #open(context: Context, kind: ProseBlock['kind'], depth = 0): ProseBlock {
    const block: ProseBlock = {
      where: context.where,
      index: context.index,
      kind,
      depth,
      quoted: context.quoted,
      text: '',
      shifts: [],
      words: 0,
      citations: [],
      marks: [],
      codes: [],
      components: [],
      runs: [],
    };
    this.prose.push(block);
    if (context.where === 'body') this.flow.push({ kind: 'block', block });
    this.#block = block;
    return block;
  }

  #current(context: Context): ProseBlock {
    return this.#block ?? this.#open(context, context.inItem ? 'item' : 'paragraph');
  }

  #append(
    block: ProseBlock,
    text: string,
    place: (index: number) => Position,
    isPlain = true,
  ): void {
    const from = block.text.length;
    const pieces = isPlain ? text.matchAll(/^/gm) : text.matchAll(/^|(?<=\s)\S/g);
    let last: ProseBlock['runs'][number] | undefined;
    for (const { index } of pieces) {
      const start = from + index;
      const position = place(index);
      // A word that stands where the run goes on needs none of its own.
      if (
        last?.position.line === position.line &&
        position.column - last.position.column === start - last.start
      )
        continue;
      last = { start, position };
      block.runs.push(last);
    }
    // A tab parts the cells of a row and nothing else.
    block.text += text.replaceAll('\t', ' ');
  }

  // A takeaway is set as one line of a list.
  #refuseBlocks(nodes: readonly ElementContent[], context: Context): void {
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
    if (found === undefined) return;
    this.findings.push({
      rule: 'markup-place',
      ...placeOf(found.node, context),
      message: `${found.what} stands in a takeaway.`,
      fix: 'A takeaway is one paragraph: write it as a sentence.',
    });
  }

  #misread(found: readonly Misreading[], { locate }: Context): void {
    for (const { offset, message, fix } of found)
      this.findings.push({ rule: 'accidental-markup', ...locate(offset), message, fix });
  }

  #children(nodes: ElementContent[], context: Context): ElementContent[] {
    this.#misread(interruptions(nodes, context.source), context);
    return gathered(nodes, context.source).flatMap((node) =>
      this.#node(node as ElementContent | JsxNode, context),
    );
  }

  #node(node: ElementContent | JsxNode, context: Context): ElementContent[] {
    switch (node.type as string) {
      case 'text':
        return this.#text(node as Text, context);
      case 'element':
        return this.#element(node as Element, context);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#jsx(node as JsxNode, context);
      case 'mdxjsEsm':
        this.#refuseModule(node as { value: string } & ElementContent, context);
        return [];
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        this.#refuseExpression(node as { value: string } & ElementContent, context);
        return [];
      default:
        return [];
    }
  }

  #text(node: Text, context: Context): ElementContent[] {
    const isLayout = this.#block === undefined && node.value.trim() === '';
    if (isLayout || node.position === undefined) {
      if (this.#block !== undefined && this.#block.kind !== 'row') this.#block.text += node.value;
      return [node];
    }
    this.#refuseUnseen(node, context);
    const block = this.#current(context);
    const start = node.position.start.offset ?? 0;
    const end = node.position.end.offset ?? start;
    const raw = context.source.slice(start, end);
    const isEscaped = [...raw.matchAll(/(\\?)\[@/g)].map(([, escape]) => escape === '\\');
    const output: ElementContent[] = [];
    let done = 0;
    let moved = 0;
    const isPlain = raw.length === node.value.length;
    const offset = isPlain ? (index: number) => index : alignTexts(raw, 0, node.value);
    const place = (index: number): Position => context.locate(start + offset(index));
    this.#refuseLiteral(node.value, block.text === '' ? 'start' : 'inside', (index) => {
      const at = start + offset(index);
      return { position: context.locate(at), isEscaped: context.source.charAt(at - 1) === '\\' };
    });
    const append = (from: number, to: number): void => {
      const at = (index: number): Position => place(from + index);
      this.#append(block, node.value.slice(from, to), at, isPlain && context.isPlain);
    };
    findCitations(node.value).forEach((match, number) => {
      if (isEscaped[number] === true) return;
      const before = node.value.slice(done, match.start);
      append(done, match.start);
      const printed = before.slice(moved);
      const position = place(match.start);
      if (match.malformed) {
        this.findings.push({
          rule: 'citation-syntax',
          ...position,
          message: `"${node.value.slice(match.start, match.end)}" is no citation.`,
          fix: 'Write [@id], or [@first-id; @second-id] for several.',
        });
      }
      if (context.inLink) {
        this.findings.push({
          rule: 'markup-place',
          ...position,
          message: 'a citation stands inside a link.',
          fix: 'Move it behind the link.',
        });
      }
      // Punctuation goes before the mark, as printers set it; the mark stays on the line of its word.
      const punctuation = /^[.,;:!?]/.exec(node.value.slice(match.end))?.[0] ?? '';
      const { head, word } = lastWord(typeset(printed).trimEnd());
      output.push({ type: 'text', value: head });
      if (match.ids.length > 0) {
        const citation: Citation = {
          kind: 'citation',
          ids: match.ids,
          sentences: 1,
          position,
        };
        this.citations.push(citation);
        block.citations.push(citation);
        this.#append(block, marker.citation, () => position);
        output.push(unbroken([{ type: 'text', value: word + punctuation }, this.#pend(citation)]));
      }
      moved = punctuation.length;
      done = match.end;
    });
    const rest = node.value.slice(done);
    if (rest !== '') {
      append(done, node.value.length);
      output.push({ type: 'text', value: typeset(rest.slice(moved)) });
    }
    return output;
  }

  #refuseLiteral(
    text: string,
    at: 'start' | 'inside',
    letter: (index: number) => { position: Position; isEscaped: boolean },
  ): void {
    for (const { start, end, text: found, fix } of findLiteralMarkup(text, at)) {
      // A sign that was escaped is meant as it stands.
      const isMeant = text
        .slice(start, end)
        .split('')
        .some((sign, index) => /[!-/:-@[-`{-~]/.test(sign) && letter(start + index).isEscaped);
      if (isMeant) continue;
      this.findings.push({
        rule: 'literal-markup',
        ...letter(start).position,
        message: `"${shorten(found)}" would be printed as it stands.`,
        fix,
      });
    }
  }

  // Spelled as an entity, a character that nobody can see gets past the reader of files.
  #refuseUnseen(node: Text, context: Context): void {
    if (!this.#hasUnseen(node.value, placeOf(node, context))) return;
    node.value = node.value.replace(unseenCharacters, (character) => ' '.repeat(character.length));
  }

  #hasUnseen(text: string, position: Position): boolean {
    if (!hasUnseen(text)) return false;
    const at = text.search(unseenCharacters);
    const name = characterName(String.fromCodePoint(text.codePointAt(at) ?? 0));
    this.findings.push({
      rule: 'file-characters',
      ...position,
      message: `the character ${name} cannot be seen.`,
      fix: 'Delete it.',
    });
    return true;
  }

  #element(node: Element, context: Context): ElementContent[] {
    const position = placeOf(node, context);
    this.#misread(misreadings(node, context.source), context);
    if (node.tagName === 'table') this.#misread(lostCells(node, context.source), context);
    if (node.tagName === 'input') return [];
    if (!isBlock(node)) return this.#inlineElement(node, context, position);
    const outer = this.#block;
    // Cells write into the block of their row; every other block element starts afresh.
    if (node.tagName !== 'td' && node.tagName !== 'th') this.#block = undefined;
    const inner = { ...context };
    switch (node.tagName) {
      case 'blockquote':
        inner.quoted = true;
        break;
      case 'li':
        inner.inItem = true;
        this.#refuseTask(node, position);
        break;
      case 'p':
        this.#open(inner, inner.inItem ? 'item' : 'paragraph');
        break;
      case 'tr':
        this.#open(inner, 'row');
        break;
      case 'td':
      case 'th':
        if (outer !== undefined && outer.text !== '') outer.text += '\t';
        break;
      case 'pre':
        this.#refuseOpenFence(node, context, position);
        this.#code(node, inner);
        return [scrolling(node, 'Code')];
    }
    const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
    inner.inHeading ||= depth !== undefined;
    if (depth !== undefined) this.#open(inner, 'heading', Number(depth));
    const text = depth === undefined ? '' : plainText(withoutCitations(wordsOf(node)));
    node.children = this.#children(node.children, inner);
    if (depth !== undefined) {
      const id = this.#idOf(text);
      node.properties['id'] = id;
      this.headings.push({ depth: Number(depth), id, text, position });
    }
    if (node.tagName === 'th') {
      node.properties['scope'] = 'col';
    }
    if (node.tagName === 'th' || node.tagName === 'td') {
      // Style attributes are not allowed on this site: a class aligns the cell.
      const align = /text-align:\s*(right|center)/.exec(
        String(node.properties['style'] ?? ''),
      )?.[1];
      delete node.properties['style'];
      if (align !== undefined) node.properties['className'] = [align];
      return [node];
    }
    this.#block = undefined;
    return [node.tagName === 'table' ? scroller(node) : node];
  }

  #inlineElement(node: Element, context: Context, position: Position): ElementContent[] {
    const block = this.#current(context);
    if (node.tagName === 'code') {
      this.#appendCode(block, node, context);
      return [node];
    }
    this.#aside(
      'the title of a link or an image',
      node.properties['title'],
      node,
      context,
      /\s["'(]/g,
    );
    if (node.tagName === 'img') {
      const alt = String(node.properties['alt'] ?? '');
      this.images.push({ src: String(node.properties['src'] ?? ''), alt, position });
      this.#aside('the text of an image', alt, node, context, /!\[/g);
      return [node];
    }
    const text = plainText(withoutCitations(wordsOf(node)));
    if (node.tagName === 'del' && turning.test(text))
      this.findings.push({
        rule: 'literal-markup',
        ...position,
        message: `"${text}" is struck out, and the sentence then says the opposite.`,
        fix: 'Write the sentence that holds: a listener hears no line through words.',
      });
    const inLink = context.inLink || node.tagName === 'a';
    node.children = this.#children(node.children, { ...context, inLink });
    if (node.tagName === 'a') {
      this.links.push({
        href: String(node.properties['href'] ?? ''),
        text,
        position,
      });
    }
    return [node];
  }

  // Readers read code as they read everything else.
  #code(node: Element, context: Context): void {
    const start = rawOf(node, context).indexOf('\n') + 1;
    if (wordsOf(node).trim() !== '')
      this.#appendCode(this.#open(context, 'code'), node, context, start);
    this.#block = undefined;
  }

  #appendCode(block: ProseBlock, node: Element, context: Context, from = 0): void {
    const text = wordsOf(node);
    const start = block.text.length;
    this.#append(block, text, placeIn(node, context, text, from), false);
    block.codes.push({ start, end: block.text.length });
  }

  // Told at its letters, behind the first mark that opens it.
  #aside(
    of: string,
    value: unknown,
    node: Element | JsxNode,
    context: Context,
    opening: RegExp,
  ): void {
    if (typeof value !== 'string' || value === '') return;
    const raw = rawOf(node, context);
    const match = [...raw.matchAll(opening)][0];
    const from = match === undefined ? 0 : match.index + match[0].length;
    this.#hasUnseen(value, placeOf(node, context));
    this.asides.push({ of, text: value, locate: placeIn(node, context, value, from) });
  }

  #jsx(node: JsxNode, context: Context): ElementContent[] {
    const position = placeOf(node, context);
    const name = node.name ?? '';
    if (name === '' || /^[a-z]/.test(name)) {
      this.findings.push({
        rule: 'no-html',
        ...position,
        message: `raw HTML: <${name}> is not allowed in content.`,
        fix: `Write Markdown, or a component: ${componentNames.join(', ')}.`,
      });
      this.#children(node.children, context);
      return [];
    }
    if (!isComponentName(name)) {
      this.findings.push({
        rule: 'component-unknown',
        ...position,
        message: `unknown component <${name}>.`,
        fix: didYouMean(name, componentNames, `Components are ${componentNames.join(', ')}.`),
      });
      this.#children(node.children, context);
      return [];
    }
    const definition = vocabulary[name];
    const { props, findings } = literalProps(name, definition.props, node.attributes, position);
    this.findings.push(...findings);
    const standsInText = this.#block !== undefined && node.type === 'mdxJsxTextElement';
    if (!definition.inline && standsInText) {
      this.findings.push({
        rule: 'component-place',
        ...position,
        message: `<${name}> stands inside a sentence.`,
        fix: 'Give it a paragraph of its own: an empty line before and after.',
      });
    }
    const place = this.#placeRefusing(name, context);
    if (place !== undefined) {
      this.findings.push({
        rule: 'component-place',
        ...position,
        message: `<${name}> stands in ${place.where}.`,
        fix: place.fix,
      });
    }
    if (!definition.children && node.children.some(isContent)) {
      this.findings.push({
        rule: 'component-props',
        ...position,
        message: `<${name}> has content between its tags; it takes none.`,
        fix: `Close it at once: <${name} … />.`,
      });
    }
    if (definition.children && !node.children.some(isContent)) {
      this.findings.push({
        rule: 'component-props',
        ...position,
        message: `<${name}> is empty.`,
        fix: `Write Markdown between <${name} …> and </${name}>.`,
      });
    }
    if (props === undefined) {
      this.#children(node.children, context);
      return [];
    }
    const part = {
      kind: 'component',
      name,
      props,
      children: [],
      position,
    } as unknown as ComponentPart;
    this.components.push(part);
    for (const [prop, schema] of Object.entries<ZodType>(definition.props.shape)) {
      const field = fieldOf(schema);
      if (field?.kind !== 'text' || field.whose !== 'ours') continue;
      const opening = new RegExp(`\\b${prop}\\s*=\\s*\\{?\\s*["']`, 'g');
      this.#aside(`a prop of <${name}>`, props[prop], node, context, opening);
    }
    return definition.inline
      ? this.#inlineComponent(node, part, context)
      : this.#blockComponent(node, part, context);
  }

  // Where a component would be no valid HTML, or would not be seen by the rules for its kind.
  #placeRefusing(
    name: ComponentName,
    { where, inHeading, inLink }: Context,
  ): { where: string; fix: string } | undefined {
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

  #inlineComponent(node: JsxNode, part: ComponentPart, context: Context): ElementContent[] {
    const block = this.#current(context);
    block.components.push(part);
    if (node.children.length === 0) this.#append(block, marker.component, () => part.position);
    const linksBefore = this.links.length;
    if (inlineContent(node.children).some((child) => isBlock(child)) || paragraphsIn(node) > 1)
      this.findings.push({
        rule: 'component-props',
        ...part.position,
        message: `<${part.name}> holds more than a few words.`,
        fix: `Close it with </${part.name}> in the same paragraph.`,
      });
    part.children = this.#render(this.#children(inlineContent(node.children), context));
    // The words are set in a button, and nothing that can be clicked may stand in one.
    if (part.children.some((child) => typeof child !== 'string') || this.links.length > linksBefore)
      this.findings.push({
        rule: 'component-props',
        ...part.position,
        message: `<${part.name}> holds a citation, a link or a component; it takes words only.`,
        fix: `Move it behind </${part.name}>.`,
      });
    return [this.#pend(part)];
  }

  #blockComponent(node: JsxNode, part: ComponentPart, context: Context): ElementContent[] {
    const call = `${part.name} ${JSON.stringify(part.props)}`;
    if (this.#calls.has(call) && !vocabulary[part.name].children) {
      this.findings.push({
        rule: 'component-place',
        ...part.position,
        message: `<${part.name}> shows the same a second time.`,
        fix: 'Take one of the two out.',
      });
    }
    this.#calls.add(call);
    if (context.where === 'body') this.flow.push({ kind: 'component', component: part });
    const outer = this.#block;
    this.#block = undefined;
    const children = this.#children(node.children, context);
    part.children = this.#render(paragraphs(children));
    this.#block = outer;
    return [this.#pend(part)];
  }

  #refuseTask({ properties }: Element, position: Position): void {
    if (!String(properties['className'] ?? '').includes('task-list-item')) return;
    this.findings.push({
      rule: 'literal-markup',
      ...position,
      message: 'a list of tasks: nobody can tick its boxes here.',
      fix: 'Take out [ ] and [x].',
    });
  }

  #refuseOpenFence(node: Element, { source }: Context, position: Position): void {
    const raw = source.slice(node.position?.start.offset, node.position?.end.offset);
    const fence = /^(?:`{3,}|~{3,})/.exec(raw)?.[0];
    if (fence === undefined) return;
    const last = raw.trimEnd().split('\n').slice(1).at(-1) ?? '';
    if (last.replace(/^[\s>]*/, '').startsWith(fence)) return;
    this.findings.push({
      rule: 'mdx-syntax',
      ...position,
      message: 'a block of code is not closed.',
      fix: `Write ${fence} on a line of its own behind it.`,
    });
  }

  #refuseModule(node: { value: string } & ElementContent, context: Context): void {
    const word = node.value.trimStart().startsWith('export') ? 'export' : 'import';
    this.findings.push({
      rule: 'no-code',
      ...placeOf(node, context),
      message: `${word}: content is data and cannot hold code.`,
      fix:
        word === 'import'
          ? 'Delete the line: every component is there without an import.'
          : 'Delete the line; a figure belongs in a data file.',
    });
  }

  #refuseExpression(node: { value: string } & ElementContent, context: Context): void {
    if (comments.test(node.value)) return;
    this.findings.push({
      rule: 'no-code',
      ...placeOf(node, context),
      message: `expression: {${shorten(node.value)}} is not allowed in content.`,
      fix: 'Write the text itself; a brace that is meant as a character is written \\{.',
    });
  }
}

const blockNames: Readonly<Record<string, string>> = {
  ul: 'a list',
  ol: 'a list',
  blockquote: 'a quotation',
  table: 'a table',
  pre: 'a block of code',
  hr: 'a line',
};

const unusedDefinition = {
  message: 'the address of a link that nothing uses is not printed.',
  fix: 'Delete it; a bracket that is meant as text is written \\[.',
};

// Sentences that stand side by side in a paragraph and each end with the same citation, and nothing
// else, show it once.
function joinMarks(block: ProseBlock): void {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return;
  let before: Citation | undefined;
  for (const { text, citations, marks } of sentencesOf(block)) {
    const [citation] = citations;
    const isAtEnd = !/[\p{L}\p{N}\uE001]/u.test(text.slice(marks[0]));
    const only = citations.length === 1 && isAtEnd ? citation : undefined;
    if (only !== undefined && before !== undefined && isSame(only.ids, before.ids)) {
      only.sentences += before.sentences;
      before.sentences = 0;
    }
    before = only;
  }
}

function isSame(ids: readonly string[], others: readonly string[]): boolean {
  return ids.length === others.length && ids.every((id) => others.includes(id));
}

function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(vocabulary, name);
}

function isContent(node: ElementContent | JsxNode): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}

function placeOf(node: { position?: Nodes['position'] }, context: Context): Position {
  return context.locate(node.position?.start.offset ?? 0);
}

function rawOf({ position }: { position?: Nodes['position'] }, context: Context): string {
  const start = position?.start.offset ?? 0;
  return context.source.slice(start, position?.end.offset ?? start);
}

// Where the letters of a text stand that a node says somewhere behind `from`.
function placeIn(
  node: { position?: Nodes['position'] },
  context: Context,
  text: string,
  from: number,
): (offset: number) => Position {
  const raw = rawOf(node, context);
  const start = node.position?.start.offset ?? 0;
  const at = raw.indexOf(text, from);
  const offset = at === -1 ? alignTexts(raw, from, text) : (letter: number) => at + letter;
  return (letter) => context.locate(start + offset(letter));
}

// A number and its unit stay on one line.
function typeset(text: string): string {
  return text.replace(unitBehindNumber, '$1\u00A0');
}

// The end of a text from its last space on: what a citation mark must not be parted from. Of a word
// that is as long as a narrow screen, its last letters.
function lastWord(text: string): { head: string; word: string } {
  let at = Math.max(text.lastIndexOf(' ') + 1, text.length - 20);
  while (/[\p{M}\u200D\uDC00-\uDFFF]/u.test(text.charAt(at))) at += 1;
  return { head: text.slice(0, at), word: text.slice(at) };
}

function unbroken(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { className: ['nb'] }, children };
}

// What is wide scrolls inside itself and can be reached with the keyboard.
function scrolling(node: Element, ariaLabel: string): Element {
  Object.assign(node.properties, { tabIndex: 0, role: 'region', ariaLabel });
  return node;
}

function scroller(table: Element): Element {
  const properties = { className: ['scroller'] };
  return scrolling({ type: 'element', tagName: 'div', properties, children: [table] }, 'Table');
}

// `<Term>a</Term> <Term>b</Term>` on a line of its own arrives as two blocks: it is one paragraph.
function gathered(nodes: ElementContent[], source: string): ElementContent[] {
  if (!nodes.some(isInlineAlone)) return nodes;
  const result: ElementContent[] = [];
  let paragraph: Element | undefined;
  let between: ElementContent[] = [];
  for (const node of nodes) {
    if (isInlineAlone(node)) {
      const start = node.position?.start.offset ?? 0;
      const gap = source.slice(paragraph?.position?.end.offset ?? start, start);
      if (paragraph === undefined || /\n\s*\n/.test(gap)) {
        result.push(...between);
        paragraph = { type: 'element', tagName: 'p', properties: {}, children: [] };
        result.push(paragraph);
      } else if (/^\s|\s$/.test(gap)) paragraph.children.push({ type: 'text', value: ' ' });
      between = [];
      paragraph.children.push({ ...node, type: 'mdxJsxTextElement' } as unknown as ElementContent);
      paragraph.position = node.position;
    } else if (paragraph !== undefined && isNothing(node)) {
      between.push(node);
    } else {
      result.push(...between, node);
      between = [];
      paragraph = undefined;
    }
  }
  return [...result, ...between];
}

function isInlineAlone(node: ElementContent | JsxNode): boolean {
  if (node.type !== 'mdxJsxFlowElement') return false;
  const name = (node as JsxNode).name ?? '';
  return isComponentName(name) && vocabulary[name].inline;
}

function isNothing(node: ElementContent): boolean {
  return (node.type as string) === 'mdxFlowExpression' || !isContent(node);
}

function withoutCitations(text: string): string {
  return text.replace(/\[@[^[\]]*\]/g, '');
}

// `<Term>one</Term>` on a line of its own arrives with its text in a paragraph.
function inlineContent(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'p' ? child.children : [child],
  );
}

function paragraphsIn({ children }: JsxNode): number {
  return children.filter((child) => child.type === 'element' && child.tagName === 'p').length;
}

// `<Callout>text</Callout>` on one line arrives with bare text: give it its paragraph.
function paragraphs(children: ElementContent[]): ElementContent[] {
  if (children.every((child) => isBlock(child) || !isContent(child) || isPendingAlone(child)))
    return children;
  return [{ type: 'element', tagName: 'p', properties: {}, children }];
}

function isPendingAlone(node: ElementContent): boolean {
  return node.type === 'text' && new RegExp(`^${pendingPattern.source}$`).test(node.value);
}

function shorten(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return oneLine.length > 40 ? `${oneLine.slice(0, 39)}…` : oneLine;
}
