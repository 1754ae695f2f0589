import type { KeptPresence } from './presence';

const PREFIX = 'lianbing.presence.';

/** localStorage, which writes before the page is gone; memory where it is refused. */
export function presenceKeep(attemptId: string, epoch: number): { load(): KeptPresence | undefined; keep(kept: KeptPresence): void; forget(): void } {
  const name = `${PREFIX}${attemptId}.${epoch}`;
  return {
    load() {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
        return kept && typeof kept === 'object' && Array.isArray((kept as KeptPresence).waiting) ? (kept as KeptPresence) : undefined;
      } catch {
        return undefined;
      }
    },
    keep(kept) {
      try {
        localStorage.setItem(name, JSON.stringify(kept));
      } catch {
        // Storage is refused: what happened is told as long as the page is open.
      }
    },
    forget() {
      try {
        localStorage.removeItem(name);
      } catch {
        // Nothing was kept.
      }
    },
  };
}
