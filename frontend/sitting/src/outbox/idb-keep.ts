import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { emptyAttempt, numbered } from './keep';
import type { Change, Keep, KeptAttempt, KeptStep, KeptWork, Paper, SealedPaper } from './keep';

interface Schema extends DBSchema {
  attempts: { key: string; value: KeptAttempt };
  steps: { key: [string, number]; value: KeptStep };
  papers: { key: string; value: Paper };
  sealed: { key: string; value: SealedPaper };
  work: { key: [string, number, string]; value: KeptWork };
}

/** Keeps changes in IndexedDB, which exists on plain http too. */
export class IdbKeep implements Keep {
  readonly durable = true;

  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  static async open(name = 'lianbing-sitting'): Promise<IdbKeep> {
    const db = await openDB<Schema>(name, 3, {
      upgrade(db, from) {
        if (from < 1) {
          db.createObjectStore('attempts', { keyPath: 'attemptId' });
          db.createObjectStore('steps', { keyPath: ['attemptId', 'slot'] });
          db.createObjectStore('papers', { keyPath: 'attemptId' });
        }
        if (from < 2) db.createObjectStore('sealed', { keyPath: 'examId' });
        if (from < 3) db.createObjectStore('work', { keyPath: ['attemptId', 'slot', 'hash'] });
      },
      // A newer page in another tab needs the way free; this one goes on with what it has in memory.
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    });
    return new IdbKeep(db);
  }

  attempt(attemptId: string): Promise<KeptAttempt | undefined> {
    return this.db.get('attempts', attemptId);
  }

  async remember(attemptId: string, change: Partial<KeptAttempt>): Promise<void> {
    const work = this.db.transaction('attempts', 'readwrite');
    const before = (await work.store.get(attemptId)) ?? emptyAttempt(attemptId);
    await work.store.put({ ...before, ...change, updatedAt: Date.now() });
    await work.done;
  }

  async append(change: Change): Promise<KeptStep> {
    const work = this.db.transaction(['attempts', 'steps'], 'readwrite');
    const attempts = work.objectStore('attempts');
    const attempt = (await attempts.get(change.attemptId)) ?? emptyAttempt(change.attemptId);
    const step = numbered(change, attempt.lastSequence);
    await attempts.put({ ...attempt, lastSequence: step.sequence, updatedAt: Date.now() });
    await work.objectStore('steps').put(step);
    await work.done;
    return step;
  }

  async settle(attemptId: string, slot: number, sequence: number, state: KeptStep['state']): Promise<void> {
    const work = this.db.transaction('steps', 'readwrite');
    const step = await work.store.get([attemptId, slot]);
    if (step?.sequence === sequence) await work.store.put({ ...step, state });
    await work.done;
  }

  steps(attemptId: string): Promise<KeptStep[]> {
    return this.db.getAll('steps', allSlotsOf(attemptId));
  }

  paper(attemptId: string): Promise<Paper | undefined> {
    return this.db.get('papers', attemptId);
  }

  async keepPaper(paper: Paper): Promise<void> {
    await this.db.put('papers', paper);
  }

  sealed(examId: string): Promise<SealedPaper | undefined> {
    return this.db.get('sealed', examId);
  }

  async keepSealed(paper: SealedPaper): Promise<void> {
    await this.db.put('sealed', paper);
  }

  async work(attemptId: string): Promise<KeptWork[]> {
    const all = await this.db.getAll('work', allWorkOf(attemptId));
    return all.sort((one, other) => one.order - other.order);
  }

  async keepWork(work: KeptWork): Promise<void> {
    await this.db.put('work', work);
  }

  async dropWork(attemptId: string, slot: number, hash: string): Promise<void> {
    await this.db.delete('work', [attemptId, slot, hash]);
  }

  async forgetBefore(instant: number): Promise<void> {
    const work = this.db.transaction(['attempts', 'steps', 'papers', 'sealed', 'work'], 'readwrite');
    for (const paper of await work.objectStore('sealed').getAll()) {
      if (paper.updatedAt < instant) await work.objectStore('sealed').delete(paper.examId);
    }
    for (const attempt of await work.objectStore('attempts').getAll()) {
      if (attempt.updatedAt >= instant) continue;
      await work.objectStore('attempts').delete(attempt.attemptId);
      await work.objectStore('papers').delete(attempt.attemptId);
      await work.objectStore('steps').delete(allSlotsOf(attempt.attemptId));
      await work.objectStore('work').delete(allWorkOf(attempt.attemptId));
    }
    await work.done;
  }
}

function allWorkOf(attemptId: string): IDBKeyRange {
  return IDBKeyRange.bound([attemptId, 0, ''], [attemptId, Number.MAX_SAFE_INTEGER, '']);
}

function allSlotsOf(attemptId: string): IDBKeyRange {
  return IDBKeyRange.bound([attemptId, 0], [attemptId, Number.MAX_SAFE_INTEGER]);
}
