/** A paper as a candidate gets it: no key is among it. */

export type SlotType =
  | 'true-false' | 'single-choice' | 'multiple-choice' | 'fill-in' | 'numeric' | 'calculated' | 'matching' | 'ordering' | 'hotspot'
  | 'short-answer' | 'essay' | 'case' | 'practical';

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
  /** How many files may be handed in with a text or instead of it. */
  uploads?: number | null;
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

/** What may be used at this paper, and whether its text may be taken along. */
export interface Aids {
  calculator: boolean;
  /** HTML; missing where there is none. */
  formulaSheet?: string | null;
  guarded: boolean;
}

export interface Form {
  formId: string;
  title: string;
  sections: { name: string; rule?: string | null; en?: { name: string; rule?: string | null } | null }[];
  /** The stems that the slots of a group share. */
  cases?: { group: number; stem: string }[] | null;
  maxScore: number;
  aids?: Aids | null;
  slots: Slot[];
}
