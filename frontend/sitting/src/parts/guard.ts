/** Where somebody writes, their own words may be copied. */
const inOwnWords = (event: Event) => (event.target as Partial<HTMLElement> | null)?.matches?.('input, textarea') === true;

/**
 * Keeps the text of an exam from being copied or printed by the usual ways, where the exam asks for it. It hinders no
 * photograph and is no more than it says. The answer ends it.
 */
export function guarded(refused: () => void): () => void {
  const stop = (event: Event): void => {
    if (inOwnWords(event)) return;
    event.preventDefault();
    if (event.type !== 'dragstart') refused();
  };
  const keys = (event: Event): void => {
    const { ctrlKey, metaKey, key } = event as KeyboardEvent;
    if (!(ctrlKey || metaKey) || !/^[ps]$/i.test(key)) return;
    event.preventDefault();
    refused();
  };
  const kinds = ['copy', 'cut', 'contextmenu', 'dragstart'];
  kinds.forEach((kind) => document.addEventListener(kind, stop));
  document.addEventListener('keydown', keys, { capture: true });
  document.documentElement.dataset['guarded'] = '';
  return () => {
    kinds.forEach((kind) => document.removeEventListener(kind, stop));
    document.removeEventListener('keydown', keys, { capture: true });
    delete document.documentElement.dataset['guarded'];
  };
}
