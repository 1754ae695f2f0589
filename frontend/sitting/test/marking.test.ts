import { describe, expect, it } from 'vitest';
import type { ResultSlot } from '../src/api/types';
import { verdictTone, verdictWord } from '../src/parts/feedback';
import { marksOr } from '../src/parts/result';
import { markedPoints } from '../src/parts/written';

/** All words of a template, without a browser. */
const words = (part: unknown): string => {
  if (Array.isArray(part)) return part.map(words).join(' ');
  if (typeof part === 'string' || typeof part === 'number') return String(part);
  const { strings, values } = (part ?? {}) as { strings?: readonly string[]; values?: unknown[] };
  if (!strings || !values) return '';
  return strings.map((text, at) => `${text}${typeof values[at] === 'function' ? '' : words(values[at])}`).join('');
};

const points = [
  { token: 'p', text: '停电', weight: 1 },
  { token: 'q', text: '验电', weight: 1 },
  { token: 'r', text: '挂牌', weight: 1 },
];

const written = (more: Partial<ResultSlot>): ResultSlot => ({
  slot: 1, type: 'short-answer', stem: '<p>要做哪些措施</p>', value: '停电，验电', correct: false, fraction: 0.483333, reason: 'marked', maxScore: 10,
  marked: { points: { p: 3.33, q: 1.5 }, comments: ['还差挂牌'] }, key: { points }, explanation: '', whys: [], ...more,
});

const shown = (marked: ResultSlot['marked']) => words(markedPoints(points, marked ?? { points: {}, comments: [] }, 10)).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('what people marked', () => {
  it('showsPointsForEachLineOfTheRubricAndTheComment', () => {
    const text = shown(written({}).marked);
    expect(text).toContain('3.33 / 3.33 分');
    expect(text).toContain('1.5 / 3.33 分');
    expect(text).toContain('0 / 3.33 分');
    expect(text).toContain('阅卷员的话');
    expect(text).toContain('还差挂牌');
  });

  it('saysNothingOfACommentWhereThereIsNone', () => expect(shown({ points: {}, comments: [] })).not.toContain('阅卷员的话'));

  it('saysWhatItCameToInPoints', () => {
    expect(marksOr(written({}))).toBe('评阅 4.83 / 10 分');
    expect(marksOr(written({ reason: 'blank', fraction: 0, marked: null, value: null }))).toBe(verdictWord({ correct: false, fraction: 0, reason: 'blank' }));
  });

  it('isNeitherRightNorWrongInPart', () => {
    expect(verdictTone({ correct: false, fraction: 0.48, reason: 'marked' })).toBe('part');
    expect(verdictWord({ correct: false, fraction: 0.48, reason: 'marked' })).toBe('评阅得分 48%');
    expect(verdictTone({ correct: true, fraction: 1, reason: 'marked' })).toBe('good');
  });
});
