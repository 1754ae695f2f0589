import { Refusal, Unreachable } from '../api/client';
import type { Feedback, ResponseValue, Step } from '../api/types';
import { pauseMs } from '../outbox/backoff';
import { haltOf } from '../outbox/halt';
import type { Outbox, Pacing } from '../outbox/outbox';
import { filesOf, textOf } from './response';

/** What the checks need of the sitting around them. */
export interface CheckDesk {
  outbox: Outbox;
  pacing: Pacing;
  ask(step: Step): Promise<Feedback>;
  assess(slot: number, sequence: number, said: string[]): Promise<Feedback>;
  remember(awaiting: number[]): void;
  changed(): void;
}

/** Immediate feedback, slot by slot. A slot that was confirmed without network stays confirmed, and its feedback follows. */
export class Checks {
  readonly feedback = new Map<number, Feedback>();
  /** Confirmed, feedback to come; locked on this device. */
  readonly awaiting = new Set<number>();
  /** Of those, the ones that were asked for in vain at least once. */
  readonly delayed = new Set<number>();
  /** Why a slot gets no feedback, in the server's words. */
  readonly withheld = new Map<number, string>();
  asking: number | undefined;
  private failures = 0;
  private callOffRetry: (() => void) | undefined;

  constructor(private readonly desk: CheckDesk) {}

  locked(slot: number): boolean {
    return this.feedback.has(slot) || this.awaiting.has(slot);
  }

  /** Takes what the server has checked already and what this device was still waiting for. */
  load(checked: readonly Feedback[], awaiting: readonly number[]): void {
    checked.forEach((each) => this.feedback.set(each.slot, each));
    [...awaiting, ...this.awaiting].forEach((slot) => {
      if (this.feedback.has(slot)) this.awaiting.delete(slot);
      else this.awaiting.add(slot);
    });
  }

  async confirm(slot: number): Promise<void> {
    this.waits(slot, true);
    await this.get(slot);
  }

  /** Sends which points a writer found in the own text; false where the server was not reached. */
  async assess(slot: number, answer: ResponseValue, said: string[]): Promise<boolean> {
    const { outbox } = this.desk;
    const files = filesOf(answer);
    const value = { text: textOf(answer), ...(files.length > 0 ? { files } : {}), said };
    this.asking = slot;
    this.desk.changed();
    try {
      const sequence = await outbox.reserve(slot, value);
      this.feedback.set(slot, await outbox.exclusive(() => this.desk.assess(slot, sequence, said)));
      outbox.settled(slot, sequence, value);
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) outbox.stop(haltOf(error) ?? { kind: 'closed', sentence: error.sentence });
      return false;
    } finally {
      this.asking = undefined;
      this.desk.changed();
    }
  }

  /** Asks for everything that is still to come, until one is in vain again. */
  async retry(): Promise<void> {
    this.stop();
    for (const slot of [...this.awaiting]) {
      if (this.asking !== undefined || this.desk.outbox.halt) return;
      await this.get(slot);
      if (this.awaiting.has(slot)) return;
    }
  }

  stop(): void {
    this.callOffRetry?.();
  }

  private async get(slot: number): Promise<void> {
    const { outbox } = this.desk;
    const step = await outbox.step(slot);
    if (!step) return this.waits(slot, false);
    this.asking = slot;
    this.desk.changed();
    try {
      // Earlier numbers reach the server first.
      await outbox.flush();
      if (outbox.trouble || outbox.halt) throw new Unreachable();
      this.feedback.set(slot, await outbox.exclusive(() => this.desk.ask(step)));
      outbox.acknowledge(step);
      this.failures = 0;
      this.waits(slot, false);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'attempt.sequence-used') await this.again(step);
      else if (error instanceof Refusal) this.refused(slot, error);
      else this.unreachable(slot);
    } finally {
      this.asking = undefined;
      this.desk.changed();
    }
  }

  private refused(slot: number, refusal: Refusal): void {
    this.waits(slot, false);
    const aboutTheItem = refusal.code === 'attempt.embargo' || refusal.status === 400 || refusal.status === 422;
    if (aboutTheItem) this.withheld.set(slot, refusal.sentence);
    else this.desk.outbox.stop(haltOf(refusal) ?? { kind: 'closed', sentence: refusal.sentence });
  }

  private async again(step: Step): Promise<void> {
    await this.desk.outbox.renumber(step).catch(() => undefined);
    this.unreachable(step.slot);
  }

  private unreachable(slot: number): void {
    this.delayed.add(slot);
    this.failures += 1;
    this.stop();
    this.callOffRetry = this.desk.pacing.later(pauseMs(this.failures, this.desk.pacing.random()), () => void this.retry());
  }

  private waits(slot: number, waits: boolean): void {
    if (waits) this.awaiting.add(slot);
    else this.awaiting.delete(slot);
    if (!waits) this.delayed.delete(slot);
    this.desk.remember([...this.awaiting]);
  }
}
