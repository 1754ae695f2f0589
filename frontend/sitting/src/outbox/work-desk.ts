import type { ResponseValue, WorkFile } from '../api/types';
import type { Halt } from './halt';
import type { Keep, KeptWork } from './keep';
import type { Pacing } from './outbox';

/** What the files need of the sitting around them. */
export interface WorkDesk {
  attemptId: string;
  keep: Keep;
  pacing: Pacing;
  /** Sends a file under its hash; the same again is the same. */
  send(hash: string, bytes: ArrayBuffer): Promise<WorkFile>;
  value(slot: number): ResponseValue;
  /** How many files a response may name; the server refuses one with more as a whole, its text with it. */
  most(slot: number): number;
  /** Puts a response into the outbox; it is on this device when the promise resolves. */
  put(slot: number, value: ResponseValue): Promise<void>;
  /** Nothing is sent until something else has happened. */
  stopped(): boolean;
  stop(halt: Halt): void;
  changed(): void;
}

/** A file as it is sent. */
export type ReadyFile = Pick<KeptWork, 'hash' | 'bytes' | 'type'>;

/** How a file got on that was to be added: it may stand there already, or there may be no room for it. */
export type Added = 'added' | 'twice' | 'full';
