import { describe, expect, it } from 'vitest';
import { Calculator, calculatorKey, evaluate } from '../src/sitting/calculator';
import { decimal, shown } from '../src/sitting/decimal';

const result = (expression: string, memory = '0') => {
  const value = evaluate(expression, decimal(memory));
  return value && shown(value);
};

describe('calculating', () => {
  it.each([
    ['0.1+0.2', '0.3'], ['0.3-0.1', '0.2'], ['1.1×1.1', '1.21'], ['4.35×100', '435'], ['1.005×1000', '1005'], ['9.95+0.05', '10'],
    ['1÷3', '0.333333333333'], ['1÷3×3', '1'], ['2÷3', '0.666666666667'], ['10÷4', '2.5'], ['7÷0', undefined], ['0÷7', '0'],
    ['2+3×4', '14'], ['(2+3)×4', '20'], ['8-3-2', '3'], ['8÷4÷2', '1'], ['-2+5', '3'], ['3×-2', '-6'], ['--4', '4'],
    ['√2', '1.41421356237'], ['√2×√2', '2'], ['√0.0625', '0.25'], ['√144', '12'], ['√(9+16)', '5'], ['√-1', undefined], ['3√4', '6'], ['√0', '0'],
    ['2^10', '1024'], ['1.1^2', '1.21'], ['2^-1', '0.5'], ['-2^2', '-4'], ['(-2)^3', '-8'], ['2^3^2', '512'], ['9^0.5', '3'], ['4^1.5', '8'], ['4^(-0.5)', '0.5'],
    ['2^0.3', undefined], ['0^-1', undefined], ['5^0', '1'], ['0^0', '1'],
    ['380×√3', '658.179306876'], ['220÷44', '5'], ['2(3+4)', '14'], ['2(3+4', '14'], ['.5+.5', '1'], ['5.', '5'],
    ['999999999999+1', '1×10^12'], ['123456789×987654321', '1.21932631113×10^17'], ['0.000001×0.0000001', '1×10^-13'], ['1÷8', '0.125'], ['0.00001', '0.00001'],
    ['', undefined], ['+', undefined], ['2+', undefined], ['()', undefined], ['2..3', undefined], ['2a', undefined], [')', undefined],
    ['M+1', '8'], ['2M', '14'],
  ])('%s is %s', (expression, expected) => expect(result(expression, '7')).toBe(expected));

  it('isExactWhereABinaryNumberIsNot', () => {
    expect(0.1 + 0.2 === 0.3).toBe(false);
    let sum = decimal('0');
    for (let times = 0; times < 1000; times += 1) sum = evaluate(`M+0.001`, sum) ?? sum;
    expect(shown(sum)).toBe('1');
  });

  it('aHugePowerIsNoTrap', () => {
    expect(result('9^1000')).toBe('1.74787125172×10^954');
    expect(result('9^1001')).toBeUndefined();
    expect(result('9^9^9')).toBeUndefined();
  });
});

describe('the keys', () => {
  const press = (keys: string, calculator = new Calculator()) => {
    keys.split(' ').forEach((key) => calculator.press(key));
    return calculator;
  };

  it.each([
    ['0 . 1 + 0 . 2 =', '0.3'], ['1 ÷ 3 = × 3 =', '1'], ['2 + 3 = 7 =', '7'], ['2 + 3 = ⌫ 4 =', '4'], ['3 - 5 = ^ 2 =', '4'], ['9 x² =', '81'], ['√ 1 6 = + 1 =', '5'],
    ['1 2 ⌫ 3 =', '13'], ['5 C 6 =', '6'], ['5 M+ C 3 M+ C MR =', '8'], ['5 M+ C 3 M− C MR =', '2'], ['5 M+ MC MR =', '0'],
  ])('%s shows %s', (keys, display) => expect(press(keys).display).toBe(display));

  it('saysWhatDoesNotWorkAndKeepsIt', () => {
    const calculator = press('5 ÷ 0 =');
    expect([calculator.failed, calculator.display, calculator.expression]).toEqual([true, '', '5÷0']);
    expect(press('⌫ 2 =', calculator).display).toBe('2.5');
    expect(press('M+', new Calculator()).remembers).toBe(false);
  });

  it('takesNoEndlessExpression', () => {
    expect(press(Array(200).fill('9').join(' ')).expression).toHaveLength(80);
  });

  it.each([['*', '×'], ['/', '÷'], ['Enter', '='], ['7', '7'], ['Backspace', '⌫'], ['Escape', undefined], ['Tab', undefined], ['q', undefined], ['^', '^']])('the key %s is %s', (key, expected) => expect(calculatorKey(key)).toBe(expected));
});
