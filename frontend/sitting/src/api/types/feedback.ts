/** What is right, and why: told after an answer in practice, after the release elsewhere. */

import type { Pairs } from './responses';

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

export type Reason = 'right' | 'partly' | 'wrong-pick' | 'wrong' | 'figures' | 'blank' | 'self-assessed' | 'unmarked' | 'marked' | 'granted' | 'taken-out';

/** How people marked a text: points by token of the rubric, and what they have to say. */
export interface Marked {
  points: Record<string, number>;
  comments: string[];
}

/** What was corrected about a key after the exam. */
export interface Corrected {
  kind: 'key' | 'full-marks' | 'taken-out';
  reason: string;
  at: string;
  /** The key as it was. */
  before: Key;
  /** Further keys that count as right. */
  also: Key[];
}

export interface Why {
  token: string;
  text: string;
}

export interface Lesson {
  id: string;
  title: string;
  course?: string | null;
  studio?: string | null;
  host?: string | null;
  url: string;
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
