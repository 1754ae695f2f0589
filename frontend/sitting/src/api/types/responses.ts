/** What is answered, as it is sent and kept. */

/** Where somebody pointed, in pixels of the picture. */
export type Spot = [number, number];

/** The right chosen for each left that has one. */
export type Pairs = Record<string, string>;

/** A text with files of work, by their hashes; the text may be empty. */
export interface Work {
  text: string;
  files: string[];
}

/** A text with the points that its writer found in it. */
export interface Assessed {
  text: string;
  files?: string[];
  said: string[];
}

/** A file of work that the server has; sizes of a picture in pixels, 0 for none. */
export interface WorkFile {
  hash: string;
  type: string;
  size: number;
  width: number;
  height: number;
}

/** A score sheet: what is taken off for each criterion looked at. */
export interface Sheet {
  deductions: Record<string, string>;
  seconds: number;
}

/**
 * A token, a number or a text as typed; several tokens; an entry a blank, null for none; spots; pairs; a text with
 * files; a text that was assessed; a sheet; or null for cleared.
 */
export type ResponseValue = string | (string | null)[] | Spot[] | Pairs | Work | Assessed | Sheet | null;

export interface Step {
  slot: number;
  sequence: number;
  value: ResponseValue;
}

export type RefusalReason = 'late' | 'superseded' | 'handed-in' | 'locked' | 'invalid' | 'conflict' | 'paused';

export interface SaveAnswer {
  saved: { slot: number; sequence: number }[];
  refused: { slot: number; sequence: number; reason: RefusalReason }[];
  /** When the time is up, as the server knows it now. */
  deadline?: string | null;
  /** Whether the clock stands. */
  paused?: boolean;
  serverTime: string;
}
