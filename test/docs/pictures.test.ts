import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { picturesOf } from '../../scripts/guide-pictures.js';
import { CHART_KINDS, readChartSpec } from '../../src/platform/chart/chart-spec.js';
import { ROOT, read } from './markdown.js';

const GUIDES = readdirSync(join(ROOT, 'docs/guides'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => read(`docs/guides/${name}`));
const PICTURES = GUIDES.flatMap(picturesOf);

describe('the pictures of the guides', () => {
  it('are of every kind, and every one that is announced could be read', () => {
    expect(PICTURES).toHaveLength(GUIDES.join('').match(/<!-- picture /g)?.length ?? 0);
    expect([...new Set(PICTURES.map(({ kind }) => kind))].sort()).toEqual([...CHART_KINDS].sort());
  });

  it.each(PICTURES.map((picture) => [picture.name, picture] as const))(
    '%s is kept as it is described',
    (name, picture) => {
      const spec = readChartSpec(picture.kind, picture.chart);
      const svg = read(`docs/pictures/${name}.svg`);
      expect(svg).toContain(`<title>${spec.title}</title>`);
      expect(svg.length).toBeLessThan(100_000);
      expect(GUIDES.join('')).toMatch(new RegExp(`\\]\\((\\.\\./)+pictures/${name}\\.svg\\)`));
    },
  );

  it('are all there are', () => {
    const kept = readdirSync(join(ROOT, 'docs/pictures')).sort();
    expect(kept).toEqual(PICTURES.map(({ name }) => `${name}.svg`).sort());
  });
});
