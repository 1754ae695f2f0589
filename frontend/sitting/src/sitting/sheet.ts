import type { Criterion, ResponseValue, Sheet } from '../api/types';
import { asTyped, isNumber, sheetOf } from './response';

/** Whether so much may be taken off a criterion. */
export function isDeduction(text: string, { points }: Pick<Criterion, 'points'>): boolean {
  const number = asTyped(text);
  return isNumber(number) && Number(number) >= 0 && Number(number) <= points;
}

/** The sheet after one criterion was looked at. */
export function assessed(value: ResponseValue, token: string, deduction: string, seconds: number): Sheet {
  return { deductions: { ...sheetOf(value).deductions, [token]: asTyped(deduction) }, seconds };
}

/** What the sheet comes to so far, of how much, and how many criteria are open. */
export function sum(criteria: readonly Criterion[], value: ResponseValue): { got: number; of: number; open: number } {
  const { deductions } = sheetOf(value);
  const looked = criteria.filter(({ token }) => deductions[token] !== undefined);
  const got = looked.reduce((total, { token, points }) => total + points - Number(deductions[token]), 0);
  const round = (number: number) => Math.round(number * 100) / 100;
  return { got: round(got), of: round(criteria.reduce((total, { points }) => total + points, 0)), open: criteria.length - looked.length };
}
