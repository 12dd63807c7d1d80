/** Characters that have no place in a text because nobody can see or read them. */

// Between letters of these a joiner is spelling, as in Persian and Hindi.
const joining = 'Arab Syrc Mong Nkoo Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr'
  .split(' ')
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');
// Where a character that cannot be seen says how its neighbor is to look.
const allowed = [
  String.raw`(?<=[${joining}])[\u200C\u200D]`,
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]`,
  String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`,
  String.raw`(?<=[\p{Sm}\p{Script=Han}])[\uFE00-\uFE0D]`,
  String.raw`(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=\p{scx=Mong})[\u180B-\u180F]`,
  String.raw`(?<=[\u2801-\u28FF])\u2800|\u2800(?=[\u2801-\u28FF])`,
  String.raw`[\u0600-\u0605\u06DD\u08E2]`,
].join('|');

/**
 * Characters that nobody can see or read, and that can make a text say what it does not show:
 * controls other than tab and line ends, a carriage return alone, soft hyphens, joiners and
 * variation selectors outside the scripts and emoji that need them, fillers, marks that turn the
 * reading direction, line separators, the byte order mark, tags, lone halves of characters, and
 * what Unicode has not given a meaning: private, unassigned and no characters.
 */
export const unseenCharacters = new RegExp(
  String.raw`\r(?!\n)|(?=[^\P{C}\t\n\r]|[\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800])(?!${allowed})[^]`,
  'gu',
);

// What texts are made of, which takes a tenth of the time to look for.
const unusual =
  /[^\t\n\x20-\x7E\u00A0-\u00AC\u00AE-\u024F\u03B1-\u03C9\u2010-\u2027\u2030-\u205E\u2080-\u208E]/;

/** Whether a text holds one of the `unseenCharacters`. */
export function hasUnseen(text: string): boolean {
  return unusual.test(text) && text.search(unseenCharacters) !== -1;
}

/** `U+202E` for a character. */
export function characterName(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}
