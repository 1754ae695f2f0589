import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryKeep } from '../src/outbox/memory-keep';
import { WorkBox } from '../src/outbox/work';
import { WorkField } from '../src/parts/work';
import type { Sitting } from '../src/sitting/sitting';
import { HandClock, quiet } from './tools';

/** The field without a browser: nothing is drawn, and files are chosen by hand. */
class Field extends WorkField {
  override requestUpdate(): void {
    // There is nothing to draw on.
  }

  choose(...files: Blob[]): void {
    const { chosen } = this as unknown as { chosen(event: { target: { files: Blob[]; value: string } }): void };
    chosen({ target: { files, value: 'C:\\fakepath' } });
  }
}

customElements.define('work-field', Field);

/** A PDF is sent as it is: it needs no browser to be made smaller. */
const pdf = (name: string): Blob => Object.assign(new Blob([`%PDF-1.7 ${name}`]), { name });

let work: WorkBox;

beforeEach(() => {
  work = new WorkBox({
    attemptId: 'a1', keep: new MemoryKeep(), pacing: new HandClock(),
    send: () => new Promise(() => undefined),
    value: () => null,
    most: () => 3,
    put: () => Promise.resolve(),
    stopped: () => false,
    stop: () => undefined,
    changed: () => undefined,
  });
});

function shown(): Field {
  const field = new Field();
  field.view = { sitting: { work, value: () => null } as unknown as Sitting, slot: 1, most: 3, stemId: 'stem-1', locked: false };
  return field;
}

describe('the field for files', () => {
  it('knowsWhatWasChosenInOneThatIsGone', async () => {
    shown().choose(pdf('a'), pdf('b'));
    const again = shown();
    expect([work.countOf(1), work.pendingCount]).toEqual([2, 2]);
    again.choose(pdf('c'), pdf('d'), pdf('e'));
    await quiet();
    expect([work.of(1).length, work.preparing.problems.get(1)?.length]).toEqual([3, 1]);
  });

  it('saysOfEachFileWhyItWasNotTaken', async () => {
    shown().choose(pdf('a'), pdf('a'), Object.assign(new Blob(['hello']), { name: 'x.txt' }));
    await quiet();
    expect([work.of(1).length, work.preparing.problems.get(1)?.length, work.failedCount]).toEqual([1, 2, 1]);
  });

  it('forgetsWhatItSaidWhenOthersAreChosen', async () => {
    shown().choose(new Blob(['hello']));
    await quiet();
    shown().choose(pdf('a'));
    await quiet();
    expect(work.preparing.problems.get(1)).toEqual([]);
  });
});
