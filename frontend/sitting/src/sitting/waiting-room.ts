import { Refusal } from '../api/client';
import type { Client } from '../api/client';
import type { ServerClock } from '../api/clock';
import type { AttemptFacts, Form, PreparedAttempt, StartedExam } from '../api/types';
import { pauseMs } from '../outbox/backoff';
import { keptOut } from '../outbox/halt';
import type { Keep, SealedPaper } from '../outbox/keep';
import type { Pacing } from '../outbox/outbox';
import { openSealed, readyToOpen } from './seal';

/** Before the start the line belongs to those who start; the sealed form is fetched before that, or not at all. */
const BEFORE_START_MS = 15_000;
const LONGEST_WAIT_MS = 300_000;
const AGAIN_MS = 10_000;

/** What a waiting room works with. */
export interface Door {
  client: Client;
  clock: ServerClock;
  keep: Keep;
  pacing: Pacing;
}

/** What the start opens. */
export interface Paper {
  facts: AttemptFacts;
  form: Form;
}

/**
 * When the sealed form is fetched, in milliseconds from now: at a random moment of the waiting time, so that a hall full
 * of phones does not ask at once; undefined where it is too late for that.
 */
export function fetchIn(untilOpen: number, random: number): number | undefined {
  const time = Math.min(untilOpen - BEFORE_START_MS, LONGEST_WAIT_MS);
  return time <= 0 ? undefined : Math.round(time * random);
}

/** Fetches the sealed form ahead of the start, keeps it over a reload, and opens it with the key that the start answers. */
export class WaitingRoom {
  /** waiting for its moment, ready, or without: then the plain form comes after the start. */
  state: 'waiting' | 'ready' | 'without' = 'waiting';
  private sealed: SealedPaper | undefined;
  private later: (() => void) | undefined;

  constructor(
    private readonly door: Door,
    private readonly examId: string,
    private readonly token: string,
    private readonly changed: () => void,
  ) {}

  /** Takes up what the device has, and otherwise settles when to fetch it. */
  async enter(opensAt: number): Promise<void> {
    const kept = await this.door.keep.sealed(this.examId).catch(() => undefined);
    if (kept) await this.ready(kept.holder === this.token ? kept : withoutAttempt(kept));
    if (this.sealed?.attempt) return;
    const wait = fetchIn(opensAt - this.door.clock.now(), this.door.pacing.random());
    if (wait !== undefined) this.after(wait, () => this.fetch(opensAt));
    else if (!kept) this.become('without');
  }

  leave(): void {
    this.later?.();
    this.later = undefined;
  }

  /** What the start opens, from the sealed form and the few bytes of its answer; undefined where the plain way must do. */
  async open(started: StartedExam): Promise<Paper | undefined> {
    const { sealed } = this;
    if (!sealed || !started.key) return undefined;
    try {
      const form = await openSealed(new Uint8Array(sealed.bytes), started.key);
      const facts = first(this.examId, sealed.attempt, started) ?? (await this.door.client.attempt(started.attemptId, started.token));
      return { facts, form };
    } catch {
      return undefined;
    }
  }

  private async fetch(opensAt: number, failures = 1): Promise<void> {
    try {
      const { attempt, form } = await this.door.client.preparation(this.examId, this.token);
      const has = this.sealed?.etag === form.etag ? this.sealed.bytes : undefined;
      const bytes = has ?? (await this.door.client.sealedForm(this.examId, this.token));
      const paper: SealedPaper = { examId: this.examId, holder: this.token, etag: form.etag, bytes, updatedAt: Date.now(), ...(attempt ? { attempt } : {}) };
      await this.door.keep.keepSealed(paper).catch(() => undefined);
      await this.ready(paper);
      if (!attempt) this.again(opensAt, AGAIN_MS);
    } catch (error) {
      if (!(error instanceof Refusal)) this.again(opensAt, pauseMs(failures, this.door.pacing.random()), failures + 1);
      else if (keptOut(error)) this.again(opensAt, AGAIN_MS);
      else if (!this.sealed) this.become('without');
    }
  }

  private again(opensAt: number, wait: number, failures = 1): void {
    if (this.door.clock.now() + wait < opensAt) this.after(wait, () => this.fetch(opensAt, failures));
    else if (this.state === 'waiting') this.become('without');
  }

  private async ready(paper: SealedPaper): Promise<void> {
    this.sealed = paper;
    await readyToOpen().then(() => this.become('ready'), () => this.become('without'));
  }

  private after(wait: number, act: () => Promise<void>): void {
    this.later = this.door.pacing.later(wait, () => void act());
  }

  private become(state: WaitingRoom['state']): void {
    this.state = state;
    this.changed();
  }
}

/** The form is the same for all; the attempt is not. */
function withoutAttempt({ attempt: _other, ...paper }: SealedPaper): SealedPaper {
  return paper;
}

/** An attempt that this start began, put together from what was prepared: nothing more has to be asked for. */
function first(examId: string, prepared: PreparedAttempt | undefined, started: StartedExam): AttemptFacts | undefined {
  if (!started.first || prepared?.attemptId !== started.attemptId) return undefined;
  return {
    attemptId: started.attemptId,
    title: prepared.title,
    subtitle: prepared.subtitle ?? null,
    person: prepared.person ?? null,
    behaviour: started.behaviour,
    state: 'STARTED',
    epoch: started.epoch,
    lastSequence: 0,
    startedAt: started.startedAt,
    deadline: started.deadline ?? null,
    purpose: 'exam',
    purposeId: examId,
    arrangement: prepared.arrangement,
    responses: [],
    checked: [],
    serverTime: started.serverTime,
    returnUrl: prepared.returnUrl ?? null,
  };
}
