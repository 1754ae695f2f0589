import { emptyAttempt, numbered } from './keep';
import type { Change, Keep, KeptAttempt, KeptStep, KeptWork, Paper, SealedPaper } from './keep';

/** Keeps changes for as long as the page is open; used where IndexedDB is refused, and the page says so. */
export class MemoryKeep implements Keep {
  readonly durable = false;
  private readonly attempts = new Map<string, KeptAttempt>();
  private readonly kept = new Map<string, Map<number, KeptStep>>();
  private readonly works = new Map<string, KeptWork>();
  private readonly papers = new Map<string, Paper>();
  private readonly sealedPapers = new Map<string, SealedPaper>();

  attempt(attemptId: string): Promise<KeptAttempt | undefined> {
    return Promise.resolve(this.attempts.get(attemptId));
  }

  remember(attemptId: string, change: Partial<KeptAttempt>): Promise<void> {
    const before = this.attempts.get(attemptId) ?? emptyAttempt(attemptId);
    this.attempts.set(attemptId, { ...before, ...change, updatedAt: Date.now() });
    return Promise.resolve();
  }

  append(change: Change): Promise<KeptStep> {
    const attempt = this.attempts.get(change.attemptId) ?? emptyAttempt(change.attemptId);
    const step = numbered(change, attempt.lastSequence);
    this.attempts.set(change.attemptId, { ...attempt, lastSequence: step.sequence });
    this.of(change.attemptId).set(change.slot, step);
    return Promise.resolve(step);
  }

  settle(attemptId: string, slot: number, sequence: number, state: KeptStep['state']): Promise<void> {
    const step = this.of(attemptId).get(slot);
    if (step?.sequence === sequence) this.of(attemptId).set(slot, { ...step, state });
    return Promise.resolve();
  }

  steps(attemptId: string): Promise<KeptStep[]> {
    return Promise.resolve([...this.of(attemptId).values()]);
  }

  paper(attemptId: string): Promise<Paper | undefined> {
    return Promise.resolve(this.papers.get(attemptId));
  }

  keepPaper(paper: Paper): Promise<void> {
    this.papers.set(paper.attemptId, paper);
    return Promise.resolve();
  }

  sealed(examId: string): Promise<SealedPaper | undefined> {
    return Promise.resolve(this.sealedPapers.get(examId));
  }

  keepSealed(paper: SealedPaper): Promise<void> {
    this.sealedPapers.set(paper.examId, paper);
    return Promise.resolve();
  }

  work(attemptId: string): Promise<KeptWork[]> {
    return Promise.resolve([...this.works.values()].filter((each) => each.attemptId === attemptId).sort((one, other) => one.order - other.order));
  }

  keepWork(work: KeptWork): Promise<void> {
    this.works.set(`${work.attemptId}/${work.slot}/${work.hash}`, work);
    return Promise.resolve();
  }

  dropWork(attemptId: string, slot: number, hash: string): Promise<void> {
    this.works.delete(`${attemptId}/${slot}/${hash}`);
    return Promise.resolve();
  }

  forgetBefore(): Promise<void> {
    return Promise.resolve();
  }

  private of(attemptId: string): Map<number, KeptStep> {
    let steps = this.kept.get(attemptId);
    if (!steps) this.kept.set(attemptId, (steps = new Map()));
    return steps;
  }
}
