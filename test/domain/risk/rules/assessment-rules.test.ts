import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ASSESSMENT_RULE_IDS } from '../../../../src/domain/risk/finding.js';
import { ASSESSMENT_RULES } from '../../../../src/domain/risk/rules/assessment-rules.js';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('the list of assessment rules', () => {
  it('holds every rule in the folder once, in the order of the closed list of ids', () => {
    const files = readdirSync('src/domain/risk/rules').map((file) => file.replace('.ts', ''));
    const ids = ASSESSMENT_RULES.map((rule) => kebab(rule.name));
    expect(ids).toEqual([...ASSESSMENT_RULE_IDS]);
    expect([...ids, 'assessment-rules'].sort()).toEqual(files.sort());
  });
});
