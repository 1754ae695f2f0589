import { describe, expect, it } from 'vitest';
import { drawn, fresh, grown, handles, moved, polygon, pulled, regionsOf } from '../../components/regions-shape';
import type { Shape } from '../../components/regions-shape';

const size = { width: 400, height: 300 };
const box: Shape = { kind: 'rectangle', x: 10, y: 20, width: 50, height: 30 };
const round: Shape = { kind: 'circle', x: 100, y: 100, radius: 20 };
const many: Shape = { kind: 'polygon', corners: [{ x: 0, y: 0 }, { x: 40, y: 0 }, { x: 0, y: 40 }] };

describe('drawing', () => {
  it.each([
    ['rectangle', { x: 60, y: 50 }, { x: 10.4, y: 20.2 }, box],
    ['rectangle', { x: 390, y: 290 }, { x: 500, y: 999 }, { kind: 'rectangle', x: 390, y: 290, width: 10, height: 10 }],
    ['rectangle', { x: 400, y: 300 }, { x: 400, y: 300 }, { kind: 'rectangle', x: 398, y: 298, width: 2, height: 2 }],
    ['circle', { x: 100, y: 100 }, { x: 112, y: 116 }, round],
    ['circle', { x: -9, y: 100 }, { x: -9, y: 100 }, { kind: 'circle', x: 0, y: 100, radius: 2 }],
  ] as const)('%s from %j to %j', (kind, from, to, shape) => expect(drawn(kind, from, to, size)).toEqual(shape));
  it('aPolygonNeedsThreeCorners', () => {
    expect(polygon([{ x: 0, y: 0 }, { x: 40, y: 0 }], size)).toBeUndefined();
    expect(polygon([{ x: -4, y: 0 }, { x: 40.3, y: 0 }, { x: 0, y: 40 }], size)).toEqual(many);
  });
  it.each(['rectangle', 'circle', 'polygon'] as const)('a fresh %s stands in the middle', (kind) => expect(handles(fresh(kind, size)).every(({ x, y }) => x >= 150 && x <= 250 && y >= 100 && y <= 200)).toBe(true));
});

describe('changing', () => {
  it.each<[Shape, number, number, Shape]>([
    [box, -50, 5, { ...box, x: 0, y: 25 }],
    [box, 999, 999, { ...box, x: 350, y: 270 }],
    [round, 999, -999, { ...round, x: 400, y: 0 }],
    [many, 10, 999, { kind: 'polygon', corners: [{ x: 10, y: 260 }, { x: 50, y: 260 }, { x: 10, y: 300 }] }],
  ])('%j moved by %i, %i', (shape, dx, dy, to) => expect(moved(shape, dx, dy, size)).toEqual(to));
  it.each<[Shape, number, number, Shape]>([
    [box, 5, 999, { ...box, width: 55, height: 280 }],
    [box, -999, 0, { ...box, width: 2 }],
    [round, 5, 0, { ...round, radius: 25 }],
    [round, -999, 0, { ...round, radius: 2 }],
    [many, 40, 0, { kind: 'polygon', corners: [{ x: 0, y: 0 }, { x: 80, y: 0 }, { x: 0, y: 40 }] }],
  ])('%j grown by %i, %i', (shape, dx, dy, to) => expect(grown(shape, dx, dy, size)).toEqual(to));
  it.each<[Shape, number, Shape]>([
    [box, 0, { kind: 'rectangle', x: 60, y: 50, width: 40, height: 40 }],
    [box, 2, { kind: 'rectangle', x: 10, y: 20, width: 90, height: 70 }],
    [round, 0, { ...round, radius: 10 }],
    [many, 1, { kind: 'polygon', corners: [{ x: 0, y: 0 }, { x: 100, y: 90 }, { x: 0, y: 40 }] }],
  ])('%j pulled at handle %i', (shape, handle, to) => expect(pulled(shape, handle, { x: 100, y: 90 }, size)).toEqual(to));
});

it.each(['', '{', '{"a":1}', 'null'])('%s is no list of regions', (text) => expect(regionsOf(text)).toEqual([]));
