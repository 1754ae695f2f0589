import { secondsLeft } from '../api/clock';
import type { AttemptClock } from '../api/types';

/** Something that was decided about the time and that the candidate should read. */
export type TimeNews =
  | { kind: 'given' | 'taken'; seconds: number; reason: string }
  | { kind: 'resumed'; seconds: number };

const OPEN_CLOCK: AttemptClock = { version: 0, deadline: null, pausedAt: null, pauseReason: null, extraSeconds: 0, extraReason: null };

/** The clock of the attempt as the server last told it; a function of that and of the server's time. */
export class Timekeeper {
  news: TimeNews | undefined;
  private clock: AttemptClock;

  constructor(known: AttemptClock | null | undefined, deadline: string | null) {
    this.clock = known ?? { ...OPEN_CLOCK, deadline };
    if (this.clock.extraSeconds > 0) this.news = { kind: 'given', seconds: this.clock.extraSeconds, reason: this.clock.extraReason ?? '' };
  }

  get version(): number {
    return this.clock.version;
  }

  get deadline(): string | null {
    return this.clock.deadline;
  }

  get paused(): boolean {
    return this.clock.pausedAt !== null;
  }

  get pauseReason(): string {
    return this.clock.pauseReason ?? '';
  }

  /** Seconds to the deadline; while the clock stands, those that were left when it stopped. Undefined without one. */
  left(now: number): number | undefined {
    const { deadline, pausedAt } = this.clock;
    return deadline === null ? undefined : secondsLeft(Date.parse(deadline), pausedAt === null ? now : Date.parse(pausedAt));
  }

  /** Whether an answer to a save tells of a clock that is not known here yet. */
  differs(deadline: string | null | undefined, paused: boolean | undefined): boolean {
    return paused !== undefined && (paused !== this.paused || (deadline ?? null) !== this.clock.deadline);
  }

  /** Takes what the server says; an answer that was overtaken on its way changes nothing. */
  take(told: AttemptClock): boolean {
    const before = this.clock;
    if (told.version <= before.version) return false;
    this.clock = told;
    this.news = newsOf(before, told) ?? this.news;
    return true;
  }
}

function newsOf(before: AttemptClock, after: AttemptClock): TimeNews | undefined {
  const more = after.extraSeconds - before.extraSeconds;
  if (more !== 0) return { kind: more > 0 ? 'given' : 'taken', seconds: Math.abs(more), reason: after.extraReason ?? '' };
  if (before.pausedAt === null || after.pausedAt !== null) return undefined;
  const moved = Date.parse(after.deadline ?? '') - Date.parse(before.deadline ?? '');
  return Number.isNaN(moved) ? undefined : { kind: 'resumed', seconds: Math.round(moved / 1000) };
}
