import { Refusal, Unreachable } from '../api/client';
import type { RefusalReason, SaveAnswer, Step } from '../api/types';
import { haltOf } from './halt';
import type { Halt } from './halt';

/** What the courier does for the outbox, and tells it. */
export interface Sender {
  send(steps: Step[]): Promise<SaveAnswer>;
  /** The oldest steps that wait, no more than so many; none where sending has stopped. */
  waiting(most: number): Step[];
  acknowledge(step: Step): void;
  refuse(step: Step, reason: RefusalReason): void;
  renumber(step: Step): Promise<void>;
  stop(halt: Halt): void;
  /** The clock stands: what waits goes on waiting until it runs again. */
  wait(): void;
}

/** As many as the server takes in one request. */
const MOST = 200;

/** Carries steps to the server, oldest first, one request at a time, and sorts out what came of each. */
export class Courier {
  private batch = MOST;

  constructor(private readonly sender: Sender) {}

  /** Sends until nothing waits; throws where it has to be tried again later. */
  async carry(): Promise<void> {
    for (let steps = this.sender.waiting(this.batch); steps.length > 0; steps = this.sender.waiting(this.batch)) {
      await this.deliver(steps);
    }
  }

  private async deliver(steps: Step[]): Promise<void> {
    try {
      await this.take(steps, await this.sender.send(steps));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const halt = haltOf(error);
      if (halt) this.sender.stop(halt);
      else this.shrink(steps);
    }
  }

  /** The whole request was not to the server's liking: send less at a time until the one at fault stands alone. */
  private shrink(steps: Step[]): void {
    const [only] = steps;
    if (steps.length > 1) this.batch = Math.ceil(steps.length / 2);
    else if (only) this.sender.refuse(only, 'invalid');
  }

  private async take(steps: Step[], answer: SaveAnswer): Promise<void> {
    let told = 0;
    for (const step of steps) {
      const matches = (each: { slot: number; sequence: number }) => each.slot === step.slot && each.sequence === step.sequence;
      const refusal = answer.refused.find(matches);
      if (refusal) await this.handle(step, refusal.reason);
      else if (answer.saved.some(matches)) this.sender.acknowledge(step);
      else continue;
      told += 1;
    }
    // An answer about none of our steps must not make us ask in a circle.
    if (told === 0) throw new Unreachable();
  }

  private async handle(step: Step, reason: RefusalReason): Promise<void> {
    if (reason === 'superseded') return this.sender.stop({ kind: 'superseded', sentence: '' });
    if (reason === 'paused') return this.sender.wait();
    if (reason === 'conflict') return this.sender.renumber(step);
    this.sender.refuse(step, reason);
    if (reason === 'handed-in') this.sender.stop({ kind: 'closed', sentence: '' });
  }
}
