import { describe, expect, it } from 'vitest';
import type { Form, ResponseValue } from '../src/api/types';
import { arranged } from '../src/sitting/arrangement';
import { entriesOf, filled, isAnswered, paired, pairsOf, pixels, pointed, sameValue, spotsOf, textOf, tokensOf } from '../src/sitting/response';
import { assessed, isDeduction, sum } from '../src/sitting/sheet';
import { Stopwatch } from '../src/sitting/stopwatch';

describe('what counts as an answer', () => {
  it.each<[ResponseValue, boolean]>([
    [null, false], ['', false], ['  \n', false], ['36', true], [[], false], [[null, null], false], [[null, 'x'], true], [[[1, 2]], true], [{}, false], [{ a: 'P' }, true],
    [{ text: 'x', said: [] }, true], [{ deductions: {}, seconds: 9 }, false], [{ deductions: { c: '0' }, seconds: 0 }, true],
  ])('%j', (value, answered) => expect(isAnswered(value)).toBe(answered));
});

describe('equality', () => {
  it.each<[ResponseValue, ResponseValue, boolean]>([
    [{ a: 'P', b: 'Q' }, { b: 'Q', a: 'P' }, true], [{ a: 'P' }, { a: 'Q' }, false], [[[1, 2]], [[1, 2]], true], [[[1, 2]], [[2, 1]], false],
    [[null, 'x'], [null, 'x'], true], [['x', null], [null, 'x'], false], [null, [null, null], true], ['a', ['a'], false],
    [{ deductions: { x: '1', y: '0' }, seconds: 3 }, { seconds: 3, deductions: { y: '0', x: '1' } }, true],
  ])('%j and %j', (one, other, same) => expect(sameValue(one, other)).toBe(same));
});

describe('blanks', () => {
  it('areFilledOneByOne', () => {
    const first = filled(null, 3, 1, '36');
    expect(first).toEqual([null, '36', null]);
    expect(filled(first, 3, 0, 'FR')).toEqual(['FR', '36', null]);
    expect(filled(first, 3, 1, ' ')).toBeNull();
    expect(entriesOf(first, 3)).toEqual(['', '36', '']);
  });
});

describe('pairs', () => {
  it('aRightMovesToItsNewLeft', () => {
    const one = paired(null, 'a', 'P', false);
    expect(paired(one, 'b', 'P', false)).toEqual({ b: 'P' });
    expect(paired(one, 'b', 'P', true)).toEqual({ a: 'P', b: 'P' });
    expect(paired(one, 'a', null, false)).toBeNull();
  });
  it('aTextOrASheetIsNoPairing', () => {
    expect(pairsOf({ text: 'x', said: [] })).toEqual({});
    expect(pairsOf({ deductions: {}, seconds: 0 })).toEqual({});
    expect(textOf({ text: 'x', said: [] })).toBe('x');
    expect(textOf('y')).toBe('y');
  });
});

describe('spots', () => {
  const picture = { width: 400, height: 300 };
  it.each([[50, 30, 200, 120], [0, 0, 0, 0], [-5, 80, 0, 300], [101, 75, 400, 300]])('%d, %d of 100 × 75 is %d, %d of 400 × 300', (x, y, toX, toY) =>
    expect(pixels(x, y, { width: 100, height: 75 }, picture)).toEqual([toX, toY]));
  it('aSinglePickMovesAndAFullHandStays', () => {
    expect(pointed([[1, 1]], [2, 2], 1)).toEqual([[2, 2]]);
    expect(pointed([[1, 1]], [2, 2], 2)).toEqual([[1, 1], [2, 2]]);
    expect(pointed([[1, 1], [2, 2]], [3, 3], 2)).toEqual([[1, 1], [2, 2]]);
    expect(spotsOf(['x'])).toEqual([]);
    expect(tokensOf([[1, 2]])).toEqual([]);
  });
});

describe('score sheet', () => {
  const criteria = [{ token: 'a', text: '', points: 60, deductions: '' }, { token: 'b', text: '', points: 40, deductions: '' }];
  it.each([['10', true], ['60', true], ['60.5', false], ['-1', false], ['', false], ['x', false], ['１０', true]])('%s', (text, fits) => expect(isDeduction(text, criteria[0] as (typeof criteria)[0])).toBe(fits));
  it('addsUpWhatWasLookedAt', () => {
    const once = assessed(null, 'a', '10.5', 30);
    expect(sum(criteria, once)).toEqual({ got: 49.5, of: 100, open: 1 });
    expect(assessed(once, 'b', '0', 40)).toEqual({ deductions: { a: '10.5', b: '0' }, seconds: 40 });
  });
});

describe('stopwatch', () => {
  it('countsByTheClockAndStandsStillBetween', () => {
    let now = 0;
    const watch = new Stopwatch(5, () => now);
    watch.start();
    now = 61_900;
    expect(watch.seconds).toBe(66);
    watch.stop();
    now = 90_000;
    expect(watch.seconds).toBe(66);
    watch.start();
    now = 91_000;
    expect(watch.seconds).toBe(67);
  });
});

describe('variants and cases', () => {
  const form: Form = {
    formId: 'f', title: '', maxScore: 2, sections: [{ name: '' }], cases: [{ group: 1, stem: '某车间' }],
    slots: [
      { slot: 1, section: 1, type: 'calculated', maxScore: 1, stem: '', variants: [{ stem: 'U = 12', options: [{ token: 'a', text: '1' }] }, { stem: 'U = 24', options: [{ token: 'b', text: '2' }] }] },
      { slot: 2, section: 1, type: 'single-choice', maxScore: 1, stem: '原因', group: 1, part: 1, options: [] },
    ],
  };
  it('showsTheCandidatesOwnVariant', () => {
    const [place] = arranged(form, { slots: [1, 2], variants: { 1: 1 } });
    expect(place?.slot.stem).toBe('U = 24');
    expect(place?.options).toEqual([{ token: 'b', text: '2' }]);
  });
  it('bringsTheCaseToItsParts', () => expect(arranged(form, { slots: [1, 2] }).map(({ caseStem }) => caseStem)).toEqual([undefined, '某车间']));
});
