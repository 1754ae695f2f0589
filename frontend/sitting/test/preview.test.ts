import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Form } from '../src/api/types';
import { framed } from '../../components/candidate-size';
import { orderOf } from '../src/sitting/preview-frame';
import { rehearsal } from '../src/sitting/rehearsal';

const form: Form = {
  formId: 'f', title: '', maxScore: 1, sections: [{ name: '' }],
  slots: [{ slot: 1, section: 1, type: 'single-choice', maxScore: 1, stem: '启动电流是多少？', options: [{ token: '0', text: '1/3' }, { token: '1', text: '1/2' }] }],
};

afterEach(() => vi.unstubAllGlobals());

describe('what the frame of the editor takes', () => {
  const editor = {};
  const own = { origin: 'https://here', editor };
  const data = { kind: 'show', form: JSON.stringify(form), language: 'en' };
  const event = (change: object) => ({ origin: own.origin, source: editor as MessageEventSource, data, ...change });

  it('isAFormFromThePageAroundIt', () => expect(orderOf(event({}), own)).toEqual({ form, language: 'en' }));
  it.each([
    ['another origin', { origin: 'https://there' }],
    ['another window', { source: {} as MessageEventSource }],
    ['no message', { data: null }],
    ['another kind', { data: { ...data, kind: 'height' } }],
    ['an object that was never text', { data: { ...data, form } }],
    ['no JSON', { data: { ...data, form: '{' } }],
    ['JSON without slots', { data: { ...data, form: '{"slots":1}' } }],
  ])('and nothing of %s', (_name, change) => expect(orderOf(event(change), own)).toBeUndefined());
});

describe('an item that is tried', () => {
  it('takesAnswersInTheOrderOfTheAuthorAndSendsNothing', async () => {
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    const sitting = await rehearsal(form);
    expect(sitting.place.options.map(({ text }) => text)).toEqual(['1/3', '1/2']);
    sitting.choose('1');
    await sitting.outbox.flush();
    expect(sitting.value(1)).toBe('1');
    expect(fetched).not.toHaveBeenCalled();
    sitting.leave();
  });
});

describe('the frame beside the form', () => {
  it.each([
    ['phone', 460, 700, { width: 390, height: 700, scale: 1 }],
    ['phone', 312, 10, { width: 390, height: 160, scale: 0.8 }],
    ['desk', 512, 700.4, { width: 1024, height: 701, scale: 0.5 }],
    ['desk', 512, 1e9, { width: 1024, height: 6000, scale: 0.5 }],
    ['desk', -2, 300, { width: 1024, height: 300, scale: 0.2 }],
  ] as const)('a %s in %i pixels, %f high', (screen, room, high, expected) => expect(framed(screen, room, high)).toEqual(expected));
});
