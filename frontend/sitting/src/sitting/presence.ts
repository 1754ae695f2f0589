import type { PageEvent } from '../api/types';
import type { Pacing } from '../outbox/outbox';

/** What is kept on this device until the server has it; written at once, since a page may be gone the next moment. */
export interface KeptPresence {
  /** The last number that was given out. */
  last: number;
  /** Reports that the server has not confirmed, by number. */
  waiting: PageEvent[];
  /** The absence that is not over; `closing`: the page went away with it; `work`: it began with adding work. */
  away?: { sequence: number; at: number; closing: boolean; work?: boolean };
}

export interface PresenceDesk {
  pacing: Pacing;
  /** Milliseconds by the server's clock. */
  now(): number;
  load(): KeptPresence | undefined;
  keep(kept: KeptPresence): void;
  forget(): void;
  send(events: PageEvent[]): Promise<{ kept: number[]; full: boolean }>;
}

/** Shorter than this another window had the keyboard by accident: a keyboard of the phone, a list that opens. */
const BLINK_MS = 1000;
const AGAIN_MS = 20_000;
/** A phone asks first whether it is to be the camera or the gallery, on the page itself. */
const ADDING_MS = 60_000;
const MOST_AT_ONCE = 50;

/**
 * Notes when the page of an exam is out of sight or another window is in use. It judges nothing and keeps nobody from
 * anything; what it cannot know, such as whether a screen was locked, it calls unknown.
 */
export class Presence {
  private kept: KeptPresence;
  private callOffBlur: (() => void) | undefined;
  private callOffRetry: (() => void) | undefined;
  private addingUntil = 0;
  private sending = false;
  private ended = false;

  /** `last`: the highest number that the server knows of this device. */
  constructor(private readonly desk: PresenceDesk, last: number) {
    this.kept = desk.load() ?? { last: 0, waiting: [] };
    this.kept.last = Math.max(this.kept.last, last);
  }

  /** The page is open (again). Somebody who was away when it went is back now. */
  opened(reloaded: boolean): void {
    const { away } = this.kept;
    // A phone that is short of memory closes the page behind its camera.
    if (away) this.over(away.work ? 'ADDING_WORK' : away.closing && reloaded ? 'RELOAD' : 'REOPENED');
    else void this.flush();
  }

  hidden(): void {
    this.stopWaiting();
    if (!this.kept.away) this.begin('LEFT');
    else this.change({ kind: 'LEFT' });
  }

  /** Another window has the keyboard while this one can be seen; for longer than a blink it is noted. */
  blurred(): void {
    if (this.kept.away || this.callOffBlur || this.ended) return;
    const at = this.desk.now();
    this.callOffBlur = this.desk.pacing.later(BLINK_MS, () => {
      this.callOffBlur = undefined;
      this.begin('UNFOCUSED', at);
    });
  }

  back(): void {
    this.stopWaiting();
    this.added();
    this.reread();
    const { away } = this.kept;
    if (away) this.over(away.work ? 'ADDING_WORK' : this.present?.kind === 'UNFOCUSED' ? 'OTHER_WINDOW' : 'UNKNOWN');
  }

  /** The camera or the choice of files is about to stand before the page: the next absence is for that. */
  adding(): void {
    this.addingUntil = this.desk.now() + ADDING_MS;
  }

  /** It is over, with a file or without one. */
  added(): void {
    this.addingUntil = 0;
  }

  /** The page goes away: closed, reloaded, or put aside by the browser. */
  leaving(): void {
    if (this.ended) return;
    this.hidden();
    if (this.kept.away) this.kept.away.closing = true;
    this.desk.keep(this.kept);
  }

  /** Nothing more is noted; what waits is still sent. */
  end(): void {
    if (this.ended) return;
    if (this.kept.away) this.back();
    this.stopWaiting();
    this.ended = true;
    void this.flush();
  }

  /** Sends what waits; tries again later where there is no network. */
  async flush(): Promise<void> {
    this.callOffRetry?.();
    if (this.ended && this.kept.waiting.length === 0) this.desk.forget();
    if (this.sending || this.kept.waiting.length === 0) return;
    this.sending = true;
    const sent = this.kept.waiting.slice(0, MOST_AT_ONCE);
    let again = true;
    try {
      const { kept, full } = await this.desk.send(sent);
      // What has changed since it was sent goes once more.
      this.kept.waiting = full ? [] : this.kept.waiting.filter((event) => !(kept.includes(event.sequence) && sent.includes(event)));
      this.desk.keep(this.kept);
      if (this.ended || (this.kept.waiting.length > 0 && kept.length > 0)) void Promise.resolve().then(() => this.flush());
      again = false;
    } catch {
      again = !this.ended;
    } finally {
      this.sending = false;
    }
    if (again) this.callOffRetry = this.desk.pacing.later(AGAIN_MS, () => void this.flush());
  }

  private get present(): PageEvent | undefined {
    return this.kept.waiting.find(({ sequence }) => sequence === this.kept.away?.sequence) ?? this.begun;
  }

  /** The beginning of the present absence, which the server may have confirmed already. */
  private begun: PageEvent | undefined;

  private begin(kind: PageEvent['kind'], at = this.desk.now()): void {
    if (this.ended) return;
    this.reread();
    const sequence = this.kept.last + 1;
    this.begun = { sequence, kind, happenedAt: new Date(at).toISOString() };
    this.kept = { last: sequence, waiting: [...this.kept.waiting, this.begun], away: { sequence, at, closing: false, work: at < this.addingUntil } };
    this.desk.keep(this.kept);
    void this.flush();
  }

  private over(cause: NonNullable<PageEvent['cause']>): void {
    const { away } = this.kept;
    if (!away) return;
    this.change({ seconds: Math.max(0, Math.round((this.desk.now() - away.at) / 1000)), cause });
    delete this.kept.away;
    this.begun = undefined;
    this.desk.keep(this.kept);
    void this.flush();
  }

  /** Puts a newer report in the place of the one that waits, or behind the one that was sent. */
  private change(change: Partial<PageEvent>): void {
    const { away } = this.kept;
    if (!away) return;
    const before = this.present ?? { sequence: away.sequence, kind: 'LEFT' as const, happenedAt: new Date(away.at).toISOString() };
    const after = { ...before, ...change };
    this.begun = after;
    this.kept.waiting = [...this.kept.waiting.filter(({ sequence }) => sequence !== away.sequence), after];
    this.desk.keep(this.kept);
  }

  /** Another tab of this device may have noted more: its absence ends where this one is looked at. */
  private reread(): void {
    const stored = this.desk.load();
    if (!stored || stored.last <= this.kept.last) return;
    const known = new Set(stored.waiting.map(({ sequence }) => sequence));
    this.kept = { ...stored, waiting: [...this.kept.waiting.filter(({ sequence }) => !known.has(sequence)), ...stored.waiting] };
    this.begun = undefined;
  }

  private stopWaiting(): void {
    this.callOffBlur?.();
    this.callOffBlur = undefined;
  }
}
