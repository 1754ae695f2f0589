import { html, nothing } from 'lit';
import type { WorkFile } from '../api/types';
import { prepared, Unfit } from '../sitting/photo';
import { filesOf } from '../sitting/response';
import type { Sitting } from '../sitting/sitting';
import { t } from '../texts';
import { camera, clip, cloudOff, dots, tick, warn } from './icons';
import { LightElement } from './light-element';
import { workTile } from './work-tile';

export interface WorkView {
  sitting: Sitting;
  slot: number;
  /** How many may be handed in. */
  most: number;
  stemId: string;
  locked: boolean;
}

/** What the file dialog offers; phones turn their own formats into these by themselves when they are asked so. */
const ACCEPTED = 'image/jpeg,image/png,image/webp,application/pdf';

/** Photographs and files of one response: adding, looking, taking out, and how each stands. */
export class WorkField extends LightElement {
  static override properties = { view: { attribute: false } };
  declare view: WorkView;

  override render() {
    const { sitting, slot, most, locked } = this.view;
    const saved = filesOf(sitting.value(slot));
    const waiting = sitting.work.of(slot);
    const { preparing } = sitting.work;
    const count = sitting.work.countOf(slot);
    if (locked && count === 0) return nothing;
    return html`
      <section class="work" aria-labelledby="work-${slot}" data-test="work">
        <div class="work-head"><h2 id="work-${slot}">${t().workTitle}</h2><span class="small muted">${t().workCount(count, most)}</span></div>
        ${count === 0 ? html`<p class="small muted">${t().workHint(most)}</p>` : nothing}
        <ul class="work-tiles">
          ${saved.map((hash, at) => this.savedTile(hash, at))}
          ${waiting.map((work, at) => workTile({
            key: work.hash, name: t().workName(saved.length + at + 1), type: work.type, load: () => Promise.resolve(new Blob([work.bytes], { type: work.type })),
            state: work.state === 'refused' ? { tone: 'bad', icon: warn(16), text: t().workRefused } : sitting.work.isUnderWay(work) ? underWay() : waitsForALine(),
            remove: locked ? undefined : () => this.takeOut(work.hash, saved.length + at + 1),
          }))}
          ${Array.from({ length: preparing.of(slot) }, () => html`<li class="work-tile"><div class="work-look busy"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span></div><p class="work-state busy">${t().workPreparing}</p></li>`)}
        </ul>
        ${waiting.map(({ sentence }, at) => (sentence ? html`<p class="note bad" role="alert" data-test="work-refused">${t().workWhy(saved.length + at + 1, sentence)}</p>` : nothing))}
        ${(preparing.problems.get(slot) ?? []).map((problem) => html`<p class="note warn" role="alert" data-test="work-problem">${problem}</p>`)}
        ${sitting.work.durable ? nothing : html`<p class="note warn" role="status">${t().workMemoryOnly}</p>`}
        ${locked ? nothing : this.buttons(most - count)}
      </section>
    `;
  }

  private savedTile(hash: string, at: number) {
    const { sitting, slot, locked } = this.view;
    const known: WorkFile | undefined = sitting.work.known.get(hash);
    const pending = sitting.outbox.answers.get(slot)?.state !== 'saved';
    return workTile({
      key: hash, name: t().workName(at + 1), type: known?.type, size: known?.size, load: () => sitting.file(hash),
      state: pending ? (sitting.outbox.trouble ? waitsForALine() : underWay()) : { tone: 'good', icon: tick(16), text: t().workSaved },
      remove: locked ? undefined : () => this.takeOut(hash, at + 1),
    });
  }

  private buttons(left: number) {
    if (left <= 0) return html`<p class="small muted" data-test="work-full">${t().workFull}</p>`;
    const phone = typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;
    const input = (test: string, words: string, icon: unknown, camera: boolean) => html`
      <label class="btn quiet work-add">${icon}<span>${words}</span>
        <input class="sr" type="file" data-test=${test} accept=${camera ? 'image/*' : ACCEPTED} capture=${camera ? 'environment' : nothing} ?multiple=${!camera} aria-describedby="work-${this.view.slot}" @click=${() => this.view.sitting.presence?.adding()} @cancel=${() => this.view.sitting.presence?.added()} @change=${this.chosen} />
      </label>`;
    return html`<div class="work-acts">${phone ? input('work-camera', t().workCamera, camera(22), true) : nothing}${input('work-file', t().workFile, clip(22), false)}</div>`;
  }

  private takeOut(hash: string, number: number): void {
    const { sitting, slot } = this.view;
    sitting.removeFile(slot, hash);
    sitting.work.preparing.tell(slot, []);
    this.requestUpdate();
    void this.updateComplete.then(() => (this.querySelector<HTMLElement>('.work-remove, .work-add input') ?? this).focus());
    this.dispatchEvent(new CustomEvent('said', { detail: t().workRemoved(number), bubbles: true }));
  }

  private readonly chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    this.view.sitting.presence?.added();
    // The same file may be chosen again after it was taken out.
    input.value = '';
    this.take(files);
  };

  private take(files: File[]): void {
    const { sitting: { work }, slot, most } = this.view;
    const taken = files.slice(0, work.roomOf(slot));
    work.preparing.tell(slot, taken.length < files.length ? [t().workTooMany(most, files.length - taken.length)] : []);
    for (const file of taken) {
      const tell = (problem: string) => work.preparing.tell(slot, [...(work.preparing.problems.get(slot) ?? []), problem]);
      void work.prepare(slot, () => prepared(file)).then(
        (how) => {
          if (how === 'twice') tell(t().workTwice(file.name));
          if (how === 'full') tell(t().workTooMany(most, 1));
        },
        (error: unknown) => tell(t().workUnfit[error instanceof Unfit ? error.why : 'broken'](file.name)),
      );
    }
  }
}

const underWay = () => ({ tone: 'busy' as const, icon: dots(16), text: t().workSending });
const waitsForALine = () => ({ tone: 'warn' as const, icon: cloudOff(16), text: t().workWaiting });

customElements.define('lb-work', WorkField);
