import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { t, toggleLanguage } from '../texts';

export const languageButton = () => html`
  <button class="link-button" lang=${t().lang === 'en' ? 'zh-CN' : 'en'} title=${t().switchLanguage} data-test="language" @click=${toggleLanguage}>${t().otherLanguage}</button>
`;

/** The frame of every page that is not the player: the name, the language, one column. */
export const page = (content: unknown, wide = false) => html`
  <div class="page ${wide ? 'page-wide' : ''}">
    <header class="page-top"><a class="brand" href="/">${t().product}</a>${languageButton()}</header>
    <main class="page-main">${content}</main>
  </div>
`;

interface Message {
  icon?: unknown;
  tone?: 'good' | 'warn' | 'bad' | '';
  title: string;
  text?: unknown;
  acts?: TemplateResult | typeof nothing;
  test?: string;
}

/** One thing said on a page of its own: what happened, what was kept, what to do. */
export const message = ({ icon, tone = '', title, text, acts, test }: Message) => html`
  <section class="message ${tone}" data-test=${test ?? 'message'} role="status">
    ${icon ? html`<div class="message-icon">${icon}</div>` : nothing}
    <h1>${title}</h1>
    ${text ? html`<p class="muted">${text}</p>` : nothing}
    ${acts ? html`<div class="message-acts">${acts}</div>` : nothing}
  </section>
`;

export const homeLink = (url = '/') => html`<a class="btn quiet" href=${url} data-test="home">${t().home}</a>`;

export const busy = (text: string) => html`<div class="page-busy" role="status" data-test="busy"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><p>${text}</p></div>`;
