/** A nutrient's own page: how much, from which foods, how sure, with which source for each sentence. */
import { toHtml } from 'hast-util-to-html';
import { nutrientParts, type NutrientPart } from '../anchors.ts';
import type { CompiledEntry } from '../corpus/compiled.ts';
import type { Citation, Part } from '../document/document.ts';
import { certaintyOrder, certaintyText } from '../domain/certainty.ts';
import { newestDay } from '../domain/dates.ts';
import {
  capitalize,
  formatAmount,
  formatCount,
  formatList,
  formatNumber,
  uncapitalize,
  withStop,
} from '../domain/format.ts';
import { adultIntakes } from '../domain/intake.ts';
import { need, type DataRecord, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Claim } from '../schemas/claim.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import type { Certainty } from '../schemas/fields.ts';
import { aiText, aiUseOf } from './ai-use.ts';
import { citationText } from './cite.ts';
import { changeViews, type ChangeView } from './change.ts';
import {
  bibliography,
  citationsOf,
  dataCitation,
  type Bibliography,
  type NoteView,
  type ReferenceView,
} from './citation.ts';
import {
  claimAnchor,
  claimRowView,
  claimsAbout,
  claimsByOutcome,
  outcomeText,
  type ClaimRowView,
  type ClaimTableView,
} from './claim.ts';
import { foodListView, richestFoods, type FoodListView } from './food.ts';
import { intakeTableView, limitView, needText, type IntakeTableView } from './intake.ts';
import { partViews, type PartView } from './parts.ts';
import { termNotes, type TermNoteView } from './term.ts';
import { doseView, type DoseView } from './product.ts';
import {
  longLists,
  type Beginning,
  type ListedLink,
  type ListedProduct,
  type MoreView,
} from './long-list.ts';
import type { QuestionView } from './question.ts';
import { noLimitText, notEstablished, unitText } from './reference-value.ts';

/** A sentence with its citation marks; `unverified` where no source was retrieved. */
export interface StatementView {
  parts: PartView[];
  unverified: boolean;
}

/** One row of the label that every nutrient carries. */
export interface FactRowView {
  rule: 'rule-10' | 'rule-5' | 'rule-1';
  name: string;
  text: string;
  inset: boolean;
}

/** A part of the page that steps behind the answer. */
export interface NutrientPartView {
  id: NutrientPart;
  title: string;
  /** What is in it: "6 facts"; empty where nothing is. */
  count: string;
}

export interface NutrientPageView {
  id: string;
  name: string;
  /** "folate, folic acid"; undefined where it has no other name. */
  alsoText: string | undefined;
  kindText: string;
  /** For search results, at most 160 characters. */
  description: string;
  /** Needs and limit of adults in a sentence or two. */
  lead: string;
  /** How much is known, in half a sentence; undefined where there is no claim. */
  sureText: string | undefined;
  facts: FactRowView[];
  testFirst: StatementView | undefined;
  /** What part AI had in it; undefined for none. */
  aiText: string | undefined;
  /** The author's prose; empty where none is written yet. */
  body: PartView[];
  /** The article on it, or the one that looks at the fewest others beside it. */
  article: { href: string; title: string; description: string; isItsOwn: boolean } | undefined;
  /** At most five, which the prose leaves out. */
  keyClaims: ClaimRowView[];
  /** Headings of the prose, for the links at the top. */
  headings: { id: string; text: string }[];
  /** The parts that have something in them, in the order of the page. */
  parts: Partial<Record<NutrientPart, NutrientPartView>>;
  intakes: IntakeTableView;
  elsewhere: ({ authority: string } & StatementView)[];
  foods: FoodListView | undefined;
  roles: StatementView;
  signs: StatementView;
  moreFacts: StatementView[];
  riskGroups: StatementView[];
  athlete: StatementView[];
  interactions: StatementView[];
  safety: StatementView[];
  forms: {
    name: string;
    /** "20.1%", by weight; undefined where it is not known. */
    shareText: string | undefined;
    absorption: string | undefined;
    marks: StatementView;
  }[];
  sheetHref: string | undefined;
  /** Claims by what they are about, in the order of the evidence matrix. */
  evidence: ClaimTableView | undefined;
  moreClaims: MoreView | undefined;
  /** Claims about its tests. */
  testClaims: { count: number; items: ClaimRowView[] };
  products: Beginning<ListedProduct & { dose: DoseView }>;
  questions: Beginning<QuestionView>;
  /** The other articles on it. */
  articles: Beginning<ListedLink>;
  /** How to cite the page. */
  citation: string;
  changes: ChangeView[];
  notes: NoteView[];
  terms: TermNoteView[];
  references: ReferenceView[];
}

/** A sentence of the data before its citations have numbers. */
interface Draft {
  text: string;
  sources: readonly string[];
  unverified?: true | undefined;
}

/**
 * The page of one nutrient.
 * @param compiled its frontmatter and compiled prose
 * @throws {Error} when it names something that does not exist
 */
export function nutrientPageView(
  id: string,
  { data: all, document }: CompiledEntry<'nutrients'>,
  library: Library,
): NutrientPageView {
  const data = withoutProse(all);
  const drafts = draftsOf(data);
  const { testFirst } = drafts;
  // In reading order: marks are numbered as they come.
  const citations = bibliography(
    [
      ...(testFirst === undefined ? [] : citationOf(testFirst)),
      ...citationsOf(document, library),
      ...drafts.rest.flatMap(citationOf),
    ],
    library,
  );
  const view = (draft: Draft): StatementView => statementView(draft, citations, library);
  const testFirstView = testFirst && view(testFirst);
  const body = partViews(document.body, citations, library);
  const elsewhere = data.elsewhere.map((value) => ({ authority: value.authority, ...view(value) }));
  const claims = claimsAbout(id, library);
  const listedClaims = longLists['nutrients/claims'].beginning(id, library);
  const rows = new Map(listedClaims.items.map((row) => [row.id, row]));
  const groups = claimsByOutcome(id, library).map((group) => ({
    outcome: group.outcome,
    rows: group.claims.flatMap((claim) => rows.get(claim.id) ?? []),
  }));
  const [first] = library.articlesAbout.get(id) ?? [];
  const article = first && need(library.articles, first.id, 'article');
  const page: Omit<NutrientPageView, 'parts'> = {
    id,
    name: data.name,
    alsoText: data.also.length === 0 ? undefined : formatList(data.also),
    kindText: capitalize(data.kind),
    description: `${data.name} for runners: how much you need by age and sex, the upper limit, foods ranked by serving, and how sure the evidence is.`,
    lead: leadOf(data),
    aiText: aiText(aiUseOf(data, library)),
    citation: citationText([library.site.name], data.name, library.site.name, newestDay(data)),
    changes: changeViews(data.changes),
    sureText: sureTextOf(claims.map((claim) => claim.data)),
    facts: factsOf(id, data, library, claims),
    article: article && {
      href: routes.article(article.id),
      title: article.data.title,
      description: article.data.description,
      isItsOwn: article.data.topics[0] === id,
    },
    keyClaims: data.keyClaims.map((claim) => claimRowView(need(library.claims, claim, 'claim'))),
    testFirst: testFirstView,
    body,
    headings: document.headings
      .filter(({ depth }) => depth === 2)
      .map(({ id: anchor, text }) => ({
        id: anchor,
        text,
      })),
    intakes: intakeTableView(id, library),
    elsewhere,
    foods: library.foods.has(id) ? foodListView(id, undefined, library) : undefined,
    roles: view(drafts.roles),
    signs: view(drafts.signs),
    moreFacts: data.facts.map(view),
    riskGroups: data.riskGroups.map(view),
    athlete: data.athlete.map(view),
    interactions: data.interactions.map(view),
    forms: data.forms.map((form) => ({
      name: capitalize(form.form),
      shareText:
        form.elementalPercent === undefined ? undefined : `${formatNumber(form.elementalPercent)}%`,
      absorption: form.absorption && capitalize(form.absorption),
      marks: view({ text: '', sources: form.sources, unverified: form.unverified }),
    })),
    safety: data.safety.map(view),
    sheetHref: library.sheets.has(id) ? routes.sheet(id) : undefined,
    evidence:
      claims.length === 0
        ? undefined
        : {
            caption: `Claims on ${uncapitalize(data.name)}`,
            groups: groups.map(({ outcome, rows: own }) => ({
              id: claimAnchor(outcome),
              name: outcomeText[outcome],
              claims: own,
            })),
          },
    moreClaims: listedClaims.more,
    testClaims: {
      count: claims.filter((claim) => claim.data.outcome === 'testing').length,
      items: groups.find(({ outcome }) => outcome === 'testing')?.rows ?? [],
    },
    products: productsWith(id, library),
    questions: longLists['nutrients/questions'].beginning(id, library),
    articles: longLists['nutrients/articles'].beginning(id, library),
    notes: citations.notes(),
    terms: termNotes(document.body, library),
    references: citations.references(),
  };
  return { ...page, parts: partsOf(page) };
}

function partsOf(page: Omit<NutrientPageView, 'parts'>): NutrientPageView['parts'] {
  const counted = (count: number, noun: string): string | undefined =>
    count === 0 ? undefined : formatCount(count, noun);
  const listed = (items: readonly unknown[], noun: string): string | undefined =>
    counted(items.length, noun);
  // Undefined: no part of the page. Empty: one that says that there is nothing yet.
  const counts: Record<NutrientPart, string | undefined> = {
    'how-much': 'by age and sex',
    'which-foods': page.foods ? formatCount(page.foods.foods.length, 'food') : '',
    'what-it-does': formatCount(2 + page.moreFacts.length, 'fact'),
    'who-is-at-risk': listed(page.riskGroups, 'group'),
    'in-athletes': listed(page.athlete, 'fact'),
    'what-helps-and-hinders': listed(page.interactions, 'fact'),
    'which-forms': listed(page.forms, 'form'),
    'what-harms': listed(page.safety, 'fact'),
    'how-it-is-tested': counted(page.testClaims.count, 'claim'),
    'what-the-evidence-says': page.sureText ?? '',
    'which-products': counted(page.products.count, 'product'),
    questions: counted(page.questions.count, 'question'),
    related: counted(page.articles.count, 'article'),
    references: formatCount(page.references.length, 'source'),
  };
  return Object.fromEntries(
    (Object.keys(nutrientParts) as NutrientPart[]).flatMap((id) => {
      const count = counts[id];
      if (count === undefined) return [];
      return [[id, { id, title: nutrientParts[id], count }]];
    }),
  );
}

// What the prose says is not said again below it.
function withoutProse(data: Nutrient): Nutrient {
  const rest = (statements: Nutrient['facts']): Nutrient['facts'] =>
    statements.filter(({ inProse }) => inProse === undefined);
  return {
    ...data,
    facts: rest(data.facts),
    riskGroups: rest(data.riskGroups),
    athlete: rest(data.athlete),
    interactions: rest(data.interactions),
    safety: rest(data.safety),
  };
}

// All sentences that carry sources, in the order in which the page shows them.
function draftsOf(data: Nutrient): {
  testFirst: Draft | undefined;
  roles: Draft;
  signs: Draft;
  rest: Draft[];
} {
  const listed = ({ items, sources, unverified }: Nutrient['roles']): Draft => ({
    text: `${capitalize(items.join('; '))}.`,
    sources,
    unverified,
  });
  const roles = listed(data.roles);
  const signs = listed(data.deficiencySigns);
  return {
    testFirst: data.testFirst && {
      text: data.testFirst.reason,
      sources: data.testFirst.sources,
    },
    roles,
    signs,
    rest: [
      ...data.elsewhere,
      roles,
      signs,
      ...data.facts,
      ...data.riskGroups,
      ...data.athlete,
      ...data.interactions,
      ...data.forms.map((form) => ({ text: '', sources: form.sources })),
      ...data.safety,
    ],
  };
}

function citationOf({ sources }: Draft): Citation[] {
  return sources.length === 0 ? [] : [dataCitation(sources)];
}

function statementView(draft: Draft, citations: Bibliography, library: Library): StatementView {
  const parts: Part[] = [
    ...(draft.text === '' ? [] : [toHtml({ type: 'text', value: withStop(draft.text) })]),
    ...citationOf(draft),
  ];
  return {
    parts: partViews(parts, citations, library),
    unverified: draft.unverified ?? false,
  };
}

/** Needs and limit of adults in a sentence or two. */
export function leadOf(nutrient: Nutrient): string {
  const [first, second] = adultIntakes(nutrient);
  const needs = [first, second].flatMap((intake) =>
    intake === undefined ? [] : needText(intake, unitText(nutrient)),
  );
  // Where ages are the same they are said once.
  if (second !== undefined && first?.ageFrom === second.ageFrom)
    needs[1] = `men ${formatAmount(second.amount, unitText(nutrient))}`;
  const limit = limitView(nutrient);
  const limitText =
    limit.amountText === undefined
      ? noLimitText
      : `The upper limit is ${limit.amountText} ${limit.counts}.`;
  return `${capitalize(formatList(needs))}. ${limitText}`;
}

/** How much is known, in half a sentence; undefined where there is no claim. */
export function sureTextOf(claims: readonly Claim[]): string | undefined {
  if (claims.length === 0) return undefined;
  const strong = claims.filter(({ certainty }) => certainty === 'strong').length;
  const runners = claims.filter(({ appliesToRunners }) => appliesToRunners === 'yes').length;
  const count = (number: number): string => (number === 0 ? 'none' : formatNumber(number));
  return `${formatCount(claims.length, 'claim')}, ${count(strong)} strong, ${count(runners)} shown in runners`;
}

function factsOf(
  id: string,
  nutrient: Nutrient,
  library: Library,
  claims: readonly DataRecord<Claim>[],
): FactRowView[] {
  const products = (library.productsWith.get(id) ?? []).map(
    (product) => need(library.products, product, 'product').data,
  );
  const unit = unitText(nutrient);
  const limit = limitView(nutrient);
  const richest = richestFoods(id, library);
  const row = (
    rule: FactRowView['rule'],
    name: string,
    text: string,
    inset = false,
  ): FactRowView => ({ rule, name, text, inset });
  return [
    ...adultIntakes(nutrient).map((intake, index) =>
      row(
        index === 0 ? 'rule-10' : 'rule-1',
        `${intake.sex === undefined ? 'Adults' : intake.sex === 'female' ? 'Women' : 'Men'} ${intake.ageFrom}–${intake.ageTo} (${intake.basis})`,
        formatAmount(intake.amount, unit),
      ),
    ),
    row('rule-1', 'Upper limit', limit.amountText ?? notEstablished),
    row(
      'rule-1',
      'US Daily Value',
      formatAmount(nutrient.dailyValue.amount, nutrient.dailyValue.unit),
    ),
    ...(richest === undefined ? [] : [row('rule-5', 'Rich foods', richest.any.join(' · '))]),
    ...(richest === undefined || richest.vegan.length === 0
      ? []
      : [row('rule-1', 'vegan', richest.vegan.join(' · '), true)]),
    row('rule-5', 'Claims', formatNumber(claims.length)),
    ...certaintyOrder.flatMap((certainty: Certainty) => {
      const count = claims.filter(({ data }) => data.certainty === certainty).length;
      return count === 0
        ? []
        : [row('rule-1', certaintyText[certainty].toLowerCase(), formatNumber(count), true)];
    }),
    row(
      'rule-1',
      'shown in runners',
      formatNumber(claims.filter(({ data }) => data.appliesToRunners === 'yes').length),
      true,
    ),
    row(
      'rule-5',
      'Products listed',
      formatNumber(products.filter(({ status }) => status === 'listed').length),
    ),
    row(
      'rule-1',
      'Products refused',
      formatNumber(products.filter(({ status }) => status === 'refused').length),
    ),
  ];
}

function productsWith(id: string, library: Library): NutrientPageView['products'] {
  const { items, ...list } = longLists['nutrients/products'].beginning(id, library);
  const rows = items.flatMap((product) => {
    const { data } = need(library.products, product.id, 'product');
    const amount = data.nutrients.find(({ nutrient }) => nutrient === id);
    return amount === undefined ? [] : [{ ...product, dose: doseView(amount, library) }];
  });
  return { ...list, items: rows };
}

/** One row of the table of all nutrients. */
export interface NutrientRowView {
  href: string;
  name: string;
  kindText: string;
  women: string;
  men: string;
  /** "45 mg" or "not established". */
  limitText: string;
  /** "supplements only", "all intake", or nothing where there is no limit. */
  countsText: string | undefined;
  richestFood: string | undefined;
  claims: number;
  testFirst: boolean;
}

/** All nutrients by name. */
export function nutrientIndexView(library: Library): NutrientRowView[] {
  return [...library.nutrients.values()]
    .map(({ id, data }) => {
      const intakes = adultIntakes(data);
      const amount = (sex: 'female' | 'male'): string => {
        const intake = intakes.find((row) => row.sex === undefined || row.sex === sex);
        return intake === undefined ? '–' : formatAmount(intake.amount, unitText(data));
      };
      const limit = limitView(data);
      return {
        href: routes.nutrient(id),
        name: data.name,
        kindText: data.kind,
        women: amount('female'),
        men: amount('male'),
        limitText: limit.amountText ?? notEstablished,
        countsText:
          data.upperLimit === undefined
            ? undefined
            : data.upperLimit.countsOnly !== undefined
              ? `${data.upperLimit.countsOnly} only`
              : data.upperLimit.scope === 'supplements'
                ? data.upperLimit.countsFortifiedFood === true
                  ? 'supplements and fortified food'
                  : 'supplements only'
                : 'all intake',
        richestFood: library.foods.get(id)?.data.foods.toSorted((a, b) => b.amount - a.amount)[0]
          ?.food,
        claims: library.claimsAbout.get(id)?.length ?? 0,
        testFirst: data.testFirst !== undefined,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
