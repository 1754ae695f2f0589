import { Refusal } from '../api/client';

/** What may be wrong with an item, in the order it is offered. */
export const REASONS = ['wrong-key', 'unclear', 'outdated', 'picture-missing', 'other'] as const;
export type ReportReason = (typeof REASONS)[number];

/** The longest words the server takes. */
export const LONGEST = 500;

/** Sends a report of the item on show. */
export type SendReport = (reason: ReportReason, words: string) => Promise<unknown>;

/** One report while it is written. What was written stays until the server has it. */
export class ErrorReport {
  phase: 'closed' | 'open' | 'sending' | 'sent' = 'closed';
  reason: ReportReason | undefined;
  words = '';
  /** Why it was not taken: no network, or the server's sentence. */
  trouble: { offline: true } | { sentence: string } | undefined;

  constructor(
    private readonly send: SendReport,
    private readonly changed: () => void,
  ) {}

  /** Whether there is enough to be understood: another reason needs words. */
  get ready(): boolean {
    return this.reason !== undefined && (this.reason !== 'other' || this.words.trim() !== '');
  }

  open(): void {
    if (this.phase === 'closed') this.become('open');
  }

  close(): void {
    if (this.phase === 'open') this.become('closed');
  }

  choose(reason: ReportReason): void {
    this.reason = reason;
    this.changed();
  }

  write(words: string): void {
    this.words = words;
    this.changed();
  }

  async submit(): Promise<void> {
    if (!this.ready || !this.reason || this.phase !== 'open') return;
    this.trouble = undefined;
    this.become('sending');
    try {
      await this.send(this.reason, this.words.trim());
      this.become('sent');
    } catch (error) {
      this.trouble = error instanceof Refusal ? { sentence: error.sentence } : { offline: true };
      this.become('open');
    }
  }

  private become(phase: ErrorReport['phase']): void {
    this.phase = phase;
    this.changed();
  }
}
