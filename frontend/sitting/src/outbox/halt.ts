import type { Refusal } from '../api/client';

/** Why sending has stopped until a person or another part of the page has acted. */
export interface Halt {
  /**
   * superseded: another device took the sitting over. signed-out: the token no longer counts. closed: the attempt
   * takes no answers any more. gone: the server does not know it. kept-out: not from this address or with this browser,
   * until the organizer lets this person in. left: this page has finished with it.
   */
  kind: 'superseded' | 'signed-out' | 'closed' | 'gone' | 'kept-out' | 'left';
  /** The server's own words, in the person's language; may be empty. */
  sentence: string;
  /** Kept out because of the browser, for which there is a configuration. */
  browser?: boolean;
}

/** The attempt goes on, but its clock is another than the one known here: it stands, or more time was given. */
export const aboutTheClock = ({ code }: Refusal): boolean => code === 'attempt.paused' || code === 'attempt.time-left';

/** Not from this address, or not with this browser. */
export const keptOut = ({ code }: Refusal): boolean => code === 'exam.address-refused' || code === 'exam.browser-refused';

/** What a refused request means for all that follow; undefined where only its content was at fault. */
export function haltOf(refusal: Refusal): Halt | undefined {
  if (aboutTheClock(refusal)) return undefined;
  const sentence = refusal.sentence;
  if (keptOut(refusal)) return { kind: 'kept-out', sentence, browser: refusal.body['ownConfig'] === true };
  if (refusal.status === 401 || refusal.status === 403) return { kind: 'signed-out', sentence };
  if (refusal.status === 404) return { kind: 'gone', sentence };
  if (refusal.status === 409) return { kind: refusal.code === 'attempt.superseded' ? 'superseded' : 'closed', sentence };
  return undefined;
}
