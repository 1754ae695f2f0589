/** A public board. */

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
  /** What was corrected after the exam. */
  notes?: { text: string; words: string; at: string }[] | null;
}
