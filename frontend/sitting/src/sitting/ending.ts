import { Refusal } from '../api/client';
import type { Receipt } from '../api/types';
import { pauseMs } from '../outbox/backoff';
import { aboutTheClock, haltOf } from '../outbox/halt';
import type { Outbox, Pacing } from '../outbox/outbox';
import { Countdown } from './countdown';
import type { Warning } from './countdown';

/** What the end of a sitting needs of the sitting. */
export interface EndingDesk {
  outbox: Outbox;
  /** Files of work on their way. */
  work?: { pendingCount: number; failedCount: number; flush(): Promise<boolean> };
  pacing: Pacing;
  submit(automatic: boolean): Promise<Receipt>;
  /** Asks for the clock: it is another than the one known here. */
  askClock(): void;
  changed(): void;
  /** What is being written goes into the outbox, while it still may. */
  handOver?(): void;
  /** The person is through with answering. */
  ended?(): void;
}

/** The automatic hand-in of a hall is spread over this long. */
const SPREAD_MS = 2000;

/** When the time is up, files get no longer than this; the answers count more than one of them. */
const FILES_MS = 4000;

/** How a sitting ends: the clock with its warnings, and the way from hand-in to receipt. */
export class Ending {
  phase: 'answering' | 'handing-in' | 'done' = 'answering';
  timeUp = false;
  warning: Warning | undefined;
  receipt: Receipt | undefined;
  /** How many files of work had not arrived when it was handed in; they do not count. */
  unsent = 0;
  private leaveFiles = false;
  /** How many files had failed while the person could see it. */
  private failedBefore = 0;
  private readonly countdown = new Countdown();

  constructor(private readonly desk: EndingDesk) {}

  /** Looks at the clock: warns, and hands in when the time is up. */
  tick(left: number | undefined): void {
    if (left === undefined || this.timeUp || this.phase === 'done' || this.desk.outbox.halt) return;
    const stroke = this.countdown.stroke(left);
    if (stroke.kind === 'end') return this.timeIsUp();
    if (stroke.kind === 'quiet') return;
    this.warning = stroke.warning ?? this.warning;
    this.desk.changed();
  }

  /** Saves what is left, then hands in; tries until the server has answered or the person goes back. */
  async handIn(): Promise<void> {
    const { pacing } = this.desk;
    this.endAnswering();
    this.desk.changed();
    for (let failures = 1; this.phase === 'handing-in'; failures += 1) {
      if (await this.tryHandIn()) return;
      await new Promise<void>((resolve) => pacing.later(pauseMs(Math.min(failures, 3), pacing.random()), resolve));
    }
  }

  /** Hands in without waiting any longer for files that are on their way. */
  withoutFiles(): void {
    this.leaveFiles = true;
    this.desk.changed();
    void this.tryHandIn();
  }

  /** Back to the items while a hand-in waits for the network; not once the time is up. */
  keepAnswering(): void {
    if (this.phase !== 'handing-in' || this.timeUp) return;
    this.phase = 'answering';
    this.leaveFiles = false;
    this.desk.changed();
  }

  /** There is more time than was known, or the clock stands: back to the items, whatever was on its way. */
  goOn(): void {
    if (this.phase !== 'handing-in') return;
    this.phase = 'answering';
    this.leaveFiles = false;
    this.timeUp = false;
    this.desk.changed();
  }

  finish(): void {
    if (this.phase === 'answering') this.failedBefore = this.desk.work?.failedCount ?? 0;
    this.unsent = Math.max(this.unsent, this.unsentNow);
    this.phase = 'done';
    this.desk.ended?.();
    this.desk.changed();
  }

  /** True when there is nothing more to try. */
  private async tryHandIn(): Promise<boolean> {
    const { outbox } = this.desk;
    if (!(await this.filesAreThere())) return false;
    if (this.phase !== 'handing-in') return true;
    const emptied = await outbox.flush();
    const halt = outbox.halt?.kind;
    if (halt && halt !== 'closed') return true;
    if (!emptied && halt !== 'closed') return false;
    try {
      const unsent = this.unsentNow;
      this.receipt = await outbox.exclusive(() => this.desk.submit(this.timeUp));
      this.unsent = unsent;
      this.finish();
      return true;
    } catch (error) {
      if (error instanceof Refusal && aboutTheClock(error)) {
        this.goOn();
        this.desk.askClock();
        return true;
      }
      const stop = error instanceof Refusal ? haltOf(error) : undefined;
      if (stop?.kind === 'closed') this.finish();
      else if (stop) outbox.stop(stop);
      return stop !== undefined;
    }
  }

  /** Whether nothing has to be waited for any more: they are there, or the time or the person does not let us. */
  private async filesAreThere(): Promise<boolean> {
    const { outbox, work, pacing } = this.desk;
    if (!work || work.pendingCount === 0 || outbox.halt || this.leaveFiles) return true;
    // What was written does not wait for them.
    await outbox.flush();
    if (!this.timeUp) return (await work.flush()) || this.leaveFiles;
    await Promise.race([work.flush(), new Promise<void>((resolve) => pacing.later(FILES_MS, resolve))]);
    return true;
  }

  /** Files on their way, and those that failed when nobody could see it any more. */
  private get unsentNow(): number {
    const { work } = this.desk;
    return work ? work.pendingCount + Math.max(0, work.failedCount - this.failedBefore) : 0;
  }

  private endAnswering(): void {
    if (this.phase === 'answering') this.failedBefore = this.desk.work?.failedCount ?? 0;
    this.desk.handOver?.();
    this.phase = 'handing-in';
  }

  private timeIsUp(): void {
    const { outbox, pacing } = this.desk;
    this.endAnswering();
    this.timeUp = true;
    // What was answered last goes now, within the grace; only the hand-in itself is spread.
    void outbox.flush();
    pacing.later(pacing.random() * SPREAD_MS, () => void (this.timeUp && this.handIn()));
    this.desk.changed();
  }
}
