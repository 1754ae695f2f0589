/** What a device may hold before the start. */

import type { Arrangement, Behaviour, Started } from './attempt';

export interface PreparedAttempt {
  attemptId: string;
  title: string;
  subtitle?: string | null;
  person?: string | null;
  behaviour: Behaviour;
  epoch: number;
  arrangement: Arrangement;
  returnUrl?: string | null;
}

export interface Preparation {
  /** Absent where none is prepared, or where it has begun. */
  attempt?: PreparedAttempt | null;
  form: { etag: string; bytes: number };
  serverTime: string;
}

/** The answer to the start of an exam; the key opens the sealed form. */
export interface StartedExam extends Started {
  /** This start began it: nothing is answered yet. */
  first?: boolean;
  key?: string;
}
