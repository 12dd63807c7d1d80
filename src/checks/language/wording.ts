/** Denial, hedging and quotation around a word of a sentence. */

const denial =
  /\b(?:not|no|never|nobody|none|neither|nor|without|cannot|hardly|unlikely|failed|fails|fail|untested|unproven|false|myth|wrong)\b|n['’]t\b|\bin vain\b/iu;
const hedge =
  /\b(?:may|might|could|can|suggests?|suggested|appears?|appeared|seems?|seemed|possibl[ey]|perhaps|probabl[ey]|likely|uncertain|disputed|unclear|unproven|weak|thin|limited|small|slight(?:ly)?|modest(?:ly)?|one (?:study|trial|review|sample|survey|account|pooling)|(?:a|two|three|four|few|some) (?:small )?(?:studies|trials)|estimates?|disagree|reported|linked|went with|associated|conflict(?:s|ing)?)\b/iu;

/** Whether the clause in which `at` stands denies what it says. */
export function isDenied(sentence: string, at: number): boolean {
  return (
    denial.test(clauseAround(sentence, at).before) ||
    /^\W*(?:\w+\W+){0,3}(?:nothing|no one|nobody|neither)\b/iu.test(sentence.slice(at))
  );
}

/** Whether the sentence says anywhere that it is not sure. */
export function isHedged(sentence: string): boolean {
  return hedge.test(sentence) || denial.test(sentence);
}

/** Whether `at` stands between quotation marks. */
export function isQuoted(sentence: string, at: number): boolean {
  const before = sentence.slice(0, at);
  const opened = (before.match(/[“]/gu) ?? []).length;
  const closed = (before.match(/[”]/gu) ?? []).length;
  return opened > closed;
}

// From the last comma with a conjunction, semicolon, colon or dash before the word to the word itself.
function clauseAround(sentence: string, at: number): { before: string } {
  const before = sentence.slice(0, at);
  const cut = Math.max(
    before.lastIndexOf(';'),
    before.lastIndexOf(':'),
    before.lastIndexOf('—'),
    ...[...before.matchAll(/,\s+(?:but|and|yet|while|though|although|so)\b/giu)].map(
      (match) => match.index,
    ),
  );
  return { before: before.slice(cut + 1) };
}
