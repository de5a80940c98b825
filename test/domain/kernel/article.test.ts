import { describe, expect, it } from 'vitest';
import { ARTICLES, citeArticle, isArticle } from '../../../src/domain/kernel/article.js';

describe('ARTICLES', () => {
  it('quotes 3.2 by part, section and heading', () => {
    expect(citeArticle('3.2')).toBe('中农组发〔2021〕7号 三(二)监测程序');
    expect(citeArticle('5.4')).toBe('中农组发〔2021〕7号 五(四)减轻基层负担');
    expect(citeArticle('G')).toBe('工作指南与县级实践');
  });

  it('knows 13 articles and G, and no 3.4', () => {
    expect(Object.keys(ARTICLES)).toHaveLength(14);
    expect(isArticle('3.3')).toBe(true);
    expect(isArticle('3.4')).toBe(false);
    expect(isArticle('toString')).toBe(false);
  });
});
