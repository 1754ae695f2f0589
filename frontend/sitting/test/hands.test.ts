import { describe, expect, it } from 'vitest';
import { dropIndex, edgeSpeed, shifts } from '../src/sitting/drag';
import { distance, fitted, kept, within } from '../src/sitting/zoom';

describe('dragging a step', () => {
  const rows = [100, 170, 260, 340].map((middle) => ({ middle, height: 60 }));

  it.each([
    [1, 170, 1], [1, 101, 1], [1, 99, 0], [1, 259, 1], [1, 261, 2], [1, 999, 3], [1, -50, 0], [3, 99, 0], [0, 341, 3],
  ])('from %i with its middle at %i it lands at %i', (from, y, to) => expect(dropIndex(rows, from, y)).toBe(to));

  it('theStepsBetweenGiveWayAndTheOthersStay', () => {
    expect(shifts(4, 0, 2, 68)).toEqual([0, -68, -68, 0]);
    expect(shifts(4, 3, 1, 68)).toEqual([0, 68, 68, 0]);
    expect(shifts(4, 2, 2, 68)).toEqual([0, 0, 0, 0]);
  });

  it('thePageScrollsOnlyNearItsEdges', () => {
    expect(edgeSpeed(400, 60, 780)).toBe(0);
    expect(edgeSpeed(60, 60, 780)).toBe(-14);
    expect(edgeSpeed(120, 60, 780)).toBeLessThan(0);
    expect(edgeSpeed(779, 60, 780)).toBe(14);
    expect(edgeSpeed(5000, 60, 780)).toBe(14);
  });
});

describe('enlarging a picture', () => {
  it('fitsIntoTheStageInWidthOrHeight', () => {
    expect(fitted(600, 300, 300, 600)).toEqual({ width: 300, height: 150 });
    expect(fitted(100, 400, 300, 600)).toEqual({ width: 150, height: 600 });
    expect(fitted(0, 0, 300, 600)).toEqual({ width: 300, height: 600 });
  });

  it('staysBetweenFittingAndEightTimesThat', () => expect([within(0.2), within(3), within(99)]).toEqual([1, 3, 8]));

  it('whatLiesUnderTheFingersStaysThere', () => {
    // A point 50 from the edge of a stage scrolled by 100 lies at 150 of the picture; twice as large it lies at 300.
    expect(kept(100, 50, 2)).toBe(250);
    expect(kept(250, 50, 0.5)).toBe(100);
  });

  it('fingersApart', () => expect(distance({ x: 0, y: 0 }, { x: 3, y: 4 })).toBe(5));
});
