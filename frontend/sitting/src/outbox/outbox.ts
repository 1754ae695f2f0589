import { Unreachable } from '../api/client';
import type { RefusalReason, ResponseValue, SaveAnswer, Step } from '../api/types';
import { isAnswered, sameValue } from '../sitting/response';
import { answerOf, sendable } from './answer';
import type { Answer } from './answer';
import { pauseMs } from './backoff';
import { Courier } from './courier';
import type { Halt } from './halt';
import type { Keep } from './keep';
import { Ledger } from './ledger';
import { merge } from './merge';
import type { ServerSide } from './merge';
import { fromServer, fromTab } from './newer';

/** The line to the server. */
export interface Line {
  send(steps: Step[]): Promise<SaveAnswer>;
  /** Highest sequence that the server holds for the present epoch. */
  lastSequence(): Promise<number>;
}

/** Time and chance, so that tests hold them in their hands. `later` returns how to call it off. */
export interface Pacing {
  later(ms: number, act: () => void): () => void;
  random(): number;
}

/** Quick changes of mind travel together. */
const GATHER_MS = 200;
/** After this long without an answer the page no longer says "saving" but "not saved". */
const SLOW_MS = 1500;
const MOST_RENUMBERED = 3;

/**
 * Every change goes first into the keep of this device, then to the server with a growing sequence number, oldest
 * first, one request at a time. A later change of a slot takes the place of a queued one. Nothing counts as saved
 * before the server has acknowledged it; what was not acknowledged is sent again, the same step under the same number.
 */
export class Outbox {
  readonly answers = new Map<number, Answer>();
  /** Set when sending again is of no use before something else has happened. */
  halt: Halt | undefined;
  /** The last try failed or is taking long. */
  trouble = false;
  private readonly ledger: Ledger;
  private readonly courier: Courier;
  /** The clock stands: nothing is sent until it runs again. */
  private waits = false;
  private failures = 0;
  private writing: Promise<void> = Promise.resolve();
  private turn: Promise<unknown> = Promise.resolve();
  private callOff: (() => void) | undefined;

  constructor(
    attemptId: string,
    keep: Keep,
    private readonly line: Line,
    private readonly pacing: Pacing,
    private readonly changed: () => void,
    private readonly saved: (step: Step) => void = () => undefined,
  ) {
    this.ledger = new Ledger(attemptId, keep, pacing, changed);
    this.courier = new Courier({
      send: (steps) => line.send(steps),
      waiting: (most) => (this.halt || this.waits ? [] : sendable(this.answers).slice(0, most)),
      acknowledge: (step) => this.acknowledge(step),
      refuse: (step, reason) => this.refuse(step, reason),
      renumber: (step) => this.renumber(step),
      stop: (halt) => this.stop(halt),
      wait: () => this.pause(true),
    });
  }

  /** Whether what is written survives a reload. */
  get durable(): boolean {
    return this.ledger.durable;
  }

  get savedCount(): number {
    return this.count((answer) => answer.state === 'saved' && isAnswered(answer.value));
  }

  /** Changes that are on this device only and will be sent. */
  get pendingCount(): number {
    return this.count((answer) => answer.state === 'pending');
  }

  get refusedCount(): number {
    return this.count((answer) => answer.state === 'refused');
  }

  /** Starts, or starts again after a take-over, from what the server holds and what this device kept. */
  open(server: ServerSide): Promise<void> {
    return this.exclusive(async () => {
      await this.writing;
      const kept = await this.ledger.open(server.epoch, server.lastSequence);
      this.answers.clear();
      merge(server, kept).forEach((merged, slot) => {
        this.answers.set(slot, answerOf(merged));
        if (merged.kind === 'renumber') this.write(slot);
      });
      this.halt = undefined;
      this.failures = 0;
      this.trouble = false;
      await this.writing;
      if (this.pendingCount > 0) this.schedule(0);
      this.changed();
    });
  }

  /** Takes a change; it is on this device when the promise resolves. */
  put(slot: number, value: ResponseValue): Promise<void> {
    const before = this.answers.get(slot);
    if (before && before.state !== 'refused' && sameValue(before.value, value)) return this.writing;
    if (!before && !isAnswered(value)) return this.writing;
    this.answers.set(slot, { value, state: 'pending', ...(before?.base ? { base: before.base } : {}) });
    this.write(slot);
    if (this.failures === 0) this.schedule(GATHER_MS);
    this.changed();
    return this.writing;
  }

  /** The slot's present value as a step with a number of this epoch. */
  async step(slot: number): Promise<Step | undefined> {
    await this.writing;
    const answer = this.answers.get(slot);
    if (!answer) return undefined;
    if (answer.sequence === undefined) this.write(slot);
    await this.writing;
    const { sequence, value } = this.answers.get(slot) ?? answer;
    return sequence === undefined ? undefined : { slot, sequence, value };
  }

  /** Sends all that waits, now; true when nothing is left unsaved. */
  async flush(): Promise<boolean> {
    this.callOff?.();
    await this.exclusive(() => this.pump());
    return this.pendingCount === 0 && !this.halt;
  }

  /** Runs a request in turn with the sending of answers, so that numbers reach the server in order. */
  exclusive<T>(job: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(job, job);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** The server has this step, told by another answer than that to a PUT (a check). */
  acknowledge(step: Step): void {
    const { slot, sequence, value } = step;
    this.settle(slot, sequence, { value, state: 'saved', sequence, base: { value } });
    this.saved(step);
  }

  /** Another tab of this device saved this. */
  heard(step: Step): void {
    this.ledger.raise(step.sequence);
    const later = fromTab(this.answers.get(step.slot), step);
    if (later) this.answers.set(step.slot, later);
    if (later) this.changed();
  }

  /** What the server holds just now: it may have come from another tab. */
  compare(server: ServerSide): void {
    fromServer(this.answers, server).forEach((answer, slot) => this.answers.set(slot, answer));
  }

  /** A number for a change that goes another way than the others (an assessment), kept as if it were sent already. */
  async reserve(slot: number, value: ResponseValue): Promise<number> {
    await this.writing;
    const { sequence } = await this.ledger.append(slot, value, this.answers.get(slot)?.base);
    await this.ledger.settle(slot, sequence, 'saved');
    return sequence;
  }

  /** The server has this value of a slot, which it got another way. */
  settled(slot: number, sequence: number, value: ResponseValue): void {
    this.answers.set(slot, { value, state: 'saved', sequence, base: { value } });
    this.changed();
  }

  /** The number was used for something else, in a tab that could not share our keep: takes one that is free. */
  async renumber(step: Step): Promise<void> {
    const answer = this.answers.get(step.slot);
    if (answer?.sequence !== step.sequence) return;
    const times = (answer.renumbered ?? 0) + 1;
    if (times > MOST_RENUMBERED) return this.refuse(step, 'conflict');
    this.ledger.raise(await this.line.lastSequence());
    if (this.answers.get(step.slot) !== answer) return;
    delete answer.sequence;
    answer.renumbered = times;
    this.write(step.slot);
    await this.writing;
  }

  /** Holds back what is not saved while the clock stands; sends it when it runs again. */
  pause(paused: boolean): void {
    if (paused === this.waits) return;
    this.waits = paused;
    if (!paused && this.pendingCount > 0) this.schedule(0);
    this.changed();
  }

  /** Stops sending; what is kept stays, and `open` starts again. */
  stop(halt: Halt): void {
    this.callOff?.();
    this.halt = halt;
    this.changed();
  }

  private async pump(): Promise<void> {
    await this.writing;
    const callOffSlow = this.pacing.later(SLOW_MS, () => this.becomes(this.pendingCount > 0));
    try {
      await this.courier.carry();
      this.failures = 0;
      if (!this.halt) this.trouble = false;
    } catch (error) {
      this.failures += 1;
      this.trouble = true;
      const asked = error instanceof Unreachable ? error.retryAfterSeconds : undefined;
      this.schedule(pauseMs(this.failures, this.pacing.random(), asked));
    } finally {
      callOffSlow();
      this.changed();
    }
  }

  private refuse({ slot, sequence, value }: Step, reason: RefusalReason): void {
    const base = this.answers.get(slot)?.base;
    this.settle(slot, sequence, { value, state: 'refused', sequence, reason, ...(base ? { base } : {}) });
  }

  private settle(slot: number, sequence: number, settled: Answer): void {
    const answer = this.answers.get(slot);
    if (answer?.sequence === sequence) this.answers.set(slot, settled);
    // A newer change waits already: it is not saved, but it now stands on an acknowledged one.
    else if (answer && settled.state === 'saved' && settled.base) answer.base = settled.base;
    void this.ledger.settle(slot, sequence, settled.state);
  }

  /** Queues the slot's present change for the keep, which gives it its number. */
  private write(slot: number): void {
    const answer = this.answers.get(slot);
    this.writing = this.writing.then(async () => {
      if (!answer || this.answers.get(slot) !== answer) return;
      answer.sequence = (await this.ledger.append(slot, answer.value, answer.base)).sequence;
    });
  }

  private schedule(ms: number): void {
    this.callOff?.();
    this.callOff = this.halt ? undefined : this.pacing.later(ms, () => void this.flush());
  }

  private becomes(trouble: boolean): void {
    this.trouble = trouble;
    this.changed();
  }

  private count(what: (answer: Answer) => boolean): number {
    let count = 0;
    this.answers.forEach((answer) => (count += what(answer) ? 1 : 0));
    return count;
  }
}
