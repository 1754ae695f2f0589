import { describe, expect, it } from 'vitest';
import type { Place } from '../src/sitting/arrangement';
import { arranged, sectionAround } from '../src/sitting/arrangement';
import { chineseVoice, Reader, sayable, spokenItem } from '../src/sitting/aloud';
import { Countdown } from '../src/sitting/countdown';
import { steered, TypedNumber } from '../src/sitting/roving';
import { viewOf } from '../src/sitting/view';

const words = { blank: (k: number) => `blank ${k}`, formula: 'formula', picture: 'picture', separator: ', ' };
const voice = (lang: string, localService = true) => ({ lang, localService }) as SpeechSynthesisVoice;

describe('how the paper is shown', () => {
  it.each([
    [null, { elder: false, size: 20, whole: false }],
    ['{"elder":true,"size":28,"whole":true}', { elder: true, size: 28, whole: true }],
    ['{"elder":"yes","size":99}', { elder: false, size: 20, whole: false }],
    ['[', { elder: false, size: 20, whole: false }],
    ['null', { elder: false, size: 20, whole: false }],
  ])('%s is remembered as %j', (kept, expected) => expect(viewOf(kept)).toEqual(expected));

  it('aSectionIsTheRunOfItsItems', () => {
    const slot = (number: number, section: number) => ({ slot: number, section, type: 'numeric' as const, maxScore: 1, stem: '' });
    const form = { formId: 'f', title: '', maxScore: 4, sections: [{ name: 'a' }, { name: 'b' }], slots: [slot(1, 1), slot(2, 1), slot(3, 2), slot(4, 2)] };
    const places = arranged(form, { slots: [2, 1, 4, 3] });
    const shown = (index: number) => sectionAround(places, index).map((place) => place.slot.slot);
    expect([shown(0), shown(1), shown(2), shown(3)]).toEqual([[2, 1], [2, 1], [4, 3], [4, 3]]);
  });
});

describe('walking through the map', () => {
  it.each([
    ['ArrowRight', 0, 1], ['ArrowRight', 11, 11], ['ArrowLeft', 0, 0], ['ArrowDown', 1, 6], ['ArrowDown', 9, 11], ['ArrowUp', 6, 1], ['ArrowUp', 2, 0],
    ['Home', 7, 0], ['End', 7, 11], ['Enter', 7, undefined], ['a', 7, undefined],
  ])('%s from %i leads to %s', (key, at, to) => expect(steered(key, at, 12, 5)).toBe(to));

  it('digitsBecomeANumberUntilOneWaits', () => {
    let now = 0;
    const typed = new TypedNumber(() => now);
    expect([typed.key('3', 40), typed.key('2', 40)]).toEqual([3, 32]);
    expect(typed.key('5', 40)).toBe(5);
    now = 5000;
    expect([typed.key('1', 40), typed.key('x', 40), typed.key('0', 40)]).toEqual([1, undefined, 10]);
    now = 10_000;
    expect(typed.key('0', 40)).toBeUndefined();
  });
});

describe('warnings', () => {
  it('comeAtTenFiveAndOneMinutes', () => {
    const countdown = new Countdown();
    const given = Array.from({ length: 700 }, (_, passed) => countdown.stroke(700 - passed)).flatMap((stroke) => ('warning' in stroke ? [stroke.warning] : []));
    expect(given).toEqual([600, 300, 60]);
  });
});

describe('reading aloud', () => {
  it.each([
    ['<p>U &#61; 5 V &amp; <strong>R</strong></p>', 'U = 5 V & R。'],
    ['<p>a <span data-blank="2">____</span> b</p>', 'a blank 2 b。'],
    ['<img src="x" alt="circuit">', 'picture, circuit'],
    ['<code class="math">\\frac{1}{2}</code>', 'formula'],
    ['<code class="math display">x</code>?', 'formula ?'],
    [null, ''],
  ])('%s is said as %s', (html, said) => expect(sayable(html, words)).toBe(said));

  it('saysKindStemAndOptionsInShortPieces', () => {
    const place = { position: 1, slot: { slot: 1, section: 1, type: 'single-choice', maxScore: 1, stem: '<p>One. Two?</p>' }, options: [{ token: 'a', text: 'x' }, { token: 'b', text: 'y' }], section: undefined, caseStem: undefined } as Place;
    expect(spokenItem(place, 'Single', words)).toEqual(['Single', 'One. Two?', 'A，x', 'B，y']);
  });

  it.each([
    [[voice('en-US'), voice('zh-CN', false), voice('zh_CN')], 2],
    [[voice('en-US'), voice('zh-TW', false)], 1],
    [[voice('cmn-Hans-CN')], 0],
    [[voice('zh-HK'), voice('en-GB')], -1],
    [[], -1],
  ])('finds the voice', (voices, at) => expect(chineseVoice(voices)).toBe(at));

  it('speaksPieceByPieceAndIsSilentOnDemand', () => {
    const said: SpeechSynthesisUtterance[] = [];
    const speech = { getVoices: () => [voice('zh-CN')], speak: (utterance: SpeechSynthesisUtterance) => void said.push(utterance), cancel: () => said.splice(0) };
    const reader = new Reader(speech, (text) => ({ text }) as SpeechSynthesisUtterance, () => undefined);
    reader.read(['a', 'b']);
    expect(said.map(({ text, lang }) => `${text} ${lang}`)).toEqual(['a zh-CN', 'b zh-CN']);
    const late = said[1];
    expect(reader.speaking).toBe(true);
    reader.silence();
    reader.read(['c']);
    late?.onend?.({} as SpeechSynthesisEvent);
    expect(reader.speaking).toBe(true);
    said[0]?.onend?.({} as SpeechSynthesisEvent);
    expect(reader.speaking).toBe(false);
  });
});
