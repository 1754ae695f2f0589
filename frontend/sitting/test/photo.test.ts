import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fittedTo, kindOf, MOST_BYTES, prepared } from '../src/sitting/photo';
import type { Lens } from '../src/sitting/photo';
import { digest, sha256 } from '../src/sitting/sha256';

const bytes = (text: string, length = text.length): ArrayBuffer => {
  const all = new Uint8Array(length);
  [...text].forEach((sign, at) => (all[at] = sign.charCodeAt(0)));
  return all.buffer;
};

const JPEG = '\u00ff\u00d8\u00ff\u00e1 with the place where it was taken';

interface Drawn {
  width: number;
  height: number;
  type: string;
}

/** A lens for pictures of that size; what it draws weighs so much. */
const lens = (width: number, height: number, drawn: Drawn[] = [], weight = 1000): Lens => ({
  open: () => Promise.resolve({
    width, height, close: () => undefined,
    draw(w, h, type) {
      drawn.push({ width: w, height: h, type });
      return Promise.resolve(new Blob([new Uint8Array(type === 'image/png' ? weight : 1000)], { type }));
    },
  }),
});

const blind: Lens = { open: () => Promise.reject(new Error('no')) };

describe('a chosen file', () => {
  it.each([
    [JPEG, 'image/jpeg'],
    ['\u0089PNG\r\n', 'image/png'],
    ['RIFF....WEBPVP8 ', 'image/webp'],
    ['%PDF-1.7', 'application/pdf'],
    ['\0\0\0\u0018ftypheic', 'image/heic'],
    ['<svg onload=x>', undefined],
    ['PK\u0003\u0004', undefined],
    ['', undefined],
  ])('isKnownByItsFirstBytes %j', (head, kind) => expect(kindOf(bytes(head))).toBe(kind));

  it('aPhotographIsDrawnAnewAndMadeSmaller', async () => {
    const drawn: Drawn[] = [];
    const ready = await prepared(new Blob([bytes(JPEG)]), lens(4000, 3000, drawn));
    expect(drawn).toEqual([{ width: 2400, height: 1800, type: 'image/jpeg' }]);
    expect([ready.type, ready.bytes.byteLength]).toEqual(['image/jpeg', 1000]);
  });

  it('aSmallPhotographIsDrawnAnewTooSoThatNothingIsLeftOfItsPlace', async () => {
    const drawn: Drawn[] = [];
    const ready = await prepared(new Blob([bytes(JPEG)]), lens(640, 480, drawn));
    expect(drawn).toEqual([{ width: 640, height: 480, type: 'image/jpeg' }]);
    expect(new TextDecoder().decode(ready.bytes)).not.toContain('place');
  });

  it('aDrawingStaysSharpUnlessItWeighsMoreThanAPhotograph', async () => {
    expect((await prepared(new Blob([bytes('\u0089PNG')]), lens(800, 600))).type).toBe('image/png');
    expect((await prepared(new Blob([bytes('\u0089PNG')]), lens(800, 600, [], 2_000_000))).type).toBe('image/jpeg');
  });

  it('aPdfStaysAsItIs', async () => {
    const pdf = bytes('%PDF-1.7 page');
    const ready = await prepared(new Blob([pdf]), blind);
    expect([ready.type, ready.hash]).toEqual(['application/pdf', createHash('sha256').update(new Uint8Array(pdf)).digest('hex')]);
  });

  it.each([
    ['<html>', 'kind'],
    ['\0\0\0\u0018ftypheic', 'heic'],
    [JPEG, 'broken'],
    ['', 'empty'],
  ])('says why it cannot be handed in: %j', async (head, why) => {
    await expect(prepared(new Blob([bytes(head)]), blind)).rejects.toMatchObject({ why });
  });

  it('isNotTakenWhereItIsTooLarge', async () => {
    await expect(prepared(new Blob([bytes('%PDF-', MOST_BYTES + 1)]), blind)).rejects.toMatchObject({ why: 'large' });
  });

  it('isNeverMadeLarger', () => {
    expect(fittedTo(2400, 300, 200)).toEqual({ width: 300, height: 200 });
    expect(fittedTo(2400, 10_000, 1)).toEqual({ width: 2400, height: 1 });
  });
});

describe('sha256', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_001])('withoutTheBrowsersHelpIsTheSame %i', (length) => {
    const some = Uint8Array.from({ length }, (_, at) => (at * 31) % 251);
    expect(Buffer.from(digest(some)).toString('hex')).toBe(createHash('sha256').update(some).digest('hex'));
  });

  it('withItToo', async () => {
    expect(await sha256(bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
