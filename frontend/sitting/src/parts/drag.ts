import { dropIndex, edgeSpeed, shifts } from '../sitting/drag';
import type { Row } from '../sitting/drag';

export interface Dragging {
  /** The handle that was pressed. */
  handle: HTMLElement;
  entries: HTMLElement[];
  from: number;
  drop(to: number): void;
}

const HEADER = 68;
const FOOTER = 76;

/**
 * Drags an entry of a list by its handle, with a mouse, a pen or a finger, and lets the others give way. Nothing in the
 * document changes before the drop; Escape or a cancelled gesture puts everything back. Positions are set through the
 * style object, which the page's Content-Security-Policy allows.
 */
export function drag(start: PointerEvent, { handle, entries, from, drop }: Dragging): void {
  const held = entries[from];
  if (!held || start.button !== 0) return;
  start.preventDefault();
  handle.setPointerCapture(start.pointerId);
  const rows: Row[] = entries.map((entry) => {
    const box = entry.getBoundingClientRect();
    return { middle: box.top + box.height / 2 + window.scrollY, height: box.height };
  });
  const gap = entries[1] ? Math.abs((rows[1]?.middle ?? 0) - (rows[0]?.middle ?? 0)) - ((rows[0]?.height ?? 0) + (rows[1]?.height ?? 0)) / 2 : 0;
  const step = (rows[from]?.height ?? 0) + gap;
  const origin = start.clientY + window.scrollY;
  let pointer = start.clientY;
  let to = from;
  let frame = 0;
  held.classList.add('held');

  const show = (): void => {
    const moved = pointer + window.scrollY - origin;
    to = dropIndex(rows, from, (rows[from]?.middle ?? 0) + moved);
    const away = shifts(entries.length, from, to, step);
    entries.forEach((entry, index) => {
      entry.style.transform = `translateY(${index === from ? moved : away[index]}px)`;
    });
  };
  const scroll = (): void => {
    const speed = edgeSpeed(pointer, HEADER, window.innerHeight - FOOTER);
    if (speed !== 0) {
      window.scrollBy(0, speed);
      show();
    }
    frame = requestAnimationFrame(scroll);
  };
  const move = (event: PointerEvent): void => {
    pointer = event.clientY;
    show();
  };
  const end = (): void => {
    cancelAnimationFrame(frame);
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', release);
    handle.removeEventListener('pointercancel', end);
    document.removeEventListener('keydown', escape, true);
    held.classList.remove('held');
    entries.forEach((entry) => {
      entry.style.transform = '';
    });
  };
  const release = (): void => {
    end();
    if (to !== from) drop(to);
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end();
  };
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', release);
  handle.addEventListener('pointercancel', end);
  document.addEventListener('keydown', escape, true);
  frame = requestAnimationFrame(scroll);
}
