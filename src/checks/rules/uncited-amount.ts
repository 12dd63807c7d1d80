/** Every figure has its source beside it. */
import type { Entry, Evidence } from '../../corpus/corpus.ts';
import { locate } from '../../document/prose.ts';
import { figureClaims } from '../../domain/figure.ts';
import type { Nutrient } from '../../schemas/nutrient.ts';
import type { Product } from '../../schemas/product.ts';
import { statements } from '../evidence.ts';
import { findAmounts, measureOf, type Amount } from '../language/amounts.ts';
import { asks } from '../language/wording.ts';
import { dataPassages, type FieldPassage, type Passage } from '../passages.ts';
import type { DocumentContext, Rule, RuleDiagnostic } from '../rule.ts';

export const uncitedAmount: Rule = {
  id: 'uncited-amount',
  demands:
    'An amount, dose, share or per cent has a citation in its sentence, just behind it, or in its table row. One in a title, a description or a heading is one that a cited sentence gives; one in a field stands beside sources, and in a product’s text it is the product’s own, or its nutrients’, and in a figure’s one that its claims give.',
  why: 'A figure without a source cannot be checked, and most errors of health articles are figures that nobody checked.',
  fix: 'Cite where it comes from: [@id]; print a product’s amount with <Dose>; or take the figure out.',
  document: (context) => [
    ...statements(context).flatMap((sentence) => {
      const [amount] = sentence.citations.length > 0 ? [] : findAmounts(sentence.text);
      if (amount === undefined) return [];
      return {
        ...locate(sentence.block, sentence.start + amount.start),
        message: `"${amount.text}" has no citation in its sentence.`,
      };
    }),
    ...bareAmounts(context),
    ...(context.entry.collection === 'nutrients'
      ? fieldAmounts(context.entry, context.passages.fields)
      : []),
  ],
  evidence: ({ corpus }) =>
    dataPassages(corpus).flatMap(({ file, entry, fields }) =>
      dataAmounts(entry, fields, corpus).map((diagnostic) => ({ file, ...diagnostic })),
    ),
};

function dataAmounts(
  entry: Entry,
  fields: readonly FieldPassage[],
  corpus: Evidence,
): RuleDiagnostic[] {
  switch (entry.collection) {
    case 'products':
      return productAmounts(entry as Entry<'products'>, fields, corpus);
    case 'figures':
      return figureAmounts(entry as Entry<'figures'>, fields, corpus);
    default:
      return fieldAmounts(entry, fields);
  }
}

const headFields: ReadonlySet<string> = new Set(['title', 'description', 'urgent']);

// Where no citation can stand, the text below has it.
function bareAmounts(context: DocumentContext): RuleDiagnostic[] {
  const { compiled, passages, sentences } = context;
  const isGiven = citedAmounts(context);
  const diagnostics = (
    where: string,
    text: string,
    position: Passage['position'],
  ): RuleDiagnostic[] =>
    findAmounts(text)
      .filter((amount) => !isGiven(amount))
      .slice(0, 1)
      .map((amount) => ({
        ...position(amount.start),
        message: `"${amount.text}" stands in ${where}, and no cited sentence gives it.`,
        fix: 'Give it in a sentence with its citation, or take it out.',
      }));
  return [
    ...passages.fields
      .filter(({ path: [field = ''] }) => headFields.has(String(field)))
      .flatMap(({ text, path: [field], position }) =>
        diagnostics(`the ${String(field)}`, text, position),
      ),
    ...compiled.asides.flatMap(({ of, text, locate: position }) => diagnostics(of, text, position)),
    ...sentences
      .filter(({ block, text }) => block.kind === 'heading' && !asks(text))
      .flatMap(({ block, start, text }) =>
        diagnostics('a heading', text, (offset) => locate(block, start + offset)),
      ),
  ];
}

// Computed for the few documents that ask.
function citedAmounts({ sentences }: DocumentContext): (amount: Amount) => boolean {
  let known: Set<string> | undefined;
  return (amount) => {
    known ??= new Set(
      sentences
        .filter(({ citations }) => citations.length > 0)
        .flatMap((sentence) => findAmounts(sentence.text).flatMap(keysOf)),
    );
    const given = known;
    return keysOf(amount).every((key) => given.has(key));
  };
}

// "1,000 mg" and "1 g" are the same; of a range, both ends are looked for.
function keysOf({ text }: Amount): string[] {
  const measure = measureOf(text);
  return measure === undefined
    ? [text.toLowerCase()]
    : measure.values.map((value) => keyOf(value, measure.unit));
}

const keyOf = (value: number, unit: string): string => `${Number(value.toPrecision(6))} ${unit}`;

// Fields of data stand beside the sources of their group, or of the entry.
function fieldAmounts(entry: Entry, fields: readonly FieldPassage[]): RuleDiagnostic[] {
  // What is said of a work is said of the work.
  if (entry.collection === 'sources') return [];
  return fields
    .filter(({ kind, path }) => kind === 'ours' && !hasSources(entry.data, path))
    .flatMap(({ text, position }) =>
      findAmounts(text)
        .slice(0, 1)
        .map((amount) => ({
          ...position(amount.start),
          message: `"${amount.text}" stands in a field without sources.`,
          fix: 'Name the sources beside it, or take the figure out.',
        })),
    );
}

// The nearest group that has a place for sources decides; what is unverified is shown as such.
function hasSources(data: unknown, path: readonly PropertyKey[], isSourced = false): boolean {
  if (data === null || typeof data !== 'object') return isSourced;
  const { sources, source, unverified } = data as Record<string, unknown>;
  const own = Array.isArray(sources) ? sources.length > 0 : source === undefined ? undefined : true;
  const [step = '', ...rest] = path;
  const inner = (data as Record<PropertyKey, unknown>)[step];
  return hasSources(inner, rest, unverified === true || (own ?? isSourced));
}

// Its own label, the intakes and limits of what it holds, and the claims that it names.
function productAmounts(
  { data }: Entry<'products'>,
  fields: readonly FieldPassage[],
  corpus: Evidence,
): RuleDiagnostic[] {
  let own: Set<string> | undefined;
  let known: Set<string> | undefined;
  return fields
    .filter(
      ({ kind, path: [field] }) =>
        kind !== 'theirs' && field !== 'serving' && field !== 'nutrients',
    )
    .flatMap(({ text, kind, position }) =>
      findAmounts(text)
        .filter((amount) => {
          own ??= ownAmounts(data, corpus);
          known ??= new Set([...own, ...knownAmounts(data, corpus)]);
          const allowed = kind === 'maker' ? own : known;
          return !isComputed.test(amount.text) && !keysOf(amount).every((key) => allowed.has(key));
        })
        .slice(0, 1)
        .map((amount) => ({
          ...position(amount.start),
          message:
            kind === 'maker'
              ? `"${amount.text}" is no amount of this product.`
              : `"${amount.text}" is no amount of this product, no intake or limit of what it holds, and in no claim that it names.`,
          fix: 'Correct one of the two, name the claim that gives it, or take the figure out.',
        })),
    );
}

// What a figure says in words is what its claims say.
function figureAmounts(
  { data }: Entry<'figures'>,
  fields: readonly FieldPassage[],
  corpus: Evidence,
): RuleDiagnostic[] {
  let known: Set<string> | undefined;
  return fields
    .filter(({ kind }) => kind === 'ours')
    .flatMap(({ text, position }) =>
      findAmounts(text)
        .filter((amount) => {
          known ??= new Set(figureClaims(data).flatMap((id) => claimAmounts(id, corpus)));
          const given = known;
          return !keysOf(amount).every((key) => given.has(key));
        })
        .slice(0, 1)
        .map((amount) => ({
          ...position(amount.start),
          message: `"${amount.text}" is in no claim that this figure draws.`,
          fix: 'Write it as the claim does, or take it out.',
        })),
    );
}

function claimAmounts(id: string, { entries }: Evidence): string[] {
  const claim = entries.claims.get(id)?.data;
  return [claim?.statement, claim?.figures, claim?.population].flatMap((text) =>
    findAmounts(text ?? '').flatMap(keysOf),
  );
}

// What follows from the label: how often a limit is in a dose, how many of it are taken.
const isComputed =
  /\b(?:RDA|AI|limit|value|dose|needs?|requirement|intake|tablets?|capsules?|pills?|softgels?|scoops?|sachets?)\b/iu;

function ownAmounts({ nutrients, serving, other }: Product, corpus: Evidence): Set<string> {
  return new Set([
    ...nutrients.flatMap(({ nutrient, amount, amountMax = amount, unit }) =>
      [amount, amountMax].flatMap((value) =>
        inUnits(value, unit, corpus.entries.nutrients.get(nutrient)?.data),
      ),
    ),
    ...[...other, ...(serving === undefined ? [] : [serving])].flatMap(({ amount, unit }) =>
      keysOf({ text: `${amount} ${unit}`, start: 0 }),
    ),
  ]);
}

function knownAmounts({ nutrients, claims }: Product, corpus: Evidence): string[] {
  return [
    ...nutrients.flatMap(({ nutrient }) => {
      const data = corpus.entries.nutrients.get(nutrient)?.data;
      if (data === undefined) return [];
      const { unit, intakes, upperLimit, dailyValue, riskReduction } = data;
      return [
        ...intakes.flatMap(({ amount }) => inUnits(amount, unit, data)),
        ...(upperLimit?.levels ?? []).flatMap(({ amount }) => inUnits(amount, unit, data)),
        ...inUnits(dailyValue.amount, dailyValue.unit, data),
        ...(riskReduction === undefined ? [] : inUnits(riskReduction.amount, unit, data)),
      ];
    }),
    ...claims.flatMap((id) => claimAmounts(id, corpus)),
  ];
}

// International units and weight are the same amount where the nutrient's file says how many are in one.
function inUnits(amount: number, unit: string, nutrient: Nutrient | undefined): string[] {
  const { values: [value = 0] = [], unit: base = unit } = measureOf(`${amount} ${unit}`) ?? {};
  const own = keyOf(value, base);
  const { amountIU, amountInNutrientUnit } = nutrient?.dailyValue ?? {};
  if (nutrient === undefined || amountIU === undefined || amountInNutrientUnit === undefined)
    return [own];
  const { values: [micrograms = 0] = [] } =
    measureOf(`${amountInNutrientUnit} ${nutrient.unit}`) ?? {};
  const ratio = amountIU / micrograms;
  return base === 'IU' ? [own, keyOf(value / ratio, 'mcg')] : [own, keyOf(value * ratio, 'IU')];
}
