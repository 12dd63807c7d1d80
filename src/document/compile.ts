/**
 * Compiles an author's MDX once: refuses code, parses every component's props, resolves the order
 * of citations, and yields parts that pages render and prose that rules read.
 */
import GithubSlugger, { slug } from 'github-slugger';
import type { Element, ElementContent, Text } from 'hast';
import type { ZodType } from 'zod';
import { frameIds, isSeriesId } from '../anchors.ts';
import type { Diagnostic, Position } from '../problem.ts';
import { addressOf, isOnSite } from '../routes.ts';
import { fieldOf } from '../schemas/fields.ts';
import { unseenCharacters } from '../schemas/letters.ts';
import { alignTexts } from './alignment.ts';
import { findCitations } from './citations.ts';
import { placeIn, placeOf, rawOf, type Context, type JsxNode } from './context.ts';
import type { Citation, ComponentPart, Document, Heading, Part } from './document.ts';
import { isBlock, wordsOf } from './elements.ts';
import { LineIndex } from './line-index.ts';
import { interruptions, lostCells, misreadings } from './misread.ts';
import { lostDefinitions, parseMarkdown } from './parse.ts';
import { literalProps } from './props.ts';
import { append, normalize, ProseBuilder } from './prose-builder.ts';
import { plainText, type Flow, type ProseBlock } from './prose.ts';
import { setPunctuation } from './punctuation.ts';
import { Renderer, unwrapParagraph } from './render.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { excessDiagnostic, syntaxDiagnostic } from './syntax.ts';
import {
  alignCell,
  gathered,
  inlineContent,
  joinMarks,
  joinUnits,
  lastWord,
  paragraphs,
  scroller,
  scrolling,
  unbroken,
} from './typeset.ts';
import {
  reportHtml,
  reportLostDefinitions,
  reportMisreadings,
  reportRepetition,
  reportUnknownComponent,
  validateCharacters,
  validateCitation,
  validateCode,
  validateComponent,
  validateDeletion,
  validateImage,
  validateExpression,
  validateInlineContent,
  validateInlineParts,
  validateItem,
  validateMarks,
  validateModule,
  validateTakeaway,
  validateText,
} from './validate.ts';
import { isComponentName, vocabulary } from './vocabulary.ts';

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
  /** Ids that headings had, with those of today. */
  fragmentAliases?: readonly { old: string; now: string }[];
}

export interface Compiled {
  document: Document;
  /** Care card, takeaways, body, questions and answers in reading order. */
  prose: ProseBlock[];
  /** Every sentence of the prose, in its order. */
  sentences: Sentence[];
  /** Blocks and components of the body in reading order. */
  flow: Flow[];
  /** What is said beside the prose. */
  asides: Aside[];
  diagnostics: Diagnostic[];
}

/** A text that stands in no block: a link's title, a component's prop. */
export interface Aside {
  /** What it is, as messages name it. */
  of: string;
  text: string;
  locate: (offset: number) => Position;
}

/**
 * Compiles a document. Never throws on an author's mistake: each is a diagnostic with its place.
 * @param source the file and the Markdown fields of its frontmatter
 */
export function compileDocument(source: DocumentSource): Compiled {
  const compiler = new Compiler(source.fragmentAliases ?? []);
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
  compiler.finish();
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
      components: compiler.components,
      words: compiler.prose.blocks.reduce((sum, block) => sum + block.words, 0),
    },
    prose: compiler.prose.blocks,
    sentences: compiler.sentences,
    flow: compiler.prose.flow,
    asides: compiler.asides,
    diagnostics: compiler.diagnostics,
  };
}

type ValueNode = ElementContent & { value: string };

class Compiler {
  readonly headings: Heading[] = [];
  readonly citations: Citation[] = [];
  readonly links: Document['links'] = [];
  readonly components: ComponentPart[] = [];
  readonly asides: Aside[] = [];
  readonly sentences: Sentence[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly prose = new ProseBuilder();
  readonly #slugger = new GithubSlugger();
  readonly #renderer = new Renderer();
  readonly #calls = new Set<string>();

  readonly #fragmentAliases: readonly { old: string; now: string }[];

  constructor(fragmentAliases: readonly { old: string; now: string }[]) {
    this.#fragmentAliases = fragmentAliases;
    for (const id of frameIds) this.#slugger.slug(id);
  }

  /** Compiles one Markdown text; an empty list when its syntax is broken. */
  fragment(
    { text: source, isPlain, locate }: Snippet,
    where: ProseBlock['where'],
    index: number,
  ): Part[] {
    const excess = excessDiagnostic(source, locate);
    if (excess !== undefined) {
      this.diagnostics.push(excess);
      return [];
    }
    this.prose.block = undefined;
    try {
      const nodes = parseMarkdown(source, where === 'body').children as ElementContent[];
      setPunctuation(nodes, source);
      const context: Context = {
        source,
        isPlain,
        locate,
        where,
        index,
        quoted: false,
        attributed: false,
        inItem: false,
        inHeading: false,
        inLink: false,
      };
      const isBody = where === 'body';
      this.#report(reportLostDefinitions(lostDefinitions(source, isBody), context));
      if (where === 'takeaway') this.#report(validateTakeaway(nodes, context));
      const children = this.#children(nodes, context);
      return this.#renderer.render(children);
    } catch (error) {
      this.diagnostics.push(syntaxDiagnostic(error, source, locate));
      return [];
    } finally {
      this.prose.block = undefined;
    }
  }

  /** Records a question as prose and returns its anchor. */
  question(snippet: Snippet, index: number): string {
    const block = this.prose.open(
      {
        source: snippet.text,
        isPlain: snippet.isPlain,
        locate: snippet.locate,
        where: 'question',
        index,
        quoted: false,
        attributed: false,
        inItem: false,
        inHeading: true,
        inLink: false,
      },
      'heading',
      3,
    );
    append(block, snippet.text, snippet.locate, snippet.isPlain);
    this.prose.block = undefined;
    return this.#idOf(snippet.text);
  }

  // What the page gives its own notes, sources and cards is not for headings and questions.
  #idOf(text: string): string {
    const words = slug(text);
    const id = this.#slugger.slug(words === '' ? 'section' : words);
    return isSeriesId(id) ? this.#slugger.slug(`section-${id}`) : id;
  }

  /** Finishes the prose, once all of it is there. */
  finish(): void {
    for (const block of this.prose.blocks) {
      this.#report(validateMarks(block));
      normalize(block);
      const sentences = sentencesOf(block);
      for (const sentence of sentences) this.sentences.push(sentence);
      joinMarks(block, sentences);
    }
  }

  #report(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.diagnostics.push(diagnostic);
  }

  #children(nodes: ElementContent[], context: Context): ElementContent[] {
    this.#report(reportMisreadings(interruptions(nodes, context.source), context));
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
        this.#report(validateModule(node as ValueNode, context));
        return [];
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        this.#report(validateExpression(node as ValueNode, context));
        return [];
      default:
        return [];
    }
  }

  #text(node: Text, context: Context): ElementContent[] {
    const isLayout = this.prose.block === undefined && node.value.trim() === '';
    if (isLayout || node.position === undefined) {
      this.prose.addUnplaced(node.value);
      return [node];
    }
    const unseen = validateCharacters(node.value, placeOf(node, context));
    this.#report(unseen);
    if (unseen.length > 0)
      node.value = node.value.replace(unseenCharacters, (letter) => ' '.repeat(letter.length));
    const block = this.prose.current(context);
    const start = node.position.start.offset ?? 0;
    const end = node.position.end.offset ?? start;
    const raw = context.source.slice(start, end);
    const isEscaped = raw.includes('[@')
      ? [...raw.matchAll(/(\\?)\[@/g)].map(([, escape]) => escape === '\\')
      : [];
    const output: ElementContent[] = [];
    let done = 0;
    let moved = 0;
    const isPlain = raw.length === node.value.length;
    const offset = isPlain ? (index: number) => index : alignTexts(raw, 0, node.value);
    const place = (index: number): Position => context.locate(start + offset(index));
    const letter = (index: number): { position: Position; isEscaped: boolean } => {
      const at = start + offset(index);
      return { position: context.locate(at), isEscaped: context.source.charAt(at - 1) === '\\' };
    };
    this.#report(validateText(node.value, block.text === '' ? 'start' : 'inside', letter));
    const write = (from: number, to: number): void => {
      const at = (index: number): Position => place(from + index);
      append(block, node.value.slice(from, to), at, isPlain && context.isPlain);
    };
    findCitations(node.value).forEach((match, number) => {
      if (isEscaped[number] === true) return;
      const before = node.value.slice(done, match.start);
      write(done, match.start);
      const printed = before.slice(moved);
      const position = place(match.start);
      const bracket = node.value.slice(match.start, match.end);
      this.#report(validateCitation(bracket, match.malformed, position, context, place(match.end)));
      // Punctuation goes before the mark, as printers set it; the mark stays on the line of its word.
      const punctuation = /^[.,;:!?]/.exec(node.value.slice(match.end))?.[0] ?? '';
      const { head, word } = lastWord(joinUnits(printed).trimEnd());
      output.push({ type: 'text', value: head });
      if (match.ids.length > 0) {
        const citation: Citation = {
          kind: 'citation',
          ids: match.ids,
          sentences: 1,
          position,
        };
        this.citations.push(citation);
        this.prose.addCitation(block, citation);
        output.push(
          unbroken([{ type: 'text', value: word + punctuation }, this.#renderer.hold(citation)]),
        );
      }
      moved = punctuation.length;
      done = match.end;
    });
    const rest = node.value.slice(done);
    if (rest !== '') {
      write(done, node.value.length);
      output.push({ type: 'text', value: joinUnits(rest.slice(moved)) });
    }
    return output;
  }

  #element(node: Element, context: Context): ElementContent[] {
    const position = placeOf(node, context);
    this.#report(reportMisreadings(misreadings(node, context.source), context));
    if (node.tagName === 'table')
      this.#report(reportMisreadings(lostCells(node, context.source), context));
    if (node.tagName === 'input') return [];
    if (!isBlock(node)) return this.#inlineElement(node, context, position);
    const outer = this.prose.block;
    // Cells write into the block of their row; every other block element starts afresh.
    if (node.tagName !== 'td' && node.tagName !== 'th') this.prose.block = undefined;
    const inner = { ...context };
    switch (node.tagName) {
      case 'blockquote':
        inner.quoted = true;
        break;
      case 'li':
        inner.inItem = true;
        this.#report(validateItem(node, position));
        break;
      case 'p':
        this.prose.open(inner, inner.inItem ? 'item' : 'paragraph');
        break;
      case 'tr':
        this.prose.open(inner, 'row');
        break;
      case 'td':
      case 'th':
        if (outer !== undefined && outer.text !== '') outer.text += '\t';
        break;
      case 'pre':
        this.#report(validateCode(node, context));
        this.#code(node, inner);
        return [scrolling(node, 'Code')];
    }
    const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
    inner.inHeading ||= depth !== undefined;
    if (depth !== undefined) this.prose.open(inner, 'heading', Number(depth));
    const text = depth === undefined ? '' : plainText(withoutCitations(wordsOf(node)));
    node.children = this.#children(node.children, inner);
    if (depth !== undefined) {
      const id = this.#idOf(text);
      node.properties['id'] = id;
      this.headings.push({ depth: Number(depth), id, text, position });
      // Inside of it: beside it they would take it from the place that the layout gives it.
      node.children.unshift(
        ...this.#fragmentAliases
          .filter(({ now }) => now === id)
          .map(({ old }): Element => ({
            type: 'element',
            tagName: 'span',
            properties: { id: old },
            children: [],
          })),
      );
    }
    if (node.tagName === 'th') {
      node.properties['scope'] = 'col';
    }
    if (node.tagName === 'th' || node.tagName === 'td') {
      alignCell(node);
      return [node];
    }
    this.prose.block = undefined;
    return [node.tagName === 'table' ? scroller(node) : node];
  }

  #inlineElement(node: Element, context: Context, position: Position): ElementContent[] {
    const block = this.prose.current(context);
    if (node.tagName === 'code') {
      this.#appendCode(block, node, context);
      return [node];
    }
    if (node.tagName === 'img') {
      this.#report(validateImage(node, position));
      return [];
    }
    this.#aside('the title of a link', node.properties['title'], node, context, /\s["'(]/g);
    const text = plainText(withoutCitations(wordsOf(node)));
    if (node.tagName === 'del') this.#report(validateDeletion(text, position));
    const inLink = context.inLink || node.tagName === 'a';
    node.children = this.#children(node.children, { ...context, inLink });
    if (node.tagName === 'a') {
      const href = String(node.properties['href'] ?? '');
      if (isOnSite(href)) node.properties['href'] = addressOf(href);
      this.links.push({
        href,
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
      this.#appendCode(this.prose.open(context, 'code'), node, context, start);
    this.prose.block = undefined;
  }

  #appendCode(block: ProseBlock, node: Element, context: Context, from = 0): void {
    const text = wordsOf(node);
    this.prose.addCode(block, text, placeIn(node, context, text, from));
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
    this.#report(validateCharacters(value, placeOf(node, context)));
    this.asides.push({ of, text: value, locate: placeIn(node, context, value, from) });
  }

  #jsx(node: JsxNode, context: Context): ElementContent[] {
    const position = placeOf(node, context);
    const name = node.name ?? '';
    if (name === '' || /^[a-z]/.test(name)) {
      this.diagnostics.push(reportHtml(name, node, position, context));
      this.#children(node.children, context);
      return [];
    }
    if (!isComponentName(name)) {
      this.diagnostics.push(reportUnknownComponent(name, node, position, context));
      this.#children(node.children, context);
      return [];
    }
    const definition = vocabulary[name];
    const { props, diagnostics } = literalProps(
      name,
      definition.props,
      node.attributes,
      position,
      rawOf(node, context),
    );
    const standsInText = this.prose.block !== undefined && node.type === 'mdxJsxTextElement';
    this.#report(diagnostics);
    this.#report(validateComponent(name, node, standsInText, context));
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

  #inlineComponent(node: JsxNode, part: ComponentPart, context: Context): ElementContent[] {
    const block = this.prose.current(context);
    this.prose.addComponent(block, part, node.children.length > 0);
    const linksBefore = this.links.length;
    this.#report(validateInlineContent(part, node));
    part.children = this.#renderer.render(this.#children(inlineContent(node.children), context));
    this.#report(validateInlineParts(part, this.links.length > linksBefore));
    return [this.#renderer.hold(part)];
  }

  #blockComponent(node: JsxNode, part: ComponentPart, context: Context): ElementContent[] {
    const call = `${part.name} ${JSON.stringify(part.props)}`;
    if (this.#calls.has(call) && !vocabulary[part.name].children)
      this.diagnostics.push(reportRepetition(part));
    this.#calls.add(call);
    if (context.where === 'body') this.prose.flow.push({ kind: 'component', component: part });
    const outer = this.prose.block;
    this.prose.block = undefined;
    const inner = part.name === 'Quote' ? { ...context, quoted: true, attributed: true } : context;
    const children = this.#children(node.children, inner);
    part.children = this.#renderer.render(paragraphs(children));
    this.prose.block = outer;
    return [this.#renderer.hold(part)];
  }
}

function withoutCitations(text: string): string {
  return text.replace(/\[@[^[\]]*\]/g, '');
}
