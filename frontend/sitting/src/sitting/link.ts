import type { Client } from '../api/client';
import type { Receipt, Step } from '../api/types';

type Events = Parameters<Client['noteEvents']>[2];

/** The way of one attempt to the server, under the token of now. */
export class Link {
  constructor(
    private readonly client: Client,
    private readonly id: string,
    public token: string,
  ) {}

  facts = () => this.client.attempt(this.id, this.token);

  /** The clock, where it is another than that of this version. */
  clock = (version: number) => this.client.clockOf(this.id, this.token, version);

  send = (steps: Step[]) => this.client.save(this.id, this.token, steps);

  lastSequence = async (): Promise<number> => (await this.facts()).lastSequence;

  check = ({ slot, sequence, value }: Step) => this.client.check(this.id, this.token, slot, sequence, value);

  assess = (slot: number, sequence: number, said: string[]) => this.client.assess(this.id, this.token, slot, sequence, said);

  report = (slot: number, reason: string, words: string) => this.client.report(this.id, this.token, slot, reason, words);

  sendWork = (hash: string, bytes: ArrayBuffer) => this.client.sendWork(this.id, this.token, hash, bytes);

  work = (hash: string) => this.client.work(this.id, this.token, hash);

  handIn = (automatic: boolean): Promise<Receipt> => this.client.handIn(this.id, this.token, automatic);

  noteEvents = (events: Events) => this.client.noteEvents(this.id, this.token, events);
}
