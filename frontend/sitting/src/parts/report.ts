import { html, nothing } from 'lit';
import { ErrorReport, LONGEST, REASONS } from '../sitting/report';
import type { SendReport } from '../sitting/report';
import { t } from '../texts';
import { dialog } from './dialog';
import { LightElement } from './light-element';

/** 报错 below the feedback: a reason, a few words, sent at once. Hooks: report, report-dialog, report-reason, report-words, report-send, report-sent. */
export class Report extends LightElement {
  static override properties = { send: { attribute: false } };
  declare send: SendReport;
  private readonly report = new ErrorReport((reason, words) => this.send(reason, words), () => this.requestUpdate());

  override render() {
    const { report } = this;
    if (report.phase === 'sent') return html`<p class="note good" role="status" data-test="report-sent">${t().reportSent}</p>`;
    return html`
      <button class="link-button report-open" data-test="report" @click=${() => report.open()}>${t().report}</button>
      ${report.phase === 'closed' ? nothing : this.form()}
    `;
  }

  private form() {
    const { report } = this;
    const close = () => report.close();
    const sending = report.phase === 'sending';
    const reasons = REASONS.map((reason) => html`
      <button class="chip" role="radio" aria-checked=${String(report.reason === reason)} aria-pressed=${String(report.reason === reason)}
        data-test="report-reason" data-reason=${reason} @click=${() => report.choose(reason)}>${t().reportReasons[reason]}</button>`);
    const content = html`
      <div class="chips report-reasons" role="radiogroup" aria-label=${t().reportTitle}>${reasons}</div>
      <label class="report-words">${report.reason === 'other' ? t().reportWordsNeeded : t().reportWords}
        <textarea rows="3" maxlength=${LONGEST} data-test="report-words" .value=${report.words} @input=${(event: Event) => report.write((event.target as HTMLTextAreaElement).value)}></textarea>
      </label>
      ${this.trouble()}
    `;
    const acts = html`
      <button class="btn quiet" @click=${close}>${t().reportCancel}</button>
      <button class="btn" data-test="report-send" ?disabled=${!report.ready || sending} @click=${() => void report.submit()}>${sending ? t().reportSending : t().reportSend}</button>
    `;
    return dialog({ title: t().reportTitle, content, acts, close, test: 'report-dialog' });
  }

  private trouble() {
    const { trouble } = this.report;
    if (!trouble) return nothing;
    return html`<p class="note warn" role="alert" data-test="report-trouble">${'offline' in trouble ? t().reportOffline : trouble.sentence || t().reportFailed}</p>`;
  }
}

customElements.define('lb-report', Report);

/** The way to report the item whose feedback was given. */
export const reportLine = (send: SendReport) => html`<lb-report class="report" .send=${send}></lb-report>`;
