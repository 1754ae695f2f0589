import { Refusal } from '../api/client';
import type { AttemptClock } from '../api/types';
import { keptOut } from '../outbox/halt';
import type { Timekeeper } from './timekeeper';

/** What asking for the clock needs of the sitting. */
export interface ClockDesk {
  /** The clock, where it is another than that of this version. */
  ask(version: number): Promise<AttemptClock | undefined>;
  /** Whether it matters still. */
  asks(): boolean;
  /** Not from here, or not with this browser. */
  keptOut(refusal: Refusal): void;
  /** The clock is another than it was. */
  taken(): void;
}

/** Asks the server for the clock, one question at a time, and takes what it says. */
export class ClockLine {
  private asking = false;

  constructor(
    private readonly time: Timekeeper,
    private readonly desk: ClockDesk,
  ) {}

  /** A few bytes, every few seconds. */
  async ask(): Promise<void> {
    if (this.asking || !this.desk.asks()) return;
    this.asking = true;
    try {
      this.take(await this.desk.ask(this.time.version));
    } catch (error) {
      // It is asked again soon; that the token is good no longer, the answers find out.
      if (error instanceof Refusal && keptOut(error)) this.desk.keptOut(error);
    } finally {
      this.asking = false;
    }
  }

  take(clock: AttemptClock | null | undefined): void {
    if (clock && this.time.take(clock)) this.desk.taken();
  }
}
