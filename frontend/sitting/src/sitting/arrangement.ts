import type { Arrangement, Form, Option, Slot } from '../api/types';

/** A slot as this candidate sees it: at its place in the order, its options in the candidate's own order. */
export interface Place {
  /** 1-based, as shown: 第 3 题. */
  position: number;
  slot: Slot;
  options: Option[];
  section: string;
}

/**
 * The paper in the candidate's order. The server's arrangement is a permutation; where a part of it does not fit the
 * form (an older paper in the cache), the form's own order stands, so that no item is ever lost.
 */
export function arranged(form: Form, arrangement: Arrangement): Place[] {
  const bySlot = new Map(form.slots.map((slot) => [slot.slot, slot]));
  const order = arrangement.slots.filter((slot, index, all) => bySlot.has(slot) && all.indexOf(slot) === index);
  const missing = form.slots.map(({ slot }) => slot).filter((slot) => !order.includes(slot));
  return [...order, ...missing].map((number, index) => {
    const slot = bySlot.get(number) as Slot;
    return {
      position: index + 1,
      slot,
      options: permuted(slot.options ?? [], arrangement.options?.[String(number)]),
      section: sectionName(form, slot),
    };
  });
}

function permuted(options: Option[], order: number[] | undefined): Option[] {
  if (!order || order.length !== options.length || new Set(order).size !== options.length) return options;
  const result = order.map((index) => options[index]);
  return result.every((option): option is Option => option !== undefined) ? result : options;
}

/** A slot names its section by its number from 1, or by its name. */
function sectionName(form: Form, slot: Slot): string {
  return typeof slot.section === 'number' ? (form.sections[slot.section - 1]?.name ?? '') : (slot.section ?? '');
}
