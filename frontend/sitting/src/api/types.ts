/** The shapes of the sitting API, as the server sends them. */

export type SlotType =
  | 'true-false' | 'single-choice' | 'multiple-choice' | 'fill-in' | 'numeric' | 'calculated' | 'matching' | 'ordering' | 'hotspot'
  | 'short-answer' | 'essay' | 'case' | 'practical';

/** Where somebody pointed, in pixels of the picture. */
export type Spot = [number, number];

/** The right chosen for each left that has one. */
export type Pairs = Record<string, string>;

/** A text with the points that its writer found in it. */
export interface Assessed {
  text: string;
  said: string[];
}

/** A score sheet: what is taken off for each criterion looked at. */
export interface Sheet {
  deductions: Record<string, string>;
  seconds: number;
}

/**
 * A token, a number or a text as typed; several tokens; an entry a blank, null for none; spots; pairs; a text that was
 * assessed; a sheet; or null for cleared.
 */
export type ResponseValue = string | (string | null)[] | Spot[] | Pairs | Assessed | Sheet | null;

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
  serverTime: string;
  returnUrl?: string | null;
}

export interface Option {
  token: string;
  text: string;
}

/** A blank: typed, or picked from words. */
export interface Blank {
  kind: 'words' | 'number' | 'pick';
  options?: Option[] | null;
}

/** A picture to point at; responses count in its own pixels. */
export interface Picture {
  html: string;
  width: number;
  height: number;
  picks: number;
}

export interface Criterion {
  token: string;
  text: string;
  points: number;
  deductions: string;
}

export interface Task {
  preparation: string[];
  minutes: number;
  criteria: Criterion[];
}

/** What stands below a stem; only what the type has is there. */
export interface Body {
  options?: Option[] | null;
  lefts?: Option[] | null;
  blanks?: Blank[] | null;
  picture?: Picture | null;
  task?: Task | null;
  unit?: string | null;
  figures?: number | null;
}

export interface Slot extends Body {
  slot: number;
  /** Number of the section, from 1. */
  section: number;
  /** Of which case it is a part. */
  group?: number | null;
  part?: number | null;
  type: SlotType;
  maxScore: number;
  /** How it is scored, where the section does not say. */
  rule?: { zh: string; en: string } | null;
  stem: string;
  variants?: { stem: string; options?: Option[] | null }[] | null;
}

export interface Form {
  formId: string;
  title: string;
  sections: { name: string; rule?: string | null; en?: { name: string; rule?: string | null } | null }[];
  /** The stems that the slots of a group share. */
  cases?: { group: number; stem: string }[] | null;
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
  figures?: number | null;
  blanks?: { accepted?: string[] | null; value?: string | null; tolerance?: string | null; token?: string | null }[] | null;
  pairs?: Pairs | null;
  regions?: Region[] | null;
  points?: { token: string; text: string; weight: number }[] | null;
  sample?: string | null;
}

/** A place in a picture. */
export interface Region {
  shape:
    | { kind: 'circle'; x: number; y: number; radius: number }
    | { kind: 'rectangle'; x: number; y: number; width: number; height: number }
    | { kind: 'polygon'; corners: { x: number; y: number }[] };
  name: string;
  correct: boolean;
}

export type Reason = 'right' | 'partly' | 'wrong-pick' | 'wrong' | 'figures' | 'blank' | 'self-assessed' | 'unmarked';

export interface Why {
  token: string;
  text: string;
}

export interface Feedback {
  slot: number;
  fraction: number;
  correct: boolean;
  reason?: Reason | null;
  /** Whether each blank or spot is right, in their order. */
  marks?: (boolean | null)[] | null;
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

export interface ResultSlot extends Body {
  slot: number;
  type: SlotType;
  caseStem?: string | null;
  stem: string;
  value: ResponseValue;
  correct: boolean;
  fraction: number;
  reason?: Reason | null;
  marks?: (boolean | null)[] | null;
  key?: Key | null;
  explanation?: string | null;
  whys?: Why[] | null;
  point?: { id: string; code: string; name: string } | null;
  lesson?: Lesson | null;
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
