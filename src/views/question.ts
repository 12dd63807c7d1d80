/** A question in a list: its answer in one sentence, and the whole of it behind that. */
import { sentenceStarts } from '../document/sentences.ts';
import { clipped } from '../domain/format.ts';
import { weakest } from '../domain/certainty.ts';
import { need, type AskedQuestion, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { AnswerPiece } from '../schemas/article.ts';
import type { Certainty } from '../schemas/fields.ts';
import { bibliography, dataCitation, evidenceLinks, type Bibliography } from './citation.ts';
import { doseOf, plainWords, type PartView } from './parts.ts';

/** A question as a row shows it. */
export interface QuestionView {
  /** Its anchor, one of its own on the whole site. */
  id: string;
  /** Anchors that it had before. */
  aliases: readonly string[];
  question: string;
  /** What it is about. */
  topics: readonly string[];
  /** The theme that it stands under. */
  theme: string | undefined;
  /** The answer in a sentence, without its marks; in two where the first is a word or two. */
  first: string;
  /** The weakest certainty that the answer cites; undefined where it cites no claim. */
  certainty: Certainty | undefined;
  /** Undefined where the page would be too long with all answers: then the row leads to the article. */
  answer: PartView[] | undefined;
  /** Its address in the list of all questions; in its article, where there is no list of all. */
  href: string;
  /** The article, at the question's place in it. */
  article: { href: string; title: string };
}

/** Most letters of questions and answers on one page: 48 KB and 18 KB of prose, compressed. */
const most = { index: 160_000, page: 60_000 };
/** Most letters of an answer's first sentence where the others are left out. */
const mostOfFirst = 240;

/** The questions with their answers as long as the page can hold them, without where it cannot. */
export function fitted(questions: QuestionView[], page: keyof typeof most): QuestionView[] {
  // The address of an answer says its question once more.
  const letters = questions.reduce(
    (sum, { question, first, answer }) =>
      sum + 2 * question.length + first.length + lettersOf(answer ?? []),
    0,
  );
  return letters <= most[page]
    ? questions
    : questions.map((question) => ({
        ...question,
        first: clipped(question.first, mostOfFirst),
        answer: undefined,
      }));
}

// A mark of evidence is a link with a name.
const lettersOfMark = 120;

function lettersOf(parts: readonly PartView[]): number {
  return parts.reduce(
    (sum, part) => sum + (typeof part === 'string' ? part.length : lettersOfMark),
    0,
  );
}

/**
 * Questions as rows, in the order of their ids.
 * @throws {Error} when there is no such question
 */
export function questionViews(ids: Iterable<string>, library: Library): QuestionView[] {
  const placesOf = new Map<string, (source: string) => string>();
  return [...ids].map((questionId) => {
    const question = need(library.questions, questionId, 'question');
    const { id } = question.article;
    let placeOf = placesOf.get(id);
    if (placeOf === undefined) placesOf.set(id, (placeOf = placesIn(question, library)));
    return questionView(question, placeOf, library);
  });
}

// Where the sources of an article stand. Most answers cite claims, which have pages of their own.
function placesIn(
  { article, citations }: AskedQuestion,
  library: Library,
): (source: string) => string {
  let own: Bibliography | undefined;
  return (source) => {
    own ??= bibliography([dataCitation(citations)], library);
    return routes.article(article.id) + (own.cite(dataCitation([source]))[0]?.href ?? '');
  };
}

function questionView(
  { question: asked, article: { id: articleId, title } }: AskedQuestion,
  placeOf: (source: string) => string,
  library: Library,
): QuestionView {
  const { id, aliases, question, topics, theme, answer: pieces } = asked;
  const href = routes.question(articleId, id);
  const counted: string[] = [];
  const answer = pieces.map((piece) => partOf(piece, counted, articleId, placeOf, library));
  const claims = pieces.flatMap((piece) =>
    typeof piece !== 'string' && 'cites' in piece ? piece.cites : [],
  );
  return {
    id,
    aliases,
    question,
    topics,
    theme,
    first: firstSentence(answer),
    certainty: weakest(claims.flatMap((claim) => library.cited.get(claim)?.certainty ?? [])),
    answer,
    href: library.hasWholeFaq ? routes.answer(id) : href,
    article: { href, title },
  };
}

function partOf(
  piece: AnswerPiece,
  counted: string[],
  articleId: string,
  placeOf: (source: string) => string,
  library: Library,
): PartView {
  const articleHref = routes.article(articleId);
  // A fragment leads to a place of the article.
  if (typeof piece === 'string') return piece.replaceAll('href="#', `href="${articleHref}#`);
  return 'cites' in piece
    ? {
        kind: 'evidence',
        links: evidenceLinks(piece.cites, counted, placeOf, library),
      }
    : {
        kind: 'component',
        component: { name: 'Dose', dose: doseOf(piece.product, piece.nutrient, library) },
      };
}

const blockEnd = /<\/(?:p|li|td|th|pre)>/;

// "Possibly." answers nobody.
const fewestLetters = 16;

/** The first sentence of prose as plain text, with the second where the first hardly says a thing. */
export function firstSentence(parts: readonly PartView[]): string {
  let text = '';
  const marks: number[] = [];
  for (const part of parts) {
    if (typeof part !== 'string') {
      if (part.kind === 'component' && part.component.name === 'Dose')
        text += part.component.dose.amountText;
      else {
        // "… in adults [1]." without a space before the stop.
        text = text.trimEnd();
        marks.push(text.length);
      }
      continue;
    }
    const [words = '', ...rest] = part.split(blockEnd);
    text += plainWords(words);
    if (rest.length > 0 && text.trim() !== '') break;
  }
  const start = text.length - text.trimStart().length;
  const [, second, third] = sentenceStarts(
    text.slice(start),
    marks.map((mark) => mark - start),
  );
  const end = second !== undefined && second < fewestLetters ? third : second;
  return text.slice(start, end === undefined ? undefined : start + end).trim();
}
