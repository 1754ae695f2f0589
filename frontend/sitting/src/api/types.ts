/** The shapes of the sitting API, as the server sends them. */

export type SlotType = 'true-false' | 'single-choice' | 'multiple-choice' | 'ordering' | 'numeric';

/** A token, several tokens, a number as typed, or null for cleared. */
export type ResponseValue = string | string[] | null;

export type Behaviour = 'IMMEDIATE' | 'DEFERRED';
export type AttemptState = 'PREPARED' | 'STARTED' | 'HANDED_IN' | 'CLOSED' | 'VOID' | 'ABSENT';
export type RefusalReason = 'late' | 'superseded' | 'handed-in' | 'locked' | 'invalid' | 'conflict';

export interface SignedIn {
  token: string;
  expiresAt: string;
  person: { id: string; name: string };
}

export interface Started {
  attemptId: string;
  token: string;
  behaviour: Behaviour;
  epoch: number;
  startedAt: string;
  deadline?: string | null;
  serverTime: string;
}

export interface ExamFacts {
  id: string;
  title: string;
  trade: string;
  level: string;
  opensAt: string;
  closesAt: string;
  durationSeconds: number;
  phase: 'BEFORE' | 'OPEN' | 'OVER';
  items: number;
  maxScore: number;
  rules: string[];
  onRoster: boolean;
  attempt: { attemptId: string; state: AttemptState; voidReason?: string | null } | null;
  resultReleased: boolean;
  boardId?: string | null;
  serverTime: string;
}

export interface Arrangement {
  slots: number[];
  options?: Record<string, number[]>;
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
  serverTime: string;
  returnUrl?: string | null;
}

export interface Option {
  token: string;
  text: string;
}

export interface Slot {
  slot: number;
  /** Number of the section, from 1. */
  section: number;
  type: SlotType;
  maxScore: number;
  stem: string;
  options?: Option[] | null;
  unit?: string | null;
}

export interface Form {
  formId: string;
  title: string;
  sections: { name: string; rule?: string | null; en?: { name: string; rule?: string | null } | null }[];
  maxScore: number;
  slots: Slot[];
}

export interface Step {
  slot: number;
  sequence: number;
  value: ResponseValue;
}

export interface SaveAnswer {
  saved: { slot: number; sequence: number }[];
  refused: { slot: number; sequence: number; reason: RefusalReason }[];
  serverTime: string;
}

export interface Key {
  tokens?: string[] | null;
  value?: string | null;
  tolerance?: string | number | null;
  unit?: string | null;
}

export interface Why {
  token: string;
  text: string;
}

export interface Feedback {
  slot: number;
  fraction: number;
  correct: boolean;
  key: Key;
  explanation?: string | null;
  whys?: Why[] | null;
  lesson?: Lesson | null;
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

export interface Lesson {
  id: string;
  title: string;
  course?: string | null;
  studio?: string | null;
  host?: string | null;
  url: string;
}

export interface ResultSlot {
  slot: number;
  type: SlotType;
  stem: string;
  options?: Option[] | null;
  value: ResponseValue;
  correct: boolean;
  fraction: number;
  key?: Key | null;
  explanation?: string | null;
  whys?: Why[] | null;
  point?: { id: string; code: string; name: string } | null;
  lesson?: Lesson | null;
  unit?: string | null;
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
  slots: ResultSlot[];
  mistakes?: number | null;
  /** Address at which the mistakes can be practised again. */
  again?: string | null;
  boardId?: string | null;
}

export interface BoardRow {
  place: number;
  name: string;
  unit?: string | null;
  score: number | string;
  timeUsedSeconds?: number | null;
}

/** A unit on the board; `rate` is the share of its people who took part, 0 to 1. */
export interface BoardUnit {
  place?: number | null;
  name: string;
  rate?: number | null;
  score?: number | string | null;
  participants?: number | null;
}

export interface Board {
  boardId: string;
  title: string;
  subtitle?: string | null;
  rule?: string | null;
  state: 'HIDDEN' | 'LIVE' | 'FINAL' | 'FROZEN';
  updatedAt: string;
  participants: number;
  rows: BoardRow[];
  units?: BoardUnit[] | null;
}
