import { describe, expect, it } from 'vitest';
import { chooseLanguage, currentLanguage } from '../src/texts';
import { en } from '../src/texts/en';
import { zh } from '../src/texts/zh';

const HAN = /\p{Script=Han}/u;
// English shows the other language's name in that language.
const FOREIGN = ['otherLanguage'];
const LISTING = ['notCounted'];

function paths(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => (value && typeof value === 'object' ? paths(value as object, `${prefix}${key}.`) : [`${prefix}${key}`]));
}

function said(texts: object, path: string): string {
  const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], texts);
  if (typeof value !== 'function') return String(value);
  // One text takes the places of several items at once.
  return String(LISTING.includes(path) ? (value as (numbers: number[]) => unknown)([2, 3]) : (value as (...numbers: number[]) => unknown)(2, 3));
}

describe('texts', () => {
  it('bothLanguagesSayTheSameThings', () => {
    expect(paths(en)).toEqual(paths(zh));
  });

  it('nothingIsEmptyInOneLanguageOnly', () => {
    for (const path of paths(zh)) expect(said(en, path) === '', path).toBe(said(zh, path) === '');
  });

  it('englishHoldsNoChinese', () => {
    expect(paths(en).filter((path) => !FOREIGN.includes(path) && HAN.test(said(en, path)))).toEqual([]);
  });

  it('textsWithNumbersUseThem', () => {
    for (const [name, texts] of Object.entries({ zh, en })) {
      for (const path of paths(texts)) {
        const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], texts);
        if (typeof value === 'function') expect(said(texts, path), `${name} ${path}`).toMatch(/2/);
      }
    }
  });

  it('noTextIsHardCodedOutsideTheTexts', () => {
    const sources = import.meta.glob('../src/**/*.ts', { query: '?raw', import: 'default', eager: true }) as Record<string, string>;
    const comments = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;
    const guilty = Object.entries(sources)
      .filter(([path, text]) => !path.includes('/texts/') && HAN.test(text.replace(comments, '')))
      .map(([path]) => path);
    expect(Object.keys(sources).length).toBeGreaterThan(10);
    expect(guilty).toEqual([]);
  });
});

describe('language', () => {
  it.each([
    ['en', ['zh-CN'], 'en'],
    [null, ['zh-CN', 'en'], 'zh'],
    [null, ['en-GB'], 'en'],
    [null, ['fr', 'en-US'], 'en'],
    ['fr', ['de'], 'zh'],
    [null, [], 'zh'],
  ])('asked for %s with %j is %s', (asked, preferred, expected) => {
    chooseLanguage(asked, preferred);
    expect(currentLanguage()).toBe(expected);
  });
});
