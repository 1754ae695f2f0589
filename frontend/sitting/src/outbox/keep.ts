import type { AttemptFacts, Form, PreparedAttempt, ResponseValue } from '../api/types';

/** The newest change of one slot, as it is kept on this device. */
export interface KeptStep {
  attemptId: string;
  slot: number;
  epoch: number;
  sequence: number;
  value: ResponseValue;
  state: 'pending' | 'saved' | 'refused';
  /** What the server had acknowledged for the slot before this change; absent where it had nothing. */
  base?: { value: ResponseValue };
}

/** What is remembered of one attempt on this device. */
export interface KeptAttempt {
  attemptId: string;
  token: string;
  lastSequence: number;
  /** Slot number of the item that was open. */
  current?: number;
  flags: number[];
  /** Slots whose answer was confirmed while there was no network: feedback is still to come. */
  awaiting: number[];
  examId?: string;
  /** The take-over that was told on this device. */
  toldEpoch?: number;
  updatedAt: number;
}

/** Attempt and form as last fetched, so that a reload without network still shows the paper. */
export interface Paper {
  attemptId: string;
  attempt: AttemptFacts;
  form: Form;
}

/** A form fetched before the start, still sealed, and the attempt that was prepared for the holder. */
export interface SealedPaper {
  examId: string;
  /** The token by which it was fetched: phones are shared, and the attempt is one person's. */
  holder: string;
  etag: string;
  bytes: ArrayBuffer;
  attempt?: PreparedAttempt;
  updatedAt: number;
}

/** A file of work that the server does not have yet. */
export interface KeptWork {
  attemptId: string;
  slot: number;
  hash: string;
  bytes: ArrayBuffer;
  type: string;
  /** Grows with each that is added. */
  order: number;
  state: 'pending' | 'refused';
  /** Why it was refused, in the server's words. */
  sentence?: string;
}

/** A change to be kept: it gets the next sequence number, never one at or below `floor`. */
export interface Change {
  attemptId: string;
  epoch: number;
  slot: number;
  value: ResponseValue;
  floor: number;
  base?: { value: ResponseValue };
}

/** Where changes are kept before they are sent. */
export interface Keep {
  /** Whether what is kept survives a reload. */
  readonly durable: boolean;
  attempt(attemptId: string): Promise<KeptAttempt | undefined>;
  remember(attemptId: string, change: Partial<Omit<KeptAttempt, 'attemptId' | 'lastSequence'>>): Promise<void>;
  /** Numbers and stores a change in one transaction, so that two tabs never use a number twice. */
  append(change: Change): Promise<KeptStep>;
  /** Marks a step, unless a newer one has taken its place. */
  settle(attemptId: string, slot: number, sequence: number, state: KeptStep['state']): Promise<void>;
  steps(attemptId: string): Promise<KeptStep[]>;
  paper(attemptId: string): Promise<Paper | undefined>;
  keepPaper(paper: Paper): Promise<void>;
  sealed(examId: string): Promise<SealedPaper | undefined>;
  keepSealed(paper: SealedPaper): Promise<void>;
  /** The files of an attempt that wait, oldest first. */
  work(attemptId: string): Promise<KeptWork[]>;
  keepWork(work: KeptWork): Promise<void>;
  dropWork(attemptId: string, slot: number, hash: string): Promise<void>;
  /** Forgets attempts not touched since then; what is still unsaved of them goes with them. */
  forgetBefore(instant: number): Promise<void>;
}

export function emptyAttempt(attemptId: string): KeptAttempt {
  return { attemptId, token: '', lastSequence: 0, flags: [], awaiting: [], updatedAt: Date.now() };
}

export function numbered(change: Change, last: number): KeptStep {
  const { attemptId, epoch, slot, value, base } = change;
  const sequence = Math.max(last, change.floor) + 1;
  return { attemptId, epoch, slot, value, sequence, state: 'pending', ...(base ? { base } : {}) };
}
