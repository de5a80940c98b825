import { describe, expect, it } from 'vitest';
import { joinedText, spreadsheetText, visibleText } from '../../../src/platform/table/cell-text.js';

describe('threat 52 · a text in a spreadsheet', () => {
  it.each([
    ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
    ['+1', "'+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\\u000D=1"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
  ])('%j is no formula: %j', (text, written) => {
    expect(spreadsheetText(text)).toBe(written);
  });

  it.each(['张三', 'a=b', '430121199001010011', '', '100%', 'x-y', '李四\n二行'])('%j stays as it is', (text) => {
    expect(spreadsheetText(text)).toBe(text);
  });

  it.each([
    ['\u202e张三', '\\u202E张三'],
    ['a\u2066b\u2069', 'a\\u2066b\\u2069'],
    ['\u0000\u0007\u001b[31m', '\\u0000\\u0007\\u001B[31m'],
    ['\ufeffx', '\\uFEFFx'],
    ['a\u2028b', 'a\\u2028b'],
    ['one\r\ntwo', 'one\ntwo'],
    ['\u007f\u0085', '\\u007F\\u0085'],
  ])('%j hides nothing: %j', (text, written) => {
    expect(visibleText(text)).toBe(written);
  });

  it('joins a list of plain values, an absent one empty', () => {
    expect(joinedText(['大病', null, 3, true])).toBe('大病; ; 3; true');
  });
});
