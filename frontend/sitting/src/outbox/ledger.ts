import type { ResponseValue } from '../api/types';
import { highest } from './answer';
import type { Keep, KeptStep } from './keep';
import { MemoryKeep } from './memory-keep';
import type { Pacing } from './outbox';

const PATIENCE_MS = 3000;

/** The outbox's hand on the keep: numbers changes, and goes on in memory where the keep fails or hangs. */
export class Ledger {
  private epoch = 0;
  private floor = 0;

  constructor(
    private readonly attemptId: string,
    private keep: Keep,
    private readonly pacing: Pacing,
    private readonly degraded: () => void,
  ) {}

  get durable(): boolean {
    return this.keep.durable;
  }

  /** All that was kept; numbers given from now on are above every one of them. */
  async open(epoch: number, lastSequence: number): Promise<KeptStep[]> {
    const kept = await this.guarded(() => this.keep.steps(this.attemptId));
    this.epoch = epoch;
    this.raise(highest(kept, lastSequence));
    return kept;
  }

  /** No number at or below this one will be given out. */
  raise(sequence: number): void {
    this.floor = Math.max(this.floor, sequence);
  }

  async append(slot: number, value: ResponseValue, base?: { value: ResponseValue }): Promise<KeptStep> {
    const change = { attemptId: this.attemptId, epoch: this.epoch, slot, value, ...(base ? { base } : {}) };
    const step = await this.guarded(() => this.keep.append({ ...change, floor: this.floor }));
    this.raise(step.sequence);
    return step;
  }

  async settle(slot: number, sequence: number, state: KeptStep['state']): Promise<void> {
    await this.guarded(() => this.keep.settle(this.attemptId, slot, sequence, state));
  }

  private async guarded<T>(act: () => Promise<T>): Promise<T> {
    let callOff: () => void = () => undefined;
    const hung = new Promise<never>((_, reject) => {
      callOff = this.pacing.later(PATIENCE_MS, () => reject(new Error('the keep does not answer')));
    });
    try {
      return await Promise.race([act(), hung]);
    } catch {
      if (this.keep.durable) this.keep = new MemoryKeep();
      this.degraded();
      return act();
    } finally {
      callOff();
    }
  }
}
