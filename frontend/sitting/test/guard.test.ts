import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guarded } from '../src/parts/guard';

/** A page without a browser: it hears events and remembers how it is marked. */
class Page extends EventTarget {
  readonly documentElement = { dataset: {} as Record<string, string> };
}

let page: Page;
let refusals: number;
let release: () => void;

beforeEach(() => {
  page = new Page();
  refusals = 0;
  vi.stubGlobal('document', page);
  release = guarded(() => (refusals += 1));
});

afterEach(() => vi.unstubAllGlobals());

/** Whether it was stopped. */
function happens(kind: string, more: object = {}): boolean {
  const event = new Event(kind, { cancelable: true });
  for (const [name, value] of Object.entries(more)) Object.defineProperty(event, name, { value });
  page.dispatchEvent(event);
  return event.defaultPrevented;
}

const field = { matches: (selector: string) => selector.includes('textarea') };

describe('a guarded page', () => {
  it.each(['copy', 'cut', 'contextmenu'])('refuses to %s and says so', (kind) => {
    expect([happens(kind), refusals]).toEqual([true, 1]);
  });

  it('lets nothing be dragged out, without a word', () => {
    expect([happens('dragstart'), refusals]).toEqual([true, 0]);
  });

  it.each([
    [{ key: 'p', ctrlKey: true }, true], [{ key: 'P', metaKey: true }, true], [{ key: 's', ctrlKey: true }, true],
    [{ key: 'p' }, false], [{ key: 'c', ctrlKey: true }, false], [{ key: 'Enter', ctrlKey: true }, false],
  ])('of %o stops printing and saving alone: %s', (keys, stopped) => {
    expect([happens('keydown', keys), refusals]).toEqual([stopped, stopped ? 1 : 0]);
  });

  it('leaves people their own words', () => {
    const event = new Event('copy', { cancelable: true });
    Object.defineProperty(event, 'target', { value: field });
    page.dispatchEvent(event);
    expect([event.defaultPrevented, refusals]).toEqual([false, 0]);
  });

  it('is marked for print, and ends with the exam', () => {
    expect(page.documentElement.dataset).toHaveProperty('guarded');
    release();
    expect([happens('copy'), happens('keydown', { key: 'p', ctrlKey: true }), refusals]).toEqual([false, false, 0]);
    expect(page.documentElement.dataset).not.toHaveProperty('guarded');
  });
});
