import type { Assessed, Pairs, ResponseValue, Sheet, SlotType, Spot, Work } from '../api/types';

/** Whether a value counts as an answer. */
export function isAnswered(value: ResponseValue | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim().length > 0;
  if (Array.isArray(value)) return value.some((entry) => entry !== null && entry.length > 0);
  if (isSheet(value)) return Object.keys(value.deductions).length > 0;
  if (isWork(value)) return value.text.trim().length > 0 || value.files.length > 0;
  return Object.keys(value).length > 0;
}

/** The chosen tokens, or the one text, whatever the type. */
export function tokensOf(value: ResponseValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? (value as unknown[]).filter((entry): entry is string => typeof entry === 'string') : [];
}

/** The entries of so many blanks, empty where nothing stands. */
export function entriesOf(value: ResponseValue | undefined, blanks: number): string[] {
  const entries = Array.isArray(value) ? value : [];
  return Array.from({ length: blanks }, (_, index) => (typeof entries[index] === 'string' ? (entries[index] as string) : ''));
}

/** The value after one blank was filled or emptied; null once all are empty. */
export function filled(value: ResponseValue | undefined, blanks: number, at: number, entry: string): ResponseValue {
  const entries = entriesOf(value, blanks).map((before, index) => (index === at ? entry : before));
  return entries.every((each) => each.trim() === '') ? null : entries.map((each) => (each.trim() === '' ? null : each));
}

export function spotsOf(value: ResponseValue | undefined): Spot[] {
  return Array.isArray(value) ? (value as unknown[]).filter((entry): entry is Spot => Array.isArray(entry) && entry.length === 2) : [];
}

const isObject = (value: ResponseValue | undefined): value is Pairs | Work | Assessed | Sheet => typeof value === 'object' && value !== null && !Array.isArray(value);

export const isSheet = (value: ResponseValue | undefined): value is Sheet => isObject(value) && typeof (value as Partial<Sheet>).deductions === 'object';

export const isAssessed = (value: ResponseValue | undefined): value is Assessed => isObject(value) && Array.isArray((value as Partial<Assessed>).said);

/** A text with files, assessed or not. */
const isWork = (value: ResponseValue | undefined): value is Work => isObject(value) && Array.isArray((value as Partial<Work>).files);

export const pairsOf = (value: ResponseValue | undefined): Pairs => (isObject(value) && !isSheet(value) && !isAssessed(value) && !isWork(value) ? (value as Pairs) : {});

export const sheetOf = (value: ResponseValue | undefined): Sheet => (isSheet(value) ? value : { deductions: {}, seconds: 0 });

/** The text of a written answer, assessed or not. */
export const textOf = (value: ResponseValue | undefined): string => (isAssessed(value) || isWork(value) ? value.text : (tokensOf(value)[0] ?? ''));

/** The hashes of the files of work that a response names. */
export const filesOf = (value: ResponseValue | undefined): string[] => (isWork(value) ? value.files : []);

const worked = (text: string, files: string[]): ResponseValue => (files.length > 0 ? { text, files } : text.trim() === '' ? null : text);

/** The response with another text and the same files. */
export const withText = (value: ResponseValue | undefined, text: string): ResponseValue => worked(text.trim() === '' ? '' : text, filesOf(value));

/** The response with one more file, at the end. */
export const withFile = (value: ResponseValue | undefined, hash: string): ResponseValue => {
  const files = filesOf(value);
  return worked(textOf(value), files.includes(hash) ? files : [...files, hash]);
};

/** The response without a file. */
export const withoutFile = (value: ResponseValue | undefined, hash: string): ResponseValue => worked(textOf(value), filesOf(value).filter((each) => each !== hash));

/**
 * The pairs after a left was given a right, or lost it. Where there are enough rights for all lefts, a right that was
 * taken before moves over; where there are fewer, some belong to several.
 */
export function paired(value: ResponseValue | undefined, left: string, right: string | null, shared: boolean): ResponseValue {
  const pairs = Object.entries(pairsOf(value)).filter(([other, taken]) => other !== left && (shared || taken !== right));
  if (right !== null) pairs.push([left, right]);
  return pairs.length === 0 ? null : Object.fromEntries(pairs.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The spots after one more; with a single pick the mark moves, with several a full hand stays as it is. */
export function pointed(value: ResponseValue | undefined, spot: Spot, picks: number): ResponseValue {
  const spots = spotsOf(value);
  if (picks === 1) return [spot];
  return spots.length < picks ? [...spots, spot] : spots;
}

/** A place on the picture as pixels of it, within its borders. */
export function pixels(x: number, y: number, shown: { width: number; height: number }, picture: { width: number; height: number }): Spot {
  const within = (part: number, whole: number, most: number) => Math.min(most, Math.max(0, Math.round((part / whole) * most)));
  return [within(x, shown.width, picture.width), within(y, shown.height, picture.height)];
}

/** The value after an option was pressed: single choices are replaced, multiple ones toggled and kept sorted. */
export function chosen(type: SlotType, value: ResponseValue | undefined, token: string): ResponseValue {
  if (type !== 'multiple-choice') return token;
  const before = tokensOf(value);
  const after = before.includes(token) ? before.filter((each) => each !== token) : [...before, token].sort();
  return after.length > 0 ? after : null;
}

/** The order after the entry at `from` was moved to `to`; out of range changes nothing. */
export function moved(order: string[], from: number, to: number): string[] {
  const entry = order[from];
  if (entry === undefined || to < 0 || to >= order.length) return order;
  const rest = order.filter((_, index) => index !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

/** Full-width digits and marks of Chinese keyboards as ASCII; everything else as typed. */
export function asTyped(text: string): string {
  return text
    .replace(/[０-９＋－．]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')
    .replace(/[−–]/g, '-')
    .trim();
}

/** Whether the text is a whole number or a decimal fraction, so that it may be sent. */
export function isNumber(text: string): boolean {
  return text.length <= 40 && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text);
}

/** Equality of two values; the order of tokens counts, since it does for orderings and never differs by chance. */
export function sameValue(one: ResponseValue | undefined, other: ResponseValue | undefined): boolean {
  if (!isAnswered(one) || !isAnswered(other)) return isAnswered(one) === isAnswered(other);
  return canonical(one) === canonical(other);
}

/** A text that is equal for equal values, in whatever order an object's fields come. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, field]) => `${name}:${canonical(field)}`).join()}}`;
}
