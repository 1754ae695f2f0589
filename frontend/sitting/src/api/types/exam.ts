/** The door of an exam, and who stands before it. */

import type { AttemptState } from './attempt';

export interface SignedIn {
  token: string;
  expiresAt: string;
  person: { id: string; name: string };
}

export interface ExamFacts {
  id: string;
  title: string;
  trade: string;
  level: string;
  opensAt: string;
  closesAt: string;
  durationSeconds: number;
  /** When nobody may start any more. */
  lastEntryAt?: string;
  /** Since when it is paused for all, and why. */
  pause?: { since: string; reason: string } | null;
  phase: 'BEFORE' | 'OPEN' | 'OVER';
  items: number;
  maxScore: number;
  rules: string[];
  onRoster: boolean;
  person?: string | null;
  /** The number on the roster. */
  seat?: number | null;
  attempt: { attemptId: string; state: AttemptState; voidReason?: string | null } | null;
  resultReleased: boolean;
  boardId?: string | null;
  serverTime: string;
}
