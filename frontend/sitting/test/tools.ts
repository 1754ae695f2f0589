import type { ResponseValue, SaveAnswer, Step } from '../src/api/types';
import { Outbox } from '../src/outbox/outbox';
import type { Line, Pacing } from '../src/outbox/outbox';
import type { Keep } from '../src/outbox/keep';
import type { ServerSide } from '../src/outbox/merge';
import { MemoryKeep } from '../src/outbox/memory-keep';

/** Time that moves only when told to. */
export class HandClock implements Pacing {
  now = 0;
  private acts: { at: number; act: () => void }[] = [];

  later(ms: number, act: () => void): () => void {
    const entry = { at: this.now + ms, act };
    this.acts.push(entry);
    return () => {
      this.acts = this.acts.filter((each) => each !== entry);
    };
  }

  random(): number {
    return 0;
  }

  /** Lets this much time pass, running what falls due, and everything that follows from it. */
  async pass(ms: number): Promise<void> {
    await quiet();
    const until = this.now + ms;
    for (;;) {
      const next = this.acts.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.acts = this.acts.filter((each) => each !== next);
      this.now = Math.max(this.now, next.at);
      next.act();
      await quiet();
    }
    this.now = until;
  }
}

/** Long enough for promises and for fake-indexeddb, which works in macrotasks. */
export async function quiet(): Promise<void> {
  for (let round = 0; round < 12; round += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** A server that keeps the rules of the contract: growing numbers, the same step again is the same answer. */
export class TestServer implements Line {
  epoch = 1;
  readonly journal = new Map<number, Step>();
  readonly requests: Step[][] = [];
  /** What to do with the coming requests instead of answering. */
  readonly faults: ((steps: Step[]) => SaveAnswer | Promise<SaveAnswer>)[] = [];

  async send(steps: Step[]): Promise<SaveAnswer> {
    this.requests.push(steps.map((step) => ({ ...step })));
    const fault = this.faults.shift();
    return fault ? fault(steps) : this.commit(steps);
  }

  commit(steps: Step[]): SaveAnswer {
    const answer: SaveAnswer = { saved: [], refused: [], serverTime: '' };
    for (const step of steps) {
      const known = this.journal.get(step.sequence);
      const same = known && known.slot === step.slot && JSON.stringify(known.value) === JSON.stringify(step.value);
      if (known && !same) answer.refused.push({ slot: step.slot, sequence: step.sequence, reason: 'conflict' });
      else {
        this.journal.set(step.sequence, step);
        answer.saved.push({ slot: step.slot, sequence: step.sequence });
      }
    }
    return answer;
  }

  lastSequence(): Promise<number> {
    return Promise.resolve(Math.max(0, ...this.journal.keys()));
  }

  side(): ServerSide {
    const newest = new Map<number, ResponseValue>();
    [...this.journal.values()].sort((a, b) => a.sequence - b.sequence).forEach(({ slot, value }) => newest.set(slot, value));
    return {
      epoch: this.epoch,
      lastSequence: Math.max(0, ...this.journal.keys()),
      responses: [...newest].map(([slot, value]) => ({ slot, value })),
    };
  }
}

export async function outboxOn(server: TestServer, time: HandClock, keep: Keep = new MemoryKeep(), attemptId = 'a1'): Promise<Outbox> {
  const outbox = new Outbox(attemptId, keep, server, time, () => undefined);
  await outbox.open(server.side());
  return outbox;
}
