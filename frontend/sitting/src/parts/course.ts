import { html, nothing } from 'lit';
import type { Course, NotedEvent } from '../api/types';
import { client } from '../services';
import { clockText, timeOfDay } from '../sitting/format';
import { t } from '../texts';
import { LightElement } from './light-element';

/** The server's limit. */
const LONGEST = 500;

/** What was noted around the answers, as the organizer reads it, and what the candidate has to say. Hooks: course, remark, remark-send, remark-saved. */
export class CourseCard extends LightElement {
  static override properties = { attemptId: {}, token: {} };
  declare attemptId: string;
  declare token: string;
  private course: Course | undefined;
  private words = '';
  private writing = false;
  private failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void client.course(this.attemptId, this.token).then((course) => this.take(course), () => undefined);
  }

  override render() {
    const { course } = this;
    if (!course) return nothing;
    const away = course.events.filter(({ kind, cause }) => kind !== 'TAKEN_OVER' && cause !== 'ADDING_WORK');
    const work = course.events.filter(({ cause }) => cause === 'ADDING_WORK');
    const total = away.length > 0 ? t().courseTotal(away.length, lasting(away)) : work.length > 0 ? t().courseWork(work.length, lasting(work)) : t().courseNone;
    return html`
      <details class="course card" data-test="course">
        <summary><span>${t().course}</span><span class="small muted">${total}</span></summary>
        ${course.events.length > 0 ? html`<ol>${course.events.map((event) => this.line(event))}</ol><p class="small muted">${t().courseWords}</p>` : nothing}
        ${this.remark(course)}
      </details>
    `;
  }

  private line(event: NotedEvent) {
    const why = event.kind === 'TAKEN_OVER' ? '' : event.cause ? t().causes[event.cause] : t().notBack;
    return html`<li><b>${timeOfDay(event.happenedAt, t().lang)}</b><span>${[t().events[event.kind], why].filter(Boolean).join(' · ')}</span><span>${event.seconds === null ? '' : clockText(event.seconds)}</span></li>`;
  }

  private remark(course: Course) {
    if (course.remark && !this.writing) {
      return html`<p class="written-text">${course.remark}</p>
        <p class="small muted" role="status" data-test="remark-saved">${t().remarkSaved(timeOfDay(course.remarkedAt ?? '', t().lang))}</p>
        <button class="btn quiet wide" @click=${() => this.write(true)}>${t().remarkChange}</button>`;
    }
    return html`
      <label class="report-words">${t().remark}
        <textarea rows="3" maxlength=${LONGEST} data-test="remark" .value=${this.words} @input=${(event: Event) => (this.words = (event.target as HTMLTextAreaElement).value)}></textarea>
      </label>
      ${this.failed ? html`<p class="note warn" role="alert">${t().remarkFailed}</p>` : nothing}
      <button class="btn quiet wide" data-test="remark-send" @click=${this.send}>${t().remarkSend}</button>
    `;
  }

  private write(writing: boolean): void {
    this.writing = writing;
    this.requestUpdate();
  }

  private take(course: Course): void {
    this.course = course;
    this.words = course.remark ?? '';
    this.failed = false;
    this.write(false);
  }

  private readonly send = async (): Promise<void> => {
    try {
      this.take(await client.remark(this.attemptId, this.token, this.words));
    } catch {
      this.failed = true;
      this.requestUpdate();
    }
  };
}

/** How long they took together. */
const lasting = (events: NotedEvent[]) => clockText(events.reduce((sum, event) => sum + (event.seconds ?? 0), 0));

customElements.define('lb-course', CourseCard);
