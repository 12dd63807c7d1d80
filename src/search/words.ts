/** The words of a text: one way for the build and for what a reader types. */

/** A word as it stands in a text, and what it is found by. */
export interface Word {
  surface: string;
  key: string;
}

/** Words that say nothing of what a text is about. */
const stopWords = new Set(
  `a about after all also am an and any anyone are as at be because been before being but by can could
  did do does doing don dont for from get gets getting give go good had has have having her here him
  his how i id if im in into is isnt it its ive just like make makes me mean means my of on or our out
  really runner runners running run say says she should so some take taken taking than that the their them then there
  these they thing things this those til till to try until up us very was we were what whats when where which
  while who why will with would you your`.split(/\s+/),
);

const pairs = new Map([
  ['how much', 'howmuch'],
  ['how many', 'howmuch'],
  ['how long', 'howlong'],
  ['how soon', 'howlong'],
  ['how often', 'howoften'],
  ['too much', 'toomuch'],
  ['too many', 'toomuch'],
]);

/** The words of a text in their order, without those that say nothing. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  let previous = '';
  for (const surface of plain(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    // "How much" and "too much" ask for other things.
    const together = previous === '' ? undefined : pairs.get(`${previous} ${surface}`);
    if (together !== undefined) {
      if (found.at(-1)?.surface === previous) found.pop();
      found.push({ surface: `${previous} ${surface}`, key: together });
      previous = '';
      continue;
    }
    // "Vitamin A", "vitamin A deficiency": a letter with a meaning.
    if (!stopWords.has(surface) || (surface === 'a' && /^vitamins?$/.test(previous)))
      found.push({ surface, key: keyOf(surface) });
    previous = surface;
  }
  return found;
}

/** What words are found by, joined: two texts with the same say the same in other letters. */
export function phraseOf(text: string): string {
  return wordsOf(text)
    .map(({ key }) => key)
    .join(' ');
}

const greek: Record<string, string> = { α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ω: 'omega' };

// Small letters without accents, micrograms as one unit, "B-12" as one word.
function plain(text: string): string {
  let letters = text;
  // Most texts are plain already.
  // eslint-disable-next-line no-control-regex
  if (/[^\u0000-\u007F]/.test(text))
    letters = text
      .normalize('NFKC')
      .replace(/μg/gi, 'mcg')
      .replace(/[αβγδω]/gi, (letter) => greek[letter.toLowerCase()] ?? letter)
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replaceAll('’', "'");
  return letters
    .toLowerCase()
    .replace(/(?<=[a-z])'(?=[a-z])/g, '')
    .replace(/(\d)(?=(?:mg|mcg|ug|g|ml|iu|km)\b)/g, '$1 ')
    .replace(/\b(b|d|k|q|omega)[ -](\d{1,2})\b/g, '$1$2');
}

const keys = new Map<string, string>();
/** As many as a large site has: a cache has an end. */
const mostKeys = 200_000;

/** What a word is found by: one spelling for both Englishes, one number. */
export function keyOf(surface: string): string {
  const known = keys.get(surface);
  if (known !== undefined) return known;
  const key = singular(american(surface));
  if (keys.size >= mostKeys) keys.clear();
  keys.set(surface, key);
  return key;
}

function american(word: string): string {
  if (word === 'ug') return 'mcg';
  // "Calcium no dairy"
  if (word === 'without') return 'no';
  if (word.length < 5) return word;
  return word
    .replaceAll('ae', 'e')
    .replaceAll('oea', 'ea')
    .replace(/^oe/, 'e')
    .replaceAll('sulph', 'sulf')
    .replace(/(?<=^(?:col|flav|fav|behavi|lab|hum|od|tum))our/, 'or')
    .replace(/(?<=fib|lit|met)re(?=s?$)/, 'er')
    .replace(/is(?=(?:e|es|ed|ing|ation|ations)$)/, 'iz');
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
