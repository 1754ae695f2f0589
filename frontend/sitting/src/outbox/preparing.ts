import type { Pacing } from './outbox';

/** Chosen files that are being made ready, by slot. The field in which they were chosen may be gone meanwhile. */
export class Preparing {
  /** How many could not be made ready so far. */
  unfit = 0;
  /** What there is to say of the files chosen last for a slot, in the person's language. */
  readonly problems = new Map<number, string[]>();
  private readonly counts = new Map<number, number>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly pacing: Pacing,
    private readonly changed: () => void,
  ) {}

  get count(): number {
    let count = 0;
    this.counts.forEach((each) => (count += each));
    return count;
  }

  of(slot: number): number {
    return this.counts.get(slot) ?? 0;
  }

  /**
   * Makes a file ready and passes it on; it counts from now until then. One after the other: a phone has not the memory
   * for six photographs at once.
   */
  run<T, R>(slot: number, ready: () => Promise<T>, pass: (made: T) => Promise<R>): Promise<R> {
    this.add(slot, 1);
    const mine = this.turn.then(ready).then(
      (made) => {
        this.add(slot, -1);
        return pass(made);
      },
      (error: unknown) => {
        this.unfit += 1;
        this.add(slot, -1);
        throw error;
      },
    );
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** Waits until what was chosen is ready, but no longer than this. */
  async settle(ms: number): Promise<void> {
    let callOff: () => void = () => undefined;
    await Promise.race([this.turn, new Promise<void>((resolve) => (callOff = this.pacing.later(ms, resolve)))]);
    callOff();
  }

  tell(slot: number, problems: string[]): void {
    this.problems.set(slot, problems);
    this.changed();
  }

  private add(slot: number, by: number): void {
    this.counts.set(slot, this.of(slot) + by);
    this.changed();
  }
}
