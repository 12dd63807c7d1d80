/** A product as cards, pages and tables show it: every figure computed and formatted once. */

/** A dose ruler: positions are shares of the scale, 0 to 1. */
export interface RulerView {
  ticks: { at: number; amountText: string; label: string }[];
  limit: { at: number; amountText: string; label: string } | undefined;
  dose: { from: number; to: number; amountText: string };
  /** The same in words, for everybody. */
  sentence: string;
}

/** One nutrient of a product. */
export interface DoseView {
  nutrientId: string;
  nutrientName: string;
  nutrientHref: string | undefined;
  form: string | undefined;
  /** "25 mg" or "700–720 mg", with no-break spaces; "1,000 mg per L" where it is per liter. */
  amountText: string;
  /** Said where the label may mean the compound: "not known whether this is elemental". */
  elementalText: string | undefined;
  /** Share of the reference intake for women and men of 19 to 50, one or two rows. */
  shares: { label: string; text: string }[];
  limit: {
    /** "Share of the upper limit" or "… for supplements". */
    label: string;
    /** "56%" or "not established". */
    text: string;
    level: 'under' | 'half' | 'over' | 'none';
    /** What counts towards the limit, in a sentence. */
    note: string | undefined;
  };
  ruler: RulerView | undefined;
}

/** A link to a merchant. */
export interface OfferView {
  href: string;
  /** "Thorne Iron Bisglycinate at Amazon (ad)". */
  text: string;
  rel: string;
  isAd: boolean;
  merchantName: string;
  /** Sentence that the programme requires; set when the site's tag is. */
  statement: string | undefined;
}

export interface ProductView {
  id: string;
  href: string;
  /** "Iron Bisglycinate" */
  name: string;
  brand: string | undefined;
  /** Brand and name. */
  title: string;
  category: string;
  status: 'listed' | 'refused' | 'discontinued';
  reason: string | undefined;
  /** "1 capsule", "1 tablet in 500 mL of water"; undefined where not known. */
  servingText: string | undefined;
  /** "60 servings in a pack", "60 capsules in a pack". */
  packText: string | undefined;
  /** Shown above the facts. */
  testFirst: { nutrientName: string; reason: string } | undefined;
  /** Empty: "no amounts are known". */
  doses: DoseView[];
  other: { name: string; amountText: string }[];
  certifications: { scheme: string; scope: string | undefined; statusText: string; href: string | undefined }[];
  /** "Vegan, gluten-free", undefined where nothing is stated. */
  dietaryText: string | undefined;
  fits: string;
  drawbacks: string[];
  skipIf: string;
  warnings: { nutrientName: string; text: string }[];
  unverified: string[];
  /** "Checked 3 November 2026" or "Not yet checked against a current label". */
  checkedText: string;
  offers: OfferView[];
  sources: string[];
}
