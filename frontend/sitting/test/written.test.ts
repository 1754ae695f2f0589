import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Written } from '../src/parts/written';
import type { WrittenView } from '../src/parts/written';

/** The field without a browser: nothing is drawn, what happens to it is told. */
class Field extends Written {
  override requestUpdate(): void {
    // There is nothing to draw on.
  }

  write(text: string): void {
    const { type } = this as unknown as { type(event: { target: { value: string } }): void };
    type({ target: { value: text } });
  }
}

customElements.define('written-field', Field);

let chosen: string[];
let asking: Set<() => void>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('window', new EventTarget());
  [chosen, asking] = [[], new Set()];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function opened(): Field {
  const field = new Field();
  const view: WrittenView = {
    stemId: 'stem-1', value: '先停电', locked: false, optional: false,
    choose: (text) => chosen.push(text),
    writes(handOver) {
      asking.add(handOver);
      return () => asking.delete(handOver);
    },
  };
  field.view = view;
  field.connectedCallback();
  return field;
}

describe('a field for some sentences', () => {
  it('gathersWhatIsTypedForAMoment', () => {
    const field = opened();
    field.write('先停电，再');
    field.write('先停电，再验电');
    expect(chosen).toEqual([]);
    vi.advanceTimersByTime(2500);
    expect(chosen).toEqual(['先停电，再验电']);
  });

  it('handsOverWhatStandsThereWhenItIsAskedTo', () => {
    opened().write('先停电，再验电');
    asking.forEach((handOver) => handOver());
    expect(chosen).toEqual(['先停电，再验电']);
    vi.advanceTimersByTime(10_000);
    expect(chosen).toHaveLength(1);
  });

  it('isAskedNoMoreOnceItIsGoneAndHandsOverOnItsWay', () => {
    const field = opened();
    field.write('先停电，再验电');
    field.disconnectedCallback();
    expect([chosen, asking.size]).toEqual([['先停电，再验电'], 0]);
  });
});
