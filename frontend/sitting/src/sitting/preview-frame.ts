import type { Form } from '../api/types';
import type { Language } from '../texts';

/** What the editor asks of the frame: this form, in this language. */
export interface Order {
  form: Form;
  language: Language;
}

/** What the frame has to say of itself. */
export const heightOf = (height: number) => ({ kind: 'height', height });

/** The order in a message, if it comes from the page around this frame, of this very origin, and is one. */
export function orderOf(event: Pick<MessageEvent, 'origin' | 'source' | 'data'>, own: { origin: string; editor: unknown }): Order | undefined {
  if (event.origin !== own.origin || event.source !== own.editor) return undefined;
  const { kind, form, language } = (event.data ?? {}) as { kind?: unknown; form?: unknown; language?: unknown };
  if (kind !== 'show' || typeof form !== 'string') return undefined;
  try {
    const read = JSON.parse(form) as Form;
    return Array.isArray(read.slots) ? { form: read, language: language === 'en' ? 'en' : 'zh' } : undefined;
  } catch {
    return undefined;
  }
}
