import { describe, expect, it } from 'vitest';
import { fitting, turnedBy } from '../../components/shelf-size';

describe('a picture before its marker', () => {
  it('isTurnedRoundAndRound', () => {
    expect([turnedBy(0, 90), turnedBy(270, 90), turnedBy(0, -90), turnedBy(90, -180)]).toEqual([90, 0, 270, 270]);
  });

  it('fitsTheStageTurnedOrNot', () => {
    const stage = { width: 600, height: 400 };
    expect(fitting({ width: 1200, height: 400 }, 0, stage)).toBe(0.5);
    expect(fitting({ width: 1200, height: 400 }, 90, stage)).toBeCloseTo(1 / 3);
    expect(fitting({ width: 3000, height: 4000 }, 180, stage)).toBe(0.1);
  });

  it('isNotBlownUpWhereItIsSmall', () => {
    expect(fitting({ width: 20, height: 20 }, 0, { width: 600, height: 400 })).toBe(2);
  });
});
