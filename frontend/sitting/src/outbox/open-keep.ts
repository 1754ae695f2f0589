import type { Keep } from './keep';
import { IdbKeep } from './idb-keep';
import { MemoryKeep } from './memory-keep';

/** IndexedDB, or memory where it is refused or does not answer (some private windows and in-app browsers). */
export async function openKeep(patienceMs = 2500): Promise<Keep> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('IndexedDB does not answer')), patienceMs);
  });
  try {
    return await Promise.race([IdbKeep.open(), tooLong]);
  } catch {
    return new MemoryKeep();
  } finally {
    clearTimeout(timer);
  }
}
