import type { Arrangement, Form, Option, Result, ResultSlot, SentResult, Slot, SlotType } from '../api/types';
import { t } from '../texts';

/** A slot as this candidate sees it: at its place in the order, its options in the candidate's own order. */
export interface Place {
  /** 1-based, as shown: 第 3 题. */
  position: number;
  slot: Slot;
  options: Option[];
  section: Form['sections'][number] | undefined;
  /** The case it is a part of. */
  caseStem: string | undefined;
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
    const slot = varied(bySlot.get(number) as Slot, arrangement.variants?.[String(number)] ?? 0);
    return {
      position: index + 1,
      slot,
      options: permuted(slot.options ?? [], arrangement.options?.[String(number)]),
      section: form.sections[slot.section - 1],
      caseStem: form.cases?.find(({ group }) => group === slot.group)?.stem,
    };
  });
}

/** The places of the section in which this one stands, in their order. */
export function sectionAround(places: readonly Place[], index: number): Place[] {
  const same = (at: number) => places[at]?.section === places[index]?.section;
  let from = index;
  let to = index;
  while (from > 0 && same(from - 1)) from -= 1;
  while (to < places.length - 1 && same(to + 1)) to += 1;
  return places.slice(from, to + 1);
}

/** The slot with stem and options of the candidate's own variant, where it has variants. */
function varied(slot: Slot, variant: number): Slot {
  const own = slot.variants?.[variant] ?? slot.variants?.[0];
  return own ? { ...slot, stem: own.stem, options: own.options ?? null } : slot;
}

/** The two options of a true-or-false item are no text of the item but words of ours, in the language of now. */
export function worded(type: SlotType, options: Option[]): Option[] {
  return type === 'true-false' && options.length === 2 ? options.map((option, at) => ({ ...option, text: at === 0 ? t().truth : t().falsehood })) : options;
}

function permuted(options: Option[], order: number[] | undefined): Option[] {
  if (!order || order.length !== options.length || new Set(order).size !== options.length) return options;
  const result = order.map((index) => options[index]);
  return result.every((option): option is Option => option !== undefined) ? result : options;
}

/** A result without the slots of which nothing is told; how many those are, it says itself. */
export const told = (result: SentResult): Result => ({ ...result, slots: result.slots.filter((slot): slot is ResultSlot => slot.correct !== null) });

/** A result in the order in which the candidate saw the paper, each item with its place there. */
export function inOrderSeen(slots: ResultSlot[], arrangement: Arrangement | undefined): { slot: ResultSlot; position: number }[] {
  const order = arrangement?.slots ?? [];
  const place = (slot: ResultSlot, index: number) => (order.indexOf(slot.slot) >= 0 ? order.indexOf(slot.slot) : index);
  return slots
    .map((slot, index) => ({ slot: { ...slot, options: worded(slot.type, permuted(slot.options ?? [], arrangement?.options?.[String(slot.slot)])) }, position: place(slot, index) + 1 }))
    .sort((one, other) => one.position - other.position);
}
