import { describe, expect, it } from 'vitest';
import { secondsLeft, ServerClock } from '../src/api/clock';
import type { Form, ResponseValue, SlotType } from '../src/api/types';
import { pauseMs } from '../src/outbox/backoff';
import { arranged, inOrderSeen, worded } from '../src/sitting/arrangement';
import { chooseLanguage } from '../src/texts';
import { asTyped, chosen, isAnswered, isNumber, moved, sameValue } from '../src/sitting/response';

describe('serverClock', () => {
  it('takesTheMiddleOfTheRoundTrip', () => {
    const clock = new ServerClock(() => 10_000);
    clock.offer(50_000, 1000, 1200);
    expect(clock.now()).toBe(10_000 + 48_900);
  });

  it('keepsTheNarrowestSample', () => {
    const clock = new ServerClock(() => 0);
    clock.offer(5000, 0, 100);
    clock.offer(5600, 0, 1300);
    expect(clock.now()).toBe(4950);
    clock.offer(5010, 0, 20);
    expect(clock.now()).toBe(5000);
  });

  it('believesASampleThatContradictsSinceTheDevicesClockWasMoved', () => {
    const clock = new ServerClock(() => 0);
    clock.offer(5000, 0, 20);
    clock.offer(5000, -3_600_000, -3_599_000);
    expect(clock.now()).toBe(5000 + 3_599_500);
  });

  it('ignoresNonsense', () => {
    const clock = new ServerClock(() => 7);
    clock.offer(Number.NaN, 0, 1);
    clock.offer(1, 5, 0);
    expect([clock.known, clock.now()]).toEqual([false, 7]);
  });

  it.each([[10_000, 9001, 1], [10_000, 10_000, 0], [10_000, 8999, 2], [10_000, 99_999, 0]])('deadline %i at %i leaves %i s', (deadline, now, left) => {
    expect(secondsLeft(deadline, now)).toBe(left);
  });
});

describe('backoff', () => {
  it.each([[1, 0, 500], [1, 1, 1000], [3, 1, 4000], [5, 1, 15_000], [50, 1, 15_000]])('failure %i with chance %d pauses %i ms', (failures, random, ms) => {
    expect(pauseMs(failures, random)).toBe(ms);
  });

  it('neverComesBeforeTheServerAsked', () => {
    expect(pauseMs(1, 0, 8)).toBe(8000);
    expect(pauseMs(1, 0, 3600)).toBe(30_000);
  });
});

describe('responses', () => {
  it.each<[SlotType, ResponseValue, string, ResponseValue]>([
    ['single-choice', null, 'a', 'a'],
    ['single-choice', 'a', 'b', 'b'],
    ['single-choice', 'a', 'a', 'a'],
    ['true-false', 't', 'f', 'f'],
    ['multiple-choice', null, 'b', ['b']],
    ['multiple-choice', ['b'], 'a', ['a', 'b']],
    ['multiple-choice', ['a', 'b'], 'a', ['b']],
    ['multiple-choice', ['a'], 'a', null],
  ])('%s %j after %s is %j', (type, before, token, after) => {
    expect(chosen(type, before, token)).toEqual(after);
  });

  it.each([['abcd', 0, 1, 'bacd'], ['abcd', 3, 0, 'dabc'], ['abcd', 1, 3, 'acdb'], ['abcd', 0, -1, 'abcd'], ['abcd', 3, 4, 'abcd']])(
    '%s with %i moved to %i is %s',
    (order, from, to, after) => {
      expect(moved([...order], from, to).join('')).toBe(after);
    },
  );

  it.each([['３．１４', '3.14'], ['－5', '-5'], [' 2 ', '2'], ['1。5', '1.5'], ['−0.5', '-0.5'], ['abc', 'abc']])('%s is read as %s', (typed, read) => {
    expect(asTyped(typed)).toBe(read);
  });

  it.each([['3.14', true], ['3.', true], ['.5', true], ['-2', true], ['+2', true], ['', false], ['-', false], ['1,5', false], ['3mm', false], ['1e5', false], ['.', false]])(
    'whether %j is a number: %s',
    (text, is) => expect(isNumber(text)).toBe(is),
  );

  it('knowsAnAnswerAndEquality', () => {
    expect([null, '', [], undefined, 'a', ['a']].map(isAnswered)).toEqual([false, false, false, false, true, true]);
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false);
    expect(sameValue([], null)).toBe(true);
    expect(sameValue('a', null)).toBe(false);
  });
});

describe('arrangement', () => {
  const option = (token: string) => ({ token, text: token });
  const form: Form = {
    formId: 'f',
    title: '',
    maxScore: 3,
    sections: [{ name: 'first' }, { name: 'second' }],
    slots: [
      { slot: 1, section: 1, type: 'single-choice', maxScore: 1, stem: '', options: [option('a'), option('b'), option('c')] },
      { slot: 2, section: 2, type: 'numeric', maxScore: 1, stem: '' },
      { slot: 3, section: 2, type: 'true-false', maxScore: 1, stem: '', options: [option('t'), option('f')] },
    ],
  };
  const shown = (slots: number[], options?: Record<string, number[]>) =>
    arranged(form, { slots, ...(options ? { options } : {}) }).map((place) => `${place.position}:${place.slot.slot}:${place.options.map((each) => each.token).join('')}`);

  it.each<[string, number[], Record<string, number[]> | undefined, string[]]>([
    ['base order', [1, 2, 3], undefined, ['1:1:abc', '2:2:', '3:3:tf']],
    ['permuted', [3, 1, 2], { '1': [2, 0, 1] }, ['1:3:tf', '2:1:cab', '3:2:']],
    ['a slot missing or unknown', [9, 3], undefined, ['1:3:tf', '2:1:abc', '3:2:']],
    ['options that do not fit', [1, 2, 3], { '1': [0, 0, 1] }, ['1:1:abc', '2:2:', '3:3:tf']],
    ['an index out of range', [1, 2, 3], { '1': [0, 1, 7] }, ['1:1:abc', '2:2:', '3:3:tf']],
  ])('%s', (_, slots, options, expected) => {
    expect(shown(slots, options)).toEqual(expected);
  });

  it('showsAResultInTheOrderThatWasSeen', () => {
    const result = (slot: number) => ({ slot, type: 'single-choice' as const, stem: '', value: null, correct: false, fraction: 0, options: [option('a'), option('b')] });
    const seen = inOrderSeen([result(1), result(2), result(3)], { slots: [3, 1, 2], options: { '3': [1, 0] } });
    expect(seen.map(({ slot, position }) => `${position}:${slot.slot}:${slot.options?.map(({ token }) => token).join('')}`)).toEqual(['1:3:ba', '2:1:ab', '3:2:ab']);
    expect(inOrderSeen([result(5)], undefined).map(({ position }) => position)).toEqual([1]);
  });

  it('namesTrueAndFalseInTheLanguageOfNow', () => {
    const words = () => worded('true-false', [option('t'), option('f')]).map(({ text }) => text);
    expect(words()).toEqual(['正确', '错误']);
    chooseLanguage('en', []);
    expect(words()).toEqual(['True', 'False']);
    chooseLanguage('zh', []);
    expect(worded('single-choice', [option('a'), option('b')])).toEqual([option('a'), option('b')]);
  });

  it('namesTheSection', () => {
    expect(arranged(form, { slots: [3] }).map(({ section }) => section?.name)).toEqual(['second', 'first', 'second']);
  });
});
