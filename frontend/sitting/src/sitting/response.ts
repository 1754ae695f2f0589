import type { ResponseValue, SlotType } from '../api/types';

/** Whether a value counts as an answer. */
export function isAnswered(value: ResponseValue | undefined): boolean {
  return value !== undefined && value !== null && value.length > 0;
}

/** The chosen tokens, whatever the type. */
export function tokensOf(value: ResponseValue | undefined): string[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
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
  const left = tokensOf(one);
  const right = tokensOf(other);
  return left.length === right.length && left.every((token, index) => token === right[index]);
}
