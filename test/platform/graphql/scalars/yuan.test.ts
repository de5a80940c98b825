import { Kind, type ValueNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fen } from '../../../../src/domain/kernel/money.js';
import { YuanScalar } from '../../../../src/platform/graphql/scalars/index.js';

const literal = (kind: Kind.STRING | Kind.INT | Kind.FLOAT, value: string): ValueNode => ({ kind, value });

describe('the scalar Yuan', () => {
  it.each([
    ['7500.00', 750_000],
    ['7500', 750_000],
    ['0.5', 50],
    ['-12.30', -1_230],
    [7500, 750_000],
    [7500.1, 750_010],
    [0.29, 29],
    [9_999_999_999_999.99, 999_999_999_999_999],
  ])('reads %j as %i fen', (value, amount) => {
    expect(YuanScalar.parseValue(value)).toBe(amount);
  });

  it.each([
    ['7500.005', 'an amount in yuan has at most two decimals; "7500.005" has 3'],
    [7500.005, 'an amount in yuan has at most two decimals; "7500.005" has 3'],
    [0.1 + 0.2, 'an amount in yuan has at most two decimals; a text of 19 characters has 17'],
    ['99999999999999', 'an amount in yuan has at most 13 digits before the point; a text of 14 characters has more'],
    ['7,500', 'an amount in yuan is written in digits with at most two decimals, e.g. "7500.00"; found "7,500"'],
    ['', 'an amount in yuan is written in digits with at most two decimals, e.g. "7500.00"; found ""'],
    ['7.5e3', 'an amount in yuan is written in digits with at most two decimals, e.g. "7500.00"; found "7.5e3"'],
    [1e21, 'an amount in yuan is written in digits with at most two decimals, e.g. "7500.00"; found "1e+21"'],
    [true, 'an amount in yuan is a string such as "7500.00" or a number'],
  ])('refuses %j', (value, message) => {
    expect(() => YuanScalar.parseValue(value)).toThrow(message);
  });

  it('reads literals by their digits, so that no binary float comes between', () => {
    expect(YuanScalar.parseLiteral(literal(Kind.FLOAT, '7500.10'))).toBe(750_010);
    expect(YuanScalar.parseLiteral(literal(Kind.INT, '7500'))).toBe(750_000);
    expect(YuanScalar.parseLiteral(literal(Kind.STRING, '7500.00'))).toBe(750_000);
    expect(() => YuanScalar.parseLiteral(literal(Kind.FLOAT, '7500.100'))).toThrow('has 3');
    expect(() => YuanScalar.parseLiteral({ kind: Kind.BOOLEAN, value: true })).toThrow('a string such as');
  });

  it('writes fen with two decimals, and nothing that is no whole number of fen', () => {
    expect(YuanScalar.serialize(fen(750_000))).toBe('7500.00');
    expect(YuanScalar.serialize(fen(-5))).toBe('-0.05');
    expect(() => YuanScalar.serialize(0.5)).toThrow('not a whole number of fen');
    expect(() => YuanScalar.serialize('7500.00')).toThrow('not a whole number of fen');
  });
});
