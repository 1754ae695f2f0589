/** What happened around the answers. */

export interface PageEvent {
  sequence: number;
  /** LEFT: out of sight. UNFOCUSED: in sight, with another window in use. */
  kind: 'LEFT' | 'UNFOCUSED';
  happenedAt: string;
  /** Missing while nobody is back. */
  seconds?: number;
  cause?: 'RELOAD' | 'REOPENED' | 'OTHER_WINDOW' | 'ADDING_WORK' | 'UNKNOWN';
}

export interface NotedEvent extends Omit<PageEvent, 'kind' | 'seconds' | 'cause'> {
  epoch: number;
  kind: PageEvent['kind'] | 'TAKEN_OVER';
  seconds: number | null;
  cause: NonNullable<PageEvent['cause']> | null;
}

export interface Course {
  events: NotedEvent[];
  remark: string | null;
  remarkedAt: string | null;
}
