/** One person on their way through a form, from the start to the result. */

import type { Corrected, Feedback, Key, Lesson, Marked, Reason, Why } from './feedback';
import type { Body, SlotType } from './form';
import type { ResponseValue, WorkFile } from './responses';

export type Behaviour = 'IMMEDIATE' | 'DEFERRED';
export type AttemptState = 'PREPARED' | 'STARTED' | 'HANDED_IN' | 'CLOSED' | 'VOID' | 'ABSENT';

export interface Started {
  attemptId: string;
  token: string;
  behaviour: Behaviour;
  epoch: number;
  startedAt: string;
  deadline?: string | null;
  serverTime: string;
}

export interface Arrangement {
  slots: number[];
  options?: Record<string, number[]>;
  /** Which variant of a calculated slot is the candidate's, from 0. */
  variants?: Record<string, number>;
}

export interface AttemptFacts {
  attemptId: string;
  title: string;
  subtitle?: string | null;
  person?: string | { name: string } | null;
  behaviour: Behaviour;
  state: AttemptState;
  epoch: number;
  lastSequence: number;
  startedAt: string;
  deadline: string | null;
  voidReason?: string | null;
  purpose: 'practice' | 'exam';
  purposeId: string;
  arrangement: Arrangement;
  responses: { slot: number; value: ResponseValue }[];
  checked?: Feedback[] | null;
  /** The files of work that the responses name. */
  files?: WorkFile[] | null;
  serverTime: string;
  returnUrl?: string | null;
  /** Goes with the links to sound and film. */
  mediaPass?: string | null;
  /** When this device took the sitting over from another one. */
  takenOverAt?: string | null;
  /** The highest number under which this device has reported an event. */
  lastEvent?: number;
  clock?: AttemptClock | null;
}

/** The clock of an attempt; the version counts its changes. */
export interface AttemptClock {
  version: number;
  /** With all extra time in it; later by the pause once that is over. */
  deadline: string | null;
  /** Since when the clock stands. */
  pausedAt: string | null;
  pauseReason: string | null;
  extraSeconds: number;
  extraReason: string | null;
}

export interface Receipt {
  attemptId: string;
  state: AttemptState;
  handedInAt: string;
  answered: number;
  items: number;
  timeUsedSeconds: number;
  digest: string;
  serverTime: string;
}

/** Whether the chain over the stored steps comes to the number of a receipt, and since when that stands. */
export interface ReceiptCheck {
  agrees: boolean;
  since: string | null;
  serverTime: string;
}

export interface ResultSlot extends Body {
  /** The slot of its item: the parts of a case share it. */
  itemSlot?: number;
  slot: number;
  type: SlotType;
  caseStem?: string | null;
  stem: string;
  value: ResponseValue;
  /** Of the files of work that the response names. */
  files?: WorkFile[] | null;
  correct: boolean;
  fraction: number;
  reason?: Reason | null;
  marks?: (boolean | null)[] | null;
  marked?: Marked | null;
  maxScore?: number | null;
  key?: Key | null;
  explanation?: string | null;
  whys?: Why[] | null;
  point?: { id: string; code: string; name: string } | null;
  lesson?: Lesson | null;
  corrected?: Corrected | null;
}

/** A slot of which nothing is told, since its item is secret for an exam: the verdict would tell the key. */
export interface KeptBackSlot {
  slot: number;
  type: SlotType;
  correct: null;
}

/** A result as it comes. */
export interface SentResult extends Omit<Result, 'slots'> {
  slots: (ResultSlot | KeptBackSlot)[];
}

/** When answers or explanations come out. */
export interface ComesOut {
  out: boolean;
  rule: 'WITH_SCORES' | 'AT' | 'BY_HAND' | 'NEVER';
  at?: string | null;
}

/** A line of the erratum; the slot as numbered in the form, the reason missing until the answers are out. */
export interface Erratum {
  slot: number;
  kind: Corrected['kind'];
  maxScore: number;
  reason?: string | null;
  at: string;
}

export interface Result {
  attemptId: string;
  title: string;
  score: number;
  maxScore: number;
  correct?: number | null;
  items?: number | null;
  timeUsedSeconds?: number | null;
  handedInAt?: string | null;
  place?: number | null;
  participants?: number | null;
  /** Those of which something is told. */
  slots: ResultSlot[];
  /** How many items nothing is told of. */
  keptBack?: number | null;
  mistakes?: number | null;
  /** Address at which the mistakes can be practised again. */
  again?: string | null;
  boardId?: string | null;
  /** Goes with the links to sound and film. */
  mediaPass?: string | null;
  /** What comes when; missing in practice, where all comes at once. */
  answers?: ComesOut | null;
  explanations?: ComesOut | null;
  errata?: Erratum[] | null;
  /** Results that corrections replaced, the first one first. */
  before?: { score: number; maxScore: number; replacedAt: string }[] | null;
}
