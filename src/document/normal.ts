/** One normal form of text, which every rule reads: what looks the same is the same. */

/**
 * Stand-ins for what is no text; each counts as one character. Those of citations are in no normal
 * form: it has their places in `marks`.
 */
export const marker = { citation: '\uE000', component: '\uE001' } as const;

/** Where the places of a normal form and of its source drift apart; each holds until the next. */
export interface Shift {
  start: number;
  source: number;
}

/** A text in its normal form, which knows where its letters stand in its source. */
export interface NormalText {
  text: string;
  shifts: readonly Shift[];
  /** Offsets of the citations, which stand in no word's way. */
  marks: readonly number[];
}

// Most texts are in their normal form already.
const unusual = /[^\x20-\x7E‘’“”—…]| {2}|- | -|\*/;
const anyPiece = [
  // A hyphen that was parted from its word by a line; "iron- and zinc-rich" is none.
  String.raw`(?<=\p{L})[-\u2010\u2011\u2012\uFE63\uFF0D]\s+(?!(?:and|or|to|nor|but|vs)\b)(?=\p{L})`,
  String.raw`(?<=\p{L})\s+[-\u2010\u2011](?=\p{L})`,
  String.raw`(?<=\p{L})[\u2012\u2013\u2212](?=\p{L})`,
  `[\\s${marker.citation}]{2,}|[^\\S ]|${marker.citation}`,
  // The signs behind "Clinically® proven*¹".
  String.raw`(?<=\p{L})[®™℠†‡*⁎∗]+(?!\p{L})`,
  String.raw`(?<=[\p{L}\p{P}])[¹²³⁰⁴-⁹⁺⁻]+`,
  String.raw`(?<=\d)[⁺⁻]?[¹²³⁰⁴-⁹]+`,
  String.raw`(?<=\d)[\s]?[¼-¾⅐-⅞]`,
  String.raw`[^\x00-\x7F‘’“”–—…\uE001-\uE004]`,
].join('|');
// Few letters can start a piece: to look at each for every kind would take a tenth of a check.
const pieces = new RegExp(String.raw`(?=[^\x20-\x7E]|[*-]| \W)(?:${anyPiece})`, 'gu');

/**
 * White space is one space, a hyphen is a hyphen, full-width, mathematical, small-capital, encircled
 * and accented letters are plain ones, ㎎ is mg and ½ is 1/2; citations are taken out.
 * @param isRow whether tabs part the cells of a table row
 */
export function normalForm(text: string, isRow = false): NormalText {
  if (!unusual.test(text)) return { text, shifts: [], marks: [] };
  const shifts: Shift[] = [];
  const marks: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let done = 0;
  let drift = 0;
  // All that is asked of what stands before is its last letter, which may be a pair.
  let before = '';
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const end = index + piece.length;
    parts.push(text.slice(done, index));
    length += index - done;
    if (index > done) before = text.slice(Math.max(done, index - 2), index);
    for (const letter of piece) if (letter === marker.citation) marks.push(length);
    const plain = /[\s\uE000]/.test(piece)
      ? spaceOf(piece, before, text.charAt(end), isRow)
      : plainOf(piece, before);
    parts.push(plain);
    if (plain !== '') before = plain;
    length += plain.length;
    done = end;
    if (end - length !== drift) shifts.push({ start: length, source: end });
    drift = end - length;
  }
  parts.push(text.slice(done));
  return { text: parts.join(''), shifts, marks };
}

/** Offset in its source of a letter of a normal form. */
export function sourceOffset(shifts: readonly Shift[], offset: number): number {
  const last = shifts.findLast(({ start }) => start <= offset);
  return last === undefined ? offset : last.source + (offset - last.start);
}

/** Offset in a normal form of a letter of its source. */
export function normalOffset(shifts: readonly Shift[], offset: number): number {
  const last = shifts.findLast(({ source }) => source <= offset);
  return last === undefined ? offset : last.start + (offset - last.source);
}

function spaceOf(piece: string, before: string, after: string, isRow: boolean): string {
  if (/[¼-¾⅐-⅞]/.test(piece)) return ` ${plainOf(piece.trim(), ' ')}`;
  if (/[^\s\uE000]/.test(piece)) return '-';
  if (isRow && piece.includes('\t')) return '\t';
  // What a citation stood behind goes on where the citation ends.
  const isCited = piece.includes(marker.citation);
  if (isCited && (before === '' || after === '' || /[.,;:!?)\]]/.test(after))) return '';
  return /\s/.test(piece) ? ' ' : '';
}

const folded = new Map<string, string>();

function plainOf(piece: string, before: string): string {
  if (/^[⁺⁻]?[¹²³⁰⁴-⁹]/u.test(piece))
    return /\d$/.test(before) ? `^${piece.normalize('NFKC').replace('−', '-')}` : '';
  if (/^[®™℠†‡*⁎∗⁺⁻]/u.test(piece)) return /\p{L}$/u.test(before) ? '' : piece;
  if (/^[‐‑‒–−﹣－]$/u.test(piece)) return '-';
  if (/^[¼-¾⅐-⅞]$/u.test(piece) && /\d$/.test(before)) return ` ${foldLetter(piece)}`;
  // A mark over a Latin letter or a digit, or through it; other scripts spell with marks.
  if (/^\p{M}$/u.test(piece)) return /[\p{Script=Latin}\p{N}\p{P}\s]$/u.test(before) ? '' : piece;
  const known = folded.get(piece);
  if (known !== undefined) return known;
  const plain = foldLetter(piece);
  folded.set(piece, plain);
  return plain;
}

// Letters that Unicode does not take apart: small capitals, crossed and dotless letters.
const strange = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢøłđħŧɨıɑɡɩʋɯ';
const familiar = 'abcdefghijklmnopqrstuvwyzoldhtiiagiuw';
// Negative circled and squared letters, and those that flags are made of.
const encircled = [0x1_f1_50, 0x1_f1_70, 0x1_f1_e6];

function foldLetter(letter: string): string {
  const at = strange.indexOf(letter.toLowerCase());
  if (at !== -1) return familiar.charAt(at);
  const code = letter.codePointAt(0) ?? 0;
  const first = encircled.find((start) => code >= start && code < start + 26);
  if (first !== undefined) return String.fromCharCode(0x61 + code - first);
  if (/\p{Nd}/u.test(letter)) return digitOf(letter, code);
  const plain = letter.normalize('NFKC').replaceAll('\u2044', '/');
  // An accent that stands alone would become a space with an accent.
  if (/\s/.test(plain)) return letter;
  return /\p{Script=Latin}/u.test(plain) ? plain.normalize('NFD').replace(/\p{M}/gu, '') : plain;
}

// Unicode has its decimal digits in runs of ten.
function digitOf(letter: string, code: number): string {
  const plain = letter.normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
