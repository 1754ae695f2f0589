/** The door of an exam, and who stands before it. */

import type { AttemptState } from './attempt';

export interface SignedIn {
  token: string;
  expiresAt: string;
  person: { id: string; name: string };
}

/** From where and with what an exam is to be sat, and whether this is that. */
export interface ExamAccess {
  address: string;
  someAddresses: boolean;
  safeBrowser: boolean;
  /** A configuration for Safe Exam Browser can be had. */
  ownConfig: boolean;
  refused?: 'exam.address-refused' | 'exam.browser-refused' | null;
  sentence?: string | null;
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
  /** Missing where anywhere and any browser will do. */
  access?: ExamAccess | null;
  attempt: { attemptId: string; state: AttemptState; voidReason?: string | null } | null;
  resultReleased: boolean;
  boardId?: string | null;
  serverTime: string;
}
