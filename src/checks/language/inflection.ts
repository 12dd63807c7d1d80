/** Forms of English verbs, so that a rule names a verb once. */

// Only those that rules use; the rest follow the spelling rules below.
const irregular: Readonly<Record<string, readonly string[]>> = {
  beat: ['beat', 'beaten'],
  bring: ['brought'],
  cut: ['cut'],
  drive: ['drove', 'driven'],
  fight: ['fought'],
  get: ['got', 'gotten'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  hit: ['hit'],
  hold: ['held'],
  keep: ['kept'],
  overcome: ['overcame', 'overcome'],
  prove: ['proved', 'proven'],
  put: ['put'],
  rid: ['rid'],
  send: ['sent'],
  shrink: ['shrank', 'shrunk'],
  sweep: ['swept'],
  take: ['took', 'taken'],
  undo: ['undid', 'undone'],
};
const doubles = /^(?:(?:[^aeiou]|qu)*[aeiou][bdgklmnprtz]|control|dispel|repel)$/;

/** A verb in its four guises; where two are spelled alike, both hold the word. */
export interface Inflected {
  base: string;
  present: string;
  past: readonly string[];
  gerund: string;
}

/** Inflects a verb: `remedy` gives remedies, remedied and remedying. */
export function inflect(verb: string): Inflected {
  const stem = /[^aeiou]e$|[iuv]e$/.test(verb) ? verb.slice(0, -1) : verb;
  const doubled = doubles.test(verb) ? `${verb}${verb.at(-1) ?? ''}` : stem;
  const isY = /[^aeiou]y$/.test(verb);
  const present = isY
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(verb)
      ? `${verb}es`
      : `${verb}s`;
  return {
    base: verb,
    present,
    past: irregular[verb] ?? [
      isY ? `${verb.slice(0, -1)}ied` : `${doubled}${doubled.endsWith('e') ? '' : 'e'}d`,
    ],
    gerund: `${doubled}ing`,
  };
}

/** A pattern of all forms of some verbs, given in one string with spaces between them. */
export function formsOf(verbs: string): string {
  const forms = verbs.split(' ').flatMap((verb) => {
    const { base, present, past, gerund } = inflect(verb);
    return [base, present, ...past, gerund];
  });
  return `(?:${[...new Set(forms)].join('|')})`;
}

/** A pattern of the past participles of some verbs. */
export function participlesOf(verbs: string): string {
  return `(?:${verbs
    .split(' ')
    .map((verb) => inflect(verb).past.at(-1))
    .join('|')})`;
}
