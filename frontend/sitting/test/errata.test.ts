import { describe, expect, it } from 'vitest';
import type { AttemptFacts, ComesOut, Result, ResultSlot, SentResult } from '../src/api/types';
import { comesLater, errataView, erratumWords, positionOf } from '../src/parts/errata';
import { correctedNote, isWrong, itemsOf, resultView } from '../src/parts/result';
import { told } from '../src/sitting/arrangement';

const order = { slots: [3, 1, 2], options: {}, variants: {} };
const out: ComesOut = { out: true, rule: 'WITH_SCORES' };
const later = (rule: ComesOut['rule'], at?: string): ComesOut => ({ out: false, rule, at: at ?? null });

const slot = (more: Partial<ResultSlot>): ResultSlot => ({
  slot: 1, type: 'single-choice', stem: '<p>哪一个</p>', value: 'b', correct: true, fraction: 1, reason: 'right',
  options: [{ token: 'a', text: '甲' }, { token: 'b', text: '乙' }], key: { tokens: ['b'] }, explanation: '', whys: [], ...more,
});

/** All words of a template, without a browser. */
const words = (part: unknown): string => {
  if (Array.isArray(part)) return part.map(words).join(' ');
  if (typeof part === 'string' || typeof part === 'number') return String(part);
  const { strings, values } = (part ?? {}) as { strings?: readonly string[]; values?: unknown[] };
  if (!strings || !values) return '';
  return strings.map((text, at) => `${text}${typeof values[at] === 'function' ? '' : words(values[at])}`).join('');
};

const plain = (part: unknown) => words(part).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

const shown = (result: Partial<Result>): string => {
  const whole: Result = { attemptId: '1', title: '考试', score: 50, maxScore: 100, slots: [], ...result };
  const view = resultView(whole, { purpose: 'exam', arrangement: order } as Pick<AttemptFacts, 'purpose' | 'arrangement'>, { wrongOnly: false, show: () => undefined, file: () => Promise.reject(new Error()) });
  return plain(view);
};

describe('errata', () => {
  it('speaksInTheCandidatesOwnNumbers', () => {
    expect(positionOf(1, order)).toBe(2);
    expect(positionOf(9, undefined)).toBe(9);
    expect(erratumWords({ slot: 3, kind: 'taken-out', maxScore: 98, at: '' }, order)).toContain('第 1 题');
    expect(erratumWords({ slot: 3, kind: 'taken-out', maxScore: 98, at: '' }, order)).toContain('98');
  });

  it('saysWhatWasCorrectedAndTheResultBefore', () => {
    const errata = [{ slot: 1, kind: 'key' as const, maxScore: 100, reason: '标准修订', at: '2026-12-06T02:00:00Z' }];
    const text = plain(errataView({ errata, before: [{ score: 0, maxScore: 100, replacedAt: '2026-12-06T02:00:00Z' }] }, order));
    expect(text).toContain('勘误公告');
    expect(text).toContain('第 2 题：答案已更正');
    expect(text).toContain('标准修订');
    expect(text).toContain('更正前的成绩：0 分');
  });

  it('keepsTheReasonUntilItComes', () => expect(plain(errataView({ errata: [{ slot: 1, kind: 'key', maxScore: 1, reason: null, at: '' }] }, order))).not.toContain('null'));

  it('showsTheOldKeyBesideTheNewOne', () => {
    const text = plain(correctedNote(slot({ corrected: { kind: 'key', reason: '标准修订', at: '', before: { tokens: ['a'] }, also: [{ tokens: ['a'] }] } })));
    expect(text).toContain('已更正');
    expect(text).toContain('原答案 A');
    expect(text).toContain('也算对：A');
  });

  it('countsWhatWasTakenOutAsNoMistake', () => {
    const out = slot({ correct: false, fraction: 0, reason: 'taken-out', corrected: { kind: 'taken-out', reason: '题干有误', at: '', before: { tokens: ['b'] }, also: [] } });
    expect(isWrong(out)).toBe(false);
    expect(isWrong(slot({ correct: false, reason: 'wrong' }))).toBe(true);
    expect(plain(correctedNote(out))).toContain('本题作废，不计分。');
  });
});

describe('what comes when', () => {
  it.each([
    [out, out, ''],
    [later('AT', '2026-12-07T01:00:00Z'), later('WITH_SCORES'), '正确答案和逐题回看将在'],
    [later('BY_HAND'), later('NEVER'), '由组织者另行公布'],
    [later('NEVER'), later('NEVER'), '这场考试不公布答案'],
    [out, later('AT', '2026-12-08T01:00:00Z'), '解析将在'],
    [out, later('NEVER'), '这场考试不公布解析'],
  ])('%#', (answers, explanations, words) => {
    const lines = comesLater({ answers, explanations });
    expect(lines).toHaveLength(words ? 1 : 0);
    if (words) expect(lines[0]).toContain(words);
  });

  it('saysItOnThePageOfTheScore', () => {
    const text = shown({ answers: later('AT', '2026-12-07T01:00:00Z'), explanations: later('AT', '2026-12-08T01:00:00Z') });
    expect(text).toContain('12月7日');
    expect(text).not.toContain('逐题回看 只看');
  });

  it('practiceHasAllAtOnce', () => expect(comesLater({})).toEqual([]));
});

describe('what is secret for another exam', () => {
  const sent: SentResult = { attemptId: '1', title: '', score: 1, maxScore: 1, keptBack: 1, slots: [{ slot: 1, type: 'true-false', correct: null }, slot({ slot: 2 })] };

  it('isNeitherShownNorCounted', () => expect(told(sent).slots.map(({ slot }) => slot)).toEqual([2]));

  it('isSaidAndWithNothingElseThereIsNoScore', () => {
    const text = shown(told({ ...sent, score: 0, maxScore: 0, slots: sent.slots.slice(0, 1) }));
    expect(text).toContain('有 1 题还用在另一场没公布答案的竞赛里');
    expect(text).not.toContain('这场考试不公开答案');
    expect(text).not.toContain('逐题回看');
  });
});

describe('countOfItems', () => {
  const slot = (slot: number, itemSlot?: number) => ({ slot, ...(itemSlot === undefined ? {} : { itemSlot }) }) as ResultSlot;

  it('aCaseIsOneHoweverManyPartsItHas', () => {
    expect(itemsOf([slot(1, 1), slot(2, 2), slot(3, 2), slot(4, 2)])).toBe(2);
  });

  it('withoutItsItemEachSlotIsOne', () => {
    expect(itemsOf([slot(1), slot(2)])).toBe(2);
  });
});
