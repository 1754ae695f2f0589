/** What a key does in the player; undefined leaves it to the browser. */
export type KeyAct = { kind: 'choose'; index: number } | { kind: 'go'; by: 1 | -1 } | { kind: 'primary' } | { kind: 'map' } | { kind: 'flag' } | undefined;

/** 1 to 9 and A to F choose, left and right change the item, Enter does the main act, M opens the map, S sets a mark. */
export function keyAct(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'target'>, options: number): KeyAct {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  const target = event.target as Partial<HTMLElement> | null;
  const inField = target?.tagName === 'INPUT';
  // A line break belongs to the text, and a list and a picture have keys of their own.
  if (target?.tagName === 'TEXTAREA' || target?.tagName === 'SELECT' || target?.getAttribute?.('role') === 'application') return undefined;
  if (event.key === 'Enter') return enter(target, inField);
  if (inField) return undefined;
  if (event.key === 'ArrowRight') return { kind: 'go', by: 1 };
  if (event.key === 'ArrowLeft') return { kind: 'go', by: -1 };
  if (/^m$/i.test(event.key)) return { kind: 'map' };
  if (/^s$/i.test(event.key)) return { kind: 'flag' };
  const index = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : /^[a-f]$/i.test(event.key) ? event.key.toLowerCase().charCodeAt(0) - 97 : -1;
  return index >= 0 && index < options ? { kind: 'choose', index } : undefined;
}

/** Enter on a button presses that button; on an option that is chosen already it confirms. */
function enter(target: Partial<HTMLElement> | null, inField: boolean): KeyAct {
  const chosen = target?.getAttribute?.('aria-checked');
  if (chosen === 'true') return { kind: 'primary' };
  const pressable = target?.tagName === 'BUTTON' || target?.tagName === 'A';
  return inField || !pressable ? { kind: 'primary' } : undefined;
}
